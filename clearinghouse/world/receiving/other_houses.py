"""Other clearing houses: the API of one is read for one collection; its records leave as entries, those that changed alone."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from clearinghouse.reading.files.harvest_memory import SourceMemory
from clearinghouse.reading.intake.api.documents import ApiFault
from clearinghouse.reading.intake.api.walking import Api
from clearinghouse.reading.intake.harvest.entries import Entry, SourceFault
from clearinghouse.reading.intake.harvest.records import entry_of, pages_and_days
from clearinghouse.records.harvest_sources import HarvestSource
from clearinghouse.records.written.api_words import record_address
from clearinghouse.world.failure import Failure
from clearinghouse.world.receiving.sources import Source
from clearinghouse.world.receiving.sources import source as files_of
from clearinghouse.world.web.fetching import Fetcher

MOST_READ = 1000
"""Records that are read in one run: at one a second, a quarter of an hour. The next run goes on."""
_PATIENCE = 3
"""Records, one after the other, that may not be there; from then on nobody is asked for more."""


@dataclass
class OtherHouse:
    """A clearing house. remarks: on the source as a whole; modified: when records changed there last, by the address of their page."""

    source: HarvestSource
    content_of: Source
    memory: SourceMemory
    remarks: list[str] = field(default_factory=list)
    modified: dict[str, str] = field(default_factory=dict)

    def entries(self, seen: Callable[[int, int], object]) -> Iterator[Entry]:
        """Its records of the collection. seen: gets how many were looked at, and of how many. Raises ApiFault, Failure."""
        lists: dict[str, bytes] = {}

        def content_of(address: str) -> bytes:
            lists[address] = self.content_of(address)
            return lists[address]

        ids = Api(content_of).ids(self.source.collection)
        pages = {key: (page, day) for where, content in lists.items() for key, page, day in pages_and_days(where, content)}
        is_read = failures = 0
        for number, record_id in enumerate(ids, start=1):
            page, day = pages[record_id]
            known = self.memory.records.get(page)
            if known and day and known.modified == day:
                self.modified[page] = day
                yield Entry(page, record_id, is_unread=True)
            elif is_read < MOST_READ:
                is_read += 1
                entry = self._entry(record_id, page)
                failures = failures + 1 if entry.refusal and not entry.data else 0
                if failures > _PATIENCE:
                    raise SourceFault(entry.refusal)
                self.modified[entry.address] = day
                yield entry
            seen(number, len(ids))
        if is_read == MOST_READ:
            self.remarks.append(f"{MOST_READ:,} records were read: the next run goes on")

    def _entry(self, record_id: str, page: str) -> Entry:
        where = record_address(f"{self.source.collection}/{record_id}")
        try:
            return entry_of(where, self.content_of(where), self.source)
        except (ApiFault, SourceFault, Failure) as fault:
            return Entry(page, record_id, refusal=str(fault))


def entries_of_house(
    source: HarvestSource, fetcher: Fetcher, memory: SourceMemory, seen: Callable[[int, int], object]
) -> tuple[list[Entry], Mapping[str, str], tuple[str, ...]]:
    """The entries, when each changed last, and remarks. Raises ApiFault, SourceFault, Failure."""
    with files_of(source.url, fetcher) as content_of:
        house = OtherHouse(source, content_of, memory)
        entries = list(house.entries(seen))
        return entries, house.modified, tuple(house.remarks)
