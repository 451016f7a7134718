"""Sources: a record's page says of what class each is and in which language; the page on the method says what that means."""

from tests.support import examples
from tests.support.publications.rendering import living_pages, parsed_pages, rendered, words

THAI = "{url: https://example.org/th, publisher: Daily, kind: news, language: th, accessed: 2026-01-12}"
BLOG = "{url: https://example.org/blog, publisher: Forum, kind: law blog, accessed: 2026-01-12}"


def test_a_source_says_its_kind_its_language_and_its_class() -> None:
    """Beside who published it and when it was read."""
    catalogue = examples.catalogue({"trainings/th-2026-03-x": examples.yaml("trainings", sources=f"[{THAI}, {BLOG}]", confidence="medium")})
    page = words(parsed_pages(rendered(catalogue))["trainings/th-2026-03-x/"])
    assert "Daily, news in Thai" in page
    assert "Source: media. Accessed" in page
    assert "Forum, law blog" in page
    assert "Source: secondary. Accessed" in page


def test_the_page_on_the_method_lists_the_kinds_of_each_class() -> None:
    """So that whoever writes a record finds the word, and whoever reads one what stands behind it."""
    listed = words(living_pages()["method/"])
    assert "Official: a government, a treaty body or ASEAN" in listed
    assert "blog, staff blog, law blog, encyclopaedia" in listed
