"""Today: coming, closing and past are right on the reader's own day, whenever the site was built."""

import contextlib
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Browser, CDPSession, Page, expect

from clearinghouse.catalogue.catalogue import Catalogue
from clearinghouse.publications.html.parts import EventLine, Item
from clearinghouse.publications.pages import coming, front
from clearinghouse.publications.pages.coming import Group
from clearinghouse.reading.typing.read import read
from clearinghouse.world.disk.data_folder import data_files
from tests.support.browser.visit import HEIGHT, PHONE, WIDE
from tests.support.haste import daily
from tests.support.running import LIVING, ROOT

Server = Callable[[Path], str]
Read = Callable[..., Page]
Pages = Callable[..., tuple[Page, CDPSession]]
BUILT = date.fromisoformat(LIVING[-1])
ZONES = (
    "Asia/Brunei", "Asia/Phnom_Penh", "Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura", "Asia/Vientiane", "Asia/Kuala_Lumpur",
    "Asia/Yangon", "Asia/Manila", "Asia/Singapore", "Asia/Bangkok", "Asia/Dili", "Asia/Ho_Chi_Minh",
)  # fmt: skip
"""All time zones of the member states."""
ENDS = ("Asia/Yangon", "Asia/Jayapura")
"""The first and the last of them."""
FAR = ("Pacific/Kiritimati", "Pacific/Pago_Pago")
"""The first and the last to see a day: fourteen hours before Greenwich, and eleven behind it."""
VISIBLE_TEXTS = """selector => [...document.querySelectorAll(selector)]
  .filter(part => part.checkVisibility()).map(part => part.textContent.trim())"""
NEXT, TO_COME = ".ch-next h3", "[aria-labelledby=next] .ch-columns > :first-child .ch-event h3"
OVER = "[aria-labelledby=next] .ch-columns > :last-child .ch-event h3"
UNDER_WAY, CLOSING = "[aria-labelledby=under-way] h3", "[aria-labelledby=closing] li > a"
PARTS = (NEXT, TO_COME, OVER, UNDER_WAY, CLOSING)
TALL = 2500
WATCH = """const painted = globalThis.everPainted = new Map()
const look = () => {
  for (const part of document.querySelectorAll("[data-ch-until]"))
    if (part.checkVisibility() && !painted.has(part)) painted.set(part, part.textContent.trim())
  requestAnimationFrame(look)
}
requestAnimationFrame(look)"""
"""Notes of each part that depends on the day with which words it was painted first."""

WRONGLY_PAINTED = """[...everPainted].filter(([part, words]) =>
  !(part.checkVisibility() && part.textContent.trim().startsWith(words))).map(([part, words]) => words)"""
"""A part of which not all has come yet may be painted with the words that are there: they stay its first ones."""


@pytest.fixture(scope="module")
def pages(browser: Browser) -> Iterator[Pages]:
    """Pages that tests share, since a new one each time would take most of the time; one by width, height and script,
    each with the session that moves it from time zone to time zone."""
    with contextlib.ExitStack() as contexts:

        @cache
        def opened(width: int, height: int, script: bool) -> tuple[Page, CDPSession]:
            context = browser.new_context(viewport={"width": width, "height": height}, java_script_enabled=script)
            page = contexts.enter_context(context).new_page()
            page.clock.install()
            return page, context.new_cdp_session(page)

        yield opened


@pytest.fixture
def reader(browser: Browser, pages: Pages) -> Iterator[Read]:
    """Opens an address at a moment in a time zone; a day alone is its noon in Greenwich. What watches gets a page of its own."""
    with contextlib.ExitStack() as own:

        def read_at(
            url: str,
            moment: datetime | date,
            zone: str = "Asia/Bangkok",
            *,
            width: int = WIDE,
            height: int = HEIGHT,
            script: bool = True,
            watch: str = "",
        ) -> Page:
            at = moment if isinstance(moment, datetime) else datetime.combine(moment, time(5), UTC)
            if watch:
                page = own.enter_context(browser.new_context(viewport={"width": width, "height": height}, timezone_id=zone)).new_page()
                page.clock.install(time=at)
                page.add_init_script(watch)
            else:
                page, session = pages(width, height, script)
                page.clock.set_system_time(at)
                session.send("Emulation.setTimezoneOverride", {"timezoneId": zone})
            page.goto(url)
            return page

        yield read_at


@cache
def records() -> Any:
    """The made-up records, as the build reads them."""
    return read(data_files(ROOT / "tests/living"))


def catalogue(day: date) -> Catalogue:
    """The made-up records, seen from a day."""
    return Catalogue.of(records().records, records().about, day)


def titles(group: Group[EventLine] | Group[Item]) -> list[str]:
    """What the build of a day shows of a group."""
    lines = [line for line in group.lines if line.days and line.days.is_shown]
    return [line.title if isinstance(line, EventLine) else line.head[0].text for line in lines]


def built_on(day: date) -> list[list[str]]:
    """The parts of the front page of a site that was built on that day."""
    events = coming.happenings(catalogue(day).events)
    first = coming.next_to_begin(events, day)
    groups = (
        first,
        coming.to_come(events, day, front.MOST_UPCOMING, but=first.keys),
        coming.over(events, day, front.MOST_PAST),
        coming.under_way(events, day, front.MOST_UNDER_WAY, but=first.keys),
        coming.closing(events, day, front.MOST_CLOSING),
    )
    return [titles(group) for group in groups]


def visible_texts(page: Page, *selectors: str) -> list[list[str]]:
    """What is there to be seen in these parts of a page."""
    return [page.evaluate(VISIBLE_TEXTS, selector) for selector in selectors]


def midnight(day: date, zone: str) -> datetime:
    """The moment at which a day begins in a zone."""
    return datetime.combine(day, time(), ZoneInfo(zone)).astimezone(UTC)


@pytest.mark.long
@pytest.mark.parametrize("later", [0, 7, 28, *(pytest.param(later, marks=pytest.mark.long) for later in (1, 2, 5, 8, 11, 17, 60))])
def test_an_old_front_page_says_what_one_built_today_would_say(later: int, living_site: Path, server: Server, reader: Read) -> None:
    """Next, to come, past, under way, closing: a site that was not built for weeks is right all the same."""
    day = BUILT + timedelta(later)
    assert visible_texts(reader(server(living_site), day), *PARTS) == built_on(day)


def test_the_days_that_are_tried_differ() -> None:
    """Else the test above would say little."""
    days = [built_on(BUILT + timedelta(later)) for later in (0, 1, 2, 8, 28, 60)]
    assert all(one != other for one, other in pairwise(days))
    assert all(any(day[part] for day in days) for part in range(len(PARTS)))


@pytest.mark.long
def test_without_a_script_the_day_of_the_build_stands(living_site: Path, server: Server, reader: Read) -> None:
    """Whatever the day is; nothing that is hidden can be reached either."""
    page = reader(server(living_site), BUILT + timedelta(30), script=False)
    texts = [[part.inner_text() for part in page.locator(selector).all() if part.is_visible()] for selector in PARTS]
    assert texts == built_on(BUILT)


@pytest.mark.parametrize("zone", [*(pytest.param(zone, marks=() if zone == ENDS[0] else pytest.mark.long) for zone in (*ZONES, *FAR))])
def test_a_day_ends_at_the_reader_s_midnight(zone: str, living_site: Path, server: Server, reader: Read) -> None:
    """In each time zone of the region, and in the first and the last of the earth: what has no time ends with the day."""
    ends = midnight(date(2026, 3, 11), zone)
    title = "Wildlife cases for prosecutors"  # its last day is 10 March
    before = reader(server(living_site), ends - timedelta(minutes=1), zone)
    assert title in visible_texts(before, UNDER_WAY)[0]
    before.clock.set_system_time(ends + timedelta(minutes=1))
    before.reload()
    under_way, over = visible_texts(before, UNDER_WAY, OVER)
    assert title not in under_way
    assert title in over


@pytest.mark.long
@pytest.mark.parametrize("zone", [ENDS[0], *(pytest.param(zone, marks=pytest.mark.long) for zone in (*ENDS[1:], *FAR))])
def test_what_has_a_time_ends_with_the_day_of_its_place(zone: str, living_site: Path, server: Server, reader: Read) -> None:
    """A course in Bangkok on 10 March is over when that day has ended there, whatever day it is for the reader."""
    ends = midnight(date(2026, 3, 11), "Asia/Bangkok")
    address = server(living_site) + "trainings/th-2026-03-crime-scene/"
    badges = ".ch-head .ch-badge"
    page = reader(address, ends - timedelta(minutes=1), zone)
    assert visible_texts(page, badges)[0][1] == "Under way"
    page.clock.set_system_time(ends + timedelta(minutes=1))
    page.reload()
    assert visible_texts(page, badges)[0][1] == "No report found"


@pytest.mark.parametrize(
    ("day", "badge", "notices", "register"),
    [
        ("2026-03-10", "Announced", [], "closes on 15 March 2026"),
        ("2026-03-15", "Announced", [], "closes on 15 March 2026"),
        ("2026-03-16", "Announced", [], "closed on 15 March 2026"),
        ("2026-03-17", "Under way", [], "closed on 15 March 2026"),
        ("2026-03-19", "Under way", [], "closed on 15 March 2026"),
        ("2026-03-20", "No report found", ["It was announced; no report was found that it was held."], "closed on 15 March 2026"),
    ],
)
def test_a_record_s_page_follows_the_day(
    day: str, badge: str, notices: list[str], register: str, living_site: Path, server: Server, reader: Read
) -> None:
    """Its badge, its notices, and what it says of registration."""
    page = reader(server(living_site) + "trainings/vn-2026-03-dieu-tra/", date.fromisoformat(day))
    badges, notice_texts = visible_texts(page, ".ch-head .ch-badge", ".ch-notice strong")
    assert (badges[1], notice_texts) == (badge, notices)
    expect(page.locator(".ch-first > div", has_text="How to join")).to_contain_text(register, use_inner_text=True)
    other = {"closes": "closed on", "closed": "closes on"}[register.partition(" ")[0]]
    expect(page.locator(".ch-first > div", has_text="How to join")).not_to_contain_text(other, use_inner_text=True)


@pytest.mark.long
@pytest.mark.parametrize(
    ("day", "text"), [("2026-03-31", "opens on 1 April 2026, closes on 20 April 2026"), ("2026-04-01", "closes on 20 April 2026")]
)
def test_that_registration_opens_is_told_until_it_has(day: str, text: str, living_site: Path, server: Server, reader: Read) -> None:
    """Afterwards only its end matters."""
    page = reader(server(living_site) + "trainings/my-2026-05-trainers/", date.fromisoformat(day))
    assert (
        " ".join(page.locator(".ch-first > div", has_text="How to join").locator("dd").inner_text().split()).removesuffix(
            " registration page"
        )
        == text
    )


@pytest.mark.long
@pytest.mark.parametrize(("day", "badge"), [("2026-04-05", "Moved"), ("2026-04-06", "Under way"), ("2026-04-09", "No report found")])
@pytest.mark.parametrize("address", ["trainings/", pytest.param("trainings/by/countries/mm/", marks=pytest.mark.long)])
def test_a_row_of_a_list_follows_the_day(day: str, badge: str, address: str, living_site: Path, server: Server, reader: Read) -> None:
    """In whole lists and in those of one word."""
    page = reader(server(living_site) + address, date.fromisoformat(day), "Asia/Yangon")
    row = page.locator("tr", has=page.locator("a", has_text="Inspection at land checkpoints"))
    assert [part.inner_text() for part in row.locator(".ch-badge").all() if part.is_visible()] == [badge]


@pytest.mark.long
@pytest.mark.parametrize("day", [BUILT, BUILT + timedelta(6), BUILT + timedelta(400)])
def test_above_a_list_stands_what_comes_and_closes(day: date, living_site: Path, server: Server, reader: Read) -> None:
    """As a list built today would say; when nothing comes any more it says so."""
    page = reader(server(living_site) + "trainings/", day)
    ahead = coming.ahead("trainings", catalogue(day))
    coming_up, closing, empty = visible_texts(
        page, *(f"[aria-labelledby=coming] {part}" for part in (".ch-event h3", "li > a", ".ch-empty"))
    )
    assert (coming_up, closing) == ((titles(ahead.to_come), titles(ahead.closing)) if ahead else ([], []))
    assert bool(empty) is not bool(coming_up)


@pytest.mark.long
def test_a_country_names_what_comes_next_for_it(living_site: Path, server: Server, reader: Read) -> None:
    """One event at a time, then that nothing is announced."""
    address, words = server(living_site) + "countries/vn/", []
    for day in (BUILT, date(2026, 7, 1), date(2026, 10, 17), date(2027, 1, 1)):
        page = reader(address, day)
        words.append(page.locator(".ch-facts > div", has_text="Coming up").locator("dd").inner_text().strip())
    assert words[0] == "A year of learning online about CITES permits"
    assert words[1].startswith("Ten years of examples")
    assert words[2:] == ["nothing announced", "nothing announced"]


@pytest.mark.parametrize("address", daily(["", "trainings/", "trainings/vn-2026-03-dieu-tra/"], ""))
def test_what_is_wrong_today_is_never_painted(address: str, living_site: Path, server: Server, reader: Read) -> None:
    """Not even for one frame."""
    page = reader(server(living_site) + address, BUILT + timedelta(9), watch=WATCH)
    page.wait_for_load_state("networkidle")
    page.wait_for_function("() => everPainted.size > 0")
    assert page.evaluate(WRONGLY_PAINTED) == []


@pytest.mark.long
def test_the_page_does_not_move_while_it_is_put_right(living_site: Path, server: Server, reader: Read) -> None:
    """What is shown anew has its place before it is painted; the window is so tall that all of it would be seen to move."""
    shifts = """globalThis.moved = 0
    const add = list => { for (const shift of list.getEntries()) moved += shift.value }
    new PerformanceObserver(add).observe({type: "layout-shift", buffered: true})"""
    for width in (WIDE, PHONE):
        page = reader(server(living_site), BUILT + timedelta(9), width=width, height=TALL, watch=shifts)
        page.wait_for_load_state("networkidle")
        assert page.evaluate("moved") < 0.02


def test_a_page_that_stayed_open_over_night_is_right_in_the_morning(living_site: Path, server: Server, reader: Read) -> None:
    """When somebody looks at it again."""
    page = reader(server(living_site), BUILT)
    assert visible_texts(page, NEXT) == [["Crime scene work for park rangers"]]
    page.clock.set_system_time(datetime(2026, 3, 11, 1, tzinfo=UTC))
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    assert visible_texts(page, *PARTS) == built_on(date(2026, 3, 11))


@pytest.mark.long
def test_a_page_that_a_link_leads_to_is_right_too(living_site: Path, server: Server, reader: Read) -> None:
    """Also from the page of a wrong address."""
    day = BUILT + timedelta(9)
    page = reader(server(living_site) + "not/there/", day)
    page.locator(".ch-brand").click()
    page.wait_for_url(server(living_site))
    expect(page.locator(".ch-hero")).to_be_visible()
    assert visible_texts(page, *PARTS) == built_on(day)


@pytest.mark.long
def test_a_zone_that_the_browser_does_not_know_is_read_as_the_reader_s_own(living_site: Path, server: Server, reader: Read) -> None:
    """Better a few hours off than no page at all."""
    troubles: list[str] = []
    page = reader(server(living_site), BUILT)
    page.on("pageerror", lambda error: troubles.append(str(error)))
    page.evaluate("""document.querySelector(".ch-columns").insertAdjacentHTML("beforeend",
      '<p id="far" data-ch-from="2026-03-10" data-ch-until="2026-03-10" data-ch-zone="Mars/Olympus" hidden>now</p>')""")
    expect(page.locator("#far")).to_be_visible()
    assert troubles == []


@pytest.mark.long
@pytest.mark.parametrize(("days", "has_warning"), [(0, False), (2, False), (3, True), (90, True)])
def test_a_site_that_nobody_builds_any_more_says_so(days: int, has_warning: bool, living_site: Path, server: Server, reader: Read) -> None:
    """At the foot of each page and at the head of /quality/, from the third day after its last build, on the reader's own clock."""
    for address in ("", "trainings/th-2026-02-forensics/", "quality/"):
        page = reader(server(living_site) + address, BUILT + timedelta(days=days))
        foot = page.locator(".ch-footer__legal")
        expect(foot).to_contain_text("Last built on 10 March 2026.")
        assert ("something has stopped" in foot.inner_text()) == has_warning
        assert page.get_by_text("This site was not built for three days or more.").is_visible() == (has_warning and address == "quality/")


def test_no_page_changes_because_a_day_has_passed(living_site: Path) -> None:
    """The day of the build stands in one file, so copies of a site get small updates, and browsers keep what they have."""
    assert (living_site / "built.js").read_text("utf-8") == '(globalThis.clearingHouse ??= {}).built = "2026-03-10"\n'
    assert "Last built on" not in (living_site / "trainings/th-2026-02-forensics/index.html").read_text("utf-8")
