"""Entries: what one site says of one thing, under the keys of our collection, before anybody asked whether we have it already."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

MOST_ENTRIES = 10_000
"""Of one source: more is a mistake or an attack."""
MOST_READ = 1000
"""Records and pages that are asked for one by one in a run, of all sources together: at one a second, a quarter of an hour. Also how
many records of a source may change in one run."""


class SourceFault(Exception):
    """Why nothing can be taken from what a source sent: one plain line for a person."""


@dataclass(frozen=True)
class Entry:
    """One thing. address: its page there, by which it is known again; title: as the report names it; data: plain data by the
    keys of the collection; id: that which it has there, where it has one of our kind; remarks: what of it is not taken, and why;
    refusal: why it can be no record at all, or nothing; origin: the page from which that site itself gathered it, or nothing;
    is_unread: whether it is as it was the last time, so that it was not asked for again; is_waiting: whether it was not asked for,
    since the run had asked for enough."""

    address: str
    title: str
    data: Mapping[str, Any] = field(default_factory=dict)
    id: str = ""
    remarks: tuple[str, ...] = ()
    refusal: str = ""
    origin: str = ""
    is_unread: bool = False
    is_waiting: bool = False
