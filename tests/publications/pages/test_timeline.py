"""The time line: what was added, changed and withdrawn, month by month, and nothing else than the feed tells."""

import json
from collections.abc import Callable
from datetime import date
from functools import cache

import pytest

from clearinghouse.catalogue.catalogue import Catalogue
from clearinghouse.catalogue.news import news
from clearinghouse.catalogue.reminders import news_and_reminders
from clearinghouse.publications.feeds.feed import MOST
from clearinghouse.publications.pages.front import latest_changes
from clearinghouse.publications.pages.news.timeline import GROUPS, MonthOfNews, context, months, sections
from clearinghouse.vocabulary.kinds import CHANGES
from tests.support import examples
from tests.support.publications.giving_out import SITE, feeds_of, ids, living, true


def many(number: int) -> Catalogue:
    """So many networks, four a month from January 2020 on."""
    days = [f"{2020 + place // 48}-{place % 48 // 4 + 1:02}-0{place % 4 + 1}" for place in range(number)]
    return examples.catalogue({f"networks/net-{place}": examples.yaml("networks", published=day) for place, day in enumerate(days)})


CATALOGUES: dict[str, Callable[[], Catalogue]] = {
    "living": living,
    "true": lambda: true(date(2026, 11, 21)),
    "many": cache(lambda: many(130)),
    "nothing": cache(lambda: examples.catalogue({})),
}


@pytest.fixture(params=CATALOGUES)
def catalogue(request: pytest.FixtureRequest) -> Catalogue:
    """Several catalogues, one of which has more news than a feed holds."""
    return CATALOGUES[request.param]()


def test_the_page_shows_the_entries_of_the_feed(catalogue: Catalogue) -> None:
    """The same, in the same order, each with the same words and leading to the same record."""
    feed = json.loads(feeds_of(catalogue)["feeds/updates.json"])["items"]
    items = [item for section in sections(months(catalogue), catalogue) if section.id != "earlier" for item in section.items]
    assert [(item.head[0].text, f"{SITE.url}{item.head[0].to}") for item in items] == [(entry["title"], entry["url"]) for entry in feed]


def test_every_entry_of_the_feed_and_its_archives_stands_in_one_month(catalogue: Catalogue) -> None:
    """In one group of it, and in that of its own date."""
    all_news = [item for month in months(catalogue) for item in month.news]
    archived = {
        name
        for address, feed in feeds_of(catalogue).items()
        if address.startswith("feeds/updates") and address.endswith(".rss")
        for name in ids(feed)
    }
    assert [item.id for item in all_news] == [item.id for item in news_and_reminders(catalogue)]
    assert {item.id for item in all_news} == archived
    for month in months(catalogue):
        assert {f"{item.on:%Y-%m}" for item in month.news} == {month.month}
        assert sorted(item.id for _, _, members in month.groups for item in members) == sorted(item.id for item in month.news)


def test_every_kind_of_news_has_its_group() -> None:
    """What a change may say, and what the dates of records make."""
    kinds = [kind for _, _, kinds in GROUPS for kind in kinds]
    assert sorted(kinds) == sorted({*CHANGES, "new", "notice", "evidence", "delivery", "closing", "starting"})


def test_what_the_feed_no_longer_holds_is_a_link_away() -> None:
    """A month that is shown in part says how much more it has, and older months are listed."""
    catalogue = many(132)
    *latest, earlier = sections(months(catalogue), catalogue)
    assert sum(len(section.items) for section in latest) == MOST == 12 * 4 + 2
    last = "".join(bit.text for bit in latest[-1].paragraphs[0])
    assert last == "4 added. September 2021 by type of change, with 2 more entries."
    assert [item.head[0].to for item in earlier.items] == [month.address for month in months(catalogue)[len(latest) :]]
    assert len(latest) + len(earlier.items) == len(months(catalogue))


def test_a_month_tells_how_much_of_what_there_was() -> None:
    """Added, changed, withdrawn, and what was due soon."""
    files = {
        "networks/net-a": examples.yaml("networks", published="2026-02-01"),
        "networks/net-b": examples.yaml("networks", published="2026-02-02", changes="[{on: 2026-02-03, what: corrected, id: c}]"),
        "networks/net-c": examples.yaml("networks", published="2026-01-31", withdrawn="{date: 2026-02-04, reason: Twice here.}"),
    }
    (month, before) = months(examples.catalogue(files))
    assert (month.name, month.address, month.summary) == ("February 2026", "updates/archive/2026-02/", "2 added, 1 changed and 1 withdrawn")
    page = context(month, (before, None), examples.catalogue(files))
    assert [section.title for section in page["sections"]] == ["Added", "Changed", "Withdrawn"]
    assert [action.text for action in page["head"].actions] == ["January 2026", "Subscribe"]


def test_days_are_those_of_the_records_alone() -> None:
    """The day of the build only says what is not told yet."""
    early, late = (months(living(day)) for day in (date(2026, 3, 1), date(2026, 6, 1)))
    known = {item.id for month in early for item in month.news}
    assert known < {item.id for month in late for item in month.news}
    assert all(item.on <= date(2026, 3, 1) for month in early for item in month.news)
    assert all(isinstance(month, MonthOfNews) for month in late)


def test_records_of_one_collection_and_day_are_one_line() -> None:
    """On the front page: with how many there are and the first of their titles, each of which leads to its record."""
    files = {
        f"trainings/th-2026-0{number}-course": examples.yaml("trainings", title=f"Course {number}", published="2026-03-02")
        for number in range(1, 6)
    }
    files["trainings/th-2026-06-course"] = examples.yaml("trainings", title="Earlier", published="2026-03-01")
    files["workshops/th-2026-03-meeting"] = examples.yaml("workshops", title="Meeting", published="2026-03-02")
    together, *others = sorted(latest_changes(news(examples.catalogue(files))), key=lambda line: line.title)
    assert [together.title, together.to] == ["5 trainings added", "trainings/"]
    assert "".join(bit.text for bit in together.context) == "Course 5; Course 4; Course 3; and 2 more"
    assert together.context[0].to == "trainings/th-2026-05-course/"
    assert [line.title for line in others] == ["Earlier", "Meeting"]
