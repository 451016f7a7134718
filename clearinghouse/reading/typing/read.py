"""Reading a folder: files in, records and problems out."""

from collections.abc import Callable, Container, Iterable, Mapping
from dataclasses import dataclass, field
from itertools import chain

from clearinghouse.problems.problem import Problem
from clearinghouse.problems.report import errors_in
from clearinghouse.reading.files.folder import ABOUT, HARVEST, OFFICES, DataFile, RecordFile, link_problem, sorted_files, unread_problem
from clearinghouse.reading.files.harvest_memory import NAME as HARVEST_MEMORY
from clearinghouse.reading.files.harvest_memory import memory_of
from clearinghouse.reading.files.link_reports import NAME as LINKS
from clearinghouse.reading.files.link_reports import report_of
from clearinghouse.reading.files.strict_yaml import Document, read_yaml
from clearinghouse.reading.typing.contradictions import contradictions
from clearinghouse.reading.typing.harvest_list import harvest_list
from clearinghouse.reading.typing.log_confidence import unborne_entries
from clearinghouse.reading.typing.meeting_numbers import doubly_numbered
from clearinghouse.reading.typing.memory import file_reading
from clearinghouse.reading.typing.office_list import office_list
from clearinghouse.reading.typing.pictures import pictures_in
from clearinghouse.reading.typing.public_sheets import public_sheets
from clearinghouse.reading.typing.references import dangling
from clearinghouse.reading.typing.series_of_figures import mixed
from clearinghouse.reading.typing.trade_reports import unmarked
from clearinghouse.reading.typing.typing_records import typed
from clearinghouse.records.collection import COLLECTIONS, AnyRecord
from clearinghouse.records.collections.legislation import LegislationAbout
from clearinghouse.records.link_report import LinkReport
from clearinghouse.records.photograph import Photograph
from clearinghouse.records.public_sheet import PublicSheet


@dataclass(frozen=True)
class Reading:
    """What a data folder says. records: by collection and id, sound ones only; paths: of the files that were looked
    at, as problems name them; links: what `chm links` found, where it has looked; photographs: the sound files of pictures that
    records name; proposals: what the public may know of each, by its reference number."""

    records: Mapping[str, Mapping[str, AnyRecord]]
    about: LegislationAbout | None
    problems: tuple[Problem, ...]
    paths: frozenset[str]
    links: LinkReport | None = None
    photographs: Mapping[str, Photograph] = field(default_factory=dict)
    proposals: Mapping[str, PublicSheet] = field(default_factory=dict)

    @property
    def files(self) -> int:
        """How many files were looked at."""
        return len(self.paths)

    @property
    def is_sound(self) -> bool:
        """Whether there is no error; warnings do not count."""
        return errors_in(self.problems) == 0


def read(
    files: Iterable[DataFile],
    only: Container[str] | None = None,
    look: Callable[[RecordFile, Document], object] | None = None,
    by: Container[str] | None = None,
) -> Reading:
    """Reads all files of a data folder; all problems at once, those of references included.

    only: the paths of the files that are read, all where it is None; of the others no more than their names is
    known, see `context`. look: is given every file that is well-formed YAML, for checks of its own. by: files, as problems name
    them; references of others are not looked at.
    """
    files = list(files)
    named, others, problems = sorted_files(files)
    records: dict[str, dict[str, AnyRecord]] = {collection: {} for collection in COLLECTIONS}
    documents: dict[str, dict[str, Document]] = {collection: {} for collection in COLLECTIONS}
    for file in named:
        if only is not None and file.file.path not in only:
            continue
        document, of_syntax, record = file_reading(file)
        problems.extend(of_syntax)
        if document is None or record is None:
            continue
        documents[file.collection][file.id] = document
        if look and not of_syntax:
            look(file, document)
        if isinstance(record, list):
            problems.extend(_elsewhere(record, of_syntax))
        elif not of_syntax:
            records[file.collection][file.id] = record
    beside = [file for file in others if only is None or file.path in only]
    links, about = _links(beside, problems), _about(beside, problems)
    ids: dict[str, dict[str, object]] = {collection: {} for collection in COLLECTIONS}
    for file in named:
        ids[file.collection][file.id] = file
    for listed in (harvest_list(beside), office_list(beside)):
        problems.extend(listed if isinstance(listed, list) else ())
    memories = [memory_of(file.name, file.content) for file in beside if file.path == HARVEST_MEMORY and file.is_read]
    problems.extend(problem for memory in memories if isinstance(memory, list) for problem in memory)
    proposals, of_proposals = public_sheets(beside)
    problems.extend(of_proposals)
    photographs, of_pictures = pictures_in(others, files, documents, records)
    across = chain(
        dangling(documents, records, ids, by),
        doubly_numbered(documents, records),
        unborne_entries(documents, records),
        mixed(documents, records),
        unmarked(documents, records),
        contradictions(documents, records),
        of_pictures,
    )
    problems.extend(_elsewhere(across, problems))
    paths = (
        {file.file.name for file in named}
        | {problem.path for problem in problems}
        | {file.name for file in others if file.path in (ABOUT, HARVEST, OFFICES)}
    )
    return Reading(records, about, tuple(sorted(problems)), frozenset(paths), links, photographs, proposals)


def _links(files: Iterable[DataFile], problems: list[Problem]) -> LinkReport | None:
    for file in files:
        if file.path == LINKS and not file.is_read:
            problems.append(link_problem(file) if file.is_link else unread_problem(file))
        elif file.path == LINKS:
            report = report_of(file.name, file.content)
            if isinstance(report, LinkReport):
                return report
            problems.extend(report)
    return None


def _elsewhere(problems: Iterable[Problem], known: Iterable[Problem]) -> list[Problem]:
    """Problems of places where nothing else is wrong: a text that is no reference at all leads nowhere, of course."""
    places = {(problem.path, problem.line, problem.column) for problem in known}
    return [problem for problem in problems if (problem.path, problem.line, problem.column) not in places]


def _about(files: Iterable[DataFile], problems: list[Problem]) -> LegislationAbout | None:
    for file in files:
        if file.path == ABOUT and not file.is_read:
            problems.append(link_problem(file) if file.is_link else unread_problem(file))
        elif file.path == ABOUT:
            document = read_yaml(file.name, file.content)
            about = document if isinstance(document, list) else typed(LegislationAbout, document, {})
            if isinstance(about, LegislationAbout):
                return about
            problems.extend(about)
    return None
