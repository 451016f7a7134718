"""Feeds: what every feed promises to those who read it, held against readers of others."""

import json
import subprocess
import sys
from collections.abc import Mapping
from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from lxml import etree

from clearinghouse.publications.feeds.feed import MOST
from clearinghouse.publications.html.links import link
from clearinghouse.publications.site import Site
from clearinghouse.vocabulary.audiences import AUDIENCES
from clearinghouse.vocabulary.states import MEMBER_STATES
from clearinghouse.vocabulary.topics import TOPICS
from tests.support.examples import catalogue, yaml
from tests.support.publications.giving_out import (
    ATOM,
    LIVING_DAY,
    SITE,
    feeds_of,
    fragment,
    ids,
    living_agendas,
    living_feeds,
    parsed,
    true,
    xml,
)
from tests.support.running import LONGEST, ROOT, surroundings
from tests.support.schemas import validator

HERE = Path(__file__).parent
ATOM_GRAMMAR = etree.RelaxNG(etree.parse(HERE / "atom.rng"))
JSON_FEED_RULES = json.loads((HERE / "json-feed.schema.json").read_text("utf-8"))
OPENED = date(2026, 11, 21)
LONG_AGO = "2025-12-01"
"""A start that nobody is reminded of."""
NEW, MOVED, ODD = "feeds/updates.rss", "trainings/th-2026-03-x", "trainings/th-2026-03-odd"


@pytest.fixture(scope="module")
def given() -> Mapping[str, bytes]:
    """The feeds of the living records on their day."""
    return living_feeds()


def xml_feeds(given: Mapping[str, bytes]) -> dict[str, bytes]:
    """Those that are RSS or Atom."""
    return {address: content for address, content in given.items() if address.endswith((".rss", ".atom"))}


# Which there are


def test_there_is_a_feed_for_every_term_of_every_closed_list() -> None:
    """Empty or not, as RSS and as Atom, also where there is no record at all."""
    wanted = {"feeds/updates.json", "feeds/all.opml"}
    names = [
        "updates",
        "plans",
        "trainings",
        "workshops",
        "programmes",
        "offers",
        "legislation",
        "documents",
        "networks",
        "projects",
        "figures",
        "trade",
    ]
    names += [f"countries/{code.lower()}" for code in MEMBER_STATES]
    names += [f"topics/{term.id}" for term in TOPICS] + [f"audiences/{term.id}" for term in AUDIENCES]
    assert set(feeds_of(catalogue({}))) == wanted | {f"feeds/{name}.{ending}" for name in names for ending in ("rss", "xml", "atom")}
    assert {"feeds/plans/poa-2016-2020.rss", "feeds/plans/fleg-2016-2025.atom"} <= set(living_feeds())


def test_an_empty_feed_is_a_feed() -> None:
    """It is valid, has a title, and no entry."""
    for address, content in xml_feeds(feeds_of(catalogue({}))).items():
        assert parsed(content).feed.title.startswith(SITE.name), address
        assert ids(content) == []


def test_a_record_is_told_in_every_feed_that_it_belongs_to() -> None:
    """And in no other."""
    keys = {"host": "TH", "countries": "[LA]", "topics": "[evidence]", "audience": "[rangers]", "serves": "[poe-2026/1.1.1]"}
    files = {
        MOVED: yaml("trainings", **keys),
        "plans/poe-2026": yaml("plans", published="2025-01-01"),
        "activities/poe-2026/1.1.1": yaml("activities"),
    }
    addresses = {address for address, content in xml_feeds(feeds_of(catalogue(files))).items() if f"{MOVED}#new" in ids(content)}
    names = ["updates", "trainings", "countries/th", "countries/la", "topics/evidence", "audiences/rangers", "plans/poe-2026"]
    archived = ["updates/2026-01"]  # its month is over: a reminder of February is the latest news
    assert addresses == {f"feeds/{name}.{ending}" for name in names + archived for ending in ("rss", "atom")}


def test_a_plan_learns_of_evidence_from_the_day_on_which_it_was_added() -> None:
    """Not of what the record was before: that would be told as new, and was not."""
    changes = "[{on: 2026-02-01, what: held, id: held}, {on: 2026-02-12, what: updated, id: serves-poe-1-1-1, note: Now counted for it.}]"
    files = {
        MOVED: yaml("trainings", starts=LONG_AGO, serves="[poe-2026/1.1.1]", changes=changes),
        "plans/poe-2026": yaml("plans", published="2026-03-01"),
        "activities/poe-2026/1.1.1": yaml("activities"),
    }
    given = feeds_of(catalogue(files))
    assert ids(given["feeds/plans/poe-2026.rss"]) == ["plans/poe-2026#new", f"{MOVED}#serves-poe-1-1-1"]
    assert parsed(given["feeds/plans/poe-2026.rss"]).entries[1].title == "Evidence for PoE 1.1.1: Wildlife crime scene work"


def test_the_records_of_the_first_day_are_one_entry_in_every_feed() -> None:
    """The notice, not hundreds; so no reader finds an empty feed on that day."""
    for address, content in xml_feeds(feeds_of(true(OPENED))).items():
        assert ids(content) == ["updates/2026-11-21-first-day#new"], address


# How they read


def of_two_days() -> set[tuple[str, bytes]]:
    """The feeds of the living records on their day, and all their updates on a later one."""
    later = {address: content for address, content in living_feeds(date(2026, 6, 1)).items() if address.startswith("feeds/updates")}
    return {*xml_feeds(living_feeds()).items(), *xml_feeds(later).items()}


def test_every_feed_has_what_its_standard_requires() -> None:
    """By lxml, which is strict: RSS has what it requires, Atom holds to the grammar of RFC 4287."""
    for address, content in of_two_days():
        root = xml(content)
        if address.endswith(".atom"):
            assert ATOM_GRAMMAR.validate(root), f"{address}: {ATOM_GRAMMAR.error_log}"
        else:
            channel = root.find("channel")
            assert channel is not None
            assert [channel.findtext(name) for name in ("title", "link", "description")].count(None) == 0
            for item in channel.iter("item"):
                assert item.find("guid").get("isPermaLink") == "false"
                assert [item.findtext(name) for name in ("title", "link", "description", "guid", "pubDate")].count(None) == 0


@pytest.mark.parametrize("room", ["feeds/countries/", pytest.param("", marks=pytest.mark.long)])
def test_every_feed_is_read_by_others_without_complaint(room: str) -> None:
    """By feedparser, which says what it took each for."""
    chosen = [(address, content) for address, content in of_two_days() if address.startswith(room)]
    assert chosen
    for address, content in chosen:
        assert parsed(content).version == ("atom10" if address.endswith(".atom") else "rss20"), address


def test_rss_and_atom_and_json_tell_the_same(given: Mapping[str, bytes]) -> None:
    """Ids, titles, days, links and summaries, in one order."""
    items = json.loads(given["feeds/updates.json"])["items"]
    rss, atom = (parsed(given[f"feeds/updates.{ending}"]).entries for ending in ("rss", "atom"))
    assert len(items) == len(rss) == len(atom) == MOST
    for one, two, three in zip(items, rss, atom, strict=True):
        assert one["id"] == two.id == three.id
        assert one["title"] == two.title == three.title
        assert one["url"] == two.link == three.link
        assert one["content_html"] == two.content[0].value == three.content[0].value
        assert one["date_published"][:10] == "{:04}-{:02}-{:02}".format(*two.published_parsed) == three.updated[:10]
        assert one["tags"] == [tag.term for tag in two.tags] == [tag.label for tag in three.tags]


@pytest.mark.long
def test_the_json_feed_holds_to_its_rules(given: Mapping[str, bytes]) -> None:
    """Those of version 1.1, written as JSON Schema; and a feed that breaks them is found out."""
    content: dict[str, Any] = json.loads(given["feeds/updates.json"])
    rules = validator(JSON_FEED_RULES, formats=True)
    assert list(rules.iter_errors(content)) == []
    assert list(rules.iter_errors({**content, "items": [{"url": "x"}]})) != []
    assert list(rules.iter_errors({key: value for key, value in content.items() if key != "title"})) != []


def test_entries_read_well(given: Mapping[str, bytes]) -> None:
    """What happened stands in the title; the HTML says more than the summary, with absolute links alone."""
    titles = {entry.id.rpartition(":")[2]: entry.title for entry in parsed(given["feeds/updates.rss"]).entries}
    assert titles["trainings/mm-2026-03-checkpoints#moved-to-april"] == "Moved to 6 April 2026: Inspection at land checkpoints"
    assert titles["trainings/vn-2026-03-ivory#cancelled"].startswith("Cancelled: ")
    assert titles["legislation/la#assessed-2026-02-24"] == "Legislation assessed: Lao PDR"
    assert titles["trainings/my-2026-01-live-animals#withdrawn"].startswith("Withdrawn: ")
    assert titles["trainings/asean-2025-11-joint-investigation#serves-fleg-4-1-3"].startswith("Evidence for FLEG 4.1.3: ")
    assert titles["updates/2026-03-09-two-courses-change#new"] == "Two courses changed this week"
    for entry in parsed(given["feeds/updates.rss"]).entries:
        page = fragment(entry.content[0].value)
        assert len(page.text_content()) > len(entry.title)
        assert all(urlsplit(str(to)).scheme in ("http", "https", "mailto") for to in page.xpath("//@href"))
        assert entry.link in page.xpath("//a/@href")
        assert {tag.scheme.rpartition(":")[2] for tag in entry.tags} >= {"kinds"}


def test_a_feed_tells_of_its_page_and_of_what_a_feed_is(given: Mapping[str, bytes]) -> None:
    """Its own address, that of the page that shows the same, and a line with that of /subscribe/; its style is CSS."""
    for address, content in xml_feeds(given).items():
        feed = parsed(content).feed
        assert f"{SITE.url}subscribe/" in feed.subtitle
        assert [to.href for to in feed.links if to.rel == "self"] == [SITE.url + address]
        assert feed.link.startswith(SITE.url)
        instructions = [node for node in xml(content).itersiblings(preceding=True) if isinstance(node, etree._ProcessingInstruction)]
        assert [node.target for node in instructions] == ["xml-stylesheet"]
        assert 'type="text/css"' in str(instructions[0].text)
        assert f'href="{link("assets/feed.css", address)}"' in str(instructions[0].text)


def test_one_file_lists_all_feeds(given: Mapping[str, bytes]) -> None:
    """OPML 2.0, in folders; every feed once, and none that is not there."""
    root = xml(given["feeds/all.opml"])
    assert (root.tag, root.get("version")) == ("opml", "2.0")
    listed = [str(outline.get("xmlUrl")).removeprefix(SITE.url) for outline in root.iter("outline") if outline.get("type") == "rss"]
    assert sorted(listed) == sorted(address for address in given if address.endswith(".rss") and "/updates/" not in address)
    assert all(outline.get("text") and outline.get("htmlUrl") for outline in root.iter("outline") if outline.get("type") == "rss")
    assert [outline.get("text") for outline in root.iterfind("body/outline")] == ["Kinds", "Countries", "Topics", "Audiences", "Plans"]


# What stays as it is


def test_ids_outlast_edits_renames_and_another_address() -> None:
    """A title, a summary, a place or the site's address may change, and the record's own id."""
    changes = "[{on: 2026-02-01, what: moved, id: moved-to-april, note: Later.}]"
    before = feeds_of(catalogue({MOVED: yaml("trainings", starts=LONG_AGO, changes=changes)}))
    edited = {
        "starts": LONG_AGO,
        "title": "Another title",
        "summary": "Other words.",
        "place": "Kui Buri",
        "changes": changes.replace("Later", "Much later"),
    }
    after = {
        "the record edited": feeds_of(catalogue({MOVED: yaml("trainings", **edited)})),
        "renamed": feeds_of(
            catalogue({"trainings/th-2026-03-y": yaml("trainings", starts=LONG_AGO, changes=changes, former_ids="[th-2026-03-x]")})
        ),
        "renamed twice": feeds_of(
            catalogue(
                {"trainings/th-2026-03-z": yaml("trainings", starts=LONG_AGO, changes=changes, former_ids="[th-2026-03-x, th-2026-03-y]")}
            )
        ),
        "the site moved": feeds_of(
            catalogue({MOVED: yaml("trainings", starts=LONG_AGO, changes=changes)}),
            Site("New name", "https://new.example/", SITE.authority),
        ),
    }
    assert len(ids(before[NEW])) == 2
    for what, given in after.items():
        assert ids(given[NEW]) == ids(before[NEW]), what
        assert given[NEW] != before[NEW], what


@pytest.mark.long
def test_the_same_records_and_day_give_the_same_bytes() -> None:
    """In another process, with another seed of hashes, in another time zone."""
    program = (
        "from hashlib import sha256\nfrom tests.support.publications.giving_out import living_agendas, living_feeds\n"
        "given = {**living_feeds(), **living_agendas()}\n"
        "print(sha256(b''.join(name.encode() + given[name] for name in sorted(given))).hexdigest())"
    )
    given = {**living_feeds(), **living_agendas()}
    here = sha256(b"".join(name.encode() + given[name] for name in sorted(given))).hexdigest()
    ran = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True, timeout=LONGEST,
        env=surroundings(PYTHONHASHSEED="1", TZ="Pacific/Kiritimati"),
    )  # fmt: skip
    assert ran.stdout.strip() == here


@pytest.mark.long
def test_a_day_later_with_nothing_new_gives_the_same_bytes() -> None:
    """Feed by feed, on a quiet day and over a week: bytes change exactly where the feed's entries change."""
    before = living_feeds()
    for days in (1, 7):
        after = living_feeds(LIVING_DAY + timedelta(days))
        assert (after == before) == (days == 1)
        for address, content in xml_feeds(after).items():
            same_entries = address in before and ids(before[address]) == ids(content)
            assert (before.get(address) == content) == (same_entries and links_of(before[address]) == links_of(content)), address
        before = after


def links_of(content: bytes) -> list[tuple[str | None, str | None]]:
    """The links of a feed to other documents of itself."""
    return [(element.get("rel"), element.get("href")) for element in xml(content).iter(f"{ATOM}link") if element.get("rel") != "alternate"]


def test_a_month_that_ends_changes_nothing() -> None:
    """Archives come with news, not with the calendar."""
    files = {MOVED: yaml("trainings", starts="2027-03-02", published="2026-03-30")}
    assert feeds_of(catalogue(files, date(2026, 3, 31))) == feeds_of(catalogue(files, date(2026, 5, 1)))
