"""Many records: ten thousand of them, and the true ones, are in the API as a few are: whole, in parts, and as its description says."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from clearinghouse.catalogue.catalogue import Catalogue
from clearinghouse.publications.data.rows import SIZE
from clearinghouse.reading.typing.read import read
from clearinghouse.records.collection import COLLECTIONS
from clearinghouse.world.disk.data_folder import data_files
from tests.support.publications.giving_out import SITE, true
from tests.support.publications.open_data import API, documents, must_fit
from tools.benches.made_up import LATEST, synthesize

MANY = 10_000


def together(name: str, contents: Mapping[str, Any]) -> list[Any]:
    """The rows of all parts of a list, of which none is longer than the first may be."""
    rows: list[Any] = []
    place, page = f"{name}.json", 1
    while place:
        part = contents[place]
        assert (part["page"], part["total"]) == (page, contents[f"{name}.json"]["total"])
        assert len(part["rows"]) <= SIZE
        rows += part["rows"]
        place, page = (part["next"] or "").removeprefix(SITE.url + API), page + 1
    assert page - 1 == contents[f"{name}.json"]["pages"]
    assert len(rows) == contents[f"{name}.json"]["total"]
    return rows


def must_be_whole(catalogue: Catalogue) -> dict[str, Any]:
    """The files of a catalogue. Raises an error where one is not as described, or a list leaves a record out or has it twice."""
    contents = documents(catalogue)
    must_fit(contents)
    for name in COLLECTIONS:
        keys = [f"{name}/{row['id']}" for row in together(name, contents)]
        assert sorted(keys) == sorted(record.key for record in catalogue.by_collection[name].values())
        assert all(f"{key}.json" in contents for key in keys)
    return contents


@pytest.mark.long
def test_the_true_records_are_as_their_description_says() -> None:
    """Each file of each kind."""
    must_be_whole(true(date(2026, 11, 21)))


@pytest.mark.long
def test_ten_thousand_records_come_in_parts(tmp_path: Path) -> None:
    """Seven in ten are trainings: fourteen parts of them."""
    synthesize(tmp_path, MANY)
    reading = read(data_files(tmp_path))
    contents = must_be_whole(Catalogue.of(reading.records, reading.about, LATEST))
    assert contents["trainings.json"]["pages"] == MANY * 7 // 10 // SIZE == 14
