"""Pagers: the pages of something long come in, and the few that lead on from one of them leave: the first, the last and those beside it."""

from collections.abc import Sequence
from dataclasses import dataclass

MOST = 7
"""So many pages are all named."""
Place = tuple[int, str]
"""The number of a page, and its address."""


@dataclass(frozen=True)
class Pager:
    """What leads on from a page. count: of all pages; steps: in their order, with None where some are left out."""

    number: int
    count: int
    steps: tuple[Place | None, ...]
    before: Place | None
    after: Place | None


def pager(pages: Sequence[Place], number: int) -> Pager:
    """pages: all of them, the first has number 1; number: of the page that is open."""
    count = len(pages)
    beside = range(1, count + 1) if count <= MOST else (1, *range(max(2, number - 1), min(count - 1, number + 1) + 1), count)
    steps: list[Place | None] = []
    for known in beside:
        left_out = known - steps[-1][0] - 1 if steps and steps[-1] else 0
        if left_out:
            steps.append(None if left_out > 1 else pages[known - 2])
        steps.append(pages[known - 1])
    return Pager(number, count, tuple(steps), pages[number - 2] if number > 1 else None, pages[number] if number < count else None)
