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
    actual = [[cluster.text, cluster.script, cluster.place] for cluster in clusters(cleaned(str(case["text"])))]
    assert actual == case["clusters"]


@given(LETTERS)
def test_every_letter_is_in_exactly_one_cluster(text: str) -> None:
    """None is lost and none counted twice, in whatever order they stand; signs of repetition alone are in none."""
    parts = list(clusters(cleaned(text)))
    ends = [part.end for part in parts]
    assert all(part.start >= end for part, end in zip(parts, [0, *ends], strict=False))
    inside = {place for part in parts for place in range(part.start, part.end)}
    left = [letter for place, letter in enumerate(cleaned(text)) if place not in inside and ANY.match(letter)]
    assert set(left) <= set("ๆໆຯฯ")


@given(LETTERS, LETTERS)
def test_a_text_keeps_its_clusters_where_other_words_stand_beside_it(text: str, other: str) -> None:
    """Else a word would be found or not by what happens to come before it."""
    alone = [cluster.text for cluster in clusters(cleaned(text))]
    beside = [cluster.text for cluster in clusters(cleaned(f"{text} | {other}"))]
    assert beside[: len(alone)] == alone
