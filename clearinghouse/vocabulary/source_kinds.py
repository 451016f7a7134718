"""Kinds of sources: what a page is, and by that its class: how near it stands to what it tells."""

from collections.abc import Mapping
from typing import Literal

from clearinghouse.vocabulary.terms import Term, TermList

SourceClass = Literal["official", "organiser", "partner", "academic", "media", "copy", "secondary"]
SOURCE_CLASSES: Mapping[SourceClass, str] = {
    "official": "a government, a treaty body or ASEAN",
    "organiser": "who did it",
    "partner": "who took part, paid or follows the matter as an organisation",
    "academic": "research",
    "media": "who reports the news",
    "copy": "a copy of a text on another site, by any author",
    "secondary": "blogs, encyclopaedias, traders, and retellings",
}
"""What stands behind each class, the nearest to what is told first. A law on the page of a publisher is a copy, what a trader
quotes of it is secondary."""

_KINDS: Mapping[SourceClass, tuple[tuple[str, ...], ...]] = {
    "official": (
        ("official page", "official network page"),
        ("official site",),
        ("treaty body page",),
        ("official news", "official announcement"),
        ("official table", "official table, first rows only"),
        ("official database",),
        ("official law text",),
        ("official law database",),
        ("government page",),
        ("government news",),
        ("embassy news",),
        ("government statistics",),
        ("CITES document", "official document"),
        ("statement",),
        ("joint statement",),
        ("speech",),
        ("written answer",),
    ),
    "organiser": (
        ("organiser news",),
        ("trainer news",),
        ("opinion by organiser",),
        ("organiser page",),
        ("course page",),
        ("event page",),
        ("meeting page",),
        ("network page",),
        ("programme page",),
        ("project page",),
        ("organisation page",),
        ("organiser document", "handbook"),
        ("project report",),
        ("press release", "news release", "organiser press release"),
        ("announcement",),
        ("notice", "own notice"),
        ("agenda", "calendar"),
    ),
    "partner": (
        ("partner news",),
        ("participant news",),
        ("donor news",),
        ("news by the facility's writer", "news by the facility writer"),
        ("partner page", "regional body, abstract"),
        ("document page",),
        ("publication page",),
        ("publication",),
        ("report",),
        ("NGO news",),
        ("NGO page",),
        ("NGO report",),
        ("NGO briefing",),
        ("NGO note",),
    ),
    "academic": (
        ("journal article",),
        ("study",),
        ("book",),
        ("dataset",),
        ("research page", "specialist group page"),
        ("reference work",),
    ),
    "media": (
        (
            "news",
            "news after an official release",
            "news on the bill",
            "news quoting the law",
            "news with statistics",
            "news with the statement of the wildlife department",
        ),
        ("news agency", "state news agency"),
        ("newsletter",),
        ("meeting report",),
        ("law journal",),
        ("opinion",),
        ("social media",),
    ),
    "copy": (
        ("document copy", "case study copy", "country report copy", "government paper copy", "ngo paper copy", "text copy"),
        ("CITES document copy",),
        ("government copy", "government copy of a press release"),
        ("government report copy",),
        ("country paper copy", "country paper"),
        ("policy copy", "policy"),
        ("notice copy",),
        ("presentation copy",),
        ("web copy",),
        ("law text copy", "law text"),
        ("draft law copy",),
        ("official gazette copy",),
        ("law database", "legal database"),
        ("law library",),
        ("news copy",),
        ("newsletter copy",),
        ("press release copy", "release copy"),
        ("report copy",),
        ("meeting report copy",),
        ("book copy",),
        ("journal article copy", "species account copy"),
        ("dataset copy", "dataset copied from the official list"),
    ),
    "secondary": (
        ("blog", "blog quoting a ministerial regulation"),
        ("staff blog",),
        ("law blog",),
        ("encyclopaedia", "encyclopedia"),
        ("encyclopaedia copy", "encyclopedia copy"),
        ("trade blog", "customs broker news"),
        ("trade page", "association page"),
        ("trade portal",),
        ("law firm note", "law note"),
        ("law summary",),
        ("legal overview", "legal explainer", "legal information page"),
        ("quotation", "law text quoted", "proposal quoted"),
        ("book page", "topic page"),
        ("data package", "dataset in a software repository"),
        ("retelling", "secondary", "news summary", "study site summary"),
    ),
}
"""The kinds of each class: each by its word, then its other spellings."""

SOURCE_KINDS = TermList(
    "source_kinds",
    [Term(kind, kind, name, synonyms=tuple(others)) for name, kinds in _KINDS.items() for kind, *others in kinds],
)
_CLASSES = {kind: name for name, kinds in _KINDS.items() for kind, *_ in kinds}
_OF_CITES = ("CITES document", "CITES document copy")


_PAGES_OF_TEXTS = ("document page", "publication page")
_TEXTS = frozenset(
    (
        *("official site", "official page", "official law text", "CITES document", "statement", "joint statement", "speech"),
        *("written answer", "organiser document", "project report", "report", "publication", "NGO report", "NGO briefing", "NGO note"),
        *("journal article", "study", "book", "policy copy", "presentation copy", "web copy", "text copy"),
        *(kind for kind, *_ in _KINDS["copy"] if kind not in ("law database", "law library", "news copy", "newsletter copy")),
    )
)


def holds_text(kind: str) -> bool:
    """Whether a source of this kind is the text of a document itself, be it a copy; others only tell of it."""
    return kind in _TEXTS


def leads_to_text(kind: str) -> bool:
    """Whether a source of this kind is the page of a publisher from which the text of a document can be opened."""
    return kind in _PAGES_OF_TEXTS


def source_class(kind: str) -> SourceClass:
    """The class of a kind of the list. Raises KeyError for any other word."""
    return _CLASSES[kind]


def kinds_of_class(name: SourceClass) -> tuple[str, ...]:
    """The kinds of a class, by their words."""
    return tuple(kind for kind, *_ in _KINDS[name])


def is_cites_document(kind: str) -> bool:
    """Whether a source is a document of CITES itself, be it read in a copy."""
    return kind in _OF_CITES
