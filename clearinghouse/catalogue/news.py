"""News: what changed, from the records' own dates, newest first."""

from dataclasses import dataclass
from datetime import date

from clearinghouse.catalogue.catalogue import Catalogue
from clearinghouse.records.record import Change, Record
from clearinghouse.records.update import Update


@dataclass(frozen=True)
class News:
    """One thing that changed. what: `new`, `notice`, `withdrawn` or what a change says; id: unique and permanent."""

    on: date
    record: Record
    what: str
    change: Change | None = None

    @property
    def id(self) -> str:
        """`collection/id#change`, with `new` for the record itself."""
        return f"{self.record.key}#{self.change.id if self.change else 'withdrawn' if self.what == 'withdrawn' else 'new'}"


def news(catalogue: Catalogue) -> tuple[News, ...]:
    """All news up to today. Records published on a day with a `stands_for_all` notice are told by that notice alone."""
    opened = {update.date for update in catalogue.updates if update.stands_for_all}
    found = []
    for record in catalogue.records:
        if isinstance(record, Update):
            found.append(News(record.date, record, "notice"))
        elif record.published not in opened:
            found.append(News(record.published, record, "new"))
        found.extend(News(change.on, record, change.what, change) for change in record.changes)
        if record.withdrawn and not any(change.what == "withdrawn" for change in record.changes):
            found.append(News(record.withdrawn.date, record, "withdrawn"))
    return tuple(sorted((each for each in found if each.on <= catalogue.as_of), key=lambda each: (each.on, each.id), reverse=True))
