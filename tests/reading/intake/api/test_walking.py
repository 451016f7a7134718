"""Walking an API: all that a site says comes back; a list that never ends, turns in a circle or leads elsewhere is left at once."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from clearinghouse.catalogue.catalogue import Catalogue
from clearinghouse.publications.data import rows
from clearinghouse.publications.data.api import api_files
from clearinghouse.publications.pictures import copies
from clearinghouse.publications.pictures.copies import Copy
from clearinghouse.reading.intake.api import walking
from clearinghouse.reading.intake.api.documents import ApiFault
from clearinghouse.reading.intake.api.pictures import largest_copies
from clearinghouse.reading.intake.api.walking import Api
from clearinghouse.reading.pictures.looking import look
from clearinghouse.reading.pictures.repacking import repacked
from clearinghouse.reading.typing.read import Reading, read
from clearinghouse.records.collections.record import Record
from clearinghouse.records.photograph import Photograph
from clearinghouse.site.pictures.resizing import resized
from tests.support.publications.giving_out import LIVING_DAY, SITE, living, true
from tests.support.reading.drawings import drawing

TRAININGS = "api/v1/trainings.json"


def files_of(catalogue: Catalogue) -> dict[str, bytes]:
    """The files of an API by address, and the pictures that a site has beside it."""
    files = {file.address: file.content.encode() if isinstance(file.content, str) else file.content for file in api_files(catalogue, SITE)}
    return files | {copy.address: content for photograph in catalogue.photographs.values() for copy, content in resized(photograph)}


def come_back(files: Mapping[str, bytes]) -> Reading:
    """What the data folder says that is made of them."""
    return read(Api(files.__getitem__).files(lambda done, total: None))


def given_out(catalogue: Catalogue) -> Catalogue:
    """The catalogue as far as its site says it: not what is dated later, nor what stays in a file; pictures as large as pages show them."""

    def records(name: str) -> Iterator[tuple[str, Any]]:
        for key, record in catalogue.by_collection[name].items():
            if not isinstance(record, Record):
                yield key, record
            elif record.is_revealed(catalogue.as_of):
                yield key, record.model_copy(update={"reviewed": None})

    widest = {name: copies.copies_of(photograph)[-1] for name, photograph in catalogue.photographs.items()}
    photographs = {name: replace(catalogue.photographs[name], width=copy.width, height=copy.height) for name, copy in widest.items()}
    return replace(catalogue, by_collection={name: dict(records(name)) for name in catalogue.by_collection}, photographs=photographs)


@pytest.mark.parametrize("catalogue", [living(), true(date(2026, 11, 21))], ids=["living", "true"])
def test_a_site_comes_back_whole(catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every record, and what is said of none: the catalogue is the same, and so are all pages that are made of it."""
    monkeypatch.setattr(rows, "SIZE", 40)  # so that lists come in parts
    reading = come_back(files_of(catalogue))
    assert [problem for problem in reading.problems if problem.severity == "error"] == []
    back = Catalogue.of(reading.records, reading.about, catalogue.as_of, None, reading.photographs)
    assert back == replace(given_out(catalogue), proposals={})  # what became of messages is no record


def test_a_site_without_records_comes_back_empty() -> None:
    """Its API has all lists, and nothing in them."""
    assert come_back(files_of(Catalogue.of({}, None, LIVING_DAY))).paths == frozenset()


def test_what_a_later_program_adds_is_left_aside() -> None:
    """Lists and fields may come in any version; a site of before has no file about its records."""
    files = files_of(living())
    index = json.loads(files["api/v1/index.json"])
    index["lists"] += [{"name": "dances", "more": 1}]
    del index["about"]
    files["api/v1/index.json"] = json.dumps(index).encode()
    back = come_back(files)
    assert back.about is None
    assert len(back.paths) > 60


def part(ids: list[Any], total: Any, further: Any = None) -> bytes:
    """A part of a list."""
    return json.dumps({"schema_version": "1", "total": total, "next": further, "rows": [{"id": name} for name in ids]}).encode()


SECOND = f"{SITE.url}api/v1/trainings/page/2.json"


@pytest.mark.parametrize(
    ("parts", "words"),
    [
        ([part(["a"], 2, f"{SITE.url}{TRAININGS}"), b""], "its next part must be api/v1/trainings/page/2.json, not https://site"),
        ([part(["a"], 2, "https://elsewhere.example/page/2.json"), b""], "its next part must be api/v1/trainings/page/2.json"),
        ([part(["a"], 2, "file:///etc/passwd"), b""], "its next part must be"),
        ([part(["a"], 2, 2), b""], "its next part must be"),
        ([part([], 2, SECOND), b""], "its next part must be"),
        ([part(["a"], 3, SECOND), part(["a"], 3, SECOND)], "page/2.json lists a twice"),
        ([part(["a"], 1, SECOND), b""], "the list should have 1 records, and has 1 and more"),
        ([part(["a", "b"], 1)], "the list should have 1 records, and has 2"),
        ([part(["a"], 2)], "the list should have 2 records, and has 1"),
        ([part(["a"], 10**9)], "lists more than 50,000 records"),
        ([part(["a"], "1")], "total must be a whole number, not a text"),
        ([part(["a"], None)], "total must be a whole number, not nothing"),
        ([part(["../../etc/passwd"], 1)], "../../etc/passwd is no id of trainings"),
        ([part([7], 1)], "id must be a text, not a whole number"),
        ([b'{"schema_version": "1", "total": 1, "next": null, "rows": {"a": 1}}'], "rows must be a list, not a group of fields"),
        ([b'{"schema_version": "1", "total": 1, "next": null, "rows": ["a"]}'], "rows must be a list, not a list of something else"),
        ([b'{"schema_version": "2", "total": 0, "next": null, "rows": []}'], "has schema_version 2"),
    ],
)  # fmt: skip
def test_a_list_that_is_none_is_left_in_one_line(parts: list[bytes], words: str) -> None:
    """No address is followed that a file names, and no part is asked for that the list does not need."""
    asked = iter(parts)
    with pytest.raises(ApiFault) as fault:
        Api(lambda address: next(asked)).ids("trainings")
    assert str(fault.value).startswith("api/v1/trainings")
    assert words in str(fault.value)


def test_what_cannot_be_a_site_is_left_in_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lists of something else, a document of another record, a record as large as no file may be, and too much of it all."""
    files = files_of(living())
    name = next(name for name in files if name.startswith("api/v1/trainings/") and "/page/" not in name)
    document = json.loads(files[name])
    long = {**document, "record": document["record"] | {"body": "w" * 200_000}}
    other = files[next(place for place in files if place.startswith("api/v1/workshops/"))]
    odd: list[tuple[str, bytes, str]] = [
        ("api/v1/index.json", b'{"schema_version": "1", "lists": {}}', "lists must be a list"),
        ("api/v1/index.json", b'{"schema_version": "1", "lists": [{"name": []}]}', "name must be a text"),
        ("api/v1/about.json", b'{"schema_version": "1", "legislation": []}', "legislation must be a group of fields"),
        (name, other, "holds another record, workshops/"),
        (name, json.dumps(long).encode(), "its file would have more than 200,000 bytes"),
    ]
    for place, content, words in odd:
        with pytest.raises(ApiFault, match=words):
            come_back({**files, place: content})
    monkeypatch.setattr(walking, "MOST_BYTES", 1_000_000 // 20)
    with pytest.raises(ApiFault, match="all files together have more than 0 MB"):
        come_back(files)


def copies_of(name: str, content: bytes) -> dict[Copy, bytes]:
    """What a site has of a photograph."""
    size = look(name, content)
    assert isinstance(size, tuple)
    return dict(resized(Photograph(name, *size, lambda: content)))


@pytest.mark.parametrize(("name", "format_", "mode"), [("x.jpg", "JPEG", "RGB"), ("x.png", "PNG", "RGBA"), ("x.webp", "WEBP", "RGBA")])
@pytest.mark.parametrize(
    "size", [pytest.param((4000, 2999), marks=pytest.mark.long), pytest.param((1601, 1001), marks=pytest.mark.long), (700, 333)]
)
def test_a_picture_comes_back_in_the_size_that_pages_show(name: str, format_: str, mode: str, size: tuple[int, int]) -> None:
    """Its copies are then of the same sizes."""
    there = copies_of(name, drawing(format_, *size, mode=mode))
    [address] = largest_copies("a.json", {"pictures": [{"file": name, "width": copy.width} for copy in there]}).values()
    content = repacked(name, next(content for copy, content in there.items() if copy.address == address))
    assert content is not None
    assert copies_of(name, content).keys() == there.keys()


@pytest.mark.parametrize("name", ["../x.jpg", "/x.jpg", "x.svg", "x.jpg\n", "X.JPG", "con/x.jpg"])
def test_no_picture_comes_back_under_another_name(name: str) -> None:
    """Nor anything that is no picture."""
    with pytest.raises(ApiFault, match="is no name of a picture"):
        largest_copies("a.json", {"pictures": [{"file": name, "width": 480}]})
    assert repacked("x.jpg", drawing()) is None
