"""Requests: what a message of the form asks for, done to the files of a folder, becomes the text of one file, or says what hinders it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from clearinghouse.problems.intake.messages import MSG_003, MSG_004
from clearinghouse.problems.problem import Place, Problem, Refusal
from clearinghouse.reading.editing.amending import amended
from clearinghouse.reading.editing.amendments import data_of
from clearinghouse.reading.files.folder import DataFile, RecordFile
from clearinghouse.reading.intake.proposals import Proposal
from clearinghouse.reading.typing.memory import file_reading
from clearinghouse.records.collection import COLLECTIONS
from clearinghouse.records.keys.keys_of import unpublished_in
from clearinghouse.records.written.messages.message import NEW, Message
from clearinghouse.records.written.messages.sums import sum_of_value
from clearinghouse.records.written.proposed_ids import unused
from clearinghouse.records.written.yaml_text import plain


@dataclass(frozen=True)
class Request:
    """A file as it shall be. path: relative to the data folder; is_new: whether there was none; problems: of the request as such."""

    path: str
    text: str
    is_new: bool
    problems: tuple[Problem, ...] = ()


def request(message: Message, files: Mapping[str, DataFile]) -> Request | Problem:
    """The file that a message asks for; one that brings a record whose name is taken by now gets the next name that is free. Not for
    a report, which asks for no file. files: of the folder, by path."""
    collection, _, name = message.record.partition("/")
    model = COLLECTIONS[collection].model
    closed = unpublished_in(model) & {*message.data, *message.put, *message.added, *message.gone}
    if closed:
        part = min(closed)
        return MSG_003.at(Place("", key=part), part=part, all="keys that the form asks for")
    if message.kind == NEW:
        known = {path.removeprefix(f"{collection}/").removesuffix(".yml") for path in files}
        proposal = Proposal(collection, unused(name, known), message.data)
        return Request(proposal.path, proposal.text, is_new=True)
    path = f"{message.record}.yml"
    try:
        data = data_of(files.get(path), collection, "", message.record)
    except Refusal as refusal:
        return refusal.problem
    file = files[path]
    problems = tuple(_overtaken(message, data, file))
    kept = {key: value for key, value in data.items() if key not in message.gone}
    for key, members in message.added.items():
        there = kept.get(key, [])
        if not isinstance(there, list):
            return MSG_003.at(Place("", key=key), part=key, all="lists")
        kept[key] = [*there, *(member for member in members if member not in there)]
    document = file_reading(RecordFile(file, collection, name)).document
    return Request(path, amended(collection, file.content, kept | dict(message.put), document), is_new=False, problems=problems)


def _as_published(file: DataFile) -> Mapping[str, Any]:
    """The record's data as the site gave them to the form."""
    collection, _, record_id = file.path.removesuffix(".yml").partition("/")
    record = file_reading(RecordFile(file, collection, record_id)).record
    return {} if record is None or isinstance(record, Sequence) else plain(record)


def _overtaken(message: Message, data: Mapping[str, Any], file: DataFile) -> Iterator[Problem]:
    """A warning for each key that is no more as the form saw it."""
    changed = [key for key in (*message.put, *message.gone) if message.before.get(key) != sum_of_value(data.get(key))]
    published = _as_published(file) if changed else {}
    for key in changed:
        if message.before.get(key) != sum_of_value(published.get(key)):
            yield MSG_004.at(Place("", key=key), part=key)
