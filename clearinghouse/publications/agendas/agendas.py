"""Agendas: what takes place, for calendars that look again by themselves (iCalendar, RFC 5545 and RFC 7986)."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from functools import cache

from icalendar import Calendar, Timezone

from clearinghouse.catalogue.catalogue import Catalogue
from clearinghouse.publications.agendas.folding import folded
from clearinghouse.publications.agendas.spans import agendas_of, first_year, older_years
from clearinghouse.publications.agendas.vevents import as_last_dated, vdeadline, vevent
from clearinghouse.publications.channels import ALL, DEADLINES, EVENT, Channel, channels, channels_of, title_of
from clearinghouse.publications.site import Site
from clearinghouse.records.collections.event import Event
from clearinghouse.records.written.agenda_words import PRODUCT

AGAIN = timedelta(hours=12)
"""After how long a calendar may look again."""
EMPTY_ZONE = "Asia/Jakarta"
"""An agenda needs a component (RFC 5545 §3.6); an empty one holds this zone, where the ASEAN Secretariat is."""
_ZONES_FROM, _ZONES_TO = date(1990, 1, 1), date(2050, 1, 1)


def agendas(catalogue: Catalogue, site: Site) -> Iterator[tuple[str, bytes]]:
    """Every agenda of the site with its address: one for each channel that has one, one for each older year, and one for each event.

    Whatever its state, an event that is or was known to the day stands in them: a calendar learns only so that it was
    cancelled, or put off to no day. What has been renamed is found at its former addresses too, as nobody's calendar follows
    a page that leads on. Of the day of the build they depend on its year alone.
    """
    followed = {channel.id: channel for channel in channels(catalogue).values() if channel.agenda}
    known = {**followed, **{channel.id: channel for channel in older_years(catalogue).values()}}
    members: dict[str, list[tuple[bytes, str]]] = {key: [] for key in known}
    frame = _frame(_calendar(site))
    for event in sorted(catalogue.events, key=_moment):
        dated = as_last_dated(event)
        if dated:
            zone = dated.time.zone if dated.time else ""
            component = vevent(dated, catalogue, site)
            own = _agenda(frame, [(component, zone)])
            yield from ((f"{address}{EVENT}", own) for address in (event.address, *event.former_addresses))
            of_event = [followed[key] for key in channels_of(event) if key in followed]
            for channel in agendas_of(dated, of_event, catalogue.as_of):
                members[channel.id].append((component, zone))
        deadline = event.registration.deadline if event.registration else None
        if deadline and deadline.year >= first_year(catalogue.as_of):
            members[DEADLINES].append((vdeadline(event, deadline, catalogue, site), ""))
    for key, channel in known.items():
        yield channel.agenda, _agenda(_frame(_calendar_of(channel, site)), members[key])


def _moment(event: Event) -> tuple[date, str]:
    return event.starts.first if event.starts else date.max, event.key


def _calendar(site: Site) -> Calendar:
    calendar = Calendar()
    calendar.add("prodid", f"-//{site.authority}{PRODUCT}EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    return calendar


def _calendar_of(channel: Channel, site: Site) -> Calendar:
    calendar = _calendar(site)
    name = f"{title_of(channel, site)}: calendar" if channel.id == ALL else title_of(channel, site)
    for key in ("name", "x-wr-calname"):
        calendar.add(key, name)
    calendar.add("url", site.url + channel.page)
    calendar.add("source", site.url + channel.agenda, parameters={"VALUE": "URI"})
    calendar.add("refresh-interval", AGAIN, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", "PT12H")
    return calendar


def _agenda(frame: tuple[bytes, bytes], members: Iterable[tuple[bytes, str]]) -> bytes:
    """A calendar's frame with the time zones that its components need, then the components, written once for all agendas."""
    components = [component for component, _ in members]
    zones = sorted({zone for _, zone in members if zone}) or ([] if components else [EMPTY_ZONE])
    return b"".join([frame[0], *(_zone(name) for name in zones), *components, frame[1]])


def _frame(calendar: Calendar) -> tuple[bytes, bytes]:
    """What stands before a calendar's components, and what stands after them."""
    head, end, rest = folded(calendar.content_lines()).rpartition(b"END:VCALENDAR")
    return head, end + rest


@cache
def _zone(name: str) -> bytes:
    return folded(Timezone.from_tzid(name, first_date=_ZONES_FROM, last_date=_ZONES_TO).content_lines())
