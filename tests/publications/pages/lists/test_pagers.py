"""Pagers: however many pages there are, a few links lead on."""

import pytest

from clearinghouse.publications.pages.lists.pagers import MOST, pager


def pages(count: int) -> list[tuple[int, str]]:
    """So many pages."""
    return [(number, f"trainings/page/{number}/") for number in range(1, count + 1)]


@pytest.mark.parametrize(
    ("number", "numbers"),
    [(1, "1 2 … 70"), (3, "1 2 3 4 … 70"), (4, "1 2 3 4 5 … 70"), (35, "1 … 34 35 36 … 70"), (67, "1 … 66 67 68 69 70"), (70, "1 … 69 70")],
)
def test_a_pager_names_the_first_the_last_and_the_neighbours(number: int, numbers: str) -> None:
    """And never leaves out a single page."""
    of = pager(pages(70), number)
    assert " ".join(str(step[0]) if step else "…" for step in of.steps) == numbers
    assert (of.before or (0,))[0] == number - 1
    assert (of.after or (71,))[0] == number + 1


def test_a_few_pages_are_all_named() -> None:
    """One page has no pager."""
    for count in range(1, MOST + 1):
        assert [step for number in range(1, count + 1) for step in pager(pages(count), number).steps] == pages(count) * count
