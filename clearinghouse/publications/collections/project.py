"""Projects: the parts of their pages, with the progress that their reports tell."""

from clearinghouse.publications.collections.cells import STATES, text_column, title_column
from clearinghouse.publications.collections.figure import figure_words
from clearinghouse.publications.collections.presentation import Presentation
from clearinghouse.publications.collections.view import Setting, View, fact, kind_badge, plain_view, state_lines
from clearinghouse.publications.html.parts import Bit, Item, Line, Section
from clearinghouse.publications.words import date_words
from clearinghouse.records.collections.project import COLLECTION, Progress, ProgressReport, Project


def view(record: Project, setting: Setting) -> View:
    """A project: who, where, its activities and its reports, the newest first."""
    rows = (
        fact("Reference", record.reference, silent=None),
        fact("Funder", record.funder),
        fact("Lead", record.lead),
        fact("Partners", *record.partners),
        fact("Where", *state_lines(record.countries)),
        fact("Period", record.period),
        fact("Home", Bit(record.url.split("://", 1)[-1], href=record.url) if record.url else None),
    )
    reports = sorted(record.reports, key=lambda report: report.date, reverse=True)
    sections = (_report(place, report, record, setting) for place, report in enumerate(reports, start=1))
    return plain_view(record, setting, rows, *sections, badges=(kind_badge(record),))


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


PRESENTATION: Presentation[Project] = Presentation(
    collection=COLLECTION,
    view=view,
    columns=(
        title_column("Project", is_sorted=True),
        text_column("Lead", lambda project: project.lead),
        text_column("Funder", lambda project: project.funder),
        STATES,
        text_column("Latest report", lambda project: date_words(project.sort_date), "none"),
    ),
)
