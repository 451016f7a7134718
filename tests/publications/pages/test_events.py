"""Events: how long one lasts, and what is said of one of which nobody reported."""

from typing import Any

import pytest

from tests.support import examples
from tests.support.publications.rendering import parsed_pages, rendered, words

HOURS = '{from: "09:00", to: "16:30", zone: Asia/Bangkok}'


def page(**keys: str | None) -> Any:
    """The page of a training."""
    catalogue = examples.catalogue({"trainings/la-2026-03-x": examples.yaml("trainings", **keys)})
    return parsed_pages(rendered(catalogue))["trainings/la-2026-03-x/"]


@pytest.mark.parametrize(
    ("keys", "length"),
    [
        ({}, ["2 March 2026", "end not stated"]),
        ({"ends": "2026-03-02"}, ["2 March 2026", "1 day"]),
        ({"ends": "2026-03-06"}, ["2 to 6 March 2026", "5 days"]),
        ({"time": HOURS}, ["2 March 2026", "1 day"]),
    ],
)
def test_a_day_alone_may_be_the_first_of_several(keys: dict[str, str], length: list[str]) -> None:
    """Only an end, or hours, say that there is one."""
    (row,) = page(**keys).xpath(".//dl/div[dt='When']/dd")
    assert [text for part in row.itertext() if (text := part.strip())] == length


@pytest.mark.parametrize("status", ["announced", "confirmed", "unconfirmed"])
def test_what_is_over_without_a_report_is_called_so_in_one_way(status: str) -> None:
    """However it was announced."""
    assert "No report found" in words(page(status=status, starts="2026-01-02", published="2025-12-01"))
