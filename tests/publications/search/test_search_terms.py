"""Search terms: what the browser is told of facets, and the words that help a misspelt query on."""

import json

from clearinghouse.publications.search.terms import known_words, vocabulary
from clearinghouse.publications.search.traits import Traits, of_record
from tests.support import examples


def test_only_terms_that_some_page_has_are_told_in_the_order_of_their_list() -> None:
    """Each with its label, its group and other words for it."""
    record = {"trainings/la-2026-03-x": examples.yaml("trainings", host="LA", audience="[police, customs]", countries="[LA, JP]")}
    catalogue = examples.catalogue(record)
    words = json.loads(vocabulary([of_record(record, catalogue) for record in catalogue.records], catalogue, ["lo"]))
    terms = {facet["id"]: facet["terms"] for facet in words["facets"]}
    assert (words["pages"], words["scripts"]) == (1, ["lo"])
    assert list(terms) == ["collection", "kind", "country", "year", "topic", "audience", "species", "activity", "status"]
    assert [term[:3] for term in terms["country"]] == [["la", "Lao PDR", "Member states"], ["jp", "Japan", "Other states"]]
    assert "Laos" in terms["country"][0]
    assert {facet["id"]: facet["of"] for facet in words["facets"]}["audience"] == ["trainings"]
    assert [term[0] for term in terms["audience"]] == ["customs", "police"]
    assert terms["year"] == [["2026", "2026", ""]]
    assert [term[:2] for term in terms["collection"]] == [["trainings", "Trainings"]]
    assert terms["activity"] == terms["topic"] == []


def test_every_term_of_a_page_is_told() -> None:
    """Else a page would be counted below no choice at all."""
    records = {
        "trainings/la-2026-03-x": examples.yaml("trainings", host="LA", topics="[crime-scene]", status="held"),
        "networks/net-x": examples.yaml("networks"), "figures/x": examples.yaml("figures"), "documents/x": examples.yaml("documents"),
        "programmes/x": examples.yaml("programmes", species="[sp-x]"), "species/sp-x": examples.yaml("species"),
        "legislation/la": examples.yaml("legislation"),
        "projects/x": examples.yaml("projects"),
    }  # fmt: skip
    catalogue = examples.catalogue(records)
    pages = [of_record(record, catalogue) for record in catalogue.records]
    words = json.loads(vocabulary(pages, catalogue, []))
    known = {(facet["id"], term[0]) for facet in words["facets"] for term in facet["terms"]}
    assert {pair for page in pages for pair in page.facets} == known
    assert len(pages) == len(records)


def test_a_site_without_pages_has_a_vocabulary_without_terms() -> None:
    """The search page stands on every site."""
    words = json.loads(vocabulary(list[Traits](), examples.catalogue({}), []))
    assert words["pages"] == 0
    assert not any(facet["terms"] for facet in words["facets"])


def test_known_words_come_with_the_most_frequent_first() -> None:
    """In small letters, accents kept, without numbers and short words."""
    words = json.loads(known_words(["Ivory, ivory and 2026 pangolins", "Tập huấn về ivory; of ngà"]))
    assert words.split() == ["ivory", "huấn", "pangolins"]
