"""Activities: what was done for an activity comes in, year by year; what is said of it in an annual report leaves.

Its own report is a paragraph and a table of years, ready to be put into the text of the working group.
"""

from collections.abc import Callable, Iterator

from clearinghouse.catalogue.catalogue import Catalogue, newest_first
from clearinghouse.catalogue.years.year import Year, years
from clearinghouse.publications.collections.delivery.evidence import METHOD, counts, not_counted
from clearinghouse.publications.finding.last_changes import day_of_activity
from clearinghouse.publications.reports.report import Report, Row, Section, Table
from clearinghouse.publications.reports.sources import Sources
from clearinghouse.publications.site import Site
from clearinghouse.publications.words import capital, date_words, listed
from clearinghouse.records.collections.activity import Activity
from clearinghouse.records.collections.legislation import LegislationStatus
from clearinghouse.records.collections.plan import Plan
from clearinghouse.records.collections.record import Record

NAME = "annual-report"
"""Of its files and of its place on the page."""
TITLE = "For the annual report"
WORK = ("What was done", "Delivery by the end of the year")
"""What a report says of an activity in a year, beside the number of its records."""


def work_of(activity: Activity, records: tuple[Record, ...], year: Year) -> tuple[str, str, str]:
    """The number of records of a year, what was done, and how far the activity had come at its end."""
    entry, last = year.delivery(activity), activity.status
    if entry and entry.date:
        delivery = f"{capital(entry.delivery)} ({date_words(entry.date)})"
    else:
        delivery = f"Not known. On {date_words(last.on)}: {last.delivery}" if last else "Not known"
    return str(len(records)), _titles(records) or "No record found", delivery


def activity_report(activity: Activity, plan: Plan, catalogue: Catalogue, site: Site, address_of: Callable[[int], str]) -> Report:
    """The report of an activity. address_of: gives the page of the report of a year."""
    sources, rows = Sources(), []
    for number, records in _by_year(activity, plan, catalogue):
        cited = sources.cited(source for record in newest_first(records) for source in record.sources)
        rows.append(Row((str(number), *work_of(activity, records, Year(catalogue, number))), address_of(number), cited))
    day, name = day_of_activity(activity, catalogue) or catalogue.as_of, f"{plan.label}, activity {activity.number}"
    table = Table(f"{name}: what was done in each year", ("Year", "Records", *WORK), tuple(rows), frozenset({1})) if rows else None
    section = Section(NAME, "What was done", (paragraph_of(activity, plan, catalogue, site),), table)
    notes = tuple(sources.notes.values())
    return Report(day.year, f"{name}: {activity.label}", f"“{activity.wording}” ({plan.title})", str(day), (section,), notes)


def paragraph_of(activity: Activity, plan: Plan, catalogue: Catalogue, site: Site) -> str:
    """How many records, by which rule, of which day, and where that can be read again. It changes with its records alone, not each day."""
    evidence = catalogue.evidence(activity)
    day, number = date_words(day_of_activity(activity, catalogue) or catalogue.as_of), counts(evidence, plan)
    said = (
        f"Activity {activity.number} of {plan.label} ({activity.label}): {number}. Last change of these data: {day}.",
        not_counted(evidence.left_out),
        f"Counted by the published rule of evidence ({site.url}{METHOD}).",
        "It shows what was found, not all that was done.",
        f"Source: {site.name}, {site.url}{activity.address}",
    )
    return " ".join(filter(None, said))


def _by_year(activity: Activity, plan: Plan, catalogue: Catalogue) -> Iterator[tuple[int, tuple[Record, ...]]]:
    """The years of the plan that have begun, and later ones with records; the newest first."""
    for number in reversed(years(catalogue)):
        records = Year(catalogue, number).evidence(activity)
        if records or plan.period.from_ <= number <= plan.period.to:
            yield number, records


def _titles(records: tuple[Record, ...]) -> str:
    """What records are called, the newest first. Those of legislation bear the names of states, so they are one phrase."""
    ordered = newest_first(records)
    states = [record.title for record in ordered if isinstance(record, LegislationStatus)]
    others = [record.title for record in ordered if not isinstance(record, LegislationStatus)]
    return "; ".join([*others, *([f"Legislation of {listed(states)}"] if states else [])])
