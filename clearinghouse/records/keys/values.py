"""Values: the types of a record's keys. Every scalar arrives as text; the rules of a type stand in its metadata."""

from collections.abc import Iterable, Mapping
from datetime import date, time
from decimal import Decimal
from types import MappingProxyType
from typing import Annotated, Any, TypeVar, get_origin

from pydantic import BeforeValidator, Field, PlainSerializer, WithJsonSchema

from clearinghouse.problems import dates, references, terms
from clearinghouse.problems.kind import Fault
from clearinghouse.problems.pictures.photographs import PIC_001
from clearinghouse.problems.values import (
    TEXT_003,
    TEXT_003_ALERT,
    TEXT_003_BOXES,
    TEXT_003_IMAGE,
    TEXT_003_NOTE,
    TEXT_003_TABLE,
    TYPE_001_MANY,
    TYPE_002,
    TYPE_002_AMOUNT,
    TYPE_002_IN_PLAN,
    TYPE_002_QUANTITY,
    TYPE_002_YEAR,
    TYPE_003,
)
from clearinghouse.records.keys import conditions
from clearinghouse.records.keys.dates import DATE, DAY, PERIOD, PartialDate, Period
from clearinghouse.records.keys.rules import (
    BOUNDED_ID,
    ID_LENGTH,
    ID_PATTERN,
    NOT_BLANK,
    PLAIN_SPACES,
    YEAR,
    Rule,
    at_most,
    like,
    line,
    of_list,
)
from clearinghouse.records.keys.shapes import MOST_IN_A_LIST, SHAPES
from clearinghouse.records.keys.value import Value, failed


def _bounded(value: Any) -> Any:
    # Pydantic counts the members only after it has judged each of them.
    if isinstance(value, list | dict) and len(value) > MOST_IN_A_LIST:
        raise failed(Fault(TYPE_001_MANY, {"most": str(MOST_IN_A_LIST)}))
    return value


def _tagged(value: Any) -> Any:
    if isinstance(value, str):
        raise failed(Fault(SHAPES["no_tag"]))
    return value


OFFICIAL_TITLE = "official_title"
"""The type of official titles, and of titles by language."""

T = TypeVar("T")
Several = Annotated[tuple[T, ...], Field(max_length=MOST_IN_A_LIST), BeforeValidator(_bounded)]
"""A list. It has a bound, since looking for what a misspelt member meant takes a while for each."""

_LIKE_SEPARATORS = r"\u2047-\u2049\u2100\u2101\u2105\u2106\u2a74\ufe13\ufe16\ufe55\ufe56\ufe5f\ufe6b\uff03\uff0f\uff1a\uff1f\uff20"
"""Letters that become `/`, `?`, `#`, `@` or `:` where a name is put into its canonical form (NFKC): no host has them."""
_SCHEME = "[Hh][Tt][Tt][Pp][Ss]?://"
_WEB = rf"{_SCHEME}[^\s/?#@:<>\"\\`\[\]{_LIKE_SEPARATORS}]+(?::[0-9]*)?(?:[/?#][^\s<>\"\\`]*)?"
"""No user names before a host: `https://cites.org@elsewhere.example` leads elsewhere."""
_MAILBOX = r"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+"
_ADDRESS = rf"({_SCHEME}|mailto:)([^\s/?#<>\"\\`{_LIKE_SEPARATORS}]*)([^\s<>\"\\`]*)"
_INVISIBLE = r"[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2060-\u2064\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0]"
"""Hyphens, joiners and spaces without width among them: texts in Khmer or Lao need these, addresses do not."""
_TOO_LARGE = "6553[6-9]|655[4-9][0-9]|65[6-9][0-9]{2}|6[6-9][0-9]{3}|[7-9][0-9]{4}|[1-9][0-9]{5,}"
_NO_PORT = rf"{_SCHEME}[^\s/?#:<>\"\\`]*:(?:0+(?![0-9])|0*(?:{_TOO_LARGE}))"
_CONCEALING = {"pattern": _ADDRESS, "hidden": _INVISIBLE}
_PLAIN = (
    Rule(terms.LINK_003, conditions.disguised, {"pattern": _ADDRESS}),
    Rule(terms.LINK_004, conditions.contains, {"pattern": _NO_PORT}),
)
"""What holds for every address, also inside a text."""
_RAW_HTML = r"<(?!(?:https?://|mailto:)[^\s<>]*>)[A-Za-z/!?][^\s>]*>?"
"""What CommonMark would take for raw HTML; autolinks, `<https://…>`, are none."""
_ONLY_ON_GITHUB = (
    (TEXT_003_IMAGE, r"!\[[^\]\n]{0,500}\][(\[][^)\]\n]{0,500}[)\]]?"),
    (TEXT_003_TABLE, r"(?<![^\n])[ >]{0,8}\|?[ \t]{0,8}:?-+:?[ \t]{0,8}\|[ \t:|-]*(?![^\n])"),
    (TEXT_003_BOXES, r"(?<![^\n])[ >\t]{0,16}(?:[-*+]|[0-9]{1,9}[.)])[ \t]{1,8}\[[ xX]\][ \t]"),
    (TEXT_003_NOTE, r"\[\^[^\]\s]{1,80}\]"),
    (TEXT_003_ALERT, r"(?<![^\n]) {0,3}>[ \t]{0,8}\[!(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION)\]"),
)
"""What GitHub's preview shows in a form, and our pages do not."""
_OTHER_LINK = r"(?:\]\(|(?<![^\n]) {0,3}\[[^\]\n]+\]:)[ \t]*<?(?!https?://|mailto:|[ \t<])[^\s)>]*"
"""A Markdown link, or the definition of one, that names no scheme or another one."""
_MOST = {"most": str(ID_LENGTH)}


def _is_true(text: str) -> bool:
    return text == "true"


Line = Annotated[str, Value("line", line(300))]
Title = Annotated[str, Value("title", line(200))]
OfficialTitle = Annotated[str, Value(OFFICIAL_TITLE, line(500))]
"""The titles of decrees that amend others take more than 350 characters, and nobody may shorten them."""
Paragraph = Annotated[str, Value("paragraph", (NOT_BLANK, at_most(1200)))]
Wording = Annotated[str, Value("wording", (NOT_BLANK, at_most(4000)))]
Body = Annotated[
    str,
    Value(
        "body",
        (
            NOT_BLANK,
            at_most(20_000),
            Rule(TEXT_003, conditions.contains, {"pattern": _RAW_HTML}),
            *(Rule(kind, conditions.contains, {"pattern": pattern}) for kind, pattern in _ONLY_ON_GITHUB),
            Rule(terms.LINK_001_BODY, conditions.contains, {"pattern": _OTHER_LINK}),
            Rule(terms.LINK_002_BODY, conditions.concealing, _CONCEALING),
            *_PLAIN,
        ),
    ),
]
Whole = Annotated[
    int,
    Value(
        "whole",
        (
            PLAIN_SPACES,
            like("[0-9]{1,12}", TYPE_002),
        ),
        int,
    ),
]
Year = Annotated[int, Value("year", (PLAIN_SPACES, like("[0-9]{1,12}", TYPE_002_YEAR), YEAR), int)]
Quantity = Annotated[
    Decimal,
    Value(
        "quantity",
        (
            PLAIN_SPACES,
            like(r"-?[0-9]{1,15}(?:\.[0-9]{1,6})?", TYPE_002_QUANTITY),
        ),
        Decimal,
    ),
]
Amount = Annotated[
    Decimal,
    Value(
        "amount",
        (
            PLAIN_SPACES,
            like(r"(?=.*[1-9])[0-9]{1,15}(?:\.[0-9]{1,6})?", TYPE_002_AMOUNT),
        ),
        Decimal,
    ),
]
"""A quantity of something that is there."""
Flag = Annotated[
    bool,
    Value(
        "flag",
        (
            PLAIN_SPACES,
            like("true|false", TYPE_003),
        ),
        _is_true,
    ),
]
Day = Annotated[date, DAY]
Date = Annotated[PartialDate, DATE]
ReportPeriod = Annotated[Period, PERIOD]
ClockTime = Annotated[
    time,
    Value(
        "time",
        (
            PLAIN_SPACES,
            Rule(dates.DATE_007, conditions.not_a_time),
        ),
        time.fromisoformat,
    ),
    PlainSerializer(lambda value: f"{value:%H:%M}", return_type=str),
]
Link = Annotated[
    str,
    Value(
        "link",
        (
            *line(2000),
            Rule(terms.LINK_002, conditions.concealing, _CONCEALING),
            *_PLAIN,
            like(
                rf"{_WEB}|mailto:[^\s<>\"\\`@]+@[^\s<>\"\\`@]+",
                terms.LINK_001,
                hints=[
                    (r"([A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+(?:/[^\s<>\"\\`]*)?)", "https://{0}"),
                    (rf"({_MAILBOX})", "mailto:{0}"),
                ],
            ),
        ),
    ),
    WithJsonSchema({"type": "string", "format": "uri"}),
]
Mailbox = Annotated[str, Value("mailbox", (*line(200), like(_MAILBOX, terms.LINK_001_MAILBOX)))]
Id = Annotated[str, Value("id", (*line(200), like(BOUNDED_ID, references.ID_001_VALUE.filled(**_MOST))))]
ChangeId = Annotated[
    str,
    Value(
        "change_id",
        (*line(200), like("(?!new$).*", references.ID_006), like(BOUNDED_ID, references.ID_001_CHANGE.filled(**_MOST))),
    ),
]
ActivityRef = Annotated[str, Value("activity", (*line(300), like(r"[a-z0-9-]+/[0-9]+(?:\.[0-9]+){2}", references.REF_001_FORM)))]
Number = Annotated[str, Value("number", (*line(300), like(r"[0-9]+(?:\.[0-9]+)*", TYPE_002_IN_PLAN)))]
Reference = Annotated[str, Value("reference", (*line(300), like(r"[a-z]+/[a-z0-9./-]+", references.REF_003_FORM)))]
PictureFile = Annotated[
    str,
    Value("picture", (*line(200), like(rf"(?=.{{1,{ID_LENGTH}}}$){ID_PATTERN}\.(?:jpe?g|png|webp)", PIC_001.filled(**_MOST)))),
]
StateCode = Annotated[str, Value("state", (*line(300), of_list("states", terms.TERM_003)))]
MemberState = Annotated[str, Value("member_state", (*line(300), of_list("member_states", terms.TERM_003_MEMBER)))]
LanguageTag = Annotated[str, Value("language", (*line(300), of_list("languages", terms.TERM_004)))]
TextsByLanguage = Annotated[Mapping[LanguageTag, OfficialTitle], BeforeValidator(_bounded), BeforeValidator(_tagged)]
"""An official title in several languages, each by its tag; as many as a list may have."""
Zone = Annotated[str, Value("zone", (*line(300), of_list("zones", dates.DATE_008)))]
Audience = Annotated[
    str, Value("audience", (*line(300), of_list("audiences", terms.TERM_002.filled(list="audiences", aside="audience_note"))))
]
Topic = Annotated[str, Value("topic", (*line(300), of_list("topics", terms.TERM_002.filled(list="topics", aside="topics_note"))))]
SpeciesRef = Annotated[str, Value("species", (*line(300), like(r"sp-[a-z0-9]+(?:-[a-z0-9]+)*", references.REF_010_FORM)))]
BodyOf = Annotated[str, Value("body_of", (*line(300), of_list("bodies", terms.TERM_002.filled(list="bodies", aside="organisers"))))]
SourceKind = Annotated[str, Value("source_kind", (*line(300), of_list("source_kinds", terms.TERM_001_SOURCE)))]
Unit = Annotated[str, Value("unit", (*line(300), of_list("units", terms.TERM_001_UNIT)))]
WORD = Value(
    "word",
    (
        PLAIN_SPACES,
        of_list("", terms.TERM_001),
    ),
)


def one_of(choices: Iterable[str]) -> Value:
    """A closed list of plain words; of a misspelt one the nearest is said."""
    return WORD.of_words(tuple(choices))


def _declared(types: Iterable[Any]) -> Mapping[str, Value]:
    metadata = (member for type_ in types if get_origin(type_) is Annotated for member in type_.__metadata__)
    return {value.name: value for value in (*metadata, WORD) if isinstance(value, Value)}


VALUES: Mapping[str, Value] = MappingProxyType(_declared(list(globals().values())))
"""Every type of value by its name."""
