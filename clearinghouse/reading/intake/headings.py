"""Headings: which column of a table is which key of a record."""

import re
from collections.abc import Iterator, Mapping

from clearinghouse.problems.problem import Problem
from clearinghouse.reading.intake.tables import ASIDE, Cell, Table
from clearinghouse.records.keys.key import BY_LANGUAGE, GROUP
from clearinghouse.records.keys.lists import LISTS
from clearinghouse.records.written.keys import key_in, leaves_of
from clearinghouse.vocabulary.nearest import nearest

ID = "id"
_NUMBERED = re.compile(r"(.+?) (\d+): (.+)")


def keys_of(table: Table, collection: str, given: Mapping[str, str]) -> tuple[dict[int, str], list[Problem]]:
    """The key of each column, by its number; and what is wrong with the headings: unknown ones, one that stands twice,
    columns without one, and keys that every record needs and for which there is neither a column nor an answer in `given`."""
    keys: dict[int, str] = {}
    problems: list[Problem] = []
    for cell in table.headings:
        if cell.text.startswith(ASIDE):
            keys[cell.column] = ""
            continue
        key = key_of(collection, cell.text)
        if key is None:
            problems.append(_unknown(table, collection, cell))
        elif key in keys.values():
            problems.append(
                Problem(table.told, cell.row, cell.column, "TABLE-002", cell.where, cell.text, "each heading once", "join the two columns")
            )
        keys[cell.column] = key or ""
    return keys, [*problems, *_without(table, keys), *_missing(table, collection, keys, given)]


def key_of(collection: str, heading: str) -> str | None:
    """The dotted key that a heading means: a key (`sources.0.url`), a label (`First day`), one with a number (`Source 2:
    address`) or with a language (`Title in other languages: Thai`); None where it means none."""
    text = " ".join(heading.replace("*", " ").split())
    known = _spellings(collection).get(text.casefold())
    if known is not None:
        return known
    numbered = _NUMBERED.fullmatch(text)
    if numbered and (key := _spellings(collection).get(f"{numbered[1]}: {numbered[3]}".casefold())) and ".0." in key:
        return key.replace(".0.", f".{max(0, int(numbered[2]) - 1)}.", 1)
    label, _, language = text.rpartition(": ")
    by_language = key_in(collection, _spellings(collection).get(label.casefold()) or "-")
    if by_language and by_language.type == BY_LANGUAGE and (tag := LISTS["languages"].meant_by(language)):
        return f"{by_language.name}.{tag}"
    named = key_in(collection, text)
    return text if named and named.type != GROUP else None


def _spellings(collection: str) -> Mapping[str, str]:
    leaves = leaves_of(collection)
    return {ID: ID} | {leaf.label.casefold(): leaf.path for leaf in leaves} | {leaf.path: leaf.path for leaf in leaves}


def _unknown(table: Table, collection: str, cell: Cell) -> Problem:
    near = nearest(cell.text, _spellings(collection))
    fix = f"did you mean `{near}`?" if near else f"correct it; or write {ASIDE} before it, and the column is left out"
    allowed = "a heading of the template, or a key of _example.yml of the folder"
    return Problem(table.told, cell.row, cell.column, "KEY-001", cell.where, cell.text, allowed, fix)


def _without(table: Table, keys: Mapping[int, str]) -> Iterator[Problem]:
    told: set[int] = set()
    for row in table.rows:
        for column, cell in row.cells.items():
            if column not in keys and column not in told:
                told.add(column)
                fix = "write a heading above it, or empty the column"
                yield Problem(table.told, cell.row, cell.column, "TABLE-002", cell.where, cell.text, "a heading above each column", fix)


def _missing(table: Table, collection: str, keys: Mapping[int, str], given: Mapping[str, str]) -> Iterator[Problem]:
    for leaf in leaves_of(collection):
        if leaf.required and leaf.path not in keys.values() and leaf.path not in given:
            allowed = f"a column `{leaf.label}` ({leaf.path})"
            fix = f"add it; or give one answer for all rows: --set {leaf.path}=…"
            yield Problem(table.told, table.headings[0].row, 1, "KEY-002", leaf.path, "", allowed, fix)
