"""Folding: content lines of iCalendar, broken as RFC 5545 §3.1 wants them, at 75 octets and between characters."""

from collections.abc import Iterable

MOST = 75
_CONTINUED = b"\r\n "


def folded(lines: Iterable[str]) -> bytes:
    """The lines in UTF-8, each ended by CRLF and folded where it is too long.

    icalendar folds as well, letter by letter; this takes a tenth of its time, which is most of the time of an agenda.
    """
    return b"".join(_folded(line.encode()) + b"\r\n" for line in lines if line)


def _folded(line: bytes) -> bytes:
    if len(line) <= MOST:
        return line
    pieces, at, room = [], 0, MOST
    while len(line) - at > room:
        end = at + room
        while line[end] & 0xC0 == 0x80:  # inside a character of several octets
            end -= 1
        end -= line[end - 1] == 0x5C  # some calendars lose what a backslash escapes on the next line
        pieces.append(line[at:end])
        at, room = end, MOST - 1
    pieces.append(line[at:])
    return _CONTINUED.join(pieces)
