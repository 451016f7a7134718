"""Proposals on disk: a folder holds a folder for each, which is written whole or not at all; docs/proposals.md says what lies in it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from clearinghouse.reading.files.strict_yaml import LARGEST_FILE
from clearinghouse.records.collection import COLLECTIONS
from clearinghouse.records.proposal_sheet import SHEET, Sheet, sheet_of, sheet_text
from clearinghouse.records.written.messages.reference_numbers import reference_in
from clearinghouse.world.disk.whole_folders import rebuilt
from clearinghouse.world.failure import Failure

MESSAGE, REPLY = "message.txt", "reply.txt"
"""Beside the sheet: the message that it came in, of a mail without words for the editors alone, and the answer to its sender."""
_EARLIER = "message-{}.txt"
MOST_EARLIER = 9
"""So many earlier messages of the same number are kept."""
MOST_FILES = 2_000


@dataclass(frozen=True)
class Waiting:
    """A proposal. folder: where it lies; sheet: or None where nobody can read it; texts: its other files, by their path in it."""

    folder: Path
    sheet: Sheet | None
    texts: Mapping[str, bytes] = field(default_factory=dict)

    @property
    def reference(self) -> str:
        """Its reference number."""
        return self.folder.name

    @property
    def message(self) -> str:
        """The text of the message that it came in; empty where none is kept."""
        return self.texts.get(MESSAGE, b"").decode("utf-8", "replace")

    @property
    def messages(self) -> Sequence[str]:
        """The files of its messages, the one that counts and earlier ones."""
        return [name for name in (MESSAGE, *map(_EARLIER.format, range(1, MOST_EARLIER + 1))) if name in self.texts]

    @property
    def records(self) -> Mapping[str, bytes]:
        """The files of records that it brings, by their path in a data folder."""
        return {path: text for path, text in self.texts.items() if path.partition("/")[0] in COLLECTIONS and path.endswith(".yml")}


def references_in(proposals: Path) -> list[str]:
    """The numbers of all proposals, in their order."""
    if not proposals.is_dir():
        return []
    return sorted(path.name for path in proposals.iterdir() if _is_reference(path.name) and path.is_dir() and not path.is_symlink())


def proposal_in(proposals: Path, reference: str) -> Waiting | None:
    """One proposal. What a link leads to is not read. Raises Failure where it cannot be read."""
    folder = proposals / reference
    if not _is_reference(reference) or folder.is_symlink() or not folder.is_dir():
        return None
    try:
        texts = dict(_texts(folder))
    except OSError as error:
        raise Failure(f"cannot read {folder}: {error.strerror}") from None
    return Waiting(folder, sheet_of(texts.pop(SHEET, b"")), texts)


def write_proposal(proposals: Path, sheet: Sheet, texts: Mapping[str, bytes]) -> None:
    """Writes a proposal, whole or not at all, in the place of an earlier one of the same number, whose messages are kept. texts: its
    other files. Raises Failure."""
    if not _is_reference(sheet.reference):
        raise Failure(f"{sheet.reference} is no reference number: nothing was written")
    place = proposals / sheet.reference
    earlier = proposal_in(proposals, sheet.reference)
    kept = _earlier_messages(earlier, texts) if earlier else {}
    for path in texts:
        if not (place / path).resolve().is_relative_to(place.resolve()):
            raise Failure(f"{path} would lie outside {place}: nothing was written")
    with rebuilt(place, SHEET, "--proposals") as folder:
        try:
            for path, content in {**kept, **texts, SHEET: sheet_text(sheet).encode()}.items():
                (folder / path).parent.mkdir(parents=True, exist_ok=True)
                (folder / path).write_bytes(content)
        except OSError as error:
            raise Failure(f"cannot write {place}: {error.strerror}; what was there stays as it was") from None


def _is_reference(name: str) -> bool:
    return bool(name) and reference_in(name) == name


def _texts(folder: Path) -> Iterator[tuple[str, bytes]]:
    for path in sorted(folder.rglob("*"))[:MOST_FILES]:
        if path.is_file() and not path.is_symlink() and path.resolve().is_relative_to(folder.resolve()):
            with path.open("rb") as file:
                yield path.relative_to(folder).as_posix(), file.read(LARGEST_FILE + 1)


def _earlier_messages(earlier: Waiting, texts: Mapping[str, bytes]) -> dict[str, bytes]:
    """The messages that the new one takes the place of, numbered in the order in which they came."""
    kept = [earlier.texts[name] for name in earlier.messages if name != MESSAGE]
    if MESSAGE in earlier.texts and texts.get(MESSAGE) != earlier.texts[MESSAGE]:
        kept.append(earlier.texts[MESSAGE])
    return {_EARLIER.format(number): content for number, content in enumerate(kept[-MOST_EARLIER:], start=1)}
