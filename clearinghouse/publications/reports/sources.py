"""Sources: those of records come in, the numbers by which a report cites them leave."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from clearinghouse.publications.reports.report import Note
from clearinghouse.publications.words import date_words
from clearinghouse.records.collections.record import Source


@dataclass
class Sources:
    """The notes of a report, numbered as they are cited, each address once."""

    notes: dict[str, Note] = field(default_factory=dict)

    def cited(self, sources: Iterable[Source]) -> tuple[int, ...]:
        """The numbers of sources."""
        urls = dict.fromkeys(source.url for source in sources if self._known(source))
        places = {url: place for place, url in enumerate(self.notes, start=1)}
        return tuple(sorted(places[url] for url in urls))

    def _known(self, source: Source) -> bool:
        self.notes.setdefault(source.url, Note(f"{source.publisher}, accessed {date_words(source.accessed)}", source.url))
        return True
