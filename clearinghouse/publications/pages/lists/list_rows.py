"""List rows: a record comes in, its row in the table of its collection leaves, as parts and as HTML, each made once."""

from dataclasses import dataclass, field

from markupsafe import Markup

from clearinghouse.catalogue.catalogue import Catalogue
from clearinghouse.publications.html.parts import Cell
from clearinghouse.publications.html.templates import Templates
from clearinghouse.publications.pages.lists.listings import Listing, row_of
from clearinghouse.publications.translation.language import language
from clearinghouse.publications.translation.parts import in_language
from clearinghouse.records.collections.record import Record


@dataclass(frozen=True)
class ListRows:
    """The rows of all lists of a site."""

    catalogue: Catalogue
    templates: Templates
    _rows: dict[tuple[str, int, str], Markup] = field(default_factory=dict)
    _cells: dict[tuple[str, str], tuple[Cell, ...]] = field(default_factory=dict)

    def row(self, record: Record, listing: Listing) -> Markup:
        """A record's row. A record stands in some ten lists, but its row differs only with the depth of the list's address;
        whole lists, where it also tells its terms, have depths of their own."""
        at = listing.address
        key = (record.key, at.count("/"), language().tag)
        if key not in self._rows:
            known = listing.terms.get(record.key)
            self._rows[key] = Markup(self.templates.small.row(self.cells(record), at, known))
        return self._rows[key]

    def cells(self, record: Record) -> tuple[Cell, ...]:
        """The cells of a record's row, in the language that is spoken; files have the same."""
        key = (record.key, language().tag)
        if key not in self._cells:
            self._cells[key] = in_language(row_of(record, self.catalogue))
        return self._cells[key]
