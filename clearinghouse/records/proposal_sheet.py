"""The sheet of a proposal: what is known of a request that waits for the editors becomes JSON, and such JSON becomes that again.

A proposal lies in a folder that is named after its reference: the sheet, and below it the files of records as they shall be, each
where it belongs in a data folder. docs/proposals.md says it for people. No address of a sender is ever part of it.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from typing import Any

SHEET = "sheet.json"
"""In the folder of each proposal."""
VERSION = 1
RECEIVED, IN_REVIEW, ASKED, ACCEPTED, DECLINED = STATES = ("received", "in review", "asked", "accepted", "declined")
"""What becomes of a proposal: nobody looked yet; an editor looks; the sender was asked; it went into the data folder; it did not."""
OPEN = (RECEIVED, IN_REVIEW, ASKED)
"""States in which the sender may still send a correction."""
MAIL, RELAY, FORM = WAYS = ("mail", "relay", "form")
RECORDS = "records"
"""Beside the kinds of messages: records that came as a file, such as a spreadsheet."""


@dataclass(frozen=True)
class SheetProblem:
    """What is wrong with one of its records. record: collection and id, empty for the request itself."""

    record: str
    key: str
    code: str
    severity: str
    allowed: str
    fix: str


@dataclass(frozen=True)
class Sheet:
    """What is known of a proposal.

    kind: one of the kinds of messages, or RECORDS; way: one of WAYS; records: collection and id of each that it makes or changes,
    those with errors too; office: that it claims to come from, in the words of the sender; confirmed: the id of the office of whose
    domain the mail was, as the receiving server saw it, or empty; by: `dkim` or `spf`; received, updated: days; language: of the
    sender; problems: of its records; duplicates: by record the paths of records that are likely the same; sums: of the data of all
    messages that it was made of, the last one last; answer: words to the sender, where it, or a part of it, was declined, or asked;
    declined: of an accepted one the records that were not.
    """

    reference: str
    kind: str
    way: str
    records: tuple[str, ...] = ()
    office: str = ""
    confirmed: str = ""
    by: str = ""
    received: str = ""
    updated: str = ""
    language: str = "en"
    problems: tuple[SheetProblem, ...] = ()
    duplicates: tuple[tuple[str, str], ...] = ()
    sums: tuple[str, ...] = ()
    state: str = RECEIVED
    answer: str = ""
    declined: tuple[str, ...] = ()

    @property
    def is_sound(self) -> bool:
        """Whether nothing that it brings has an error."""
        return not any(problem.severity == "error" for problem in self.problems)


def sheet_text(sheet: Sheet) -> str:
    """The file, with a line end. Parts that are empty are left out."""
    content = {"version": VERSION} | {key: value for key, value in asdict(sheet).items() if value}
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def sheet_of(content: bytes) -> Sheet | None:
    """What a file says; None where it is no sheet that this version wrote."""
    try:
        said = json.loads(content)
    except (ValueError, RecursionError):
        return None
    if not isinstance(said, dict) or said.pop("version", None) != VERSION or not said.keys() <= {part.name for part in fields(Sheet)}:
        return None
    try:
        problems = tuple(SheetProblem(**problem) for problem in said.pop("problems", ()))
        pairs = tuple((record, other) for record, other in said.pop("duplicates", ()))
        sheet = Sheet(**_lists_as_tuples(said), problems=problems, duplicates=pairs)
    except (TypeError, ValueError):
        return None
    return sheet if _is_typed(sheet) else None


def _lists_as_tuples(said: Mapping[str, Any]) -> dict[str, Any]:
    return {key: tuple(value) if isinstance(value, list) else value for key, value in said.items()}


def _is_typed(sheet: Sheet) -> bool:
    values = [getattr(sheet, part.name) for part in fields(Sheet)]
    if len([value for value in values if isinstance(value, tuple)]) != 5 or not all(isinstance(value, str | tuple) for value in values):
        return False
    members = (*sheet.records, *sheet.declined, *sheet.sums, *(part for pair in sheet.duplicates for part in pair))
    of_problems = (value for problem in sheet.problems for value in asdict(problem).values())
    is_all_text = all(isinstance(text, str) for text in (*members, *of_problems))
    return is_all_text and sheet.state in STATES and sheet.way in WAYS
