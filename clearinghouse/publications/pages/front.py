"""The front page: what comes next, what changed, and where to start."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from clearinghouse.catalogue.catalogue import Catalogue
from clearinghouse.catalogue.exchange.matches import open_on
from clearinghouse.catalogue.news import News, news
from clearinghouse.publications.collections.exchange.offer import offer_item
from clearinghouse.publications.collections.view import Setting
from clearinghouse.publications.form_links import to_announce
from clearinghouse.publications.html.days import day_after, days, earliest
from clearinghouse.publications.html.lines import separated, text_bit
from clearinghouse.publications.html.parts import Bit, EventLine, Notice
from clearinghouse.publications.pages import coming
from clearinghouse.publications.pages.coming import Group
from clearinghouse.publications.pages.laws import overview
from clearinghouse.publications.pages.plans import summary
from clearinghouse.publications.pages.search import examples, placeholder
from clearinghouse.publications.translation.texts import gettext
from clearinghouse.publications.words import capital, counted, date_words, records_counted, truncated
from clearinghouse.records.collection import COLLECTIONS
from clearinghouse.records.collections.document import Document
from clearinghouse.records.collections.trade.figure import Figure
from clearinghouse.records.collections.training import Training
from clearinghouse.vocabulary.states import MEMBER_STATES
from clearinghouse.vocabulary.writing_systems import language_by_script

MOST_UPCOMING = 4
MOST_UNDER_WAY = 3
MOST_OPEN = 2
MOST_CLOSING = 4
MOST_PAST = 3
MOST_CHANGES = 5
MOST_TITLES, LONGEST_TITLE = 3, 80
"""How many records are named of those that came together, and how much of each title."""
MOST_OFFERS, MOST_SENT = 3, 12
_SCALE_COLUMNS, _SCALE_ROWS = 5, 5
_NUMBERS = ("No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine")


def context(setting: Setting) -> Mapping[str, Any]:
    """What the front page lays out below its prose."""
    catalogue, as_of = setting.catalogue, setting.catalogue.as_of
    events = coming.happenings(catalogue.events)
    first, next_up = coming.next_to_begin(events, as_of), coming.to_come(events, as_of, 1)
    last = max((line.days.last for line in next_up.lines if line.days and line.days.last), default=None)
    plans = [summary(plan, catalogue) for plan in catalogue.plans]
    return {
        "placeholder": placeholder(catalogue),
        "examples": examples(catalogue),
        "scales": _scales(),
        "doors": _doors(catalogue),
        "next": _with_summaries(first, catalogue),
        "standing": overview.standing(catalogue),
        "next_up": next_up,
        "nothing_next": Notice("No training or meeting is announced.", days=days(as_of, first=day_after(last))),
        "open": coming.open_now(events, as_of, MOST_OPEN),
        "latest": coming.over(events, as_of, 1),
        "upcoming": coming.to_come(events, as_of, MOST_UPCOMING, but=first.keys),
        "none_announced": _none_announced(catalogue),
        "past": coming.over(events, as_of, MOST_PAST),
        "no_past": None if catalogue.past else Notice("No past event is listed."),
        "under_way": coming.under_way(events, as_of, MOST_UNDER_WAY, but=first.keys),
        "closing": coming.closing(events, as_of, MOST_CLOSING),
        "exchange": coming.group((offer_item(offer, as_of) for offer in open_on(earliest(as_of), catalogue)[:MOST_SENT]), MOST_OFFERS),
        "changes": latest_changes(news(catalogue)),
        "no_changes": Notice("Nothing has changed yet."),
        "plans": plans,
        "plans_title": capital(counted(len(plans), "plan")),
        "tiles": overview.tiles(catalogue) if catalogue.legislation else [],
        "legend": overview.legend(catalogue),
        "laws_read": overview.read_when(catalogue),
    }


def _scales() -> list[dict[str, Any]]:
    """A pangolin's scales; eleven are solid, in the places of the member states in the tile map."""
    solid = {(state.row, state.column) for state in MEMBER_STATES.values()}
    # From the last row upwards, so that each row lies over the one below it, as on the animal.
    return [
        {"x": (48 if row % 2 else 26) + 44 * (column - 1), "y": 40 + 37 * (row - 1), "full": (row, column) in solid}
        for row in range(_SCALE_ROWS, 0, -1)
        for column in range(1, _SCALE_COLUMNS + 1 + (row % 2 == 0))
    ]


def _doors(catalogue: Catalogue) -> list[dict[str, Any]]:
    events = [name for name, collection in COLLECTIONS.items() if collection.is_event]
    counts = (*events, Document.collection, Figure.collection)
    read = [(capital(records_counted(len(catalogue.collection(name)), name)), f"{name}/") for name in counts]
    states = counted(len(catalogue.legislation), "member state")
    read += [(gettext("Laws of {states}", states=states), "legislation/"), ("One page per country", "countries/")]
    contribute = [
        ("Announce a training", to_announce(Training.collection)),
        ("Report that it took place", "contribute/#report-that-it-was-held"),
        ("Suggest a correction", "contribute/#correct-a-record"),
        ("What a record needs", "contribute/#what-a-record-needs"),
    ]
    along = [
        ("Recent changes (RSS)", "subscribe/"),
        ("Add the dates to your phone", "subscribe/"),
        ("All feeds and calendars", "subscribe/#lists"),
        ("Weekly summaries", "updates/digest/"),
        ("Download for offline use", "offline/"),
    ]
    return [
        {"title": "Read", "text": "What was done, what comes next and which law applies.", "links": read},
        {
            "title": "Contribute",
            "text": "Member states can propose records and corrections. Every record names its source.",
            "links": contribute,
        },
        {"title": "Get updates", "text": "No account or e-mail address needed.", "links": along},
    ]


def _with_summaries(group: Group[EventLine], catalogue: Catalogue) -> Group[EventLine]:
    """The same events, each with what it is about in place of where it is."""
    sent = {line.key for line in group.lines}
    abouts = {event.key: event.summary for event in catalogue.events if event.key in sent}
    return replace(group, lines=tuple(replace(line, context=(text_bit(truncated(abouts[line.key], 240)),)) for line in group.lines))


def _none_announced(catalogue: Catalogue) -> Notice:
    words = [Bit("Announce a training", to=to_announce(Training.collection))]
    asks = catalogue.activity("poa-2016-2020/4.1.1")
    if asks:
        words = [
            Bit("Activity "),
            Bit(asks.number, to=asks.address),
            Bit(" of the plan asks each country to share what it plans. "),
            *words,
        ]
    last = coming.last_day_of(event for event in catalogue.upcoming if isinstance(event, Training))
    return Notice("No training is announced.", tuple(words), days(catalogue.as_of, first=day_after(last)))


def latest_changes(pieces: Iterable[News]) -> list[EventLine]:
    """A line for each of the latest changes; records of one collection that came on one day share theirs."""
    return [_changes(together) for together in _gathered(pieces)[:MOST_CHANGES]]


def _gathered(pieces: Iterable[News]) -> list[list[News]]:
    """News in its order; records of one collection that came on one day are one piece of it."""
    together: dict[tuple[date, str], list[News]] = {}
    for piece in pieces:
        name = piece.record.collection if piece.what == "new" else piece.id
        together.setdefault((piece.on, name), []).append(piece)
    return list(together.values())


def _changes(pieces: Sequence[News]) -> EventLine:
    """A line for what is reported together: `5 figures added`, with the first of their titles."""
    first = pieces[0]
    if len(pieces) == 1:
        return _change(first)
    records = [piece.record for piece in pieces[:MOST_TITLES]]
    line = separated([replace(text_bit(truncated(record.title, LONGEST_TITLE)), to=record.address) for record in records], "; ")
    if rest := len(pieces) - len(records):
        line += (Bit("; "), Bit(gettext("and {number} more", number=rest)))
    collection = first.record.collection
    title = gettext("{records} added", records=records_counted(len(pieces), collection))
    return EventLine(date_words(first.on), first.on.isoformat(), title, f"{collection}/", line)


def _change(piece: News) -> EventLine:
    note = piece.change.note if piece.change and piece.change.note else piece.record.summary
    prefix = "" if piece.what == "notice" or note.casefold().startswith(piece.what) else f"{capital(piece.what)}: "
    line = Bit(prefix + truncated(note, 200), lang=language_by_script(note))
    return EventLine(date_words(piece.on), piece.on.isoformat(), piece.record.title, piece.address, (line,))
