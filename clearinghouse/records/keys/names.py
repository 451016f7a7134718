"""Names: what a record's file may be called, as data like the rules on values; the form in the browser runs them too."""

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from clearinghouse.records.keys.conditions import Told, told
from clearinghouse.records.keys.rules import ID_LENGTH, ID_PATTERN, Rule
from clearinghouse.vocabulary.states import MEMBER_STATES

DEVICES = frozenset({"con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(10))})
"""What Windows takes for a device, whatever ending follows."""
RESERVED = frozenset({"index", "page", "by", "event", "archive", "desk", "digest", "embed", *DEVICES})
"""Stems that are addresses of the site, or device names of an operating system."""
_OWNERS = "|".join([*(state.address for state in MEMBER_STATES.values()), "asean"])

NAMES: Mapping[str, Rule] = MappingProxyType(
    {
        "id": Rule(
            "ID-001",
            "unlike",
            f"lower-case letters, digits and single hyphens, at most {ID_LENGTH}",
            ("rename the file, e.g. {tidied}.yml",),
            {"pattern": rf"(?=.{{1,{ID_LENGTH}}}$){ID_PATTERN}"},
        ),
        "reserved": Rule(
            "ID-003",
            "reserved",
            "a name that is not reserved",
            ("rename the file, e.g. th-2026-{stem}.yml",),
            {"names": tuple(sorted(RESERVED))},
        ),
        "event": Rule(
            "ID-004",
            "unlike",
            "<owner>-<yyyy>[-<mm>]-<words> or <owner>-undated-<words>",
            ("rename the file, e.g. th-2026-03-crime-scene.yml; an id that was published stays (`chm explain ID-004`)",),
            {"pattern": rf"(?:{_OWNERS})-(?:undated|[0-9]{{4}}(?:-[0-9]{{2}})?)-[a-z0-9].*"},
        ),
    }
)
"""By name; `event` is only told of events, and only as a warning, since an id that was published stays."""


def badly_named(stem: str, is_event: bool) -> Iterator[Told]:
    """What is told of the name of a record, at most one thing."""
    if not re.fullmatch(NAMES["id"].given["pattern"], stem):
        yield told(NAMES["id"], {"tidied": _tidied(stem)})
    elif stem in RESERVED:
        yield told(NAMES["reserved"], {"stem": stem})
    elif is_event and not re.fullmatch(NAMES["event"].given["pattern"], stem):
        yield told(NAMES["event"], {})


def _tidied(stem: str) -> str:
    """An id that is like a name which is none."""
    words = re.sub(r"[^a-z0-9]+", "-", stem.lower())[:ID_LENGTH].strip("-")
    return "th-2026-03-crime-scene" if not words else f"th-2026-{words}" if words in RESERVED else words
