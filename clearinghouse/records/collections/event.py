"""Event: what trainings and workshops share: when, where, by whom, for whom, about what."""

from datetime import date, timedelta
from typing import Annotated

from pydantic import Field, field_validator
from typing_extensions import override

from clearinghouse.records.collections.record import Part, Record
from clearinghouse.records.keys.checking import comparing
from clearinghouse.records.keys.dates import PartialDate
from clearinghouse.records.keys.values import (
    Audience,
    ClockTime,
    Day,
    Flag,
    LanguageTag,
    Line,
    Link,
    Mailbox,
    Paragraph,
    Several,
    StateCode,
    Topic,
    Whole,
    Zone,
    one_of,
)
from clearinghouse.vocabulary.kinds import EVENT_STATUSES, MODES
from clearinghouse.vocabulary.states import ASEAN, members_on

SOON = timedelta(14)
"""Registration that closes within so many days closes soon."""
IDS_OF_EVENTS = "{owner}-{when}-{words}"
FACETS_OF_EVENTS = ("countries", "years", "audience", "topics", "kinds", "activities")


class DailyTime(Part):
    """Hours of a day, on each of its days where an event lasts several. zone: an IANA time zone."""

    from_: ClockTime = Field(alias="from")
    to: ClockTime
    zone: Zone

    _ordered = field_validator("to")(classmethod(comparing("time")))


class Registration(Part):
    """How to take part. deadline: the last day; contact: an office's mailbox."""

    opens: Day | None = None
    deadline: Day | None = None
    url: Link | None = None
    contact: Mailbox | None = None

    _ordered = field_validator("deadline")(classmethod(comparing("registration")))


class Event(Record):
    """A training or a workshop.

    starts, ends: first and last day, as precise as the source. host: the state in which it takes place, or
    that holds it where it is online; absent when regional; countries: who takes part, only where the source says
    so; region: ASEAN stands for the member states of that day. organisers and partners: `net-…` is an id of networks, all else a name.
    """

    status: Annotated[str, one_of(EVENT_STATUSES)]
    starts: PartialDate | None = None
    ends: PartialDate | None = None
    undated: Flag = Field(default=False, validate_default=True)
    time: DailyTime | None = None
    mode: Annotated[str, one_of(MODES)] | None = None
    place: Line | None = None
    host: StateCode | None = None
    countries: Several[StateCode] = ()
    region: Annotated[str, one_of((ASEAN,))] | None = None
    organisers: Several[Line] = ()
    partners: Several[Line] = ()
    audience: Several[Audience] = ()
    audience_note: Paragraph | None = None
    topics: Several[Topic] = ()
    topics_note: Paragraph | None = None
    languages: Several[LanguageTag] = ()
    participants: Whole | None = None
    participants_note: Paragraph | None = None
    seats: Whole | None = None
    registration: Registration | None = None

    _compared = field_validator("ends", "undated", "registration")(classmethod(comparing("event")))

    @property
    def last_day(self) -> date | None:
        """The last day on which it may still go on, or None where it is undated."""
        last = self.ends or self.starts
        return last.last if last else None

    @property
    @override
    def sort_date(self) -> PartialDate | None:
        return self.starts

    @property
    def days(self) -> int | None:
        """How many days it lasts, where both ends are known to the day."""
        if not (self.starts and self.starts.is_day) or (self.ends and not self.ends.is_day):
            return None
        return (self.ends.first - self.starts.first + timedelta(1)).days if self.ends else 1

    @property
    @override
    def states(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys((*([self.host] if self.host else []), *self.taking_part)))

    @property
    def taking_part(self) -> tuple[str, ...]:
        """Codes of the states that take part, those of the region included. On an unknown day none is claimed that joined later."""
        members = members_on(self.last_day or date.min) if self.region == ASEAN else ()
        return tuple(dict.fromkeys((*self.countries, *(state.code for state in members))))

    @property
    def is_everywhere(self) -> bool:
        """Whether it takes place wherever somebody takes part, and so has no list of participants."""
        return False

    @override
    def can_tell(self, key: str) -> bool:
        """What is online, or everywhere, has no place, and what is the region's as well no host; nobody attended what was not held."""
        has_place = self.mode != "online" and not self.is_everywhere
        answers = {
            "place": has_place,
            "host": has_place and self.region is None,
            "participants": self.status == "held" and not self.is_everywhere,
        }
        return answers.get(key, True)

    @property
    def is_off(self) -> bool:
        """Whether nobody should go there: cancelled or withdrawn."""
        return self.status == "cancelled" or self.withdrawn is not None

    def is_upcoming(self, as_of: date) -> bool:
        """Whether some of it may still lie ahead, or goes on, on that day."""
        return self.last_day is not None and self.last_day >= as_of and self.status != "held"

    def lies_ahead(self, as_of: date) -> bool:
        """Whether it is to come or goes on, on that day, and nobody has called it off or put it off."""
        return self.is_upcoming(as_of) and not self.is_off and self.status != "postponed"

    def is_under_way(self, as_of: date) -> bool:
        """Whether it goes on, on that day; of what is known by its month or year alone nobody can say so."""
        return self.lies_ahead(as_of) and self.starts is not None and self.starts.is_day and self.starts.first <= as_of

    def is_over(self, as_of: date) -> bool:
        """Whether its last day has passed; what was called off or put off was never held."""
        return self.last_day is not None and self.last_day < as_of and not self.is_off and self.status != "postponed"

    def is_open(self, as_of: date) -> bool:
        """Whether one may register on that day."""
        registration = self.registration
        if not registration or self.is_off or not self.is_upcoming(as_of):
            return False
        return (registration.opens or as_of) <= as_of <= (registration.deadline or as_of)

    def closes_soon(self, as_of: date) -> bool:
        """Whether one may register on that day, and no longer than two weeks more."""
        deadline = self.registration.deadline if self.registration else None
        return deadline is not None and deadline - as_of <= SOON and self.lies_ahead(as_of) and self.is_open(as_of)

    @property
    def turns(self) -> tuple[date, ...]:
        """The days from which on something about it may be true that was not, or no longer."""
        registration = self.registration or Registration()
        begins = [self.starts.first if self.starts else None, registration.opens]
        begins.append(registration.deadline - SOON if registration.deadline else None)
        ends = [day + timedelta(1) for day in (self.last_day, registration.deadline) if day]
        return (*(day for day in begins if day), *ends)
