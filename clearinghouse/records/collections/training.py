"""Trainings: courses, once, for those who enforce the law (PoA 4.1.2, FLEG 4.1.3)."""

from typing import Annotated, ClassVar

from pydantic import Field

from clearinghouse.records.collections.collection import Collection
from clearinghouse.records.collections.event import FACETS_OF_EVENTS, IDS_OF_EVENTS, Event
from clearinghouse.records.keys.key import Offered, Place
from clearinghouse.records.keys.values import one_of
from clearinghouse.vocabulary.kinds import TRAINING_KINDS


class Training(Event):
    """A course, a training of trainers, an e-learning round or a study visit."""

    collection: ClassVar[str] = "trainings"
    kind: Annotated[str, one_of(TRAINING_KINDS), Place.FIRST, Offered("training")] = Field(
        title="Kind", description="What kind it is.", examples=["training"]
    )


COLLECTION = Collection(
    model=Training,
    order=30,
    one="training",
    several="trainings",
    ids=IDS_OF_EVENTS,
    is_newest_first=True,
    facets=FACETS_OF_EVENTS,
    expected=("starts", "place", "host", "organisers", "audience", "topics", "participants"),
    compared=("record", "event"),
    has_form=True,
)
