"""Rows: a table becomes proposals of records, and problems that name the cell in which they stand."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from clearinghouse.problems.changes import TWIN_001_ROW
from clearinghouse.problems.dates import DATE_001, DATE_004
from clearinghouse.problems.intake.agendas import ICS_005, ICS_006_RECORDS, ICS_009, ICS_011, ICS_011_KEPT
from clearinghouse.problems.intake.tables import TABLE_003, TABLE_004, TABLE_007, TABLE_008
from clearinghouse.problems.problem import Place, Problem, excerpt
from clearinghouse.problems.references import ID_002_ROW
from clearinghouse.problems.values import KEY_002, KEY_002_CELL, KEY_002_ROW
from clearinghouse.reading.files.folder import DataFile
from clearinghouse.reading.files.strict_yaml import Document, read_yaml
from clearinghouse.reading.intake.asides import asides, is_aside
from clearinghouse.reading.intake.gathered import Gathered, gathered
from clearinghouse.reading.intake.headings import ID, keys_of
from clearinghouse.reading.intake.known_events import IMPORTED, KnownEvent, known_events, own_records, remembering, revision
from clearinghouse.reading.intake.proposals import Proposal, judged
from clearinghouse.reading.intake.tables import Cell, Table, notation
from clearinghouse.reading.intake.typed_cells import kind_of
from clearinghouse.records.collection import COLLECTIONS
from clearinghouse.records.written.filling import keep_own_words, own_words, put, value_of
from clearinghouse.records.written.keys import OWN_WORDS, key_in, leaves_of
from clearinghouse.records.written.proposed_ids import proposed_id, unused
from clearinghouse.records.written.yaml_text import yaml_text

PUBLISHED = "published"
_DATES = {"undated": "starts"}
"""Keys that no column has, and where people would look."""
_UNREAD = {kind.code for kind in (TABLE_003, TABLE_007, TABLE_008)}
"""What is wrong with a cell that holds something, and is not read."""


@dataclass(frozen=True)
class Rows:
    """What a table says. new: proposals of the rows that are sound and not there yet; changed: records that are there, as
    a later version of their event has them; unchanged: how many rows are there already, word for word; problems: all of
    them, warnings too; faulty: how many rows have errors; is_sound: whether there is no error at all, in the headings
    neither; gathered: of how many records, in words, where a record may have several rows: of these all numbers are then."""

    new: Sequence[Proposal]
    changed: Sequence[Proposal]
    unchanged: int
    problems: Sequence[Problem]
    faulty: int
    headings_are_sound: bool
    gathered: str = ""

    @property
    def is_sound(self) -> bool:
        """Whether there is no error at all."""
        return self.headings_are_sound and not self.faulty

    def to_write(self, partial: bool) -> tuple[Sequence[Proposal], Sequence[Proposal]]:
        """The new records and the changed ones, where all rows are sound; partial: also where some are not, but all headings are."""
        return (self.new, self.changed) if self.is_sound or (partial and self.headings_are_sound) else ([], [])

    def tally(self, written: int, changed: int, table: Table) -> str:
        """What became of how many rows of the table, and what to do where nothing was written."""
        counts = [
            (written, "written"),
            (changed, "changed"),
            (self.unchanged, "there already"),
            (self.faulty, "with errors"),
            (len(table.aside), "left out, beginning with #"),
        ]
        total = len(table.rows) + len(table.aside)
        text = f"{total} {'row' if total == 1 else 'rows'}{self.gathered}: "
        text += ", ".join(f"{count} {what}" for count, what in counts if count) or "nothing written"
        if not written and not changed and (self.faulty or not self.headings_are_sound):
            partial = "; --partial writes those that are sound" if self.headings_are_sound and (self.new or self.changed) else ""
            text += f"\nNothing was written: fix the file and import it again{partial}."
        return text


@dataclass
class _Row:
    """A row in the making, or several of one record: its cells by key, its proposal, what the cells alone say, and what is wrong."""

    source: Gathered
    cells: Mapping[str, Cell]
    proposal: Proposal
    said: Mapping[str, Any]
    problems: list[Problem] = field(default_factory=list)

    @property
    def number(self) -> int:
        """That of its first row."""
        return self.source.numbers[0]

    @property
    def event(self) -> str:
        """The digest of the event's UID that it was made of, or nothing."""
        return str(self.said.get(IMPORTED, {}).get("event", ""))

    @property
    def is_faulty(self) -> bool:
        return any(problem.severity == "error" for problem in self.problems)


def rows_of(table: Table, collection: str, given: Mapping[str, str], files: Iterable[DataFile], owner: str = "") -> Rows:
    """Reads a table as records of a collection.

    given: answers for what a row leaves empty, by dotted key; files: those of the folder that the records are for;
    owner: see `proposed_id`. A record that is there with other content is a problem, never changed.
    """
    files = list(files)
    keys, problems = keys_of(table, collection, given)
    lacking = {problem.key for problem in problems if problem.code == KEY_002.code}
    rows = [_row(table.name, collection, source, given, owner) for source in gathered(table.name, collection, keys, table.rows, owner)]
    answered = {ICS_009.code} if "time.zone" in given else set()
    of_cells = [
        problem
        for problem in table.problems
        if problem.code not in answered and (problem.severity == "warning" or not is_aside(table, keys, problem.column))
    ]
    problems += [*_of_rows(rows, of_cells), *asides(table, collection, keys)]
    rows, refused = [row for row in rows if row.cells], [row for row in rows if not row.cells]
    there = {file.path: file for file in files}
    known = known_events(collection, files) if f"{IMPORTED}.event" in keys.values() else {}
    own = own_records(collection, files) if table.is_agenda and ID in keys.values() else {}
    unchanged: list[_Row] = []
    changed: list[_Row] = []
    others: list[_Row] = []
    for row in rows:
        if event := known.get(row.event) or (own.get(row.proposal.id) if ID in row.cells else None):
            (changed if _revise(table.name, row, event, given[PUBLISHED]) else unchanged).append(row)
        else:
            (unchanged if _is_there(row, there) else others).append(row)
    _number(others, known.values())
    if not others:  # what every new record needs, nobody has to say again
        problems = [problem for problem in problems if problem.code != KEY_002.code]
    _add_repeated_ids(table.name, rows)
    _add_overwritten_records(table.name, others, there)
    new = [row for row in others if row.proposal.path not in there]
    _judge(table, [*new, *changed], files, keys, lacking)
    all_problems = dict.fromkeys([*problems, *(problem for row in (*rows, *refused) for problem in row.problems)])
    return Rows(
        [row.proposal for row in new if not row.is_faulty],
        [row.proposal for row in changed if not row.is_faulty],
        len(unchanged),
        sorted(all_problems),
        sum(row.is_faulty for row in rows) + len(refused),
        not any(problem.severity == "error" for problem in problems),
        f" of {records_in_words}" if (records_in_words := _gathered(collection, rows)) else "",
    )


def _gathered(collection: str, rows: Sequence[_Row]) -> str:
    """How many records the rows are, where a record may have several."""
    declared = COLLECTIONS[collection]
    return f"{len(rows)} {declared.one if len(rows) == 1 else declared.several}" if declared.rows_are else ""


def _row(table: str, collection: str, source: Gathered, given: Mapping[str, str], owner: str) -> _Row:
    kinds = [(key, cell, kind_of(cell, key_in(collection, key))) for key, cell in source.cells.items()]
    problems = [*source.problems]
    problems += [kind.at(cell.place(table, key), found=cell.text) for key, cell, kind in kinds if kind]
    cells = {key: cell for key, cell, kind in kinds if not kind or kind.severity == "warning"}
    texts = {key: cell.text for key, cell in cells.items() if key != ID}
    texts = {key: text for key, text in source.given(given).items() if _applies(collection, key, texts)} | texts
    data = _data(collection, texts)
    said = data if IMPORTED not in data else _data(collection, {key: cell.text for key, cell in cells.items() if key != ID})
    data = data if IMPORTED not in data else remembering(collection, data)
    record_id = cells[ID].text if ID in cells else proposed_id(collection, data, owner)
    return _Row(source, cells, Proposal(collection, record_id, data), said, problems)


def _data(collection: str, texts: Mapping[str, str]) -> dict[str, Any]:
    data: dict[str, Any] = {}
    for key, text in texts.items():
        if asked := key_in(collection, key):
            put(data, key, value_of(asked, text))
    own = {key: own_words(asked, texts[key]) for key in OWN_WORDS if key in texts and (asked := key_in(collection, key))}
    keep_own_words(data, own)
    return data


def _applies(collection: str, key: str, texts: Mapping[str, str]) -> bool:
    """Whether an answer for all rows is one for this row: a zone alone makes no `time`."""
    group, _, _ = key.rpartition(".")
    needed = [leaf for leaf in leaves_of(collection) if group and leaf.path.startswith(f"{group}.") and leaf.key.required]
    return not needed or any(leaf.required for leaf in needed) or any(other.startswith(f"{group}.") for other in texts)


def _of_rows(rows: Sequence[_Row], problems: Iterable[Problem]) -> Iterator[Problem]:
    """Gives each problem of a table to the row in which it stands; yields those that stand above all rows."""
    by_number = sorted((number, place) for place, row in enumerate(rows) for number in row.source.numbers)
    for problem in problems:
        at = bisect_right(by_number, (problem.line, len(rows)))
        if at:
            rows[by_number[at - 1][1]].problems.append(problem)
        else:
            yield problem


def _is_there(row: _Row, there: Mapping[str, DataFile]) -> bool:
    """Whether the folder holds the very record. The day of its publication is that of the first time."""
    file = there.get(row.proposal.path)
    document = read_yaml(file.name, file.content) if file else []
    if not isinstance(document, Document):
        return False
    data = row.proposal.data
    if PUBLISHED not in row.cells and PUBLISHED in document.data:
        data = {**data, PUBLISHED: document.data[PUBLISHED]}
    if IMPORTED not in document.data:  # made before records remembered their events, or by hand
        data = {key: value for key, value in data.items() if key != IMPORTED}
    return yaml_text(row.proposal.collection, data) == yaml_text(row.proposal.collection, document.data)


def _revise(table: str, row: _Row, known: KnownEvent, today: str) -> bool:
    """Makes the row a proposal of the record that was made of its event, and says what differs; whether anything changes."""
    revised = revision(row.proposal.collection, known.data, row.said, today)
    row.proposal = Proposal(row.proposal.collection, known.id, revised.data)
    if known.copy:
        row.problems.append(ICS_006_RECORDS.at(_cell(row, IMPORTED, {}).place(table), path=known.path, other=known.copy))
    if revised.is_older:
        row.problems.append(ICS_005.at(_cell(row, IMPORTED, {}).place(table), later=known.path))
    for keys, kind in ((revised.replaced, ICS_011), (revised.kept, ICS_011_KEPT)):
        for key in keys:
            cell = _cell(row, key, {})
            row.problems.append(kind.at(cell.place(table, key), found=cell.text, path=known.path, was=_as_text(known.data.get(key))))
    return bool(revised.replaced) and not known.copy


def _as_text(value: Any) -> str:
    """A value as a report quotes it."""
    members = value.values() if isinstance(value, Mapping) else value if isinstance(value, list) else [value or ""]
    return excerpt("; ".join(str(member) for member in members))


def _number(rows: Iterable[_Row], known: Iterable[KnownEvent]) -> None:
    """Gives an event an id of its own, where another event has the title and the month."""
    ids = {event.id for event in known}
    for row in rows:
        if row.event:
            row.proposal = replace(row.proposal, id=unused(row.proposal.id, ids))
            ids.add(row.proposal.id)


def _add_repeated_ids(table: str, rows: Sequence[_Row]) -> None:
    first: dict[str, _Row] = {}
    for row in rows:
        other = first.setdefault(row.proposal.id.casefold(), row)
        if other is not row:
            place = _cell(row, ID, {}).place(table, ID)
            row.problems.append(ID_002_ROW.at(place, found=row.proposal.id, row=str(other.number)))


def _add_overwritten_records(table: str, rows: Iterable[_Row], there: Mapping[str, DataFile]) -> None:
    for row in rows:
        if row.proposal.path in there:
            place = _cell(row, ID, {}).place(table, ID)
            row.problems.append(TABLE_004.at(place, found=row.proposal.id, path=there[row.proposal.path].name))


def _judge(table: Table, rows: Sequence[_Row], files: Sequence[DataFile], keys: Mapping[int, str], lacking: Iterable[str]) -> None:
    """Checks the rows as files of the folder, and moves each problem to the cell where it stands."""
    verdict = judged((row.proposal for row in rows), files)
    groups = {part for key in lacking for part in (key, key.partition(".")[0])}
    columns = {key: column for column, key in keys.items() if key} if not table.is_agenda else {}
    for row in rows:
        unread = {(problem.line, problem.column) for problem in row.problems if problem.code in _UNREAD}
        has_bad_date = any(problem.code == DATE_001.code for problem in row.problems)
        for problem in verdict.problems.get(row.proposal.path, ()):
            cell = _cell(row, _DATES.get(problem.key, problem.key) or ID, columns)
            place = cell.place(table.name, problem.key or ID)
            if problem.code == KEY_002.code:
                if row.source.column_key(problem.key) not in groups and (cell.row, cell.column) not in unread:
                    row.problems.append(_lacking(table, row, problem.key, cell, place))
            elif problem.code == DATE_004.code and has_bad_date:
                continue
            elif not problem.key and problem.code.startswith("FILE"):
                row.problems += _hidden(table.name, row, problem)
            else:
                row.problems.append(_moved(problem, place))
        if duplicates := verdict.duplicates.get(row.proposal.path):
            first, others = duplicates[0], verdict.likely[row.proposal.path] - 1
            place = _cell(row, "starts", columns).place(table.name, "starts")
            gaps = {"path": first.path, "shared": first.shared, "others": str(others) if others else ""}
            row.problems.append(TWIN_001_ROW.at(place, **gaps))


def _lacking(table: Table, row: _Row, key: str, cell: Cell, place: Place) -> Problem:
    """What a row lacks: a record's author would add a line, a table's fills in a cell."""
    key = row.source.column_key(key)
    name = key.rpartition(".")[2]
    leaf = next((leaf for leaf in leaves_of(row.proposal.collection) if f"{leaf.path}.".startswith(f"{key}.")), None)
    if leaf and cell.where:
        return KEY_002_CELL.at(place, key=name, help=leaf.key.help)
    label = "" if table.is_agenda else leaf.label if leaf else key
    return KEY_002_ROW.at(place, key=name, label=label, path=leaf.path if leaf else key)


def _hidden(table: str, row: _Row, problem: Problem) -> list[Problem]:
    """The cells that strict reading refuses as text."""
    problems = []
    for key, cell in row.cells.items():
        read = read_yaml("", yaml_text(row.proposal.collection, {"title": cell.text}).encode("utf-8", "surrogatepass"))
        if isinstance(read, list):
            problems.append(_moved(read[0], cell.place(table, key)))
    return problems or [_moved(problem, Place(table, row.number))]


def _moved(problem: Problem, place: Place) -> Problem:
    return replace(problem, path=place.path, line=place.line, column=place.column, key=place.key)


def _cell(row: _Row, key: str, columns: Mapping[str, int]) -> Cell:
    """The cell where a key's problem stands: its own, that of the list or group around it, that of a part of it; or
    the empty one in its column, or in the first."""
    around = [key.rsplit(".", count)[0] for count in range(key.count(".") + 1)]
    near = next((other for other in around if other in row.cells), None) or next(
        (other for other in row.cells if other.startswith(f"{key}.")), None
    )
    if near:
        return row.cells[near]
    number, in_columns = row.source.number_of(key), map(row.source.column_key, around)
    column = next((columns[other] for other in in_columns if other in columns), 0)
    column = column or next((columns[other] for other in columns if other.startswith(f"{key}.")), 0)
    return Cell("", number, column or 1, notation(number, column) if column else "")
