"""Values: how a text of a record becomes a number, a link, a code or a term, or a problem with its remedy.

Every scalar arrives as text (DESIGN: strict reading). A function here takes the text and returns the value, or
raises PydanticCustomError whose type is a problem's code and whose context holds `allowed` and `fix`.
"""

import difflib
import re
from collections.abc import Callable, Iterable
from datetime import date, time
from decimal import Decimal
from typing import Annotated, Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import AfterValidator, BeforeValidator, PlainSerializer, WithJsonSchema
from pydantic_core import PydanticCustomError

from clearinghouse.records.dates import parse_day
from clearinghouse.vocabulary.audiences import AUDIENCES
from clearinghouse.vocabulary.bodies import BODIES
from clearinghouse.vocabulary.languages import LANGUAGES
from clearinghouse.vocabulary.states import all_names
from clearinghouse.vocabulary.terms import TermList
from clearinghouse.vocabulary.topics import TOPICS

ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*", re.ASCII)
ID_LENGTH = 80
_ACTIVITY = re.compile(r"([a-z0-9-]+)/(\d+(?:\.\d+){2})", re.ASCII)
_NUMBER = re.compile(r"\d+(?:\.\d+)*", re.ASCII)
_REFERENCE = re.compile(r"[a-z]+/[a-z0-9./-]+", re.ASCII)
_TIME = re.compile(r"([01]\d|2[0-3]):([0-5]\d)", re.ASCII)
_HTML = re.compile(r"<(?:[A-Za-z/!?])")


def wrong(code: str, allowed: str, fix: str) -> PydanticCustomError:
    """A value's problem, told with what is allowed and how to mend it."""
    return PydanticCustomError(code, "{fix}", {"allowed": allowed, "fix": fix})


def _text(longest: int, lines: bool) -> Callable[[Any], str]:
    def checked(value: Any) -> str:
        if not isinstance(value, str):
            raise wrong("TYPE-001", "text", "write text after the colon")
        stripped = value.strip()
        if not stripped:
            raise wrong("TEXT-001", "a value, or no such line", "fill it in, or delete the line: a gap stays a gap")
        if not lines and "\n" in stripped:
            raise wrong("TEXT-004", "one line", "join the lines into one")
        if len(stripped) > longest:
            raise wrong("TEXT-002", f"at most {longest:,} characters", f"shorten it by {len(stripped) - longest:,} characters")
        return stripped

    return checked


def _body(value: str) -> str:
    if _HTML.search(value):
        raise wrong("TEXT-003", "Markdown without raw HTML", "use Markdown, or write &lt; for a lesser-than sign")
    return value


def _whole(value: Any) -> int:
    if not isinstance(value, str) or not re.fullmatch(r"\d{1,12}", value, re.ASCII):
        raise wrong("TYPE-002", "a whole number in digits", "write digits only, e.g. 32; words belong into the note")
    return int(value)


def _decimal(value: Any) -> Decimal:
    if not isinstance(value, str) or not re.fullmatch(r"-?\d{1,15}(\.\d{1,6})?", value, re.ASCII):
        raise wrong(
            "TYPE-002", "a number in digits, with a full stop for decimals", "write e.g. 206.4; words belong into `qualifier` or `note`"
        )
    return Decimal(value)


def _flag(value: Any) -> bool:
    if isinstance(value, bool):  # a default of the schema; a file holds only text
        return value
    if value not in ("true", "false"):
        raise wrong("TYPE-003", "true or false", "write true or false")
    return bool(value == "true")


def _link(value: str) -> str:
    try:
        parts = urlsplit(value)
        valid = (parts.scheme in ("http", "https") and bool(parts.hostname)) or (parts.scheme == "mailto" and "@" in parts.path)
    except ValueError:
        valid = False
    if not valid or re.search(r"[\s<>\"\\`]", value):
        raise wrong(
            "LINK-001", "an address that begins with http://, https:// or mailto:", "copy the address from the browser, without spaces"
        )
    return value


def _mailbox(value: str) -> str:
    if not re.fullmatch(r"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+", value, re.ASCII):
        raise wrong("LINK-001", "the mail address of an office, never of a person", "write e.g. training@office.example")
    return value


def _id(value: str) -> str:
    if len(value) > ID_LENGTH or not ID.fullmatch(value):
        raise wrong("ID-001", f"lower-case letters, digits and single hyphens, at most {ID_LENGTH}", "write e.g. moved-to-april")
    return value


def _activity(value: str) -> str:
    if not _ACTIVITY.fullmatch(value):
        raise wrong("REF-001", "plan/number", "write e.g. poa-2016-2020/4.1.2 or fleg-2016-2025/4.1.3")
    return value


def _number(value: str) -> str:
    if not _NUMBER.fullmatch(value):
        raise wrong("TYPE-002", "a number with dots, as in the plan", 'write e.g. "4.1"')
    return value


def _reference(value: str) -> str:
    if not _REFERENCE.fullmatch(value):
        raise wrong("REF-003", "collection/id", "write e.g. trainings/th-2026-03-crime-scene")
    return value


def _state(value: str) -> str:
    names = all_names()
    if value not in names:
        wanted = (
            value.upper()
            if value.upper() in names
            else next((code for code, name in names.items() if name.casefold() == value.casefold()), None)
        )
        fix = f"write {wanted} for {names[wanted]}" if wanted else "write the two-letter code, e.g. LA for Lao PDR"
        raise wrong("TERM-003", "an ISO 3166-1 code of two capital letters", fix)
    return value


def _language(value: str) -> str:
    if value not in LANGUAGES:
        raise wrong("TERM-004", ", ".join(LANGUAGES), "write the tag of the language, e.g. lo for Lao")
    return value


def _zone(value: str) -> str:
    try:
        ZoneInfo(value)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise wrong("DATE-008", "an IANA time zone", "write e.g. Asia/Bangkok, Asia/Jakarta or Asia/Manila") from None
    return value


def _time(value: str) -> time:
    match = _TIME.fullmatch(value)
    if not match:
        raise wrong("DATE-007", "HH:MM from 00:00 to 23:59", 'write e.g. "09:00"')
    return time(int(match[1]), int(match[2]))


def one_of(choices: Iterable[str]) -> BeforeValidator:
    """A closed list of plain words; a misspelt one is told the nearest."""
    allowed = tuple(choices)

    def checked(value: Any) -> str:
        if value not in allowed:
            near = difflib.get_close_matches(str(value).casefold(), allowed, n=1, cutoff=0.5) if isinstance(value, str) else []
            raise wrong("TERM-001", " | ".join(allowed), f"did you mean {near[0]}?" if near else "take one of the allowed words")
        return str(value)

    return BeforeValidator(checked, json_schema_input_type=str)


def term_of(terms: TermList, note_key: str) -> AfterValidator:
    """A term of a vocabulary, by its id; `note_key` is where the source's own words go."""

    def checked(value: str) -> str:
        if value not in terms:
            near = terms.nearest(value)
            fix = (
                f"did you mean {near.id} ({near.label})?" if near else f"take a term of the list, and keep the source's words in {note_key}"
            )
            raise wrong("TERM-002", f"a term of the list of {terms.name}, e.g. " + ", ".join(term.id for term in list(terms)[:5]), fix)
        return value

    return AfterValidator(checked)


Line = Annotated[str, BeforeValidator(_text(300, lines=False))]
Title = Annotated[str, BeforeValidator(_text(200, lines=False))]
Paragraph = Annotated[str, BeforeValidator(_text(1200, lines=True))]
Wording = Annotated[str, BeforeValidator(_text(4000, lines=True))]
Body = Annotated[str, BeforeValidator(_text(20_000, lines=True)), AfterValidator(_body)]
Whole = Annotated[int, BeforeValidator(_whole, json_schema_input_type=str)]
Quantity = Annotated[Decimal, BeforeValidator(_decimal, json_schema_input_type=str)]
Flag = Annotated[bool, BeforeValidator(_flag, json_schema_input_type=str)]
Day = Annotated[date, BeforeValidator(parse_day, json_schema_input_type=str)]
ClockTime = Annotated[
    time, BeforeValidator(_time, json_schema_input_type=str), PlainSerializer(lambda value: f"{value:%H:%M}", return_type=str)
]
Link = Annotated[str, BeforeValidator(_text(2000, lines=False)), AfterValidator(_link), WithJsonSchema({"type": "string", "format": "uri"})]
Mailbox = Annotated[str, BeforeValidator(_text(200, lines=False)), AfterValidator(_mailbox)]
Id = Annotated[str, BeforeValidator(_text(200, lines=False)), AfterValidator(_id)]
ActivityRef = Annotated[Line, AfterValidator(_activity)]
Number = Annotated[Line, AfterValidator(_number)]
Reference = Annotated[Line, AfterValidator(_reference)]
StateCode = Annotated[Line, AfterValidator(_state)]
LanguageTag = Annotated[Line, AfterValidator(_language)]
Zone = Annotated[Line, AfterValidator(_zone)]
Audience = Annotated[Line, term_of(AUDIENCES, "audience_note")]
Topic = Annotated[Line, term_of(TOPICS, "topics_note")]
BodyOf = Annotated[Line, term_of(BODIES, "organisers")]
