"""Projects: the parts of their pages, with the progress that their reports tell."""

from clearinghouse.publications.collections.library import figure_words
from clearinghouse.publications.collections.view import (
    Setting,
    View,
    badges_of,
    body_section,
    closing_facts,
    closing_sections,
    fact,
    facts,
    head_of,
    notices_of,
    state_line,
)
from clearinghouse.publications.html.parts import Badge, Bit, Item, Line, Section
from clearinghouse.publications.words import date_words
from clearinghouse.records.collections.project import Progress, ProgressReport, Project


def view(record: Project, setting: Setting) -> View:
    """A project: who, where, its activities and its reports, the newest first."""
    rows = (
        fact("Reference", record.reference, silent=None),
        fact("Funder", record.funder),
        fact("Lead", record.lead),
        fact("Partners", *record.partners),
        fact("Where", *(state_line(code) for code in record.countries)),
        fact("Period", record.period),
        fact("Home", Bit(record.url.split("://", 1)[-1], href=record.url) if record.url else None),
    )
    reports = sorted(record.reports, key=lambda report: report.date, reverse=True)
    return View(
        head_of(record, setting, badges_of(record, Badge("kind", "Project"))),
        facts(*rows, *closing_facts(record, setting)),
        (
            *body_section(record, "More"),
            *(_report(place, report, record, setting) for place, report in enumerate(reports, start=1)),
            *closing_sections(record, setting),
        ),
        notices_of(record, setting),
    )


def _report(place: int, report: ProgressReport, record: Project, setting: Setting) -> Section:
    wordings = {activity.number: activity.wording for activity in record.activities}
    number = f" ({report.number})" if report.number else ""
    items = tuple(_progress(progress, wordings.get(progress.number, ""), setting) for progress in report.activities)
    paragraphs: tuple[Line, ...] = (
        (
            Bit(f"Report{number} of "),
            Bit(date_words(report.date), time=str(report.date)),
            Bit(". Activities are quoted; outputs are told in our words."),
        ),
    )
    paragraphs += ((Bit(f"Problems: {report.problems}"),), (Bit(f"Change requests: {report.change_requests}"),))
    paragraphs += ((Bit(report.note),),) if report.note else ()
    return Section(f"report-{place}", f"Progress, {report.period}", items, paragraphs)


def _progress(progress: Progress, wording: str, setting: Setting) -> Item:
    context: list[Bit] = [Bit(" ".join(progress.outputs))]
    for figure_id in progress.figures:
        figure = setting.catalogue.figure(figure_id)
        if figure:
            context += [Bit(" Figure: "), Bit(figure_words(figure), to=figure.address), Bit(".")]
    return Item((Bit(f"{progress.number} “{wording}”" if wording else progress.number),), tuple(context))
