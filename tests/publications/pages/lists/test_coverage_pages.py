"""Coverage as pages: what a state's page has, and what stands on pages of its own where it is much."""

import pytest

from clearinghouse.catalogue.coverage import AUDIENCE_GROUPS, TOPIC_GROUPS, Coverage
from clearinghouse.publications.pages import coverage
from clearinghouse.vocabulary.states import MEMBER_STATES
from tests.support.publications.giving_out import living
from tests.support.publications.rendering import led_to, parsed_pages, templates, words


@pytest.mark.parametrize("most", [1, coverage.MOST])
def test_however_many_trainings_a_state_has_each_is_a_link_away(most: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its page names the newest of each kind, and leads to all of them, at the place that its heading names."""
    monkeypatch.setattr(coverage, "MOST", most)
    monkeypatch.setattr(coverage, "NEWEST", 1)
    known = Coverage(living())
    state = max(MEMBER_STATES.values(), key=lambda state: len(known.of(state.code)))
    given = parsed_pages({page.address: page.html for page in coverage.pages(state, known, templates())})
    address = coverage.address_of(state)
    parts = {str(part.get("aria-labelledby")): part for part in given[address].find_class("ch-part")}
    assert bool(given.keys() - {address}) == (most == 1)
    for audience in AUDIENCE_GROUPS:
        for topic in TOPIC_GROUPS:
            cell = known.cell(audience, topic, state.code)
            if not cell:
                continue
            part = parts[f"{coverage._anchor(audience)}--{coverage._anchor(topic)}"]
            further = part.xpath("p/a")
            assert len(part.xpath(".//li")) == (1 if further else len(cell))
            if further:
                assert words(further[0]) == f"All {len(cell)} trainings"
                to, anchor = led_to(address, str(further[0].get("href")))
                assert len(given[to].xpath("//section[@aria-labelledby=$part]//li", part=anchor)) == len(cell)
