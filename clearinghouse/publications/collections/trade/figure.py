"""Figures: how they are shown, each one number with its unit, period and scope."""

from collections.abc import Sequence
from datetime import date

from clearinghouse.catalogue.catalogue import Catalogue
from clearinghouse.publications.collections.cells import quiet, text_column, title_column
from clearinghouse.publications.collections.presentation import SERVES, SOURCES, FormLayout, FormPart, Presentation
from clearinghouse.publications.collections.trade.series import ADDRESS, TITLE, side_by_side
from clearinghouse.publications.collections.view import Setting, View, plain_view
from clearinghouse.publications.html.facts import fact
from clearinghouse.publications.html.lines import state_lines
from clearinghouse.publications.html.parts import Badge, Bit, Cell, Column, Lead, Number
from clearinghouse.publications.linked_data import figures
from clearinghouse.publications.translation.texts import gettext, ngettext
from clearinghouse.publications.words import (
    amount_words,
    capital,
    figure_period_words,
    figure_words,
    number_words,
    records_counted,
    span_words,
)
from clearinghouse.records.collections.trade.figure import COLLECTION, Figure
from clearinghouse.vocabulary.trade.measures import MEASURES


def view(record: Figure, setting: Setting) -> View:
    """One number, large, with its unit, period and scope; what it measures, and of what."""
    measure = MEASURES[record.measure]
    rows = (
        fact("Measure", f"{measure.label}: {measure.wording}"),
        fact("Specimen", capital(record.specimen or ""), silent=None),
        fact("Part", record.part, silent=None),
        fact("Period", *dict.fromkeys((_dates(record), figure_period_words(record)))),
        fact("Scope", record.scope),
        fact("States", *state_lines(*record.countries), silent=None),
        fact("Beside it", *(f"{number_words(amount.value)} {amount.unit}" for amount in record.also), silent=None),
    )
    about = (Bit(f"{measure.label}, {figure_period_words(record)}, {record.scope}"),)
    return plain_view(
        record,
        setting,
        rows,
        *side_by_side(record, setting.catalogue),
        badges=(Badge("kind", measure.label),),
        lead=Lead(number=Number(amount_words(record), record.unit, about)),
    )


def _dates(record: Figure) -> str | None:
    """Its time by its true dates, where there are any."""
    return span_words(record.from_, record.until) if record.sort_date else None


def _value(record: Figure, catalogue: Catalogue) -> Cell:
    return Cell(((Bit(figure_words(record)),),), "Value", order=(record.counted_in.scale, f"{record.amount:f}"))


def _period(record: Figure, catalogue: Catalogue) -> Cell:
    words = figure_period_words(record)
    return Cell(((Bit(words, time=str(record.sort_date)),),) if record.sort_date else quiet(words), "Period")


def _headline(figures: Sequence[Figure], as_of: date) -> str:
    """From how many publishers they are."""
    publishers = ngettext("{number} publisher", "{number} publishers", len({figure.publisher for figure in figures}))
    return gettext("{records} from {publishers}", records=records_counted(len(figures), Figure.collection), publishers=publishers)


_FORM = (
    FormPart(
        "What was counted",
        "One number from one source.",
        ("title", "measure", "value", "unit", "specimen"),
        ("qualifier", "part", "also", "title_local"),
    ),
    FormPart("When and where", "As the source says it.", ("period", "scope", "countries"), ("from", "until")),
    FormPart("What it says", "", ("summary",), ("species", "series", "body", "note")),
    SERVES,
    SOURCES,
)
PRESENTATION: Presentation[Figure] = Presentation(
    collection=COLLECTION,
    form=FormLayout("a figure", "One number on trade or seizures, with its source.", _FORM),
    view=view,
    thing=figures.figure,
    columns=(
        title_column("What", is_sorted=True),
        (Column("Value"), _value),
        text_column("Measure", lambda figure: MEASURES[figure.measure].label, is_aside=True),
        (Column("Period", is_aside=True), _period),
        text_column("Scope", lambda figure: figure.scope, is_prose=True, is_aside=True),
        text_column("Source", lambda figure: figure.publisher, is_aside=True),
    ),
    parted_by="measures",
    headline=_headline,
    others=((TITLE, ADDRESS),),
    synonyms=("numbers", "statistics", "seizures"),
)
