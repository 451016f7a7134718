"""Terms: closed lists whose ids stand in addresses."""

import re

import pytest

from clearinghouse.vocabulary import kinds
from clearinghouse.vocabulary.audiences import AUDIENCES
from clearinghouse.vocabulary.bodies import BODIES
from clearinghouse.vocabulary.source_kinds import SOURCE_KINDS
from clearinghouse.vocabulary.terms import Term, TermList
from clearinghouse.vocabulary.topics import TOPICS

SLUGS = (AUDIENCES, TOPICS, BODIES)
LISTS = pytest.mark.parametrize("terms", [*SLUGS, SOURCE_KINDS], ids=lambda terms: terms.name)
KINDS = {name: value for name, value in vars(kinds).items() if name.isupper() and isinstance(value, tuple)}


@pytest.mark.parametrize("terms", SLUGS, ids=lambda terms: terms.name)
def test_ids_are_slugs(terms: TermList) -> None:
    """They stand in addresses: none is `page`, which is one itself."""
    for term in terms:
        assert re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", term.id), term.id
        assert len(term.id) <= 40
        assert term.id not in ("page", "by", "index")


@LISTS
def test_labels_and_groups_are_words(terms: TermList) -> None:
    """And no label stands twice."""
    labels = [term.label for term in terms]
    assert len(set(labels)) == len(labels)
    assert all(term.label.strip() == term.label and term.label and term.group for term in terms)


@LISTS
def test_groups_are_not_torn_apart(terms: TermList) -> None:
    """Terms of a group stand together, so that a list has each heading once."""
    groups = [term.group for term in terms]
    runs = [group for place, group in enumerate(groups) if place == 0 or groups[place - 1] != group]
    assert len(runs) == len(set(groups))


@LISTS
def test_no_spelling_means_two_terms(terms: TermList) -> None:
    """Ids, labels and synonyms taken together."""
    owners: dict[str, set[str]] = {}
    for term in terms:
        for spelling in {term.id.casefold(), term.label.casefold(), *term.synonyms}:
            owners.setdefault(spelling, set()).add(term.id)
    assert not {spelling: ids for spelling, ids in owners.items() if len(ids) > 1}


@LISTS
def test_synonyms_are_lower_case_and_no_repetition(terms: TermList) -> None:
    """So that any writing of them is found."""
    for term in terms:
        assert all(synonym == synonym.casefold().strip() for synonym in term.synonyms), term.id
        assert len(set(term.synonyms)) == len(term.synonyms)


def test_the_vocabulary_is_as_large_as_people_can_survey() -> None:
    """20 to 30 audiences, 30 to 40 topics."""
    assert 20 <= len(AUDIENCES) <= 30
    assert 30 <= len(TOPICS) <= 40


def test_a_list_is_asked_like_a_mapping_in_its_own_order() -> None:
    """Membership by id alone."""
    terms = TermList("examples", [Term("b", "Bee"), Term("a", "Ay")])
    assert [term.id for term in terms] == ["b", "a"]
    assert "a" in terms
    assert "Ay" not in terms
    assert terms["b"].label == "Bee"
    with pytest.raises(KeyError):
        terms["c"]


def test_an_id_that_stands_twice_is_no_list() -> None:
    """Found when the module is loaded, not when a page is made."""
    with pytest.raises(ValueError, match="examples: an id stands twice"):
        TermList("examples", [Term("a", "One"), Term("a", "Two")])


@pytest.mark.parametrize("name", KINDS)
def test_short_lists_hold_no_word_twice(name: str) -> None:
    """Not even as it stands in addresses."""
    slugs = [word.casefold().replace(" ", "-") for word in KINDS[name]]
    assert len(set(slugs)) == len(slugs)
    assert all(re.fullmatch(r"[a-z0-9-]+", slug) for slug in slugs)
