"""Lock file: the text of a hash-locked requirements file comes in, its packages leave."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

_PACKAGE = re.compile(r"(?P<name>[A-Za-z0-9][\w.-]*)==(?P<version>[^\s;\\]+)(?:\s*;\s*(?P<marker>[^\\]+?))?\s*\\?", re.ASCII)
_HASH = re.compile(r"\s+--hash=sha256:([0-9a-f]{64})\s*\\?")
_VIA = re.compile(r"\s+#\s+(?:via\s*)?([^\s(]*).*")


@dataclass(frozen=True)
class Locked:
    """A package of a lock. marker: on which systems it is needed, empty for all; hashes: SHA-256 of each of its files;
    asked_by: the names of those that need it, our own project among them."""

    name: str
    version: str
    marker: str
    hashes: tuple[str, ...] = field(default=())
    asked_by: tuple[str, ...] = field(default=())


def locked(text: str) -> list[Locked]:
    """The packages of a lock as `chm lock` writes it, in its order. Raises ValueError at a line that it does not understand."""
    return list(_packages(text))


def _packages(text: str) -> Iterator[Locked]:
    head: re.Match[str] | None = None
    hashes: list[str] = []
    asked_by: list[str] = []
    for number, line in enumerate((*text.splitlines(), None), 1):
        begins = _PACKAGE.fullmatch(line) if line else None
        if line is None or begins:
            if head:
                yield Locked(head["name"], head["version"], head["marker"] or "", tuple(hashes), tuple(asked_by))
            head, hashes, asked_by = begins, [], []
        elif hashed := _HASH.fullmatch(line):
            hashes.append(hashed[1])
        elif asked := _VIA.fullmatch(line):
            asked_by += [asked[1]] if asked[1] else []
        elif line.strip() and not line.startswith("#"):
            raise ValueError(f"line {number} is neither a package nor one of its hashes: {line.strip()}")
