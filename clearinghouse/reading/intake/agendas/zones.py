"""Zones: what an agenda calls its time zones becomes their IANA names."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache

from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

from clearinghouse.reading.intake.agendas.components import Component
from clearinghouse.records.keys.lists import LISTS

UTC = "UTC"
_UTC_NAMES = frozenset(["utc", "gmt", "etc/utc", "etc/gmt", "z", "tzone://microsoft/utc"])
_CITIES = re.compile(r"\((?:UTC|GMT)[+-]\d\d:\d\d\) (.+)")
"""As Windows shows a zone: by the cities in it."""
_SAYS_WHERE = ("X-LIC-LOCATION", "TZID-ALIAS-OF", "TZURL")


@dataclass(frozen=True)
class Zones:
    """The zones of a calendar. own: that of its `X-WR-TIMEZONE`, in which programs show what stands there in UTC, or
    empty; described: by the name in the file, the IANA names of what its VTIMEZONE components say they are."""

    own: str = ""
    described: Mapping[str, str] = field(default_factory=dict)

    def of(self, name: str) -> str:
        """The IANA name of what a TZID names; empty where nobody can say."""
        return iana(name) or self.described.get(name, "")


def zones_of(own: str, components: Iterable[Component]) -> Zones:
    """The zones of a calendar with the VTIMEZONE components."""
    described = {component.text("TZID"): _described(component) for component in components}
    return Zones(Zones(described=described).of(own) if own else "", described)


def iana(name: str) -> str:
    """The IANA name that a name is, is for Windows, or ends with, as in `/mozilla.org/20050126_1/Asia/Bangkok`, or that of
    the first city in it, as in `(UTC+07:00) Bangkok, Hanoi, Jakarta`; or empty."""
    if cities := _CITIES.fullmatch(name.strip()):
        return next((zone for city in cities[1].split(", ") if (zone := _by_city().get(city.casefold()))), "")
    return next((zone for spelling in _spellings(name.strip()) if (zone := _listed(spelling))), "")


def _spellings(name: str) -> Iterator[str]:
    yield name
    parts = name.removesuffix(".ics").split("/")
    yield from ("/".join(parts[-length:]) for length in (3, 2) if len(parts) > length)


@cache
def _by_city() -> Mapping[str, str]:
    return {zone.rpartition("/")[2].replace("_", " ").casefold(): zone for zone in LISTS["zones"].names}


def _listed(name: str) -> str:
    if name.casefold() in _UTC_NAMES:
        return UTC
    meant = LISTS["zones"].meant_by(WINDOWS_TO_OLSON.get(name, name))
    return meant or ""


def _described(component: Component) -> str:
    """By what a VTIMEZONE says of its place. Its offsets alone could be those of many places."""
    return next((zone for name in _SAYS_WHERE if (zone := iana(component.text(name)))), "")
