"""Drills: a made-up collection of events."""

from typing import Annotated, ClassVar

from pydantic import Field

from clearinghouse.records.collections.collection import Collection
from clearinghouse.records.collections.event import FACETS_OF_EVENTS, IDS_OF_EVENTS, Event
from clearinghouse.records.keys.values import Line, one_of

KINDS = ("field drill", "table-top drill")


class Drill(Event):
    """A drill."""

    collection: ClassVar[str] = "drills"
    kind: Annotated[str, one_of(KINDS)] = Field(title="Kind", description="How it is done.", examples=["field drill"])
    scenario: Line | None = Field(None, title="Scenario", description="What is taken to have happened.", examples=["A seizure at sea"])


COLLECTION = Collection(
    model=Drill,
    order=45,
    one="drill",
    several="drills",
    ids=IDS_OF_EVENTS,
    is_newest_first=True,
    facets=FACETS_OF_EVENTS,
    expected=("starts", "scenario"),
    compared=("record", "event"),
    has_form=True,
)
