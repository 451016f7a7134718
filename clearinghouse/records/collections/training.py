"""Trainings: courses, once, for those who enforce the law (PoA 4.1.2, FLEG 4.1.3)."""

from typing import Annotated, ClassVar

from clearinghouse.records.collections.event import Event
from clearinghouse.records.keys.values import one_of
from clearinghouse.vocabulary.kinds import TRAINING_KINDS


class Training(Event):
    """A course, a training of trainers, an e-learning round or a study visit."""

    collection: ClassVar[str] = "trainings"
    kind: Annotated[str, one_of(TRAINING_KINDS)]
