"""Amendments: a filled form on a record that is there already becomes the new text of its file, or says what is missing."""

import copy
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from clearinghouse.problems.intake.forms import FORM_002, FORM_005
from clearinghouse.problems.problem import Place, Problem, Refusal
from clearinghouse.problems.references import REF_003_ABSENT, REF_003_BROKEN
from clearinghouse.problems.values import KEY_001_FORM, KEY_002, TEXT_001_NO_CHANGE, TEXT_001_NO_DAYS, TEXT_001_NOTHING_NEW
from clearinghouse.reading.editing.amending import amended
from clearinghouse.reading.files.folder import DataFile, RecordFile
from clearinghouse.reading.intake.issue_form import Submission
from clearinghouse.reading.typing.memory import file_reading
from clearinghouse.records.collection import COLLECTIONS
from clearinghouse.records.collections.legislation import LegislationStatus
from clearinghouse.records.collections.record import Record
from clearinghouse.records.keys.key import GROUP
from clearinghouse.records.written.announcing import with_change
from clearinghouse.records.written.filling import put, value_of
from clearinghouse.records.written.keys import key_in

_RECORD = re.compile(r"(?:^|/)([a-z]+)/([a-z0-9]+(?:-[a-z0-9]+)*)/?(?:[?#].*)?$")
_GROWING = ("assessments", "laws", "next_steps")
_STATUSES = ("confirmed", "postponed", "cancelled", "held")
_NOT_CORRECTED = ("published", "sources")
"""What never changes, and what a form asks for by itself."""
_SOURCE = ("url", "publisher", "kind")


@dataclass(frozen=True)
class Amendment:
    """A record's file as it shall be. path: relative to the data folder; warnings: what a reviewer should look at."""

    path: str
    text: str
    warnings: Sequence[Problem] = ()


def _asked(key: str) -> Place:
    """The question for a key, as the place of what is missing from a form."""
    return Place("", key=key)


def amendment(sent: Submission, files: Mapping[str, DataFile], today: str) -> Amendment | Problem:
    """The new state of the record that a form on legislation or a correction names. files: of the folder, by path;
    today: YYYY-MM-DD, the day of the change and of the reading of its source."""
    try:
        if sent.form.kind == LegislationStatus.collection:
            return _legislation(sent.answers, files, today)
        return _correction(sent.answers, files, today)
    except Refusal as refusal:
        return refusal.problem


def _legislation(answers: Mapping[str, str], files: Mapping[str, DataFile], today: str) -> Amendment:
    path = f"legislation/{answers.get('country', '').lower()}.yml"
    data = data_of(files.get(path), LegislationStatus.collection, "country", answers.get("country", ""))
    source = _source(answers, today)
    grown: dict[str, Any] = {}
    for place, answer in answers.items():
        if place.startswith(tuple(f"{name}.0." for name in _GROWING)):
            key = key_in(LegislationStatus.collection, place)
            assert key is not None, place
            put(grown, place, value_of(key, answer))
    if not grown:
        raise Refusal(TEXT_001_NOTHING_NEW.at(_asked("assessments.0.as_of")))
    for name, (member, *_) in grown.items():
        data[name] = [*data.get(name, []), member | {"source": source}]
    data = with_change(data, "assessed" if "assessments" in grown else "updated", today, answers.get("more.note", ""))
    return _amended(LegislationStatus.collection, path, files, data)


def _correction(answers: Mapping[str, str], files: Mapping[str, DataFile], today: str) -> Amendment:
    named = answers.get("more.record", "")
    match = _RECORD.search(named)
    collection, record_id = match.groups() if match else ("", "")
    path = f"{collection}/{record_id}.yml"
    data = data_of(files.get(path), collection, "more.record", named)
    what, was = answers.get("more.what", ""), copy.deepcopy(data)
    is_event = COLLECTIONS[collection].is_event
    if is_event and what in _STATUSES:
        data["status"] = what
    elif is_event and what == "moved" and data["status"] == "postponed":
        data["status"] = "announced"  # it has a day again
    new = _corrected(answers)
    for place, answer in new.items():
        key, above = key_in(collection, place), key_in(collection, place.partition(".")[0])
        is_open = key and above and not above.later and key.type != GROUP and above.name not in _NOT_CORRECTED
        if not key or not is_open:
            raise Refusal(KEY_001_FORM.at(_asked("more.key"), found=place))
        put(data, place, value_of(key, answer))
    if "starts" in new and "undated" not in new:
        data.pop("undated", None)
    if what == "moved" and data.get("starts") == was.get("starts") and data.get("ends") == was.get("ends"):
        raise Refusal(TEXT_001_NO_DAYS.at(_asked("starts")))
    if data == was:
        raise Refusal(TEXT_001_NO_CHANGE.at(_asked("more.value")))
    days = {"from": was.get("starts"), "to": data.get("starts")} if was.get("starts") != data.get("starts") else {}
    data = with_change(data, what, today, answers.get("more.note", ""), **days)
    if any(place.startswith("more.source.") for place in answers):
        data["sources"] = [*data.get("sources", []), _source(answers, today)]
    gone = [member for place in new for member in was.get(place, ()) if isinstance(was[place], list) and member not in data[place]]
    return _amended(collection, path, files, data, [FORM_005.at(_asked("more.value"), found=member) for member in gone])


def _corrected(answers: Mapping[str, str]) -> dict[str, str]:
    """Keys of the record with their new texts. Raises Refusal where a key has two, or one that is named has none."""
    new = {key: answer for key, answer in answers.items() if not key.startswith("more.")}
    if "more.key" not in answers and "more.value" not in answers:
        return new
    key, answer = answers.get("more.key", ""), answers.get("more.value", "")
    if not answer:
        raise Refusal(KEY_002.at(_asked("more.value"), found=key, key=key))
    if new.get(key, answer) != answer:
        raise Refusal(FORM_002.at(_asked("more.value"), found=answer, questions=f"the question for `{key}` and this one"))
    return new | {key: answer}


def data_of(file: DataFile | None, collection: str, asked: str, named: str) -> dict[str, Any]:
    """The plain data of the record that a form names; a plan's activity is not changed by a form."""
    model = COLLECTIONS[collection].model if collection in COLLECTIONS else None
    if file is None or not file.is_read or model is None or not issubclass(model, Record):
        raise Refusal(REF_003_ABSENT.at(_asked(asked), found=named))
    document, problems, record = file_reading(RecordFile(file, collection, file.path.partition("/")[2].removesuffix(".yml")))
    if document is None or problems or record is None or isinstance(record, list):
        raise Refusal(REF_003_BROKEN.at(_asked(asked), found=named))
    return copy.deepcopy(dict(document.data))


def _source(answers: Mapping[str, str], today: str) -> dict[str, str]:
    return {key: answers[f"more.source.{key}"] for key in _SOURCE if f"more.source.{key}" in answers} | {"accessed": today}


def _amended(
    collection: str, path: str, files: Mapping[str, DataFile], data: Mapping[str, Any], warnings: Sequence[Problem] = ()
) -> Amendment:
    return Amendment(path, amended(collection, files[path].content, data), warnings)
