"""Laws as pages: each law, what its penalties are in words, the requirements side by side, and the gaps."""

import re

import pytest

from clearinghouse.publications.collections.law.penalties import fine_words, prison_words
from clearinghouse.publications.pages.laws.gaps import sentences
from clearinghouse.publications.pages.laws.law import pages as law_pages
from clearinghouse.vocabulary.kinds import REQUIREMENTS
from clearinghouse.vocabulary.states import MEMBER_STATES
from tests.support import examples
from tests.support.publications.giving_out import SITE, living
from tests.support.publications.rendering import living_pages, templates, words

LAW = (
    "- {id: law-la-x, title: Law X, source: {url: https://example.org/x, publisher: Office, kind: official law text, accessed: 2026-01-10}}"
)
PENALTY = (
    "- {id: pen-la-x, law: law-la-x, article: art. 1, subject: wildlife, offence: Trade, applies_to: persons, %s,"
    " source: {url: https://example.org/x, publisher: Office, kind: official law text, accessed: 2026-01-10}}"
)


@pytest.mark.parametrize(
    ("keys", "prison", "fine"),
    [
        ("prison_from: 3, prison_to: 15", "3 to 15 years", ""),
        ("prison_from: 0.5, prison_to: 3", "6 months to 3 years", ""),
        ("prison_from: 0.083, prison_to: 1", "1 month to 1 year", ""),
        ("prison_from: 1, prison_to: 5", "1 to 5 years", ""),
        ("prison_to: 0.5", "up to 6 months", ""),
        ("prison_from: 2", "from 2 years", ""),
        ("prison_from: 4, prison_to: 4", "4 years", ""),
        ("fine_to: 100000, currency: MYR", "", "up to MYR\u00a0100,000"),
        ("fine_from: 300000, fine_to: 1500000, currency: THB", "", "THB\u00a0300,000 to 1,500,000"),
        ("fine_from: 50000.5, currency: THB", "", "from THB\u00a050,000.5"),
        ("per: each specimen", "", ""),
    ],
)
def test_a_penalty_in_words(keys: str, prison: str, fine: str) -> None:
    """As people say it; nothing where no source gives it."""
    record = examples.record("legislation/la", "laws:", LAW, "penalties:", PENALTY % keys)
    assert (prison_words(record.penalties[0]), fine_words(record.penalties[0])) == (prison, fine)


def test_each_law_has_a_page_and_laws_lead_to_one_another() -> None:
    """Both ways, whichever of the two says so; titles in the language of the law."""
    pages = living_pages()
    for record in living().legislation:
        for law in record.laws:
            assert record.law_address(law) in pages
    new, old = pages["legislation/th/wild/"], pages["legislation/th/old/"]
    assert new.xpath("//*[@lang='th']")[0].text == "พระราชบัญญัติสัตว์ป่า"
    assert "Replaces Old Wild Animal Examples Act" in words(new)
    assert "Replaced by Wild Animal Examples Act" in words(old)
    assert "as of August 2025" in words(new)


def test_the_laws_of_a_withdrawn_record_stay_and_say_so() -> None:
    """Others cite their addresses, and the record's own page leads there."""
    withdrawn = examples.yaml("legislation", "laws:", LAW, withdrawn="{date: 2026-02-01, reason: Kept elsewhere.}")
    (page,) = law_pages(examples.catalogue({"legislation/la": withdrawn}), SITE, templates())
    assert page.address == "legislation/la/x/"
    assert "Kept elsewhere." in page.html
    assert not page.is_indexed


def test_a_law_and_the_species_that_it_names_lead_to_one_another() -> None:
    """On the page of each."""
    of_law, of_species = living_pages()["legislation/th/wild/"], living_pages()["species/sp-example-anteaters/"]
    assert "Species Example anteaters" in words(of_law)
    [item] = of_species.xpath("//section[@aria-labelledby='in-laws']//li")
    assert words(item).startswith("Wild Animal Examples Act")


def test_penalties_stand_side_by_side() -> None:
    """Each once: in the table of what is in force, or among what was replaced; columns sort by numbers; what is not known says so."""
    whole, replaced = living_pages()["legislation/penalties/"].xpath("//table")
    rows = whole.xpath(".//tbody/tr")
    assert [words(row[2]).rpartition("s. ")[2] for row in rows] == ["89", "90", "91", "92", "93"]
    assert [words(row[2]).rpartition("s. ")[2] for row in replaced.xpath(".//tbody/tr")] == ["40"]
    prison = [float(amount) for row in rows if (amount := row[3].get("data-ch-amount"))]
    assert prison == [15, 0.5, 1]
    assert words(rows[1][4]) == "not found"
    assert words(rows[4][3]) == "being checked"
    narrowed = living_pages()["legislation/penalties/by/who/companies/"].xpath("//tbody/tr")
    assert [words(row[2]).rpartition("s. ")[2] for row in narrowed] == ["91", "92"]


def test_the_requirements_stand_side_by_side() -> None:
    """A row for each member state and a cell for each requirement; what follows from a list alone says that no article was read."""
    rows = living_pages()["legislation/requirements/"].xpath("//table//tbody/tr")
    by_state = {words(row[0]).partition(" ")[0]: [words(cell) for cell in row[1:]] for row in rows}
    assert list(by_state) == list(MEMBER_STATES)
    assert all(cell.startswith(("Yes", "Partly", "No")) for cells in by_state.values() for cell in cells)
    assert by_state["SG"] == ["Not known"] * 4
    assert "No article was read." in by_state["LA"][2]


def test_gaps_are_sentences_of_the_matrix() -> None:
    """Every state is counted once, documented or named."""
    for name in REQUIREMENTS:
        said = " ".join(text for text in sentences(name, living()) if not text.startswith("No article"))
        documented = int(re.search(r"documented for (\d+) of 11", said)[1])  # type: ignore[index]
        named = [state.name for state in MEMBER_STATES.values() if state.name in said]
        assert documented + len(named) == len(MEMBER_STATES), said


def test_offices_stand_in_the_order_of_their_roles() -> None:
    """With their names in the language of the state, on the page of its legislation and on its own."""
    for address in ("legislation/th/", "countries/th/"):
        heads = [words(item) for item in living_pages()[address].xpath("//section[@aria-labelledby='offices']//li")]
        assert [head.partition(" of Examples")[0] for head in heads] == ["CITES Division", "Customs"]
        assert "กรมศุลกากร" in heads[1]


def test_a_country_begins_with_a_sentence_that_answers() -> None:
    """Since when it is a party, its category with its date, and what it hosted."""
    lead = words(living_pages()["countries/th/"].find(".//p[@class='ch-lead']"))
    assert re.match(r"Thailand: party to CITES since 1983, .+ in the list of .+, \d+ trainings? hosted, the last in \w+ \d{4}\.", lead), (
        lead
    )
    lead = words(living_pages()["countries/sg/"].find(".//p[@class='ch-lead']"))
    assert lead.startswith("Singapore: nothing found on whether it is a party to CITES, no assessment of its legislation found,"), lead
