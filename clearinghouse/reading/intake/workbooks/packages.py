"""Packages: the bytes of an .xlsx file are opened. What could run, grow or lie is refused.

A workbook is a zip of XML: before anything reads it, its size unpacked is held against a bound (zip stops where its
own directory says the end is), and no part may declare entities or come in another encoding than UTF-8.
"""

import io
import re
import warnings
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from xml.etree.ElementTree import iterparse  # no part declares entities

import openpyxl
from openpyxl.cell.text import Text
from openpyxl.packaging.relationship import Relationship, get_dependents
from openpyxl.reader.excel import ExcelReader
from openpyxl.xml.constants import SHARED_STRINGS, SHEET_MAIN_NS

from clearinghouse.problems.intake.tables import TABLE_001_ENTITIES, TABLE_001_UNPACKED
from clearinghouse.problems.problem import Place, Refusal

LARGEST_UNPACKED, MOST_PARTS = 60_000_000, 500
_ENCODING = re.compile(rb"""^(?:\xef\xbb\xbf)?\s*<\?xml[^>]*?encoding\s*=\s*["']([^"']*)["']""")
_STRING = f"{{{SHEET_MAIN_NS}}}si"


@dataclass(frozen=True)
class Package:
    """An open workbook. book: as openpyxl reads it; archive: its parts; paths: those of its sheets, by their names."""

    book: openpyxl.Workbook
    archive: zipfile.ZipFile
    paths: Mapping[str, str]

    def companions(self, sheet: str) -> Iterator[Relationship]:
        """What belongs to a sheet beside its own part: comments, drawings, links."""
        folder, _, part = self.paths[sheet].rpartition("/")
        path = f"{folder}/_rels/{part}.rels"
        if path in self.archive.namelist():
            yield from get_dependents(self.archive, path)


class _Reader(ExcelReader):
    """openpyxl's reader, but for its strings: it would take every `x005F_` away, and `_x005F_x000D_` means `_x000D_`."""

    def read_strings(self) -> None:
        package: Any = self.package
        part = package.find(SHARED_STRINGS)
        if part is not None:
            with self.archive.open(part.PartName[1:]) as source:
                self.shared_strings = list(_strings(source))


def _strings(source: Any) -> Iterator[str]:
    node: Any
    for _, node in iterparse(source):
        if node.tag == _STRING:
            text: Any = Text.from_tree(node)
            yield text.content
            node.clear()


def opened(name: str, content: bytes) -> Package:
    """The workbook that the bytes are. Raises Refusal, or whatever openpyxl raises where it is broken."""
    _refuse_suspicious(name, content)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # openpyxl warns of what it leaves out: styles, drop-downs, pictures
        reader = _Reader(io.BytesIO(content), read_only=True, keep_links=False)
        reader.read()
    return Package(reader.wb, reader.archive, {sheet.name: relation.target for sheet, relation in reader.parser.find_sheets()})


def _refuse_suspicious(name: str, content: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        listed = parts.infolist()
        if len(listed) > MOST_PARTS or sum(part.file_size for part in listed) > LARGEST_UNPACKED:
            most = f"{LARGEST_UNPACKED // 1_000_000} MB"
            raise Refusal(TABLE_001_UNPACKED.at(Place(name), found="a workbook that grows when it is opened", most=most))
        for part in listed:
            if part.filename.casefold().endswith((".xml", ".rels", ".vml")):
                text = parts.read(part)
                encoding = _ENCODING.match(text)
                is_plain = b"\0" not in text and (encoding is None or encoding[1].lower() in (b"utf-8", b"us-ascii"))
                if not is_plain or b"<!DOCTYPE" in text or b"<!ENTITY" in text:
                    raise Refusal(TABLE_001_ENTITIES.at(Place(name), found=part.filename))
