"""Kinds of sources: each means one class."""

import pytest

from clearinghouse.vocabulary.source_kinds import SOURCE_CLASSES, SOURCE_KINDS, source_class


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("government page", "official"),
        ("organiser news", "organiser"),
        ("participant news", "partner"),
        ("journal article", "academic"),
        ("news", "media"),
        ("CITES document copy", "copy"),
        ("trade blog", "secondary"),
    ],
)
def test_a_kind_means_one_class(kind: str, expected: str) -> None:
    """How near a source stands to what it tells follows from what it is."""
    assert source_class(kind) == expected


def test_every_class_has_kinds_and_they_stand_in_their_order() -> None:
    """No class is empty, and the nearest comes first."""
    assert list(dict.fromkeys(kind.group for kind in SOURCE_KINDS)) == list(SOURCE_CLASSES)


def test_a_word_that_is_no_kind_has_no_class() -> None:
    """It never counts as anything in silence."""
    with pytest.raises(KeyError):
        source_class("Wikipedia text of 2012")
