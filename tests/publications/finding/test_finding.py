"""Finding: crawlers learn on which day a page changed last, what they may read, and what the site is, and that all of it is true."""

import re
from datetime import date

from markdown_it import MarkdownIt

from clearinghouse.publications.data.api import api_files
from clearinghouse.publications.finding.last_changes import LISTS, last_changes, whole_list
from clearinghouse.publications.finding.texts import llms, robots
from clearinghouse.publications.site import Room, Shelf, Site
from tests.support.examples import TODAY, catalogue, yaml
from tests.support.publications.giving_out import SITE, living
from tests.support.publications.rendering import living_outputs


def test_a_page_changed_when_its_record_did() -> None:
    """When it appeared, when something happened, or when somebody checked it: the last of these, and nothing that is still to come."""
    change = "changes: [{on: 2026-02-01, what: updated, id: a}, {on: 2026-09-01, what: updated, id: b}]"
    records = catalogue(
        {
            "trainings/x": yaml("trainings", change),
            "trainings/y": yaml("trainings", verified="2026-02-11"),
            "documents/z": yaml("documents", published="2026-01-05"),
        }
    )
    days = last_changes(records)
    assert (days["trainings/x/"], days["trainings/y/"]) == (date(2026, 2, 1), date(2026, 2, 11))
    assert days["trainings/"] == date(2026, 2, 11)
    assert days["documents/"] == days["documents/z/"] == date(2026, 1, 5)
    assert {"about/", "", "networks/"}.isdisjoint(days)
    assert max(days.values()) <= TODAY


def test_later_pages_of_a_list_change_with_the_list() -> None:
    """Which no page of a record does."""
    assert whole_list("trainings/page/2/") == "trainings/"
    assert [whole_list(address) for address in ("trainings/x/", "about/page/", "")] == ["trainings/x/", "about/page/", ""]


def test_what_the_site_is_stands_in_markdown_and_every_link_in_it_leads_to_something() -> None:
    """Whatever its pages are called."""
    rooms = (Room("trainings/", "Trainings", "Courses."), Room("months/", "A [b](c) <d> `e`", "x"))
    site = Site("House of *Examples*", SITE.url, "example.org", shelves=(Shelf("Activities", rooms),))
    text = llms(living(), site, "What it is.")
    html = MarkdownIt().render(text)
    assert "<h1>House of *Examples*</h1>" in html
    assert "<a" not in re.sub("<a [^>]*>(.*?)</a>", "", html)
    assert "A [b](c) &lt;d&gt; `e`</a>" in html
    known = {*living_outputs(), *(room.address for room in rooms), "contents.json", "open-data/"}
    links = re.findall('href="([^"]*)"', html)
    assert len(links) > 6
    assert [link for link in links if link.startswith(SITE.url) and link.removeprefix(SITE.url) not in known] == []


def test_nothing_is_kept_from_crawlers() -> None:
    """A page that says in its head that it shall not be listed must be read for that."""
    assert robots(SITE) == f"User-agent: *\nAllow: /\n\nSitemap: {SITE.url}sitemap.xml\n"


def test_the_file_of_a_list_is_there() -> None:
    """That linked data names."""
    files = {file.address for file in api_files(living(), SITE)}
    assert LISTS
    assert [name for name in LISTS if f"api/v1/{name}.json" not in files] == []
