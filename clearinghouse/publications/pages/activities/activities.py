"""Activities as pages: those of a plan come in, the page of each leaves, and what it offers for the annual report."""

from collections.abc import Iterator
from dataclasses import replace

from clearinghouse.catalogue.catalogue import newest_first
from clearinghouse.catalogue.evidence import GROUPS
from clearinghouse.publications.collections import activity as activity_view
from clearinghouse.publications.collections.delivery.evidence import titles_of
from clearinghouse.publications.collections.view import Setting, View, kind_words
from clearinghouse.publications.files.file import File
from clearinghouse.publications.files.kinds import Kind
from clearinghouse.publications.html.lines import dated
from clearinghouse.publications.html.parts import Bit, Cell, Column, Line, Section, Table
from clearinghouse.publications.html.templates import Templates
from clearinghouse.publications.page import Page
from clearinghouse.publications.pages.news.reports import address_of
from clearinghouse.publications.reports.activities import NAME, TITLE, activity_report
from clearinghouse.publications.reports.docx_report import docx_report
from clearinghouse.publications.reports.report import Report
from clearinghouse.publications.search.traits import of_activity
from clearinghouse.publications.words import capital, truncated
from clearinghouse.records.collections.activity import Activity
from clearinghouse.records.collections.plan import Plan
from clearinghouse.records.collections.record import Record

_COLUMNS = ("Date", "Kind", "Title", "Does it count?", "Sources")


def pages(plan: Plan, setting: Setting, templates: Templates, longest: int) -> Iterator[Page]:
    """The page of each activity of a plan. longest: how many letters describe it to search engines."""
    for activity in setting.catalogue.activities_of(plan):
        traits = of_activity(activity, plan, setting.catalogue)
        view = _with_files(activity_view.view(activity, plan, setting), activity, plan, setting)
        html = templates.render("pages/record.html", activity.address, view=view, traits=traits)
        title, wording = f"{plan.label} {activity.number}: {activity.label}", truncated(activity.wording, longest)
        yield Page(activity.address, title, wording, html, "plans/", traits=traits, kind=Kind.RECORD, states=traits.states)


def documents(setting: Setting, *, is_plan: bool = False) -> Iterator[File]:
    """What is said of each activity for the annual report, as a text document. is_plan: whether it need not be written."""
    for plan in setting.catalogue.plans:
        for activity in setting.catalogue.activities_of(plan):
            content = b"" if is_plan else docx_report(_report(activity, plan, setting))
            yield File(_document(activity), Kind.DATA, content, f"{plan.label} {activity.number}: {TITLE.lower()}", is_promised=False)


def _document(activity: Activity) -> str:
    return f"{activity.address}{NAME}.docx"


def _report(activity: Activity, plan: Plan, setting: Setting) -> Report:
    return activity_report(activity, plan, setting.catalogue, setting.site, address_of)


def _with_files(view: View, activity: Activity, plan: Plan, setting: Setting) -> View:
    """Its evidence as files, and what is said of it for the annual report."""
    table = _evidence(activity, plan, setting)
    sections = [replace(section, file=table) if section.id == "evidence" and table.rows else section for section in view.sections]
    return replace(view, sections=(*sections, *_for_report(_report(activity, plan, setting), _document(activity))))


def _for_report(report: Report, document: str) -> Iterator[Section]:
    for section in report.sections:
        paragraphs: tuple[Line, ...] = tuple((Bit(text),) for text in section.paragraphs)
        if section.table is None:
            yield Section(section.id, TITLE, paragraphs=paragraphs, is_searched=False)
            continue
        labels = section.table.columns
        columns = tuple(Column(label, place in section.table.numbers, is_prose=place > 1) for place, label in enumerate(labels))
        rows = tuple(
            (
                Cell(((Bit(row.cells[0], to=row.to),),), is_heading=True),
                *(
                    Cell(((Bit(text),),), labels[place], is_number=place in section.table.numbers)
                    for place, text in enumerate(row.cells[1:], 1)
                ),
            )
            for row in section.table.rows
        )
        table = Table(section.table.caption, columns, rows, document=document)
        yield Section(section.id, TITLE, paragraphs=paragraphs, table=table, is_searched=False)


def _evidence(activity: Activity, plan: Plan, setting: Setting) -> Table:
    """All records that name an activity, in the order of its page, each with why it counts or does not."""
    evidence, titles = setting.catalogue.evidence(activity), titles_of(plan)
    parted = [(f"Yes: {titles[group]}", evidence.groups[group]) for group in GROUPS]
    parted += [(f"No: {reason.one}", records) for reason, records in evidence.left_out.items()]
    rows = (_row(record, why) for why, records in parted for record in newest_first(records))
    caption = f"{plan.label}, activity {activity.number}: {activity.label}: records"
    return Table(caption, tuple(map(Column, _COLUMNS)), tuple(rows), has_workbook=True)


def _row(record: Record, why: str) -> tuple[Cell, ...]:
    day = dated(record.sort_date)
    return (
        Cell(((day or Bit("not stated"),),), _COLUMNS[0]),
        Cell(((Bit(capital(kind_words(record))),),), _COLUMNS[1]),
        Cell(((Bit(record.title, to=record.address),),), is_heading=True),
        Cell(((Bit(why),),), _COLUMNS[3]),
        Cell(tuple((Bit(source.url),) for source in record.sources), _COLUMNS[4]),
    )
