"""Owners: whose a file is by the pattern of its name, as .github/CODEOWNERS says (GitHub's syntax, without its rarer forms)."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from clearinghouse.problems.changes import OWNER_001
from clearinghouse.problems.problem import Place, Problem


@dataclass(frozen=True)
class Owners:
    """Patterns with their owners (`@team` or mail addresses), in the order of the file; the last one that fits decides."""

    lines: tuple[tuple[re.Pattern[str], tuple[str, ...]], ...]

    @classmethod
    def of(cls, text: str) -> "Owners":
        """Reads the file. Comments and empty lines are left out."""
        lines = []
        for line in text.splitlines():
            pattern, *owners = line.split("#")[0].split() or [""]
            if pattern:
                lines.append((_compiled(pattern), tuple(owners)))
        return cls(tuple(lines))

    def of_path(self, path: str) -> tuple[str, ...]:
        """The owners of a file, by its path in the repository; empty where nobody is named."""
        return next((owners for pattern, owners in reversed(self.lines) if pattern.fullmatch(path)), ())


def _compiled(pattern: str) -> re.Pattern[str]:
    """A pattern with a slash before its end counts from the repository's root, one without fits at any depth."""
    anchored = "/" in pattern.rstrip("/")
    parts = []
    for piece in re.split(r"(\*\*/|\*\*|\*|\?)", pattern.strip("/")):
        parts.append({"**/": "(?:.*/)?", "**": ".*", "*": "[^/]*", "?": "[^/]"}.get(piece) or re.escape(piece))
    # A folder stands for all below it, but `docs/*` for the files in it alone.
    below = "/.*" if pattern.endswith("/") else "" if pattern.endswith("/*") else "(?:/.*)?"
    return re.compile(("" if anchored else "(?:.*/)?") + "".join(parts) + below)


def foreign(paths: Iterable[tuple[str, str]], owners: Owners, author: str) -> Iterator[Problem]:
    """Warns of files that are others', once for each owner. paths: of changed files, as problems name them and as they
    are in the repository; author: the name on GitHub of who proposes the change, or empty.

    An author whom no line names may belong to any team; then a change is foreign in as far as it touches the files of
    several owners, and those of the first file are taken for the author's own.
    """
    of_owner: dict[tuple[str, ...], list[tuple[str, str]]] = {}
    for name, path in sorted(paths):
        of_owner.setdefault(owners.of_path(path), []).append((name, path))
    of_owner.pop((), None)
    own = [names for names in of_owner if _is_among(author, names)]
    if not any(_is_among(author, names) for _, names in owners.lines):
        own = list(of_owner)[:1]
    for names, files in of_owner.items():
        if names not in own:
            name, path = files[0]
            more = f" and {len(files) - 1} more" if len(files) > 1 else ""
            yield OWNER_001.at(Place(name), found=f"{path}{more}", owners=" ".join(names))


def _is_among(author: str, owners: Iterable[str]) -> bool:
    return bool(author) and "@" + author.removeprefix("@").casefold() in (owner.casefold() for owner in owners)
