"""Workshops: workshops, seminars, webinars, focused group discussions, conferences and meetings (PoA 4.2.1)."""

from typing import Annotated, ClassVar

from typing_extensions import override

from clearinghouse.records.collections.event import Event
from clearinghouse.records.keys.values import BodyOf, StateCode, Whole, one_of
from clearinghouse.vocabulary.kinds import WORKSHOP_KINDS


class Workshop(Event):
    """A workshop or meeting. For meetings: which body met, for the how-manieth time; chair and vice chair are states."""

    collection: ClassVar[str] = "workshops"
    kind: Annotated[str, one_of(WORKSHOP_KINDS)]
    body_of: BodyOf | None = None
    number: Whole | None = None
    chair: StateCode | None = None
    vice_chair: StateCode | None = None

    @property
    @override
    def states(self) -> tuple[str, ...]:
        chairs = [state for state in (self.chair, self.vice_chair) if state]
        return tuple(dict.fromkeys((*super().states, *chairs)))
