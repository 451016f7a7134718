"""The tool for samples: a key that a sample lacks is added with what its model says, and nothing else is touched."""

import re

import pytest

from clearinghouse.records.collection import COLLECTIONS
from tests.support.running import ROOT
from tools.samples import completed


def sample(collection: str) -> str:
    """The sample of a collection."""
    return (ROOT / "data" / collection / "_example.yml").read_text(encoding="utf-8")


@pytest.mark.parametrize("collection", COLLECTIONS)
def test_the_committed_samples_are_whole(collection: str) -> None:
    """Else complete them: .venv/bin/python -m tools.samples."""
    assert completed(collection, sample(collection)) == sample(collection), "run python -m tools.samples"


def test_the_first_key_of_a_member_takes_its_hyphen() -> None:
    """Which the key behind it had."""
    text = re.sub("  - value: 52 .*\n    unit", "  - unit", sample("figures"))
    lines = completed("figures", text).splitlines()
    first = next(place for place, line in enumerate(lines) if line.startswith("also:")) + 1
    assert lines[first : first + 2] == [
        "  - value: 52                                             # * digits, with a full stop for decimals",
        "    unit: seizures                                        # * of what",
    ]


@pytest.mark.parametrize(
    ("collection", "line", "added"),
    [
        ("trainings", "seats: 30 ", "seats: 30                                                 # how many may take part, in digits"),
        ("trainings", "  opens: 2026-01-15 ", "  opens: 2026-01-15                                       # the day on which it opens"),
        (
            "trainings",
            "  zone: Asia/Bangkok",
            "  zone: Asia/Bangkok                                      # * the time zone by its IANA name",
        ),
        ("figures", "also:", "also:                                                     # what the same source counts beside it"),
        ("workshops", "chair: ", "chair: PH                                                 # the state in the chair, never a person"),
        ("updates", "confidence: ", "# confidence: * how sure the source makes it; what is low gets a badge and is left out of counts"),
    ],
)
def test_a_key_that_is_missing_comes_back_in_its_place(collection: str, line: str, added: str) -> None:
    """With its example and its description, and a star where it must be there."""
    before = sample(collection).splitlines()
    at = next(number for number, row in enumerate(before) if row.startswith(line))
    inside = " " * (len(line) - len(line.lstrip()) + 1)
    until = next(number for number in range(at + 1, len(before)) if not before[number].startswith(inside))
    after = completed(collection, "".join(f"{row}\n" for row in (*before[:at], *before[until:]))).splitlines()
    assert after[at] == added
    assert (after[:at], after[len(after) - len(before) + until :]) == (before[:at], before[until:])
