"""Proposals: records that are about to be added to a folder, checked as if they were there already."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from clearinghouse.problems.problem import Problem
from clearinghouse.reading.files.context import with_context
from clearinghouse.reading.files.folder import DataFile, RecordFile
from clearinghouse.reading.files.strict_yaml import Document
from clearinghouse.reading.typing.read import read
from clearinghouse.reading.typing.sensitivity import Finding, findings, warnings
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

    @property
    def text(self) -> str:
        """The text of its file."""
        return yaml_text(self.collection, self.data)


@dataclass(frozen=True)
class Verdict:
    """What is to be said of proposals. problems: by the path of the file, relative to the folder; lines and columns are
    those of its text; like: paths of events that are there, on the same days with the same host, by path."""

    problems: Mapping[str, Sequence[Problem]]
    like: Mapping[str, Sequence[str]]


def judged(proposals: Iterable[Proposal], files: Iterable[DataFile]) -> Verdict:
    """Reads the proposals as files of the folder that holds `files`, together with what their problems depend on."""
    new = {proposal.path: proposal for proposal in proposals}
    there = [file for file in files if file.path not in new]
    all_files = [*there, *(DataFile(path, path, proposal.text.encode("utf-8")) for path, proposal in new.items())]
    days = {str(proposal.data["starts"]) for proposal in new.values() if isinstance(proposal.data.get("starts"), str)}
    found: list[Finding] = []

    def look(file: RecordFile, document: Document) -> None:
        if file.file.path in new:
            found.extend(findings(file, document))

    reading = read(all_files, with_context(all_files, new, sorted(days)), look)
    problems = [*reading.problems, *warnings(found, reading.records[Activity.collection].values())]
    like: dict[tuple[object, object], list[str]] = {}
    events = [record for records in reading.records.values() for record in records.values() if isinstance(record, Event) and record.starts]
    for event in events:
        like.setdefault((event.starts, event.host), []).append(event.path)
    return Verdict(
        {path: sorted(told) for path, told in _by_path(problems, new).items()},
        {event.path: [path for path in like[event.starts, event.host] if path != event.path] for event in events if event.path in new},
    )


def _by_path(problems: Iterable[Problem], paths: Iterable[str]) -> dict[str, list[Problem]]:
    found: dict[str, list[Problem]] = {path: [] for path in paths}
    for problem in problems:
        if problem.path in found:
            found[problem.path].append(problem)
    return found
