"""Units: in what figures are counted, each with its kind; numbers of other kinds, and of other currencies, are never compared."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from clearinghouse.vocabulary.terms import Term, TermList

MASS, VOLUME, AREA, MONEY, SHARE, TIME = "mass", "volume", "area", "money", "share", "time"
ANIMALS, ITEMS, CASES, PEOPLE, SPECIES, COUNTRIES, COURSES = "animals", "items", "cases", "people", "species", "countries", "courses"
UNIT_KINDS = (MASS, VOLUME, AREA, MONEY, ANIMALS, ITEMS, CASES, PEOPLE, SPECIES, COUNTRIES, COURSES, TIME, SHARE)
"""The kinds of units in their order of presentation."""
CURRENCIES = ("USD", "EUR", "CNY", "BND", "IDR", "KHR", "LAK", "MMK", "MYR", "PHP", "SGD", "THB", "VND")
"""Currencies by their codes (ISO 4217): those of the member states, and those in which reports on trade reckon."""


@dataclass(frozen=True)
class Unit(Term):
    """A unit. group: its kind; base: the unit in which it says the same as others; size: how many of the base it is. What is
    counted one by one is its own base: a violation is no case, though both are of one kind."""

    base: str = ""
    size: Decimal = Decimal(1)

    @property
    def kind(self) -> str:
        """What it measures."""
        return self.group

    @property
    def scale(self) -> str:
        """With which others its numbers can be put in order: those of its kind, and of money those of its currency."""
        return f"{self.kind} {self.base}" if self.kind == MONEY else self.kind


def _measured(kind: str, base: str, units: dict[str, str], **synonyms: tuple[str, ...]) -> Iterator[Unit]:
    """Units of one kind, each by how many of the base it is."""
    for name, size in units.items():
        label = "kilograms" if name == "kg" else name
        yield Unit(name, label, kind, "", synonyms.get(name.replace(" ", "_"), ()), base, Decimal(size))


def _money() -> Iterator[Unit]:
    sizes = {"": 0, "million ": 6, "billion ": 9, "trillion ": 12}
    for currency in CURRENCIES:
        for scale, digits in sizes.items():
            yield Unit(f"{scale}{currency}", f"{scale}{currency}", MONEY, base=currency, size=Decimal(10**digits))


def _counted(kind: str, *names: str, **synonyms: tuple[str, ...]) -> Iterator[Unit]:
    """Things that are counted one by one, in the words of the sources."""
    return (Unit(name, name, kind, "", synonyms.get(name.replace(" ", "_"), ()), name) for name in names)


UNITS: TermList[Unit] = TermList(
    "units",
    (
        # Which ton a source means, of 907, 1,000 or 1,016 kg, it seldom says: near enough for an order.
        *_measured(
            MASS,
            "kg",
            {"tonnes": "1000", "tons": "1000", "kg": "1", "grams": ".001"},
            tonnes=("t", "tonne", "metric tons", "metric tonnes"),
            tons=("ton",),
            kg=("kilogram", "kilograms", "kilogrammes", "kgs"),
            grams=("g", "gram"),
        ),
        *_measured(VOLUME, "cubic metres", {"cubic metres": "1"}, cubic_metres=("m3", "m³", "cubic meters", "cbm")),
        *_measured(
            AREA,
            "hectares",
            {"square kilometres": "100", "hectares": "1", "rai": ".16"},
            square_kilometres=("km2", "km²", "square kilometers"),
            hectares=("ha", "hectare"),
        ),
        *_money(),
        *_counted(ANIMALS, "animals", "individuals", animals=("animal", "heads", "whole animals")),
        *_counted(
            ITEMS,
            "pieces",
            "items",
            "specimens",
            "parcels",
            "traps",
            "articles",
            "products",
            "records",
            "reports",
            pieces=("piece", "pcs"),
            items=("item",),
            specimens=("specimen",),
            traps=("snares", "traps and snares"),
        ),
        *_counted(
            CASES,
            "cases",
            "case files",
            "investigation papers",
            "incidents",
            "seizures",
            "violations",
            cases=("case",),
            investigation_papers=("papers",),
            incidents=("incident",),
            seizures=("seizure",),
            violations=("violation",),
        ),
        *_counted(
            PEOPLE,
            "people",
            "suspects",
            "defendants",
            "officers",
            "trainees",
            people=("persons", "person"),
            trainees=("participants",),
        ),
        *_counted(SPECIES, "species", "taxa"),
        *_counted(COUNTRIES, "countries", countries=("states", "countries or territories")),
        *_counted(COURSES, "courses", "courses and sessions", courses=("course",)),
        *_measured(TIME, "months", {"years": "12", "months": "1"}, years=("year",), months=("month",)),
        *_measured(SHARE, "per cent", {"per cent": "1"}, per_cent=("percent", "%", "percentage")),
    ),
)
