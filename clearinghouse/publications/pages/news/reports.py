"""Reports as pages: the list of years, and a page of each year with its document and the files of its tables."""

from collections.abc import Iterator

from clearinghouse.catalogue.catalogue import Catalogue
from clearinghouse.catalogue.years.year import Year, years
from clearinghouse.publications.downloads.plain_tables import plain_table
from clearinghouse.publications.files.file import File
from clearinghouse.publications.files.kinds import Kind
from clearinghouse.publications.finding.last_changes import last_change
from clearinghouse.publications.form_links import REPORTS
from clearinghouse.publications.html import parts
from clearinghouse.publications.html.lines import separated
from clearinghouse.publications.html.parts import Action, Bit, Cell, Column, Head, Item, Line, Notice
from clearinghouse.publications.html.templates import Templates
from clearinghouse.publications.page import Page
from clearinghouse.publications.reports.contents import report_of, title_of
from clearinghouse.publications.reports.docx_report import docx_report
from clearinghouse.publications.reports.report import Report, Row, Section, Table
from clearinghouse.publications.search.traits import of_prose
from clearinghouse.publications.site import Room
from clearinghouse.publications.words import counted

ADDRESS, SECTION = REPORTS, "plans/"
LEAD = "What happened in each year under the plans, counted from the records by published rules."
ROOM = Room(ADDRESS, "Annual reports", LEAD)
FORMS = "Each report is a page, a Word document and tables as files."


def reports(catalogue: Catalogue) -> dict[int, Report]:
    """The report of each year, the newest first."""
    known = last_change(catalogue)
    return {year: report_of(Year(catalogue, year), known) for year in reversed(years(catalogue))}


def titles(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """What each report is called, and its address, the newest first."""
    return ((title_of(year), address_of(year)) for year in reversed(years(catalogue)))


def pages(by_year: dict[int, Report], templates: Templates) -> Iterator[Page]:
    """The list of years, and the page of each."""
    items = tuple(
        Item((Bit(report.title, to=address_of(year)),), (Bit(report.sections[0].paragraphs[0]),)) for year, report in by_year.items()
    )
    empty = None if items else Notice("No plan is part of these data, so no year has a report.")
    yield _page(ADDRESS, ROOM.title, f"{LEAD} {FORMS}", (parts.Section("years", "Years", items, empty=empty),), templates)
    for year, report in by_year.items():
        sections = (*(_section(section, report) for section in report.sections), *_notes(report))
        yield _page(
            address_of(year), report.title, report.lead, sections, templates, Action("Download (Word)", to=_document(year), main=True)
        )


def files(by_year: dict[int, Report]) -> Iterator[File]:
    """The document of each year."""
    for year, report in by_year.items():
        yield File(_document(year), Kind.DATA, docx_report(report), report.title, is_promised=False)


def address_of(year: int) -> str:
    """Where the report of a year stands."""
    return f"{ADDRESS}{year}/"


def _document(year: int) -> str:
    return f"{address_of(year)}report-{year}.docx"


def _page(address: str, title: str, lead: str, sections: tuple[parts.Section, ...], templates: Templates, *downloads: Action) -> Page:
    above = () if address == ADDRESS else ((ROOM.title, ADDRESS),)
    actions = (*downloads, *([Action("All years", to=ADDRESS)] if above else []), Action("How it is counted", to="method/"))
    head = Head(title, lead, actions=actions, crumbs=(("Home", ""), ("Plans", SECTION), *above, (title, None)))
    traits = of_prose(address, "")
    html = templates.render("pages/series.html", address, head=head, sections=sections, traits=traits)
    return Page(address, title, LEAD if address == ADDRESS else f"{title} of the working group.", html, SECTION, traits=traits)


def _section(section: Section, report: Report) -> parts.Section:
    paragraphs: tuple[Line, ...] = tuple((Bit(text),) for text in section.paragraphs)
    table, file = (_table(section.table, report), _file(section.table, report)) if section.table else (None, None)
    return parts.Section(section.id, section.title, paragraphs=paragraphs, table=table, file=file, is_searched=False)


def _table(table: Table, report: Report) -> parts.Table:
    labels = (*table.columns, "Sources") if table.has_notes else table.columns
    columns = tuple(Column(label, place in table.numbers) for place, label in enumerate(labels))
    return parts.Table(table.caption, columns, tuple(_row(row, table, report) for row in table.rows), is_file=False)


def _file(table: Table, report: Report) -> parts.Table:
    """The same as its files hold it: a file has no notes, so it names the addresses of the sources."""
    labels = (*table.columns, "Sources") if table.has_notes else table.columns
    rows = (
        (
            (Bit(row.cells[0], to=row.to or None),),
            *((Bit(text),) for text in row.cells[1:]),
            *(((Bit(" ".join(report.notes[number - 1].url for number in row.notes)),),) if table.has_notes else ()),
        )
        for row in table.rows
    )
    return plain_table(table.caption, labels, rows, numbers=sorted(table.numbers))


def _row(row: Row, table: Table, report: Report) -> tuple[Cell, ...]:
    head = Cell(((Bit(row.cells[0], to=row.to or None),),), is_heading=True)
    cells = (
        Cell(((Bit(text),),), label, is_number=place in table.numbers)
        for place, (text, label) in enumerate(zip(row.cells[1:], table.columns[1:], strict=True), 1)
    )
    cited = separated((_citation(number, row, report) for number in row.notes), " ")
    notes = (Cell((cited or (Bit("none"),),), "Sources"),) if table.has_notes else ()
    return (head, *cells, *notes)


def _citation(number: int, row: Row, report: Report) -> Bit:
    is_first = report.first_rows[number] is row
    return Bit(f"[{number}]", to=_anchor(report.year, "note", number), id=f"cited-{number}" if is_first else None)


def _anchor(year: int, what: str, number: int) -> str:
    """The address of a note, or of the place that cites it first."""
    return f"{address_of(year)}#{what}-{number}"


def _notes(report: Report) -> Iterator[parts.Section]:
    """The sources; the number of each leads back to where it is cited first."""
    if report.notes:
        paragraphs = (
            (Bit(f"[{number}]", to=_anchor(report.year, "cited", number), id=f"note-{number}"), Bit(" "), Bit(note.text, href=note.url))
            for number, note in enumerate(report.notes, start=1)
        )
        yield parts.Section("sources", f"Sources ({counted(len(report.notes), 'note')})", paragraphs=tuple(paragraphs), is_searched=False)
