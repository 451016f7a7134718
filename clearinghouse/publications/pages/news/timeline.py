"""The time line of the clearing house itself: what was added, changed and withdrawn, month by month, as its feed tells it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from clearinghouse.catalogue.catalogue import Catalogue
from clearinghouse.catalogue.news import News
from clearinghouse.catalogue.reminders import news_and_reminders
from clearinghouse.publications.feeds.feed import MOST
from clearinghouse.publications.html.parts import Action, Bit, Head, Item, Section
from clearinghouse.publications.html.templates import Templates
from clearinghouse.publications.page import Page
from clearinghouse.publications.pages.news.digests import news_item
from clearinghouse.publications.translation.texts import gettext, ngettext
from clearinghouse.publications.words import capital, listed, month_words

ADDRESS = "updates/archive/"
GROUPS = (
    ("added", "Added", ("new", "notice")),
    (
        "changed",
        "Changed",
        ("moved", "postponed", "cancelled", "confirmed", "held", "corrected", "updated", "assessed", "evidence", "delivery"),
    ),
    ("withdrawn", "Withdrawn", ("withdrawn",)),
    ("due", "Due soon", ("closing", "starting")),
)
"""Every kind of news stands in one of them."""


@dataclass(frozen=True)
class MonthOfNews:
    """A month in which there was news, all of it newest first. month: `2026-03`."""

    month: str
    news: tuple[News, ...]

    @property
    def address(self) -> str:
        """The address of its page."""
        return f"{ADDRESS}{self.month}/"

    @property
    def name(self) -> str:
        """March 2026."""
        year, _, month = self.month.partition("-")
        return month_words(int(year), int(month))

    @property
    def groups(self) -> Iterator[tuple[str, str, list[News]]]:
        """Its news by what became of records: an id, a title, and the news."""
        for key, title, kinds in GROUPS:
            if members := [piece for piece in self.news if piece.what in kinds]:
                yield key, title, members

    @property
    def summary(self) -> str:
        """How much of what there is: `3 added, 2 changed and 1 withdrawn`."""
        words = {"due": "due soon"}
        return listed([f"{len(members):,} {words.get(key, key)}" for key, _, members in self.groups])


def months(catalogue: Catalogue) -> tuple[MonthOfNews, ...]:
    """All months with news up to today, newest first. Each entry of the feed and of its archives stands in one of them."""
    by_month = groupby(news_and_reminders(catalogue), key=lambda piece: f"{piece.on:%Y-%m}")
    return tuple(MonthOfNews(month, tuple(members)) for month, members in by_month)


def pages(months: Sequence[MonthOfNews], catalogue: Catalogue, templates: Templates) -> Iterator[Page]:
    """A page for each month."""
    around = (None, *months, None)
    for after, month, before in zip(around, months, around[2:], strict=False):
        html = templates.render("pages/digest.html", month.address, **context(month, (before, after), catalogue))
        described = f"What was added, changed and withdrawn in {month.name}."
        yield Page(month.address, f"Updates: {month.name}", described, html, "updates/", is_indexed=False)


def sections(months: Sequence[MonthOfNews], catalogue: Catalogue) -> tuple[Section, ...]:
    """The time line as it stands below the notices: what the feed holds now, by months, and the way to all that is older."""
    parts, left = [], MOST
    for place, month in enumerate(months):
        if left <= 0:
            earlier = tuple(Item((Bit(older.name, to=older.address),), (Bit(f"{capital(older.summary)}."),)) for older in months[place:])
            parts.append(Section("earlier", "Earlier", earlier))
            break
        newest, left = month.news[:left], left - len(month.news)
        rest = len(month.news) - len(newest)
        way = (
            Bit(f"{capital(month.summary)}. "),
            Bit(gettext("{month} by type of change", month=month.name), to=month.address),
            Bit(ngettext(", with {number} more entry.", ", with {number} more entries.", rest) if rest else "."),
        )
        parts.append(Section(month.month, month.name, tuple(news_item(piece, catalogue) for piece in newest), (way,)))
    return tuple(parts)


def context(month: MonthOfNews, around: tuple[MonthOfNews | None, MonthOfNews | None], catalogue: Catalogue) -> Mapping[str, Any]:
    """What the page of a month lays out. around: the months with news before and after it."""
    parts = [Section(key, title, tuple(news_item(piece, catalogue) for piece in members)) for key, title, members in month.groups]
    crumbs = (("Home", ""), ("Updates", "updates/"), (month.name, None))
    actions = [Action(other.name, to=other.address) for other in around if other]
    head = Head(month.name, f"{capital(month.summary)}.", actions=(*actions, Action("Subscribe", to="subscribe/")), crumbs=crumbs)
    return {"head": head, "notice": None, "sections": parts}
