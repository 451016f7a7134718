"""Series: meetings in their order, and the numbers that are missing among them."""

from itertools import pairwise

from clearinghouse.publications.collections.delivery.evidence import sections
from clearinghouse.publications.pages.meetings.order import Gap, meetings_of, with_gaps
from tests.support.examples import catalogue, yaml
from tests.support.publications.rendering import living_fragments

SOME = {"kind": "meeting", "status": "held", "body_of": "somtc-wg"}


def series(first: int = 1, **meetings: dict[str, str | None]) -> list[str]:
    """The rows of a series of meetings: their ids, or the numbers of a gap."""
    files = {f"workshops/asean-2020-{words}": yaml("workshops", **SOME, **keys) for words, keys in meetings.items()}
    rows = with_gaps(meetings_of(catalogue(files), "somtc-wg"), first)
    return [f"{row.first}-{row.last}" if isinstance(row, Gap) else row.id.removeprefix("asean-2020-") for row in rows]


def test_missing_numbers_are_gaps_before_the_next_that_is_known() -> None:
    """Counted from the first number of the series; a meeting without a number fills none."""
    meetings: dict[str, dict[str, str | None]] = {
        "b": {"starts": "2018-03", "number": '"17"'},
        "a": {"starts": "2017-03"},
        "c": {"starts": "2019-03", "number": '"19"'},
    }
    assert series(13, **meetings) == ["a", "13-16", "b", "18-18", "c"]
    assert series(17, **meetings) == ["a", "b", "18-18", "c"]


def test_an_undated_meeting_stands_by_its_number() -> None:
    """And one that has neither date nor number last."""
    undated: dict[str, str | None] = {"starts": None, "undated": "true", "note": "No date."}
    meetings: dict[str, dict[str, str | None]] = {
        "fifth": {"starts": "2010-05", "number": '"5"'},
        "third": {"starts": "2008-05", "number": '"3"'},
        "fourth": {**undated, "number": '"4"'},
        "unknown": undated,
    }
    assert series(3, **meetings) == ["third", "fourth", "fifth", "unknown"]


def test_a_page_says_what_is_next_and_what_is_missing() -> None:
    """And a meeting's own page leads to it."""
    fragments = living_fragments()
    page = fragments["series/awg-cites-we/"]
    assert "Next: Twentieth meeting of the working group (made up), 28 to 30 April 2026." in page
    assert "13th to 19th meeting" in page
    assert "No date of a next meeting was found." in fragments["series/somtc-wg/"]
    assert sum('href="../../series/awg-cites-we/"' in html for address, html in fragments.items() if address.startswith("workshops/")) == 1


def test_an_activity_leads_to_the_series_of_its_evidence() -> None:
    """With how many of its records are of it: what does not count, and meetings of other bodies, lead to none."""
    meeting = {"kind": "meeting", "status": "held", "serves": "[poe-2026/1.1.1]"}
    known = catalogue(
        {
            "plans/poe-2026": yaml("plans"),
            "activities/poe-2026/1.1.1": yaml("activities"),
            "workshops/asean-2026-01-awg": yaml("workshops", **meeting, starts="2026-01-05", body_of="awg-cites-we"),
            "workshops/asean-2026-02-awg": yaml("workshops", **meeting, starts="2026-02-05", body_of="awg-cites-we"),
            "workshops/asean-2026-02-asof": yaml("workshops", **meeting, starts="2026-02-06", body_of="asof"),
            "workshops/asean-2026-02-somtc": yaml("workshops", **meeting | {"status": "cancelled"}, body_of="somtc-wg"),
        }
    )
    (plan,) = known.plans
    (activity,) = known.activities_of(plan)
    lines = sections(activity, plan, known)[0].paragraphs
    links = {bit.to: after.text for line in lines for bit, after in pairwise(line) if bit.to and bit.to.startswith("series/")}
    assert links == {"series/awg-cites-we/": " (2 of these records)"}
