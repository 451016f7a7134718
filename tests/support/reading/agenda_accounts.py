"""Accounts: what a calendar file holds, read by vobject, held against what `chm import` wrote and said of it.

Nothing here knows how the clearing house reads a calendar: lines, encodings, days and hours are taken from the file anew.
"""

import html
import quopri
import re
import unicodedata
from base64 import b64decode
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from hashlib import sha256
from typing import Any
from zoneinfo import ZoneInfo, available_timezones

import nh3
from dateutil.parser import isoparse
from vobject import base

from clearinghouse.vocabulary.audiences import AUDIENCES
from clearinghouse.vocabulary.topics import TOPICS

Report = Sequence[Mapping[str, Any]]
Records = Sequence[Mapping[str, Any]]
LABELS = {term.label: term.id for term in (*AUDIENCES, *TOPICS)}
STATUSES = {"confirmed": "confirmed", "cancelled": "cancelled", "tentative": "announced"}
DURATION = re.compile(r"\+?P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?")
ENVELOPE = {"DTSTAMP", "PRODID", "VERSION"}
"""What RFC 5545 wants of every file, and what says nothing of an event."""
ONCE = {"DTSTART", "DTEND", "DURATION", "RRULE"}
"""Of which a second one that says the same to the letter says nothing more."""
COUNTED = re.compile(r"([A-Z0-9-]+)(?: \(([\d,]+)\))?")


@dataclass
class Piece:
    """A property: line, name in capitals, parameters in capitals, and its value as it is escaped."""

    line: int
    name: str
    params: Mapping[str, str]
    value: str


@dataclass
class Group:
    """A component. begin, end: its first and last line."""

    name: str
    begin: int
    end: int = 0
    pieces: list[Piece] = field(default_factory=list)
    groups: list["Group"] = field(default_factory=list)
    around: "Group | None" = None

    def first(self, name: str) -> str:
        """The value of its first property of that name, or nothing."""
        return next((piece.value for piece in self.pieces if piece.name == name), "")

    def all_groups(self) -> Iterator["Group"]:
        """It, and all that it holds."""
        yield self
        for group in self.groups:
            yield from group.all_groups()


def unaccounted(content: bytes, report: Report, records: Records) -> list[str]:
    """What stands in the file, and neither in a record nor in a problem or warning. Empty where all is accounted for.

    report: the problems of `--format json`; records: the plain data of what was written.
    """
    if any(problem["code"].startswith(("TABLE-001", "FILE")) for problem in report):
        return []  # the file was refused as a whole
    root, broken = groups_of(content)
    errors = {problem["line"] for problem in report if problem["severity"] == "error"}
    lines = {problem["line"] for problem in report}
    missing = [f"line {line} is no property, and no error" for line in broken if line not in errors]
    if not records and any(piece.line in errors for group in root.all_groups() if group.name == "VCALENDAR" for piece in group.pieces):
        return missing  # what is wrong above the events refuses all of them
    names = left_out_names(report)
    loose: dict[str, int] = {}
    for group in root.all_groups():
        if is_refused(group, errors, report):
            continue
        once = {(piece.name, piece.value, *piece.params.items()) for piece in group.pieces if piece.name in ONCE and piece.line in lines}
        for piece in group.pieces:
            if (piece.name, piece.value, *piece.params.items()) in once:
                continue
            own_zone = group.name == "VCALENDAR" and piece.name == "X-WR-TIMEZONE" and piece.value == group.first(piece.name)
            if piece.name not in ENVELOPE and not own_zone and piece.line not in lines and not is_written(piece, group, report, records):
                loose[piece.name] = loose.get(piece.name, 0) + 1
        if group.name == "VEVENT" and not any(is_record_of(group, record) for record in records):
            missing.append(f"the event of line {group.begin} is in no record")
        for part in group.groups:
            if part.name not in ("VCALENDAR", "VEVENT") and part.begin not in errors:
                loose[part.name] = loose.get(part.name, 0) + 1
    missing += [f"{count} of {name}, {names.get(name, 0)} named" for name, count in loose.items() if count > names.get(name, 0)]
    return missing


def groups_of(content: bytes) -> tuple[Group, list[int]]:
    """All that a file holds inside a group without a name, and the lines that vobject cannot read."""
    root, broken = Group("", 1), []
    group = root
    last = 1
    for at, line in unfolded(content.removeprefix(b"\xef\xbb\xbf").decode("utf-8", "surrogateescape")):
        last = at
        try:
            name, params, value, _ = base.parseLine(line, at)
        except base.ParseError:
            broken.append(at)
            continue
        name = name.upper()
        if name == "BEGIN":
            group.groups.append(Group(value.strip().upper(), at, around=group))
            group = group.groups[-1]
        elif name == "END":
            ended: Group | None = group
            while ended and ended.name != value.strip().upper():
                ended = ended.around
            if ended and ended.around:
                ended.end, group = at, ended.around
        else:
            by_name = {param[0].upper(): ",".join(param[1:]) for param in params}
            group.pieces.append(Piece(at, name, by_name, decoded(value, by_name)))
    for other in root.all_groups():
        other.end = other.end or last
    begins = sorted(other.begin for other in root.all_groups())
    for other in root.all_groups():
        # What is wrong behind an event, and before anything else begins, is counted as wrong with it.
        other.end = next((begin - 1 for begin in begins if begin > other.end), other.end + 3 if other.name == "VEVENT" else other.end)
    return root, broken


def unfolded(text: str) -> Iterator[tuple[int, str]]:
    """Lines with their numbers, put together where they were folded or broken as quoted-printable."""
    begin, whole = 0, ""
    for number, line in enumerate(re.sub(r"\r\n?", "\n", text).split("\n"), start=1):
        is_soft = whole.endswith("=") and "quoted-printable" in whole.lower()
        if is_soft or (begin and line.startswith((" ", "\t"))):
            whole += f"\n{line}" if is_soft else line[1:]
        elif line.strip():
            if begin:
                yield begin, whole
            begin, whole = number, line
    if begin:
        yield begin, whole


def decoded(value: str, params: Mapping[str, str]) -> str:
    """What a value of vCalendar 1.0 stands for."""
    content = value.encode("utf-8", "surrogateescape")
    encoding = params.get(
        "ENCODING", "QUOTED-PRINTABLE" if "QUOTED-PRINTABLE" in params else "BASE64" if "BASE64" in params else ""
    ).upper()
    if encoding == "QUOTED-PRINTABLE":
        content = quopri.decodestring(content)
    elif encoding in ("BASE64", "B"):
        with suppress(ValueError):
            content = b64decode(content)
    return content.decode(params.get("CHARSET", "utf-8"), "replace")


def left_out_names(report: Report) -> dict[str, int]:
    """How many of which name the warnings say are left out."""
    names: dict[str, int] = {}
    for problem in report:
        if problem["code"] != "ICS-002":
            continue
        if problem["fix"].startswith("nothing to do"):
            listed = problem["fix"].partition(": ")[2]
            names |= {match[1]: int((match[2] or "1").replace(",", "")) for match in COUNTED.finditer(listed)}
        else:
            lines = re.search(r"left out in lines? ([\d, ]+?)(?: and ([\d,]+) more)?(?::|, as|$)", problem["fix"])
            assert lines, problem["fix"]
            names[problem["key"]] = len(lines[1].split(",")) + int((lines[2] or "0").replace(",", ""))
    return names


def is_refused(group: Group, errors: set[int], report: Report) -> bool:
    """Whether what holds the group, or it, was refused as a whole: for an error in it, or for a later version of it."""
    while group.around:
        is_whole = group.name not in ("VCALENDAR", "VEVENT")
        if is_whole or (group.name == "VEVENT" and any(group.begin <= line <= group.end for line in errors)):
            return True
        uids = [piece.line for piece in group.pieces if piece.name == "UID"]
        if any(problem["code"] == "ICS-005" and problem["line"] in uids for problem in report):
            return True
        group = group.around
    return False


def is_record_of(event: Group, record: Mapping[str, Any]) -> bool:
    """Whether a record has the title of the event."""
    titles = [record["title"], *record.get("title_local", {}).values()]
    return squeezed(text_of(event.first("SUMMARY"))) in [squeezed(title) for title in titles]


def is_written(piece: Piece, event: Group, report: Report, records: Records) -> bool:
    """Whether the value of a property is in a record of its event."""
    if not piece.value.strip():
        return True  # it holds nothing
    if piece.name == "METHOD" and piece.value == "CANCEL":
        return all(record["status"] == "cancelled" for record in records)
    if event.name != "VEVENT":
        return False
    own = [record for record in records if is_record_of(event, record)]
    return any(says(record, piece, event, report) for record in own)


def says(record: Mapping[str, Any], piece: Piece, event: Group, report: Report) -> bool:
    """Whether a record says what the property says."""
    texts = " ".join(strings_of(record))
    match piece.name:
        case "SUMMARY" | "LOCATION" | "DESCRIPTION" | "X-ALT-DESC":
            return squeezed(text_of(piece.value)) in squeezed(texts)
        case "CATEGORIES":
            members = [text_of(member) for member in re.split(r"(?<!\\),", piece.value)]
            return all(squeezed(member) in squeezed(texts) or LABELS.get(member, "-") in texts for member in members)
        case "URL":
            return piece.value.strip() in texts
        case "STATUS":
            return record["status"] in (STATUSES.get(piece.value.strip().lower()), "cancelled", "postponed")
        case "DTSTART":
            start = local(piece, event, record)
            has_time = "time" not in record or f"{start:%H:%M}" == record["time"]["from"]
            return f"{start:%Y-%m-%d}" == str(record["starts"]) and has_time
        case "DTEND" | "DURATION":
            return is_end(record, piece, event)
        case "RRULE":
            count = re.search(r"COUNT=(\d+)", piece.value)
            first, last = (date.fromisoformat(day) for day in (record["starts"], record.get("ends", record["starts"])))
            return not count or (last - first).days + 1 == int(count[1]) or int(count[1]) == 1
        case "UID":
            remembered = record.get("imported", {}).get("event") == sha256(piece.value.strip().encode()).hexdigest()[:16]
            return remembered or f"/{record.get('id', '-')}@" in piece.value
    return False


def is_end(record: Mapping[str, Any], piece: Piece, event: Group) -> bool:
    """Whether the last day and the end of the hours are those of the property; without a time, the day before midnight."""
    start = next(local(other, event, record) for other in event.pieces if other.name == "DTSTART")
    if match := DURATION.fullmatch(piece.value.strip()):
        weeks, days, hours, minutes, seconds = (int(part or 0) for part in match.groups())
        end = start + timedelta(weeks * 7 + days, hours=hours, minutes=minutes, seconds=seconds)
    else:
        end = local(piece, event, record)
    is_midnight = f"{end:%H:%M}" == "00:00"
    last = end.date() - timedelta(1) if is_midnight and end.date() > start.date() else end.date()
    has_days = "RRULE" in [other.name for other in event.pieces] or str(record.get("ends", record["starts"])) == f"{last}"
    has_hours = "time" not in record or record["time"]["to"] == ("23:59" if is_midnight else f"{end:%H:%M}")
    return has_days and has_hours and ("time" in record or is_midnight)


def local(piece: Piece, event: Group, record: Mapping[str, Any]) -> datetime:
    """A time as the clocks of the record's zone show it, or of the calendar's where the record has none."""
    at, own = isoparse(piece.value.strip()), piece.params.get("TZID", "")
    if own in available_timezones() and "time" in record:  # an end may be told in another zone than the start
        at = at.replace(tzinfo=at.tzinfo or ZoneInfo(own))
    zone = record.get("time", {}).get("zone") or (event.around.first("X-WR-TIMEZONE") if event.around else "")
    return at.astimezone(ZoneInfo(zone)).replace(tzinfo=None) if at.tzinfo and zone else at.replace(tzinfo=None)


def text_of(value: str) -> str:
    """A text free of escapes, tags and entities."""
    plain = re.sub(r"\\(.)", lambda match: "\n" if match[1] in "nN" else match[1], value)
    return html.unescape(nh3.clean(plain, tags=set())) if re.search(r"</?[A-Za-z][^<>]*>", plain) else html.unescape(plain)


def squeezed(text: str) -> str:
    """Its letters and digits alone."""
    return "".join(letter for letter in unicodedata.normalize("NFC", text).casefold() if letter.isalnum())


def strings_of(value: Any) -> Iterator[str]:
    """All texts of plain data."""
    if isinstance(value, Mapping):
        for member in value.values():
            yield from strings_of(member)
    elif isinstance(value, list):
        for member in value:
            yield from strings_of(member)
    else:
        yield str(value)
