"""Sitemaps: what they list of their own host leaves, whatever else is in them; what one run cannot read has its turn in the next ones."""

import gzip

import pytest

from clearinghouse.reading.files.harvest_memory import Known, KnownPage, SourceMemory, memory_of, memory_text
from clearinghouse.reading.intake.harvest.entries import SourceFault
from clearinghouse.reading.intake.harvest.sitemaps import MOST_UNPACKED, Sitemap, sitemap_of
from clearinghouse.reading.intake.harvest.turns import Share, Turn

BASE = "https://there.example.org/sitemap.xml"


def sitemap(kind: str, *addresses: str) -> bytes:
    """A sitemap, or an index of such."""
    inner = "url" if kind == "urlset" else "sitemap"
    rows = "".join(f"<{inner}><loc>{address}</loc><lastmod>2026-01-01</lastmod></{inner}>" for address in addresses)
    return f'<?xml version="1.0"?><{kind} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{rows}</{kind}>'.encode()


def test_a_sitemap_lists_pages_or_sitemaps_of_its_own_host() -> None:
    """Each once; an index never leads to itself; packed ones are unpacked."""
    here, there = "https://there.example.org/a", "https://elsewhere.example.org/a"
    assert sitemap_of(sitemap("urlset", here, there, here, "/b", "javascript:x"), BASE) == Sitemap(pages=(here, f"{here[:-1]}b"))
    assert sitemap_of(sitemap("sitemapindex", BASE, here, there), BASE) == Sitemap(others=(here,))
    assert sitemap_of(gzip.compress(sitemap("urlset", here)), BASE) == Sitemap(pages=(here,))
    assert sitemap_of(b"<html>", BASE) is None


@pytest.mark.parametrize(
    "content",
    [
        sitemap("urlset", "x")[:-3],
        b"\x1f\x8bno gzip",
        gzip.compress(sitemap("urlset", "x"))[:-12],
        gzip.compress(b" " * (MOST_UNPACKED + 1), compresslevel=1),
    ],
    ids=["broken", "not packed", "breaks off", "bursts"],
)
def test_a_broken_sitemap_is_said(content: bytes) -> None:
    """And nothing of it is taken."""
    with pytest.raises(SourceFault, match="its sitemap"):
        sitemap_of(content, BASE)


def test_everything_has_its_turn() -> None:
    """From after the one that was reached, around the end, also where that one is gone, and where the time of a run is over."""

    def asked_of(addresses: str, before: str, most: int, times: int = 9) -> tuple[str, str, int]:
        turn = Turn(Share(most, lambda: turn.asked >= times), "pages", before)
        return "".join(turn.of([*addresses])), turn.reached, turn.waiting

    assert asked_of("abc", "", 3) == ("abc", "", 0)
    assert asked_of("abc", "b", 3) == ("cab", "", 0)
    assert asked_of("abcde", "", 2) == ("ab", "b", 3)
    assert asked_of("abcde", "d", 2) == ("ea", "a", 3)
    assert asked_of("abcde", "x", 2) == ("ab", "b", 3)
    assert asked_of("abcde", "d", 4, times=1) == ("e", "e", 4)
    assert asked_of("abcde", "d", 4, times=0) == ("", "d", 5)


def test_the_memory_reads_what_it_wrote() -> None:
    """Of sources, records and pages; without stamps nothing counts as unchanged, and what is there stays known."""
    page = KnownPage('"1"', "Mon, 02 Mar 2026 10:00:00 GMT", ("https://there.example.org/a",))
    known = SourceMemory(settings="x", reached="p2", records={"a": Known("a", "trainings/a.yml", "1", "2026")}, pages={"p1": page})
    assert memory_of("m", memory_text({"there": known}).encode()) == {"there": known}
    assert known.unstamped.pages["p1"].holds == page.holds
    assert (known.unstamped.pages["p1"].etag, known.unstamped.records["a"].modified, known.unstamped.reached) == ("", "", "p2")
