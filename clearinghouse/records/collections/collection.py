"""Collection: what is declared of a collection as data; how it is shown is declared in publications/collections/."""

from dataclasses import dataclass
from typing import Generic, TypeVar

from clearinghouse.records.collections.event import Event
from clearinghouse.records.collections.record import Subject
from clearinghouse.records.keys.keys_of import keys_of

S = TypeVar("S", bound=Subject, covariant=True)


@dataclass(frozen=True, kw_only=True)
class Collection(Generic[S]):
    """A folder of data/. Whoever asks something of all collections asks it here; nobody else keeps a list of them."""

    model: type[S]
    """The type of its records, which also names its folder."""
    order: int
    """Its place among the others, as a site presents them."""
    one: str
    several: str
    """What a record of it is called, and what several are."""
    ids: str = "{words}"
    """What a new record's id is made of, see `proposed_ids`."""
    is_newest_first: bool = False
    """Whether its records stand by date, the newest first; else they stand by title."""
    facets: tuple[str, ...] = ()
    """The ways in which its list is narrowed, see `facets`."""
    expected: tuple[str, ...] = ()
    """Keys that a reader looks for in a record, as far as `can_tell` says that there is something to tell."""
    compared: tuple[str, ...] = ("record",)
    """The rules that compare the keys of a record with one another, by their names in `comparisons`."""
    is_counted: bool = True
    """Whether what its records lack is counted: what is only quoted, and what speaks of its own day, does not grow old."""
    is_related: bool = True
    """Whether its records are offered as related to others."""
    is_promise: bool = False
    """Whether it holds what was promised, and not what was done about it: plans and their activities."""
    is_flat: bool = True
    """Whether one row of a spreadsheet can hold a record."""
    rows_are: str = ""
    """Where a row of a spreadsheet is no record but a member of one of its lists: that list. Rows of one id are one record."""
    holds_sums: bool = False
    """Whether its records hold sums alone, so that what tells of a case or a person is refused, not only pointed at."""
    has_form: bool = False
    """Whether readers can add its records in the browser."""
    has_feed: bool = True
    """Whether it has a feed of its own."""

    @property
    def name(self) -> str:
        """Its folder of data/, and the first part of its addresses."""
        return self.model.collection

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of its records; none where they have none."""
        return next((key.words for key in keys_of(self.model) if key.name == "kind"), ())

    @property
    def is_event(self) -> bool:
        """Whether its records are events, which agendas hold."""
        return issubclass(self.model, Event)
