"""Series of figures as sections: a chart and its table; and figures that contradict one another, side by side."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from clearinghouse.catalogue.catalogue import Catalogue
from clearinghouse.catalogue.trade.figures import FigureSeries
from clearinghouse.publications.html.charts import Chart, bar_chart, row_chart
from clearinghouse.publications.html.parts import Bit, Cell, Column, Line, Section, Table
from clearinghouse.publications.words import amount_words, capital, figure_period_words, figure_words, span_words
from clearinghouse.records.collections.trade.figure import Figure

TITLE, ADDRESS = "Charts and contradictions", f"{Figure.collection}/by/series/"
"""The page that shows them all."""
_WHAT, _NUMBER, _PERIOD = Column("What"), Column("Number", is_number=True), Column("Period")
_BESIDE = (_NUMBER, _WHAT, _PERIOD, Column("Source"))
_CONTRADICT = "Numbers that contradict one another"
_DIFFER = (
    "Sources give different numbers for the same measure, place and time. They may count in different ways. This site does not "
    "choose between them, and adds nothing up."
)


def series_section(series: FigureSeries) -> Section:
    """A series in a chart, with the table that holds the same."""
    figures, first = series.figures, series.figures[0]
    source = first.sources[0]
    said = (Bit(f"{capital(first.measure)}, in {first.unit}. Source: "), Bit(source.publisher, href=source.url), Bit("."))
    labels = _labels(series)
    unit = capital(first.counted_in.label)
    rows = tuple(
        (Cell(((Bit(label, to=figure.address),),), is_heading=True), Cell(((Bit(amount_words(figure)),),), unit, is_number=True))
        for label, figure in zip(labels, figures, strict=True)
    )
    columns = (_WHAT if series.has_parts else _PERIOD, Column(unit, is_number=True))
    table = Table(f"The numbers of the chart, in {first.unit}", columns, rows)
    return Section(f"series-{series.id}", series.title, paragraphs=(said,), chart=_chart(series, labels), table=table, is_searched=False)


def series_about(catalogue: Catalogue, species: str = "", state: str = "") -> Iterator[Section]:
    """The series that name a species, or concern a state."""
    return (series_section(one) for one in catalogue.figure_series.values() if species in one.species or state in one.states)


def side_by_side(figure: Figure, catalogue: Catalogue) -> Iterator[Section]:
    """What contradicts a figure, and the series in which it stands."""
    if contradicting := catalogue.contradicting(figure):
        yield contradiction_section(contradicting)
    if (series := catalogue.figure_series.get(figure.series or "")) and figure.withdrawn is None:
        yield series_section(series)


def contradiction_section(figures: Sequence[Figure], name: str = "contradictions", title: str = _CONTRADICT) -> Section:
    """Figures that give different numbers for the same thing, each with its source."""
    rows = tuple(
        (
            Cell(((Bit(figure_words(figure)),),), "Number", is_number=True),
            Cell(((Bit(figure.title, to=figure.address),),), is_heading=True),
            Cell(((Bit(figure_period_words(figure)),),), "Period"),
            Cell((_source(figure),), "Source"),
        )
        for figure in figures
    )
    first = figures[0]
    caption = f"{capital(first.measure)}, {first.scope}, {figure_period_words(first)}"
    return Section(name, title, paragraphs=((Bit(_DIFFER),),), table=Table(caption, _BESIDE, rows), is_searched=False)


def _source(figure: Figure) -> Line:
    return (Bit(figure.publisher, href=figure.sources[0].url),)


def _labels(series: FigureSeries) -> tuple[str, ...]:
    """What tells the figures of a series apart: their times, their parts, or both."""
    times = [span_words(figure.from_, figure.until) if figure.sort_date else figure.period for figure in series.figures]
    are_one = len(set(times)) == 1
    return tuple(
        capital(", ".join([*([figure.part] if figure.part else []), *([] if figure.part and are_one else [time])]))
        for figure, time in zip(series.figures, times, strict=True)
    )


def _chart(series: FigureSeries, labels: Sequence[str]) -> Chart | None:
    """Times stand beside one another, marked by their years where each has its own; parts below one another."""
    numbers = dict(zip(labels, (figure.value for figure in series.figures), strict=True))
    years = [str(figure.sort_date.year) if figure.sort_date else label for label, figure in zip(labels, series.figures, strict=True)]
    if series.has_parts or len(set(years)) < len(years):
        return row_chart(series.title, numbers)
    chart = bar_chart(series.title, ("", ""), numbers, dict(zip(labels, years, strict=True)))
    return chart and replace(chart, rows=())
