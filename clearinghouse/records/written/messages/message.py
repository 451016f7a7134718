"""A message: what is asked for of a record, as data, becomes a text with readable lines above and the data in a fence below.

The form in the browser has a twin of it (overrides/assets/forms/messages/); `reading.intake.messages` reads it back.
"""

import base64
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from clearinghouse.records.written.messages.sums import sum_of, sum_of_words

VERSION = 1
NEW, REPORT = "new", "report"
KINDS = (NEW, "change", "cancel", "move", "held", "still correct", REPORT)
"""What may be asked for. All but a new record and a report, which has words alone, change a record in the same way."""
BEGIN, SUM, END = "BEGIN CLEARING HOUSE MESSAGE", ": SHA-256 :", "END CLEARING HOUSE MESSAGE"
WIDTH, BLOCK = 72, 64
"""Characters of a line: of the readable ones, and of the data, so that it may be quoted several times before it is too wide."""


@dataclass(frozen=True)
class Message:
    """What is asked for.

    kind: one of KINDS; record: its collection and id, `trainings/th-2026-03-course`, of a new one as the form proposes it; office:
    that the sender says to write for, nobody has checked it; data: of a new record; put: keys of a record that is there, with their
    new values; added: new members of its lists; gone: keys that it loses; before: the sums of what the form saw under the keys of
    put and gone, see `sum_of_value`; reason: words for the editors, never published; language: of the page on which it was written;
    words: the sum of the readable lines.
    """

    kind: str
    record: str
    reference: str
    office: str = ""
    data: Mapping[str, Any] = field(default_factory=dict)
    put: Mapping[str, Any] = field(default_factory=dict)
    added: Mapping[str, Sequence[Any]] = field(default_factory=dict)
    gone: Sequence[str] = ()
    before: Mapping[str, str] = field(default_factory=dict)
    reason: str = ""
    language: str = "en"
    words: str = ""


PARTS = ("kind", "record", "reference", "office", "data", "put", "added", "gone", "before", "reason", "language", "words")
"""What a message is made of, in the order in which it is written."""


def message_text(message: Message, heading: str, lines: Sequence[tuple[str, str]], warning: str) -> str:
    """The whole text, its lines ended by a line feed. heading: what is asked for, in words; lines: questions and answers; warning:
    asks to leave the fence as it is. All three in the language of the sender."""
    body = "\n".join([*(row for question, answer in lines for row in _rows(question, answer)), "", warning])
    content = {part: getattr(message, part) for part in PARTS} | {"words": sum_of_words(body)}
    data = json.dumps({part: content[part] for part in PARTS if content[part]}, ensure_ascii=False, separators=(",", ":")).encode("utf-8")
    coded = base64.b64encode(data).decode("ascii").rstrip("=")
    block = [coded[place : place + BLOCK] for place in range(0, len(coded), BLOCK)]
    fence = [f"[{BEGIN} {VERSION}]", *block, SUM, sum_of(data), f"[{END}]"]
    return "\n".join([heading, message.reference, "", body, "", *fence, ""])


def _rows(question: str, answer: str) -> list[str]:
    """A question with its answer, in lines that no mail program breaks; a further line of it is indented. A word that is
    longer than a line stays whole."""
    rows: list[str] = []
    for paragraph in f"{question}: {answer}".split("\n"):
        row = ""
        for word in filter(None, paragraph.split(" ")):
            if row and len(row) + 1 + len(word) > WIDTH - 2:
                rows.append(row)
                row = word
            else:
                row = f"{row} {word}" if row else word
        rows.append(row)
    return [f"  {row}" if place and row else row for place, row in enumerate(rows)]
