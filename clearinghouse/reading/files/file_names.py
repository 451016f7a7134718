"""File names: which of them Windows and macOS cannot hold, and which of them they take for one another."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from clearinghouse.problems.files import FILE_008, FILE_008_DEVICE, FILE_008_END, FILE_008_SIGN
from clearinghouse.problems.kind import Fault
from clearinghouse.records.keys.names import DEVICES

_FORBIDDEN = re.compile(r'[<>:"\\|?*\x00-\x1f]')


def unportable(path: str) -> Fault | None:
    """Why not every system can hold a file of that path, relative and with forward slashes; None where each can."""
    for part in path.split("/"):
        if part.partition(".")[0].rstrip().casefold() in DEVICES:
            return Fault(FILE_008_DEVICE, {"part": part})
        if part.endswith((".", " ")):
            return Fault(FILE_008_END)
        if match := _FORBIDDEN.search(part):
            return Fault(FILE_008_SIGN, {"sign": match[0]})
    return None


class Names:
    """The names of a folder, as a system sees them that does not tell capitals, nor one way to write an accent from another."""

    def __init__(self, paths: Iterable[str]) -> None:
        self._first = {folded: part for path in sorted(paths, reverse=True) for part, folded in _upwards(path)}

    def twin_of(self, path: str) -> Fault | None:
        """That another name is the same to such a system, None where none is. Of two, the one that sorts first stays."""
        twins = ((part, self._first[folded]) for part, folded in _upwards(path))
        return next((Fault(FILE_008, {"part": part, "other": other}) for part, other in twins if part != other), None)


@lru_cache(maxsize=4)
def names_of(paths: frozenset[str]) -> Names:
    """The names of a folder, the same as long as no file comes or goes."""
    return Names(paths)


@lru_cache(maxsize=32_768)
def _upwards(path: str) -> tuple[tuple[str, str], ...]:
    """A path, and the folders above it, each with what such a system takes it for. Remembered: a relay asks it of all for each message."""
    steps: list[tuple[str, str]] = []
    while path:
        steps.append((path, _folded(path)))
        path = path.rpartition("/")[0]
    return tuple(steps)


def _folded(path: str) -> str:
    return unicodedata.normalize("NFC", unicodedata.normalize("NFD", path).casefold())
