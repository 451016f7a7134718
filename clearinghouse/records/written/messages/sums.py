"""Sums: by which a message shows that it is whole, that its words are those of its data, and what a record held when it was sent."""

import hashlib
import json
import unicodedata
from typing import Any

_COUNTING = ("L", "M", "N")
"""Categories of Unicode of what counts in words: letters, marks and digits."""
_SHORT = 16


def sum_of(content: bytes) -> str:
    """The SHA-256 of a message's data, in small hexadecimal digits."""
    return hashlib.sha256(content).hexdigest()


def sum_of_value(value: Any) -> str:
    """Sixteen digits by which a value of a record is known again, whatever the order of its keys."""
    return sum_of(json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode("utf-8"))[:_SHORT]


def sum_of_words(text: str) -> str:
    """Sixteen digits by which words are known again, however a mail program broke their lines, spaces, quotes and dashes."""
    return sum_of(squeezed(text).encode("utf-8"))[:_SHORT]


def squeezed(text: str) -> str:
    """The letters and digits of a text alone."""
    return "".join(letter for letter in unicodedata.normalize("NFC", text) if unicodedata.category(letter)[0] in _COUNTING)
