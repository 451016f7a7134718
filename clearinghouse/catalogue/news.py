"""News: what changed, from the records' own dates, newest first."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from clearinghouse.catalogue.catalogue import Catalogue
from clearinghouse.records.collections.activity import Activity, LogEntry
from clearinghouse.records.collections.plan import Plan
from clearinghouse.records.collections.record import Change, Record
from clearinghouse.records.collections.update import Update


@dataclass(frozen=True)
class LoggedEntry:
    """An entry of a log, with an id that is unique among those of its plan."""

    id: str
    entry: LogEntry


@dataclass(frozen=True)
class News:
    """One thing to tell, on the day that the data give it.

    what: `new`, `notice`, `withdrawn`, `evidence`, `delivery`, what a change says, or, where a date is near, `closing` or
    `starting`; activity: for which one there is evidence now, or a new entry in its log; logged: that
    entry, with an id that is unique in the plan; due: the day that is near.
    """

    on: date
    record: Record
    what: str
    change: Change | None = None
    activity: Activity | None = None
    logged: LoggedEntry | None = None
    due: date | None = None

    @property
    def id(self) -> str:
        """`collection/id#what`, unique and permanent: made of the record's first id and of the change's, or of what it
        is; a date that is near adds itself after a colon, which no id of a change holds."""
        if self.logged:
            return f"{self.record.first_key}#{self.logged.id}"
        own = {"withdrawn": "withdrawn", "closing": f"closing:{self.due}", "starting": f"starting:{self.due}"}.get(self.what, "new")
        return f"{self.record.first_key}#{self.change.id if self.change else own}"

    @property
    def address(self) -> str:
        """Where one can read about it: the page of the activity of whose delivery it tells, else that of the record."""
        return self.activity.address if self.activity and self.logged else self.record.address

    @property
    def is_opening(self) -> bool:
        """Whether it is the notice that stands for all records of its day."""
        return isinstance(self.record, Update) and self.record.stands_for_all and self.change is None


def news(catalogue: Catalogue) -> tuple[News, ...]:
    """All news up to today. Records published on a day with a `stands_for_all` notice are told by that notice alone."""
    opened = opening_days(catalogue)
    pieces = []
    for record in (*catalogue.plans, *catalogue.records):
        if isinstance(record, Update):
            pieces.append(News(record.date, record, "notice"))
        elif record.published not in opened:
            pieces.append(News(record.published, record, "new"))
        pieces.extend(_changes(record, catalogue))
        pieces.extend(_deliveries(record, catalogue) if isinstance(record, Plan) else ())
        if record.withdrawn and not any("withdrawn" in (change.what, change.id) for change in record.changes):
            pieces.append(News(record.withdrawn.date, record, "withdrawn"))
    return newest_first(piece for piece in pieces if piece.on <= catalogue.as_of)


def opening_days(catalogue: Catalogue) -> frozenset[date]:
    """The days whose records are told by one notice that stands for all."""
    return frozenset(update.date for update in catalogue.updates if update.stands_for_all)


def newest_first(pieces: Iterable[News]) -> tuple[News, ...]:
    """By day, the latest first; within a day by id, so that the order never depends on anything else."""
    return tuple(sorted(pieces, key=lambda piece: (piece.on, piece.id), reverse=True))


def served_later(record: Record, catalogue: Catalogue) -> Mapping[str, Change]:
    """The activities (plan/number) that a record came to serve after it was published, with the change that says so."""
    additions = {change.id: change for change in record.changes if change.what == "updated" and change.id.startswith("serves-")}
    return {activity: additions[name] for activity in record.serves if additions and (name := serves_id(activity, catalogue)) in additions}


def serves_id(activity: str, catalogue: Catalogue) -> str:
    """The id of the change that says that a record came to serve an activity."""
    plan_id, _, number = activity.partition("/")
    plan = catalogue.plan(plan_id)
    return f"serves-{plan.prefix.lower() if plan else plan_id}-{number.replace('.', '-')}"


def _changes(record: Record, catalogue: Catalogue) -> Iterator[News]:
    activities = {change.id: activity for activity, change in served_later(record, catalogue).items()}
    for change in record.changes:
        activity = activities.get(change.id)
        yield News(change.on, record, "evidence" if activity else change.what, change, catalogue.activity(activity or ""))


def _deliveries(plan: Plan, catalogue: Catalogue) -> Iterator[News]:
    """Entries of the logs of a plan. Those of the first day of all are where it stood when this site began to keep logs."""
    logs = [
        (activity, "-".join([activity.number.replace(".", "-"), *part]), log)
        for activity in catalogue.activities_of(plan)
        for part, log in [((), activity.log), *(((part.id,), part.log) for part in activity.sub_activities)]
    ]
    first = min((entry.on for _, _, log in logs for entry in log), default=date.min)
    for activity, name, log in logs:
        for place, entry in enumerate(log):
            if entry.on > first:
                # Its place in a log that is only appended to is as lasting as the id of a change.
                yield News(entry.on, plan, "delivery", activity=activity, logged=LoggedEntry(f"log-{name}-{place + 1}", entry))
