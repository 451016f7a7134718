"""CSV: every record is a row, every key is a column, and what was written is read back."""

import json
from typing import Any

import pytest

from clearinghouse.catalogue.catalogue import Catalogue
from clearinghouse.publications.data.records import records_of
from clearinghouse.publications.tables.columns import CellForm, columns_of
from clearinghouse.publications.tables.open_data import OpenData
from clearinghouse.publications.tables.table import value_at
from clearinghouse.records.collection import COLLECTIONS
from clearinghouse.records.collections.record import Record
from clearinghouse.records.keys.key import Key
from clearinghouse.records.keys.keys_of import keys_of
from clearinghouse.records.keys.lists import LISTS
from tests.support.publications.giving_out import LIVING_DAY, SITE, living
from tests.support.publications.tables import living_data, rows_of, table


def leaves(keys: tuple[Key, ...], above: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    """The paths of all keys that hold values or lists."""
    paths = []
    for key in keys:
        is_group = key.type == "group" and not key.many
        paths += leaves(key.parts, (*above, key.name)) if is_group else [(*above, key.name)]
    return paths


@pytest.mark.parametrize("name", COLLECTIONS)
def test_every_key_is_a_column(name: str) -> None:
    """But for what stays in a record's file; no two columns are called the same."""
    model = COLLECTIONS[name].model
    columns = columns_of(model)
    assert len({column.name for column in columns}) == len(columns)
    wanted = [path for path in leaves(keys_of(model)) if path[0] not in ("reviewed", "draft")]
    assert set(wanted) <= {column.path for column in columns}
    assert all(column.title and column.about for column in columns if not column.key.many and "_" not in column.name)


@pytest.mark.parametrize("name", COLLECTIONS)
def test_every_record_is_a_row_that_says_what_it_says(name: str) -> None:
    """By the keys of its model; codes are called as their lists call them."""
    rows = table(name)
    records = records_of(name, living())
    assert [row["id"] for row in rows] == [record.id for record in records]
    for row, record in zip(rows, records, strict=True):
        plain = record.model_dump(mode="json", by_alias=True, exclude_unset=True)
        for column in columns_of(COLLECTIONS[name].model):
            said = value_at(plain, column.path)
            cell = row[column.name].removeprefix("'")
            if said is None or column.is_label or column.name in ("id", "states"):
                continue
            if column.form is CellForm.JSON:
                assert json.loads(cell or "null") == (said or None)
            elif column.form is CellForm.ONE:
                assert cell == (str(said).lower() if isinstance(said, bool) else str(said).removeprefix("'"))
            else:
                members = cell.split("; " if column.form is CellForm.CODES else "\n") if cell else []
                assert members == [" ".join(str(member).split()) for member in said]
                if column.labels:
                    assert row[f"{column.name}_label"] == "; ".join(column.labels[member] for member in said)
        assert row["page"] == SITE.url + record.address
        assert row["address"].endswith(f"/{record.key}.json")


def test_no_code_and_no_name_of_one_has_what_parts_them() -> None:
    """So several of them can be distinguished in one cell."""
    assert not [name for closed in LISTS.values() for pair in closed.names.items() for name in pair if ";" in name]


def test_the_texts_of_a_record_run_no_formula_and_break_no_row() -> None:
    """Whatever letters they have, all of them come back."""
    record: Any = next(iter(living().by_collection["trainings"].values()))
    assert isinstance(record, Record)
    odd = ("=HYPERLINK(1)", '+1,"2"', "-1;\t", "@SUM(A1)", 'a "quoted", text; with\nlines\r\nand ລາວ ๆ')
    for text in odd:
        changed = record.model_copy(update={"summary": text, "organisers": (text, "B; C")})
        data = OpenData(Catalogue.of({"trainings": {record.id: changed}}, None, LIVING_DAY), SITE)
        (row,) = rows_of(next(one.content for one in data.tables if one.name == "trainings"))
        assert row["summary"] == (f"'{text}" if text[0] in "=+-@" else text)
        assert row["organisers"].removeprefix("'").split("\n") == [" ".join(text.split()), "B; C"]


def test_all_codes_stand_in_a_file_of_their_own() -> None:
    """Those that tables use, with what each is called."""
    known = {(row["list"], row["code"]): row["label"] for row in table("codes")}
    assert known["states", "LA"] == "Lao PDR"
    assert len(known) == len(table("codes"))
    assert {name for name, _ in known} >= {"states", "audiences", "topics", "languages"}


def test_the_same_records_give_the_same_files() -> None:
    """Byte for byte, the database too: whoever keeps a copy sees by the sum whether it changed."""
    again = OpenData(living(), SITE)
    assert [file.content for file in again.files] == [file.content for file in living_data().files]
