"""Proposed ids: what a new record's file could be called, from what the record says.

The form in the browser has a twin of it; tests hold both against the same cases.
"""

import re
import unicodedata
from collections.abc import Container, Mapping
from itertools import count
from typing import Any

from clearinghouse.records.collection import COLLECTIONS
from clearinghouse.records.keys.rules import ID_LENGTH
from clearinghouse.vocabulary.states import MEMBER_STATES

MOST_WORDS, LONGEST = 5, 50
_SAYS_NOTHING = frozenset(["a", "an", "and", "at", "by", "for", "from", "in", "into", "of", "on", "or", "the", "to", "with", "asean"])
_OTHER_LETTERS = str.maketrans({"đ": "d", "ø": "o", "ł": "l", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i"})
_NUMBERED = re.compile(r".*[a-z]-([0-9]{1,3})")
_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2}))?(?:-[0-9]{2})?")


def proposed_id(collection: str, data: Mapping[str, Any], owner: str = "") -> str:
    """An id for a record, from its plain data; the same data always give the same id.

    Its collection says of which parts it is made: owner and state are the code of the state whose office keeps the file, or
    asean; where `owner` is empty, the host where that is a member state, else asean as owner and no state. when is
    `<yyyy>[-<mm>]` or `undated`. The words are the first five of the title that say something, in the letters a to z and
    digits; where it has none, the kind.
    """
    words = _words(data.get("acronym", "")) or _words(data.get("title", "")) or _words(data.get("kind", "")) or [collection]
    host = data.get("host", "")
    state = owner.lower() or (host.lower() if host in MEMBER_STATES else "")
    date = _DATE.fullmatch(data.get("starts") or data.get("date") or data.get("year") or "")
    year = date[1] if date else ""
    scheme = COLLECTIONS[collection].ids
    parts = {
        "owner": state or "asean",
        "state": state,
        "country": data.get("country", "").lower() or "state",
        "when": "-".join(part for part in date.groups() if part) if date else "undated",
        "day": data.get("date") or "undated",
        "period": "-".join(_words(data.get("period", ""))),
        "kind": "-".join(_words(data.get("kind", ""))),
        "edition": _edition(data.get("corrects", "")),
        "year": "" if year in words else year,
        "words": "-".join(word for word in words if "{when}" not in scheme or word != year),
    }
    return "-".join(filter(None, (part.format(**parts) for part in scheme.split("-"))))[:ID_LENGTH].rstrip("-")


def unused(proposed: str, others: Container[str]) -> str:
    """The id itself, or with the first number from 2 on that none of the others is."""
    if proposed not in others:
        return proposed
    return next(numbered for number in count(2) if (numbered := f"{proposed[: ID_LENGTH - 5]}-{number}") not in others)


def _edition(corrected: str) -> str:
    """The number of a record that corrects another one: 2 for the first correction, one more for one that corrects that."""
    numbered = _NUMBERED.fullmatch(corrected)
    return str(int(numbered[1]) + 1 if numbered else 2) if corrected else ""


def _words(text: str) -> list[str]:
    plain = unicodedata.normalize("NFKD", text.lower().translate(_OTHER_LETTERS))
    letters = "".join(letter for letter in plain if not unicodedata.combining(letter))
    telling = [word for word in re.findall(r"[a-z0-9]+", letters) if word not in _SAYS_NOTHING]
    words: list[str] = []
    for word in telling[:MOST_WORDS]:
        if len("-".join([*words, word])) <= LONGEST:
            words.append(word)
    return words
