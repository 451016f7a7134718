"""A Problem: where a record is wrong, what was found, what is allowed and how to fix it."""

import unicodedata
from dataclasses import dataclass
from typing import Literal, NamedTuple

Severity = Literal["error", "warning"]
FOUND_LENGTH = 80
_UNSEEN = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp", "Zs"}
"""Categories of Unicode of which nobody sees what they are: controls, formats, what is nothing, and odd spaces."""


class Place(NamedTuple):
    """Where something stands. path: of the file, as people name it; line, column: from 1, column in characters;
    key: the record's key, dotted for parts (`sources.0.url`), or empty for the file as a whole."""

    path: str
    line: int = 1
    column: int = 1
    key: str = ""


@dataclass(frozen=True, order=True)
class Problem:
    """One thing to mend, made by its `Kind`.

    path: of the file, relative to the repository, with forward slashes; line, column, key: as in a `Place`;
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

    @property
    def place(self) -> Place:
        """Where it stands."""
        return Place(self.path, self.line, self.column, self.key)


class Refusal(Exception):
    """A problem that ends the reading of whatever holds it."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.fix)
        self.problem = problem


def excerpt(text: str) -> str:
    """A stranger's text as it may be printed: visible, and cut at 80 characters."""
    return visible(text if len(text) <= FOUND_LENGTH else text[: FOUND_LENGTH - 1] + "…")


def visible(text: str) -> str:
    """A text on one line, with what cannot be seen written as an escape.

    Controls, format characters (bidirectional overrides among them), surrogates and line separators would let a
    record, or a file's name, rewrite the terminal of whoever checks it.
    """
    return "".join(
        character if character == " " or unicodedata.category(character) not in _UNSEEN else f"\\u{ord(character):04x}"
        for character in text
    )
