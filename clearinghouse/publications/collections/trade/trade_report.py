"""Trade reports: how they are shown: who reports what on which period, the lines in a table, and which report holds."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from clearinghouse.catalogue.catalogue import Catalogue
from clearinghouse.publications.collections.cells import KIND, quiet, text_cell, text_column, title_cell
from clearinghouse.publications.collections.presentation import Presentation
from clearinghouse.publications.collections.view import Setting, View, kind_badge, plain_view
from clearinghouse.publications.form_links import schema_at, template_at
from clearinghouse.publications.html.charts import row_chart
from clearinghouse.publications.html.facts import fact
from clearinghouse.publications.html.lines import separated, state_bit
from clearinghouse.publications.html.parts import Badge, Bit, Cell, Column, Notice, Section, Table
from clearinghouse.publications.linked_data import works
from clearinghouse.publications.words import capital, counted, number_words, period_words
from clearinghouse.records.collections.trade.trade_report import COLLECTION, TradeLine, TradeReport
from clearinghouse.vocabulary.states import name_of
from clearinghouse.vocabulary.trade.units import UNITS

PROTOCOL = "reporting/"
"""The page that says how to report."""
_SILENCE = Notice(
    "No state has reported yet.",
    (
        Bit("An office of a member state can report sums of a year or a quarter: how much of which species was seized or legally traded, "),
        Bit("in how many cases, and between which states. See "),
        Bit("how to report", to=PROTOCOL),
        Bit(", or take the spreadsheet ("),
        Bit("Excel", to=template_at(COLLECTION.name, "xlsx")),
        Bit(" or "),
        Bit("CSV", to=template_at(COLLECTION.name, "csv")),
        Bit(") or the "),
        Bit("JSON schema", to=schema_at(COLLECTION.name)),
        Bit("."),
    ),
)
_CORRECTED = Badge("heed", "Corrected by a later report")
_SUMS = "Each line is the sum of all cases in the period, as the state reports it. Different units are never added up."
_CASES = "cases"
_COLUMNS = (
    Column("Species or group"),
    Column("Quantity", is_number=True),
    Column("Cases", is_number=True),
    Column("Origin"),
    Column("Transit"),
    Column("Destination"),
)


def view(record: TradeReport, setting: Setting) -> View:
    """A report: who reports, on what and when, and its lines in a table; what it corrects, and what corrects it."""
    corrected, correction = setting.catalogue.record(f"{record.collection}/{record.corrects}"), correction_of(record, setting.catalogue)
    first = (
        fact("Reported by", (Bit(f"{record.office}, "), state_bit(record.country))),
        fact("What", capital(record.kind)),
        fact("Period", period_words(record.period)),
    )
    rows = (
        fact("Corrects", Bit(corrected.title, to=corrected.address) if isinstance(corrected, TradeReport) else None, silent=None),
        fact("Corrected by", Bit(correction.title, to=correction.address) if correction else None, silent=None),
    )
    table = Table(f"{capital(record.kind)} by species and specimen", _COLUMNS, tuple(map(_row, record.lines)))
    lines = Section("lines", f"What {name_of(record.country)} reports", table=table, paragraphs=((Bit(_SUMS),),))
    badges = (kind_badge(record), *([_CORRECTED] if correction else []))
    parts = plain_view(record, setting, rows, *_charts(record), lines, badges=badges, first=first)
    return replace(parts, notices=(*parts.notices, *_notices(correction)))


def correction_of(record: TradeReport, catalogue: Catalogue) -> TradeReport | None:
    """The report that replaces it, or None where it holds."""
    reports = (report for report in catalogue.collection(record.collection) if isinstance(report, TradeReport))
    return next((report for report in reports if report.corrects == record.id and report.withdrawn is None), None)


def _charts(record: TradeReport) -> Iterator[Section]:
    """What can be compared: the quantities of each unit in which there are several kinds of specimens, and the cases."""
    by_unit: dict[str, dict[str, Decimal]] = defaultdict(lambda: defaultdict(Decimal))
    for line in record.lines:
        what = f"{line.scientific_name}, {line.specimen}"
        by_unit[UNITS[line.unit].label][what] += line.quantity
        if line.cases is not None:
            by_unit[_CASES][what] += line.cases
    for unit, numbers in by_unit.items():
        title = f"{capital(record.kind)} in {unit}" if unit != _CASES else "Number of cases"
        if len(numbers) > 1 and (chart := row_chart(title, numbers)):
            yield Section(f"in-{unit.replace(' ', '-')}", title, chart=chart, is_searched=False)


def _notices(correction: TradeReport | None) -> tuple[Notice, ...]:
    if correction is None:
        return ()
    link = Bit(correction.title, to=correction.address)
    return (Notice("This report was corrected.", (Bit("The numbers that hold are in a later report: "), link, Bit("."))),)


def _row(line: TradeLine) -> tuple[Cell, ...]:
    """A line of the report: what it was, how much, in how many cases, and between which states."""
    unit = UNITS[line.unit]
    what = Bit(f"{capital(line.specimen)}, Appendix\u00a0{line.appendix}", small=True)
    return (
        Cell(((Bit(line.scientific_name),), (what,)), is_heading=True),
        Cell(
            ((Bit(f"{number_words(line.quantity)} {line.unit}"),),),
            "Quantity",
            is_number=True,
            order=(unit.scale, f"{line.quantity * unit.size:f}"),
        ),
        Cell(((Bit(f"{line.cases:,}"),),) if line.cases is not None else quiet("not\u00a0stated"), "Cases", is_number=True),
        *(
            Cell((separated(map(state_bit, states)),) if states else quiet("not\u00a0stated"), label)
            for label, states in (("Origin", line.origin), ("Transit", line.transit), ("Destination", line.destination))
        ),
    )


def _title(record: TradeReport, catalogue: Catalogue) -> Cell:
    """The title, and whether a later report corrects it."""
    return title_cell(record, catalogue, *([_CORRECTED] if correction_of(record, catalogue) else []))


def _state(record: TradeReport, catalogue: Catalogue) -> Cell:
    return text_cell(name_of(record.country), "Reporting state")


def _period(record: TradeReport, catalogue: Catalogue) -> Cell:
    return Cell(((Bit(period_words(record.period), time=record.period.span.first.isoformat()),),), "Period")


PRESENTATION: Presentation[TradeReport] = Presentation(
    collection=COLLECTION,
    view=view,
    thing=works.trade_report,
    columns=(
        (Column("Report"), _title),
        (Column("Reporting state"), _state),
        KIND,
        (Column("Period"), _period),
        text_column("Lines", lambda report: counted(len(report.lines), "line")),
    ),
    synonyms=("seizures", "legal trade", "reporting protocol", "statistics"),
    add="How to report",
    add_at=PROTOCOL,
    silence=_SILENCE,
    line=lambda report: (capital(report.kind), name_of(report.country), period_words(report.period)),
)
