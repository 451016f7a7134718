"""Rows: a list of any length comes in, its parts of a fixed size leave, so that no file grows without end."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from clearinghouse.publications.data.document import LICENCE, DataFile, Shape, list_shape
from clearinghouse.records.written.api_words import ROOT, VERSION, part_address

SIZE = 500
"""Rows of a part."""


@dataclass(frozen=True)
class Rows:
    """A list. name, title: as addresses and people call it; shape: of its rows; template, about: of a list that is one of several, its
    name with that of what changes in braces, and what all of them are."""

    name: str
    title: str
    shape: type[Shape]
    rows: Sequence[Shape]
    template: str = ""
    about: str = ""

    @property
    def address(self) -> str:
        """Of its first part, relative to the site."""
        return part_address(self.name, 1)

    @property
    def last_modified(self) -> date | None:
        """The latest day that a row has."""
        return max((day for row in self.rows if (day := getattr(row, "last_modified", None))), default=None)

    def files(self, url: str, day: date) -> Iterator[DataFile]:
        """Its parts; an empty list has one. url: of the site, ending in a slash."""
        template = self.template or self.name
        pages = max(1, -(-len(self.rows) // SIZE))
        for page in range(1, pages + 1):
            address = part_address(self.name, page)
            document = list_shape(self.shape)(
                schema_version=VERSION,
                address=url + address,
                generated_at=day,
                license=LICENCE,
                name=self.name,
                total=len(self.rows),
                page=page,
                pages=pages,
                next=url + part_address(self.name, page + 1) if page < pages else None,
                last_modified=self.last_modified,
                rows=tuple(self.rows[(page - 1) * SIZE : page * SIZE]),
            )
            place = f"{template}.json" if page == 1 else f"{template}/page/{{page}}.json"
            about = f"{self.about or self.title}{'' if page == 1 else ', further parts'}"
            yield DataFile(address, ROOT + place, f"{self.title} as JSON", about, document, is_promised=page == 1)
