"""Status: how a state's category and its being a party are said, with their dates, wherever they stand."""

from clearinghouse.publications.html.parts import Badge
from clearinghouse.publications.translation.texts import gettext
from clearinghouse.publications.words import date_words, on_words, short_date_words
from clearinghouse.records.collections.legislation import Assessment, Party

_BADGES = {
    "1": ("done", "Category 1"),
    "2": ("heed", "Category 2"),
    "3": ("heed", "Category 3"),
    "not-1": ("heed", "Not in Category 1"),
    "non-party": ("soon", "Not confirmed"),
    "unknown": ("soon", "Unknown"),
}
CATEGORY_NAMES = {category: words for category, (_, words) in _BADGES.items()} | {"non-party": "not a party"}
"""What a category is called where one is chosen."""
PARTY_DATES = (
    ("signed", "signed"),
    ("ratified", "ratified"),
    ("accession", "acceded"),
    ("in_force", "in force since"),
    ("since", "party since"),
)
SINCE = " since"
"""How the words end that need no `on` or `in` before their date."""


def category_words(status: Assessment | None) -> str:
    """A status without its date, for who counts or narrows. A state known only as a non-party of an earlier day is not confirmed."""
    return _BADGES[status.category if status else "unknown"][1]


def status_badge(status: Assessment | None) -> Badge:
    """A status as a shape and a word, with the day, month or year for which it holds: `Category 1, Nov 2019`."""
    style, words = _BADGES[status.category if status else "unknown"]
    return Badge(style, f"{gettext(words)}, {short_date_words(status.as_of)}" if status else words)


def status_in_words(status: Assessment) -> str:
    """A status in a sentence: `Category 1 in the list of November 2019`."""
    return gettext("{status} in the list of {day}", status=gettext(status_words(status)), day=date_words(status.as_of))


def status_words(assessment: Assessment | None) -> str:
    """An assessment in a table."""
    if not assessment:
        return "not covered"
    return "not a party" if assessment.category == "non-party" else _BADGES[assessment.category][1]


def party_words(party: Party | None) -> str:
    """Whether a state is a party, in a table: as much as the source tells."""
    if not party:
        return "not stated in our sources"
    if not party.party:
        return gettext("not confirmed; not a Party {when}", when=on_words(party.as_of)) if party.as_of else "not confirmed"
    steps = [(label, value) for key, label in PARTY_DATES if (value := getattr(party, key))]
    if not steps:
        return "Party (date of accession not found)"
    label, value = steps[-1]
    return gettext("since {day}", day=date_words(value)) if label.endswith(SINCE) else f"{gettext(label)} {on_words(value)}"
