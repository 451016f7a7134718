"""Legislation: how far a member state's law carries out CITES, as dated history, and which laws those are."""

from collections.abc import Mapping
from typing import Annotated, ClassVar

from pydantic import Field, field_validator
from typing_extensions import override

from clearinghouse.records.collections.collection import Collection
from clearinghouse.records.collections.record import Confidence, Part, Record, Source
from clearinghouse.records.keys.checking import comparing
from clearinghouse.records.keys.dates import PartialDate
from clearinghouse.records.keys.values import Flag, Id, LanguageTag, Line, Link, Paragraph, Several, StateCode, Title, one_of
from clearinghouse.vocabulary.kinds import CATEGORIES, LAW_STATUSES, MET, REQUIREMENTS


class Claim(Part):
    """Something that a source says. confidence: where absent, that of the record."""

    note: Paragraph | None = None
    source: Source
    other_sources: Several[Source] = ()
    confidence: Confidence | None = None


class Statement(Claim):
    """A dated word of a source on a state's being a party, kept beside others where they differ. countries: where it
    concerns several states."""

    what: Line
    date: PartialDate | None = None
    countries: Several[StateCode] = ()


class Party(Claim):
    """Whether a state is a party to CITES. since: as the source puts it; as_of: when the source said so."""

    party: Flag
    signed: PartialDate | None = None
    ratified: PartialDate | None = None
    accession: PartialDate | None = None
    in_force: PartialDate | None = None
    since: PartialDate | None = None
    as_of: PartialDate | None = None
    statements: Several[Statement] = ()


class Assessment(Claim):
    """The status on a date under the National Legislation Project; appended, never rewritten. how: how it was read."""

    as_of: PartialDate
    category: Annotated[str, one_of(CATEGORIES)]
    document: Line
    how: Paragraph


class Requirement(Part):
    """One of the four minimum requirements of Resolution Conf. 8.4."""

    met: Annotated[str, one_of(MET)]
    provision: Paragraph | None = None
    source: Source | None = None


class Requirements(Part):
    """The four, in their order; one that no source speaks of is unknown."""

    authorities: Requirement = Requirement(met="unknown")
    prohibition: Requirement = Requirement(met="unknown")
    penalties: Requirement = Requirement(met="unknown")
    confiscation: Requirement = Requirement(met="unknown")


class Law(Claim):
    """A law, decree, order or policy. adopted: the day that the source gives, adopted_as: what happened on it
    (enacted, promulgated, issued …); status: absent where no source says whether it is in force."""

    id: Id | None = None
    title: Title
    title_local: Mapping[LanguageTag, Line] = {}
    number: Line | None = None
    year: PartialDate | None = None
    adopted: PartialDate | None = None
    adopted_as: Line | None = None
    signed: PartialDate | None = None
    assent: PartialDate | None = None
    in_force: PartialDate | None = None
    revised: PartialDate | None = None
    kind: Line | None = None
    status: Annotated[str, one_of(LAW_STATUSES)] | None = None
    replaces: Line | None = None
    amended_by: Several[Line] = ()
    url: Link | None = None

    @property
    def when(self) -> PartialDate | None:
        """The date by which lists sort it."""
        return self.adopted or self.year or self.in_force


class NextStep(Claim):
    """What is planned, by when and by whom."""

    what: Paragraph
    due: PartialDate | None = None
    lead: Line | None = None


class ComplianceNote(Claim):
    """A decision, report or rating that concerns compliance, e.g. an ivory action plan or Article XIII."""

    id: Id | None = None
    what: Paragraph
    as_of: PartialDate | None = None
    until: PartialDate | None = None
    meeting: Line | None = None
    countries: Several[StateCode] = ()

    _ordered = field_validator("until")(classmethod(comparing("compliance")))


class LegislationStatus(Record):
    """A member state's file. The title is the state's name; the last assessment by date is the status."""

    collection: ClassVar[str] = "legislation"
    country: StateCode
    asean_member_since: PartialDate | None = None
    asean_source: Source | None = None
    cites: Party | None = None
    assessments: Several[Assessment] = ()
    requirements: Requirements = Requirements()
    laws: Several[Law] = ()
    next_steps: Several[NextStep] = ()
    compliance: Several[ComplianceNote] = ()

    @property
    @override
    def states(self) -> tuple[str, ...]:
        return (self.country,)

    @property
    def history(self) -> tuple[Assessment, ...]:
        """Assessments, newest first; of two of the same date the one that was appended later."""
        numbered = sorted(enumerate(self.assessments), key=lambda each: (each[1].as_of, each[0]), reverse=True)
        return tuple(assessment for _, assessment in numbered)

    @property
    def status(self) -> Assessment | None:
        """The newest assessment, or None where there is none."""
        return self.history[0] if self.assessments else None

    @property
    def laws_newest_first(self) -> tuple[Law, ...]:
        """Laws by date, those without one at the end."""
        return tuple(sorted(self.laws, key=lambda law: (law.when is not None, law.when or PartialDate(1900)), reverse=True))

    @property
    @override
    def sort_date(self) -> PartialDate | None:
        return self.status.as_of if self.status else None


class Category(Part):
    """What a category of the National Legislation Project means."""

    id: Annotated[str, one_of(CATEGORIES)]
    label: Line
    meaning: Paragraph


class RequirementMeaning(Part):
    """What one of the four minimum requirements asks for."""

    id: Annotated[str, one_of(REQUIREMENTS)]
    meaning: Paragraph


class LegislationAbout(Part):
    """data/legislation/_about.yml: the categories, the requirements, the official table, and what concerns several states."""

    official_table: Link
    project_started: PartialDate
    categories: Several[Category]
    requirements: tuple[RequirementMeaning, ...] = Field(min_length=4, max_length=4)
    note: Paragraph | None = None
    source_categories: Source
    source_requirements: Source
    source_started: Source
    statements: Several[Statement] = ()
    compliance: Several[ComplianceNote] = ()


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
)
