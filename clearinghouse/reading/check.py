"""The check: the files of a data folder come in, and the problems of those that are asked for leave."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from clearinghouse.problems.problem import Problem
from clearinghouse.reading.files.context import with_context
from clearinghouse.reading.files.folder import DataFile
from clearinghouse.reading.typing.read import read
from clearinghouse.reading.typing.sensitivity import Suspicion, suspicions, warnings
from clearinghouse.records.collections.activity import Activity


@dataclass(frozen=True)
class Check:
    """What a check has shown. files: how many were looked at; gone: paths of files that are no more, as problems name them."""

    problems: tuple[Problem, ...]
    files: int
    gone: frozenset[str] = frozenset()


def check(files: Iterable[DataFile], is_asked: Callable[[str], bool] | None) -> Check:
    """All problems of the files asked for, all files where None; what they do not depend on is not read."""
    files = list(files)
    wanted = {file.path: file.name for file in files if is_asked is None or is_asked(file.path)}
    suspected: list[Suspicion] = []
    reading = read(
        files,
        None if is_asked is None else with_context(files, wanted),
        lambda file, document: suspected.extend(suspicions(file, document) if file.file.path in wanted else ()),
    )
    paths = set(wanted.values())
    problems = [problem for problem in reading.problems if problem.path in paths]
    problems += warnings(suspected, reading.records[Activity.collection].values())
    return Check(tuple(problems), len(reading.paths & paths))


def among(paths: Iterable[str]) -> Callable[[str], bool]:
    """Whether a path is one of these, or lies below one; every path is where there are none."""
    asked = tuple(paths)
    return lambda path: not asked or any(part in (".", path) or path.startswith(f"{part}/") for part in asked)
