"""Owners: whose a file is by the pattern of its name, as .github/CODEOWNERS says (GitHub's syntax, without its rarer forms)."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from clearinghouse.problems.problem import Problem


@dataclass(frozen=True)
class Owners:
    """Patterns with their owners (`@team` or mail addresses), in the order of the file; the last one that fits decides."""

    lines: tuple[tuple[re.Pattern[str], tuple[str, ...]], ...]

    @classmethod
    def of(cls, text: str) -> "Owners":
        """Reads the file. Comments and empty lines are left out."""
        found = []
        for line in text.splitlines():
            pattern, *owners = line.split("#")[0].split() or [""]
            if pattern:
                found.append((_compiled(pattern), tuple(owners)))
        return cls(tuple(found))

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
    for told, path in sorted(paths):
        of_owner.setdefault(owners.of_path(path), []).append((told, path))
    of_owner.pop((), None)
    own = [found for found in of_owner if _named(author, found)]
    if not any(_named(author, line[1]) for line in owners.lines):
        own = list(of_owner)[:1]
    for found, files in of_owner.items():
        if found not in own:
            names, told = " ".join(found), f"{files[0][1]}" + (f" and {len(files) - 1} more" if len(files) > 1 else "")
            fix = f"nothing, if {names} agree: GitHub asks them for a review"
            yield Problem(files[0][0], 1, 1, "OWNER-001", "", told, f"a change by its owner, {names}", fix, severity="warning")


def _named(author: str, owners: Iterable[str]) -> bool:
    return bool(author) and "@" + author.removeprefix("@").casefold() in (owner.casefold() for owner in owners)
