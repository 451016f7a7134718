"""Content lines: the bytes of an agenda become its properties, each with its line; what is no property becomes a problem.

Lines are unfolded before they are decoded, since some programs fold inside a character (RFC 5545 §3.1).
"""

import base64
import binascii
import quopri
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from icalendar.parser import Contentline, Parameters

from clearinghouse.problems.files import FILE_001_AGENDA
from clearinghouse.problems.intake.agendas import ICS_001, ICS_001_CODED
from clearinghouse.problems.problem import Place, Problem

_MARK = b"\xef\xbb\xbf"
_NAME = re.compile(r"[A-Za-z0-9-]+(?=[;:])")
_OLD = re.compile(rb"^VERSION:1\.0\s*$", re.MULTILINE)
"""vCalendar 1.0, which keeps the white space at a fold, and breaks quoted-printable lines with `=`."""
_BARE = re.compile(r";(QUOTED-PRINTABLE|BASE64|7BIT|8BIT)(?=[;:])", re.IGNORECASE)
"""What vCalendar 1.0 writes for `ENCODING=…`."""
_QUOTED = re.compile(rb"[^:]*;(?:ENCODING=)?QUOTED-PRINTABLE[;:]", re.IGNORECASE)
_CHARSET = re.compile(rb"[^:]*;CHARSET=\"?([A-Za-z0-9-]+)", re.IGNORECASE)
_CHARSETS = re.compile(r"utf-8|us-ascii|iso-8859-\d{1,2}|windows-\d{3,4}|tis-620", re.IGNORECASE)
_TEXTS = frozenset(["SUMMARY", "DESCRIPTION", "LOCATION", "CATEGORIES", "COMMENT"])
"""Whose BASE64 is a text; that of others is an attachment."""


@dataclass(frozen=True, slots=True)
class Property:
    """A property of a component. line: where it begins; name: in capitals; params: by name in capitals; value: as it is
    escaped in the file, in the text that an encoding of vCalendar stands for."""

    line: int
    name: str
    params: Mapping[str, str]
    value: str


def content_lines(table: str, content: bytes) -> Iterator[Property | Problem]:
    """The properties of an agenda in their order, BEGIN and END among them. table: as problems name the file."""
    for number, line in _unfolded(content.removeprefix(_MARK)):
        try:
            text = line.decode(_charset(_CHARSET.match(line)))
        except UnicodeDecodeError as error:
            yield FILE_001_AGENDA.at(Place(table, number), found=f"the byte {line[error.start]:02X}")
            continue
        yield _property(Place(table, number), text)


def _unfolded(content: bytes) -> Iterator[tuple[int, bytes]]:
    """Logical lines with the numbers of their first. Empty ones hold nothing."""
    keeps_space = bool(_OLD.search(content))
    begins, pieces, is_quoted = 0, list[bytes](), False
    for number, piece in enumerate(content.splitlines(), start=1):  # of bytes: at CR and LF alone
        if is_quoted and pieces[-1].endswith(b"="):
            pieces[-1] = pieces[-1][:-1]
            pieces.append(piece)
        elif pieces and piece[:1] in (b" ", b"\t"):
            pieces.append(piece if keeps_space else piece[1:])
        elif piece.strip():
            if pieces:
                yield begins, b"".join(pieces)
            begins, pieces, is_quoted = number, [piece], bool(_QUOTED.match(piece))
    if pieces:
        yield begins, b"".join(pieces)


def _charset(match: re.Match[bytes] | None) -> str:
    """The named character set, where it is one of those that old programs wrote; else UTF-8."""
    name = match[1].decode() if match else ""
    return name if _CHARSETS.fullmatch(name) else "utf-8"


def _property(place: Place, text: str) -> Property | Problem:
    line = Contentline(_BARE.sub(r";ENCODING=\1", text, count=1) if ";" in text else text)
    end = line.value_separator_index()
    if end < 0 or not _NAME.match(line):
        return ICS_001.at(place, found=text)
    name, _, written = line[:end].partition(";")
    try:
        params = {key: value if isinstance(value, str) else ",".join(value) for key, value in Parameters.from_ical(written).items()}
    except ValueError:
        return ICS_001.at(place, found=text)
    read = Property(place.line, name.upper(), params, line[end + 1 :])
    encoding = params.get("ENCODING", "").upper()
    try:
        return _decoded(read, encoding)
    except (UnicodeError, LookupError, binascii.Error):
        return ICS_001_CODED.at(place, found=text, encoding=encoding)


def _decoded(read: Property, encoding: str) -> Property:
    """The property with what its value stands for. A line break of a text is escaped again, as iCalendar has it."""
    if encoding == "QUOTED-PRINTABLE":
        content = quopri.decodestring(read.value.encode())
    elif encoding in ("BASE64", "B") and read.name in _TEXTS:
        content = base64.b64decode("".join(read.value.split()), validate=True)
    else:
        return read
    text = content.decode(read.params.get("CHARSET", "utf-8") if _CHARSETS.fullmatch(read.params.get("CHARSET", "")) else "utf-8")
    return Property(read.line, read.name, read.params, re.sub(r"\r\n?|\n", r"\\n", text))
