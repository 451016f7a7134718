"""Contents: what `contents.json`, the list of addresses and the sitemap say of a site is what the site holds."""

import hashlib
import json
from collections import Counter
from pathlib import Path
from xml.etree import ElementTree

import pytest
from lxml import html as lxml_html

from clearinghouse.publications.files.contents import CONTENTS, SiteFile, contents_text, site_files
from clearinghouse.publications.files.kinds import Kind
from clearinghouse.publications.files.media_types import UNKNOWN
from clearinghouse.publications.pages.ways.status import is_of_one
from tests.support.publications.open_data import API, template_of
from tests.support.serving import SITE_URL

ADDRESSES = "addresses.txt"


def listed(site: Path) -> dict[str, SiteFile]:
    """What a site lists, by path."""
    return {file.path: file for file in site_files((site / CONTENTS).read_bytes())}


def test_it_names_exactly_the_files_of_the_site_but_itself(site: Path) -> None:
    """Each once, with its size and its sum."""
    paths = {path.relative_to(site).as_posix(): path for path in site.rglob("*") if path.is_file()}
    del paths[CONTENTS]
    files = listed(site)
    assert files.keys() == paths.keys()
    assert len(json.loads((site / CONTENTS).read_bytes())["files"]) == len(files)
    contents = {name: path.read_bytes() for name, path in paths.items()}
    assert [name for name, file in files.items() if file.size != len(contents[name])] == []
    assert [name for name, file in files.items() if file.sha256 != hashlib.sha256(contents[name]).hexdigest()] == []


def test_it_is_sorted_and_reads_as_it_is_written(site: Path) -> None:
    """So that two lists can be compared line by line."""
    text = (site / CONTENTS).read_text("utf-8")
    addresses = [row["address"] for row in json.loads(text)["files"]]
    assert addresses == sorted(addresses)
    assert contents_text(site_files(text)) == text


def test_every_address_that_others_rely_on_is_in_it(site: Path) -> None:
    """And so is the list of these itself."""
    addresses = {f"/{file.address}" for file in listed(site).values()} | {f"/{CONTENTS}"}
    assert set((site / "addresses.txt").read_text("utf-8").split()) <= addresses
    assert "/addresses.txt" in addresses


def test_the_api_describes_those_of_its_files_that_are_in_it(site: Path) -> None:
    """And each of its paths is that of a file."""
    paths = json.loads((site / API / "openapi.json").read_bytes())["paths"]
    addresses = [f"/{file.address}" for file in listed(site).values() if file.address.startswith("api/")]
    assert {template_of(address, paths) for address in addresses} == set(paths)


def test_no_two_pages_have_the_same_title(site: Path) -> None:
    """In tabs, bookmarks and other search engines it is all that tells them apart. A page in another language may keep its title."""
    titles: dict[str, list[str]] = {}
    for path, file in listed(site).items():
        if file.kind in (Kind.PAGE, Kind.RECORD, Kind.LIST) and path.endswith(".html"):
            page = lxml_html.fromstring((site / path).read_bytes())
            titles.setdefault(f"{page.get('lang')}: {page.findtext('head/title')}", []).append(path)
    assert {title: paths for title, paths in titles.items() if len(paths) > 1} == {}


def test_each_file_has_a_kind_and_a_media_type(site: Path) -> None:
    """Kinds say what is a page of readers, and every kind but that of editions, which an export adds, occurs."""
    files = listed(site)
    kinds = Counter(file.kind for file in files.values())
    assert set(kinds) >= set(Kind) - {Kind.EDITION, Kind.REDIRECT, Kind.TEXT}
    assert kinds[Kind.RECORD] > 50
    unknown = {file.path for file in files.values() if file.media_type == UNKNOWN}
    assert all(path.startswith(("pagefind/", "_headers", "nginx.conf")) for path in unknown)


@pytest.mark.parametrize(
    ("path", "kind", "title", "states"),
    [
        ("trainings/th-2026-02-forensics/index.html", Kind.RECORD, "From the seizure to the laboratory", ("kh", "la", "mm", "th")),
        ("trainings/th-2026-02-forensics/event.ics", Kind.AGENDA, "From the seizure to the laboratory", ("kh", "la", "mm", "th")),
        ("trainings/by/countries/th/index.html", Kind.LIST, "Trainings: Thailand", ("th",)),
        ("trainings/index.html", Kind.LIST, "Trainings", ()),
        ("countries/th/desk/index.html", Kind.PAGE, "To do: Thailand", ("th",)),
        ("feeds/countries/th.rss", Kind.FEED, "Thailand", ("th",)),
        ("feeds/desks/th.atom", Kind.FEED, "To do: Thailand", ("th",)),
        ("trainings/ph-2026-02-ship-search/index.html", Kind.REDIRECT, "This page has moved", ()),
        ("about/index.html", Kind.PAGE, "About", ()),
        ("pagefind/pagefind.js", Kind.SEARCH, "", ()),
        ("search/terms.json", Kind.SEARCH, "", ()),
        ("404.html", Kind.THEME, "", ()),
        ("assets/look.css", Kind.STYLE, "", ()),
        ("_headers", Kind.SERVER, "", ()),
    ],
)
def test_a_file_says_what_it_is_and_whom_it_concerns(living_site: Path, path: str, kind: Kind, title: str, states: tuple[str, ...]) -> None:
    """As whoever declares it knows, whatever its page looks like."""
    file = listed(living_site)[path]
    assert (file.kind, file.states) == (kind, states)
    assert title in file.title
    assert bool(title) == bool(file.title)


def test_titles_are_those_of_the_pages(living_site: Path) -> None:
    """Which name the site behind them."""
    for path, file in list(listed(living_site).items())[::7]:
        if file.kind in (Kind.RECORD, Kind.LIST) and file.title:
            (title,) = lxml_html.document_fromstring((living_site / path).read_bytes()).xpath("/html/head/title")
            assert " ".join(title.text.split()).startswith(" ".join(file.title.split())), path


def test_what_is_no_such_list_is_refused() -> None:
    """Nobody takes along what an older or newer version of this program wrote otherwise."""
    with pytest.raises(ValueError, match="version 2"):
        site_files('{"version": 2, "files": []}')
    for text in ("[]", "{}", '{"version": 1, "files": [{"address": "/"}]}'):
        with pytest.raises((KeyError, TypeError)):
            site_files(text)


def test_every_page_has_an_address_and_every_address_a_page(site: Path) -> None:
    """In addresses.txt, and so have feeds, agendas and other files that people rely on; 404.html is no address of readers, and
    the page of a message is nobody's but its sender's."""
    addresses = (site / ADDRESSES).read_text("utf-8").splitlines()
    pages = {f"/{path.parent.relative_to(site).as_posix()}/".replace("/./", "/") for path in site.rglob("index.html")}
    assert addresses == sorted(addresses)
    assert len(addresses) == len(set(addresses))
    assert {address for address in addresses if address.endswith("/")} == {page for page in pages if not is_of_one(page[1:])}
    assert [address for address in addresses if not (site / address.removeprefix("/")).exists()] == []


def test_the_sitemap_names_pages_that_are_there(site: Path) -> None:
    """And all that search engines may list."""
    root = ElementTree.parse(site / "sitemap.xml").getroot()
    addresses = [str(place.text) for place in root.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")]
    assert len(addresses) > 50
    for address in addresses:
        assert address.startswith(SITE_URL)
        page = (site / address.removeprefix(SITE_URL) / "index.html").read_text("utf-8")
        assert f'<link rel="canonical" href="{address}">' in page
        assert 'content="noindex"' not in page


def test_every_page_has_its_own_address_and_says_what_it_is(site: Path) -> None:
    """Later pages of lists and pages in other languages too: no page hands itself over to another. Of an empty list there is no more
    to say to machines than that it is none to look for."""
    for path in site.rglob("index.html"):
        text, address = path.read_text("utf-8"), path.relative_to(site).as_posix().removesuffix("index.html")
        if 'http-equiv="refresh"' in text or address.startswith("embed/"):
            continue
        assert text.count('<link rel="canonical"') == 1
        assert f'<link rel="canonical" href="{SITE_URL}{address}">' in text
        is_empty = '<body class="ch-alone">' in text and 'content="noindex"' in text
        assert text.count('<script type="application/ld+json">') == (0 if is_empty else 1), address
