"""Periods: of each activity of a project that has figures or a status a table with a column per report."""

from collections.abc import Iterator

from clearinghouse.catalogue.catalogue import Catalogue
from clearinghouse.publications.collections.cells import quiet
from clearinghouse.publications.html.parts import Bit, Cell, Column, Line, Section, Table
from clearinghouse.publications.words import amount_words, capital, figure_period_words
from clearinghouse.records.collections.project import Progress, ProgressReport, Project
from clearinghouse.records.collections.trade.figure import Figure
from clearinghouse.vocabulary.trade.units import UNITS

NOT_STATED = "not stated"


def over_time(project: Project, catalogue: Catalogue) -> Iterator[Section]:
    """A section for each of its activities of which a report gives a number or a status, the oldest report on the left.

    A row has the figures of one unit. They are never summed: two of one period stand below each other.
    """
    reports = sorted(project.reports, key=lambda report: report.date)
    wordings = {activity.number: f"“{activity.wording}”" for activity in project.activities}
    named = (progress.number for report in reports for progress in report.activities)
    for number in dict.fromkeys((*wordings, *named)):
        if rows := tuple(_rows(number, reports, catalogue)):
            columns = (Column("What"), *(Column(report.period) for report in reports))
            title = f"Activity {number} over time"
            yield Section(f"output-{number.replace('.', '-')}", title, table=Table(wordings.get(number, title), columns, rows))


def _rows(number: str, reports: list[ProgressReport], catalogue: Catalogue) -> Iterator[tuple[Cell, ...]]:
    progress = [tuple(one for one in report.activities if one.number == number) for report in reports]
    statuses: list[tuple[Line, ...]] = [tuple((Bit(capital(one.status)),) for one in of_report if one.status) for of_report in progress]
    if any(statuses):
        yield _row("Status", reports, statuses)
    figures = [_figures(of_report, catalogue) for of_report in progress]
    for unit in dict.fromkeys(figure.unit for of_report in figures for figure in of_report):
        lines = [
            tuple(_amount(figure, report) for figure in of_report if figure.unit == unit)
            for report, of_report in zip(reports, figures, strict=True)
        ]
        yield _row(capital(UNITS[unit].label), reports, lines)


def _figures(progress: tuple[Progress, ...], catalogue: Catalogue) -> tuple[Figure, ...]:
    named = (catalogue.figure(name) for one in progress for name in one.figures)
    return tuple(figure for figure in named if figure)


def _amount(figure: Figure, report: ProgressReport) -> Line:
    """Its number, which leads to it; with its own period where that is another than the report's."""
    number = Bit(amount_words(figure), to=figure.address)
    return (number,) if figure.period == report.period else (number, Bit(f" ({figure_period_words(figure)})", small=True))


def _row(label: str, reports: list[ProgressReport], of_reports: list[tuple[Line, ...]]) -> tuple[Cell, ...]:
    cells = (Cell(lines or quiet(NOT_STATED), report.period) for report, lines in zip(reports, of_reports, strict=True))
    return (Cell(((Bit(label),),), is_heading=True), *cells)
