"""Workshops: workshops, seminars, webinars, focused group discussions, conferences and meetings (PoA 4.2.1)."""

from typing import Annotated, ClassVar

from pydantic import Field
from typing_extensions import override

from clearinghouse.records.collections.collection import Collection
from clearinghouse.records.collections.event import FACETS_OF_EVENTS, IDS_OF_EVENTS, Event
from clearinghouse.records.keys.key import InForm, Offered, Place
from clearinghouse.records.keys.values import BodyOf, Paragraph, Reference, Several, StateCode, Whole, one_of
from clearinghouse.vocabulary.kinds import WORKSHOP_KINDS


class Workshop(Event):
    """A workshop or meeting."""

    collection: ClassVar[str] = "workshops"
    kind: Annotated[str, one_of(WORKSHOP_KINDS), Place.FIRST, Offered("workshop")] = Field(
        title="Kind", description="What kind it is.", examples=["workshop"]
    )
    body_of: BodyOf | None = Field(None, title="Meeting of", description="Of meetings: which body meets.", examples=["awg-cites-we"])
    number: Whole | None = Field(None, title="Number", description="Of meetings: its number in the series, in digits.", examples=["17"])
    chair: StateCode | None = Field(None, title="Chair", description="The state in the chair, never a person.", examples=["PH"])
    vice_chair: StateCode | None = Field(None, title="Vice chair", description="The state in the vice chair.", examples=["SG"])
    outcomes: Several[Paragraph] = Field(
        (),
        title="Outcomes",
        description="What came of it, a sentence each, as far as a source says so.",
        examples=[["A plan was adopted."]],
    )
    documents: Annotated[Several[Reference], InForm("Its documents, of those on this site: choose from the list.")] = Field(
        (), title="Documents", description="Its documents, as collection/id.", examples=[["documents/doc-handbook-2021"]]
    )

    @property
    @override
    def is_everywhere(self) -> bool:
        return self.kind in ("observance", "operation")

    @property
    @override
    def states(self) -> tuple[str, ...]:
        chairs = [state for state in (self.chair, self.vice_chair) if state]
        return tuple(dict.fromkeys((*super().states, *chairs)))


COLLECTION = Collection(
    model=Workshop,
    order=40,
    one="workshop or meeting",
    several="workshops and meetings",
    ids=IDS_OF_EVENTS,
    is_newest_first=True,
    facets=FACETS_OF_EVENTS,
    expected=("starts", "place", "host", "organisers", "topics", "participants"),
    compared=("record", "event"),
    has_form=True,
)
