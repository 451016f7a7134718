"""Conditions: what the rules on values ask, each with the words that it can fill into their texts.

A condition takes a value and what its rule gives, and returns None where the value stands, or a mapping of names to
texts where it fails. `found` in that mapping is the piece to blame, where it is not the whole value, and `at` the
dotted path to it. The browser's
twin is assets/rules.js; tests hold both against the same cases.
"""

import calendar
import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from clearinghouse.records.keys.lists import LISTS
from clearinghouse.records.keys.rules import FIRST_YEAR, LAST_YEAR, VALUES, Rule
from clearinghouse.vocabulary.nearest import nearest

MONTHS = tuple(calendar.month_name)[1:]
BUDDHIST_ERA = 543
"""By how many years the era that Thailand, Laos, Cambodia and Myanmar count in is ahead of the common one."""
EXAMPLES_OF_A_LIST = 5
_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_NEAR_DATE = re.compile(r"([0-9]{4})[-/.]([0-9]{1,2})(?:[-/.]([0-9]{1,2}))?")
_TIME = re.compile(r"([01][0-9]|2[0-3]):([0-5][0-9])")
_NEAR_TIME = re.compile(r"([0-9]{1,2})[:.]([0-9]{2})")
_NAME = re.compile(r"\{(\w+)\}")

Words = Mapping[str, str] | None


@dataclass(frozen=True)
class Told:
    """A failed rule as it is told. found: the piece to blame, or None for the whole value."""

    code: str
    allowed: str
    fix: str
    found: str | None = None


def first_failed(kind: str, value: str, words: Sequence[str] = ()) -> Told | None:
    """The first rule that a text fails as a value of a kind, or None. words: the closed list of a `word`."""
    for rule in VALUES[kind]:
        filled = CONDITIONS[rule.fails](value, {**rule.given, "words": words} if words else rule.given)
        if filled is not None:
            return told(rule, filled)
    return None


def told(rule: Rule, filled: Mapping[str, str]) -> Told:
    """A failed rule in words: of its fixes the first whose names are all filled."""
    fix = next(text for text in rule.fixes if all(filled.get(name) for name in _NAME.findall(text)))
    return Told(rule.code, _fill(rule.allowed, filled), _fill(fix, filled), filled.get("found"))


def _fill(text: str, filled: Mapping[str, str]) -> str:
    return _NAME.sub(lambda match: filled.get(match[1], ""), text)


def _blank(value: str, given: Mapping[str, Any]) -> Words:
    # Joiners and spaces without width are no text either.
    return None if any(unicodedata.category(character)[0] in "LNPS" for character in value) else {}


def _broken(value: str, given: Mapping[str, Any]) -> Words:
    return {} if "\n" in value else None


def _longer(value: str, given: Mapping[str, Any]) -> Words:
    over = len(value) - given["most"]
    return {"most": f"{given['most']:,}", "over": f"{over:,}"} if over > 0 else None


def _unlike(value: str, given: Mapping[str, Any]) -> Words:
    if re.fullmatch(given["pattern"], value):
        return None
    for pattern, hint in given["hints"]:
        if match := re.fullmatch(pattern, value):
            return {"hint": hint.format(*match.groups())}
    return {}


def _contains(value: str, given: Mapping[str, Any]) -> Words:
    match = re.search(given["pattern"], value)
    return {"found": match[0]} if match else None


def _unlisted(value: str, given: Mapping[str, Any]) -> Words:
    if given.get("words"):
        return None if value in given["words"] else {"near": nearest(value, given["words"]) or "", "all": " | ".join(given["words"])}
    choices = LISTS[given["list"]]
    if value in choices.names:
        return None
    meant = choices.meant_by(value) or ""
    near = meant or (choices.near(value) if given["suggests"] else None) or ""
    ids = list(choices.names)
    return {
        "meant": meant,
        "near": near,
        "name": choices.names.get(near, ""),
        "first": ", ".join(ids[:EXAMPLES_OF_A_LIST]),
        "all": ", ".join(ids),
    }


def _date_parts(value: str) -> tuple[int, int | None, int | None] | None:
    match = _DATE.fullmatch(value)
    return (int(match[1]), int(match[2]) if match[2] else None, int(match[3]) if match[3] else None) if match else None


def _not_a_date(value: str, given: Mapping[str, Any]) -> Words:
    if _DATE.fullmatch(value):
        return None
    match = _NEAR_DATE.fullmatch(value)
    if not match or int(match[2]) > 12 or int(match[3] or 1) > 31:
        return {}
    return {"padded": "-".join([match[1], *(part.zfill(2) for part in match.groups()[1:] if part)])}


def _year_out_of_range(value: str, given: Mapping[str, Any]) -> Words:
    year = int(value.partition("-")[0])
    if FIRST_YEAR <= year <= LAST_YEAR:
        return None
    common = year - BUDDHIST_ERA
    return {"year": str(year), "common": str(common)} if FIRST_YEAR <= common <= LAST_YEAR else {}


def _month_out_of_range(value: str, given: Mapping[str, Any]) -> Words:
    parts = _date_parts(value)
    return {} if parts and parts[1] is not None and not 1 <= parts[1] <= 12 else None


def _day_out_of_range(value: str, given: Mapping[str, Any]) -> Words:
    year, month, day = _date_parts(value) or (0, None, None)
    if month is None or day is None:
        return None
    length = calendar.monthrange(year, month)[1]
    if 1 <= day <= length:
        return None
    near = f"{year}-{month:02}-{min(max(day, 1), length):02}"
    return {"month": MONTHS[month - 1], "year": str(year), "length": str(length), "near": near}


def _not_a_day(value: str, given: Mapping[str, Any]) -> Words:
    year, month, day = _date_parts(value) or (0, None, None)
    return {"first": f"{year:04}-{month or 1:02}-01"} if day is None else None


def _not_a_time(value: str, given: Mapping[str, Any]) -> Words:
    if _TIME.fullmatch(value):
        return None
    match = _NEAR_TIME.fullmatch(value)
    padded = f"{match[1].zfill(2)}:{match[2]}" if match else ""
    return {"padded": padded if _TIME.fullmatch(padded) else ""}


CONDITIONS: Mapping[str, Callable[[str, Mapping[str, Any]], Words]] = {
    "blank": _blank,
    "broken": _broken,
    "longer": _longer,
    "unlike": _unlike,
    "contains": _contains,
    "unlisted": _unlisted,
    "not_a_date": _not_a_date,
    "year_out_of_range": _year_out_of_range,
    "month_out_of_range": _month_out_of_range,
    "day_out_of_range": _day_out_of_range,
    "not_a_day": _not_a_day,
    "not_a_time": _not_a_time,
}
"""Conditions on one text."""


def _before(value: Any, record: Mapping[str, Any], given: Mapping[str, Any]) -> Words:
    other = record.get(given["other"])
    if value is None or other is None:
        return None
    return {"other": str(other)} if _end(value) < _begin(other) else None


def _not_after(value: Any, record: Mapping[str, Any], given: Mapping[str, Any]) -> Words:
    other = record.get(given["other"])
    return {} if value is not None and other is not None and value <= other else None


def _both_or_neither(value: Any, record: Mapping[str, Any], given: Mapping[str, Any]) -> Words:
    # A key that is wrong in itself is not there; then nothing can be said.
    if value is not given["is"] or not all(key in record for key in given["others"]):
        return None
    return {} if any(record[key] is not None for key in given["others"]) == value else None


def _without(value: Any, record: Mapping[str, Any], given: Mapping[str, Any]) -> Words:
    return {} if value and given["other"] in record and not record[given["other"]] else None


def _closes_after(value: Any, record: Mapping[str, Any], given: Mapping[str, Any]) -> Words:
    starts = record.get(given["other"])
    deadline = getattr(value, "deadline", None)
    return {"other": str(starts), "at": "deadline"} if deadline and starts and deadline > _end(starts) else None


def _repeated(value: Any, record: Mapping[str, Any], given: Mapping[str, Any]) -> Words:
    ids = [part.id for part in value]
    place = next((place for place, each in enumerate(ids) if each in ids[:place]), None)
    return None if place is None else {"id": ids[place], "at": f"{place}.id"}


def _begin(value: Any) -> Any:
    return getattr(value, "first", value)


def _end(value: Any) -> Any:
    return getattr(value, "last", value)


COMPARISONS: Mapping[str, Callable[[Any, Mapping[str, Any], Mapping[str, Any]], Words]] = {
    "before": _before,
    "not_after": _not_after,
    "both_or_neither": _both_or_neither,
    "without": _without,
    "closes_after": _closes_after,
    "repeated": _repeated,
}
"""Conditions on a key and others of the same record, on typed values; a key that failed by itself is not among them."""
