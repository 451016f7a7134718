"""Views: grids, months, charts and histories say in each place what stands behind it, and every record is near."""

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from lxml import html as lxml_html
from playwright.sync_api import expect

from tests.support.browser.kinds import addresses, file_of
from tests.support.browser.visit import PHONE, WIDE, Visit
from tests.support.haste import daily
from tests.support.publications.rendering import led_to, words

Server = Callable[[Path], str]
Visits = Callable[..., Visit]
CLICKS = 4
RECORDS = re.compile(
    r"(trainings|workshops|programmes|documents|networks|projects|figures|updates|legislation|countries)/(?!by/|page/|digest/)[^/]+/|plans/[^/]+/([^/]+/)?"
)
"""The addresses of records, of member states, of plans and of activities."""


@cache
def page(site: Path, address: str) -> Any:
    """A page of the built site."""
    return lxml_html.document_fromstring((site / file_of(address)).read_bytes())


def clickable(site: Path, address: str) -> set[str]:
    """Where a page leads a reader without a script: by links that are not hidden."""
    hrefs = page(site, address).xpath("//a[not(ancestor-or-self::*[@hidden])]/@href")
    return {led_to(address, str(href))[0] for href in hrefs if not re.match(r"[a-z]+:", str(href))}


@pytest.mark.long
def test_every_record_is_four_clicks_from_the_front_page_without_a_script(site: Path) -> None:
    """Records, member states, plans and activities, by links alone that are to be seen."""
    near, edge = {""}, {""}
    for _ in range(CLICKS):
        edge = {to for at in edge for to in clickable(site, at) if (site / file_of(to)).is_file() and file_of(to).endswith(".html")} - near
        near |= edge
    redirects = {address for address in addresses(site) if page(site, address).xpath("//meta[@http-equiv='refresh']")}
    wanted = {address for address in addresses(site) if RECORDS.fullmatch(address)} - redirects
    assert len(wanted) > 60
    assert wanted - near == set()


def test_each_cell_of_the_coverage_leads_to_as_many_records_as_it_says(site: Path) -> None:
    """Audiences and topics by state, and within each state audiences by topics; an empty cell leads nowhere."""
    count = 0
    for address in [path for path in addresses(site) if path.startswith("coverage/")]:
        for cell in page(site, address).xpath("//table[contains(@class, 'ch-grid')]/tbody/tr/td"):
            if not cell.xpath("a"):
                assert words(cell) == "0: none found"
                continue
            to, part = led_to(address, str(cell.xpath("string(a/@href)")))
            section = page(site, to).xpath(f"//section[@aria-labelledby='{part}']")[0]
            listed = {str(href) for href in section.xpath(".//li/a[1]/@href")} or under_audience(site, to, part)
            assert (address, part, len(listed)) == (address, part, int(words(cell).split(":")[0]))
            count += 1
    assert count > 20


def under_audience(site: Path, address: str, part: str) -> set[str]:
    """What the sections of one group of audiences hold, topic by topic, and what has no topic."""
    sections = page(site, address).xpath(f"//section[starts-with(@aria-labelledby, '{part}--')]")
    return {str(href) for section in sections for href in section.xpath(".//li/a[1]/@href")}


def test_each_cell_of_the_months_leads_to_as_many_events_as_it_says(site: Path) -> None:
    """On the days of the month, and below them what has none."""
    cells = page(site, "months/").xpath("//table[contains(@class, 'ch-grid')]/tbody/tr/td/a")
    assert len(cells) > 5
    for cell in cells:
        to, _ = led_to("months/", str(cell.get("href")))
        month = page(site, to)
        events = {str(href) for href in month.xpath("//table//td/a/@href | //section//h3/a/@href")}
        assert (to, len(events)) == (to, int(words(cell).split(":")[0]))


def test_a_month_is_a_table_of_weeks_with_its_days_under_their_names(site: Path) -> None:
    """A screen reader names the day of the week of each cell."""
    for address in [path for path in addresses(site) if re.fullmatch(r"months/\d{4}-\d\d/", path)]:
        whole = page(site, address)
        if not whole.xpath("//table"):
            assert whole.xpath("//section[@aria-labelledby='others']"), address
            continue
        table = whole.xpath("//table[contains(@class, 'ch-month')]")[0]
        names = [str(abbr.get("title")) for abbr in table.xpath("thead//th[@scope='col']/abbr")]
        assert names == ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
        assert {sum(int(cell.get("colspan", "1")) for cell in row.xpath("td")) for row in table.xpath("tbody/tr")} == {7}
        events = [str(href) for href in table.xpath("tbody//a/@href")]
        assert len(events) == len(set(events)), address
        days = [str(day) for day in table.xpath("tbody//td/time/@datetime")]
        assert days == sorted(days)
        assert all(day.startswith(address.removeprefix("months/").rstrip("/")) for day in days)


def test_no_chart_is_without_its_table(site: Path) -> None:
    """Each drawing has words for those who do not see it, and beside it a table with the same numbers."""
    drawn = 0
    for address in ("coverage/", "plans/"):
        for chart in page(site, address).xpath("//article//svg[@role='img']"):
            title, description = (words(part) for part in chart.xpath("title | desc"))
            assert title
            assert len(description) > 40
            around = chart.xpath("ancestor::figure/descendant::table | ancestor::figure/following-sibling::table")
            assert len(around) == 1
            numbers = [words(cell) for cell in around[0].xpath("tbody/tr/td")]
            bars = [words(mark) for mark in chart.xpath("rect/following-sibling::text[1]")] if address == "coverage/" else []
            assert bars == (numbers if bars else [])
            assert len(chart.xpath("rect")) == len(around[0].xpath("tbody/tr"))
            drawn += 1
    assert drawn == 3


def test_the_periods_of_the_plans_are_bars_and_a_table(true_site: Path, server: Server, visit: Visits) -> None:
    """Five years are half as long as ten."""
    plans = visit(server(true_site) + "plans/").page
    short, long, _ = (box.bounding_box() for box in plans.locator(".ch-periods rect").all())
    assert short
    assert long
    assert short["x"] == pytest.approx(long["x"], abs=1)
    assert short["width"] / long["width"] == pytest.approx(0.5, abs=0.02)
    expect(plans.get_by_role("row", name="Plan of Action 2016-2020 2016 2020 5")).to_be_visible()
    expect(plans.get_by_role("row", name="FLEG Work Plan 2016-2025 2016 2025 10")).to_be_visible()


def test_a_state_s_history_holds_assessments_laws_and_accession_by_date(true_site: Path) -> None:
    """Newest first, each with a word for what it is; its mark has a shape of its own as well."""
    history = page(true_site, "legislation/la/").xpath("//section[@aria-labelledby='history']//li")
    days = [str(entry.xpath("string(time/@datetime)")) for entry in history]
    assert days == sorted(days, reverse=True)
    kinds = [words(entry.xpath(".//p[@class='ch-badges']/span")[0]) for entry in history]
    assert {"Assessment", "Reported", "Law", "Party to CITES", "Compliance"} == set(kinds)
    shapes = {(kind, (entry.get("class") or "").replace("ch-timeline__now", "")) for kind, entry in zip(kinds, history, strict=True)}
    without_shape = {(kind, "") for kind in ("Assessment", "Reported", "Compliance")}
    assert shapes == {*without_shape, ("Law", "ch-timeline__law"), ("Party to CITES", "ch-timeline__party")}
    assert sum("ch-timeline__now" in (entry.get("class") or "") for entry in history) == 1
    laws = page(true_site, "legislation/la/").xpath("//section[@aria-labelledby='laws']//tbody/tr[.//time]")
    assert kinds.count("Law") == len(laws) > 3
    assert days[kinds.index("Party to CITES")] == "2004-05-30"


def test_every_state_s_history_counts_as_many_laws_as_have_a_date(site: Path) -> None:
    """Those without one stand in the table alone."""
    for address in [path for path in addresses(site) if re.fullmatch("legislation/[a-z]{2}/", path)]:
        whole = page(site, address)
        dated = whole.xpath("//section[@aria-labelledby='laws']//tbody/tr[not(contains(td[@data-label='Date'], 'date not known'))]")
        marked = whole.xpath("//section[@aria-labelledby='history']//li[contains(@class, 'ch-timeline__law')]")
        assert (address, len(marked)) == (address, len(dated))


@pytest.mark.long
@pytest.mark.parametrize("width", [pytest.param(WIDE, marks=pytest.mark.long), PHONE])
@pytest.mark.parametrize(
    "address",
    daily(["coverage/", "coverage/vn/", "months/", "months/2019-08/", "plans/", "legislation/la/"], "coverage/", "months/2019-08/"),
)
def test_a_view_is_no_wider_than_its_window(address: str, width: int, true_site: Path, server: Server, visit: Visits) -> None:
    """What is wider moves in its own frame, which the keyboard can reach."""
    tab = visit(server(true_site) + address, width)
    assert tab.faults == []
    for frame in tab.page.locator(".ch-scroll").all():
        expect(frame).to_have_attribute("tabindex", "0")


@pytest.mark.long
def test_the_words_of_a_chart_can_be_read_on_a_phone(true_site: Path, server: Server, visit: Visits) -> None:
    """At least nine pixels high, and none lies over another."""
    for address in ("coverage/", "plans/"):
        view = visit(server(true_site) + address, PHONE).page
        for chart in view.locator("svg[role=img]").all():
            boxes = [box for word in chart.locator("text").all() if (box := word.bounding_box())]
            assert min(box["height"] for box in boxes) >= 9
            over = [
                (one, other)
                for place, one in enumerate(boxes)
                for other in boxes[place + 1 :]
                if one["x"] + one["width"] > other["x"] + 1
                and other["x"] + other["width"] > one["x"] + 1
                and one["y"] + one["height"] > other["y"] + 3
                and other["y"] + other["height"] > one["y"] + 3
            ]
            assert over == []


@pytest.mark.parametrize(
    ("at", "to"),
    [
        ("trainings/", "months/"),
        ("trainings/", "coverage/"),
        ("workshops/", "months/"),
        ("countries/vn/", "coverage/vn/"),
        ("coverage/vn/", "countries/vn/"),
        ("coverage/", "coverage/vn/"),
        ("", "months/"),
        ("about/", "coverage/"),
        ("about/", "months/"),
        ("", "reports/"),
        ("plans/", "reports/"),
    ],
)
def test_views_are_led_to_where_they_help(at: str, to: str, site: Path) -> None:
    """From lists, countries, the front page and every footer."""
    assert to in clickable(site, at)


@pytest.mark.parametrize("width", [WIDE, PHONE])
def test_what_a_link_leads_to_is_not_hidden_by_the_header(width: int, true_site: Path, server: Server, visit: Visits) -> None:
    """The header stays while one scrolls, and so does the head of a long table."""
    for part in ("reports/2019/#note-5", "plans/poa-2016-2020/#thrust-4"):
        view = visit(server(true_site) + part, width).page
        over = (
            "Math.max(...[...document.querySelectorAll('.md-header, .ch-matrix thead')].map(part => part.getBoundingClientRect().bottom))"
        )
        assert view.evaluate(f"document.querySelector(location.hash).getBoundingClientRect().top - {over}") >= 0
