"""Projects and their progress reports."""

from typing import ClassVar

from typing_extensions import override

from clearinghouse.records.collections.collection import Collection
from clearinghouse.records.collections.record import Part, Record
from clearinghouse.records.keys.dates import PartialDate
from clearinghouse.records.keys.values import Id, Line, Link, Number, Paragraph, Several, StateCode, Wording


class ProjectActivity(Part):
    """An activity of a project in the project's own words. number: 1.1."""

    number: Number
    wording: Wording


class Progress(Part):
    """What a report says of one activity: outputs in our own words, figures by their ids."""

    number: Number
    outputs: Several[Paragraph]
    figures: Several[Id] = ()


class ProgressReport(Part):
    """A report on a period. problems, change_requests: what it says of them, also that there were none."""

    period: Line
    date: PartialDate
    number: Line | None = None
    activities: Several[Progress]
    problems: Paragraph
    change_requests: Paragraph
    note: Paragraph | None = None


class Project(Record):
    """A project. reference: its number with the funder."""

    collection: ClassVar[str] = "projects"
    reference: Line | None = None
    funder: Line
    lead: Line
    partners: Several[Line] = ()
    countries: Several[StateCode] = ()
    period: Line | None = None
    url: Link | None = None
    activities: Several[ProjectActivity] = ()
    reports: Several[ProgressReport] = ()

    @property
    @override
    def states(self) -> tuple[str, ...]:
        return self.countries

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
    expected=("countries", "period", "reports"),
    is_flat=False,
)
