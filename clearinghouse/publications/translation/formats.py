"""Formats: dates and numbers as the language of the page writes them, by Unicode CLDR (Babel)."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from babel import Locale
from babel.core import UnknownLocaleError
from babel.dates import format_date, format_interval, format_skeleton
from babel.lists import format_list
from babel.numbers import format_decimal

from clearinghouse.publications.translation.language import language

_IN_PLACE = {"tet": "pt"}
"""Languages that CLDR does not know, and the one whose dates and numbers their readers know."""

_LONG, _FEW = "yMMMMd", 5


def _locale() -> Locale:
    tag = language().tag
    try:
        return Locale.parse(_IN_PLACE.get(tag, tag))
    except UnknownLocaleError:
        return Locale("en")


def day_text(day: date, is_short: bool = False) -> str:
    """A day, its month in words: `2 Maret 2026`, or short ones: `2 Mar 2026`. Without its era, which long days have in Thai, but
    neither months nor the days that scripts write."""
    locale = _locale()
    if not is_short and _LONG in locale.datetime_skeletons:
        return format_skeleton(_LONG, day, locale=locale)
    return format_date(day, "medium" if is_short else "long", locale)


def month_text(year: int, month: int, is_short: bool = False) -> str:
    """A month of a year: `Maret 2026` or `Mar 2026`."""
    return format_skeleton("yMMM" if is_short else "yMMMM", date(year, month, 1), locale=_locale())


def interval_text(first: date, last: date) -> str:
    """Two days and all between, each part said once: `2–6 Mar 2026`."""
    return format_interval(first, last, "yMMMd", locale=_locale())


def state_text(code: str) -> str | None:
    """The name of a state by its ISO 3166 code: `Jepang`."""
    return _locale().territories.get(code)


def month_names() -> list[str]:
    """The names of the months, the first first."""
    names = _locale().months["stand-alone"]["wide"]
    return [names[number] for number in range(1, 13)]


def short_month_names() -> list[str]:
    """The names of the months where there is room for a few letters: `Jan`; where the language has no names so short, their
    numbers or first letters."""
    months = _locale().months
    names = [months["format"]["abbreviated"][number] for number in range(1, 13)]
    return names if max(map(len, names)) <= _FEW else [months["stand-alone"]["narrow"][number] for number in range(1, 13)]


def list_text(words: Sequence[str]) -> str:
    """Several words as one list: `a, b, dan c`."""
    return format_list(words, locale=_locale())


def number_text(number: int | Decimal) -> str:
    """A number with what parts its thousands; as precise as it was given."""
    digits = max(0, -int(number.as_tuple().exponent)) if isinstance(number, Decimal) else 0
    return format_decimal(number, f"#,##0.{'0' * digits}" if digits else "#,##0", locale=_locale())
