"""Projects and their progress reports."""

from datetime import date
from typing import Annotated, ClassVar, Self

from pydantic import Field
from typing_extensions import override

from clearinghouse.records.collections.collection import Collection
from clearinghouse.records.collections.pictures.picture import Pictures
from clearinghouse.records.collections.record import Part, Record
from clearinghouse.records.keys.comparisons import comparing
from clearinghouse.records.keys.dates import PartialDate, Span
from clearinghouse.records.keys.key import QUOTED, InForm, Lasting, Mark
from clearinghouse.records.keys.values import (
    ActivityRef,
    Date,
    Id,
    Line,
    Link,
    Number,
    Paragraph,
    Reference,
    Several,
    StateCode,
    Wording,
    one_of,
)
from clearinghouse.vocabulary.kinds import PROGRESSES


class ProjectActivity(Part):
    """An activity of a project in the project's own words."""

    number: Number = Field(description="As in the project.", examples=["1.1"])
    wording: Wording = Field(description="In the project's own words.", examples=["Train officers at six border posts"])
    serves: Annotated[Several[ActivityRef], Mark.PASSING, InForm("To which of the activities of the plans this one contributes.")] = Field(
        (),
        title="contributes to",
        description="Those of the activities under the project's own `serves` to which this one contributes.",
        examples=[["poa-2016-2020/4.1.2"]],
    )


class Progress(Part):
    """What a report says of one activity."""

    number: Number = Field(description="The number of the activity.", examples=["1.1"])
    status: Annotated[str, one_of(PROGRESSES)] | None = Field(
        None, description="Its status, only where the report gives one.", examples=["on track"]
    )
    outputs: Several[Paragraph] = Field(description="What was done, in our own plain words.", examples=[["Four courses were held."]])
    figures: Annotated[Several[Id], InForm("Figures on this site whose numbers come from here: choose from the list.")] = Field(
        (), description="Ids of figures whose numbers come from here.", examples=[["fig-example-courses"]]
    )


class ProgressReport(Part):
    """A report on a period."""

    period: Line = Field(description="What it covers, in words.", examples=["April to September 2025"])
    date: Date = Field(description="When it was made.", examples=["2025-10-30"])
    number: Line | None = Field(None, description="Its number.", examples=["EX042-HYR1"])
    document: Annotated[
        Reference | None, Mark.PASSING, InForm("The report itself, where it is among the documents on this site: choose from the list.")
    ] = Field(None, description="The record of the report itself, as collection/id.", examples=["documents/doc-example-report-2025"])
    activities: Several[Progress] = Field(title="activity", description="What it says of each activity.")
    problems: Paragraph = Field(
        description="Problems that it reports, or that there were none.", examples=["It says that there were none."]
    )
    change_requests: Paragraph = Field(
        title="change requests", description="Changes that it asks for, also that there were none.", examples=["More time."]
    )
    note: Annotated[Paragraph | None, Mark.PASSING] = Field(
        None, description="What a reader must know of gaps in the report.", examples=["It does not name the posts."]
    )


class Project(Record):
    """A project."""

    collection: ClassVar[str] = "projects"
    reference: Line | None = Field(None, title="Reference", description="Its number with the funder.", examples=["EX042"])
    funder: Line = Field(title="Funder", description="Who pays.", examples=["Example Wildlife Fund"])
    lead: Line = Field(title="Lead", description="The organisation that leads it.", examples=["Example Conservation Society"])
    partners: Several[Line] = Field((), title="Partners", description="Who works with it.", examples=[["Department of Forestry"]])
    countries: Several[StateCode] = Field((), title="Countries", description="Where it works.", examples=[["LA", "VN"]])
    period: Line | None = Field(
        None, title="Period", description="How long it runs, in the source's words.", examples=["April 2025 to March 2028"]
    )
    url: Link | None = Field(None, title="Address", description="Its page.", examples=["https://example.org/safer-borders"])
    activities: Annotated[Several[ProjectActivity], QUOTED] = Field((), title="Activity", description="What it promises.")
    reports: Annotated[Several[ProgressReport], Lasting(by=("number", "period"), name="the report on {period}")] = Field(
        (), title="Report", description="One for each progress report, the oldest first."
    )

    pictures: Pictures = ()

    _compared = comparing("project")

    @override
    def known_on(self, day: date) -> Self | None:
        """Without reports that were made later."""
        known = super().known_on(day)
        reports = tuple(report for report in self.reports if report.date.first <= day)
        return known and known.model_copy(update={"reports": reports})

    @property
    @override
    def states(self) -> tuple[str, ...]:
        return self.countries

    @property
    @override
    def spans(self) -> tuple[Span, ...]:
        span = Span.in_words(self.period or "")
        return (span,) if span else tuple(Span.of(report.date) for report in self.reports)

    @property
    @override
    def sort_date(self) -> PartialDate | None:
        return max((report.date for report in self.reports), default=None)


COLLECTION = Collection(
    model=Project,
    order=90,
    one="project",
    several="projects",
    facets=("countries",),
    compared=("record", "project"),
    expected=("countries", "period", "reports"),
    has_form=True,
    is_flat=False,
)
