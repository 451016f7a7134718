"""Proposals: records that are about to be added to a folder, checked as if they were there already."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from clearinghouse.catalogue.duplicates import MOST_DUPLICATES, Duplicates, shared
from clearinghouse.problems.problem import Problem
from clearinghouse.reading.files.context import beginning_around, with_context
from clearinghouse.reading.files.folder import DataFile, RecordFile
from clearinghouse.reading.files.strict_yaml import Document
from clearinghouse.reading.typing.read import read
from clearinghouse.reading.typing.sensitivity import Suspicion, suspicions, warnings
from clearinghouse.records.collections.activity import Activity
from clearinghouse.records.collections.event import Event
from clearinghouse.records.written.yaml_text import yaml_text


@dataclass(frozen=True)
class Proposal:
    """A record to be: its collection, its id, and its plain data."""

    collection: str
    id: str
    data: Mapping[str, Any]

    @property
    def path(self) -> str:
        """The path of its file, relative to the data folder."""
        return f"{self.collection}/{self.id}.yml"

    @cached_property
    def text(self) -> str:
        """The text of its file."""
        return yaml_text(self.collection, self.data)


@dataclass(frozen=True)
class Duplicate:
    """An event of which a proposal is likely a second record: the path of its file; shared: `place` or `host`."""

    path: str
    shared: str


@dataclass(frozen=True)
class Verdict:
    """What is to be said of proposals. problems: by the path of the file, relative to the folder; lines and columns are
    those of its text; duplicates: the events of which they are likely second records, other proposals too, by path: at
    most the first three; likely: how many there are in all, by path."""

    problems: Mapping[str, Sequence[Problem]]
    duplicates: Mapping[str, Sequence[Duplicate]]
    likely: Mapping[str, int]


def judged(proposals: Iterable[Proposal], files: Iterable[DataFile]) -> Verdict:
    """Reads the proposals as files of the folder that holds `files`, together with what their problems depend on."""
    new = {proposal.path: proposal for proposal in proposals}
    there = [file for file in files if file.path not in new]
    all_files = [*there, *(DataFile(path, path, proposal.text.encode("utf-8")) for path, proposal in new.items())]
    starts = {str(proposal.data["starts"]) for proposal in new.values() if isinstance(proposal.data.get("starts"), str)}
    suspected: list[Suspicion] = []

    def look(file: RecordFile, document: Document) -> None:
        if file.file.path in new:
            suspected.extend(suspicions(file, document))

    reading = read(all_files, with_context(all_files, new, beginning_around(starts)), look, by=new)
    problems = [*reading.problems, *warnings(suspected, reading.records[Activity.collection].values())]
    events = [record for records in reading.records.values() for record in records.values() if isinstance(record, Event)]
    by_path = {path: sorted(of_path) for path, of_path in _by_path(problems, new).items()}
    duplicates = Duplicates(events)
    first: dict[str, Sequence[Duplicate]] = {}
    likely: dict[str, int] = {}
    for event in events:
        if event.path in new:
            others = duplicates.of(event)
            first[event.path] = [Duplicate(other.path, shared(event, other)) for other in others[:MOST_DUPLICATES]]
            likely[event.path] = len(others)
    return Verdict(by_path, first, likely)


def _by_path(problems: Iterable[Problem], paths: Iterable[str]) -> dict[str, list[Problem]]:
    by_path: dict[str, list[Problem]] = {path: [] for path in paths}
    for problem in problems:
        if problem.path in by_path:
            by_path[problem.path].append(problem)
    return by_path
