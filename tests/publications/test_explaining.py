"""Explaining: the first time that a term stands in the text of a page, it leads to its entry; nothing else of the page changes."""

from pathlib import Path

import pytest

from clearinghouse.publications.glossary.explaining import explained, in_words
from clearinghouse.vocabulary.glossary import GLOSSARY

DATA = Path(__file__).parents[2] / "data"
PUBLISHERS = ("https://cites.org/eng/", "https://datatracker.ietf.org/doc/rfc", "https://www.rfc-editor.org/info/rfc",
              "https://www.rssboard.org/", "https://opml.org/")  # fmt: skip
"""Where the Convention and the standards are published, which no record has to cite."""


def linked(html: str) -> str:
    """A fragment with its terms explained, and what an explanation adds written as [term id]."""
    new = explained(html, lambda to: to)
    for entry in GLOSSARY:
        for term in (entry.label, *entry.spellings):
            title = in_words(entry).replace("&", "&amp;").replace("'", "&#x27;")
            new = new.replace(f'<a class="ch-term" href="glossary/#{entry.id}" title="{title}">{term}</a>', f"[{term} {entry.id}]")
    return new


@pytest.mark.parametrize(
    ("html", "becomes"),
    [
        ("<p>CITES and CITES</p><p>CITES</p>", "<p>[CITES cites] and CITES</p><p>CITES</p>"),
        ("<p>AWG CITES and WE on CITES</p>", "<p>[AWG CITES and WE awg-cites-and-we] on [CITES cites]</p>"),
        ("<h1>CITES</h1><p><a href='x'>CITES</a> is CITES</p>", "<h1>CITES</h1><p><a href='x'>CITES</a> is [CITES cites]</p>"),
        ("<p><a><b>CITES</b> CITES</a> CITES</p>", "<p><a><b>CITES</b> CITES</a> [CITES cites]</p>"),
        ("<p><q>the CITES</q> and <code>CITES</code></p>", "<p><q>the CITES</q> and <code>CITES</code></p>"),
        ('<p data-x="a > CITES" title="CITES">Appendix II</p>', '<p data-x="a > CITES" title="CITES">[Appendix II appendix-ii]</p>'),
        ("<div>CITES</div><li>CITES-listed CITESX</li>", "<div>CITES</div><li>CITES-listed CITESX</li>"),
        ('<p><span lang="th">CITES</span><span class="ch-hidden">CITES</span></p>',) * 2,
        (
            '<p><span class="ch-badge ch-badge--done">CITES</span> CITES</p>',
            '<p><span class="ch-badge ch-badge--done">CITES</span> [CITES cites]</p>',
        ),
        ("<p>CITES <", "<p>[CITES cites] <"),
        ('<p>CITES <a href="', '<p>[CITES cites] <a href="'),
        ("", ""),
    ],
)
def test_a_term_is_explained_where_it_first_stands_in_running_text(html: str, becomes: str) -> None:
    """Once on a page; not in links, headings, quotations, code or attributes, and not as a part of another word."""
    assert linked(html) == becomes


def test_every_entry_says_what_it_means_in_short_sentences() -> None:
    """A title is read at a glance; and an anchor is an id of its own."""
    for entry in GLOSSARY:
        assert entry.meaning.endswith((".", ").")), entry.id
        assert len(in_words(entry)) <= 220, entry.id
    assert len(GLOSSARY) >= 40


def test_what_a_meaning_rests_on_is_known_to_the_records() -> None:
    """Its address is one that a record names, or one of those who publish the Convention or the standard; a standard and an article
    have an address; and a record that it leads to is there: none is invented."""
    records = "".join(path.read_text("utf-8") for path in DATA.glob("*/*.yml"))
    for entry in GLOSSARY:
        name, address = entry.source or ("", "")
        assert address or not name, name
        if not address.startswith(PUBLISHERS):
            assert not address or (address in records if address.startswith("https:") else (DATA / f"{address}.yml").is_file()), name
        assert not entry.more or entry.more[1].startswith(PUBLISHERS), entry.id
        assert "RFC" not in name or address.rstrip("/").endswith(f"rfc{name.split()[-1]}"), name
        assert not entry.record or (DATA / f"{entry.record}.yml").is_file(), entry.id
