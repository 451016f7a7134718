"""Kinds of sources: what a page is, and how near it stands to what it tells: the class of a source.

A spelling that says a language or a number in brackets behind the kind, `news (Thai)`, is of that kind.
"""

from typing import Literal, get_args

from clearinghouse.vocabulary.terms import Term, TermList

SourceClass = Literal["official", "organiser", "partner", "academic", "media", "copy", "secondary"]
"""official: a government, a treaty body or ASEAN; organiser: who did it; partner: who took part, paid or follows the
matter as an organisation; academic: research; media: who reports the news; copy: somebody else's copy of a text, whoever
wrote it; secondary: blogs, encyclopaedias, traders, and retellings."""
SOURCE_CLASSES: tuple[SourceClass, ...] = get_args(SourceClass)


def _of(source_class: SourceClass, *kinds: tuple[str, ...]) -> tuple[Term, ...]:
    """The kinds of a class: each by its word, then its other spellings."""
    return tuple(Term(kind, kind, source_class, synonyms=tuple(others)) for kind, *others in kinds)


SOURCE_KINDS = TermList(
    "source kinds",
    (
        *_of(
            "official",
            ("official page", "official site", "official network page", "treaty body page"),
            ("official news", "official announcement"),
            ("official table", "official table, first rows only"),
            ("official database",),
            ("official law text", "official law database"),
            ("government page",),
            ("government news", "embassy news"),
            ("government statistics",),
            ("CITES document", "official document"),
            ("statement", "joint statement", "speech", "written answer"),
        ),
        *_of(
            "organiser",
            ("organiser news", "trainer news", "opinion by organiser"),
            ("organiser page", "course page", "event page", "meeting page", "network page", "programme page", "project page"),
            ("organiser document", "project report", "handbook"),
            ("press release", "news release", "organiser press release", "announcement", "notice"),
            ("organisation page",),
        ),
        *_of(
            "partner",
            ("partner news", "participant news", "donor news", "news by the facility's writer", "news by the facility writer"),
            ("partner page", "document page", "publication page", "regional body, abstract"),
            ("NGO news",),
            ("NGO page",),
            ("NGO report", "NGO briefing", "NGO note", "report", "publication"),
        ),
        *_of(
            "academic",
            ("journal article",),
            ("research page", "specialist group page"),
            ("reference work",),
        ),
        *_of(
            "media",
            (
                "news",
                "news after an official release",
                "news on the bill",
                "news quoting the law",
                "news with statistics",
                "news with the statement of the wildlife department",
            ),
            ("news agency", "state news agency"),
            ("meeting report",),
            ("law journal",),
        ),
        *_of(
            "copy",
            (
                "document copy",
                "case study copy",
                "country paper",
                "country paper copy",
                "country report copy",
                "government copy",
                "government copy of a press release",
                "government paper copy",
                "government report copy",
                "NGO paper copy",
                "notice copy",
                "policy",
                "presentation copy",
                "text copy",
                "web copy",
            ),
            ("CITES document copy",),
            ("law text copy", "law text", "draft law copy", "official gazette copy"),
            ("law database", "law library", "legal database"),
            ("news copy", "newsletter copy", "press release copy", "release copy"),
            ("report copy", "meeting report copy", "book copy"),
            ("journal article copy", "species account copy"),
            ("dataset copy", "dataset copied from the official list"),
        ),
        *_of(
            "secondary",
            ("blog", "staff blog", "law blog", "blog quoting a ministerial regulation"),
            ("encyclopaedia", "encyclopedia", "encyclopaedia copy", "encyclopedia copy"),
            ("trade blog", "trade page", "trade portal", "customs broker news", "association page"),
            ("law firm note", "law note", "law summary", "legal explainer", "legal information page", "legal overview"),
            ("quotation", "law text quoted", "proposal quoted"),
            ("book page", "topic page"),
            ("data package", "dataset in a software repository"),
            ("retelling", "secondary", "news summary", "study site summary"),
        ),
    ),
)
"""Official are government, treaty body and ASEAN alone: a law on the page of a publisher is a copy, what a trader quotes
of it is secondary."""
_BY_SPELLING = {spelling.casefold(): kind for kind in SOURCE_KINDS for spelling in (kind.id, *kind.synonyms)}


def source_kind(spelling: str) -> Term | None:
    """The kind that a spelling means, with or without what stands in brackets behind it; None where it means none."""
    plain = spelling.strip().casefold()
    return _BY_SPELLING.get(plain) or _BY_SPELLING.get(plain.partition(" (")[0])


def source_class(spelling: str) -> SourceClass:
    """The class of what a source says it is. What is of no known kind is `secondary`: nobody knows how near it stands."""
    kind = source_kind(spelling)
    return next(name for name in SOURCE_CLASSES if name == kind.group) if kind else "secondary"


def is_cites_document(spelling: str) -> bool:
    """Whether a source is a document of CITES itself, be it read in a copy."""
    kind = source_kind(spelling)
    return kind is not None and kind.id in ("CITES document", "CITES document copy")
