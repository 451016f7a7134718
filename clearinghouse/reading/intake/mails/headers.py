"""Headers of a mail: a parsed message comes in; addresses, subject, numbers and file names leave as plain texts."""

import re
from collections.abc import Iterator
from email.errors import MessageError
from email.message import EmailMessage
from typing import Any

from clearinghouse.problems.problem import visible

LONGEST_HEADER = 4_000
"""Characters of a header that is taken apart; the work grows with more than its length."""
BROKEN = (MessageError, ArithmeticError, AssertionError, AttributeError, LookupError, RecursionError, TypeError, ValueError)
"""What the reader of mails raises where a header or a part is spoilt."""
_NUMBER = re.compile(r"<([^<>\s]{3,400})>")
_ADDRESS = re.compile(r"[^\s@<>(),;:\"\\\[\]]{1,64}@[^\s@<>(),;:\"\\\[\]]{1,253}")
_LONGEST_NAME = 120


def raw(message: EmailMessage, name: str) -> Iterator[str]:
    """The headers of a name, as they stand there, from the top."""
    for known, value in message.raw_items():
        if known.casefold() == name:
            yield str(value)


def is_heavy(message: EmailMessage) -> bool:
    """Whether a part has a header that is too long to be taken apart, of those that say what it is."""
    names = ("content-type", "content-disposition", "content-transfer-encoding", "mime-version")
    return any(len(value) > LONGEST_HEADER for name in names for value in raw(message, name))


def header(message: EmailMessage, name: str) -> str:
    """A header that stands there once or more, the first one decoded; empty where there is none that can be read."""
    first = next(raw(message, name), "")
    if not first or len(first) > LONGEST_HEADER:
        return ""
    try:
        return _clean(str(message[name]))
    except BROKEN:
        return _clean(first)


def address_in(message: EmailMessage, name: str) -> str:
    """The one address that a header names; empty where it names none or several, or stands there twice."""
    values = list(raw(message, name))
    if len(values) != 1 or len(values[0]) > LONGEST_HEADER:
        return ""
    try:
        addresses: Any = message[name].addresses
        (address,) = {str(address.addr_spec) for address in addresses}
    except BROKEN:
        return ""
    return address if _ADDRESS.fullmatch(address) else ""


def numbers_in(message: EmailMessage, name: str) -> tuple[str, ...]:
    """The numbers of messages that a header names: Message-ID, In-Reply-To, References (RFC 5322 §3.6.4)."""
    text = " ".join(raw(message, name))[:20_000]
    return tuple(_NUMBER.findall(text))


def file_name(part: EmailMessage) -> str:
    """The name of an attachment without folders, as it may be printed; empty where it has none."""
    try:
        name = part.get_filename() or ""
    except BROKEN:
        return ""
    name = visible(_clean(str(name)).replace("\\", "/").rpartition("/")[2].strip())
    stem, dot, ending = name.rpartition(".")
    return name if len(name) <= _LONGEST_NAME else f"{stem[: _LONGEST_NAME - 12]}{dot}{ending[:10]}"


def _clean(text: str) -> str:
    """A text on one line, without what stands for bytes of no encoding."""
    return " ".join(text.encode("utf-8", "replace").decode("utf-8").split())
