"""Cells: what the tables of several collections show of a record, column by column."""

from collections.abc import Callable
from typing import Any, TypeVar

from clearinghouse.catalogue.catalogue import Catalogue
from clearinghouse.publications.collections.view import confidence_badge, kind_words, other_titles
from clearinghouse.publications.html.lines import separated
from clearinghouse.publications.html.parts import Badge, Bit, Cell, Column, Line
from clearinghouse.publications.translation.texts import gettext
from clearinghouse.publications.words import date_words, state_name
from clearinghouse.records.collections.record import Record
from clearinghouse.records.keys.dates import PartialDate
from clearinghouse.vocabulary.audiences import AUDIENCES
from clearinghouse.vocabulary.writing_systems import language_by_script

R = TypeVar("R", bound=Record)
ListColumn = tuple[Column, Callable[[R, Catalogue], Cell]]
NOT_STATED = "not stated"
CONTRIBUTES = "Contributes to"


def text_column(
    label: str, words: Callable[[R], str | None], silent: str = NOT_STATED, is_prose: bool = False, is_aside: bool = False
) -> ListColumn[R]:
    """A column of plain texts. silent: what stands there where a record has none; is_prose: whether nobody sorts by them; is_aside:
    whether a card leaves them out."""
    return Column(label, is_prose=is_prose, is_aside=is_aside), lambda record, catalogue: text_cell(words(record), label, silent)


def title_column(label: str, is_sorted: bool = False) -> ListColumn[Any]:
    """The column of titles, by which the list is sorted or not."""
    return Column(label, sorted="ascending" if is_sorted else ""), title_cell


def day_column(label: str, day: Callable[[R], PartialDate | None], silent: str) -> ListColumn[R]:
    """A column of days, months or years, sorted as such. silent: what stands there where a record has none."""
    return (
        Column(label),
        lambda record, catalogue: (
            Cell(((Bit(date_words(value), time=str(value)),),), label) if (value := day(record)) else text_cell(None, label, silent)
        ),
    )


def text_cell(text: str | None, label: str, silent: str = NOT_STATED) -> Cell:
    """A text, or quietly that there is none."""
    return Cell(((Bit(text),),), label) if text else silent_cell(label, silent)


def silent_cell(label: str, silent: str = NOT_STATED, *, is_number: bool = False) -> Cell:
    """A cell that only says that nothing is known."""
    return Cell(quiet(silent), label, is_number=is_number, is_silent=True)


def quiet(text: str) -> tuple[Line, ...]:
    """What is said where there is nothing to say."""
    return ((Bit(text, small=True),),)


def title_cell(record: Record, catalogue: Catalogue, *own: Badge) -> Cell:
    """The title, which leads to the record, those in other languages, and its badges between those that all records have."""
    badges = (*([Badge("stop", "Withdrawn")] if record.withdrawn else []), *own)
    badges += (confidence_badge("low"),) if record.confidence == "low" else ()
    local = tuple((Bit(title, lang=tag, small=True),) for tag, title in other_titles(record))
    head = (Bit(record.title, to=record.address, lang=language_by_script(record.title)),)
    return Cell((head, *local), is_heading=True, badges=badges)


def date_cell(record: Record, catalogue: Catalogue) -> Cell:
    """The date by which it is sorted."""
    if not record.sort_date:
        return Cell(quiet("date not known"))
    return Cell(((Bit(date_words(record.sort_date), time=str(record.sort_date)),),))


def serves_cell(record: Record, catalogue: Catalogue) -> Cell:
    """The activities that it serves, as plans are cited."""
    bits = []
    for key in record.serves:
        activity, plan = catalogue.activity(key), catalogue.plan(key.partition("/")[0])
        bits.append(Bit(f"{plan.prefix}\u00a0{activity.number}", to=activity.address) if activity and plan else Bit(key))
    return Cell((separated(bits),), CONTRIBUTES) if bits else silent_cell(CONTRIBUTES, "none")


def states_cell(record: Record, catalogue: Catalogue) -> Cell:
    """The states that it concerns, by their codes."""
    bits: list[Bit] = []
    for code in record.states:
        bits += [Bit(" ")] if bits else []
        bits.append(Bit(state_name(code), code=code))
    return Cell((tuple(bits),), "States") if bits else silent_cell("States", "none named")


def audience_cell(record: Record, catalogue: Catalogue) -> Cell:
    """Whom it is for."""
    return text_cell(", ".join(gettext(AUDIENCES[term].label) for term in getattr(record, "audience", ())), "Audience")


DATE: ListColumn[Any] = (Column("Date", sorted="descending"), date_cell)
KIND: ListColumn[Any] = text_column("Kind", kind_words)
SERVES: ListColumn[Any] = (Column(CONTRIBUTES, is_prose=True, is_aside=True), serves_cell)
STATES: ListColumn[Any] = (Column("States", is_prose=True), states_cell)
AUDIENCE: ListColumn[Any] = (Column("Audience", is_prose=True, is_aside=True), audience_cell)
