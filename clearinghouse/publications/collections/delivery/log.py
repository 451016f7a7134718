"""Log: how far an activity has come, who stands for it, and the dated entries that say so.

Delivery, the results of indicators and verification are three things: none of them is ever worked out from another.
"""

from collections.abc import Iterator

from clearinghouse.catalogue.catalogue import Catalogue
from clearinghouse.publications.collections.view import confidence_badge
from clearinghouse.publications.html.facts import fact
from clearinghouse.publications.html.lines import text_bit
from clearinghouse.publications.html.parts import Badge, Bit, Fact, Line, Moment, Notice, Section
from clearinghouse.publications.words import capital, date_words, sentence
from clearinghouse.records.collections.activity import Activity, LogEntry
from clearinghouse.records.collections.parts.indicator import Evidence
from clearinghouse.records.collections.plan import Plan
from clearinghouse.records.collections.record import Record

NOT_LOGGED = "Not logged yet"
VERIFICATION = {
    "public sources": "Found in public sources",
    "member state": "Reported by a member state",
    "secretariat": "Checked by the secretariat",
}
"""What readers see of who stands for an entry."""
AFTER = "After the plan’s period"


def delivery_words(delivery: str | None) -> str:
    """How far an activity has come, with a capital: `Partly delivered`, `No evidence found`."""
    return capital(delivery) if delivery else NOT_LOGGED


def delivery_facts(activity: Activity) -> tuple[Fact | None, Fact | None]:
    """The two rows of the last entry: delivery, and who verified it on which day."""
    entry = activity.status
    by = Bit(f"{VERIFICATION[entry.by]}, {date_words(entry.on)}") if entry else None
    return (fact("Delivery", delivery_words(activity.delivery)), fact("Verification", by, silent="not verified yet"))


def log_section(activity: Activity, plan: Plan, catalogue: Catalogue) -> Section:
    """All entries of an activity and of its parts, newest first; of one day the one that was appended later."""
    logs = [("", activity.log), *((f"Sub-activity {part.id}: ", part.log) for part in activity.sub_activities)]
    entries = [(entry.on, place, part, entry) for part, log in logs for place, entry in enumerate(log)]
    entries.sort(key=lambda entry: entry[:2], reverse=True)
    moments = tuple(_moment(entry, part, plan, catalogue, is_now=entry is activity.status) for _, _, part, entry in entries)
    empty = None if moments else Notice(f"{NOT_LOGGED}.", (Bit("No progress has been reported here for this activity."),))
    return Section("log", "Log", timeline=moments, empty=empty, is_searched=False)


def _moment(entry: LogEntry, part: str, plan: Plan, catalogue: Catalogue, is_now: bool) -> Moment:
    is_after = entry.date is not None and entry.date.year > plan.period.to
    badges = (Badge("kind", VERIFICATION[entry.by]), *((Badge("plain", AFTER),) if is_after else ()))
    badges += (confidence_badge(entry.confidence),) if entry.confidence == "low" else ()
    title = f"{part}{entry.delivery}" if part else capital(entry.delivery)
    return Moment(date_words(entry.on), entry.on.isoformat(), title, tuple(_lines(entry, catalogue)), badges, is_now)


def _lines(entry: LogEntry, catalogue: Catalogue) -> Iterator[Line]:
    if entry.what:
        yield (text_bit(sentence(entry.what)),)
    if entry.date:
        yield (Bit("Date of the evidence: ", small=True), Bit(date_words(entry.date), small=True, time=str(entry.date)))
    if entry.evidence:
        yield from _shown_by(entry.evidence, catalogue)
    if entry.note:
        yield (text_bit(sentence(entry.note)),)


def _shown_by(evidence: Evidence, catalogue: Catalogue) -> Iterator[Line]:
    for reference in evidence.records:
        record = catalogue.record(reference)
        title = record.title if isinstance(record, Record) else record.label if record else reference
        yield (Bit("Record: ", small=True), Bit(title, to=record.address if record else None, small=True))
    for source in evidence.sources:
        context = f"{source.kind}, accessed {date_words(source.accessed)}"
        yield (Bit("Source: ", small=True), Bit(source.publisher, href=source.url, small=True), Bit(f", {context}", small=True))
