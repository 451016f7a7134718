"""Links: between any two addresses, for a web server and for a USB stick."""

from urllib.parse import urljoin

import pytest
from hypothesis import given
from hypothesis import strategies as some

from clearinghouse.publications.html.links import link

SITE = "https://example.org/chm/"


@pytest.mark.parametrize(
    ("to", "at", "served", "as_file"),
    [
        ("", "", "./", "index.html"),
        ("", "trainings/", "../", "../index.html"),
        ("", "trainings/x/", "../../", "../../index.html"),
        ("trainings/", "", "trainings/", "trainings/index.html"),
        ("trainings/", "trainings/", "./", "index.html"),
        ("trainings/x/", "trainings/", "x/", "x/index.html"),
        ("trainings/", "trainings/x/", "../", "../index.html"),
        ("trainings/y/", "trainings/x/", "../y/", "../y/index.html"),
        ("trainings/x/", "trainings/x/", "./", "index.html"),
        ("workshops/x/", "trainings/x/", "../../workshops/x/", "../../workshops/x/index.html"),
        ("plans/poa-2016-2020/4.1.2/", "trainings/x/", "../../plans/poa-2016-2020/4.1.2/", "../../plans/poa-2016-2020/4.1.2/index.html"),
        ("plans/poa-2016-2020/", "plans/poa-2016-2020/4.1.2/", "../", "../index.html"),
        ("feeds/updates.rss", "", "feeds/updates.rss", "feeds/updates.rss"),
        ("feeds/updates.rss", "trainings/x/", "../../feeds/updates.rss", "../../feeds/updates.rss"),
        ("trainings/x/event.ics", "trainings/x/", "event.ics", "event.ics"),
        ("assets/look.css", "404.html", "assets/look.css", "assets/look.css"),
        ("", "404.html", "./", "index.html"),
        ("trainings/", "feeds/all.opml", "../trainings/", "../trainings/index.html"),
        ("trainings/x/#sources", "trainings/", "x/#sources", "x/index.html#sources"),
        ("trainings/x/#sources", "trainings/x/", "#sources", "index.html#sources"),
        ("#upcoming", "trainings/", "../#upcoming", "../index.html#upcoming"),
        ("search/?q=th#top", "", "search/?q=th#top", "search/index.html?q=th#top"),
        ("search/?q=a/b#c?d", "", "search/?q=a/b#c?d", "search/index.html?q=a/b#c?d"),
        ("trainings/x/#a/b", "trainings/", "x/#a/b", "x/index.html#a/b"),
    ],
)
def test_a_link_leads_from_one_address_to_another(to: str, at: str, served: str, as_file: str) -> None:
    """In the form that a server needs, and in the form that file:// needs."""
    assert link(to, at) == served
    assert link(to, at, as_file=True) == as_file


_STEPS = some.from_regex(r"[a-z0-9][a-z0-9.\-]{0,8}", fullmatch=True).filter(lambda step: step not in (".", ".."))
_FOLDERS = some.lists(_STEPS, max_size=4).map(lambda steps: "".join(f"{step}/" for step in steps))
_FILES = some.tuples(_FOLDERS, some.sampled_from(["updates.rss", "all.ics", "index.json", "404.html", "x"])).map("".join)
_MARKS = some.sampled_from(["", "", "#part", "?q=x", "?q=x#part", "#a/b", "?a=/../b/"])


@given(_FOLDERS | _FILES, _FOLDERS | _FILES, _MARKS)
def test_a_browser_resolves_a_link_to_what_was_meant(to: str, at: str, mark: str) -> None:
    """By RFC 3986, from the page's own address."""
    assert urljoin(SITE + at, link(to + mark, at)) == SITE + to + mark


@given(_FOLDERS | _FILES, _FOLDERS | _FILES, _MARKS)
def test_a_link_between_files_names_a_file(to: str, at: str, mark: str) -> None:
    """There is no server to look for the index of a folder."""
    is_page = not to or to.endswith("/")
    page = at + "index.html" if not at or at.endswith("/") else at
    assert urljoin(SITE + page, link(to + mark, at, as_file=True)) == SITE + to + ("index.html" if is_page else "") + mark


@given(_FOLDERS | _FILES, _FOLDERS | _FILES)
def test_a_link_is_never_empty_and_never_absolute(to: str, at: str) -> None:
    """A link without a path would be one to the page itself; the site may lie in any folder of a server."""
    for href in (link(to, at), link(to, at, as_file=True)):
        assert href
        assert not href.startswith("/")
        assert "//" not in href
