"""Record: what every collection's records share, and the parts that they are made of."""

from datetime import date
from typing import Annotated, ClassVar, Self

from pydantic import BaseModel, ConfigDict, Field

from clearinghouse.problems.changes import CHANGE_002, CHANGE_002_REWRITTEN, CHANGE_003, CHANGE_011
from clearinghouse.records.keys.comparisons import comparing
from clearinghouse.records.keys.dates import PartialDate, Span
from clearinghouse.records.keys.key import TODAY, InForm, Lasting, Mark, Offered, Place
from clearinghouse.records.keys.values import (
    ActivityRef,
    Audience,
    Body,
    ChangeId,
    Date,
    Day,
    Flag,
    Id,
    LanguageTag,
    Line,
    Link,
    Paragraph,
    Reference,
    Several,
    SourceKind,
    SpeciesRef,
    TextsByLanguage,
    Title,
    Topic,
    one_of,
)
from clearinghouse.vocabulary.kinds import CHANGES, CHECKERS, CONFIDENCES
from clearinghouse.vocabulary.source_kinds import SourceClass, source_class

Confidence = Annotated[str, one_of(CONFIDENCES)]

# Keys that records of several collections have.
Audiences = Annotated[
    Several[Audience], Field(title="Audience", description="Who it is for: choose from the list.", examples=[["rangers", "police"]])
]
AudienceNote = Annotated[
    Paragraph | None,
    Field(title="Audience in the source's words", description="How the source says it, where it differs.", examples=["park staff"]),
]
Topics = Annotated[
    Several[Topic], Field(title="Topics", description="What it is about: choose from the list.", examples=[["crime-scene", "evidence"]])
]
TopicsNote = Annotated[
    Paragraph | None,
    Field(
        title="Topics in the source's words",
        description="How the source says it, where it differs.",
        examples=["work at the scene of a crime"],
    ),
]

SpeciesNamed = Annotated[
    Several[SpeciesRef],
    InForm("Which animals and plants it is about."),
    Field(title="Species", description="Which animals and plants it is about: ids of species (sp-…).", examples=[["sp-pangolins"]]),
]


class Part(BaseModel):
    """A group of keys. Frozen; a key that it does not know is a problem.

    What pydantic needs to read one is made when it is first read: a check of one file reads few kinds. Parts of nearly all
    records are made ready at once, so that each kind of record can take them as they are.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=False, defer_build=True)


class Source(Part, defer_build=False):
    """Where a claim comes from."""

    url: Link = Field(title="address", description="The page where it can be read.", examples=["https://example.org/news"])
    publisher: Line = Field(description="Who published that page.", examples=["Office of Examples"])
    kind: Annotated[SourceKind, Mark.PASSING] = Field(
        description="What it is: organiser news, news, government page, report …", examples=["organiser news"]
    )
    language: Annotated[LanguageTag | None, Mark.PASSING, InForm("The language of that page, where it is not English.")] = Field(
        None, title="written in", description="The language of that page, where it is not English, by tag or name.", examples=["th"]
    )
    accessed: Annotated[Day, Offered(TODAY), Mark.PASSING] = Field(
        title="read on", description="The day on which someone read it.", examples=["2026-01-12"]
    )
    archived: Annotated[Link | None, Mark.PASSING] = Field(
        None,
        title="archived copy",
        description="A copy that stays, e.g. at web.archive.org.",
        examples=["https://archive.example.org/news"],
    )

    @property
    def source_class(self) -> SourceClass:
        """How near it stands to what it tells, by its kind."""
        return source_class(self.kind)


class Change(Part, defer_build=False):
    """What subscribers must learn of: a dated entry; its id is unique in the record and never changes.

    A `serves` that was added later is an `updated` with the id `serves-<plan's prefix>-<number>`: serves-fleg-4-1-3.
    """

    on: Day = Field(description="The day of the change.", examples=["2026-02-01"])
    what: Annotated[str, one_of(CHANGES)] = Field(description="What happened.", examples=["moved"])
    id: ChangeId = Field(description="A short name for it, unique in this record, never changed.", examples=["moved-to-march"])
    from_: Date | None = Field(None, alias="from", description="The earlier date, where a date changed.", examples=["2026-02-16"])
    to: Date | None = Field(None, description="The date that holds now.", examples=["2026-03-02"])
    note: Paragraph | None = Field(None, description="What happened, in a sentence.", examples=["Moved for the dry season."])


class Withdrawn(Part, defer_build=False):
    """A record that should not have been, or is no more: the page stays and says so."""

    date: Annotated[Day, Lasting()] = Field(description="The day on which it was withdrawn.", examples=["2026-07-01"])
    reason: Annotated[Paragraph, Lasting()] = Field(description="Why it was withdrawn.", examples=["The same course stood here twice."])
    see: Reference | None = Field(
        None, description="What to read instead, as collection/id.", examples=["trainings/th-2026-03-crime-scene"]
    )


class Review(Part, defer_build=False):
    """That somebody looked at what the check had pointed out, on a day, and why it may stay."""

    on: Day = Field(description="The day of the review.", examples=["2026-01-12"])
    reason: Paragraph = Field(description="Why it may stay.", examples=["A skill that the course teaches; no case."])


class Reviewed(Part, defer_build=False):
    """What was looked at: that which `chm check` warns of."""

    sensitivity: Annotated[Review, Mark.PASSING] = Field(description="Words, names or numbers that could do harm.")


class Harvested(Part, defer_build=False):
    """Where the record was gathered, so that it is known again there, and so that nobody's edit is lost."""

    source: Id = Field(description="The id of the source in harvest.yml.", examples=["national-site"])
    address: Link = Field(description="The page of the record there.", examples=["https://example.org/trainings/course/"])
    licence: Line = Field(description="The licence under which it was taken.", examples=["CC BY 4.0"])
    content: Id = Field(
        description="A digest of what was gathered; it shows whether the record was edited since.", examples=["9ae2f85c0d1b7a34"]
    )


class Subject(Part):
    """What has a file and a page of its own. collection: its folder of data/; path: its file, relative to the data folder."""

    collection: ClassVar[str] = ""

    id: Annotated[str, Mark.OUTSIDE] = ""
    path: Annotated[str, Mark.OUTSIDE] = ""

    @property
    def key(self) -> str:
        """`collection/id`, by which other records and addresses name it."""
        return f"{self.collection}/{self.id}"


class Record(Subject):
    """A record of any collection but activities. Its id is the stem of its file.

    `published`, `verified` and the `accessed` of its sources are never filled in from one another. Its keys stand
    behind those of its collection.
    """

    keys_stand: ClassVar[Place] = Place.LAST

    title: Annotated[Title, Place.FIRST] = Field(
        title="Title",
        description="What it is called, on one line of at most 200 characters.",
        examples=["Crime scene work for park rangers"],
    )
    title_local: Annotated[TextsByLanguage, Place.FIRST, InForm("Its title in another language, once for each.")] = Field(
        {},
        title="Title in other languages",
        description="The same by the tag of its language: th, lo, km, my, vi, id, ms, fil, tet …",
        examples=[{"th": "การฝึกอบรมตัวอย่าง"}],
    )
    summary: Paragraph = Field(
        title="Summary",
        description="One or two plain sentences, at most 1,200 characters.",
        examples=["Rangers practise securing a crime scene."],
    )
    body: Annotated[Body | None, InForm("Longer text. An empty line begins a new paragraph.")] = Field(
        None,
        title="More about it",
        description="Longer text in Markdown, without HTML.",
        examples=["See [the programme](https://example.org/programme)."],
    )
    serves: Annotated[Several[ActivityRef], Place.LATE, InForm("The activities of the plans to which it contributes.")] = Field(
        (),
        title="Contributes to",
        description="The activities of the plans to which it contributes, as plan/number.",
        examples=[["poa-2016-2020/4.1.2", "fleg-2016-2025/4.1.3"]],
    )
    note: Paragraph | None = Field(
        None,
        title="Note",
        description="What a reader must know of gaps and contradictions.",
        examples=["Two pages differ on the number of seats."],
    )
    sources: Annotated[Several[Source], Mark.PASSING] = Field(
        min_length=1, title="Source", description="Where the claims come from; at least one."
    )
    confidence: Annotated[Confidence, Offered("medium")] = Field(
        title="How sure", description="How sure the source makes it; what is low gets a badge and is left out of counts.", examples=["high"]
    )
    published: Annotated[Day, Offered(TODAY), Lasting(rewritten=CHANGE_003)] = Field(
        title="Published", description="The day on which this record first appeared here.", examples=["2026-01-10"]
    )
    verified: Day | None = Field(
        None, title="Verified", description="The day on which someone last checked it against its source.", examples=["2026-01-12"]
    )
    verified_by: Annotated[str, one_of(CHECKERS)] | None = Field(
        None,
        title="Verified by",
        description="Who did: `import` is the person who entered the record from its source.",
        examples=["editors"],
    )
    changes: Annotated[
        Several[Change],
        Mark.LATER,
        Lasting(CHANGE_002, CHANGE_002_REWRITTEN, ("id",), "the entry `{id}` of {on}", grows=False),
    ] = Field((), title="Change", description="What subscribers must learn.")
    former_ids: Annotated[Several[Id], Mark.LATER] = Field(
        (),
        title="Former ids",
        description="Ids that this record once had, the oldest first; they lead here.",
        examples=[["th-2026-02-course"]],
    )
    withdrawn: Annotated[Withdrawn | None, Mark.LATER] = Field(
        None, title="Withdrawn", description="It should not have been: its page stays and says so."
    )
    reviewed: Annotated[Reviewed | None, Mark.LATER, Mark.UNPUBLISHED, Lasting(rewritten=CHANGE_011)] = Field(
        None, title="Reviewed", description="Someone looked at what the check warned about, and it may stay."
    )
    harvested: Annotated[Harvested | None, Mark.LATER, Mark.PASSING] = Field(
        None, title="Gathered from", description="Written by `chm harvest`, for the next time: leave it as it is."
    )
    draft: Annotated[Flag, Mark.LATER] = Field(
        False, title="Draft", description="A draft reaches no output; delete the line when it is ready.", examples=["true"]
    )

    _compared_in_all = comparing("record")

    @property
    def first_key(self) -> str:
        """`collection/id` with the first id that it ever had, by which feeds and calendars know it for good. `former_ids`
        stand in the order in which it had them."""
        return f"{self.collection}/{self.former_ids[0] if self.former_ids else self.id}"

    @property
    def address(self) -> str:
        """The address of its page, relative to the site, ending in a slash."""
        return f"{self.collection}/{self.id}/"

    @property
    def former_addresses(self) -> tuple[str, ...]:
        """The addresses that its page had under its former ids, each once."""
        return tuple(f"{self.collection}/{former}/" for former in dict.fromkeys(self.former_ids))

    @property
    def is_certain(self) -> bool:
        """Whether it counts in statistics and as evidence: low confidence and withdrawn records do not."""
        return self.confidence != "low" and self.withdrawn is None

    @property
    def all_sources(self) -> tuple[Source, ...]:
        """Its sources, and those of the claims in it."""
        return self.sources

    @property
    def rests_on_secondary_alone(self) -> bool:
        """Whether all that it says comes from blogs, encyclopaedias, traders and retellings."""
        return all(source.source_class == "secondary" for source in self.all_sources)

    @property
    def states(self) -> tuple[str, ...]:
        """Codes of all states that it concerns, each once; empty where the source names none."""
        return ()

    @property
    def sort_date(self) -> PartialDate | None:
        """The date by which lists sort it, or None."""
        return None

    @property
    def spans(self) -> tuple[Span, ...]:
        """When that of which it tells happened or was published; empty where no source gives a date. What began and has no known
        end counts by its beginning alone."""
        return (Span.of(self.sort_date),) if self.sort_date else ()

    def is_revealed(self, as_of: date) -> bool:
        """Whether it has a page on that day."""
        return True

    def is_past(self, as_of: date) -> bool:
        """Whether it had its time and is only kept, so that nobody need mend it."""
        return False

    def known_on(self, day: date) -> Self | None:
        """It as it stood here on a day, as far as its own dates say so; None where it was not here yet.

        What has no date of its own stands as it is now: a mistake that was corrected since is not made again.
        """
        if self.published > day:
            return None
        withdrawn = self.withdrawn if self.withdrawn and self.withdrawn.date <= day else None
        is_verified = self.verified is not None and self.verified <= day
        verified, verified_by = (self.verified, self.verified_by) if is_verified else (None, None)
        changes = tuple(change for change in self.changes if change.on <= day)
        update = {"changes": changes, "withdrawn": withdrawn, "verified": verified, "verified_by": verified_by}
        return self.model_copy(update=update)

    def can_tell(self, key: str) -> bool:
        """Whether there is anything that it could say under a key that is expected in its collection."""
        return True

    @property
    def last_change(self) -> date:
        """The latest day on which something about it changed here."""
        return max([self.published, *(change.on for change in self.changes), *([self.withdrawn.date] if self.withdrawn else [])])
