"""A Problem: where a record is wrong, what was found, what is allowed and how to mend it."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice
from typing import Literal

Severity = Literal["error", "warning"]
FOUND_LENGTH = 80
MOST_TOLD = 100


@dataclass(frozen=True, order=True)
class Problem:
    """One thing to mend.

    path: of the file, relative to the repository, with forward slashes; line, column: from 1, column in
    characters; key: the record's key, dotted for parts (`sources.0.url`), or empty for the file as a whole;
    found: the author's own text, or empty where nothing stands; code: stable, see `codes`.
    """

    path: str
    line: int
    column: int
    code: str
    key: str = ""
    found: str = ""
    allowed: str = ""
    fix: str = ""
    severity: Severity = "error"


def first_told(problems: Iterable[Problem], total: int, at_least: bool = False) -> list[Problem]:
    """The first 100 problems of a file, and one that says how many there are where there are more. at_least: nobody went on
    to count them all.

    A file of nothing but mistakes is another kind of file, and a hundred thousand lines help nobody.
    """
    told = list(islice(problems, MOST_TOLD))
    if total > len(told):
        last = told[-1]
        found, allowed = f"{'at least ' if at_least else ''}{total:,} problems", f"the first {MOST_TOLD} problems of a file are told"
        told.append(Problem(last.path, last.line, last.column, "FILE-006", "", found, allowed, "mend those, then check again"))
    return told


def shown(text: str) -> str:
    """A stranger's text as it may be printed: escaped, and cut at 80 characters."""
    return escaped(text if len(text) <= FOUND_LENGTH else text[: FOUND_LENGTH - 1] + "…")


def escaped(text: str) -> str:
    """A text on one line, with what cannot be seen written as an escape.

    Controls, format characters (bidirectional overrides among them), surrogates and line separators would let a
    record, or a file's name, rewrite the terminal of whoever checks it.
    """
    return "".join(
        character if unicodedata.category(character) not in {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"} else f"\\u{ord(character):04x}"
        for character in text
    )
