"""Record: what every collection's records share, and the parts that they are made of."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated, ClassVar

from pydantic import BaseModel, ConfigDict, Field, field_validator

from clearinghouse.records.keys.checking import comparing
from clearinghouse.records.keys.dates import PartialDate
from clearinghouse.records.keys.values import (
    ActivityRef,
    Body,
    ChangeId,
    Day,
    Flag,
    Id,
    LanguageTag,
    Line,
    Link,
    Paragraph,
    Reference,
    Several,
    Title,
    one_of,
)
from clearinghouse.vocabulary.kinds import CHANGES, CONFIDENCES

Confidence = Annotated[str, one_of(CONFIDENCES)]


class Part(BaseModel):
    """A group of keys. Frozen; a key that it does not know is a problem."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=False)


class Source(Part):
    """Where a claim comes from. accessed: the day on which somebody read it; archived: a copy that stays."""

    url: Link
    publisher: Line
    kind: Line
    accessed: Day
    archived: Link | None = None


class Change(Part):
    """What subscribers must learn of: a dated entry; its id is unique in the record and never changes.

    A `serves` that was added later is an `updated` with the id `serves-<plan's prefix>-<number>`: serves-fleg-4-1-3.
    """

    on: Day
    what: Annotated[str, one_of(CHANGES)]
    id: ChangeId
    from_: PartialDate | None = Field(default=None, alias="from")
    to: PartialDate | None = None
    note: Paragraph | None = None


class Withdrawn(Part):
    """A record that should not have been, or is no more: the page stays and says so."""

    date: Day
    reason: Paragraph
    see: Reference | None = None


class Review(Part):
    """That somebody looked at what the check had pointed out, on a day, and why it may stay."""

    on: Day
    reason: Paragraph


class Reviewed(Part):
    """What was looked at. sensitivity: the words, names and numbers that `chm check` warns of as sensitive."""

    sensitivity: Review


class Subject(Part):
    """What has a file and a page of its own. collection: its folder of data/; path: its file, relative to the data folder."""

    collection: ClassVar[str] = ""

    id: str = ""
    path: str = ""

    @property
    def key(self) -> str:
        """`collection/id`, by which other records and addresses name it."""
        return f"{self.collection}/{self.id}"


class Record(Subject):
    """A record of any collection but activities. Its id is the stem of its file.

    serves: activities (plan/number) to which it contributes; note: what a reader must know about gaps and
    contradictions of the source; published: when it first appeared here; verified: when somebody last held it
    against its source. The two days and the `accessed` of sources are never filled in from one another.
    """

    title: Title
    title_local: Mapping[LanguageTag, Line] = {}
    summary: Paragraph
    body: Body | None = None
    serves: Several[ActivityRef] = ()
    note: Paragraph | None = None
    sources: Several[Source] = Field(min_length=1)
    confidence: Confidence
    published: Day
    verified: Day | None = None
    changes: Several[Change] = ()
    former_ids: Several[Id] = ()
    withdrawn: Withdrawn | None = None
    reviewed: Reviewed | None = None
    draft: Flag = False

    _unrepeated = field_validator("changes")(classmethod(comparing("record")))

    @property
    def first_key(self) -> str:
        """`collection/id` with the first id that it ever had, by which feeds and agendas know it for good. `former_ids`
        stand in the order in which it had them."""
        return f"{self.collection}/{self.former_ids[0] if self.former_ids else self.id}"

    @property
    def address(self) -> str:
        """The address of its page, relative to the site, ending in a slash."""
        return f"{self.collection}/{self.id}/"

    @property
    def former_addresses(self) -> tuple[str, ...]:
        """The addresses that its page had under its former ids."""
        return tuple(f"{self.collection}/{former}/" for former in self.former_ids)

    @property
    def is_certain(self) -> bool:
        """Whether it counts in statistics and as evidence: low confidence and withdrawn records do not."""
        return self.confidence != "low" and self.withdrawn is None

    @property
    def states(self) -> tuple[str, ...]:
        """Codes of all states that it concerns, each once; empty where the source names none."""
        return ()

    @property
    def sort_date(self) -> PartialDate | None:
        """The date by which lists sort it, or None."""
        return None

    def is_revealed(self, as_of: date) -> bool:
        """Whether it has a page on that day."""
        return True

    def can_tell(self, key: str) -> bool:
        """Whether there is anything that it could say under a key that is expected in its collection."""
        return True

    @property
    def last_change(self) -> date:
        """The latest day on which something about it changed here."""
        return max([self.published, *(change.on for change in self.changes), *([self.withdrawn.date] if self.withdrawn else [])])
