"""Names: what a record's file may be called; the form in the browser asks the same."""

import re

from clearinghouse.problems.kind import Fault
from clearinghouse.problems.references import ID_001, ID_003, ID_004
from clearinghouse.records.keys.rules import BOUNDED_ID, ID_LENGTH
from clearinghouse.vocabulary.states import MEMBER_STATES

DEVICES = frozenset({"con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(10))})
"""What Windows takes for a device, whatever ending follows."""
RESERVED = frozenset({"index", "page", "by", "event", "archive", "desk", "digest", "embed", *DEVICES})
"""Stems that are addresses of the site, or device names of an operating system."""
_OWNERS = "|".join([*(state.address for state in MEMBER_STATES.values()), "asean"])
EVENT_ID = rf"(?:{_OWNERS})-(?:undated|[0-9]{{4}}(?:-[0-9]{{2}})?)-[a-z0-9].*"
"""What an event's id should be like; another one is only warned of, since an id that was published stays."""
BAD_ID = ID_001.filled(most=str(ID_LENGTH))


def name_fault(stem: str, is_event: bool) -> Fault | None:
    """What is wrong with the name of a record, or the first of it."""
    if not re.fullmatch(BOUNDED_ID, stem):
        return Fault(BAD_ID, {"tidied": _tidy_id(stem)})
    if stem in RESERVED:
        return Fault(ID_003, {"stem": stem})
    if is_event and not re.fullmatch(EVENT_ID, stem):
        return Fault(ID_004)
    return None


def _tidy_id(stem: str) -> str:
    """An id that is like a name which is none."""
    words = re.sub(r"[^a-z0-9]+", "-", stem.lower())[:ID_LENGTH].strip("-")
    return "th-2026-03-crime-scene" if not words else f"th-2026-{words}" if words in RESERVED else words
