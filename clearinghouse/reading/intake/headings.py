"""Headings: which column of a table is which key of a record."""

import re
from collections.abc import Iterator, Mapping

from clearinghouse.problems.intake.tables import TABLE_002, TABLE_002_PART, TABLE_002_TWICE
from clearinghouse.problems.problem import Place, Problem
from clearinghouse.problems.values import KEY_001_HEADING, KEY_002_COLUMN
from clearinghouse.reading.intake.tables import ASIDE, Cell, Table
from clearinghouse.records.collection import COLLECTIONS
from clearinghouse.records.keys.key import BY_LANGUAGE, GROUP
from clearinghouse.records.keys.lists import LISTS
from clearinghouse.records.written.keys import key_in, leaves_of
from clearinghouse.vocabulary.nearest import nearest

ID = "id"
_NUMBERED = re.compile(r"(.+?) (\d{1,4}): (.+)")


def keys_of(table: Table, collection: str, given: Mapping[str, str]) -> tuple[dict[int, str], list[Problem]]:
    """The key of each column, by its number; and what is wrong with the headings: unknown ones, one that stands twice,
    columns without one, a key beside one of its own parts (`audience` and `audience.0`: one would overwrite the other), and
    keys that every record needs and for which there is neither a column nor an answer in `given`."""
    keys: dict[int, str] = {}
    problems: list[Problem] = []
    for cell in table.headings:
        if cell.text.startswith(ASIDE):
            keys[cell.column] = ""
            continue
        key = key_of(collection, cell.text)
        if key is None or _is_of_another_row(collection, key):
            key = None
            problems.append(_unknown(table, collection, cell))
        elif key in keys.values():
            problems.append(TABLE_002_TWICE.at(cell.place(table.name), found=cell.text))
        keys[cell.column] = key or ""
    problems += [*_without(table, keys), *_missing(table, collection, keys, given)]
    parts = list(_beside_parts(table, keys))
    return keys | {problem.column: "" for problem in parts}, [*problems, *parts]


def key_of(collection: str, heading: str) -> str | None:
    """The dotted key that a heading means: a key (`sources.0.url`), a label (`First day`), one with a number (`Source 2:
    address`) or with a language (`Title in other languages: Thai`); None where it means none."""
    text = " ".join(heading.replace("*", " ").split())
    known = _spellings(collection).get(text.casefold())
    if known is not None:
        return known
    numbered = _NUMBERED.fullmatch(text)
    if numbered and (key := _spellings(collection).get(f"{numbered[1]}: {numbered[3]}".casefold())) and ".0." in key:
        path = key.replace(".0.", f".{max(0, int(numbered[2]) - 1)}.", 1)
        return path if key_in(collection, path) else None
    label, _, language = text.rpartition(": ")
    by_language = key_in(collection, _spellings(collection).get(label.casefold()) or "-")
    if by_language and by_language.type == BY_LANGUAGE and (tag := LISTS["languages"].meant_by(language)):
        return f"{by_language.name}.{tag}"
    named = key_in(collection, text)
    return text if named and named.type != GROUP else None


def _spellings(collection: str) -> Mapping[str, str]:
    leaves = leaves_of(collection)
    return {ID: ID} | {leaf.label.casefold(): leaf.path for leaf in leaves} | {leaf.path: leaf.path for leaf in leaves}


def _is_of_another_row(collection: str, key: str) -> bool:
    """Whether a key is of a second member of a list, where each row is a member."""
    members = COLLECTIONS[collection].rows_are
    return bool(members) and key.startswith(f"{members}.") and not key.startswith(f"{members}.0.")


def _unknown(table: Table, collection: str, cell: Cell) -> Problem:
    leaves = leaves_of(collection)
    near = nearest(cell.text, [*(leaf.label for leaf in leaves), ID, *(leaf.path for leaf in leaves)]) or ""
    return KEY_001_HEADING.at(cell.place(table.name), found=cell.text, near=near, aside=ASIDE)


def _without(table: Table, keys: Mapping[int, str]) -> Iterator[Problem]:
    known = set(keys)
    for row in table.rows:
        for column, cell in row.cells.items():
            if column not in known:
                known.add(column)
                yield TABLE_002.at(cell.place(table.name), found=cell.text)


def _beside_parts(table: Table, keys: Mapping[int, str]) -> Iterator[Problem]:
    cells = {keys[cell.column]: cell for cell in reversed(table.headings)}
    for key, cell in cells.items():
        whole = next((cells[key[:end]] for end, sign in enumerate(key) if sign == "." and key[:end] in cells), None)
        if whole and not table.is_agenda:
            yield TABLE_002_PART.at(cell.place(table.name), found=cell.text, other=f"{whole.where} ({whole.text})")


def _missing(table: Table, collection: str, keys: Mapping[int, str], given: Mapping[str, str]) -> Iterator[Problem]:
    # An agenda in which nothing can become a record has no columns at all.
    for leaf in leaves_of(collection) if table.headings else ():
        if leaf.required and leaf.path not in keys.values() and leaf.path not in given:
            place = Place(table.name, table.headings[0].row, key=leaf.path)
            yield KEY_002_COLUMN.at(place, key=leaf.path, label=leaf.label)
