"""What happened, by the dates that records give."""

from collections.abc import Mapping
from datetime import date

import pytest

from clearinghouse.catalogue.chronicle import TimeSpan, chronicle, meetings
from clearinghouse.records.keys.dates import PartialDate
from tests.support.examples import SOURCE, catalogue, yaml

ASSESSMENT = f"document: Table, how: It stands there., source: {SOURCE}"


def happened(files: Mapping[str, str]) -> list[tuple[str, str]]:
    """Timeline."""
    return [(milestone.what, str(milestone.when)) for milestone in chronicle(catalogue(files))]


def test_an_event_happened_once_it_was_held() -> None:
    """On its first day; what is announced, cancelled or not reported has not happened."""
    events = {f"trainings/{status}": yaml("trainings", status=status) for status in ("held", "announced", "cancelled", "unconfirmed")}
    assert happened(events) == [("held", "2026-03-02")]


def test_what_is_no_evidence_has_not_happened_either() -> None:
    """By the one rule: so the reports of years and the changes have the same numbers."""
    blog = SOURCE.replace("official site", "blog")
    files = {
        "workshops/day": yaml("workshops", status="held", kind="observance"),
        "trainings/of-a-blog": yaml("trainings", status="held", sources=f"[{blog}]", confidence="medium"),
        "legislation/la": yaml(
            "legislation",
            laws=f"[{{title: A, adopted: 2007, source: {blog}}}, {{title: B, adopted: 2008, source: {SOURCE}, confidence: low}}]",
            compliance=f"[{{what: A report is due., as_of: 2025, source: {SOURCE}, confidence: low}}]",
        ),
    }
    assert happened(files) == []


def test_an_event_lasts_until_its_end() -> None:
    """As late as that may have been."""
    [milestone] = chronicle(catalogue({"trainings/a": yaml("trainings", status="held", starts="2025-12-29", ends="2026-01")}))
    assert (milestone.first, milestone.last) == (date(2025, 12, 29), date(2026, 1, 31))


def test_documents_laws_assessments_and_decisions_happened_on_their_days() -> None:
    """The newest first, each as precise as its source."""
    legislation = yaml(
        "legislation",
        laws=f"[{{title: Law, adopted: 2007-12, source: {SOURCE}}}, {{title: Law without a day, source: {SOURCE}}}]",
        assessments=f"[{{as_of: 2019-11, category: not-1, {ASSESSMENT}}}, {{as_of: 2012, category: '2', {ASSESSMENT}}}]",
        compliance=f"[{{what: A report is due., as_of: 2025-02-03, source: {SOURCE}}}]",
    )
    milestones = happened({"legislation/la": legislation, "documents/doc-a": yaml("documents", date="2025-06")})
    assert milestones == [
        ("document", "2025-06"),
        ("decision", "2025-02-03"),
        ("category", "2019-11"),
        ("category", "2012"),
        ("law", "2007-12"),
    ]


def test_an_assessment_knows_the_one_before_it() -> None:
    """By date, not by its place in the file."""
    assessments = f"[{{as_of: 2019-11, category: not-1, {ASSESSMENT}}}, {{as_of: 2012, category: '2', {ASSESSMENT}}}]"
    newest, oldest = chronicle(catalogue({"legislation/la": yaml("legislation", assessments=assessments)}))
    assert oldest.before is None
    assert newest.before == oldest.claim


def test_what_is_doubtful_withdrawn_or_to_come_has_not_happened() -> None:
    """As far as anybody can say."""
    files = {
        "documents/doc-a": yaml("documents", confidence="low"),
        "documents/doc-b": yaml("documents", withdrawn="{date: 2026-02-01, reason: Twice.}"),
        "documents/doc-c": yaml("documents", date="2026-03-11"),
    }
    assert happened(files) == []


@pytest.mark.parametrize(
    ("when", "overlaps"),
    [("2024-07-02", False), ("2024-07-03", True), ("2025-05-10", True), ("2025-05-11", False), ("2024", True), ("2025-06", False)],
)
def test_a_time_begins_after_its_first_day_and_ends_with_its_last(when: str, overlaps: bool) -> None:
    """So that no day is in two times that follow each other; what is known by its year may lie in each part of it."""
    day = PartialDate.parse(when)
    assert TimeSpan(date(2024, 7, 2), date(2025, 5, 10)).overlaps(day.first, day.last) is overlaps


def test_meetings_of_a_body_stand_by_their_last_days() -> None:
    """Those that were held; those of others are none."""
    files = {
        "workshops/b": yaml("workshops", status="held", starts="2025-05-12", ends="2025-05-14", body_of="awg-cites-we", number="20"),
        "workshops/a": yaml("workshops", status="held", starts="2024-07-02", body_of="awg-cites-we", number="19"),
        "workshops/c": yaml("workshops", status="announced", body_of="awg-cites-we", number="21"),
        "workshops/d": yaml("workshops", status="held", starts="2025-01-02"),
    }
    assert [meeting.id for meeting in meetings(catalogue(files), "awg-cites-we")] == ["a", "b"]
