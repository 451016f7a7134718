"""Contents: a year comes in, its report leaves. Each number is counted here from the records; none is written by hand."""

from collections.abc import Iterator
from datetime import date

from clearinghouse.catalogue.indicators.answering import answers
from clearinghouse.catalogue.years.year import BODY, Year
from clearinghouse.publications.collections.delivery.answers import words_elsewhere
from clearinghouse.publications.collections.delivery.evidence import not_counted
from clearinghouse.publications.collections.delivery.indicators import working
from clearinghouse.publications.collections.law.status import status_words
from clearinghouse.publications.finding.last_changes import last_change
from clearinghouse.publications.reports.activities import WORK, work_of
from clearinghouse.publications.reports.report import Report, Row, Section, Table
from clearinghouse.publications.reports.sources import Sources
from clearinghouse.publications.translation.texts import gettext
from clearinghouse.publications.words import (
    capital,
    counted,
    date_words,
    have,
    listed,
    records_counted,
    sentence,
    singular_of,
    state_names,
    when,
)
from clearinghouse.records.collections.activity import Activity
from clearinghouse.records.collections.document import Document
from clearinghouse.records.collections.event import Event
from clearinghouse.records.collections.plan import Plan
from clearinghouse.records.collections.record import Record
from clearinghouse.records.collections.training import Training
from clearinghouse.records.collections.workshop import Workshop
from clearinghouse.vocabulary.audiences import AUDIENCES
from clearinghouse.vocabulary.bodies import BODIES
from clearinghouse.vocabulary.states import members_on, name_of

LEAD = (
    "What public sources show of {year} for the {body}, as known on {day}. Each number is counted from the records by the "
    "published rule of evidence. It shows what was found, not all that was done."
)
DISCLAIMER = "The report is not endorsed by ASEAN, by its Secretariat or by CITES until they adopt it."
REPEATED = "An event that concerns several counts in the row of each, with everyone who took part, so the rows do not add up."
NOT_STATED = "not stated"


def title_of(year: int, state: str | None = None) -> str:
    """`Annual report 2026, Viet Nam`. state: whose own report it is, by its code."""
    words = gettext("Annual report {year}", year=year)
    return f"{words}, {name_of(state)}" if state else words


def report_of(year: Year, known: date | None = None) -> Report:
    """The report of a year. known: the last day on which anything changed, if somebody has looked already."""
    sources = Sources()
    sections = (
        _summary(year),
        *(section for plan in year.plans for section in _plan(plan, year, sources)),
        _events(Training.collection, "Trainings", year.trainings, year, sources, not_counted(year.left_out(Training))),
        _events(Workshop.collection, "Workshops and meetings", year.workshops, year, sources, not_counted(year.left_out(Workshop))),
        *_numbers(year),
        _events("working-group", "Meetings of the working group", year.meetings, year, sources),
        *_legislation(year, sources),
        _documents(year, sources),
        *_gaps(year),
    )
    known = known or last_change(year.catalogue)
    day = date_words(known)
    over = "" if year.is_over else f"The year is not over on that day; it is reported up to {day}."
    lead = " ".join(filter(None, (LEAD.format(year=year.number, day=day, body=BODIES[BODY].wording), over, DISCLAIMER)))
    return Report(year.number, title_of(year.number, year.state), lead, str(known), sections, tuple(sources.notes.values()))


def _summary(year: Year) -> Section:
    plans = (
        f"Plans in force: {listed([plan.label for plan in year.plans])}."
        if year.plans
        else "No plan that is part of these data was in force."
    )
    if year.is_empty:
        return Section("summary", "Summary", (f"Nothing is recorded of {year.number}.", plans))
    adopted = sum("adopted" in steps for _, _, steps in year.laws)
    tally = listed(
        [
            records_counted(len(year.trainings), Training.collection),
            records_counted(len(year.workshops), Workshop.collection),
            records_counted(len(year.documents), Document.collection),
            counted(adopted, "law adopted", "laws adopted"),
            *(
                [counted(len(year.laws) - adopted, "law that came into force", "laws that came into force")]
                if adopted < len(year.laws)
                else []
            ),
            counted(len(year.assessments), "assessment of legislation", "assessments of legislation"),
        ]
    )
    known = capital(tally) if year.is_over else f"Up to {date_words(year.end)}: {tally}"
    return Section("summary", "Summary", (f"{known}.", _participants_words(year.events), plans))


def _participants_words(events: tuple[Event, ...]) -> str:
    stated = [event.participants for event in events if event.participants is not None]
    if not events:
        return "No training, workshop or meeting is recorded."
    if not stated:
        return f"{capital(counted(len(events), 'event'))}; how many people took part is not stated."
    return f"{counted(sum(stated), 'person', 'people')} took part, as stated for {len(stated)} of {counted(len(events), 'event')}."


def _plan(plan: Plan, year: Year, sources: Sources) -> Iterator[Section]:
    activities = year.activities_of(plan)
    title = f"{plan.label}: what was done"
    if not activities:
        silence = (
            "No activity of it concerns this state."
            if year.state
            else "The text of this plan was not found, so no activity can be reported."
        )
        yield Section(plan.id, title, (silence,))
        return
    evidence = {activity: year.evidence(activity) for activity in activities}
    active = sum(bool(records) for records in evidence.values())
    rows = tuple(_activity(activity, records, year, sources) for activity, records in zip(activities, evidence.values(), strict=True))
    columns = ("Activity", f"Records of {year.number}", *WORK)
    yield Section(
        plan.id,
        title,
        (f"{active} of {records_counted(len(activities), Activity.collection)} {have(active)} a record of {year.number}.",),
        Table(f"Activities of {plan.label}", columns, rows, frozenset({1})),
    )
    measures = tuple(row for activity in activities for row in _indicators(activity, year))
    if measures:
        columns = ("Indicator", "Activity", "Answer", "Working")
        said = f"As they were on {date_words(year.end)}, by what is known today."
        yield Section(
            f"{plan.id}-indicators", f"{plan.label}: indicators", (said,), Table(f"Indicators of {plan.label}", columns, measures)
        )


def _activity(activity: Activity, records: tuple[Record, ...], year: Year, sources: Sources) -> Row:
    cells = (f"{activity.number} {activity.label}", *work_of(activity, records, year))
    return Row(cells, activity.address, sources.cited(source for record in records for source in record.sources))


def _indicators(activity: Activity, year: Year) -> Iterator[Row]:
    for _, answer in answers(activity, year.at_its_end):
        facts = (fact for fact in working(answer, activity, year.at_its_end) if fact)
        words = " ".join(f"{fact.label}: {sentence(', '.join(''.join(bit.text for bit in line) for line in fact.lines))}" for fact in facts)
        yield Row((answer.indicator.wording, activity.number, words_elsewhere(answer), words), f"{activity.address}#indicators")


def _events(section: str, title: str, events: tuple[Event, ...], year: Year, sources: Sources, left_out: str = "") -> Section:
    besides = (left_out,) if left_out else ()
    if not events:
        return Section(section, title, (f"None is recorded of {year.number}.", *besides))
    rows = tuple(
        Row(
            (
                event.title,
                when(event),
                ", ".join(filter(None, (event.place, name_of(event.host) if event.host else ""))) or NOT_STATED,
                state_names(event.taking_part) or NOT_STATED,
                ", ".join(AUDIENCES[term].label for term in event.audience) or NOT_STATED,
                NOT_STATED if event.participants is None else str(event.participants),
            ),
            event.address,
            sources.cited(event.sources),
        )
        for event in events
    )
    columns = (capital(singular_of(events[0].collection)), "When", "Where", "Taking part", "Audience", "Participants")
    return Section(section, title, (_participants_words(events), *besides), Table(f"{title} of {year.number}", columns, rows))


def _numbers(year: Year) -> Iterator[Section]:
    if not year.events:
        return
    by_audience = [(term.label, [event for event in year.events if term.id in event.audience]) for term in AUDIENCES.terms]
    by_audience.append(("Not stated", [event for event in year.events if not event.audience]))
    yield _counts("by-audience", "Numbers by audience", "Audience", by_audience)
    codes = sorted({code for event in year.events for code in event.states}, key=name_of)
    by_state = [(name_of(code), [event for event in year.events if code in event.states]) for code in codes]
    by_state.append(("Not stated", [event for event in year.events if not event.states]))
    yield _counts("by-country", "Numbers by country", "Country", by_state)


def _counts(section: str, title: str, heading: str, groups: list[tuple[str, list[Event]]]) -> Section:
    rows = []
    for label, events in groups:
        trainings = sum(event.collection == Training.collection for event in events)
        stated = [event.participants for event in events if event.participants is not None]
        people = str(sum(stated)) if stated else NOT_STATED
        if events:
            numbers = (str(trainings), str(len(events) - trainings), people, f"{len(stated)} of {len(events)}")
            rows.append(Row((label, *numbers)))
    columns = (heading, "Trainings", "Workshops and meetings", "Participants", "Events that state them")
    return Section(section, title, (REPEATED,), Table(title, columns, tuple(rows), frozenset({1, 2, 3})))


def _legislation(year: Year, sources: Sources) -> Iterator[Section]:
    laws = tuple(
        Row((record.title, law.title, " and ".join(steps)), record.law_address(law), sources.cited(law.sources))
        for record, law, steps in year.laws
    )
    assessments = tuple(
        Row(
            (record.title, status_words(claim), date_words(claim.as_of), claim.document),
            f"{record.address}#history",
            sources.cited(claim.sources),
        )
        for record, claim in year.assessments
    )
    for section, title, columns, rows, left_out in (
        ("laws", "Laws adopted or in force", ("State", "Law", "What happened"), laws, _left_out(year)),
        ("assessments", "Assessments of legislation", ("State", "Status", "As of", "Document"), assessments, ()),
    ):
        table = Table(f"{title}, {year.number}", columns, rows) if rows else None
        yield Section(section, title, (*(() if rows else (f"None is recorded of {year.number}.",)), *left_out), table)


def _left_out(year: Year) -> tuple[str, ...]:
    """Which laws of the year are not counted, and why."""
    if not (laws := year.laws_left_out):
        return ()
    titles = "; ".join(f"{law.title} ({record.title})" for record, law in laws)
    are = "is" if len(laws) == 1 else "are"
    return (f"{counted(len(laws), 'law')} of low confidence or from secondary sources alone {are} not counted: {titles}.",)


def _documents(year: Year, sources: Sources) -> Section:
    rows = tuple(
        Row((record.title, date_words(record.sort_date), record.publisher), record.address, sources.cited(record.sources))
        for record in year.documents
    )
    table = Table(f"Documents published in {year.number}", ("Document", "Published", "Publisher"), rows) if rows else None
    return Section(Document.collection, "Documents published", () if rows else (f"None is recorded of {year.number}.",), table)


def _gaps(year: Year) -> Iterator[Section]:
    paragraphs = []
    for plan in year.plans:
        silent = [activity.number for activity in year.activities_of(plan) if not year.evidence(activity)]
        if silent:
            said = counted(len(silent), "activity has", "activities have")
            paragraphs.append(f"{plan.label}: {said} no record of {year.number}: {', '.join(silent)}.")
    if year.state is None:
        members = members_on(year.end)
        without = [state.name for state in members if state.code not in year.states]
        said = f"{len(without)} of {len(members)} member states {have(len(without))} no record of {year.number}: {listed(without)}."
        paragraphs.append(said if without else f"All {len(members)} member states have a record of {year.number}.")
    paragraphs.append("That no record was found does not prove that nothing was done.")
    yield Section("gaps", "Gaps", tuple(paragraphs))
