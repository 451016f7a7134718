"""Projects: the parts of their pages, with what they promise and the progress that their reports tell."""

from collections import Counter
from collections.abc import Iterator, Sequence

from clearinghouse.publications.collections.cells import STATES, day_column, text_column, title_column
from clearinghouse.publications.collections.delivery.periods import over_time
from clearinghouse.publications.collections.document import is_online
from clearinghouse.publications.collections.presentation import SERVES, SOURCES, FormLayout, FormPart, Presentation
from clearinghouse.publications.collections.view import Setting, View, kind_badge, lead_to, plain_view
from clearinghouse.publications.html.facts import NOT_STATED as UNSTATED
from clearinghouse.publications.html.facts import fact
from clearinghouse.publications.html.lines import separated, state_lines
from clearinghouse.publications.html.parts import Badge, Bit, Item, Line, Section
from clearinghouse.publications.linked_data import organisations
from clearinghouse.publications.translation.texts import gettext, ngettext
from clearinghouse.publications.words import capital, date_words, figure_words, listed, on_words
from clearinghouse.records.collections.document import Document
from clearinghouse.records.collections.project import COLLECTION, Progress, ProgressReport, Project, ProjectActivity


def view(record: Project, setting: Setting) -> View:
    """A project: who, where and its reports; what it promises, its figures over time, and its reports, the newest first."""
    reports = sorted(record.reports, key=lambda report: report.date, reverse=True)
    first = (
        fact("Period", record.period),
        fact("Funder", record.funder),
        fact("Status", *_standing(reports), silent="no report yet"),
    )
    rows = (
        fact("Reference", record.reference, silent=None),
        fact("Lead", record.lead),
        fact("Partners", *(_organisation(name, setting) for name in record.partners)),
        fact("Where", *state_lines(*record.countries), gap="place"),
        fact("Reports", *(_named(report, setting) for report in reports), silent="none yet"),
        fact("Website", silent=None if record.url else UNSTATED),
    )
    sections = (
        *_promised(record, setting),
        *over_time(record, setting.catalogue),
        *(_report(place, report, record, setting) for place, report in enumerate(reports, start=1)),
    )
    lead = lead_to("Open the website", record.url)
    return plain_view(record, setting, rows, *sections, badges=(kind_badge(record),), first=first, lead=lead)


def _organisation(name: str, setting: Setting) -> Bit:
    """An organisation by its name; one that has a page here is named by its id."""
    network = setting.catalogue.network(name)
    return Bit(network.title, to=network.address) if network else Bit(name)


def _standing(reports: Sequence[ProgressReport]) -> Iterator[str]:
    """Up to when it was reported, and how many of the activities in the latest report are said to be how far. reports: the newest
    first."""
    if not reports:
        return
    latest = reports[0]
    yield gettext("Reported for {period}, {when}", period=latest.period, when=on_words(latest.date))
    number = len(latest.activities)
    statuses = Counter(progress.status for progress in latest.activities if progress.status)
    if statuses:
        said = listed([f"{count} {gettext(status)}" for status, count in statuses.items()])
        yield ngettext("Of {number} activity: {statuses}", "Of {number} activities: {statuses}", number, statuses=said)
    else:
        yield ngettext(
            "Work on {number} activity; the report gives no status for it",
            "Work on {number} activities; the report gives no status for them",
            number,
        )


def _named(report: ProgressReport, setting: Setting) -> Line:
    """A report by its period, which leads to the document."""
    document = setting.catalogue.record(report.document or "")
    number = f", {report.number}" if report.number else ""
    lack = f". {gettext('The report itself was not found online')}" if isinstance(document, Document) and not is_online(document) else ""
    return (Bit(report.period, to=document.address if document else None), Bit(f"{number}{lack}", small=True))


def _promised(record: Project, setting: Setting) -> tuple[Section, ...]:
    items = tuple(
        Item((Bit(f"{activity.number} “{activity.wording}”"),), _contributing(activity, record, setting)) for activity in record.activities
    )
    return (Section("activities", "Activities of the project", items),) if items else ()


def _contributing(activity: ProjectActivity, record: Project, setting: Setting) -> Line:
    """The activities of plans to which one of the project contributes, as far as the project is known to."""
    catalogue = setting.catalogue
    served = (catalogue.activity(key) for key in activity.serves if key in record.serves)
    links = separated(
        Bit(f"{plan.prefix} {planned.number}", to=planned.address)
        for planned in served
        if planned and (plan := catalogue.plan(planned.plan))
    )
    return (Bit("Contributes to "), *links, Bit(".")) if links else ()


def _report(place: int, report: ProgressReport, record: Project, setting: Setting) -> Section:
    wordings = {activity.number: activity.wording for activity in record.activities}
    number = f" ({report.number})" if report.number else ""
    items = tuple(_progress(progress, wordings.get(progress.number, ""), setting) for progress in report.activities)
    paragraphs: tuple[Line, ...] = (
        (
            Bit(f"Report{number} of "),
            Bit(date_words(report.date), time=str(report.date)),
            Bit(". Activities are quoted; outputs are in our own words."),
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
    badges = (Badge("plain", capital(progress.status)),) if progress.status else ()
    return Item((Bit(f"{progress.number} “{wording}”" if wording else progress.number),), tuple(context), badges)


_FORM = (
    FormPart(
        "What it is",
        "Only the fields marked as required must be filled in now.",
        ("title", "funder", "lead", "period", "url", "summary"),
        ("reference", "title_local", "body", "note"),
    ),
    FormPart("Who takes part", "", ("countries", "partners")),
    FormPart("Activities and reports", "What the project says it does, and what it has reported so far.", (), ("activities", "reports")),
    SERVES,
    SOURCES,
)
PRESENTATION: Presentation[Project] = Presentation(
    collection=COLLECTION,
    form=FormLayout("a project", "A funded project, with what it does and what it has reported.", _FORM),
    view=view,
    thing=organisations.project,
    columns=(
        title_column("Project", is_sorted=True),
        text_column("Lead", lambda project: project.lead),
        text_column("Funder", lambda project: project.funder),
        STATES,
        day_column("Latest report", lambda project: project.sort_date, "none"),
    ),
)
