"""Feeds of odd texts: what a record says stands in them as it was written, and does nothing."""

import json

import pytest
from hypothesis import given as given_by
from hypothesis import strategies as st

from clearinghouse.catalogue.catalogue import Catalogue
from clearinghouse.publications.pages.news.digests import digest_text, digests
from tests.support.examples import catalogue, reading, yaml
from tests.support.publications.giving_out import ATOM, LIVING_DAY, SITE, agendas_of, events, feeds_of, fragment, parsed, xml
from tests.support.publications.odd_texts import HOSTILE, LONG_AGO, ODD, hostile

MOVED = "trainings/th-2026-03-x"


@pytest.mark.parametrize("text", HOSTILE)
def test_odd_text_is_feed_as_it_was_written(text: str) -> None:
    """Titles, summaries and notes: by feedparser, by lxml and as JSON."""
    given, words = feeds_of(hostile(text)), text.strip()
    titles = [f"Moved: {words}", words, f"New training: {words}"]
    items = json.loads(given["feeds/updates.json"])["items"]
    rss, atom = xml(given["feeds/updates.rss"]), xml(given["feeds/updates.atom"])
    assert sorted(item["title"] for item in items) == sorted(titles)
    assert {item["summary"] for item in items} == {words}
    assert sorted(str(item.findtext("title")) for item in rss.iter("item")) == sorted(titles)
    assert sorted(str(entry.findtext(f"{ATOM}title")) for entry in atom.iter(f"{ATOM}entry")) == sorted(titles)
    assert {entry.findtext(f"{ATOM}summary") for entry in atom.iter(f"{ATOM}entry")} == {words}
    for item in rss.iter("item"):
        # RSS takes descriptions for HTML, so they are read back as a reader shows them.
        assert fragment(str(item.findtext("description"))).text_content() == words
    for feed in (parsed(given["feeds/updates.rss"]), parsed(given["feeds/updates.atom"])):
        assert len(feed.entries) == 3
    assert sorted(entry.title for entry in parsed(given["feeds/updates.atom"]).entries) == sorted(titles)


@pytest.mark.parametrize("text", HOSTILE)
def test_odd_text_does_nothing(text: str) -> None:
    """No element but our own in the HTML of an entry, no attribute that could act, no link but to this site and to the source."""
    for item in json.loads(feeds_of(hostile(text))["feeds/updates.json"])["items"]:
        page = fragment(item["content_html"])
        assert {element.tag for element in page.iter()} <= {"div", "p", "ul", "li", "a", "span", "br"}
        assert {name for element in page.iter() for name in element.attrib} <= {"href", "lang"}
        assert set(page.xpath("//@href")) <= {item["url"], "https://example.org/news"}
        assert text.strip() in page.text_content()


@given_by(*[st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40) for _ in range(3)])
def test_what_reading_lets_pass_can_be_given_out(title: str, summary: str, note: str) -> None:
    """Whatever letters it has: a text is a problem of its record, with its line, or it stands in feeds, agendas and digests."""
    quoted = [json.dumps(text, ensure_ascii=False) for text in (title, summary, note)]
    changes = f"[{{on: 2026-02-01, what: moved, id: moved, note: {quoted[2]}}}]"
    keys = {
        "starts": LONG_AGO,
        "title": quoted[0],
        "summary": quoted[1],
        "place": quoted[0],
        "organisers": f"[{quoted[0]}]",
        "changes": changes,
    }
    folder = reading({ODD: yaml("trainings", **keys)})
    if not folder.is_sound:
        assert all(problem.line > 0 for problem in folder.problems)
        return
    records = Catalogue.of(folder.records, folder.about, LIVING_DAY)
    words = records.trainings[0].title
    rss = xml(feeds_of(records)["feeds/updates.rss"])
    assert [item.findtext("title") for item in rss.iter("item")] == [f"Moved: {words}", f"New training: {words}"]
    assert [event.summary.value for event in events(agendas_of(records)["agendas/all.ics"]).values()] == [words]
    assert all(SITE.url in digest_text(digest, records, SITE) for digest in digests(records))


def test_a_long_summary_is_told_whole() -> None:
    """Five hundred characters with line breaks, by every format."""
    summary = "\n".join(f"Line {number} of a long summary, with more words than anybody ever reads." for number in range(8))
    assert len(summary) > 500
    given = feeds_of(catalogue({MOVED: yaml("trainings", starts=LONG_AGO, summary=json.dumps(summary))}))
    assert json.loads(given["feeds/updates.json"])["items"][0]["summary"] == summary
    assert next(xml(given["feeds/updates.rss"]).iter("item")).findtext("description") == summary
    assert next(xml(given["feeds/updates.atom"]).iter(f"{ATOM}entry")).findtext(f"{ATOM}summary") == summary
