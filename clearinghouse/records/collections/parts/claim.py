"""Claim: something that a source says."""

from typing import Annotated, ClassVar

from pydantic import Field

from clearinghouse.records.collections.record import Confidence, Part, Source
from clearinghouse.records.keys.comparisons import comparing
from clearinghouse.records.keys.key import InForm, Mark, Place
from clearinghouse.records.keys.values import Day, Paragraph, Several


class Claim(Part):
    """Something that a source says. Its keys stand behind those of what is claimed."""

    keys_stand: ClassVar[Place] = Place.LAST

    note: Annotated[Paragraph | None, Mark.PASSING] = Field(
        None, description="What a reader must know.", examples=["Two pages give two days."]
    )
    source: Source = Field(title="Source", description="The source of this.")
    other_sources: Annotated[Several[Source], Mark.PASSING] = Field((), title="Further source", description="More of them.")
    confidence: Annotated[Confidence | None, Mark.PASSING, InForm("Leave it out if it is as for the whole record.")] = Field(
        None, title="how sure", description="Absent = as the whole record.", examples=["high"]
    )
    entered: Annotated[Day | None, Mark.LATER] = Field(
        None, description="The day on which it came into this record, where that was later than the record itself.", examples=["2026-12-01"]
    )

    _borne = comparing("claim")

    @property
    def sources(self) -> tuple[Source, ...]:
        """All that it rests on."""
        return (self.source, *self.other_sources)

    @property
    def is_sure(self) -> bool:
        """Whether it counts: not of low confidence, and from more than secondary sources."""
        return self.confidence != "low" and not all(source.source_class == "secondary" for source in self.sources)
