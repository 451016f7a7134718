"""Last changes: a catalogue comes in, the days on which its pages changed last leave; prose has none, since nobody dates it."""

from collections.abc import Iterable, Mapping
from datetime import date

from clearinghouse.catalogue.catalogue import Catalogue
from clearinghouse.publications.presentations import LISTED
from clearinghouse.records.collections.activity import Activity
from clearinghouse.records.collections.legislation import LegislationStatus
from clearinghouse.records.collections.record import Record

LISTS = (*LISTED, LegislationStatus.collection)
"""The collections whose records stand together on a page."""


def last_changes(catalogue: Catalogue) -> Mapping[str, date]:
    """By the address of a page in English: of records, their laws and activities, and of whole lists."""
    days: dict[str, date | None] = {}
    for record in (*catalogue.plans, *catalogue.records):
        days[record.address] = day_of([record], catalogue.as_of)
    for of_state in catalogue.legislation:
        days |= {of_state.law_address(law): days[of_state.address] for law in of_state.laws}
    for activity in catalogue.activities:
        days[activity.address] = day_of_activity(activity, catalogue)
    days |= {f"{name}/": day_of(catalogue.collection(name), catalogue.as_of) for name in LISTS}
    return {address: day for address, day in days.items() if day}


def last_change(catalogue: Catalogue) -> date:
    """The last day on which anything changed; that of the site where no day is known."""
    return latest(last_changes(catalogue), catalogue.as_of)


def latest(days: Mapping[str, date], as_of: date) -> date:
    """The last of the days on which pages changed; that of the site where none is known. days: by the addresses of the pages."""
    return max(days.values(), default=as_of)


def day_of(records: Iterable[Record], as_of: date) -> date | None:
    """The last day, up to a day, on which one of these records appeared, changed or was held against its source."""
    days = (day for record in records for day in (*_days(record),) if day <= as_of)
    return max(days, default=None)


def day_of_activity(activity: Activity, catalogue: Catalogue) -> date | None:
    """The last day, up to today, of which an entry of its log is, or on which its plan or a record that names it changed."""
    plan = catalogue.plan(activity.plan)
    entries = [entry.on for part in (activity, *activity.sub_activities) for entry in part.log if entry.on <= catalogue.as_of]
    records = (*catalogue.serving(activity), *((plan,) if plan else ()))
    return max(filter(None, [*entries, day_of(records, catalogue.as_of)]), default=None)


def _days(record: Record) -> Iterable[date]:
    yield record.published
    yield from (change.on for change in record.changes)
    yield from (day for day in (record.verified, record.withdrawn.date if record.withdrawn else None) if day)


def whole_list(address: str) -> str:
    """The address of the list on whose later pages something stands, or the address itself."""
    name, _, rest = address.partition("/")
    return f"{name}/" if name in LISTS and rest.startswith("page/") else address
