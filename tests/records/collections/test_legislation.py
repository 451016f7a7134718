"""Legislation: a state's status is the last of its dated assessments."""

import pytest

from clearinghouse.records.collections.legislation import LegislationStatus
from tests.support.examples import SOURCE, problems, record


def assessment(as_of: str, category: str) -> str:
    """An assessment in YAML."""
    return f"{{as_of: {as_of}, category: {category}, document: SC document, how: named in a list, source: {SOURCE}}}"


def law(title: str, **dates: str) -> str:
    """A law in YAML."""
    parts = "".join(f", {key}: {value}" for key, value in dates.items())
    return f"{{title: {title}, source: {SOURCE}{parts}}}"


def legislation(**keys: str) -> LegislationStatus:
    """A state's file."""
    status = record("legislation/la", **keys)
    assert isinstance(status, LegislationStatus)
    return status


def test_history_is_newest_first_however_it_was_written() -> None:
    """And the newest is the status, by which lists sort the state."""
    status = legislation(assessments=f"[{assessment('2016-09', '3')}, {assessment('2019-11', '2')}, {assessment('2007', 'not-1')}]")
    assert [str(entry.as_of) for entry in status.history] == ["2019-11", "2016-09", "2007"]
    assert status.status is not None
    assert (status.status.category, str(status.sort_date)) == ("2", "2019-11")


@pytest.mark.parametrize(("kind", "category"), [("trade blog", "2"), ("document copy", "2"), ("CITES document copy", "1")])
def test_a_status_rests_on_no_retelling_and_on_no_copy_but_of_a_cites_document(kind: str, category: str) -> None:
    """What a blog or a copy reports stays in the history, and the last sound assessment is the status."""
    reported = assessment("2023", "1").replace("kind: official site", f"kind: {kind}")
    status = legislation(assessments=f"[{assessment('2019-11', '2')}, {reported}]")
    assert [str(entry.as_of) for entry in status.history] == ["2023", "2019-11"]
    assert status.status is not None
    assert status.status.category == category


def test_what_its_claims_rest_on_counts_as_what_it_rests_on() -> None:
    """A state's file that cites a blog for itself and a sound source for an assessment does not rest on retellings alone."""
    blog = SOURCE.replace("official site", "blog")
    keys = {"sources": f"[{blog}]", "confidence": "medium"}
    assert legislation(**keys).rests_on_secondary_alone
    assert legislation(**keys, laws=f"[{law('A law').replace('official site', 'blog')}]").rests_on_secondary_alone
    assert not legislation(**keys, assessments=f"[{assessment('2019-11', '2')}]").rests_on_secondary_alone


def test_of_two_assessments_of_a_year_the_more_precise_is_newer() -> None:
    """2019 may mean its first day."""
    status = legislation(assessments=f"[{assessment('2019-11', '2')}, {assessment('2019', '3')}]")
    assert status.status is not None
    assert status.status.category == "2"


def test_of_two_assessments_of_a_date_the_one_that_was_appended_is_newer() -> None:
    """What stands there is never rewritten, so a correction comes after it."""
    status = legislation(assessments=f"[{assessment('2019-11', 'not-1')}, {assessment('2019-11', '2')}]")
    assert [entry.category for entry in status.history] == ["2", "not-1"]


def test_without_an_assessment_there_is_no_status() -> None:
    """A gap stays a gap."""
    status = legislation()
    assert (status.status, status.sort_date, status.history) == (None, None, ())


def test_laws_are_newest_first_and_the_undated_last() -> None:
    """By the day of adoption, else the year, else the day of entry into force."""
    laws = [
        law("Undated"),
        law("Of 2007", year="2007"),
        law("Of 2019", adopted="2019-05-24", year="2001"),
        law("Of 2010", in_force="2010"),
    ]
    assert [item.title for item in legislation(laws=f"[{', '.join(laws)}]").laws_newest_first] == [
        "Of 2019",
        "Of 2010",
        "Of 2007",
        "Undated",
    ]


def test_a_requirement_of_which_no_source_speaks_is_unknown() -> None:
    """Never met by default."""
    status = legislation(requirements=f"{{penalties: {{met: partly, provision: Article 63, source: {SOURCE}}}}}")
    assert [getattr(status.requirements, name).met for name in ("authorities", "prohibition", "penalties", "confiscation")] == [
        "unknown", "unknown", "partly", "unknown",
    ]  # fmt: skip


def test_a_state_concerns_itself() -> None:
    """By its code."""
    assert legislation().states == ("LA",)


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ({"country": "VN"}, [("DATA-001", "country")]),
        ({"assessments": f"[{assessment('2019', '4')}]"}, [("TERM-001", "assessments.0.category")]),
        ({"laws": "[{title: Law}]"}, [("KEY-002", "laws.0.source")]),
        ({"cites": f"{{party: yes, source: {SOURCE}}}"}, [("TYPE-003", "cites.party")]),
        ({"requirements": "{fines: {met: yes}}"}, [("KEY-001", "requirements.fines")]),
        ({"compliance": f"[{{what: Plan, as_of: 2020, until: 2019, source: {SOURCE}}}]"}, [("DATE-003", "compliance.0.until")]),
    ],
)
def test_claims_have_sources_and_words_of_closed_lists(keys: dict[str, str], expected: list[tuple[str, str]]) -> None:
    """Told at the part that is wrong."""
    assert problems("legislation", **keys) == expected
