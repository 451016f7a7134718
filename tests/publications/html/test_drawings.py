"""Drawings: each collection and each group of topics has one, small, in the style of the mark, and for the eye alone."""

from pathlib import Path

import pytest
from lxml import etree

from clearinghouse.publications.pages.topics import drawing_of
from clearinghouse.records.collection import COLLECTIONS
from clearinghouse.vocabulary.topics import TOPICS

ROOT = Path(__file__).parents[3]
DRAWINGS = {path.stem: path for path in (ROOT / "overrides/records/drawings").glob("*.svg")}
LARGEST = 2000
"""In bytes."""
SVG = "{http://www.w3.org/2000/svg}"
SCALE = (ROOT / "overrides/assets/mark.svg").read_text("utf-8").partition(' d="')[2].partition('"')[0]
PARTS = {"svg", "g", "path", "circle"}


def test_each_collection_and_each_group_of_topics_has_a_drawing() -> None:
    """Activities are drawn as their plans."""
    assert {name for name in COLLECTIONS if name != "activities"} <= DRAWINGS.keys()
    assert {drawing_of(term.group) for term in TOPICS} <= DRAWINGS.keys()


@pytest.mark.parametrize("name", sorted(DRAWINGS))
def test_a_drawing_is_light_and_says_nothing_aloud(name: str) -> None:
    """It stands in the scale of the mark, takes its colours from the scheme, and has no words, ids or styles of its own."""
    text = DRAWINGS[name].read_text("utf-8")
    assert len(text.encode()) < LARGEST
    tree = etree.fromstring(text)
    assert (tree.get("aria-hidden"), tree.get("focusable"), tree.get("viewBox")) == ("true", "false", "0 0 32 32")
    elements = list(tree.iter())
    assert {element.tag.removeprefix(SVG) for element in elements} <= PARTS
    assert not any({"id", "style", "href"} & set(element.keys()) for element in elements)
    assert elements[1].get("d") == SCALE
    assert all(element.get("class", "").startswith("ch-drawing__") for element in tree)
