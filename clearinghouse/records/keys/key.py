"""Key: what may be written at one place of a record, as those who write it see it; and what models say of it beyond pydantic's terms."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, IntEnum

from clearinghouse.problems.changes import CHANGE_006, CHANGE_006_REWRITTEN, CHANGE_007, CHANGE_007_REWRITTEN
from clearinghouse.problems.kind import Kind
from clearinghouse.records.keys.lists import LISTS, ClosedList
from clearinghouse.records.keys.values import VALUES

GROUP, BY_LANGUAGE = "group", "by language"
"""The two types that hold other values: a group of keys, and texts by the tag of their language."""
TODAY = "today"
"""As what is offered: the day on which the record is written."""


class Place(IntEnum):
    """Where a key stands in a file among those of its group. Keys of one place stand as their models have them, those of
    a base before those of what is made from it: a model is read in that order, and its rules look back."""

    FIRST = 1
    EARLY = 2
    AMID = 3
    LATE = 4
    LAST = 5


class Mark(Enum):
    """LATER: it only comes to a record that is there already, so that nobody who adds one is asked for it; OUTSIDE: the
    record knows it from its file's name, and nobody writes it; PASSING: it may change and go again, wherever it stands;
    UNPUBLISHED: it stays in the file, and nothing that the site gives out holds it."""

    LATER = "later"
    OUTSIDE = "outside"
    PASSING = "passing"
    UNPUBLISHED = "unpublished"


@dataclass(frozen=True)
class Offered:
    """The value that is offered to those who write a record: a text, or TODAY."""

    value: str


@dataclass(frozen=True)
class InForm:
    """What belongs there as the form asks for it, where it offers lists and those who write a file need codes and ids."""

    help: str


@dataclass(frozen=True)
class Lasting:
    """That what was published under a key stays: others cite it, or subscribers have read it.

    gone, rewritten: what it is to take it away, and to write it otherwise; by: the keys by one of which a member of a list
    is known again (none: by all that it says); name: what a member is called, with its keys as gaps; grows: whether what was
    not stated may be added later; order: what it is to exchange members, where their order says something.
    """

    gone: Kind = CHANGE_006
    rewritten: Kind = CHANGE_006_REWRITTEN
    by: tuple[str, ...] = ("id", "number")
    name: str = ""
    grows: bool = True
    order: Kind | None = None


QUOTED = Lasting(CHANGE_007, CHANGE_007_REWRITTEN)
"""The words of a plan or a project, and what stands in its table."""


@dataclass(frozen=True)
class Key:
    """A key of a record, or of a group in it.

    name: as in the file; label: what people call it; help: what belongs there, in a sentence; example: a value that is
    right, members of a list separated by `; `; type: a name of `values.VALUES`, GROUP or BY_LANGUAGE; words: the closed
    list of a `word`; parts: the keys of a group; many: whether it is a list, and least: of how many members at least;
    offered, later, passing, lasting: see Offered, Mark and Lasting; in_form: see InForm.
    """

    name: str
    label: str
    help: str = ""
    example: str = ""
    type: str = "line"
    required: bool = False
    many: bool = False
    words: tuple[str, ...] = ()
    parts: tuple["Key", ...] = ()
    offered: str = ""
    later: bool = False
    passing: bool = False
    lasting: Lasting | None = None
    least: int = 0
    in_form: str = ""

    @property
    def stays(self) -> Lasting | None:
        """How it lasts, or None where it does not: a list of groups and a quotation do, unless they are said to pass."""
        if self.passing or self.lasting:
            return self.lasting
        return QUOTED if self.type == "wording" else Lasting() if self.many and self.type == GROUP else None

    @property
    def is_long(self) -> bool:
        """Whether its text may have paragraphs."""
        return self.type in ("paragraph", "wording", "body")

    @property
    def choices(self) -> Mapping[str, str]:
        """The closed list that its values are taken from, what each is called by what is written; empty where there is none."""
        if self.words:
            return {word: word for word in self.words}
        if self.type == "flag":
            return {"true": "yes", "false": "no"}
        return self._list.names if self._list else {}

    def meant(self, text: str) -> str:
        """The value of its closed list that a text means, be it a name, another spelling or capitals; else the text itself."""
        if self._list:
            return self._list.meant_by(text) or text
        spelt = {spelling.casefold(): value for value, name in self.choices.items() for spelling in (name, value)}
        return spelt.get(text.strip().casefold(), text)

    @property
    def list_name(self) -> str:
        """The name of the closed list of `lists` that its values are ids of; empty where there is none."""
        rules = VALUES[self.type].rules if self.type in VALUES else ()
        return next((rule.given["list"] for rule in rules if rule.given.get("list")), "")

    @property
    def _list(self) -> ClosedList | None:
        return LISTS[self.list_name] if self.list_name else None
