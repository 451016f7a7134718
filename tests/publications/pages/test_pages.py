"""Pages: what all of them promise, and what those of records and lists hold; as the templates make them, before any build."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from clearinghouse.catalogue.catalogue import Catalogue
from clearinghouse.publications.html.links import link
from clearinghouse.publications.pages.lists.no_records import empty_lists
from clearinghouse.publications.presentations import LISTED, PRESENTATIONS
from clearinghouse.publications.words import singular_of
from clearinghouse.reading.typing.read import read
from clearinghouse.vocabulary.topics import TOPICS
from clearinghouse.world.disk.data_folder import data_files
from tests.support import examples
from tests.support.attacks import WORDS, attack, running
from tests.support.publications.giving_out import LIVING_DAY, living
from tests.support.publications.rendering import (
    LISTS,
    OF_THE_FOOT,
    VIEWS,
    led_to,
    living_fragments,
    living_outputs,
    living_pages,
    pages_of,
    parsed_pages,
    rendered,
    words,
)
from tests.support.running import ROOT

ONLY_PROSE = (
    "reporting/",
    "about/",
)
SPEAKING = ("h1", "h2", "h3", "dt", "dd", "th", "a", "button", "summary", "caption")
MARKS = "<b>&amp; \"quoted\" 'too' {{ 7*7 }} {% raw %}"
RECORDS = tuple(record for name in LISTED for record in living().collection(name))


def hrefs(page: Any) -> Iterator[str]:
    """The links of a page that stay in the site."""
    return (str(href) for href in page.xpath("//@href") if not re.match(r"[a-z]+:", str(href)))


def list_of(address: str, catalogue: Catalogue) -> Any:
    """A page of a catalogue."""
    return parsed_pages(rendered(catalogue))[address]


@cache
def empty_pages() -> Mapping[str, Any]:
    """All pages where there is no record at all."""
    return parsed_pages(rendered(examples.catalogue({})))


# What every page promises


def test_the_links_of_a_page_are_read_as_browsers_read_them() -> None:
    """What is said of links below stands on it."""
    for to, at in (("a/b/", "a/c/d/"), ("", "a/"), ("a/", ""), ("a/b/#x", "a/b/"), ("a/", "a/b/c/"), ("f.ics", "a/b/")):
        assert "#".join(led_to(at, link(to, at))).rstrip("#") == to


def test_every_link_leads_to_something_that_is_given_out() -> None:
    """A page, a feed, an agenda, an asset: relative, so that a site may lie anywhere; and a part that it names is there."""
    pages = living_pages()
    known = {*pages, *living_outputs(), *ONLY_PROSE}
    known |= {f"{name}/{name}.{ending}" for name in LISTED for ending in ("csv", "json", "xlsx")}  # made where their prose is
    wrong = []
    for address, page in pages.items():
        for href in hrefs(page):
            to, part = led_to(address, href)
            is_there = to in known or to.startswith("assets/")
            has_part = not part or part in OF_THE_FOOT or to in (*VIEWS, *ONLY_PROSE) or bool(pages[to].xpath("//*[@id=$part]", part=part))
            if href.startswith("/") or not is_there or not has_part:
                wrong.append(f"{address}: {href}")
    assert wrong == []


@pytest.mark.long
def test_for_a_disk_every_link_names_a_file() -> None:
    """Where no server turns a folder into its index."""
    for address, page in parsed_pages(rendered(living(), as_file=True)).items():
        for href in hrefs(page):
            path = re.sub("[?#].*", "", href)
            assert not path or "." in path.rpartition("/")[2], (address, href)


def test_headings_stand_in_order() -> None:
    """One of the first level, and none that skips one."""
    for address, page in living_pages().items():
        levels = [int(heading.tag[1]) for heading in page.iter("h1", "h2", "h3", "h4", "h5", "h6")]
        assert levels[0] == 1, address
        assert levels.count(1) == 1, address
        assert all(after <= before + 1 for before, after in pairwise(levels)), address


def test_what_is_named_by_an_id_is_there_once() -> None:
    """Sections by their headings, fields by their labels."""
    for address, page in living_pages().items():
        ids = [str(name) for name in page.xpath("//@id")]
        assert len(ids) == len(set(ids)), address
        named = page.xpath("//@aria-labelledby | //@aria-describedby | //@aria-controls | //label/@for")
        assert {name for names in named for name in str(names).split()} <= set(ids), address


def test_links_that_leave_the_site_say_so() -> None:
    """Search engines follow none of them, and they are addresses of the web or of a mailbox."""
    for address, page in living_pages().items():
        for anchor in page.xpath("//a[contains(@href, ':')]"):
            scheme = urlsplit(anchor.get("href")).scheme
            assert scheme in ("https", "http", "mailto", "webcal"), (address, anchor.get("href"))


def test_no_element_is_empty_that_a_reader_would_look_at() -> None:
    """No fact without a value, no heading, button or link without words."""
    for address, page in living_pages().items():
        silent = [
            element
            for element in page.iter(*SPEAKING)
            if not (words(element) or element.get("aria-label") or element.find(".//svg") is not None)
        ]
        assert silent == [], address


# Records


@pytest.mark.parametrize("collection", [name for name, presentation in PRESENTATIONS.items() if presentation.view])
def test_a_record_s_page_says_what_its_record_says(collection: str) -> None:
    """Its title, its summary, each of its sources, and when it was published; of every record of a collection."""
    for record in living().collection(collection):
        page = living_pages()[record.address]
        assert words(page.find(".//h1")).startswith(" ".join(record.title.split()))
        assert " ".join(record.summary.split()) in words(page)
        outward = {str(anchor.get("href")) for anchor in page.xpath("//section[@aria-labelledby='sources']//a")}
        assert {source.url for source in record.sources} <= outward
        facts = {words(fact[0]): words(fact[1]) for fact in page.xpath("//dl[@class='ch-facts']/div")}
        assert "Added here" in facts or not facts


def test_a_withdrawn_record_says_so_and_why() -> None:
    """Before anything else; it stays where it was."""
    withdrawn = [record for record in RECORDS if record.withdrawn]
    assert withdrawn
    for record in withdrawn:
        notices = [words(notice) for notice in living_pages()[record.address].find_class("ch-notice")]
        assert any("This record was withdrawn." in notice for notice in notices)


def test_what_is_not_known_is_said_to_be_so() -> None:
    """The page of a record that tells hardly anything has no hole where a fact would stand."""
    page = list_of("trainings/th-2026-03-x/", examples.catalogue({"trainings/th-2026-03-x": examples.yaml("trainings")}))
    facts = {words(fact[0]): words(fact[1]) for fact in page.xpath("//dl[@class='ch-facts']/div")}
    assert facts
    assert all(facts.values())


# Lists


@pytest.mark.parametrize("collection", LISTED)
def test_a_list_has_a_row_for_each_of_its_records(collection: str) -> None:
    """Which leads to its page; with as many cells as there are columns, under a caption."""
    page, records = living_pages()[f"{collection}/"], living().collection(collection)
    (table,) = page.xpath("//table[@data-ch-list]")
    rows = table.xpath("tbody/tr[not(@class='ch-divide')]")
    leading = {led_to(f"{collection}/", str(row.xpath("string(th//a/@href)")))[0] for row in rows}
    assert leading == {record.address for record in records}
    assert len(rows) == len(records)
    columns = table.findall("thead/tr/th")
    assert {len(row) for row in rows} == {len(columns)}
    assert {column.get("scope") for column in columns} == {"col"}
    assert {len(row.xpath("th[@scope='row']")) for row in rows} == {1}
    assert words(table.find("caption"))
    assert words(page.find_class("ch-tally-line")[0]).startswith(f"{len(records)} ")


@pytest.mark.parametrize("collection", LISTED)
def test_a_choice_leads_to_as_many_records_as_it_says(collection: str) -> None:
    """Every choice of every filter of a list that holds a record; the others say that they hold none, and lead nowhere."""
    address = f"{collection}/"
    for choice in living_pages()[address].xpath("//details[@name='ch-facet']//li[not(.//li)]"):
        if choice.find("a") is None:
            assert words(choice).endswith(" 0")
            continue
        to, _ = led_to(address, str(choice.find("a").get("href")))
        number = int(choice.find("a").tail)
        assert len(living_pages()[to].xpath("//table[@data-ch-list]/tbody/tr[not(@class='ch-divide')]")) == number > 0, to


def test_the_address_of_a_term_without_records_answers_with_a_small_page_that_says_so() -> None:
    """Whoever kept it when there were some, or was led there from elsewhere, is led on."""
    site = pages_of(living())
    files = empty_lists(site.catalogue, site.site, site.templates)
    given = parsed_pages({file.address: str(file.content).removeprefix("<!doctype html>") for file in files})
    assert not given.keys() & living_pages().keys()
    terms = {f"{name}/by/topics/{topic.id}/" for name in ("trainings", "workshops") for topic in TOPICS}
    assert terms <= given.keys() | living_pages().keys()
    for address, page in given.items():
        collection = address.partition("/")[0]
        (notice,) = page.find_class("ch-empty")
        assert words(notice).startswith(f"No {singular_of(collection).lower()} is listed under "), address
        assert {led_to(address, href)[0] for href in hrefs(page)} >= {"", f"{collection}/"}


@pytest.mark.parametrize("collection", LISTED)
def test_an_empty_list_says_so_and_asks_for_the_first(collection: str) -> None:
    """No table without rows, no filter without records."""
    page = empty_pages()[f"{collection}/"]
    (notice,) = page.find_class("ch-empty")[-1:]
    silence = PRESENTATIONS[collection].silence
    assert words(notice).startswith(silence.strong if silence else f"No {singular_of(collection).lower()} is listed.")
    assert not page.xpath("//table[@data-ch-list]")
    assert not page.find_class("ch-facets")


def test_where_there_is_no_record_every_view_stands_and_says_so() -> None:
    """Whatever a site begins with."""
    pages = empty_pages()
    assert {*VIEWS, *LISTS} <= set(pages)
    for address in ("", "plans/", "months/", "coverage/"):
        assert words(pages[address]).lower().count("no ") > 0, address


# What strangers write


def test_an_attack_in_any_text_of_any_record_is_shown_and_never_runs(tmp_path: Path) -> None:
    """Every page of the made-up records with an attack in each text, but for what runs in the same page without one."""
    attack(ROOT / "tests/living", tmp_path)
    reading = read(data_files(tmp_path))
    pages, plain_pages = (
        rendered(Catalogue.of(reading.records, reading.about, LIVING_DAY, photographs=reading.photographs)),
        living_fragments(),
    )
    assert len(pages) > 400
    for address, page in pages.items():
        plain = re.sub("/(poa|fleg)-[0-9]{4}-[0-9]{4}-([0-9.]+)/", r"/\1-\2/", address)  # the prefix of a plan is an attack as well
        assert running(page.encode()) == running(plain_pages[plain].encode()), address
    attacked = parsed_pages({"": pages["trainings/th-2026-02-forensics/"]})[""]
    assert words(attacked.find(".//h1")).startswith(" ".join(WORDS.split()))


def test_signs_of_html_and_of_templates_are_letters() -> None:
    """In the title and the summary of a record of every collection: on its page and in its list."""
    quoted = "'" + MARKS.replace("'", "''") + "'"
    files = {f"{collection}/th-2026-03-x": examples.yaml(collection, title=quoted, summary=quoted) for collection in LISTED}
    pages = parsed_pages(rendered(examples.catalogue(files)))
    for collection in LISTED:
        page = pages[f"{collection}/th-2026-03-x/"]
        assert words(page.find(".//h1")).startswith(MARKS)
        assert words(page).count(MARKS) > 1
        assert MARKS in words(pages[f"{collection}/"].xpath("//table[@data-ch-list]//th[@scope='row']")[0])
