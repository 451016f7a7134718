"""Subscribe: a reader picks what to follow and takes the address along; browsers show feeds, and ical.js reads agendas."""

import hashlib
import json
import re
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Dialog, Page, Route, expect

from tests.publications.agendas.test_agendas import COURSE, ODD, TIME, agenda
from tests.support.browser.visit import PHONE, Visit
from tests.support.publications.giving_out import AUTHORITY, feeds_of, living_agendas
from tests.support.publications.odd_texts import HOSTILE, hostile
from tests.support.serving import SITE_URL

VENDOR = Path(__file__).parents[1] / "vendor"
ICAL = (VENDOR / "ical.min.js").read_text("utf-8")
Server = Callable[[Path], str]
Visits = Callable[..., Visit]
TEXTS = "[...document.querySelectorAll('*')].filter(each => !each.children.length && each.checkVisibility()).map(each => each.textContent)"
NOWHERE = "http://nowhere.example/"
READ = """text => new ICAL.Component(ICAL.parse(text)).getAllSubcomponents("vevent").map(each => {
  const event = new ICAL.Event(each), zone = event.startDate.zone, times = event.iterator(), days = []
  for (let next; (next = times.next()) && days.length < 40;) days.push(next.toJSDate().toISOString())
  return {uid: event.uid, summary: event.summary, location: event.location, description: event.description,
    sequence: event.sequence, status: each.getFirstPropertyValue("status"), starts: event.startDate.toString(),
    ends: event.endDate.toString(), zone: zone.tzid, days, alarms: each.getAllSubcomponents("valarm").length,
    contact: each.getFirstPropertyValue("contact")}
})"""
LONG = pytest.mark.long


@pytest.fixture
def page(living_site: Path, server: Server, visit: Callable[..., Visit]) -> Page:
    """The page of subscriptions, new to its reader."""
    return visit(server(living_site) + "subscribe/").page


def field(page: Page, name: str) -> str:
    """The address that stands in a field."""
    return page.get_by_label(name, exact=True).input_value()


# What a reader picks


@pytest.mark.long
def test_everything_is_offered_first(page: Page) -> None:
    """With addresses, ways to open them, a code for the phone, and one button that stands out."""
    assert field(page, "Feed") == f"{SITE_URL}feeds/updates.rss"
    assert field(page, "Calendar") == f"{SITE_URL}agendas/all.ics"
    expect(page.get_by_role("img", name="QR code of this page")).to_be_visible()
    button = page.get_by_role("link", name="Subscribe on this device")
    expect(button).to_have_attribute("href", f"webcal:{SITE_URL.partition(':')[2]}agendas/all.ics")
    assert page.locator(".ch-button--main").count() == 1


@pytest.mark.parametrize(
    ("list_name", "choice", "part", "feed", "has_agenda"),
    [
        ("Country", "Lao PDR", "countries-la", "countries/la", "countries/la"),
        pytest.param("Kind", "Trainings", "trainings", "trainings", "trainings", marks=LONG),
        ("Kind", "Documents", "documents", "documents", ""),
        pytest.param("Kind", "Registration deadlines", "deadlines", "", "deadlines", marks=LONG),
        pytest.param("Topic", "Evidence", "topics-evidence", "topics/evidence", "", marks=LONG),
        pytest.param(
            "Audience", "Prosecutors", "audiences-prosecutors", "audiences/prosecutors", "audiences/prosecutors", marks=pytest.mark.long
        ),
        pytest.param("Plan", "Plan of Action 2016-2020", "plans-poa-2016-2020", "plans/poa-2016-2020", "", marks=LONG),
    ],
)
def test_a_choice_fills_the_offer(page: Page, list_name: str, choice: str, part: str, feed: str, has_agenda: str) -> None:
    """Its addresses, also as others take them; what it does not have is said; the code of its own; the page's address leads back to it."""
    page.get_by_label(list_name, exact=True).select_option(label=choice)
    expect(page.locator("[data-ch-offer] [data-ch-name]")).to_have_text(choice)
    expect(page.get_by_role("img", name=f"QR code: {choice}")).to_have_attribute("src", re.compile(rf"{part}\.svg$"))
    expect(page).to_have_url(re.compile(f"/subscribe/#{part}$"))
    links = " ".join(link.get_attribute("href") or "" for link in page.locator("[data-ch-href]:visible").all())
    if feed:
        assert field(page, "Feed") == f"{SITE_URL}feeds/{feed}.rss"
        assert page.evaluate("address => encodeURIComponent(address)", f"{SITE_URL}feeds/{feed}.rss") in links
    else:
        expect(page.get_by_text("There is no feed for this")).to_be_visible()
    if has_agenda:
        assert field(page, "Calendar") == f"{SITE_URL}agendas/{has_agenda}.ics"
        assert f"webcal:{SITE_URL.partition(':')[2]}agendas/{has_agenda}.ics" in links
    else:
        expect(page.get_by_text("There is no calendar for this")).to_be_visible()
        expect(page.get_by_role("link", name="Subscribe on this device")).not_to_be_visible()


@pytest.mark.long
def test_one_choice_takes_the_place_of_another(page: Page) -> None:
    """And none of them brings everything back."""
    page.get_by_label("Country", exact=True).select_option(label="Lao PDR")
    page.get_by_label("Topic", exact=True).select_option(label="Evidence")
    assert page.get_by_label("Country", exact=True).input_value() == "all"
    assert field(page, "Feed") == f"{SITE_URL}feeds/topics/evidence.rss"
    page.get_by_label("Topic", exact=True).select_option(value="all")
    expect(page.locator("[data-ch-offer] [data-ch-name]")).to_have_text("Everything")
    expect(page.get_by_role("img", name="QR code of this page")).to_be_visible()
    expect(page).to_have_url(re.compile("/subscribe/$"))
    assert field(page, "Feed") == f"{SITE_URL}feeds/updates.rss"


@pytest.mark.long
def test_a_link_to_a_choice_opens_with_it(living_site: Path, server: Server, begun: Callable[..., Visit]) -> None:
    """As the codes do; a link to the page alone opens it without one."""
    page = begun(PHONE).to(server(living_site) + "subscribe/#countries-la").page
    expect(page.locator("[data-ch-offer] [data-ch-name]")).to_have_text("Lao PDR")
    expect(page.locator("#choose")).to_be_in_viewport()
    page.goto(server(living_site))
    page.get_by_role("link", name="Choose a calendar").click()
    page.wait_for_url("**/subscribe/")
    page.get_by_label("Country", exact=True).select_option(label="Viet Nam")
    assert field(page, "Calendar").endswith("agendas/countries/vn.ics")


def test_an_address_is_copied(living_site: Path, server: Server, browser: Browser) -> None:
    """That of the field beside the button, which says so; the line for other pages as well."""
    with browser.new_context(permissions=["clipboard-read", "clipboard-write"]) as profile:
        page = profile.new_page()
        page.goto(server(living_site) + "subscribe/")
        page.get_by_label("Audience", exact=True).select_option(label="Police")
        button = page.locator("[data-ch-copies=ch-agenda]")
        button.click()
        expect(button).to_have_text("Copied")
        assert page.evaluate("navigator.clipboard.readText()") == f"{SITE_URL}agendas/audiences/police.ics"
        other = page.locator("[data-ch-copies=ch-frame]")
        other.click()
        expect(other).to_have_text("Copied")
        assert page.evaluate("navigator.clipboard.readText()").startswith(f'<iframe src="{SITE_URL}embed/upcoming/"')


def test_without_a_script_plain_lists_have_it_all(living_site: Path, server: Server, visit: Visits) -> None:
    """No form that does nothing; every feed and agenda a link."""
    page = visit(server(living_site) + "subscribe/", script=False).page
    expect(page.locator("form[data-ch-pick]")).not_to_be_visible()
    expect(page.get_by_role("button", name="Copy")).to_have_count(0)
    row = page.locator("#countries-la")
    expect(row).to_be_visible()
    assert [link.get_attribute("href") for link in row.get_by_role("link").all()] == [
        "../countries/la/", "../feeds/countries/la.xml", "../feeds/countries/la.rss", "../feeds/countries/la.atom",
        f"webcal:{SITE_URL.partition(':')[2]}agendas/countries/la.ics", "../agendas/countries/la.ics", "countries-la.svg",
    ]  # fmt: skip
    page.locator("summary", has_text="Topics").click()
    expect(page.locator("#topics-evidence")).to_be_visible()


# Feeds in a browser


@pytest.mark.parametrize("kind", ["application/xml", pytest.param("text/xml", marks=LONG)])
def test_a_browser_shows_a_feed(living_site: Path, server: Server, begun: Callable[..., Visit], kind: str) -> None:
    """Under the address to which pages lead, with each type that hosts send for it (mime-db, by which GitHub Pages goes, has both):
    titles, dates, and a line with the address of /subscribe/; no markup, no warning, nothing too wide."""
    tab = begun(PHONE)
    tab.page.route("**/*.xml", lambda route: served_as(route, kind))
    tab.to(server(living_site) + "feeds/countries/mm.xml")
    text = "\n".join(tab.page.evaluate(TEXTS))
    assert f"{SITE_URL}subscribe/" in text
    assert "Moved to 6 April 2026: Inspection at land checkpoints" in text
    assert "26 Feb 2026" in text
    assert "<p>" not in text
    assert tab.faults == []
    sizes = tab.page.evaluate("[...document.querySelectorAll('item > title')].map(each => each.getBoundingClientRect().height)")
    assert sizes
    assert min(sizes) > 20


def served_as(route: Route, kind: str) -> None:
    """As public hosts do, which know these endings."""
    response = route.fetch()
    route.fulfill(response=response, headers={**response.headers, "content-type": kind})


@pytest.mark.parametrize(("ending", "kind"), [("rss", "application/rss+xml"), pytest.param("atom", "application/atom+xml", marks=LONG)])
def test_nothing_hostile_runs_where_a_browser_shows_a_feed(browser: Browser, ending: str, kind: str) -> None:
    """It is text there, whatever it looks like."""
    page, dialogs = _watched(browser)
    for text in HOSTILE:
        content = feeds_of(hostile(text))[f"feeds/updates.{ending}"]
        page.route(f"{NOWHERE}**", partial(_fulfilled, content, f"{kind}; charset=utf-8"))
        page.goto(f"{NOWHERE}feeds/updates.{ending}")
        assert text.strip() in page.evaluate("document.documentElement.textContent")
        page.unroute_all()
    assert dialogs == []


@pytest.mark.long
def test_nothing_hostile_runs_in_a_reader_that_shows_the_html_of_entries(browser: Browser) -> None:
    """Not even in one that cleans nothing: it holds no element that could act."""
    page, dialogs = _watched(browser)
    page.route(f"{NOWHERE}**", lambda route: route.fulfill(body="<!doctype html><main></main>", content_type="text/html; charset=utf-8"))
    page.goto(NOWHERE)
    for text in HOSTILE:
        items = json.loads(feeds_of(hostile(text))["feeds/updates.json"])["items"]
        page.evaluate("htmls => { document.querySelector('main').innerHTML = htmls.join('') }", [item["content_html"] for item in items])
        assert text.strip() in page.evaluate("document.querySelector('main').textContent")
        assert page.locator("main :not(p, ul, li, a, span, br)").count() == 0
    assert dialogs == []


def _fulfilled(body: bytes, kind: str, route: Route) -> None:
    route.fulfill(body=body, content_type=kind)


def _watched(browser: Browser) -> tuple[Page, list[str]]:
    """A page of nowhere, and what it would ask of its reader."""
    page, dialogs = browser.new_context().new_page(), list[str]()

    def note_and_dismiss(dialog: Dialog) -> None:
        dialogs.append(dialog.message)
        dialog.dismiss()

    page.on("dialog", note_and_dismiss)
    return page, dialogs


# Agendas as ical.js reads them


@pytest.fixture(scope="module")
def read(browser: Browser) -> Callable[[bytes], dict[str, Any]]:
    """Reads an agenda with ical.js; events by UID, none twice."""
    page = browser.new_context(timezone_id="Pacific/Kiritimati").new_page()
    page.evaluate(ICAL)

    def by_uid(content: bytes) -> dict[str, Any]:
        events = page.evaluate(READ, content.decode())
        by = {event["uid"]: event for event in events}
        assert len(by) == len(events)
        return by

    return by_uid


def test_ical_js_is_the_one_that_its_readme_names() -> None:
    """Nobody changes a vendored file unnoticed."""
    assert hashlib.sha256((VENDOR / "ical.min.js").read_bytes()).hexdigest() in (VENDOR / "README.md").read_text("utf-8")


@pytest.mark.long
def test_every_agenda_is_read(read: Callable[[bytes], dict[str, Any]]) -> None:
    """As many events as stand in it, with their status and alarms."""
    for address, content in living_agendas().items():
        events = read(content)
        assert len(events) == content.count(b"BEGIN:VEVENT"), address
        assert {event["status"] for event in events.values()} <= {"TENTATIVE", "CONFIRMED", "CANCELLED"}
        alarms = {event["alarms"] for event in events.values()}
        assert alarms <= ({0, 2} if address == "agendas/deadlines.ics" else {0})


def test_days_and_hours_are_right_far_from_where_they_are_read(read: Callable[[bytes], dict[str, Any]]) -> None:
    """On an island fourteen hours ahead, of an event in Yangon on three days; and all-day events know no zone."""
    (event,) = read(agenda(f"{COURSE}/event.ics", starts="2026-04-06", ends="2026-04-08", time=TIME)).values()
    assert (event["zone"], event["starts"], event["ends"]) == ("Asia/Yangon", "2026-04-06T09:30:00", "2026-04-06T16:00:00")
    assert event["days"] == [f"2026-04-{day:02}T03:00:00.000Z" for day in (6, 7, 8)]
    (event,) = read(agenda(f"{COURSE}/event.ics", starts="2026-02-27", ends="2026-03-01")).values()
    assert (event["starts"], event["ends"]) == ("2026-02-27", "2026-03-02")


@pytest.mark.parametrize("text", ODD)
def test_odd_text_is_read_back_as_it_was_written(read: Callable[[bytes], dict[str, Any]], text: str) -> None:
    """By another parser than the one of the other tests."""
    summary, one_line = json.dumps(text, ensure_ascii=False), json.dumps(" ".join(text.split())[:190], ensure_ascii=False)
    content = agenda(f"{COURSE}/event.ics", summary=summary, title=one_line, place=one_line, organisers=f"[{one_line}]")
    (event,) = read(content).values()
    words = json.loads(one_line).strip()
    assert (event["uid"], event["summary"], event["location"], event["contact"]) == (f"{COURSE}@{AUTHORITY}", words, words, words)
    assert event["description"].startswith(text.strip() + "\n\n")
