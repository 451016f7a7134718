"""Words: dates, numbers and closed lists as readers see them, in plain English."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from pydantic_core import PydanticCustomError

from clearinghouse.publications.translation.formats import day_text, interval_text, list_text, month_text, number_text, state_text
from clearinghouse.publications.translation.language import ENGLISH, language
from clearinghouse.publications.translation.texts import gettext, ngettext
from clearinghouse.records.collection import COLLECTIONS
from clearinghouse.records.collections.event import Event
from clearinghouse.records.collections.record import Record
from clearinghouse.records.collections.trade.figure import Figure
from clearinghouse.records.keys.dates import MONTHS, PartialDate, Period
from clearinghouse.vocabulary.kinds import CHECKERS
from clearinghouse.vocabulary.languages import LANGUAGES
from clearinghouse.vocabulary.states import MEMBER_STATES, name_of

NOT_STATED = "not stated in the source"


def date_words(value: PartialDate | date | None) -> str:
    """`2 March 2026`, `March 2026` or `2026`; empty for none."""
    if value is None:
        return ""
    if isinstance(value, date):
        value = PartialDate.of(value)
    if language().tag != ENGLISH:
        return _date_in_language(value)
    return " ".join([*([str(value.day)] if value.day else []), *([MONTHS[value.month - 1]] if value.month else []), str(value.year)])


def _date_in_language(value: PartialDate, is_short: bool = False) -> str:
    if value.day:
        return day_text(value.first, is_short)
    return month_text(value.year, value.month, is_short) if value.month else str(value.year)


def month_words(year: int, month: int) -> str:
    """`March 2026`."""
    return date_words(PartialDate(year, month))


def short_date_words(value: PartialDate) -> str:
    """`2 Mar 2026`, `Mar 2026` or `2026`, for places with little room."""
    if language().tag != ENGLISH:
        return _date_in_language(value, is_short=True)
    day, month = ([str(value.day)] if value.day else []), ([MONTHS[value.month - 1][:3]] if value.month else [])
    return " ".join([*day, *month, str(value.year)])


def preposition(value: PartialDate) -> str:
    """What stands before a date in a sentence: `on` a day, `in` a month or a year."""
    return "on" if value.is_day else "in"


def on_words(value: PartialDate) -> str:
    """`on 2 March 2026`, `in March 2026` or `in 2026`."""
    return gettext("on {day}", day=date_words(value)) if value.is_day else gettext("in {period}", period=date_words(value))


def span_words(starts: PartialDate | None, ends: PartialDate | None) -> str:
    """`26 to 30 August 2019`, `30 August to 1 September 2016`, `until 2 August 2016`, each part as precise as it is."""
    if starts is None:
        return gettext("date not known") if ends is None else gettext("until {day}", day=date_words(ends))
    if ends is None or ends == starts:
        return date_words(starts)
    if starts.precision != ends.precision and starts.first <= ends.first <= ends.last <= starts.last:
        return gettext("until {day}", day=date_words(ends))
    if starts.precision != ends.precision and ends.first <= starts.first <= starts.last <= ends.last:
        return gettext("from {day} until some day in {period}", day=date_words(starts), period=date_words(ends))
    if language().tag != ENGLISH:
        if starts.is_day and ends.is_day:
            return interval_text(starts.first, ends.first)
        return gettext("{first} to {last}", first=date_words(starts), last=date_words(ends))
    if starts.year == ends.year and starts.day and ends.day:
        if starts.month == ends.month:
            return f"{starts.day} to {date_words(ends)}"
        assert starts.month is not None
        return f"{starts.day} {MONTHS[starts.month - 1]} to {date_words(ends)}"
    if starts.year == ends.year and starts.month and ends.month and starts.precision == ends.precision:
        return f"{MONTHS[starts.month - 1]} to {date_words(ends)}"
    return f"{date_words(starts)} to {date_words(ends)}"


def period_words(period: Period) -> str:
    """`2025`, or `July to September 2025`."""
    first, last = period.span.first, period.span.last
    return span_words(PartialDate(period.year, first.month), PartialDate(period.year, last.month)) if period.quarter else str(period.year)


def when(event: Event) -> str:
    """An event's dates in words."""
    return span_words(event.starts, event.ends)


def counted(number: int, one: str, several: str | None = None) -> str:
    """`no records`, `1 record`, `1,234 records`."""
    several = several or one + "s"
    if language().tag != ENGLISH:
        return ngettext(f"{{number}} {one}", f"{{number}} {several}", number)
    noun = one if number == 1 else several
    return f"{number:,} {noun}" if number else f"no {noun}"


def have(number: int) -> str:
    """The verb behind `1 of 16 activities` or `9 of 16 activities`: it follows the first number, the noun the second."""
    return "has" if number == 1 else "have"


def records_counted(number: int, collection: str) -> str:
    """A number of records of a collection: `82 trainings`."""
    return counted(number, COLLECTIONS[collection].one, COLLECTIONS[collection].several)


def number_words(value: Decimal) -> str:
    """A quantity with commas between thousands, as precise as it was given."""
    return f"{value:,f}" if language().tag == ENGLISH else number_text(value)


def amount_words(figure: Figure) -> str:
    """`more than 200`, where the unit stands beside it."""
    return " ".join(filter(None, (figure.qualifier, number_words(figure.value))))


def figure_words(figure: Figure) -> str:
    """`more than 200 tonnes`."""
    return f"{amount_words(figure)} {gettext(figure.unit)}"


def figure_period_words(figure: Figure) -> str:
    """The period in the words of the source; one that is a mere date as all dates are written."""
    try:
        return date_words(PartialDate.parse(figure.period))
    except PydanticCustomError:
        return figure.period


def verified_words(record: Record) -> str:
    """Who held a record against its source, and when: `checked by the editors on 2 March 2026`. Whoever entered it has
    read the source, but nobody else has held the two together since."""
    day = date_words(record.verified)
    if record.verified_by == CHECKERS[0]:
        return gettext("entered on {day}", day=day)
    if not record.verified_by:
        return gettext("checked on {day}", day=day)
    return gettext("checked by the {office} on {day}", office=gettext(record.verified_by), day=day)


def listed(words: Sequence[str]) -> str:
    """`a`, `a and b`, `a, b and c`."""
    if language().tag != ENGLISH:
        return list_text(words)
    return ", ".join(words[:-1]) + " and " + words[-1] if len(words) > 1 else "".join(words)


def capital(text: str) -> str:
    """In the language of the page, with a capital first letter; the rest, `ASEAN body` among it, stays."""
    if language().tag != ENGLISH and text:
        text = gettext(text)
    return text[:1].upper() + text[1:]


def sentence(text: str) -> str:
    """A note as a sentence: a capital first letter, and a full stop where nothing ends it."""
    return capital(text) + ("" if text.endswith((".", "!", "?", "။", "។", "…")) else ".")


def state_name(code: str) -> str:
    """The name of a state: that of a member as the site writes it, those of all others as Unicode CLDR has them."""
    if language().tag == ENGLISH or code in MEMBER_STATES:
        return gettext(name_of(code))
    return state_text(code) or name_of(code)


def state_names(codes: Sequence[str]) -> str:
    """Names of states, with commas."""
    return ", ".join(map(state_name, codes))


def language_names(tags: Sequence[str]) -> str:
    """Names of languages, with commas."""
    return ", ".join(gettext(LANGUAGES[tag]) for tag in tags)


def plural_of(collection: str) -> str:
    """What several records of a collection are called, with a capital."""
    return gettext(capital(COLLECTIONS[collection].several))


def singular_of(collection: str) -> str:
    """What one record of a collection is called, with a capital."""
    return gettext(capital(COLLECTIONS[collection].one))


def truncated(text: str, longest: int) -> str:
    """The text's first words, at most so many characters, with an ellipsis where it was cut.

    Only cut at spaces: marks of Thai, Khmer, Lao and Burmese must not be parted from their letters.
    """
    if len(text) <= longest:
        return text
    head = text[:longest].rpartition(" ")[0]
    return (head or text) + ("…" if head else "")
