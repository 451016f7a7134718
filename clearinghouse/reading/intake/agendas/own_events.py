"""Own events: what our own agendas say in words goes back under the keys of the record that it came from."""

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime

from clearinghouse.problems.intake.agendas import ICS_002
from clearinghouse.problems.problem import Place, Problem
from clearinghouse.reading.intake.agendas.components import Component
from clearinghouse.reading.intake.agendas.texts import members_of, text_of
from clearinghouse.records.keys.lists import LISTS
from clearinghouse.records.written.agenda_words import AUDIENCE, CLOSES, OFF, ONLINE, REGISTER, STATUS
from clearinghouse.records.written.keys import key_in

OURS = re.compile(r"([a-z]+)/([a-z0-9-]+)(/deadline)?@.+")
"""The UIDs of our own agendas: collection and first id of a record, and whether it is the reminder of a deadline."""
_OFF = re.compile(rf"({'|'.join(word.capitalize() for word in OFF)}): ")

Text = tuple[str, str, str]
"""A key, the property that says it, and what it says; nothing where the property says it in another way."""


def off_word(event: Component) -> str:
    """The word before the title of an event that does not take place, or nothing."""
    match = _OFF.match(event.text("SUMMARY"))
    return match[1].lower() if match else ""


def own_texts(event: Component, collection: str, title: str, place: str) -> Iterator[Text]:
    """What one of our events says, instead of what another one would mean with the same. Our page is no source of itself."""
    off = off_word(event)
    yield "title", "SUMMARY", _OFF.sub("", title, count=1)
    if off:
        yield "status", "SUMMARY", off
    if event.text(STATUS):
        yield STATUS, STATUS, ""
        yield "status", STATUS, event.text(STATUS)
    if event.all("CREATED"):
        with suppress(ValueError):
            yield "published", "CREATED", f"{datetime.strptime(event.text('CREATED')[:8], '%Y%m%d'):%Y-%m-%d}"
    yield "sources.0.url", "URL", ""
    yield from _location(place)
    yield from _categories(event, collection)
    yield from _description(_paragraphs(event))


def left_over(table: str, event: Component) -> Iterator[Problem]:
    """The paragraphs of a description for which no key is read: notes on changes, which the record's own file has."""
    rest = [paragraph for paragraph in _paragraphs(event)[1:] if not paragraph.startswith((AUDIENCE, CLOSES, REGISTER))]
    if rest:
        line = event.all("DESCRIPTION")[0].line
        yield ICS_002.at(Place(table, line, key="DESCRIPTION"), found=" ".join(rest), lines=f"line {line}")


def _paragraphs(event: Component) -> list[str]:
    """Those of the description, but for the last, which is the address of our page."""
    texts = [text_of(one) for one in event.all("DESCRIPTION")]
    return [paragraph for text in texts for paragraph in text.split("\n\n") if paragraph != event.text("URL")]


def _location(location: str) -> Iterator[Text]:
    """Town and building, the state, and whether one can take part from anywhere."""
    place, is_online = (location.removesuffix(ONLINE).rstrip(", "), True) if location.endswith(ONLINE) else (location, False)
    town, _, last = place.rpartition(", ")
    host = LISTS["states"].meant_by(last)
    place = town if host else place
    yield "place", "LOCATION", place
    yield "host", "LOCATION", host or ""
    yield "mode", "LOCATION", ("hybrid" if place else "online") if is_online else ""


def _categories(event: Component, collection: str) -> Iterator[Text]:
    """The kind first, then the topics."""
    names = [name for one in event.all("CATEGORIES") for name in members_of(one)]
    kind = key_in(collection, "kind")
    if kind and names:
        yield "kind", "CATEGORIES", kind.meant(names.pop(0))
    yield "audience", "CATEGORIES", ""
    yield "topics", "CATEGORIES", "; ".join(LISTS["topics"].meant_by(name) or name for name in names)
    yield "topics_note", "CATEGORIES", ""


def _description(paragraphs: list[str]) -> Iterator[Text]:
    yield "summary", "DESCRIPTION", next(iter(paragraphs), "")
    yield "body", "DESCRIPTION", ""
    for paragraph in paragraphs[1:]:
        if paragraph.startswith(AUDIENCE):
            yield "audience", "DESCRIPTION", "; ".join(_audiences(paragraph.removeprefix(AUDIENCE)))
        elif paragraph.startswith(CLOSES):
            with suppress(ValueError):
                day = datetime.strptime(paragraph.removeprefix(CLOSES), "%d %B %Y.")
                yield "registration.deadline", "DESCRIPTION", f"{day:%Y-%m-%d}"
        elif paragraph.startswith(REGISTER):
            yield "registration.url", "DESCRIPTION", paragraph.removeprefix(REGISTER)


def _audiences(text: str) -> list[str]:
    """The audiences that a sentence lists by their labels, in its order. A label may hold another one, or the word `and`."""
    places: dict[int, str] = {}
    for term, label in sorted(LISTS["audiences"].names.items(), key=lambda pair: -len(pair[1])):
        at = text.find(label)
        if at >= 0:
            places[at] = term
            text = text.replace(label, "\0" * len(label), 1)
    return [places[at] for at in sorted(places)]
