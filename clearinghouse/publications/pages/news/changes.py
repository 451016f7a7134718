"""What changed between two days: what happened in the world, and what this site learned; by year, from meeting to meeting, and,
with a script, between any two days."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from itertools import pairwise
from typing import Any

from clearinghouse.catalogue.catalogue import Catalogue
from clearinghouse.catalogue.chronicle import Milestone, TimeSpan, chronicle, meetings
from clearinghouse.catalogue.news import news
from clearinghouse.publications.collections.law.status import status_words
from clearinghouse.publications.collections.view import record_item
from clearinghouse.publications.downloads.plain_tables import plain_table
from clearinghouse.publications.html.lines import text_bit
from clearinghouse.publications.html.parts import Action, Bit, Head, Item, Notice, Table
from clearinghouse.publications.html.templates import Templates
from clearinghouse.publications.page import Page
from clearinghouse.publications.pages.lists.pagers import pager
from clearinghouse.publications.pages.news import timeline
from clearinghouse.publications.pages.news.digests import news_item
from clearinghouse.publications.translation.language import ENGLISH, language
from clearinghouse.publications.translation.texts import gettext
from clearinghouse.publications.words import capital, counted, date_words, listed, on_words, truncated
from clearinghouse.records.collections.activity import LogEntry
from clearinghouse.records.collections.event import Event
from clearinghouse.records.collections.legislation import Assessment, ComplianceNote, LegislationStatus
from clearinghouse.records.collections.parts.law import Law
from clearinghouse.records.keys.dates import PartialDate

ADDRESS = "changes/"
LONGEST = 200
"""Letters of what happened in the delivery of an activity; its page says the rest."""
MOST_LINES = 1_000
"""Lines of a page: what has more stands on several."""
BODY = "awg-cites-we"
"""The body whose meetings divide the time."""
HAPPENED = (
    ("held", "Trainings and meetings held", "event held", "events held"),
    ("document", "Documents published", "document published", "documents published"),
    ("law", "Laws adopted", "law adopted", "laws adopted"),
    ("category", "Legislation assessed", "assessment of legislation", "assessments of legislation"),
    ("decision", "Decisions on compliance", "decision on compliance", "decisions on compliance"),
    ("delivery", "Delivery of activities", "step in the delivery of an activity", "steps in the delivery of activities"),
)
"""Every kind of milestone: its title, and how it is counted."""
LEARNED = tuple((f"site-{key}", title, kinds) for key, title, kinds in timeline.GROUPS if key != "due")


@dataclass(frozen=True)
class Dated:
    """A line of a list, and the days between which what it says happened."""

    item: Item
    first: date
    last: date


@dataclass(frozen=True)
class Group:
    """Lines of one kind, newest first. place: among the kinds; count: of all of them, in words, which may stand on several pages."""

    id: str
    place: int
    title: str
    lines: tuple[Dated, ...]
    count: str


@dataclass(frozen=True)
class Chapter:
    """A time that has a page. title: of the page; words: in a list of such pages."""

    address: str
    title: str
    words: str
    span: TimeSpan


@dataclass(frozen=True)
class Changes:
    """All pages of what changed."""

    catalogue: Catalogue

    @cached_property
    def _happened(self) -> Sequence[tuple[str, Dated]]:
        return [(milestone.what, Dated(_item(milestone), milestone.first, milestone.last)) for milestone in chronicle(self.catalogue)]

    @cached_property
    def _learned(self) -> Sequence[tuple[str, Dated]]:
        return [(piece.what, Dated(news_item(piece, self.catalogue), piece.on, piece.on)) for piece in news(self.catalogue)]

    @cached_property
    def years(self) -> tuple[Chapter, ...]:
        """A chapter for each year in which something happened or was learned, the newest first."""
        until = self.catalogue.as_of
        dated = [line for _, line in (*self._happened, *self._learned)]
        years = sorted({year for line in dated for year in range(line.first.year, min(line.last, until).year + 1)}, reverse=True)
        return tuple(
            Chapter(
                f"{ADDRESS}{year}/", f"What changed in {year}", str(year), TimeSpan(date(year - 1, 12, 31), min(date(year, 12, 31), until))
            )
            for year in years
        )

    @cached_property
    def meetings(self) -> tuple[Event, ...]:
        """The meetings that divide the time, the newest first."""
        return meetings(self.catalogue, BODY)[::-1]

    @property
    def between_meetings(self) -> tuple[Chapter, ...]:
        """A chapter from each meeting to the next, and from the last one to today, the newest first."""
        chapters = [_since(meeting, None, self.catalogue.as_of) for meeting in self.meetings[:1]]
        chapters += [_since(before, after, self.catalogue.as_of) for after, before in pairwise(self.meetings)]
        return tuple(chapters)

    def overview(self) -> Mapping[str, Any]:
        """What the page of any two days lays out below its prose."""
        return {
            "until": self.catalogue.as_of.isoformat(),
            "days": [(_end(meeting).isoformat(), f"{_named(meeting)}, {date_words(_end(meeting))}") for meeting in self.meetings],
            "lists": [
                {"id": "meetings", "title": "From meeting to meeting", "chapters": self.between_meetings},
                {"id": "years", "title": "Year by year", "chapters": self.years},
            ],
            "empty": None if self.years else Notice("Nothing has happened yet.", (Bit("No record with a date is part of these data."),)),
        }

    def pages(self, templates: Templates) -> Iterator[Page]:
        """A page for each chapter."""
        for chapters in (self.years, self.between_meetings):
            around = (None, *chapters, None)
            for after, chapter, before in zip(around, chapters, around[2:], strict=False):
                for page in _paged(chapter, self.context(chapter, [other for other in (before, after) if other])):
                    html = templates.render("pages/changes.html", page["address"], **page)
                    yield Page(page["address"], page["head"].title, page["head"].lead, html, ADDRESS, is_indexed=False)

    def context(self, chapter: Chapter, neighbours: Sequence[Chapter]) -> Mapping[str, Any]:
        """What the page of a chapter lays out. neighbours: the chapters before and after it."""
        happened, learned = _groups(HAPPENED, self._happened, chapter.span), _groups(LEARNED, self._learned, chapter.span)
        tally = [_counted(group) for group in happened]
        head = Head(
            chapter.title,
            f"{capital(listed(tally))}." if tally else "No record reports anything in this period.",
            actions=tuple(Action(other.words, to=other.address) for other in neighbours),
            crumbs=(("Home", ""), ("What changed", ADDRESS), (chapter.words, None)),
        )
        return {"head": head, "happened": happened, "learned": learned, "file": _file(chapter.title, (*happened, *learned))}


def _paged(chapter: Chapter, context: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """The pages of a chapter. A half that has all its lines on other pages is None; the files belong to the first."""
    halves: dict[str, list[Group]] = {half: context[half] for half in ("happened", "learned")}
    totals = [sum(len(group.lines) for group in groups) for groups in halves.values()]
    count = max(1, -(-sum(totals) // MOST_LINES))
    addresses = [(1, chapter.address), *((number, f"{chapter.address}page/{number}/") for number in range(2, count + 1))]
    for number, address in addresses:
        start = (number - 1) * MOST_LINES
        page = {**context, "address": address, "pager": pager(addresses, number)}
        for (half, groups), total, before in zip(halves.items(), totals, (0, totals[0]), strict=True):
            page[half] = (_part(groups, start - before) or None) if total else groups if number == 1 else None
        if number > 1:
            title = gettext("{title}, page {number}", title=chapter.title, number=number)
            page |= {"head": replace(context["head"], title=title), "file": None}
        yield page


def _part(groups: Sequence[Group], start: int) -> list[Group]:
    """The groups with those of their lines that stand on the page on which the lines begin which follow so many others."""
    parts, before = [], 0
    for group in groups:
        first, last = (max(0, place - before) for place in (start, start + MOST_LINES))
        if lines := group.lines[first:last]:
            count = gettext("{number}, continued", number=group.count) if first else group.count
            parts.append(replace(group, lines=lines, count=count))
        before += len(group.lines)
    return parts


def _file(title: str, groups: Sequence[Group]) -> Table:
    """What happened and what was learned as a table."""
    rows = (
        ((Bit(group.title),), dated.item.head, dated.item.context, (Bit(dated.first.isoformat()),), (Bit(dated.last.isoformat()),))
        for group in groups
        for dated in group.lines
    )
    return plain_table(title, ("Kind", "What changed", "About", "First day", "Last day"), rows, heading=1)


def _since(meeting: Event, following: Event | None, today: date) -> Chapter:
    address = f"{ADDRESS}since/{meeting.id}/"
    if following is None:
        words = gettext("Since the {meeting}", meeting=_named(meeting))
        return Chapter(address, words, words, TimeSpan(_end(meeting), today))
    words = gettext("From the {meeting} to the {following}", meeting=_named(meeting), following=_named(following))
    return Chapter(address, words, words, TimeSpan(_end(meeting), _end(following)))


def _named(meeting: Event) -> str:
    number = getattr(meeting, "number", None)
    if not number:
        return gettext("meeting {when}", when=on_words(PartialDate.of(_end(meeting))))
    return gettext("meeting {number}", number=number) if language().tag != ENGLISH else f"{ordinal(number)} meeting"


def ordinal(number: int) -> str:
    """`1st`, `2nd`, `3rd`, `11th`, `21st`."""
    ending = "th" if number // 10 % 10 == 1 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def _end(meeting: Event) -> date:
    assert meeting.last_day is not None
    return meeting.last_day


def _groups(kinds: Sequence[tuple[Any, ...]], lines: Sequence[tuple[str, Dated]], span: TimeSpan) -> list[Group]:
    """The lines of a time by kind; a kind without any is left out."""
    groups = []
    for place, (key, title, *of_kind) in enumerate(kinds):
        own = of_kind[0] if isinstance(of_kind[0], tuple) else (key,)
        dated = tuple(line for what, line in lines if what in own and span.overlaps(line.first, line.last))
        if dated:
            groups.append(Group(key, place, title, dated, str(len(dated))))
    return groups


def _counted(group: Group) -> str:
    one, several = next((one, several) for key, _, one, several in HAPPENED if key == group.id)
    return counted(len(group.lines), one, several)


def _item(milestone: Milestone) -> Item:
    """A milestone in a list: what it is, which leads to the record, then whose it is and when."""
    record, claim = milestone.record, milestone.claim
    when = Bit(date_words(milestone.when), time=str(milestone.when))
    if isinstance(claim, Law) and isinstance(record, LegislationStatus):
        title = text_bit(claim.title)
        return Item((Bit(title.text, to=record.law_address(claim), lang=title.lang),), (Bit(f"{record.title}, "), when))
    if isinstance(claim, Assessment):
        before = f" Before: {status_words(milestone.before)}." if milestone.before else ""
        head = Bit(f"{record.title}: {status_words(claim)}", to=f"{record.address}#history")
        return Item((head,), (Bit(f"{claim.document}, "), when, Bit(f".{before}")))
    if isinstance(claim, ComplianceNote):
        return Item((Bit(claim.what, to=f"{record.address}#history"),), (Bit(f"{record.title}, "), when))
    if milestone.activity and isinstance(claim, LogEntry):
        activity = milestone.activity
        head = Bit(f"{getattr(record, 'prefix', '')} {activity.number} {activity.label}: {claim.delivery}", to=f"{activity.address}#log")
        return Item((head,), (text_bit(truncated(claim.what, LONGEST)), Bit(" "), when) if claim.what else (when,))
    return record_item(record)
