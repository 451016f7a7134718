"""Other clearing houses: the API of one is read for one collection; its records leave as entries, those that changed alone."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from clearinghouse.reading.files.harvest_memory import SourceMemory
from clearinghouse.reading.intake.api.documents import ApiFault
from clearinghouse.reading.intake.api.walking import Api
from clearinghouse.reading.intake.harvest.entries import Entry, SourceFault
from clearinghouse.reading.intake.harvest.records import entry_of, pages_and_days
from clearinghouse.reading.intake.harvest.turns import Turn
from clearinghouse.records.harvest_sources import HarvestSource
from clearinghouse.records.written.api_words import record_address
from clearinghouse.world.failure import Failure
from clearinghouse.world.receiving.sources import Source

_PATIENCE = 3
"""Records, one after the other, that may not be there; from then on nobody is asked for more."""


@dataclass
class OtherHouse:
    """A clearing house. turn: which records this run may ask for. After its entries were read: modified: when records changed there
    last, by the address of their page."""

    source: HarvestSource
    content_of: Source
    memory: SourceMemory
    turn: Turn
    modified: dict[str, str] = field(default_factory=dict)

    def entries(self, seen: Callable[[int, int], object]) -> Iterator[Entry]:
        """Its records of the collection. seen: gets how many were looked at, and of how many. Raises ApiFault, Failure."""
        lists: dict[str, bytes] = {}

        def content_of(address: str) -> bytes:
            lists[address] = self.content_of(address)
            return lists[address]

        ids = Api(content_of).ids(self.source.collection)
        pages = {key: (page, day) for where, content in lists.items() for key, page, day in pages_and_days(where, content)}
        due = [record_id for record_id in ids if not self._is_unchanged(*pages[record_id])]
        asked: dict[str, Entry] = {}
        failures = 0
        for number, record_id in enumerate(self.turn.of(due), start=1):
            entry = asked[record_id] = self._entry(record_id, pages[record_id][0])
            failures = failures + 1 if entry.refusal and not entry.data else 0
            if failures > _PATIENCE:
                raise SourceFault(entry.refusal)
            seen(number, self.turn.expected)
        for record_id in ids:
            page, day = pages[record_id]
            entry = asked.get(record_id) or Entry(page, record_id, is_unread=(known := self._is_unchanged(page, day)), is_waiting=not known)
            if not entry.is_waiting:
                self.modified[entry.address] = day
            yield entry

    def _is_unchanged(self, page: str, day: str) -> bool:
        known = self.memory.records.get(page)
        return known is not None and bool(day) and known.modified == day

    def _entry(self, record_id: str, page: str) -> Entry:
        where = record_address(f"{self.source.collection}/{record_id}")
        try:
            return entry_of(where, self.content_of(where), self.source)
        except (ApiFault, SourceFault, Failure) as fault:
            return Entry(page, record_id, refusal=str(fault))
