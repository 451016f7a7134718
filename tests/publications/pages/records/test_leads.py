"""Leads: a record's page begins with what its reader came for, and names once what is not stated."""

import pytest

from clearinghouse.publications.html.facts import fact, facts, stated
from tests.support import examples
from tests.support.publications.rendering import parsed_pages, rendered, words

DOCUMENT = "documents/doc-handbook-2025"


def source(kind: str, url: str = "https://www.example.org/handbook.pdf") -> str:
    """A source of a kind, in YAML."""
    return f"{{url: {url}, publisher: Office of Examples, kind: {kind}, accessed: 2026-01-10}}"


@pytest.mark.parametrize(
    ("keys", "button", "about"),
    [
        ({"url": "https://example.org/own.docx"}, ("Read the document", "https://example.org/own.docx"), "example.org, Word"),
        (
            {"sources": f"[{source('news', 'https://example.com/')}, {source('document copy')}]"},
            ("Read the document", "https://www.example.org/handbook.pdf"),
            "A copy at Office of Examples (example.org, PDF)",
        ),
        (
            {"sources": f"[{source('document page', 'https://example.org/handbook')}]"},
            ("Open the document’s page", "https://example.org/handbook"),
            "At Office of Examples (example.org)",
        ),
        (
            {"sources": f"[{source('partner news', 'https://example.org/news')}]"},
            ("Read about the document", "https://example.org/news"),
            "The document itself was not found online. Source: Office of Examples (example.org)",
        ),
    ],
)
def test_a_document_leads_to_its_text_or_says_that_it_was_not_found(keys: dict[str, str], button: tuple[str, str], about: str) -> None:
    """To its own address, else to the nearest source that holds it; a page that only tells of it is not called the document."""
    page = parsed_pages(
        rendered(examples.catalogue({DOCUMENT: examples.yaml("documents", **({"url": None, "confidence": "medium"} | keys))}))
    )[f"{DOCUMENT}/"]
    (place,) = page.find_class("ch-first__do")
    (main,) = place.find_class("ch-button--main")
    assert (words(main), main.get("href")) == button
    assert words(place.find("p")) == about


def test_what_is_not_stated_is_named_once_at_the_end() -> None:
    """Also what would stand above the facts; what has words of its own for silence, or none, is not named."""
    above = (fact("Where", gap="place"), fact("When", "2 March"))
    rows = facts(
        fact("Organiser"), fact("ASEAN"), fact("Seats", silent=None), fact("Home", silent="none"), fact("Topics", "Ivory"), above=above
    )
    assert [(row.label, row.lines[0][0].text) for row in rows] == [
        ("Home", "none"),
        ("Topics", "Ivory"),
        ("Not stated", "place, organiser, ASEAN"),
    ]
    assert [row.label for row in stated(*above)] == ["When"]
