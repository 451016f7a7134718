"""The account of a run: what came of each mail, a line for every part of it, without any address or name of a sender."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from clearinghouse.problems.problem import visible
from clearinghouse.reading.inbox.receiving import Receipt

READ_BEFORE = "read before"
_ADDRESS = re.compile(r"[^\s@<>`'\"]{1,64}@[^\s@<>`'\"]{1,253}")
_LONGEST = 300


@dataclass(frozen=True)
class Accounted:
    """A mail and what came of it. name: where it lies in the mailbox; number: a digest of its Message-ID; sent: the day it names."""

    name: str
    number: str
    sent: str
    receipts: Sequence[Receipt]


def lines_of(mails: Sequence[Accounted]) -> list[str]:
    """A line for each mail and part of it, and the numbers of all at the end."""
    lines: list[str] = []
    for mail in mails:
        where = " ".join(filter(None, (mail.name, mail.sent, mail.number)))
        for receipt in mail.receipts:
            lines.append(_safe(f"{where}: {f'{receipt.reference} ' if receipt.reference else ''}{receipt.words}"))
    before = sum(mail.receipts[0].words == READ_BEFORE for mail in mails)
    proposals = len({receipt.reference for mail in mails for receipt in mail.receipts if receipt.is_new})
    counts = [(len(mails), "mails"), (before, "read before"), (proposals, "proposals new or corrected")]
    return [*lines, ", ".join(f"{what}: {count:,}" for count, what in counts)]


def as_markdown(mails: Sequence[Accounted]) -> str:
    """For the text of a pull request. What strangers wrote stands as code, so that it names and links nobody."""
    *lines, total = lines_of(mails)
    rows = [f"- `{line.replace('`', chr(39))}`" for line in lines if not line.endswith(READ_BEFORE)]
    return "\n".join(["## Mails to the clearing house", "", f"{total}.", "", *rows, ""])


def _safe(line: str) -> str:
    line = visible(_ADDRESS.sub("(an address)", line))
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"
