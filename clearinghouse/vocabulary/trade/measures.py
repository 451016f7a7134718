"""Measures: what a figure says of that which it counts, and the kinds of units that fit it."""

from dataclasses import dataclass

from clearinghouse.vocabulary.terms import Term, TermList
from clearinghouse.vocabulary.trade.units import (
    ANIMALS,
    AREA,
    CASES,
    COUNTRIES,
    COURSES,
    ITEMS,
    MASS,
    MONEY,
    PEOPLE,
    SHARE,
    SPECIES,
    TIME,
    VOLUME,
)


@dataclass(frozen=True)
class Measure(Term):
    """A measure. wording: what it means, in a line; kinds: those of the units that fit it. A share fits all of them."""

    kinds: tuple[str, ...] = ()

    def fits(self, kind: str) -> bool:
        """Whether units of a kind can count it."""
        return kind == SHARE or kind in self.kinds


_GOODS = (MASS, VOLUME, ANIMALS, ITEMS, MONEY)


def _measure(name: str, wording: str, *kinds: str) -> Measure:
    return Measure(name, name.capitalize(), "", wording, (), kinds)


MEASURES: TermList[Measure] = TermList(
    "measures",
    (
        _measure("seized", "taken by the authorities", *_GOODS, CASES, SPECIES),
        _measure("rescued", "live animals taken into care", ANIMALS),
        _measure("destroyed", "destroyed by the authorities", *_GOODS),
        _measure("reported", "reported or recorded", *_GOODS, AREA, CASES, PEOPLE),
        _measure("investigated", "looked into by the authorities, or cleared up", CASES, PEOPLE),
        _measure("arrested", "arrested", PEOPLE, CASES),
        _measure("prosecuted", "brought before a prosecutor or a court", PEOPLE, CASES),
        _measure("convicted", "found guilty, and to what punishment", PEOPLE, CASES, TIME, MONEY),
        _measure("traded", "traded, whether by the law or against it", *_GOODS, SPECIES),
        _measure("trafficked", "traded against the law", *_GOODS, SPECIES),
        _measure("exported", "exported within the law", *_GOODS, SPECIES),
        _measure("permitted", "what a quota allows", *_GOODS),
        _measure("estimated", "what is not counted but estimated", *_GOODS, AREA, CASES, PEOPLE),
        _measure("lost", "lost to crime or to those who took it", *_GOODS, AREA),
        _measure("listed", "under a list of protected species", SPECIES),
        _measure("delivered", "made or given by a project or a programme", ITEMS, COURSES, PEOPLE),
        _measure("taking part", "who took part", COUNTRIES, PEOPLE),
    ),
)
