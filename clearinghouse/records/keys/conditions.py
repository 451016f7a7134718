"""Conditions: what the rules on one text ask. Each takes the text and what its rule gives, and is None where the text stands.

Where the text fails, a condition fills the gaps that it names at its head; `found` beside them is the piece to blame,
where it is not all of the text, and `at` the dotted way to it. The browser's twin is assets/forms/rules/conditions.js; tests hold both
against the same cases.
"""

import calendar
import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from clearinghouse.records.keys.lists import LISTS
from clearinghouse.vocabulary.nearest import nearest

FIRST_YEAR, LAST_YEAR = 1900, 2200
MONTHS = tuple(calendar.month_name)[1:]
BUDDHIST_ERA = 543
"""By how many years the era that Thailand, Laos, Cambodia and Myanmar count in is ahead of the common one."""
EXAMPLES_OF_A_LIST = 5
_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_NEAR_DATE = re.compile(r"([0-9]{4})[-/.]([0-9]{1,2})(?:[-/.]([0-9]{1,2}))?")
_TIME = re.compile(r"([01][0-9]|2[0-3]):([0-5][0-9])")
_NEAR_TIME = re.compile(r"([0-9]{1,2})[:.]([0-9]{2})")

Given = Mapping[str, Any]
Gaps = Mapping[str, str] | None


@dataclass(frozen=True, eq=False)
class Condition:
    """A question to a value. name: by which the browser knows it; gaps: those that it fills where the value fails."""

    name: str
    gaps: frozenset[str]
    test: Callable[..., Gaps]


def condition(*gaps: str) -> Callable[[Callable[..., Gaps]], Condition]:
    """Makes a function a condition that fills these gaps."""
    return lambda test: Condition(test.__name__, frozenset(gaps), test)


@condition()
def blank(text: str, given: Given) -> Gaps:
    """Nothing that can be seen: joiners and spaces without width are no text either."""
    return None if any(unicodedata.category(character)[0] in "LNPS" for character in text) else {}


@condition()
def broken(text: str, given: Given) -> Gaps:
    """More than one line."""
    return {} if "\n" in text else None


@condition("most", "over")
def longer(text: str, given: Given) -> Gaps:
    """More than `most` characters."""
    over = len(text) - given["most"]
    return {"most": f"{given['most']:,}", "over": f"{over:,}"} if over > 0 else None


@condition("space", "name")
def misspaced(text: str, given: Given) -> Gaps:
    """Holds what looks like a space and is none; `spaces` has their names."""
    odd = next((character for character in text if character in given["spaces"]), None)
    return {"space": given["spaces"][odd], "name": f"U+{ord(odd):04X}"} if odd else None


@condition("hint")
def unlike(text: str, given: Given) -> Gaps:
    """Not like a pattern; `hints` know what was meant by some of the texts that are not."""
    if re.fullmatch(given["pattern"], text):
        return None
    for pattern, hint in given["hints"]:
        if match := re.fullmatch(pattern, text):
            return {"hint": hint.format(*match.groups())}
    return {}


@condition()
def contains(text: str, given: Given) -> Gaps:
    """Holds a piece that is like a pattern."""
    match = re.search(given["pattern"], text)
    return {"found": match[0]} if match else None


@condition("name", "plain", "encoded")
def concealing(text: str, given: Given) -> Gaps:
    """Holds an address, as `pattern` knows them, with something `hidden` in it."""
    for match in re.finditer(given["pattern"], text):
        if hidden := re.search(given["hidden"], match[0]):
            plain = re.sub(given["hidden"], "", match[0])
            return {"found": match[0], "name": f"U+{ord(hidden[0]):04X}", "plain": plain, "encoded": quote(hidden[0])}
    return None


@condition("plain")
def disguised(text: str, given: Given) -> Gaps:
    """Holds an address with letters in its host, or digits after it, that stand for those of ASCII. `pattern`: scheme, host, rest."""
    for match in re.finditer(given["pattern"], text):
        scheme, host, rest = match.groups()
        plain = scheme + "".join(map(_plain, host)) + re.sub("[\uff10-\uff19]", lambda digit: _plain(digit[0]), rest)
        if plain != match[0]:
            return {"found": match[0], "plain": plain}
    return None


def _plain(letter: str) -> str:
    """What a letter of a host stands for (UTS 46): a dot that East Asian full stops are taken for, too."""
    plain = unicodedata.normalize("NFKC", letter)
    return plain if plain.isascii() else "." if plain == "\u3002" else letter


@condition("meant", "near", "name", "first", "all")
def unlisted(text: str, given: Given) -> Gaps:
    """None of a closed list, or of the `words` given."""
    if words := given.get("words"):
        return None if text in words else {"near": nearest(text, words) or "", "all": " | ".join(words)}
    choices = LISTS[given["list"]]
    if text in choices.names:
        return None
    meant = choices.meant_by(text) or ""
    near = meant or (choices.near(text) if given["suggests"] else None) or ""
    ids = list(choices.names)
    return {
        "meant": meant,
        "near": near,
        "name": choices.names.get(near, ""),
        "first": ", ".join(ids[:EXAMPLES_OF_A_LIST]),
        "all": ", ".join(ids),
    }


def _date_parts(text: str) -> tuple[int, int | None, int | None] | None:
    match = _DATE.fullmatch(text)
    return (int(match[1]), int(match[2]) if match[2] else None, int(match[3]) if match[3] else None) if match else None


@condition("padded")
def not_a_date(text: str, given: Given) -> Gaps:
    """Neither YYYY-MM-DD nor YYYY-MM nor YYYY."""
    if _DATE.fullmatch(text):
        return None
    match = _NEAR_DATE.fullmatch(text)
    if not match or int(match[2]) > 12 or int(match[3] or 1) > 31:
        return {}
    return {"padded": "-".join([match[1], *(part.zfill(2) for part in match.groups()[1:] if part)])}


@condition("year", "common")
def year_out_of_range(text: str, given: Given) -> Gaps:
    """A year that is too early or too late; perhaps one of the Buddhist era."""
    year = int(text.partition("-")[0])
    if FIRST_YEAR <= year <= LAST_YEAR:
        return None
    common = year - BUDDHIST_ERA
    return {"year": str(year), "common": str(common)} if FIRST_YEAR <= common <= LAST_YEAR else {}


@condition()
def month_out_of_range(text: str, given: Given) -> Gaps:
    """A thirteenth month."""
    parts = _date_parts(text)
    return {} if parts and parts[1] is not None and not 1 <= parts[1] <= 12 else None


@condition("month", "year", "length", "near")
def day_out_of_range(text: str, given: Given) -> Gaps:
    """A day that its month does not have."""
    year, month, day = _date_parts(text) or (0, None, None)
    if month is None or day is None:
        return None
    length = calendar.monthrange(year, month)[1]
    if 1 <= day <= length:
        return None
    near = f"{year}-{month:02}-{min(max(day, 1), length):02}"
    return {"month": MONTHS[month - 1], "year": str(year), "length": str(length), "near": near}


@condition("first")
def not_a_day(text: str, given: Given) -> Gaps:
    """A date that names no day."""
    year, month, day = _date_parts(text) or (0, None, None)
    return {"first": f"{year:04}-{month or 1:02}-01"} if day is None else None


@condition("padded")
def not_a_time(text: str, given: Given) -> Gaps:
    """Not HH:MM of 24 hours."""
    if _TIME.fullmatch(text):
        return None
    match = _NEAR_TIME.fullmatch(text)
    padded = f"{match[1].zfill(2)}:{match[2]}" if match else ""
    return {"padded": padded if _TIME.fullmatch(padded) else ""}
