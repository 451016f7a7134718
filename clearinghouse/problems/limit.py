"""Limit: how many problems of a file are worth saying."""

from collections.abc import Iterable
from itertools import islice

from clearinghouse.problems.files import FILE_006
from clearinghouse.problems.problem import Place, Problem

MOST_PROBLEMS = 100


def first_problems(problems: Iterable[Problem], total: int, at_least: bool = False) -> list[Problem]:
    """The first 100 problems of a file, and one that says how many there are where there are more. at_least: nobody went on
    to count them all.

    A file of nothing but mistakes is another kind of file, and a hundred thousand lines help nobody.
    """
    first = list(islice(problems, MOST_PROBLEMS))
    if total > len(first):
        count = f"{'at least ' if at_least else ''}{total:,} problems"
        place = Place(first[-1].path, first[-1].line, first[-1].column)
        first.append(FILE_006.at(place, found=count, most=str(MOST_PROBLEMS)))
    return first
