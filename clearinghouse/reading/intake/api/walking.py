"""Walking an API: a way to its files comes in; what its index, its lists and its documents say leaves, or the first fault.

Addresses are made here, from the names of collections and the ids of records; those that the files hold are never
followed. So nobody is led elsewhere or in a circle, and every walk ends.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from clearinghouse.problems.problem import excerpt
from clearinghouse.reading.files.folder import ABOUT as ABOUT_FILE
from clearinghouse.reading.files.folder import PICTURES, DataFile
from clearinghouse.reading.files.strict_yaml import LARGEST_FILE
from clearinghouse.reading.intake.api.documents import ApiFault, document_of, group_in, groups_in, number_in, text_in
from clearinghouse.reading.intake.api.pictures import largest_copies
from clearinghouse.reading.intake.api.records import must_be_safe, record_of
from clearinghouse.reading.intake.proposals import Proposal
from clearinghouse.reading.pictures.repacking import repacked
from clearinghouse.records.collection import COLLECTIONS
from clearinghouse.records.collections.legislation import LegislationAbout, LegislationStatus
from clearinghouse.records.keys.keys_of import keys_of
from clearinghouse.records.written.api_words import ABOUT, INDEX, part_address, record_address
from clearinghouse.records.written.yaml_text import group_text, texts

MOST_RECORDS = 50_000
"""Of all collections together."""
MOST_BYTES = 500_000_000
"""Of all their files together, those of pictures too: 10,000 records need 10 million."""


@dataclass(frozen=True)
class Api:
    """The API of a site. content_of: the bytes of a file by its address, relative to the site; what it raises goes through."""

    content_of: Callable[[str], bytes]

    def keys(self) -> list[tuple[str, str]]:
        """The collection and the id of each record, of the collections that are known here. Raises ApiFault."""
        keys: list[tuple[str, str]] = []
        for name in self._collections:
            keys += [(name, record_id) for record_id in self.ids(name, MOST_RECORDS - len(keys))]
        return keys

    def ids(self, name: str, most: int = MOST_RECORDS) -> Sequence[str]:
        """The ids of the records of a collection, all parts of its list together. Raises ApiFault."""
        ids: dict[str, None] = {}
        for address, part in self._parts(name):
            total = number_in(part, "total", address)
            if total > most:
                raise ApiFault(f"{address} lists more than {most:,} records")
            for row in groups_in(part, "rows", address):
                record_id = text_in(row, "id", address)
                must_be_safe(address, name, record_id)
                if record_id in ids:
                    raise ApiFault(f"{address} lists {record_id} twice")
                ids[record_id] = None
            is_last = part.get("next") is None
            if len(ids) > total or is_last != (len(ids) == total):
                raise ApiFault(f"{address}: the list should have {total:,} records, and has {len(ids):,}{'' if is_last else ' and more'}")
        return list(ids)

    def record(self, name: str, record_id: str) -> Proposal:
        """A record that a list names. Raises ApiFault."""
        return self._record_and_copies(name, record_id)[0]

    def about(self) -> str:
        """The text of the file that says what categories of legislation mean; empty where the API has none. Raises ApiFault."""
        document = self._document(ABOUT) if "about" in self._index else {}
        if document.get(LegislationStatus.collection) is None:
            return ""
        return group_text(keys_of(LegislationAbout), texts(group_in(document, LegislationStatus.collection, ABOUT)))

    def files(self, seen: Callable[[int, int], object]) -> Iterator[DataFile]:
        """The files of a data folder that holds all of it. seen: gets how many were read, and of how many. Raises ApiFault."""
        if about := self.about():
            yield _file(ABOUT_FILE, about)
        size = 0
        for file in self._files(seen):
            size += len(file.content)
            if size > MOST_BYTES:
                raise ApiFault(f"all files together have more than {MOST_BYTES // 1_000_000} MB")
            yield file

    def _files(self, seen: Callable[[int, int], object]) -> Iterator[DataFile]:
        """Those of the records, then those of their pictures."""
        keys, copies = self.keys(), dict[str, str]()
        for number, key in enumerate(keys, start=1):
            record, of_record = self._record_and_copies(*key)
            copies |= of_record
            file = _file(record.path, record.text)
            if len(file.content) > LARGEST_FILE:
                raise ApiFault(f"{record_address('/'.join(key))}: its file would have more than {LARGEST_FILE:,} bytes")
            yield file
            seen(number, len(keys) + len(copies))
        for number, (name, address) in enumerate(copies.items(), start=len(keys) + 1):
            yield self._picture(name, address)
            seen(number, len(keys) + len(copies))

    @cached_property
    def _index(self) -> dict[str, Any]:
        return self._document(INDEX)

    @property
    def _collections(self) -> Sequence[str]:
        names = {text_in(outline, "name", INDEX) for outline in groups_in(self._index, "lists", INDEX)}
        return [name for name in COLLECTIONS if name in names]

    def _parts(self, name: str) -> Iterator[tuple[str, dict[str, Any]]]:
        """The parts of a list, with their addresses. Each has rows, but where the list is empty."""
        page, further = 1, True
        while further:
            address = part_address(name, page)
            part = self._document(address)
            yield address, part
            page, further = page + 1, part.get("next") is not None
            if further and (not part["rows"] or not str(part["next"]).endswith(f"/{part_address(name, page)}")):
                raise ApiFault(f"{address}: its next part must be {part_address(name, page)}, not {excerpt(str(part['next']))}")

    def _record_and_copies(self, name: str, record_id: str) -> tuple[Proposal, dict[str, str]]:
        """A record, and where the largest copies of its pictures are, by the names of their files."""
        address = record_address(f"{name}/{record_id}")
        document = self._document(address)
        record = record_of(address, document)
        if (record.collection, record.id) != (name, record_id):
            raise ApiFault(f"{address} holds another record, {record.collection}/{record.id}")
        return record, largest_copies(address, document)

    def _picture(self, name: str, address: str) -> DataFile:
        """The file of a picture, made of a copy."""
        content = repacked(name, self.content_of(address))
        if content is None:
            raise ApiFault(f"{address} is no picture that can be shown")
        return DataFile(PICTURES + name, PICTURES + name, content)

    def _document(self, address: str) -> dict[str, Any]:
        return document_of(address, self.content_of(address))


def _file(path: str, text: str) -> DataFile:
    return DataFile(path, path, text.encode())
