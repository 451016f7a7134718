"""The check: the files of a data folder come in, and the problems of those that are asked for leave."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from clearinghouse.problems.problem import Problem
from clearinghouse.reading.files.context import with_context
from clearinghouse.reading.files.folder import DataFile, sorted_files
from clearinghouse.reading.typing.memory import file_reading
from clearinghouse.reading.typing.read import read
from clearinghouse.reading.typing.sensitivity import Suspicion, suspicions, warnings
from clearinghouse.records.collection import AnyRecord
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
    wanted = {file.path: file.name for file in files if is_asked is None or is_asked(file.lies_at)}
    suspected: list[Suspicion] = []
    reading = read(
        files,
        None if is_asked is None else with_context(files, wanted, with_wordings=False),
        lambda file, document: suspected.extend(suspicions(file, document) if file.file.path in wanted else ()),
    )
    paths = set(wanted.values())
    problems = [problem for problem in reading.problems if problem.path in paths]
    activities = reading.records[Activity.collection].values() if is_asked is None else _activities(files, suspected)
    problems += warnings(suspected, activities)
    return Check(tuple(problems), len(reading.paths & paths))


def _activities(files: Iterable[DataFile], suspected: Iterable[Suspicion]) -> Iterable[AnyRecord]:
    """The sound activities, where a suspicion stands in what may quote one: all of them are read for that alone."""
    if not any(suspicion.quotation for suspicion in suspected):
        return ()
    readings = (file_reading(file) for file in sorted_files(files).records if file.collection == Activity.collection)
    return [reading.record for reading in readings if isinstance(reading.record, Activity) and not reading.problems]


def among(paths: Iterable[str]) -> Callable[[str], bool]:
    """Whether a path is one of these, or lies below one; every path is where there are none."""
    asked = tuple(paths)
    return lambda path: not asked or any(part in (".", path) or path.startswith(f"{part}/") for part in asked)
