"""Library: every collection, every other room and all that comes out regularly, with what it is, how much there is, and the newest."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from clearinghouse.catalogue.catalogue import Catalogue
from clearinghouse.publications.html.lines import text_bit
from clearinghouse.publications.html.parts import Bit, Line
from clearinghouse.publications.site import Room, Site
from clearinghouse.publications.translation.language import language
from clearinghouse.publications.translation.texts import gettext
from clearinghouse.publications.words import date_words
from clearinghouse.records.collection import COLLECTIONS
from clearinghouse.records.collections.event import Event
from clearinghouse.records.collections.record import Record
from clearinghouse.vocabulary.states import MEMBER_STATES


@dataclass(frozen=True)
class RoomLine:
    """A room as the page shows it. about: what it is, in the language of the page; count: of what it holds, or None where it holds no
    records; newest: the newest of them."""

    room: Room
    about: str
    count: int | None
    newest: Line


@dataclass(frozen=True)
class Regular:
    """Pages that come out by the week or by the year. titles: of each page with its address, the newest first."""

    room: Room
    titles: tuple[tuple[str, str], ...]


def context(catalogue: Catalogue, site: Site, regular: Sequence[Regular]) -> Mapping[str, Any]:
    """What the page lays out below its prose."""
    shelves = [(shelf.title, [_line_of(room, catalogue) for room in shelf.rooms]) for shelf in site.shelves]
    if lines := [_regular_line(series) for series in regular if series.titles]:
        shelves.append((gettext("Reports and summaries"), lines))
    return {"shelves": shelves}


def _regular_line(regular: Regular) -> RoomLine:
    room = replace(regular.room, title=gettext(regular.room.title))
    title, address = regular.titles[0]
    return RoomLine(room, gettext(room.about), len(regular.titles), (Bit(gettext("Newest: ")), Bit(title, to=address)))


def _line_of(room: Room, catalogue: Catalogue) -> RoomLine:
    collection, about = room.address.removesuffix("/"), room.abouts.get(language().tag, room.about)
    if collection in COLLECTIONS:
        records = catalogue.collection(collection)
        return RoomLine(room, about, len(records), _newest(records, catalogue))
    return RoomLine(room, about, len(MEMBER_STATES) if collection == "countries" else None, ())


def _newest(records: tuple[Record, ...], catalogue: Catalogue) -> Line:
    """The newest that has begun, by the date of what it tells of, and no observance; where those have none, the last that
    changed here, which has no title if all came on one day."""
    is_by_date = any(COLLECTIONS[record.collection].is_newest_first for record in records[:1])
    dated = [record for record in records if is_by_date and record.sort_date and record.sort_date.first <= catalogue.as_of]
    dated = [record for record in dated if not (isinstance(record, Event) and record.is_observance)]
    if dated:
        newest = dated[0]
        return Bit(gettext("Newest: ")), _title_of(newest), Bit(f", {date_words(newest.sort_date)}")
    if not records:
        return ()
    last = max(record.last_change for record in records)
    of_that_day = [record for record in records if record.last_change == last]
    if len(of_that_day) == 1:
        return Bit(gettext("Last changed: ")), _title_of(of_that_day[0]), Bit(f", {date_words(last)}")
    return (Bit(gettext("Last changed on {day}", day=date_words(last))),)


def _title_of(record: Record) -> Bit:
    return replace(text_bit(record.title), to=record.address)
