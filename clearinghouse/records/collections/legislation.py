"""Legislation: how far a member state's law carries out CITES, as dated history, and which laws those are."""

from datetime import date
from typing import Annotated, ClassVar, Self

from pydantic import Field
from typing_extensions import override

from clearinghouse.problems.changes import CHANGE_004, CHANGE_004_ORDER
from clearinghouse.records.collections.collection import Collection
from clearinghouse.records.collections.parts.claim import Claim
from clearinghouse.records.collections.parts.law import RELATIONS, Law
from clearinghouse.records.collections.parts.office import Office
from clearinghouse.records.collections.parts.penalty import Penalty
from clearinghouse.records.collections.parts.requirement import Requirement, Requirements
from clearinghouse.records.collections.record import Part, Record, Source
from clearinghouse.records.keys.comparisons import comparing
from clearinghouse.records.keys.dates import PartialDate, Span
from clearinghouse.records.keys.key import InForm, Lasting, Mark, Place
from clearinghouse.records.keys.values import (
    Date,
    Flag,
    Id,
    Line,
    Link,
    Paragraph,
    Several,
    StateCode,
    one_of,
)
from clearinghouse.vocabulary.kinds import CATEGORIES, REQUIREMENTS
from clearinghouse.vocabulary.source_kinds import is_cites_document

_STATEMENTS = Lasting(by=("what",), name="the statement {what}")
_ASSESSMENTS = Lasting(CHANGE_004, by=(), name="the assessment {category} of {as_of}, {document}", order=CHANGE_004_ORDER)
_NOTES = Lasting(by=("id", "what"), name="the note {what}")


class Statement(Claim):
    """A dated word of a source on a state's being a party, kept beside others where they differ."""

    what: Line = Field(description="What the source says, on one line.", examples=["A news page says 2003."])
    date: Date | None = Field(None, description="When it was said.", examples=["2016"])
    countries: Several[StateCode] = Field((), description="Where it concerns several states.", examples=[["LA", "VN"]])


class Party(Claim):
    """Whether a state is a party to CITES."""

    party: Flag = Field(description="Whether it is a party.", examples=["true"])
    signed: Date | None = Field(None, description="When it signed the Convention.", examples=["2004-03-01"])
    ratified: Date | None = Field(None, description="When it ratified the Convention.", examples=["2004-03-01"])
    accession: Date | None = Field(None, description="When it acceded to the Convention.", examples=["2004-03-01"])
    in_force: Date | None = Field(
        None, title="in force", description="When the Convention came into force for it.", examples=["2004-05-30"]
    )
    since: Date | None = Field(None, description="Where the source only says since when it is a party.", examples=["2004"])
    as_of: Date | None = Field(
        None, title="as of", description="When the source said so, where it gives no other date.", examples=["2025-02"]
    )
    statements: Annotated[Several[Statement], Place.LAST, _STATEMENTS] = Field(
        (), title="Statement", description="What other sources say, kept where they differ."
    )


class Assessment(Claim):
    """The status on a date under the National Legislation Project; appended, never rewritten."""

    as_of: Date = Field(title="as of", description="The day, month or year for which it holds.", examples=["2019-11"])
    category: Annotated[str, one_of(CATEGORIES)] = Field(
        description="The category of the National Legislation Project.", examples=["not-1"]
    )
    document: Line = Field(description="What says so.", examples=["Status of legislative progress, November 2019"])
    how: Paragraph = Field(description="How it was read there.", examples=["absent from the Category 1 list"])

    @property
    def is_sound(self) -> bool:
        """Whether a status may rest on it: on more than copies and retellings; a CITES document read whole in a copy is enough."""
        return any(source.source_class not in ("copy", "secondary") or is_cites_document(source.kind) for source in self.sources)


class NextStep(Claim):
    """What is planned, by when and by whom."""

    what: Paragraph = Field(description="What is planned, in one or two sentences.", examples=["A decree on penalties is drafted."])
    due: Annotated[Date | None, Mark.PASSING] = Field(None, description="By when.", examples=["2027-06"])
    lead: Annotated[Line | None, Mark.PASSING] = Field(None, description="By which office.", examples=["Department of Examples"])


class ComplianceNote(Claim):
    """A decision, report or rating that concerns compliance, e.g. an ivory action plan or Article XIII."""

    id: Id | None = Field(None, description="A short name, unique in this file, never changed.", examples=["cmp-la-example-2025"])
    what: Paragraph = Field(description="The decision, report or rating.", examples=["The Standing Committee asks for a report."])
    as_of: Date | None = Field(None, title="as of", description="When.", examples=["2025-02-03"])
    until: Date | None = Field(None, description="How long, or by when.", examples=["2026-06"])
    meeting: Line | None = Field(None, description="Where it was decided.", examples=["CITES SC78"])
    countries: Several[StateCode] = Field((), description="Where it concerns several states.", examples=[["LA", "VN"]])

    _ordered = comparing("compliance")


class LegislationStatus(Record):
    """A member state's file. The title is the state's name; the last sound assessment by date is the status."""

    collection: ClassVar[str] = "legislation"
    country: Annotated[StateCode, InForm("The member state whose law it is.")] = Field(
        title="Country", description="Its two-letter code; the file is named after it.", examples=["LA"]
    )
    asean_member_since: Date | None = Field(
        None, title="Member of ASEAN since", description="Since when it is a member of ASEAN.", examples=["1997"]
    )
    asean_source: Source | None = Field(None, title="Source of the membership", description="The source of this.")
    cites: Party | None = Field(None, title="CITES", description="Whether it is a party; leave it out if no source says so.")
    assessments: Annotated[
        Several[Assessment], _ASSESSMENTS, InForm("How well the law implements CITES, on a date. Earlier ones stay as they are.")
    ] = Field((), title="Assessment", description="The history, appended, never rewritten.")
    requirements: Requirements = Field(
        Requirements(), title="Requirements", description="The four of Resolution Conf. 8.4; absent = unknown."
    )
    laws: Annotated[Several[Law], Lasting(by=("id", "title"), name="the law {title}")] = Field(
        (), title="Law", description="Laws, decrees, orders and policies."
    )
    penalties: Annotated[Several[Penalty], Lasting(by=("id",), name="the penalty {id}")] = Field(
        (), title="Penalty", description="The penalties in its laws, offence by offence."
    )
    offices: Annotated[Several[Office], Lasting(by=("id",), name="the office {title}")] = Field(
        (), title="Office", description="Authorities that have to do with wildlife and its trade, by name; never persons."
    )
    next_steps: Annotated[Several[NextStep], Lasting(by=("what",), name="the step {what}")] = Field(
        (), title="Next step", description="What is planned."
    )
    compliance: Annotated[Several[ComplianceNote], _NOTES] = Field((), title="Compliance", description="Decisions, reports and ratings.")

    _of_laws = comparing("laws")

    @property
    @override
    def states(self) -> tuple[str, ...]:
        return (self.country,)

    @property
    @override
    def all_sources(self) -> tuple[Source, ...]:
        party = (self.cites, *self.cites.statements) if self.cites else ()
        of_state = (*self.laws, *self.penalties, *self.offices, *self.next_steps, *self.compliance)
        claims: tuple[Claim, ...] = (*party, *self.assessments, *of_state)
        cited: tuple[Claim | Requirement, ...] = (*claims, *self.requirements.by_name.values())
        return (*self.sources, *(source for claim in cited for source in claim.sources))

    @property
    def history(self) -> tuple[Assessment, ...]:
        """Assessments, newest first; of two of the same date the one that was appended later."""
        numbered = sorted(enumerate(self.assessments), key=lambda pair: (pair[1].as_of, pair[0]), reverse=True)
        return tuple(assessment for _, assessment in numbered)

    @property
    def sound_history(self) -> tuple[Assessment, ...]:
        """The assessments on which a status may rest, newest first; the others are only reported."""
        return tuple(assessment for assessment in self.history if assessment.is_sound)

    @property
    def status(self) -> Assessment | None:
        """The newest sound assessment, or None where there is none."""
        return next(iter(self.sound_history), None)

    @property
    def laws_newest_first(self) -> tuple[Law, ...]:
        """Laws by date, those without one at the end."""
        return tuple(sorted(self.laws, key=lambda law: (law.when is not None, law.when or PartialDate(1900)), reverse=True))

    def law_address(self, law: Law) -> str:
        """Where the page of one of its laws stands."""
        return f"{self.address}{law.name}/"

    def related(self, law: Law) -> dict[str, tuple[Law | str, ...]]:
        """How one of its laws stands to others, by the keys of RELATIONS, whichever of the two says so; what has no entry in words."""
        by_id = {other.id: other for other in self.laws if other.id}
        relations: dict[str, tuple[Law | str, ...]] = {}
        for key, inverse in RELATIONS.items():
            own = [by_id.get(name, name) for name in getattr(law, key)]
            said = [other for other in self.laws if law.id in getattr(other, inverse) and other not in own] if law.id else []
            relations[key] = (*own, *said)
        return {key: laws for key, laws in relations.items() if laws}

    def penalties_of(self, law: Law) -> tuple[Penalty, ...]:
        """What one of its laws threatens."""
        return tuple(penalty for penalty in self.penalties if penalty.law == law.id)

    @property
    @override
    def sort_date(self) -> PartialDate | None:
        return self.status.as_of if self.status else None

    @property
    @override
    def spans(self) -> tuple[Span, ...]:
        said = (*(assessment.as_of for assessment in self.assessments), *(note.as_of for note in self.compliance))
        days = (*said, *(law.when for law in self.laws))
        return tuple(Span.of(day) for day in days if day)

    @override
    def known_on(self, day: date) -> Self | None:
        """Without assessments, laws and decisions that came later, or that this record learned of later."""
        known = super().known_on(day)
        if known is None:
            return None
        update = {
            "cites": self.cites if self.cites and _was_there(self.cites, None, day) else None,
            "assessments": tuple(claim for claim in self.assessments if _was_there(claim, claim.as_of, day)),
            "laws": tuple(law for law in self.laws if _was_there(law, law.when, day)),
            "penalties": tuple(penalty for penalty in self.penalties if _was_there(penalty, None, day)),
            "offices": tuple(office for office in self.offices if _was_there(office, None, day)),
            "next_steps": tuple(step for step in self.next_steps if _was_there(step, None, day)),
            "compliance": tuple(note for note in self.compliance if _was_there(note, note.as_of, day)),
        }
        return known.model_copy(update=update)


def _was_there(claim: Claim, when: PartialDate | None, day: date) -> bool:
    """Whether a claim about a date stood in its record on a day."""
    return (claim.entered is None or claim.entered <= day) and (when is None or when.first <= day)


class Category(Part):
    """What a category of the National Legislation Project means."""

    id: Annotated[str, one_of(CATEGORIES)] = Field(description="Its name in records.")
    label: Line = Field(description="What it is called.")
    meaning: Paragraph = Field(description="What it says of a state.")


class RequirementMeaning(Part):
    """What one of the four minimum requirements asks for."""

    id: Annotated[str, one_of(REQUIREMENTS)] = Field(description="Its name in records.")
    meaning: Paragraph = Field(description="What a law must do.")


class LegislationAbout(Part):
    """data/legislation/_about.yml: the categories, the requirements, the official table, and what concerns several states."""

    official_table: Link = Field(description="The list that CITES keeps up to date.")
    project_started: Date = Field(description="When the National Legislation Project began.")
    categories: Several[Category] = Field(description="What each category means.")
    requirements: tuple[RequirementMeaning, ...] = Field(min_length=4, max_length=4, description="What each minimum requirement asks for.")
    note: Paragraph | None = Field(None, description="What a reader must know.")
    source_categories: Source = Field(description="The source of the categories.")
    source_requirements: Source = Field(description="The source of the requirements.")
    source_started: Source = Field(description="The source of when the project began.")
    statements: Annotated[Several[Statement], _STATEMENTS] = Field((), description="What was found of several states at once.")
    compliance: Annotated[Several[ComplianceNote], _NOTES] = Field((), description="Decisions and reports on several states.")


COLLECTION = Collection(
    model=LegislationStatus,
    order=60,
    one="legislation status",
    several="legislation statuses",
    ids="{country}",
    expected=("cites", "assessments", "laws", *(f"requirements.{requirement}" for requirement in REQUIREMENTS)),
    is_related=False,
    is_flat=False,
    has_form=True,
    compared=("record", "laws"),
)
