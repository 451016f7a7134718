"""Clusters: what a letter carries with it in Thai, Lao, Khmer and Burmese."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clearinghouse.publications.search.clusters import cleaned, clusters
from clearinghouse.publications.search.script_index import ANY
from tests.support.running import ROOT

CASES = json.loads((ROOT / "tests" / "search" / "clusters.json").read_text("utf-8"))
LETTERS = st.text(st.sampled_from("กขคงจช่้าิีเแำะๆ ກຂຄງຈຊ່້າິີເແຳະໆ កខគងច្ាិីេ៊ំះ ကခဂင်္ျြွှာိီေးa1. "), max_size=30)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["rule"])
def test_clusters_are_those_of_the_golden_cases(case: dict[str, object]) -> None:
    """The same cases are held against the browser's tokenizer in tests/search/test_script_search.py."""
    found = [[each.text, each.script, each.place] for each in clusters(cleaned(str(case["text"])))]
    assert found == case["clusters"]


@given(LETTERS)
def test_every_letter_is_in_exactly_one_cluster(text: str) -> None:
    """None is lost and none counted twice, in whatever order they stand; signs of repetition alone are in none."""
    found = list(clusters(cleaned(text)))
    ends = [each.end for each in found]
    assert all(each.start >= end for each, end in zip(found, [0, *ends], strict=False))
    inside = {place for each in found for place in range(each.start, each.end)}
    left = [letter for place, letter in enumerate(cleaned(text)) if place not in inside and ANY.match(letter)]
    assert set(left) <= set("ๆໆຯฯ")


@given(LETTERS, LETTERS)
def test_a_text_keeps_its_clusters_where_other_words_stand_beside_it(text: str, other: str) -> None:
    """Else a word would be found or not by what happens to come before it."""
    alone = [each.text for each in clusters(cleaned(text))]
    beside = [each.text for each in clusters(cleaned(f"{text} | {other}"))]
    assert beside[: len(alone)] == alone
