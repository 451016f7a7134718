"""Bearing: which sources bear high confidence, and when two newspapers are two."""

from dataclasses import dataclass

import pytest

from clearinghouse.vocabulary.bearing import bearing_class
from clearinghouse.vocabulary.source_kinds import SourceClass


@dataclass(frozen=True)
class Page:
    """A source as far as bearing looks at it."""

    source_class: SourceClass
    url: str = "https://news.example.org/1"
    publisher: str = "The News"


@pytest.mark.parametrize(
    ("classes", "expected"),
    [
        (("media", "organiser"), "organiser"),
        (("academic", "partner", "official"), "official"),
        (("copy", "secondary", "media"), None),
        (("copy", "copy"), None),
    ],
)
def test_one_source_that_stands_near_is_enough(classes: tuple[SourceClass, ...], expected: SourceClass | None) -> None:
    """The nearest is named; copies and retellings bear nothing, however many they are."""
    assert bearing_class(Page(name) for name in classes) == expected


@pytest.mark.parametrize(
    ("url", "publisher", "expected"),
    [
        ("https://times.example.org/1", "The Times, 2 March 2026", "media"),
        ("https://www.NEWS.example.org/2", "The Times", None),
        ("https://times.example.org/1", "the news, 2 March 2026", None),
    ],
)
def test_two_newspapers_bear_it_where_their_publishers_differ(url: str, publisher: str, expected: SourceClass | None) -> None:
    """In host and in name: a newspaper that quotes itself, here or at another address, is one."""
    assert bearing_class([Page("media"), Page("media", url, publisher)]) == expected
