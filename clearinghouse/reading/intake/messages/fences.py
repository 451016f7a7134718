"""Fences: a text with whatever a mail program did to it comes in, the data between each BEGIN and END leave, as they were sent.

Lines may be quoted (`> `), wrapped, indented or ended otherwise, spaces may be of any kind, and more may stand around. The same
message quoted twice counts once. The work grows with the length of the text, whatever stands in it.
"""

import base64
import binascii
import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from clearinghouse.problems.intake.messages import MSG_001, MSG_001_CUT, MSG_002
from clearinghouse.problems.problem import Place, Problem
from clearinghouse.records.written.messages.message import BEGIN, END, VERSION
from clearinghouse.records.written.messages.sums import sum_of

LONGEST = 1_000_000
"""Characters of a text that are read; the form's longest record has a tenth."""
_QUOTE = re.compile(r"^[\s>|]+", re.MULTILINE)
_UNSEEN = ("Cc", "Cf", "Zs", "Zl", "Zp")
_BEGIN, _END = BEGIN.replace(" ", ""), END.replace(" ", "")
_VERSION = re.compile(r"([0-9]{1,4})\]")
_CONTENT = re.compile(r"([A-Za-z0-9+/]+):SHA.?256:([0-9A-Fa-f]+)\[")


class Fence(NamedTuple):
    """The data of a message, whole. before: the text above it, from the end of the fence before it, without blanks."""

    content: bytes
    before: str


def fences(text: str) -> Iterator[Fence | Problem]:
    """All that stand in a text, or what is wrong with them, in their order."""
    bare = _QUOTE.sub("", text[:LONGEST])
    squashed = bare.translate({ord(letter): None for letter in set(bare) if unicodedata.category(letter) in _UNSEEN})
    first, *parts = squashed.split(_BEGIN)
    before, known = first, set[bytes]()
    for part in parts:
        fence = _read(part.partition(_END), before)
        before = part.partition(_END)[2]
        if isinstance(fence, Fence):
            if fence.content in known:
                continue
            known.add(fence.content)
        yield fence


def _read(part: tuple[str, str, str], before: str) -> Fence | Problem:
    inside, end, _ = part
    version = _VERSION.match(inside)
    if not end or not version:
        return MSG_001_CUT.at(Place(""))
    if int(version[1]) != VERSION:
        return MSG_002.at(Place(""), known=str(VERSION), version=version[1])
    match = _CONTENT.fullmatch(inside, version.end())
    if not match:
        return MSG_001.at(Place(""))
    try:
        content = base64.b64decode(match[1] + "=" * (-len(match[1]) % 4), validate=True)
    except binascii.Error:
        return MSG_001.at(Place(""))
    return Fence(content, before) if sum_of(content) == match[2].lower() else MSG_001.at(Place(""))
