"""The front page: what comes next, what changed, and where to start."""

from collections.abc import Mapping
from typing import Any

from clearinghouse.catalogue.catalogue import Catalogue
from clearinghouse.catalogue.news import News, news
from clearinghouse.publications import legislation
from clearinghouse.publications.parts import Bit, EventLine, Notice
from clearinghouse.publications.plans import summary
from clearinghouse.publications.views.events import event_line
from clearinghouse.publications.views.view import Setting
from clearinghouse.publications.words import capital, counted, date_words, records_counted, truncated, when
from clearinghouse.records.event import Event
from clearinghouse.records.training import Training
from clearinghouse.vocabulary.scripts import language_by_script
from clearinghouse.vocabulary.states import MEMBER_STATES

MOST_UPCOMING = 4
MOST_PAST = 3
MOST_CHANGES = 5
_SCALE_COLUMNS, _SCALE_ROWS = 5, 5
_NUMBERS = ("No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine")


def context(setting: Setting) -> Mapping[str, Any]:
    """What the front page lays out below its prose."""
    catalogue = setting.catalogue
    first = _first(catalogue)
    others = [event for event in catalogue.upcoming if event is not first][:MOST_UPCOMING]
    plans = [summary(plan, catalogue) for plan in catalogue.plans]
    return {
        "scales": _scales(),
        "doors": _doors(catalogue),
        "next": _next(first),
        "upcoming": [event_line(event, catalogue.as_of) for event in others],
        "none_announced": _none_announced(catalogue),
        "past": [event_line(event, catalogue.as_of) for event in catalogue.past[:MOST_PAST]],
        "no_past": Notice("No event lies in the past."),
        "changes": [_change(each) for each in news(catalogue)[:MOST_CHANGES]],
        "no_changes": Notice("Nothing has changed yet."),
        "plans": plans,
        "plans_title": f"{_NUMBERS[len(plans)] if len(plans) < len(_NUMBERS) else len(plans)} plan{'' if len(plans) == 1 else 's'}",
        "tiles": legislation.tiles(catalogue) if catalogue.legislation else [],
        "legend": legislation.legend(catalogue),
        "laws_told": legislation.read_when(catalogue),
    }


def _first(catalogue: Catalogue) -> Event | None:
    """The next event to begin whose day is known; what is under way or only known by month stands below it."""
    begins = (event for event in catalogue.upcoming if event.starts and event.starts.is_day and event.starts.first >= catalogue.as_of)
    return next(begins, None)


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
    read = [(capital(records_counted(len(catalogue.collection(name)), name)), f"{name}/") for name in ("trainings", "workshops")]
    read += [(f"Laws of {counted(len(catalogue.legislation), 'member state')}", "legislation/"), ("One page per country", "countries/")]
    contribute = [
        ("Announce a training", "contribute/"),
        ("Report that it was held", "contribute/"),
        ("Suggest a correction", "contribute/"),
        ("What a record needs", "contribute/"),
    ]
    further = [
        (capital(records_counted(len(catalogue.collection(name)), name)), f"{name}/")
        for name in ("programmes", "documents", "networks", "figures")
    ]
    return [
        {"title": "Read", "text": "What was done, what comes next and which law applies.", "links": read},
        {"title": "Look further", "text": "What can be shared, read and joined, and what was counted.", "links": further},
        {"title": "Contribute", "text": "Member states keep this page. Every record names its source.", "links": contribute},
    ]


def _next(event: Event | None) -> dict[str, Any] | None:
    if event is None:
        return None
    return {
        "when": when(event),
        "time": str(event.starts),
        "title": event.title,
        "to": event.address,
        "summary": truncated(event.summary, 240),
    }


def _none_announced(catalogue: Catalogue) -> Notice | None:
    if any(isinstance(event, Training) for event in catalogue.upcoming):
        return None
    told = [Bit("Announce a training", to="contribute/")]
    asks = catalogue.activity("poa-2016-2020/4.1.1")
    if asks:
        told = [
            Bit("Activity "),
            Bit(asks.number, to=asks.address),
            Bit(" of the plan asks each country to tell the others what it plans. "),
            *told,
        ]
    return Notice("No training is announced.", tuple(told))


def _change(each: News) -> EventLine:
    note = each.change.note if each.change and each.change.note else each.record.summary
    prefix = "" if each.what == "notice" or note.casefold().startswith(each.what) else f"{capital(each.what)}: "
    line = Bit(prefix + truncated(note, 200), lang=language_by_script(note))
    return EventLine(date_words(each.on), each.on.isoformat(), each.record.title, each.record.address, (line,))
