"""Presentation: what is declared of how a collection is shown; what it is as data is declared in records/collections/."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Generic, TypeVar

from clearinghouse.publications.collections.cells import ListColumn
from clearinghouse.publications.collections.view import Setting, View, line_of
from clearinghouse.publications.html.parts import Notice
from clearinghouse.publications.linked_data.names import Names, Thing
from clearinghouse.publications.linked_data.ordinary import ordinary
from clearinghouse.publications.words import plural_of
from clearinghouse.records.collections.collection import Collection
from clearinghouse.records.collections.record import Record

R = TypeVar("R", bound=Record)


@dataclass(frozen=True)
class FormPart:
    """A section of a form: the keys that it asks for, and those that are folded away. early, only: the answers to the decisive
    question after which it stands before the others, and without which it is not asked at all."""

    title: str
    about: str
    keys: tuple[str, ...]
    more: tuple[str, ...] = ()
    early: tuple[str, ...] = ()
    only: tuple[str, ...] = ()


SERVES = FormPart("Contributes to", "Activities of the plans. Leave it empty if you are not sure.", ("serves",))
SOURCES = FormPart(
    "Source",
    "The page that reports it. Without a source nothing is published.",
    ("sources", "confidence"),
    ("published", "verified", "verified_by"),
)


@dataclass(frozen=True)
class FormLayout:
    """A form in its sections. noun: what it makes, as in `a training`; about: what that is; appended: groups to which it only
    adds, each with those of its keys that are not folded away; unasked: keys for which it does not ask; open: keys for which nothing
    is chosen beforehand, whatever a file offers; requests: what may be asked for of a record that is there in a short form, as an
    address names it, each with the keys that it asks for; decisive: the key of the first part whose answer decides which others are
    asked, and in what order; empty where all are; names: what the choices of a key are called where a file's own words say too
    little."""

    noun: str
    about: str
    parts: tuple[FormPart, ...]
    appended: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    unasked: tuple[str, ...] = ()
    open: tuple[str, ...] = ("kind", "status", "confidence")
    requests: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    decisive: str = ""
    names: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


def _no_status(record: Record) -> str:
    return ""


@dataclass(frozen=True, kw_only=True)
class Presentation(Generic[R]):
    """How a collection is shown. Whoever shows something of all collections asks it here."""

    collection: Collection[R]
    view: Callable[[R, Setting], View] | None = None
    """The page of a record; None where its pages are of another kind."""
    columns: tuple[ListColumn[R], ...] = ()
    """The columns of its list, each with the cell of a record; none where it has no list."""
    form: FormLayout | None = None
    """The form in which readers add its records, where there is one."""
    heading: str = ""
    """What the search calls it, where that is not what several of its records are called."""
    synonyms: tuple[str, ...] = ()
    """Other words by which the search knows it."""
    add: str = "Add a record"
    """The words of the button above its list; empty where readers add none."""
    add_at: str = ""
    """The page to which that button leads, where it is not the form."""
    silence: Notice | None = None
    """What an empty list says, where there is more to say than that nothing was published."""
    order: str = ""
    """How its list stands, in words, where neither by date nor by title."""
    parted_by: str = ""
    """The facet whose words part its list where that is long and does not stand by date; each record has one of them."""
    headline: Callable[[Sequence[R], date], str] | None = None
    """What its whole list comes to on a day, in a sentence, where its length does not say it; events have one rule for all."""
    others: tuple[tuple[str, str], ...] = ()
    """Other pages that show the same records: words and address."""
    in_booklet: int = 0
    """Its place in the booklet of a state, from 1 on; 0 where its records do not stand there."""
    status: Callable[[R], str] = _no_status
    """Of a record, as the search narrows by it; empty where there is none."""
    thing: Callable[[R, Names], Thing] = ordinary
    """What a record is to machines: linked data in the words of schema.org; an event is one without a word."""
    line: Callable[[R], Iterable[str]] = line_of
    """What stands below a record among the hits of the search."""

    @property
    def name(self) -> str:
        """The name of its collection."""
        return self.collection.name

    @property
    def label(self) -> str:
        """What the search calls it."""
        return self.heading or plural_of(self.name)
