"""Meant: errors of a change that a maintainer lets pass by a label of the pull request. They stay in sight, as warnings."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from clearinghouse.problems import changes
from clearinghouse.problems.codes import CODES_OF_CHANGES
from clearinghouse.problems.problem import Problem

_LABEL = re.compile(changes.LABEL.format(code=r"\s*([A-Z]+-\d{3})").replace(" ", ""), re.IGNORECASE)


def as_meant(problems: Iterable[Problem], labels: str) -> Iterator[Problem]:
    """The problems, those as warnings of whose code a label says that it is meant. labels: separated by commas."""
    codes = {match[1].upper() for label in labels.split(",") if (match := _LABEL.fullmatch(label.strip()))} & CODES_OF_CHANGES
    for problem in problems:
        fix = f"nothing, if the label `{changes.LABEL.format(code=problem.code)}` is right: the person who gave it says that this is meant"
        yield replace(problem, severity="warning", fix=fix) if problem.code in codes else problem
