"""Units and measures: each unit has one kind and one base, each measure fits units that are there."""

from decimal import Decimal

from clearinghouse.vocabulary.trade.measures import MEASURES
from clearinghouse.vocabulary.trade.units import CURRENCIES, UNIT_KINDS, UNITS


def test_every_kind_has_units_and_every_unit_a_kind() -> None:
    """A kind without units, or a unit of a kind that nobody lists, could be neither chosen nor narrowed by."""
    assert {unit.kind for unit in UNITS} == set(UNIT_KINDS)
    assert {kind for measure in MEASURES for kind in measure.kinds} <= set(UNIT_KINDS)


def test_units_of_one_base_are_of_one_kind() -> None:
    """What is compared is of one kind; of money each currency stands by itself."""
    kinds = {unit.base: {other.kind for other in UNITS if other.base == unit.base} for unit in UNITS}
    assert all(len(of_base) == 1 for of_base in kinds.values())
    assert {base for base, of_base in kinds.items() if of_base == {"money"}} == set(CURRENCIES)


def test_a_tonne_is_a_thousand_kilograms_and_a_trillion_a_million_millions() -> None:
    """So that 2,058 kg stand below 7.12 tonnes."""
    assert UNITS["tonnes"].size == UNITS["kg"].size * 1000
    assert UNITS["square kilometres"].size == UNITS["hectares"].size * 100 == UNITS["rai"].size * 625
    assert UNITS["trillion IDR"].size == UNITS["million IDR"].size * 1_000_000 == Decimal(10**12)


def test_people_are_convicted_and_kilograms_are_not() -> None:
    """A share fits every measure."""
    convicted = MEASURES["convicted"]
    assert [convicted.fits(UNITS[unit].kind) for unit in ("people", "years", "million VND", "kg", "per cent")] == [
        True,
        True,
        True,
        False,
        True,
    ]
