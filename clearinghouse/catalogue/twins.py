"""Twins: events that are likely one and the same, told twice."""

import difflib
import re
from collections.abc import Iterable, Iterator

from clearinghouse.records.collections.event import Event

DAYS_APART = 3
LIKE = 0.75
_WORD = re.compile(r"[^\W_]+")
_EVERYWHERE = frozenset(
    [
        "a",
        "an",
        "and",
        "at",
        "for",
        "from",
        "in",
        "of",
        "on",
        "the",
        "to",
        "with",
        "by",
        "asean",
        "regional",
        "national",
        "training",
        "trainings",
        "course",
        "workshop",
        "meeting",
        "seminar",
    ]
)
"""Words that say nothing of what an event is about."""


def twins(event: Event, events: Iterable[Event]) -> Iterator[Event]:
    """Events other than itself on the same days and with the same host, whose titles are alike; withdrawn ones are none."""
    for other in events:
        is_other = other.key != event.key and not other.withdrawn
        if is_other and other.host == event.host and _same_days(event, other) and _alike(event.title, other.title):
            yield other


def _same_days(one: Event, other: Event) -> bool:
    """Whether they begin within three days; of what is known by month or year alone, in the same one."""
    if not one.starts or not other.starts:
        return False
    if one.starts.is_day and other.starts.is_day:
        return abs((one.starts.first - other.starts.first).days) <= DAYS_APART
    return (one.starts.year, one.starts.month) == (other.starts.year, other.starts.month)


def _alike(one: str, other: str) -> bool:
    first, second = _words(one), _words(other)
    shared, all_words = len(set(first) & set(second)), len(set(first) | set(second))
    if all_words and shared * 2 > all_words:
        return True
    return difflib.SequenceMatcher(None, " ".join(first), " ".join(second), autojunk=False).ratio() >= LIKE


def _words(title: str) -> list[str]:
    words = _WORD.findall(title.casefold())
    return [word for word in words if word not in _EVERYWHERE] or words
