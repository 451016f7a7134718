"""Records of an API: each becomes the file that it was made of; what a stranger may write there instead ends in one plain line."""

import json
from typing import Any

import pytest

from clearinghouse.problems.pictures.photographs import PIC_002
from clearinghouse.publications.data.api import api_files
from clearinghouse.reading.files.folder import DataFile
from clearinghouse.reading.intake.api import documents
from clearinghouse.reading.intake.api.documents import ApiFault, document_of
from clearinghouse.reading.intake.api.records import record_in
from clearinghouse.reading.typing.read import read
from clearinghouse.records.collection import COLLECTIONS
from clearinghouse.records.collections.record import Record
from tests.support.publications.giving_out import LIVING_DAY, SITE, living

ADDRESS = "api/v1/trainings/th-2026-03-course.json"
SOUND: dict[str, Any] = {
    "schema_version": "1", "collection": "trainings", "id": "th-2026-03-course", "file": "trainings/th-2026-03-course.yml",
    "record": {"title": "Course: an introduction", "seats": 30, "undated": True, "note": None, "title_local": {"th": "หลักสูตร"}},
}  # fmt: skip


def sent(**others: Any) -> bytes:
    """A document with some fields written otherwise."""
    return json.dumps(SOUND | others).encode()


def is_to_come(record: object) -> bool:
    """Whether it is dated after the day of the site, which does not say it yet."""
    return isinstance(record, Record) and not record.is_revealed(LIVING_DAY)


def test_a_record_is_written_as_this_project_writes_it() -> None:
    """Numbers and truths are texts again, what is null is left out, and a title with a colon is quoted."""
    record = record_in(ADDRESS, sent(schema_version="1.7", more="of a later day"))
    assert record.path == "trainings/th-2026-03-course.yml"
    assert record.text == 'title: "Course: an introduction"\ntitle_local:\n  th: หลักสูตร\nundated: true\nseats: 30\n'


def test_all_records_come_back_as_they_were() -> None:
    """Each of tests/living, but drafts and what is not published yet."""
    files = []
    for file in api_files(living(), SITE):
        address = file.address
        if isinstance(document := json.loads(file.content), dict) and "record" in document and document["address"].endswith(address):
            record = record_in(address, file.content.encode() if isinstance(file.content, str) else file.content)
            files.append(DataFile(record.path, record.path, record.text.encode()))
    reading = read(files)
    assert {problem.code for problem in reading.problems} <= {PIC_002.code}  # the files of pictures are fetched by themselves
    for name in COLLECTIONS:
        records = living().by_collection[name].values()
        assert list(reading.records[name].values()) == [record for record in records if not is_to_come(record)]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "is not JSON"),
        (b"{", "is not JSON"),
        (b"<!doctype html>", "is not JSON"),
        (b"\xff\xfe{}", "is not JSON"),
        (b'{"schema_version": "1", "schema_version": "1"}', "is not JSON"),
        (b'{"schema_version": "1", "total": Infinity}', "is not JSON"),
        (b'{"schema_version": "1", "title": "\\ud800"}', "is not JSON"),
        (b'{"total": ' + b"9" * 5_000 + b"}", "is not JSON"),
        (b"[" * 100_000, "is not JSON"),
        (b'{"schema_version": "1", "record": ' + b"[" * 50 + b"]" * 50 + b"}", "nested more than 40 levels"),
        (b"[]", "must hold a group of fields, not a list"),
        (b"{}", "schema_version must be a text, not nothing"),
        (sent(schema_version=1), "schema_version must be a text, not a whole number"),
        (sent(schema_version="2"), "has schema_version 2: this program reads version 1"),
        (sent(schema_version="1\u202e"), "has schema_version 1\\u202e: this"),
        (sent(collection=["trainings"]), "collection must be a text, not a list"),
        (sent(collection="../trainings"), "there is no collection ../trainings"),
        (sent(id="../../etc/passwd"), "../../etc/passwd is no id of trainings"),
        (sent(id="/etc/passwd"), "/etc/passwd is no id of trainings"),
        (sent(id="th/../course"), "th/../course is no id of trainings"),
        (sent(id=".."), ".. is no id of trainings"),
        (sent(id="con"), "con is no id of trainings"),
        (sent(id="a" * 90), "is no id of trainings"),
        (sent(collection="activities"), "th-2026-03-course is no id of activities"),
        (sent(collection="activities", id="../4.1.2"), "../4.1.2 is no id of activities"),
        (sent(collection="activities", id="poa-2016-2020/.."), "poa-2016-2020/.. is no id of activities"),
        (sent(file="../../.ssh/config"), "its file must be trainings/th-2026-03-course.yml, not ../../.ssh/config"),
        (sent(record=[]), "record must be a group of fields, not a list"),
        (sent(record=True), "record must be a group of fields, not yes or no"),
    ],
)  # fmt: skip
def test_what_no_api_of_ours_writes_is_refused_in_one_line(content: bytes, words: str) -> None:
    """The line names the file, and shows nothing that could move the cursor of whoever reads it."""
    with pytest.raises(ApiFault) as fault:
        record_in(ADDRESS, content)
    assert str(fault.value).startswith(ADDRESS)
    assert words in str(fault.value)
    assert str(fault.value).isprintable()


def test_a_file_without_end_is_not_read() -> None:
    """Its first bytes are enough to know that."""
    with pytest.raises(ApiFault, match="is larger than 5 MB"):
        document_of(ADDRESS, b" " * (documents.LARGEST + 1))


def test_a_record_that_is_none_is_read_like_any_file_that_is_wrong() -> None:
    """Whatever stands in it becomes text, and the problems of that text: no other reader knows it better."""
    nested: Any = "x"
    for _ in range(30):
        nested = [nested]
    for record in (
        {},
        {"title": {"a": [1, [2.5]]}},
        {"a\nb: c": "- x"},
        {"title": "\x00"},
        {"title": nested},
        {"<<": "*a"},
        {"x" * 2000: "y"},
    ):
        wrong = record_in(ADDRESS, sent(record=record))
        reading = read([DataFile(wrong.path, wrong.path, wrong.text.encode())])
        assert not reading.is_sound, record
