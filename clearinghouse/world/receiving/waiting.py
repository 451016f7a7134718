"""What waits, on disk: proposals are read for the inbox and written after it, with the memory of mails and the replies to send."""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from clearinghouse.reading.inbox.memory import LARGEST_MEMORY, NAME, Memory, memory_of, memory_text
from clearinghouse.reading.inbox.receiving import Waiting
from clearinghouse.records.collection import COLLECTIONS
from clearinghouse.records.keys.rules import BOUNDED_ID
from clearinghouse.records.proposal_sheet import SHEET
from clearinghouse.world.disk.data_folder import path_name
from clearinghouse.world.disk.whole_files import write_new, write_over, write_text
from clearinghouse.world.failure import Failure
from clearinghouse.world.receiving.proposal_folders import MESSAGE, proposal_in, references_in, write_proposal
from clearinghouse.world.receiving.replies import Reply

_ID = re.compile(BOUNDED_ID)


def waiting_in(folder: Path) -> dict[str, Waiting]:
    """The proposals of a folder by reference. Raises Failure for a sheet that nobody can read: its proposal would be overwritten."""
    waiting: dict[str, Waiting] = {}
    for reference in references_in(folder):
        proposal = proposal_in(folder, reference)
        if proposal is None or proposal.sheet is None or proposal.sheet.reference != reference:
            raise Failure(f"{path_name(folder / reference / SHEET)} cannot be read: restore it, or take its folder away")
        texts = {path: text.decode("utf-8", "replace") for path, text in proposal.records.items()}
        waiting[reference] = Waiting(proposal.sheet, texts, proposal.message)
    return waiting


def memory_in(folder: Path) -> Memory:
    """Which mails were read before. Raises Failure where somebody changed the file."""
    path = folder / NAME
    if not path.exists():
        return {}
    memory = memory_of(_content(path, LARGEST_MEMORY))
    if memory is None:
        raise Failure(f"{path_name(path)} cannot be read: restore it; without it every mail would be taken for a new one")
    return memory


def write_waiting(folder: Path, waiting: Mapping[str, Waiting], changed: Iterable[str], memory: Memory) -> None:
    """Writes the proposals that changed, then the memory; what else lies beside a sheet stays. Raises Failure."""
    for reference in changed:
        for path in waiting[reference].texts:
            collection, _, name = path.partition("/")
            if collection not in COLLECTIONS or not path.endswith(".yml") or not _ID.fullmatch(name.removesuffix(".yml")):
                raise Failure(f"{path} is no place for a record: {reference} was not written")
        before = proposal_in(folder, reference)
        own = {*before.records, *before.messages} if before else set()
        others = {path: text for path, text in before.texts.items() if path not in own} if before else {}
        texts = {path: text.encode() for path, text in waiting[reference].texts.items()}
        message = {MESSAGE: waiting[reference].message.encode()} if waiting[reference].message else {}
        folder.mkdir(parents=True, exist_ok=True)
        write_proposal(folder, waiting[reference].sheet, others | texts | message)
    if memory:
        write_text(folder / NAME, memory_text(memory), makes_folder=True)


def write_replies(folder: Path, replies: Iterable[Reply]) -> None:
    """Writes replies to send, for the eyes of the editors alone. Raises Failure."""
    for reply in replies:
        path = folder / reply.name
        if not folder.exists():
            folder.mkdir(parents=True, mode=0o700)
        if path.exists():
            write_over({path: reply.content})
        else:
            write_new({path: reply.content})


def _content(path: Path, most: int) -> bytes:
    if path.is_symlink() or not path.is_file():
        raise Failure(f"{path_name(path)} is no file that can be read")
    try:
        with path.open("rb") as file:
            content = file.read(most + 1)
    except OSError as error:
        raise Failure(f"cannot read {path_name(path)}: {error.strerror}") from None
    if len(content) > most:
        raise Failure(f"{path_name(path)} is larger than {most // 1_000_000 or 1} MB")
    return content
