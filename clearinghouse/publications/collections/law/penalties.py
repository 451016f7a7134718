"""Penalties: prison and fines in words, as rows of the table of all states and as lines of a law's page."""

from collections.abc import Callable
from decimal import Decimal

from clearinghouse.publications.collections.law.claims import claim_lines, low_badges
from clearinghouse.publications.html.lines import separated, text_bit
from clearinghouse.publications.html.parts import Badge, Bit, Cell, Column, Item, Line, Notice, Section
from clearinghouse.publications.words import capital, counted, date_words, sentence
from clearinghouse.records.collections.legislation import LegislationStatus
from clearinghouse.records.collections.parts.law import Law
from clearinghouse.records.collections.parts.penalty import Penalty
from clearinghouse.vocabulary.states import MEMBER_STATES

ADDRESS = "legislation/penalties/"
NOT_FOUND = "not found"
CHECKED = "being checked"
MONTHS = 12
_BADGES = {CHECKED: ("heed", "Being checked"), "replaced": ("soon", "Replaced")}
COLUMNS = (
    Column("State", sorted="ascending"),
    *(Column(label) for label in ("Offence", "Article", "Prison", "Fine", "Who", "Confiscation", "In force")),
)


def prison_words(penalty: Penalty) -> str:
    """`3 to 15 years`, `up to 6 months`; empty where no source gives a time."""
    return _span(penalty.prison_from, penalty.prison_to, _time_words)


def fine_words(penalty: Penalty) -> str:
    """`THB 300,000 to 1,500,000`; empty where no source gives a sum."""
    words = _span(penalty.fine_from, penalty.fine_to, lambda sum_: f"{penalty.currency}\u00a0{sum_:,f}")
    # The currency stands once.
    begin, currency, rest = words.partition(f" to {penalty.currency}\u00a0")
    return f"{begin} to {rest}" if currency and penalty.fine_from is not None else words


def _span(low: Decimal | None, high: Decimal | None, words: Callable[[Decimal], str]) -> str:
    if low is not None and high is not None and low != high:
        begin, end = words(low), words(high)
        first, unit = begin.partition(" ")[::2]
        # `1 year to 5 years` is `1 to 5 years`; months and years both keep their unit.
        is_same = bool(unit) and unit.rstrip("s") == end.partition(" ")[2].rstrip("s")
        return f"{first if is_same else begin} to {end}"
    if high is not None:
        return words(high) if low == high else f"up to {words(high)}"
    return f"from {words(low)}" if low is not None else ""


def _time_words(years: Decimal) -> str:
    """Years as people say them: whole ones as years, others as months."""
    return counted(int(years), "year") if years == int(years) else counted(round(years * MONTHS), "month")


def penalty_cells(penalty: Penalty, record: LegislationStatus) -> tuple[Cell, ...]:
    """A row of the table of all states."""
    law = next(law for law in record.laws if law.id == penalty.law)
    state = MEMBER_STATES[record.country].name
    note: tuple[Line, ...] = ((Bit(penalty.note, small=True),),) if penalty.note else ()
    per: tuple[Line, ...] = ((Bit(penalty.per, small=True),),) if penalty.per else ()
    return (
        Cell(((Bit(state, code=record.country), Bit(" "), Bit(state, to=record.address)),), is_heading=True),
        Cell(((text_bit(penalty.offence),), *note, *claim_lines(penalty)[-1:]), "Offence", badges=_badges(penalty)),
        Cell((_named(law, record), (Bit(penalty.article),)), "Article"),
        _amount(prison_words(penalty), "Prison", penalty.prison_to or penalty.prison_from, penalty),
        _amount(fine_words(penalty), "Fine", penalty.fine_to or penalty.fine_from, penalty, penalty.currency or "", *per),
        Cell(((Bit(capital(penalty.applies_to)),),), "Who"),
        Cell(((text_bit(penalty.confiscation),) if penalty.confiscation else (Bit(NOT_FOUND, small=True),),), "Confiscation"),
        _in_force(penalty),
    )


def _badges(penalty: Penalty) -> tuple[Badge, ...]:
    return (*((Badge(*_BADGES[penalty.status]),) if penalty.status in _BADGES else ()), *low_badges(penalty))


def _named(law: Law, record: LegislationStatus) -> Line:
    number = f", {law.number}" if law.number else ""
    return (Bit(law.title, to=record.law_address(law)), Bit(number))


def _amount(words: str, label: str, amount: Decimal | None, penalty: Penalty, unit: str = "years", *more: Line) -> Cell:
    """A number in words, by which its column sorts; what no source gives says so, and what is being checked says that."""
    silent = CHECKED if penalty.status == CHECKED else NOT_FOUND
    if not words:
        return Cell(((Bit(silent, small=True),),), label)
    return Cell(((Bit(words),), *more), label, order=(unit, f"{amount:f}"))


def _in_force(penalty: Penalty) -> Cell:
    lines: list[Line] = []
    if penalty.in_force:
        lines.append((Bit(date_words(penalty.in_force), time=str(penalty.in_force)),))
    if penalty.amended_by:
        lines.append((Bit(f"Amended by {penalty.amended_by}", small=True),))
    return Cell(tuple(lines) or ((Bit(NOT_FOUND, small=True),),), "In force")


def penalty_item(penalty: Penalty) -> Item:
    """A penalty on the page of its law, in sentences; what no source gives says so."""
    silent = CHECKED if penalty.status == CHECKED else NOT_FOUND
    words = [f"{penalty.article}.", f"Prison: {prison_words(penalty) or silent}."]
    words.append(f"Fine: {fine_words(penalty) or silent}{f' ({penalty.per})' if penalty.per else ''}.")
    words.append(f"For {penalty.applies_to}.")
    words += [f"Confiscation: {penalty.confiscation}."] if penalty.confiscation else []
    words += [f"In force in this form since {date_words(penalty.in_force)}."] if penalty.in_force else []
    words += [f"Amended by {penalty.amended_by}."] if penalty.amended_by else []
    context: list[Bit] = [Bit(" ".join(words) + " ")]
    context += [text_bit(sentence(penalty.note)), Bit(" ")] if penalty.note else []
    context += [Bit("Source: " if len(penalty.sources) == 1 else "Sources: ")]
    context += separated((Bit(source.publisher, href=source.url) for source in penalty.sources), "; ")
    return Item((text_bit(penalty.offence),), tuple(context), _badges(penalty))


def penalties_section(record: LegislationStatus) -> Section:
    """How many penalties of a state were found, for which of its laws, and the way to them."""
    current = [penalty for penalty in record.penalties if penalty.status != "replaced"]
    if not current:
        return Section(
            "penalties", "Penalties", empty=Notice("No penalty was found in a source.", (Bit("All states", to=ADDRESS), Bit(".")))
        )
    laws = [law for law in record.laws if any(penalty.law == law.id for penalty in current)]
    items = tuple(
        Item(
            (Bit(law.title, to=f"{record.law_address(law)}#penalties"),),
            (Bit(f"{capital(counted(sum(penalty.law == law.id for penalty in current), 'penalty', 'penalties'))}."),),
        )
        for law in laws
    )
    table = Bit("In a table", to=f"{ADDRESS}by/countries/{record.country.lower()}/")
    return Section("penalties", "Penalties", items, ((table, Bit(", or "), Bit("those of all states", to=ADDRESS), Bit(".")),))
