"""Figures: how they are shown, each one number with its unit, period and scope."""

from pydantic_core import PydanticCustomError

from clearinghouse.catalogue.catalogue import Catalogue
from clearinghouse.publications.collections.cells import text_column, title_column
from clearinghouse.publications.collections.presentation import Presentation
from clearinghouse.publications.collections.view import Setting, View, fact, kind_badge, plain_view
from clearinghouse.publications.html.lines import state_lines
from clearinghouse.publications.html.parts import Bit, Cell, Column
from clearinghouse.publications.words import date_words, number_words
from clearinghouse.records.collections.trade.figure import COLLECTION, Figure
from clearinghouse.records.keys.dates import PartialDate


def view(record: Figure, setting: Setting) -> View:
    """One number, its unit, period and scope."""
    rows = (
        fact("Value", figure_words(record)),
        fact("Period", period_words(record)),
        fact("Scope", record.scope),
        fact("States", *state_lines(record.countries), silent=None),
        fact("Beside it", *(f"{number_words(amount.value)} {amount.unit}" for amount in record.also), silent=None),
    )
    return plain_view(record, setting, rows, badges=(kind_badge(record),))


def figure_words(record: Figure) -> str:
    """`more than 200 tonnes`."""
    return f"{amount_words(record)} {record.unit}"


def amount_words(record: Figure) -> str:
    """`more than 200`, where the unit stands beside it."""
    return " ".join(filter(None, (record.qualifier, number_words(record.value))))


def period_words(record: Figure) -> str:
    """The period; one that is a mere date is told in words."""
    try:
        return date_words(PartialDate.parse(record.period))
    except PydanticCustomError:
        return record.period


def _value(record: Figure, catalogue: Catalogue) -> Cell:
    return Cell(((Bit(figure_words(record)),),), "Value")


PRESENTATION: Presentation[Figure] = Presentation(
    collection=COLLECTION,
    view=view,
    columns=(
        title_column("What", is_sorted=True),
        (Column("Value"), _value),
        text_column("Period", period_words),
        text_column("Scope", lambda figure: figure.scope),
        text_column("Source", lambda figure: figure.sources[0].publisher),
    ),
)
