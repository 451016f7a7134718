"""A second reader of tables: zipfile and lxml for workbooks, csv for CSV files, and nothing of the clearing house."""

import csv
import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from lxml import etree

SIGNS = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.|_.')
ESCAPE = re.compile("_x([0-9A-Fa-f]{4})_")
CONSTANT = re.compile(r'="(.*)"', re.DOTALL)
BUILT_IN = {
    14: "mm-dd-yy",
    15: "d-mmm-yy",
    16: "d-mmm",
    17: "mmm-yy",
    18: "h:mm",
    19: "h:mm:ss",
    20: "h:mm",
    21: "h:mm:ss",
    22: "m/d/yy h:mm",
}
"""Formats of days and hours that a workbook need not name (ECMA-376, 18.8.30)."""


class Cell(NamedTuple):
    """kind: text, number, day, flag, formula or error; precision: of a day, how many characters of its text are shown."""

    row: int
    column: int
    text: str
    kind: str = "text"
    precision: int = 10


class Area(NamedTuple):
    """A range of cells, by its first and last column and row."""

    left: int
    top: int
    right: int
    bottom: int
    sheet: str = ""

    @property
    def name(self) -> str:
        """As spreadsheets write it."""
        return f"{letters(self.left)}{self.top}:{letters(self.right)}{self.bottom}"

    def is_on(self, sheet: str, cell: Cell) -> bool:
        """Whether it holds a cell of that sheet."""
        return self.sheet == sheet and self.left <= cell.column <= self.right and self.top <= cell.row <= self.bottom


@dataclass
class Sheet:
    """rows: cells that hold something, by row and column; choices: from where its drop-downs are filled."""

    name: str
    rows: dict[int, dict[int, Cell]] = field(default_factory=dict)
    comments: dict[tuple[int, int], str] = field(default_factory=dict)
    links: dict[tuple[int, int], str] = field(default_factory=dict)
    merged: list[Area] = field(default_factory=list)
    choices: list[Area] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    drawings: int = 0


def of_csv(content: bytes) -> Sheet:
    """The rows of a CSV file, whose cells stand apart by what its first line has most of."""
    text = content.decode("utf-8-sig")
    sign = max(",;\t", key=text.split("\n")[0].count)
    rows = enumerate(csv.reader(io.StringIO(text, newline=""), delimiter=sign), start=1)
    return Sheet(
        "", _rows(Cell(number, column, _constant(cell.strip())) for number, row in rows for column, cell in enumerate(row, start=1))
    )


def of_xlsx(content: bytes) -> list[Sheet]:
    """The sheets of a workbook."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    book = _Book(parts)
    relations = book.relations("xl/workbook.xml")
    return [book.sheet(sheet.get("name"), relations[_id(sheet)][1]) for sheet in _all(etree.fromstring(parts["xl/workbook.xml"]), "sheet")]


def at(reference: str) -> tuple[int, int]:
    """The row and the column of `B7`."""
    column = 0
    for letter in reference.strip("$").rstrip("0123456789").rstrip("$"):
        column = column * 26 + ord(letter) - 64
    return int(re.sub(r"\D", "", reference)), column


def letters(column: int) -> str:
    """A column as spreadsheets name it."""
    return letters((column - 1) // 26) + chr(65 + (column - 1) % 26) if column else ""


class _Book:
    def __init__(self, parts: Mapping[str, bytes]) -> None:
        self.parts = parts
        strings = parts.get("xl/sharedStrings.xml")
        self.strings = [_text(entry) for entry in _all(etree.fromstring(strings), "si")] if strings else []
        styles = etree.fromstring(parts["xl/styles.xml"])
        codes = BUILT_IN | {int(entry.get("numFmtId")): entry.get("formatCode") for entry in _all(styles, "numFmt")}
        formats = next(iter(_all(styles, "cellXfs")), ())
        self.formats = [SIGNS.sub("", codes.get(int(entry.get("numFmtId", 0)), "")).lower() for entry in formats]

    def relations(self, path: str) -> dict[str, tuple[str, str]]:
        """The kind and the target of each relation of a part, by its id."""
        folder, _, name = path.rpartition("/")
        content = self.parts.get(f"{folder}/_rels/{name}.rels")
        return {
            entry.get("Id"): (
                entry.get("Type").rpartition("/")[2],
                _target(folder, entry.get("Target"), entry.get("TargetMode") == "External"),
            )
            for entry in (etree.fromstring(content) if content else ())
        }

    def sheet(self, name: str, path: str) -> Sheet:
        """A sheet with all that belongs to it."""
        root, relations = etree.fromstring(self.parts[path]), self.relations(path)
        sheet = Sheet(name, _rows(self.cell(entry) for entry in _all(root, "c")))
        sheet.hidden_rows = {int(entry.get("r")) for entry in _all(root, "row") if entry.get("hidden") in ("1", "true")}
        for entry in _all(root, "col"):
            sheet.hidden_columns |= (
                set(range(int(entry.get("min")), int(entry.get("max")) + 1)) if entry.get("hidden") in ("1", "true") else set()
            )
        sheet.merged = [_area(entry.get("ref")) for entry in _all(root, "mergeCell")]
        sheet.choices = [
            _area(text.rpartition("!")[2], text.rpartition("!")[0])
            for entry in _all(root, "formula1")
            if "!" in (text := "".join(entry.itertext()))
        ]
        sheet.links = {at(entry.get("ref").split(":")[0]): relations[_id(entry)][1] for entry in _all(root, "hyperlink") if _id(entry)}
        for kind, target in relations.values():
            sheet.drawings += kind == "drawing"
            if kind == "comments":
                sheet.comments |= {at(entry.get("ref")): _text(entry) for entry in _all(etree.fromstring(self.parts[target]), "comment")}
        return sheet

    def cell(self, entry: Any) -> Cell:
        """A cell as it is shown."""
        row, column = at(entry.get("r"))
        kind, value = entry.get("t", "n"), next((child.text or "" for child in _all(entry, "v")), "")
        formula = next((f"={child.text or ''}" for child in _all(entry, "f")), "")
        if formula:
            return Cell(row, column, _constant(formula), "text" if CONSTANT.fullmatch(formula) else "formula")
        if kind in ("s", "inlineStr", "str"):
            text = self.strings[int(value)] if kind == "s" else _text(entry) if kind == "inlineStr" else value
            return Cell(row, column, _constant(text.strip()))
        if kind in ("b", "e"):
            return Cell(row, column, {"1": "true", "0": "false"}.get(value, value), "flag" if kind == "b" else "error")
        signs = self.formats[int(entry.get("s", 0))] if self.formats else ""
        if not value or not set(signs) & set("ydhbm"):
            return Cell(row, column, value, "number")
        when = datetime(1899, 12, 30) + timedelta(seconds=round(float(value) * 86400))
        if "h" in signs and not set(signs) & set("ydb"):
            return Cell(row, column, f"{when:%H:%M}", "day", 5)
        return Cell(row, column, f"{when:%Y-%m-%d}", "day", 10 if "d" in signs else 7 if "m" in signs else 4)


def _rows(cells: Iterable[Cell]) -> dict[int, dict[int, Cell]]:
    rows: dict[int, dict[int, Cell]] = {}
    for cell in cells:
        if cell.text:
            rows.setdefault(cell.row, {})[cell.column] = cell
    return rows


def _all(root: Any, name: str) -> Iterator[Any]:
    return (entry for entry in root.iter() if isinstance(entry.tag, str) and etree.QName(entry).localname == name)


def _id(entry: Any) -> str:
    return next((value for name, value in entry.attrib.items() if name.endswith("}id")), "")


def _text(entry: Any) -> str:
    """What is written in it, without hints how to say it."""
    texts = (text.text or "" for text in _all(entry, "t") if etree.QName(text.getparent()).localname != "rPh")
    return ESCAPE.sub(lambda match: chr(int(match[1], 16)), "".join(texts))


def _constant(text: str) -> str:
    match = CONSTANT.fullmatch(text)
    return match[1].replace('""', '"') if match else text


def _area(cells: str, sheet: str = "") -> Area:
    first, _, last = cells.partition(":")
    (top, left), (bottom, right) = at(first), at(last or first)
    return Area(left, top, right, bottom, sheet.strip("'"))


def _target(folder: str, target: str, is_outside: bool) -> str:
    if is_outside or target.startswith("/"):
        return target.removeprefix("/") if not is_outside else target
    return str(re.sub(r"[^/]+/\.\./", "", f"{folder}/{target}"))
