"""Attached files: a spreadsheet, an agenda or a record in YAML comes in; the files of records that it asks for, and problems, leave."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from clearinghouse.problems.intake.messages import MSG_003
from clearinghouse.problems.problem import Place, Problem, Refusal
from clearinghouse.problems.report import errors_in
from clearinghouse.reading.change.revisions import compared
from clearinghouse.reading.editing.amending import amended
from clearinghouse.reading.files.folder import DataFile
from clearinghouse.reading.files.strict_yaml import Document, read_yaml
from clearinghouse.reading.intake.agendas.table import of_ics
from clearinghouse.reading.intake.headings import keys_of
from clearinghouse.reading.intake.known_events import IMPORTED
from clearinghouse.reading.intake.mails.parts import Attachment
from clearinghouse.reading.intake.proposals import Proposal, judged
from clearinghouse.reading.intake.rows import rows_of
from clearinghouse.reading.intake.tables import Table, of_csv
from clearinghouse.reading.intake.workbooks.table import of_xlsx
from clearinghouse.records.collection import COLLECTIONS
from clearinghouse.records.keys.keys_of import unpublished_in
from clearinghouse.records.keys.names import name_fault
from clearinghouse.records.written.keys import keys_in
from clearinghouse.records.written.proposed_ids import proposed_id

TABLES = tuple(name for name, declared in COLLECTIONS.items() if declared.is_flat or declared.rows_are)
"""Collections whose records a table can hold."""
EVENTS = tuple(name for name in TABLES if COLLECTIONS[name].is_event)


@dataclass
class Bundle:
    """What files ask for. texts: of records' files, by path; records: collection and id of all, those with errors too; problems: by
    the record, or by the file, with its collection where that is known, as in `trainings/plan.xlsx`."""

    texts: dict[str, str] = field(default_factory=dict)
    records: list[str] = field(default_factory=list)
    problems: list[tuple[str, Problem]] = field(default_factory=list)
    duplicates: list[tuple[str, str]] = field(default_factory=list)


def bundle(attachments: Iterable[Attachment], files: Sequence[DataFile], today: str) -> Bundle:
    """Reads all attached files as records for a data folder. A file that cannot be read is a problem; no file stops another."""
    together = Bundle()
    for attachment in attachments:
        there = {file.path: file for file in files} | {path: DataFile(path, path, text.encode()) for path, text in together.texts.items()}
        if attachment.name.casefold().endswith((".yml", ".yaml")):
            _add_record(together, attachment, there, today)
            continue
        try:
            _add_rows(together, attachment, there, today)
        except Refusal as refusal:
            together.problems.append((attachment.name, refusal.problem))
    return together


def _add_rows(together: Bundle, attachment: Attachment, there: Mapping[str, DataFile], today: str) -> None:
    collection, table = _table(attachment)
    given = {"published": today}
    rows = rows_of(table, collection, given, there.values())
    closed = unpublished_in(COLLECTIONS[collection].model) - {IMPORTED}
    new, changed = rows.to_write(partial=True)
    for proposal in new:
        if closed.isdisjoint(proposal.data):
            together.texts[proposal.path] = proposal.text
    for proposal in changed:
        together.texts[proposal.path] = amended(collection, there[proposal.path].content, proposal.data)
    together.records += [f"{collection}/{proposal.id}" for proposal in (*rows.new, *rows.changed)]
    together.problems += [(f"{collection}/{attachment.name}", problem) for problem in rows.problems]


def _table(attachment: Attachment) -> tuple[str, Table]:
    """A table, and the collection that it is for: that of its name, else the one that knows most of its headings. Raises Refusal."""
    name, content = attachment.name, attachment.content
    stem, _, ending = name.casefold().rpartition(".")
    named = next((collection for collection in TABLES if collection in stem), "")
    if ending in ("ics", "ical", "vcs"):
        collection = named if named in EVENTS else EVENTS[0]
        return collection, of_ics(name, content, collection)
    table = of_csv(name, content) if ending == "csv" else of_xlsx(name, content, named)
    return named or max(TABLES, key=lambda collection: _fit(table, collection)), table


def _fit(table: Table, collection: str) -> int:
    keys, problems = keys_of(table, collection, {"published": ""})
    return sum(map(bool, keys.values())) - len(problems)


def _add_record(together: Bundle, attachment: Attachment, there: Mapping[str, DataFile], today: str) -> None:
    document = read_yaml(attachment.name, attachment.content)
    if not isinstance(document, Document):
        together.problems += [(attachment.name, problem) for problem in document]
        return
    collection = max((name for name, declared in COLLECTIONS.items() if declared.is_flat), key=lambda name: _likeness(document, name))
    if closed := unpublished_in(COLLECTIONS[collection].model) & document.data.keys():
        problem = MSG_003.at(Place(attachment.name, key=min(closed)), part=min(closed), all="keys that the form asks for")
        together.problems.append((attachment.name, problem))
        return
    stem = attachment.name.rpartition(".")[0]
    record = proposed_id(collection, document.data) if name_fault(stem, COLLECTIONS[collection].is_event) else stem
    path = f"{collection}/{record}.yml"
    data = {"published": today, **document.data}
    if path in there:
        text = amended(collection, there[path].content, data)
        after = {**there, path: DataFile(path, path, text.encode())}
        problems: Sequence[Problem] = compared(there.values(), after.values()).problems
    else:
        proposal = Proposal(collection, record, data)
        verdict = judged([proposal], there.values())
        text, problems = proposal.text, verdict.problems[path]
        together.duplicates += [(f"{collection}/{record}", twin.path) for twin in verdict.duplicates.get(path, ())]
    together.records.append(f"{collection}/{record}")
    together.problems += [(f"{collection}/{record}", problem) for problem in problems]
    if not errors_in(problems):
        together.texts[path] = text


def _likeness(document: Document, collection: str) -> int:
    keys = {key.name: key for key in keys_in(collection)}
    return sum(name in keys for name in document.data) - sum(key.required and name not in document.data for name, key in keys.items())
