"""File names: which of them Windows and macOS cannot hold, and which of them they take for one another."""

import re
import unicodedata
from collections.abc import Iterable, Iterator

from clearinghouse.records.keys.names import DEVICES

_FORBIDDEN = re.compile(r'[<>:"\\|?*\x00-\x1f]')


def unportable(path: str) -> str:
    """Why not every system can hold a file of that path, relative and with forward slashes; empty where each can."""
    for part in path.split("/"):
        if part.partition(".")[0].rstrip().casefold() in DEVICES:
            return f"{part} names a device on Windows"
        if part.endswith((".", " ")):
            return "Windows takes away a full stop or a space at the end of a name"
        if found := _FORBIDDEN.search(part):
            return f"Windows has no names with {found[0]}"
    return ""


class Taken:
    """The names of a folder, as a system sees them that does not tell capitals, nor one way to write an accent from another."""

    def __init__(self, paths: Iterable[str]) -> None:
        self._first: dict[str, str] = {}
        for path in sorted(paths):
            for part in _upwards(path):
                self._first.setdefault(_seen(part), part)

    def twin_of(self, path: str) -> str:
        """That another name is the same to such a system, empty where none is. Of two, the one that sorts first stays."""
        twins = ((part, self._first[_seen(part)]) for part in _upwards(path))
        return next((f"Windows and macOS take {part} for {other}" for part, other in twins if part != other), "")


def _upwards(path: str) -> Iterator[str]:
    """A path, and the folders above it."""
    while path:
        yield path
        path = path.rpartition("/")[0]


def _seen(path: str) -> str:
    return unicodedata.normalize("NFC", unicodedata.normalize("NFD", path).casefold())
