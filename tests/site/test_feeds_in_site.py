"""Feeds in the site: what the built sites give out, followed by readers and calendars of others over two builds."""

import json
import re
import shutil
import sys
from datetime import date
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

import feedparser_sgmllib
import pytest
import vobject
import yaml
from lxml import html as lxml_html
from reader import make_reader

from clearinghouse.publications.pages.ways.status import is_of_one
from tests.conftest import once_a_run
from tests.support.running import ROOT
from tests.support.serving import SITE_URL

# For Python 3.11 the last `reader` is one whose own copy of feedparser asks for this module by the name that it once had.
sys.modules.setdefault("sgmllib", feedparser_sgmllib)

AUTHORITY: str = yaml.load((ROOT / "mkdocs.yml").read_text("utf-8"), yaml.CSafeLoader)["extra"]["clearinghouse"]["authority"]
WHOLE = re.compile(rf"(?:{re.escape(SITE_URL)}|webcal:{re.escape(SITE_URL.partition(':')[2])})[^\s\"'<>\\]*")
"""Addresses of the site as they stand in its files."""


def html(path: Path) -> Any:
    """A page, as a browser understands it."""
    return lxml_html.document_fromstring(path.read_bytes())


def there(site: Path, address: str) -> bool:
    """Whether a whole address of the site leads to something in it."""
    path = unquote(urlsplit(address.replace("webcal:", "https:")).path).removeprefix(urlsplit(SITE_URL).path)
    file = site / path / "index.html" if not path or path.endswith("/") else site / path
    return file.is_file()


# Every advertised address exists


def test_every_page_advertises_feeds_that_are_there(site: Path) -> None:
    """In its head, the feed of all updates among them; pages that only redirect have none."""
    pages = [path for path in site.rglob("*.html") if path.name == "index.html"]
    count = 0
    for path in pages:
        head = html(path).find("head")
        page = SITE_URL + path.relative_to(site).as_posix().removesuffix("index.html")
        links = [urljoin(page, str(link.get("href"))) for link in head.iterfind("link") if "alternate" in str(link.get("rel")).split()]
        if head.find("meta[@http-equiv='refresh']") is None and not path.is_relative_to(site / "embed"):
            assert f"{SITE_URL}feeds/updates.rss" in links, path
            count += 1
        assert [link for link in links if not there(site, link)] == [], path
    assert count > 400


def test_every_address_on_the_page_of_subscriptions_is_there(site: Path) -> None:
    """Links, fields to copy, what a script fills in, and what others are asked to read."""
    page = html(site / "subscribe/index.html").find(".//article")
    attributes = [(name, str(value)) for element in page.iter() for name, value in element.attrib.items()]
    whole = {match for text in (*(value for _, value in attributes), str(page.text_content())) for match in WHOLE.findall(unquote(text))}
    assert len([address for address in whole if address.startswith("webcal:")]) > 40
    assert len(whole) > 130
    assert [address for address in whole if not there(site, address)] == []
    local = [urljoin(f"{SITE_URL}subscribe/", value) for name, value in attributes if name in ("href", "data-qr") and ":" not in value]
    assert len(local) > 200
    assert [address for address in local if not there(site, address)] == []


def test_every_address_in_a_feed_is_there(site: Path) -> None:
    """Of pages, of itself, of its archives and of its stylesheet; also in the HTML of its entries, in OPML and in agendas."""
    count = 0
    for path in (path for ending in ("rss", "atom", "json", "opml", "ics", "txt") for path in site.rglob(f"*.{ending}")):
        if path.name == "llms.txt":  # Markdown, whose links have a test of their own
            continue
        text = path.read_bytes().replace(b"\r\n ", b"").decode()
        addresses = {unescape(unescape(match)) for match in WHOLE.findall(text.replace("&lt;", "<").replace("&quot;", '"'))}
        count += len(addresses)
        assert [address for address in addresses if not there(site, address)] == [], path
        for sheet in re.findall(r'xml-stylesheet type="text/css" href="([^"]*)"', text):
            assert (path.parent / sheet).resolve().is_file(), path
    assert count > 1000


def test_every_entry_leads_to_a_page_of_its_record(site: Path) -> None:
    """So that no reader ends nowhere."""
    items = json.loads((site / "feeds/updates.json").read_text("utf-8"))["items"]
    assert items
    assert [item["url"] for item in items if not there(site, item["url"])] == []


def test_addresses_txt_lists_what_people_subscribe_to(site: Path) -> None:
    """Feeds, agendas, digests: an address that is missing tomorrow is noticed."""
    listed = set((site / "addresses.txt").read_text("utf-8").split())
    given = {f"/{path.relative_to(site).as_posix()}" for ending in ("rss", "atom", "ics", "opml") for path in site.rglob(f"*.{ending}")}
    assert len(given) > 200
    assert {address for address in given if not is_of_one(address[1:])} <= listed
    assert {"/feeds/updates.json", "/embed/upcoming/", "/updates/digest/", "/subscribe/all.svg"} <= listed


def test_a_record_page_offers_its_own_agenda_or_says_why_not(living_site: Path) -> None:
    """One of the two, on the page of every event."""
    pages = [
        path
        for name in ("trainings", "workshops")
        for path in (living_site / name).glob("*/index.html")
        if path.parent.name not in ("by", "page")
    ]
    labels = set()
    for path in pages:
        page = html(path)
        if page.find(".//article") is None:  # a redirect
            continue
        buttons = [str(link.text_content()) for link in page.iterfind(".//a") if link.get("href") == "event.ics"]
        silent = "not in the calendar: " in page.text_content()
        assert silent != bool(buttons), path
        assert (path.parent / "event.ics").exists() == bool(buttons), path
        labels.update(buttons)
    assert labels == {"Add to calendar", "Calendar file", "Update my calendar"}


def test_the_embedded_list_needs_no_script_and_no_theme(site: Path) -> None:
    """A page of a few kilobytes with one stylesheet; its links open in a window of their own."""
    content = (site / "embed/upcoming/index.html").read_bytes()
    page = html(site / "embed/upcoming/index.html")
    assert len(content) < 8_000
    assert page.findall(".//script") == []
    assert [link.get("href") for link in page.iterfind(".//link")] == ["../../assets/mark.svg", "../../assets/embed.css"]
    assert page.find(".//base").get("target") == "_blank"
    assert page.findall(".//h2") != []


# Two builds, followed by others


def changed(data: Path) -> tuple[str, str, str]:
    """One event moved, one cancelled, one added, all on one day; the ids of the three records."""
    moved, cancelled, added = "id-2026-05-moved", "th-2026-05-cancelled", "vn-2026-05-added"
    _write(data, added, "published: 2027-01-15")
    _write(
        data, moved, "published: 2026-12-01", starts="2027-07-12",
        changes="[{on: 2027-01-15, what: moved, id: moved-to-july, from: 2027-06-14, to: 2027-07-12, note: Moved for the rains.}]",
    )  # fmt: skip
    _write(
        data, cancelled, "published: 2026-12-01", status="cancelled",
        changes="[{on: 2027-01-15, what: cancelled, id: cancelled, note: Cancelled for want of a room.}]",
    )  # fmt: skip
    return moved, cancelled, added


def _write(data: Path, name: str, published: str, starts: str = "2027-06-14", status: str = "confirmed", changes: str = "[]") -> None:
    lines = [
        f"title: Course {name}", "kind: training", f"status: {status}", f"starts: {starts}", "host: TH", "audience: [rangers]",
        "summary: A course to follow.", published, "confidence: high", f"changes: {changes}",
        "sources: [{url: https://example.org/course, publisher: Office, kind: organiser page, accessed: 2026-12-01}]",
    ]  # fmt: skip
    text = "\n".join(line for line in lines if line != "changes: []") + "\n"
    (data / "trainings" / f"{name}.yml").write_text(text, "utf-8")


@pytest.fixture(scope="module", params=["tests/living", pytest.param("data", marks=pytest.mark.long)])
def two_builds(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path, tuple[str, str, str]]:
    """The site of two successive days, over the living and over the true data: both as folders, and what changed."""
    data = tmp_path_factory.mktemp("followed") / "data"
    shutil.copytree(ROOT / str(request.param), data, ignore=shutil.ignore_patterns("_example.yml"))
    for name in ("id-2026-05-moved", "th-2026-05-cancelled"):
        _write(data, name, "published: 2026-12-01")
    called = f"followed-{Path(str(request.param)).name}"
    before = once_a_run(tmp_path_factory, f"{called}-before", "--data", str(data), "--as-of", "2027-01-14")
    names = changed(data)
    after = once_a_run(tmp_path_factory, f"{called}-after", "--data", str(data), "--as-of", "2027-01-15")
    return before, after, names


@pytest.mark.long
@pytest.mark.parametrize("feed", ["updates.rss", "updates.atom", "countries/th.rss", "trainings.atom"])
def test_a_reader_that_subscribed_is_told_three_things_and_none_twice(
    two_builds: tuple[Path, Path, tuple[str, str, str]], feed: str, tmp_path: Path
) -> None:
    """A feed reader, which remembers what it has seen, looks at the first build, and again at the second."""
    before, after, (moved, cancelled, added) = two_builds
    (tmp_path / "feeds").mkdir()
    place = tmp_path / "feeds" / Path(feed).name
    with make_reader(":memory:", feed_root=str(tmp_path)) as reader:
        reader.add_feed(f"feeds/{place.name}")
        ids_at: list[set[str]] = []
        for site in (before, after, after):
            shutil.copy(site / "feeds" / feed, place)
            reader.update_feed(f"feeds/{place.name}")
            assert reader.get_feed(f"feeds/{place.name}").last_exception is None
            ids_at.append({entry.id for entry in reader.get_entries()})
    own = f"tag:{AUTHORITY},2026:trainings/"
    assert ids_at[1] - ids_at[0] == {f"{own}{moved}#moved-to-july", f"{own}{cancelled}#cancelled", f"{own}{added}#new"}
    assert ids_at[0] <= ids_at[1] == ids_at[2]


def imported(calendar: dict[str, Any], content: str) -> list[str]:
    """Takes an agenda over as RFC 5546 §2.1.5 says: by UID, where the sequence or the stamp is later. Tells what changed."""
    uids = []
    for event in vobject.readOne(content).vevent_list:
        uid, revision = event.uid.value, (int(event.sequence.value), event.dtstamp.value)
        known = calendar.get(uid)
        if known is None or revision > (int(known.sequence.value), known.dtstamp.value):
            calendar[uid] = event
            uids.append(uid)
        else:
            assert known.serialize() == event.serialize(), "it changed without saying so"
    return uids


@pytest.mark.long
@pytest.mark.parametrize("agenda", ["all", "trainings", "countries/th", "audiences/rangers"])
def test_a_calendar_that_imports_twice_has_three_updates_and_no_double(
    two_builds: tuple[Path, Path, tuple[str, str, str]], agenda: str
) -> None:
    """The moved one on its new day, the cancelled one struck out, the added one there."""
    before, after, (moved, cancelled, added) = two_builds
    calendar: dict[str, Any] = {}
    contents = [(site / f"agendas/{agenda}.ics").read_bytes().decode() for site in (before, after)]
    first = imported(calendar, contents[0])
    assert len(first) == len(calendar) == contents[0].count("BEGIN:VEVENT")
    assert imported(calendar, contents[1]) == [f"trainings/{name}@{AUTHORITY}" for name in (cancelled, added, moved)]
    assert imported(calendar, contents[1]) == []
    assert len(calendar) == len(first) + 1
    assert calendar[f"trainings/{moved}@{AUTHORITY}"].dtstart.value == date(2027, 7, 12)
    assert calendar[f"trainings/{cancelled}@{AUTHORITY}"].status.value == "CANCELLED"
    assert calendar[f"trainings/{added}@{AUTHORITY}"].dtstart.value == date(2027, 6, 14)
    assert "dtend" not in calendar[f"trainings/{added}@{AUTHORITY}"].contents  # its source gives no end


@pytest.mark.long
def test_the_digest_of_the_week_tells_of_them(two_builds: tuple[Path, Path, tuple[str, str, str]]) -> None:
    """As a page that the list of digests leads to, and as text."""
    _, after, names = two_builds
    text = (after / "updates/digest/2027-w02/digest.txt").read_text("utf-8")
    page = (after / "updates/digest/2027-w02/index.html").read_text("utf-8")
    assert all(f"Course {name}" in text and f"Course {name}" in page for name in names)
    assert "2027-w02/" in (after / "updates/digest/index.html").read_text("utf-8")
    assert "digest/2027-w02/" in (after / "updates/index.html").read_text("utf-8")


@pytest.mark.long
def test_an_event_file_is_the_event_of_the_agenda(two_builds: tuple[Path, Path, tuple[str, str, str]]) -> None:
    """Letter by letter, so that one who added it by hand can add it again."""
    _, after, (moved, *_) = two_builds
    own = (after / f"trainings/{moved}/event.ics").read_bytes()
    event = own[own.index(b"BEGIN:VEVENT") : own.index(b"END:VCALENDAR")]
    assert event in (after / "agendas/all.ics").read_bytes()
