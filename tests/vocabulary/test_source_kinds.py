"""Kinds of sources: each means one class, in all its spellings."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from clearinghouse.vocabulary.source_kinds import SOURCE_CLASSES, SOURCE_KINDS, source_class, source_kind

DATA = Path(__file__).parents[2] / "data"


@pytest.mark.parametrize(
    ("spelling", "expected"),
    [
        ("government page", "official"),
        ("organiser news", "organiser"),
        ("participant news", "partner"),
        ("journal article", "academic"),
        ("news", "media"),
        ("news (Thai)", "media"),
        ("News ", "media"),
        ("law text copy (Burmese)", "copy"),
        ("CITES document copy", "copy"),
        ("trade blog", "secondary"),
        ("Wikipedia text of 2012", "secondary"),
    ],
)
def test_a_kind_means_one_class_and_what_nobody_knows_is_secondary(spelling: str, expected: str) -> None:
    """Brackets, capitals and margins change nothing; an unknown kind counts as the weakest class."""
    assert source_class(spelling) == expected


def test_no_spelling_means_two_kinds_and_every_class_has_kinds() -> None:
    """A kind is understood in one way only, and no class is empty."""
    spellings = Counter(spelling.casefold() for kind in SOURCE_KINDS for spelling in (kind.id, *kind.synonyms))
    assert [spelling for spelling, times in spellings.items() if times > 1] == []
    assert {kind.group for kind in SOURCE_KINDS} == set(SOURCE_CLASSES)


def test_every_kind_of_the_true_records_is_known() -> None:
    """No source of a true record counts as secondary only because its kind was never judged."""
    kinds = {source["kind"] for path in DATA.rglob("[!_]*.yml") for source in _sources(yaml.load(path.read_bytes(), yaml.CBaseLoader))}
    assert kinds
    assert sorted(kind for kind in kinds if source_kind(kind) is None) == []


def _sources(value: Any) -> Iterator[dict[str, str]]:
    """All groups of keys that are sources, wherever they stand in a record."""
    if isinstance(value, dict) and {"kind", "publisher", "accessed"} <= value.keys():
        yield value
    children = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    for child in children:
        yield from _sources(child)
