"""Events: how long one lasts, and what is said of one of which nobody reported."""

from functools import cache
from typing import Any

import pytest

from tests.support import examples
from tests.support.publications.rendering import parsed_pages, rendered, words

LENGTHS: dict[str, tuple[dict[str, str], list[str]]] = {
    "no-end": ({}, ["2 March 2026", "end not stated"]),
    "one-day": ({"ends": "2026-03-02"}, ["2 March 2026", "1 day"]),
    "five-days": ({"ends": "2026-03-06"}, ["2 to 6 March 2026", "5 days"]),
    "hours": ({"time": '{from: "09:00", to: "16:30", zone: Asia/Bangkok}'}, ["2 March 2026", "1 day", "09:00 to 16:30, Asia/Bangkok time"]),
}
UNREPORTED = ("announced", "confirmed", "unconfirmed")


@cache
def pages() -> dict[str, Any]:
    """The pages of all of them, rendered once."""
    records = {f"trainings/la-2026-03-{one}": examples.yaml("trainings", **keys) for one, (keys, _) in LENGTHS.items()}
    records |= {
        f"trainings/la-2026-03-{status}": examples.yaml("trainings", status=status, starts="2026-01-02", published="2025-12-01")
        for status in UNREPORTED
    }
    parsed = parsed_pages(rendered(examples.catalogue(records)))
    return {one: parsed[f"trainings/la-2026-03-{one}/"] for one in (*LENGTHS, *UNREPORTED)}


@pytest.mark.parametrize("name", LENGTHS)
def test_a_day_alone_may_be_the_first_of_several(name: str) -> None:
    """Only an end, or hours, say that there is one."""
    (row,) = pages()[name].xpath(".//dl/div[dt='When']/dd")
    assert [text for part in row.itertext() if (text := part.strip())] == LENGTHS[name][1]


@pytest.mark.parametrize("status", UNREPORTED)
def test_what_is_over_without_a_report_is_called_so_in_one_way(status: str) -> None:
    """However it was announced."""
    assert "No report found" in words(pages()[status])
