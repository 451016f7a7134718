"""Outputs: all that a site gives out stands in one list, and whatever is added to it reaches all who read the list."""

import json
import re
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache

import pytest

from clearinghouse.publications import outputs as declared
from clearinghouse.publications.files.contents import CONTENTS, SiteFile
from clearinghouse.publications.files.file import File
from clearinghouse.publications.files.kinds import Kind
from clearinghouse.publications.files.media_types import UNKNOWN
from clearinghouse.publications.form_links import always_there
from clearinghouse.publications.offline.keeping import kept_lists
from clearinghouse.publications.offline.packs import Pack, edition_paths
from clearinghouse.publications.outputs import Output, Part, outputs
from clearinghouse.publications.page import Page
from clearinghouse.publications.pages.pages import Pages
from clearinghouse.publications.search.traits import Traits
from clearinghouse.vocabulary.states import MEMBER_STATES
from tests.support.publications.giving_out import SITE, living
from tests.support.publications.rendering import pages_of
from tests.support.running import ROOT

PROSE = (Page("about/", "About", "What this is.", "", traits=Traits("", "Page", (), (("collection", "pages"),))),)
PAGE = Page(
    "seasons/dry/", "Dry season", "What the dry season brings.", "<p>Much.</p>", traits=Traits("Dry season", "Season"), states=("la",)
)
TEMPLATE = "trade/template.xlsx"
"""The one workbook that is no table of a page."""
FILE = File("seasons/dry.csv", Kind.DATA, "month\nMay\n", "Months", ("la",))


def documents(*added: Output) -> dict[str, Output]:
    """What the living records give out, by address, with what a test adds."""
    with pytest.MonkeyPatch.context() as patch:
        ordinary, others = Pages.parts, declared.parts
        pages = [output for output in added if isinstance(output, Page)]
        files = [output for output in added if isinstance(output, File)]

        def all_pages(self: Pages) -> Iterator[Callable[[], Iterator[Page]]]:
            yield from ordinary(self)
            yield lambda: iter(pages)

        def all_parts(pages: Pages, *, is_plan: bool = False) -> Iterator[Part]:
            yield from others(pages, is_plan=is_plan)
            yield lambda: iter(files)

        patch.setattr(Pages, "parts", all_pages)
        patch.setattr(declared, "parts", all_parts)
        every = list(outputs(pages_of(living()), PROSE))
    assert [address for address, times in Counter(output.address for output in every).items() if times > 1] == []
    return {output.address: output for output in every}


@cache
def with_additions() -> dict[str, Output]:
    """With a page and a file."""
    return documents(PAGE, FILE)


def text(address: str) -> str:
    """A document that lists others."""
    output = with_additions()[address]
    assert isinstance(output, File)
    return output.content if isinstance(output.content, str) else output.content.decode()


def site_files() -> dict[str, SiteFile]:
    """The documents as a site lists them, by path."""
    files = (SiteFile(output.address, output.kind, output.title, output.states, 10) for output in with_additions().values())
    return {file.path: file for file in files}


def test_what_prose_counts_on_is_always_there() -> None:
    """Else the check would let a link pass that leads nowhere."""
    assert set(always_there()) <= set(with_additions())


def test_every_document_has_an_address_below_the_site() -> None:
    """Relative to its root; a page's ends in a slash."""
    for address, output in with_additions().items():
        assert not address.startswith("/"), address
        assert ".." not in address, address
        assert isinstance(output, File) or address.endswith("/"), address


def test_every_document_says_what_it_is() -> None:
    """Pages by their titles; files by endings that servers know."""
    for file in site_files().values():
        assert file.title or not file.is_html, file
        assert file.media_type != UNKNOWN, file
        assert all(re.fullmatch("[a-z]{2}", state) for state in file.states), file


def test_what_is_added_and_what_people_wrote_is_an_address_of_the_site() -> None:
    """And so is the list of its files; what no reader relies on is none."""
    addresses = text("addresses.txt").split()
    assert addresses == sorted(addresses)
    assert {"/seasons/dry/", "/seasons/dry.csv", "/about/", f"/{CONTENTS}"} <= set(addresses)
    assert not any(address.startswith(("/search/scripts", "/contribute/records", "/sitemap")) for address in addresses)


def test_of_a_site_that_is_only_planned_the_tables_of_pages_are_not_written() -> None:
    """It is enough to know where each will be."""
    written = {address for address, output in with_additions().items() if address.endswith(".xlsx") and address != TEMPLATE}
    planned = {output.address: output for output in outputs(pages_of(living()), PROSE, is_plan=True) if output.address in written}
    assert planned.keys() == written
    assert {output.content for output in planned.values() if isinstance(output, File)} == {""}


def test_search_engines_are_told_of_pages_alone() -> None:
    """But for those that they shall not list."""
    listed = set(re.findall("<loc>(.*?)</loc>", text("sitemap.xml")))
    assert {f"{SITE.url}seasons/dry/", f"{SITE.url}about/"} <= listed
    assert f"{SITE.url}seasons/dry.csv" not in listed
    assert re.search("^Sitemap: (.*)$", text("robots.txt"), re.M)[1] == f"{SITE.url}sitemap.xml"  # type: ignore[index]  # it is there
    hidden = [page for page in with_additions().values() if isinstance(page, Page) and not page.is_indexed]
    assert hidden
    assert listed.isdisjoint(SITE.url + page.address for page in hidden)


def test_the_search_knows_pages_with_traits() -> None:
    """Those that people wrote are counted with those that records make."""
    pages = [page for page in with_additions().values() if isinstance(page, Page) and page.traits]
    assert json.loads(text("search/terms.json"))["pages"] == len(pages) + len(PROSE)
    assert {"season", "brings"} <= set(json.loads(text("search/words.json")).split())


def test_a_pack_and_what_a_browser_keeps_hold_what_concerns_their_state() -> None:
    """And nothing that concerns only others."""
    files = site_files()
    packs = {state.address: Pack(state, files).paths for state in MEMBER_STATES.values()}
    for path in ("seasons/dry/index.html", "seasons/dry.csv", "countries/la/index.html", "feeds/desks/la.rss", "coverage/la/index.html"):
        assert [state for state, paths in packs.items() if path in paths] == ["la"], path
    for kept_list in kept_lists(files.values()):
        state = kept_list.address.rpartition("/")[2].removesuffix(".json")
        content = json.loads(str(kept_list.content))
        assert ("seasons/dry/" in content["files"]) == (state == "la")
        assert content["bytes"] == 10 * len(content["files"])
        assert content["pages"] == sum(address.endswith("/") for address in content["files"])


def test_the_whole_edition_holds_what_readers_can_use() -> None:
    """Not what is there for servers and search engines, nor the list of the files of the site."""
    paths = edition_paths([*site_files(), CONTENTS])
    assert {"seasons/dry/index.html", "seasons/dry.csv"} <= set(paths)
    assert {"sitemap.xml", "addresses.txt", CONTENTS}.isdisjoint(paths)


def test_the_page_on_adding_pages_names_what_is_there() -> None:
    """Every path stands in the repository, every function where the page says."""
    page = (ROOT / "docs" / "adding-a-page-or-feed.md").read_text("utf-8")
    paths = set(re.findall(r"`((?:clearinghouse|overrides|tests|content)/[\w./-]+|mkdocs\.yml)`", page))
    assert len(paths) > 8
    assert [path for path in sorted(paths) if not (ROOT / path).exists()] == []
    for name, module in {"outputs.parts": declared, "Pages.parts": Pages, "below_prose": Pages}.items():
        assert f"`{name}`" in page
        assert hasattr(module, name.rpartition(".")[2])
