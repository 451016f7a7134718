"""Rules: what a value of a record must be, as data: a code, a condition, and the words that help to mend it.

The checker runs them in Python (`conditions`), the form in the browser runs the same data in its own twin of the
conditions (assets/rules.js); so both tell the same mistakes in the same words.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

FIRST_YEAR, LAST_YEAR = 1900, 2200
ID_LENGTH = 80
ID_PATTERN = "[a-z0-9]+(?:-[a-z0-9]+)*"


@dataclass(frozen=True)
class Rule:
    """A way of being wrong.

    fails: the name of a condition, which is given the value and `given`, and says whether the value fails it;
    allowed, fixes: texts in which the condition fills names in braces; of `fixes` the first whose names are all
    filled is told. Patterns are regular expressions that Python and JavaScript read alike, for the whole value
    unless the condition says otherwise.
    """

    code: str
    fails: str
    allowed: str
    fixes: tuple[str, ...]
    given: Mapping[str, Any] = field(default_factory=dict)


_LIKE_SEPARATORS = r"\u2047-\u2049\u2100\u2101\u2105\u2106\u2a74\ufe13\ufe16\ufe55\ufe56\ufe5f\ufe6b\uff03\uff0f\uff1a\uff1f\uff20"
"""Letters that become `/`, `?`, `#`, `@` or `:` where a name is put into its canonical form (NFKC): no host has them."""


def _unlike(code: str, pattern: str, allowed: str, *fixes: str, hints: tuple[tuple[str, str], ...] = ()) -> Rule:
    return Rule(code, "unlike", allowed, fixes, {"pattern": pattern, "hints": hints})


def _unlisted(code: str, list_name: str, allowed: str, *fixes: str) -> Rule:
    # Looking for the nearest takes a while, and a file may hold thousands of values.
    return Rule(code, "unlisted", allowed, fixes, {"list": list_name, "suggests": any("{near}" in fix for fix in fixes)})


_NOT_BLANK = Rule("TEXT-001", "blank", "a value, or no such line", ("fill it in, or delete the line: a gap stays a gap",))
_ONE_LINE = Rule("TEXT-004", "broken", "one line", ("join the lines into one",))


def _at_most(most: int) -> Rule:
    return Rule("TEXT-002", "longer", "at most {most} characters", ("shorten it by {over} characters",), {"most": most})


def _line(most: int) -> tuple[Rule, ...]:
    return (_NOT_BLANK, _ONE_LINE, _at_most(most))


def _date(allowed: str, examples: str) -> tuple[Rule, ...]:
    return (
        Rule("DATE-001", "not_a_date", allowed, ("write {padded}", f"write e.g. {examples}")),
        Rule(
            "DATE-002",
            "year_out_of_range",
            f"a year from {FIRST_YEAR} to {LAST_YEAR}",
            ("the Buddhist year {year} is {common} here", "correct the year"),
            {"first": FIRST_YEAR, "last": LAST_YEAR},
        ),
        Rule("DATE-002", "month_out_of_range", allowed, ("a year has months 01 to 12; the order is year-month-day",)),
        Rule("DATE-002", "day_out_of_range", allowed, ("{month} {year} has {length} days; write e.g. {near}",)),
    )


VALUES: Mapping[str, tuple[Rule, ...]] = MappingProxyType(
    {
        "line": _line(300),
        "title": _line(200),
        "paragraph": (_NOT_BLANK, _at_most(1200)),
        "wording": (_NOT_BLANK, _at_most(4000)),
        "body": (
            _NOT_BLANK,
            _at_most(20_000),
            # What CommonMark would take for raw HTML; autolinks, `<https://…>`, are none.
            Rule(
                "TEXT-003",
                "contains",
                "Markdown without raw HTML",
                ("use Markdown, or write &lt; for a lesser-than sign",),
                {"pattern": r"<(?!(?:https?://|mailto:)[^\s<>]*>)[A-Za-z/!?][^\s>]*>?"},
            ),
            # A Markdown link, or the definition of one, that names no scheme or another one.
            Rule(
                "LINK-001",
                "contains",
                "links that begin with http://, https:// or mailto:",
                ("write the whole address, as the browser shows it",),
                {"pattern": r"(?:\]\(|(?<![^\n]) {0,3}\[[^\]\n]+\]:)[ \t]*<?(?!https?://|mailto:|[ \t<])[^\s)>]*"},
            ),
        ),
        "whole": (
            _unlike("TYPE-002", "[0-9]{1,12}", "a whole number in digits", "write digits only, e.g. 32; words belong into the note"),
        ),
        "year": (
            _unlike("TYPE-002", "[0-9]{1,12}", "a whole number in digits", "write digits only, e.g. 2026"),
            Rule(
                "DATE-002",
                "year_out_of_range",
                f"a year from {FIRST_YEAR} to {LAST_YEAR}",
                ("the Buddhist year {year} is {common} here", "write the year with four digits, e.g. 2026"),
                {"first": FIRST_YEAR, "last": LAST_YEAR},
            ),
        ),
        "quantity": (
            _unlike(
                "TYPE-002",
                r"-?[0-9]{1,15}(?:\.[0-9]{1,6})?",
                "a number in digits, with a full stop for decimals",
                "write e.g. 206.4; words belong into `qualifier` or `note`",
            ),
        ),
        "flag": (_unlike("TYPE-003", "true|false", "true or false", "write true or false"),),
        "date": _date("a real date YYYY-MM-DD, or YYYY-MM, or YYYY", "2026-03-02, 2026-03 or 2026"),
        "day": (
            *_date("a real day YYYY-MM-DD", "2026-03-02"),
            Rule("DATE-001", "not_a_day", "a real day YYYY-MM-DD", ("add the day, e.g. {first}",)),
        ),
        "time": (Rule("DATE-007", "not_a_time", "HH:MM from 00:00 to 23:59", ('write "{padded}"', 'write e.g. "09:00"')),),
        "link": (
            *_line(2000),
            # No user names before a host: `https://cites.org@elsewhere.example` leads elsewhere.
            _unlike(
                "LINK-001",
                rf"[Hh][Tt][Tt][Pp][Ss]?://[^\s/?#@<>\"\\`\[\]{_LIKE_SEPARATORS}]+(?:[/?#][^\s<>\"\\`]*)?|mailto:[^\s<>\"\\`@]+@[^\s<>\"\\`@]+",
                "an address that begins with http://, https:// or mailto:",
                "write {hint}",
                "copy the address from the browser, without spaces",
                hints=((r"([A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+(?:/[^\s<>\"\\`]*)?)", "https://{0}"),),
            ),
        ),
        "mailbox": (
            *_line(200),
            _unlike(
                "LINK-001",
                r"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+",
                "the mail address of an office, never of a person",
                "write e.g. training@office.example",
            ),
        ),
        "id": (
            *_line(200),
            _unlike(
                "ID-001",
                rf"(?=.{{1,{ID_LENGTH}}}$){ID_PATTERN}",
                f"lower-case letters, digits and single hyphens, at most {ID_LENGTH}",
                "write e.g. th-2026-03-crime-scene, or moved-to-april",
            ),
        ),
        "change_id": (
            *_line(200),
            _unlike("ID-006", "(?!new$).*", "any other word", "say what changed, e.g. moved-to-april: `new` is the record itself"),
            _unlike(
                "ID-001",
                rf"(?=.{{1,{ID_LENGTH}}}$){ID_PATTERN}",
                f"lower-case letters, digits and single hyphens, at most {ID_LENGTH}",
                "write e.g. moved-to-april",
            ),
        ),
        "activity": (
            *_line(300),
            _unlike(
                "REF-001", r"[a-z0-9-]+/[0-9]+(?:\.[0-9]+){2}", "plan/number", "write e.g. poa-2016-2020/4.1.2 or fleg-2016-2025/4.1.3"
            ),
        ),
        "number": (
            *_line(300),
            _unlike("TYPE-002", r"[0-9]+(?:\.[0-9]+)*", "a number with dots, as in the plan", 'write e.g. "4.1"'),
        ),
        "reference": (
            *_line(300),
            _unlike("REF-003", r"[a-z]+/[a-z0-9./-]+", "collection/id", "write e.g. trainings/th-2026-03-crime-scene"),
        ),
        "state": (
            *_line(300),
            _unlisted(
                "TERM-003",
                "states",
                "an ISO 3166-1 code of two capital letters",
                "write {meant} for {name}",
                "write the two-letter code, e.g. LA for Lao PDR",
            ),
        ),
        "language": (
            *_line(300),
            _unlisted("TERM-004", "languages", "{all}", "write {meant} for {name}", "write the tag of the language, e.g. lo for Lao"),
        ),
        "zone": (
            *_line(300),
            _unlisted(
                "DATE-008", "zones", "an IANA time zone", "did you mean {near}?", "write e.g. Asia/Bangkok, Asia/Jakarta or Asia/Manila"
            ),
        ),
        "audience": (
            *_line(300),
            _unlisted(
                "TERM-002",
                "audiences",
                "a term of the list of audiences, e.g. {first}",
                "did you mean {near} ({name})?",
                "take a term of the list, and keep the source's words in audience_note",
            ),
        ),
        "topic": (
            *_line(300),
            _unlisted(
                "TERM-002",
                "topics",
                "a term of the list of topics, e.g. {first}",
                "did you mean {near} ({name})?",
                "take a term of the list, and keep the source's words in topics_note",
            ),
        ),
        "body_of": (
            *_line(300),
            _unlisted(
                "TERM-002",
                "bodies",
                "a term of the list of bodies, e.g. {first}",
                "did you mean {near} ({name})?",
                "take a term of the list, and keep the source's words in organisers",
            ),
        ),
        "word": (_unlisted("TERM-001", "", "{all}", "did you mean {near}?", "take one of the allowed words"),),
    }
)
"""Rules by the name of a value, in the order in which they are tried; the first that fails is told."""

_START = "add `starts: 2026-03-02`, or `undated: true` and the reason in `note`"


def _in_order(start: str, end: str, allowed: str = "a date not before {other}") -> tuple[str, Rule]:
    return (end, Rule("DATE-003", "before", allowed, (f"exchange `{start}` and `{end}`, or correct one",), {"other": start}))


RECORDS: Mapping[str, tuple[tuple[str, Rule], ...]] = MappingProxyType(
    {
        "time": (("to", Rule("DATE-003", "not_after", "a time after `from`", ("exchange the two, or correct one",), {"other": "from"})),),
        "period": (_in_order("from", "to", "a year not before {other}"),),
        "registration": (_in_order("opens", "deadline", "a day not before `opens`"),),
        "compliance": (_in_order("as_of", "until"),),
        "programme": (_in_order("since", "until"),),
        "network": (_in_order("started", "ended"),),
        "record": (
            (
                "changes",
                Rule("ID-005", "repeated", "an id that no other change of the record has", ("give one of the changes `{id}` another id",)),
            ),
        ),
        "activity": (("sub_activities", Rule("ID-005", "repeated", "an id that no other sub-activity has", ("number them a, b, c",))),),
        "event": (
            _in_order("starts", "ends"),
            (
                "undated",
                Rule(
                    "DATE-004",
                    "both_or_neither",
                    "either `starts` or `undated: true`",
                    ("remove `undated`, or `starts`",),
                    {"others": ["starts"], "is": True},
                ),
            ),
            (
                "undated",
                Rule("DATE-004", "both_or_neither", "either `starts` or `undated: true`", (_START,), {"others": ["starts"], "is": False}),
            ),
            (
                "undated",
                Rule("DATE-005", "without", "`note` with the reason", ("add e.g. `note: The page gives no date.`",), {"other": "note"}),
            ),
            (
                "registration",
                Rule(
                    "DATE-006",
                    "closes_after",
                    "a deadline not after the start, {other}",
                    ("correct the deadline or the start",),
                    {"other": "starts"},
                ),
            ),
        ),
        "document": (
            (
                "undated",
                Rule(
                    "DATE-004",
                    "both_or_neither",
                    "`year`, `date` or `undated: true`",
                    ("remove `undated`, or the date",),
                    {"others": ["year", "date"], "is": True},
                ),
            ),
            (
                "undated",
                Rule(
                    "DATE-004",
                    "both_or_neither",
                    "`year`, `date` or `undated: true`",
                    ("add `year: 2026`, or `undated: true` and the reason in `note`",),
                    {"others": ["year", "date"], "is": False},
                ),
            ),
            (
                "undated",
                Rule("DATE-005", "without", "`note` with the reason", ("add e.g. `note: The page gives no date.`",), {"other": "note"}),
            ),
        ),
    }
)
"""Rules that compare keys of one record or part: (the key at which it is told, the rule), by the name of the part."""
