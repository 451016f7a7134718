"""Context: which files must be read besides those asked for, so that a few can be checked among ten thousand.

What a record's problems depend on: the names of all files, which cost nothing; the plans, and the activities for
their wording; the records that had other ids, are withdrawn or are drafts; of a meeting those that tell of a body's meeting; of an
activity those that it names, since its log is as sure as their sources; of a figure in a series those that are in one as well, and
of a trade report all others, since one holds for a period. All else stays unread.
"""

import re
from collections.abc import Collection, Iterable
from typing import NamedTuple

from clearinghouse.catalogue.duplicates import months_around
from clearinghouse.reading.files.folder import DataFile
from clearinghouse.records.collections.activity import Activity
from clearinghouse.records.collections.plan import Plan
from clearinghouse.records.collections.trade.figure import Figure
from clearinghouse.records.collections.trade.trade_report import TradeReport

_PLANS, _REPORTS = Plan.collection, TradeReport.collection
_WITH = (b"former_ids", b"withdrawn", b"draft")
"""What a record holds that others depend on: its old ids, whether it has a page that a reader can be led to."""
_AS_KEY = re.compile(rb"(?:%s)[\"']?\s*(?:#[^\n]*\s*)*:" % b"|".join(_WITH))
"""Many a text tells of a draft, and is no reason to read its file."""
_MEETING = b"body_of"
"""What it holds on which only others depend that hold it too: whose meeting it is."""
_FIGURES, _IN_SERIES = Figure.collection, b"series:"
_ACTIVITIES, _REFERENCE = Activity.collection, re.compile(rb"\b[a-z]+/[a-z0-9-]+")
_BEGIN = "starts: "
_NEVER = rb"(?!)"
_STARTS = re.compile(_BEGIN.encode() + rb"[\"']?[0-9-]{0,10}")


class _Bearing(NamedTuple):
    """What of a file bears on others. collection: the folder in which it lies; is_always: whether all depend on it; starts: each place
    in it where a day may be said."""

    collection: str
    is_always: bool
    is_meeting: bool
    is_in_series: bool
    starts: bytes


def _bearing(file: DataFile) -> _Bearing:
    collection = file.path.partition("/")[0]
    return _Bearing(
        collection,
        collection == _PLANS or (any(text in file.content for text in _WITH) and _AS_KEY.search(file.content) is not None),
        _MEETING in file.content,
        collection == _FIGURES and _IN_SERIES in file.content,
        b"\n".join(_STARTS.findall(file.content)),
    )


def with_context(
    files: Iterable[DataFile], asked: Collection[str], naming: Collection[str] = (), *, with_wordings: bool = True
) -> frozenset[str]:
    """The paths asked for, and those of the files on which their problems depend.

    naming: texts; files that hold one of them anywhere are among the context as well. with_wordings: whether the activities are, on
    whose wording no problem but that of a quotation depends.
    """
    by_path = {file.path: file for file in files}
    days = re.compile(b"|".join(re.escape(name.encode()) for name in naming if name.startswith(_BEGIN)) or _NEVER)
    words = [name.encode() for name in naming if not name.startswith(_BEGIN)]
    whole = {_ACTIVITIES} if with_wordings else set()
    whole |= {_REPORTS} & {path.partition("/")[0] for path in asked}
    context = set(asked)
    in_series: set[str] = set()
    meetings: set[str] = set()
    for path, file in by_path.items():
        its = file.fact(_bearing)
        if its.is_always or its.collection in whole or (its.starts and days.search(its.starts)):
            context.add(path)
        if its.is_in_series:
            in_series.add(path)
        if its.is_meeting:
            meetings.add(path)
    logs = (by_path[path].content for path in asked if path in by_path and by_path[path].fact(_bearing).collection == _ACTIVITIES)
    context |= by_path.keys() & {f"{reference.decode()}.yml" for content in logs for reference in _REFERENCE.findall(content)}
    context |= {path for path, file in by_path.items() if any(word in file.content for word in words)} if words else set()
    for alike in (in_series, meetings):
        context |= alike if not alike.isdisjoint(asked) else set()
    return frozenset(context)


def beginning_around(starts: Iterable[str]) -> frozenset[str]:
    """How the first days of events are written that may be duplicates of events with these; for `with_context`."""
    months = {month for first in starts for month in months_around(first)}
    return frozenset(f"{_BEGIN}{quote}{month}" for month in months for quote in ("", '"', "'"))
