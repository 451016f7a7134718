"""Works in linked data: documents and reports, plans and their activities, notices, offers, species and whatever else is a page."""

from clearinghouse.publications.linked_data.names import Names, Thing, audience_of, keywords_of, organisation, state, stated, states
from clearinghouse.records.collections.activity import Activity
from clearinghouse.records.collections.document import Document
from clearinghouse.records.collections.exchange.offer import Offer
from clearinghouse.records.collections.plan import Plan
from clearinghouse.records.collections.record import Record
from clearinghouse.records.collections.species import Species
from clearinghouse.records.collections.trade.trade_report import TradeReport
from clearinghouse.records.collections.update import Update

REPORTS = ("report", "project report", "annual report")


def work(record: Record, names: Names) -> Thing:
    """A record of which nothing more is declared."""
    return names.thing(record, "CreativeWork")


def document(record: Document, names: Names) -> Thing:
    """A document, by the day on which it appeared; its own address is another than that of its record."""
    return names.thing(
        record,
        "Report" if record.kind in REPORTS else "CreativeWork",
        publisher=organisation(record.publisher),
        datePublished=str(record.sort_date) if record.sort_date else None,
        inLanguage=list(record.languages),
        spatialCoverage=states(record.countries),
        sameAs=record.url,
    )


def notice(record: Update, names: Names) -> Thing:
    """A notice of a day."""
    return names.thing(record, "CreativeWork", datePublished=record.date.isoformat())


def offer(record: Offer, names: Names) -> Thing:
    """An offer or a request, until its last day."""
    return names.thing(
        record,
        "CreativeWork",
        creator=organisation(record.office),
        expires=record.expires.isoformat(),
        audience=audience_of(record.audience),
        keywords=keywords_of(record.topics),
        inLanguage=list(record.languages),
    )


def trade_report(record: TradeReport, names: Names) -> Thing:
    """What an office of a state reports on a period."""
    span = record.period.span
    return names.thing(
        record,
        "Report",
        creator=organisation(record.office),
        spatialCoverage=state(record.country),
        temporalCoverage=f"{span.first.isoformat()}/{span.last.isoformat()}",
    )


def species(record: Species, names: Names) -> Thing:
    """What the site says of animals and plants."""
    return names.thing(record, "CreativeWork", about=[stated(type_="Taxon", name=name) for name in record.scientific_names])


def plan(record: Plan, names: Names) -> Thing:
    """A plan for its years."""
    return names.thing(record, "CreativeWork", temporalCoverage=f"{record.period.from_}/{record.period.to}")


def activity(subject: Activity, plan_of_it: Plan, names: Names) -> Thing:
    """What a plan promises, in its own words."""
    return stated(
        type_="CreativeWork",
        id_=names.of(subject.address),
        url=names.of(subject.address),
        name=f"{plan_of_it.label} {subject.number}: {subject.label}",
        text=subject.wording,
        isPartOf=names.see(plan_of_it.address),
        temporalCoverage=f"{subject.timeline.from_}/{subject.timeline.to}" if subject.timeline else None,
    )
