"""Revisions: two states of a data folder in, what changed and what the change must mend out.

Only files that differ are judged. What an untouched file had wrong before is no matter of the change; what breaks in
it because of the change is a problem of the place where the change broke it.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from clearinghouse.catalogue.differences import ChangeSet, Difference
from clearinghouse.catalogue.duplicates import MOST_DUPLICATES, shared
from clearinghouse.problems.changes import LOST_001_ABOUT, TWIN_001
from clearinghouse.problems.problem import Place, Problem
from clearinghouse.problems.references import REF_005
from clearinghouse.reading.change.addresses import lost, lost_at_once, misled
from clearinghouse.reading.change.guards import reserved, rewritten
from clearinghouse.reading.change.lasting import losses
from clearinghouse.reading.change.lost import MOST_LOST
from clearinghouse.reading.change.state import Pair, State
from clearinghouse.reading.files.context import beginning_around, with_context
from clearinghouse.reading.files.folder import ABOUT, DataFile, RecordFile, sorted_files
from clearinghouse.reading.files.strict_yaml import Document, read_yaml
from clearinghouse.reading.typing import sensitivity
from clearinghouse.reading.typing.read import read
from clearinghouse.records.collection import AnyRecord
from clearinghouse.records.collections.activity import Activity
from clearinghouse.records.collections.event import Event
from clearinghouse.records.collections.plan import Plan
from clearinghouse.records.collections.record import Record

MOST_SOUGHT = 60
_START = re.compile(rb"^starts: *[\"']?(\d{4}(?:-\d{2}){0,2})", re.MULTILINE)


@dataclass(frozen=True)
class Comparison:
    """What a change does to a data folder.

    touched: paths, relative to the folder, of all files that differ; pairs: the records among them, a renamed one
    with its former self; problems: those of touched files, and those that the change causes elsewhere.
    """

    before: State
    after: State
    touched: frozenset[str]
    pairs: tuple[Pair, ...]
    problems: tuple[Problem, ...]

    @cached_property
    def change(self) -> ChangeSet:
        """The changed records of which every state that there is could be read."""
        differences = []
        for before, after in self.pairs:
            old, new = self.before.record(before), self.after.record(after)
            if (old or new) and (new or not after):
                differences.append(Difference(old, new))
        return ChangeSet(tuple(differences), self.before.catalogue, self.after.catalogue)

    @property
    def unread(self) -> tuple[str, ...]:
        """Records of the change that cannot be read as they are now, as problems name their files."""
        return tuple(after.file.name for _, after in self.pairs if after and not self.after.record(after))

    @property
    def others(self) -> tuple[str, ...]:
        """The touched files that hold no record, as problems name them."""
        records = {file.file.path for pair in self.pairs for file in pair if file}
        return tuple(self.name_of(path) for path in sorted(self.touched - records))

    def name_of(self, path: str) -> str:
        """A touched file as problems name it."""
        return (self.after.files.get(path) or self.before.files[path]).name

    def place_of(self, path: str) -> str:
        """Where a touched file lies, relative to the folder."""
        return (self.after.files.get(path) or self.before.files[path]).lies_at

    @property
    def gone(self) -> frozenset[str]:
        """The files that are no longer there, as problems name them."""
        return frozenset(file.name for path, file in self.before.files.items() if path not in self.after.files)


def compared(before: Iterable[DataFile], after: Iterable[DataFile], most_lost: int = MOST_LOST) -> Comparison:
    """Compares two states of a folder. most_lost: how many records a change may lose."""
    old, new = ({file.path: file for file in files} for files in (before, after))
    differ = {path for path, file in new.items() if (other := old.get(path)) is not file and (other is None or _differ(other, file))}
    differ |= old.keys() - new.keys()
    hidden = set(filter(_is_hidden, differ))
    for path in hidden:
        old.pop(path, None)
        new.pop(path, None)
    touched = frozenset(differ - hidden)
    names_before, names_after = _named(old, touched), _named(new, touched)
    only = _needed(new, touched, names_before.keys() - names_after.keys())
    by = _referring(old, new, touched)
    state_before, state_after = (_state(files, names, touched, only, by) for files, names in ((old, names_before), (new, names_after)))
    pairs = tuple(_pairs(state_before, state_after))
    comparison = Comparison(state_before, state_after, touched, pairs, ())
    return replace(comparison, problems=tuple(sorted(dict.fromkeys(_problems(comparison, most_lost)))))


def _is_hidden(path: str) -> bool:
    return path[:1] == "." or "/." in path


def _differ(one: DataFile, other: DataFile) -> bool:
    return (one.content, one.is_link, one.unread) != (other.content, other.is_link, other.unread)


def _named(files: Mapping[str, DataFile], touched: frozenset[str]) -> dict[str, RecordFile]:
    records = sorted_files(files[path] for path in touched if path in files).records
    return {f"{file.collection}/{file.id}": file for file in records}


def _needed(files: Mapping[str, DataFile], touched: frozenset[str], vanished: Iterable[str]) -> frozenset[str]:
    """The paths that must be read: those touched, and those that may name what vanished or tell of the same days."""
    ids = {key.partition("/")[2] for key in vanished}
    starts = {match[1].decode() for path in touched if path in files for match in _START.finditer(files[path].content)}
    sought = ids | beginning_around(starts)
    return frozenset(files) | touched if len(sought) > MOST_SOUGHT else with_context(files.values(), touched, sought)


def _referring(old: Mapping[str, DataFile], new: Mapping[str, DataFile], touched: frozenset[str]) -> frozenset[str] | None:
    """The files whose references must be looked at, as problems name them; all where None. What untouched files refer to is as it was
    before, as long as no file came or went, and no plan changed."""
    if old.keys() != new.keys() or any(path.startswith(f"{Plan.collection}/") for path in touched):
        return None
    return frozenset(files[path].name for files in (old, new) for path in touched)


def _state(
    files: Mapping[str, DataFile],
    named: Mapping[str, RecordFile],
    touched: frozenset[str],
    only: frozenset[str],
    by: frozenset[str] | None,
) -> State:
    documents: dict[str, Document] = {}

    def keep(file: RecordFile, document: Document) -> None:
        if file.file.path in touched:
            documents[file.file.path] = document

    return State(files, named, read(files.values(), only, keep, by), documents)


def _pairs(before: State, after: State) -> Iterator[Pair]:
    """Each touched record with its former self. A new one that had another's id is that other one renamed."""
    former: dict[str, str] = {}
    for file in after.named.values():
        record = after.record(file)
        for former_id in record.former_ids if isinstance(record, Record) else ():
            former.setdefault(f"{file.collection}/{former_id}", f"{file.collection}/{file.id}")
    renamed = {former[key]: key for key in before.named if key in former and key not in after.named and former[key] not in before.named}
    for key in sorted(before.named.keys() | after.named.keys()):
        if key not in renamed.values():
            yield before.named.get(renamed.get(key, key)), after.named.get(key)


def _problems(comparison: Comparison, most_lost: int) -> Iterator[Problem]:
    before, after = comparison.before, comparison.after
    names = {after.files[path].name for path in comparison.touched if path in after.files}
    yield from (problem for problem in after.reading.problems if problem.path in names)
    yield from _caused(comparison, names)
    yield from reserved((after.files.get(path) or before.files[path]) for path in comparison.touched)
    gone = list(lost(comparison.pairs, before, after))
    yield from gone[:most_lost]
    yield from lost_at_once(gone, comparison.pairs, before, after, most_lost)
    yield from misled(comparison.pairs, before, after)
    yield from _of_all_states(comparison)
    suspicions: list[sensitivity.Suspicion] = []
    for old, new in comparison.pairs:
        document, record, was = after.document(new), after.record(new), before.record(old)
        if new and document:
            suspicions += sensitivity.suspicions(new, document, before.document(old))
        if document and isinstance(record, Record):
            if isinstance(was, Record) and not was.draft:
                yield from rewritten(was, record, document, after.catalogue)
            if isinstance(record, Event):
                yield from _duplicates(record, was, document, after)
        elif document and isinstance(record, Activity) and isinstance(was, Activity):
            yield from losses(was, record, document)
    yield from sensitivity.warnings(suspicions, after.reading.records[Activity.collection].values())


def _of_all_states(comparison: Comparison) -> Iterator[Problem]:
    """What concerns several states, and is no record but history all the same."""
    was, now, file = comparison.before.reading.about, comparison.after.reading.about, comparison.after.files.get(ABOUT)
    if was and not file:
        yield LOST_001_ABOUT.at(comparison.before.files[ABOUT].place, found=ABOUT)
    elif was and now and file and ABOUT in comparison.touched:
        document = read_yaml(file.name, file.content)
        yield from losses(was, now, document) if isinstance(document, Document) else ()


def _caused(comparison: Comparison, names: set[str]) -> Iterator[Problem]:
    """Problems of untouched files that were none before, at the touched file that is the cause. names: of touched files."""
    known = set(comparison.before.reading.problems)
    gone = {file.id: file.file.name for key, file in comparison.before.named.items() if key not in comparison.after.named}
    for problem in comparison.after.reading.problems:
        if problem.path in names or problem in known or problem.severity != "error":
            continue
        plan = re.sub(r"activities/([^/]+)/[^/]+$", r"plans/\1.yml", problem.path)
        causes = (plan if plan in names else "", gone.get(problem.found), gone.get(problem.found.partition("/")[2]))
        cause = next(filter(None, causes), None) or min(names | set(gone.values()))
        found = f"{problem.path}:{problem.line}: {problem.key}: {problem.found}"
        yield REF_005.at(Place(cause), found=found, allowed=problem.allowed)


def _duplicates(record: Event, was: AnyRecord | None, document: Document, after: State) -> Iterator[Problem]:
    """Likely duplicates of an event that is new, or of which something is by which they are known: the first three, and how
    many more there are, since a thousand events of one day and place are a million pairs."""
    if isinstance(was, Event) and _known_by(was) == _known_by(record):
        return
    others = after.duplicates.of(record)
    for number, other in enumerate(others[:MOST_DUPLICATES], 1):
        more = str(len(others) - number) if number == MOST_DUPLICATES < len(others) else ""
        gaps = {"key": other.key, "title": other.title, "shared": shared(record, other), "others": more}
        yield TWIN_001.at(document.place(("title",)), found=record.title, **gaps)


def _known_by(event: Event) -> tuple[object, ...]:
    return event.title, event.starts, event.host, event.place, event.withdrawn
