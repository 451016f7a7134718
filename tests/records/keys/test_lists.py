"""Lists: every spelling of a closed list leads to its term, and no other word does."""

import pytest

from clearinghouse.records.keys.lists import LISTS
from clearinghouse.vocabulary.audiences import AUDIENCES
from clearinghouse.vocabulary.bodies import BODIES
from clearinghouse.vocabulary.source_kinds import SOURCE_KINDS
from clearinghouse.vocabulary.terms import TermList
from clearinghouse.vocabulary.topics import TOPICS


@pytest.mark.parametrize("terms", [AUDIENCES, TOPICS, BODIES, SOURCE_KINDS], ids=lambda terms: terms.name)
def test_every_spelling_leads_to_its_term(terms: TermList) -> None:
    """In capitals and with spaces around it as well."""
    for term in terms:
        for spelling in (term.id, term.label, *term.synonyms):
            assert LISTS[terms.name].meant_by(f" {spelling.upper()} ") == term.id


@pytest.mark.parametrize("spelling", ["", "x", "custom", "งานป่า"])
def test_another_word_means_no_term(spelling: str) -> None:
    """Not even one that is near: who reads it back would take a guess for what the record says."""
    assert LISTS["audiences"].meant_by(spelling) is None
