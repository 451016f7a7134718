"""Digests: a week's news on one page, and as plain text that an office can mail as it stands."""

import textwrap
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from typing import Any

from clearinghouse.catalogue.catalogue import Catalogue
from clearinghouse.catalogue.news import News
from clearinghouse.catalogue.reminders import news_and_reminders
from clearinghouse.publications.collections.event import place_line
from clearinghouse.publications.feeds.headlines import headline, lead
from clearinghouse.publications.form_links import to_announce
from clearinghouse.publications.html.lines import text_bit
from clearinghouse.publications.html.parts import Action, Bit, Head, Item, Notice, Section
from clearinghouse.publications.html.templates import Templates
from clearinghouse.publications.page import Page
from clearinghouse.publications.site import Room, Site
from clearinghouse.publications.words import counted, date_words, listed, span_words, truncated, when
from clearinghouse.records.collections.event import Event
from clearinghouse.records.collections.training import Training
from clearinghouse.records.keys.dates import PartialDate

ADDRESS = "updates/digest/"
ROOM = Room(ADDRESS, "Weekly summaries", "One summary per week, ready to forward.")
TEXT = "digest.txt"
_WEEK = timedelta(7)
_AHEAD = timedelta(14)
_WIDTH = 72
_LONGEST = 240
_GROUPS = (
    ("notices", "From the clearing house", ("notice",)),
    ("changes", "Changed", ("moved", "postponed", "cancelled", "withdrawn", "confirmed", "corrected", "updated")),
    ("laws", "Legislation assessed", ("assessed",)),
    ("delivery", "Delivery of activities", ("delivery",)),
    ("evidence", "Evidence added", ("evidence",)),
    ("new", "New", ("new",)),
    ("held", "Held", ("held",)),
    ("due", "Due soon", ("closing", "starting")),
)

_SEVERAL = {"notice": "notices", "delivery": "log entries"}


@dataclass(frozen=True)
class Digest:
    """A week, Monday to Sunday (ISO 8601), in which there was news. monday: its first day; news: newest first; coming:
    what starts in the two weeks after it; is_over: whether no more news of it can come."""

    monday: date
    news: tuple[News, ...]
    coming: tuple[Event, ...]
    is_over: bool

    @property
    def address(self) -> str:
        """The address of its page."""
        year, week, _ = self.monday.isocalendar()
        return f"{ADDRESS}{year}-w{week:02}/"

    @property
    def title(self) -> str:
        """Which week it is: `Week 10 of 2026`."""
        year, week, _ = self.monday.isocalendar()
        return f"Week {week} of {year}"

    @property
    def days(self) -> str:
        """Its days: `2 to 8 March 2026`."""
        return _span(self.monday, self.monday + _WEEK)

    @property
    def days_ahead(self) -> str:
        """The days of which it tells what starts."""
        return _span(self.monday + _WEEK, self.monday + _WEEK + _AHEAD)

    @property
    def groups(self) -> Iterator[tuple[str, str, list[News]]]:
        """Its news by what they are: an id, a title, and the news."""
        for key, title, kinds in _GROUPS:
            if members := [piece for piece in self.news if piece.what in kinds]:
                yield key, title, members

    @property
    def summary(self) -> str:
        """How much of what there is: `2 moved, 1 cancelled and 3 new`."""
        kinds = [piece.what for piece in self.news]
        words = {"notice": "notice", "delivery": "log entry", "closing": "closing soon", "starting": "starting soon"}
        words |= {kind: several for kind, several in _SEVERAL.items() if kinds.count(kind) > 1}
        return listed([f"{kinds.count(kind)} {words.get(kind, kind)}" for kind in sorted(set(kinds), key=_order)])


def _order(kind: str) -> tuple[int, int]:
    return next((place, kinds.index(kind)) for place, (_, _, kinds) in enumerate(_GROUPS) if kind in kinds)


def _span(first: date, end: date) -> str:
    return span_words(PartialDate.of(first), PartialDate.of(end - timedelta(1)))


def digests(catalogue: Catalogue) -> tuple[Digest, ...]:
    """The digests of all weeks with news, newest first. Each entry of the feed of all updates stands in one of them."""
    starts = [event for event in catalogue.events if event.starts and event.starts.is_day and not event.is_off]
    starts = sorted((event for event in starts if event.status != "postponed"), key=_first_day)
    weeks = []
    for monday, members in groupby(news_and_reminders(catalogue), key=lambda piece: piece.on - timedelta(piece.on.weekday())):
        first = monday + _WEEK
        coming = starts[bisect_left(starts, (first, ""), key=_first_day) : bisect_left(starts, (first + _AHEAD, ""), key=_first_day)]
        weeks.append(Digest(monday, tuple(members), tuple(coming), catalogue.as_of >= first))
    return tuple(weeks)


def _first_day(event: Event) -> tuple[date, str]:
    return event.starts.first if event.starts else date.max, event.id


def context(digest: Digest, catalogue: Catalogue) -> Mapping[str, Any]:
    """What the page of a digest lays out."""
    sections = [Section(key, title, tuple(news_item(piece, catalogue) for piece in members)) for key, title, members in digest.groups]
    coming = tuple(Item((Bit(event.title, to=event.address),), (Bit(f"{when(event)}. "), *place_line(event))) for event in digest.coming)
    none = (
        None
        if coming
        else Notice("Nothing is announced for these days.", (Bit("Announce a training", to=to_announce(Training.collection)),))
    )
    sections.append(Section("coming", f"Starts from {digest.days_ahead}", coming, empty=none))
    crumbs = (("Home", ""), ("Updates", "updates/"), ("Digests", ADDRESS), (digest.title, None))
    actions = (Action("Plain text, to mail", to=digest.address + TEXT, main=True), Action("Subscribe", to="subscribe/"))
    notice = None if digest.is_over else Notice("This week is not over.", (Bit("More may come until Sunday."),))
    return {
        "head": Head(f"{digest.title}: {digest.days}", f"{digest.summary}.", actions=actions, crumbs=crumbs),
        "notice": notice,
        "sections": sections,
    }


def news_item(news: News, catalogue: Catalogue) -> Item:
    """A piece of news in a list: its headline, which leads to the record, its day and a few words."""
    text = _detail(news, catalogue)
    day = Bit(date_words(news.on), time=news.on.isoformat())
    return Item((Bit(headline(news, catalogue), to=news.address, lang=text_bit(news.record.title).lang),), (day, Bit(". "), text_bit(text)))


def _detail(news: News, catalogue: Catalogue) -> str:
    """A few words below a headline. That something is due in 7 days is no longer so when a digest is read."""
    return truncated((news.record.summary if news.due else lead(news, catalogue)).replace("\n", " "), _LONGEST)


def overview(digests: Sequence[Digest]) -> Mapping[str, Any]:
    """What the list of all digests lays out."""
    items = tuple(digest_item(digest) for digest in digests)
    head = Head(
        "Weekly summaries",
        "One summary per week, ready to forward.",
        actions=(Action("Subscribe", to="subscribe/", main=True),),
        crumbs=(("Home", ""), ("Updates", "updates/"), ("Digests", None)),
    )
    empty = None if items else Notice("Nothing has happened yet.")
    return {"head": head, "notice": None, "sections": [Section("weeks", "Weeks", items, empty=empty)]}


def digest_item(digest: Digest) -> Item:
    """A digest in a list."""
    return Item(
        (Bit(f"{digest.title}: {digest.days}", to=digest.address),),
        (Bit(f"{counted(len(digest.news), 'entry', 'entries')}: {digest.summary}."),),
    )


def digest_text(digest: Digest, catalogue: Catalogue, site: Site) -> str:
    """The digest as plain text, lines of at most 72 characters, with whole addresses."""
    lines = [site.name, f"{digest.title}: {digest.days}"]
    for _, title, members in digest.groups:
        lines += ["", title.upper()]
        for piece in members:
            lines += ["", *_wrapped(headline(piece, catalogue), "* ")]
            lines += _wrapped(_detail(piece, catalogue), "  ")
            lines.append(f"  {site.url}{piece.address}")
    lines += ["", f"STARTS FROM {digest.days_ahead.upper()}", ""]
    for event in digest.coming:
        place = "".join(bit.text for bit in place_line(event))
        lines += [*_wrapped(f"{when(event)}: {event.title}" + (f". {place}" if place else ""), "* "), f"  {site.url}{event.address}"]
    lines += [] if digest.coming else ["Nothing is announced for these days."]
    lines += ["", "--", f"This summary: {site.url}{digest.address}", f"Feeds and calendars: {site.url}subscribe/"]
    return "\n".join(lines) + "\n"


def _wrapped(text: str, begin: str) -> list[str]:
    """Lines broken at spaces alone: words of Thai, Khmer, Lao and Burmese must not be cut."""
    return textwrap.wrap(text, _WIDTH, initial_indent=begin, subsequent_indent="  ", break_long_words=False, break_on_hyphens=False)


def pages(weeks: Sequence[Digest], catalogue: Catalogue, templates: Templates) -> Iterator[Page]:
    """The list of all, and the page of each."""
    html = templates.render("pages/digest.html", ADDRESS, **overview(weeks))
    yield Page(ADDRESS, ROOM.title, ROOM.about, html, "updates/")
    for digest in weeks:
        html = templates.render("pages/digest.html", digest.address, **context(digest, catalogue))
        yield Page(digest.address, f"{digest.title}: {digest.days}", f"{digest.summary}.", html, "updates/", is_indexed=False)
