"""Event: what trainings and workshops share: when, where, by whom, for whom, about what."""

from datetime import date, timedelta
from typing import Annotated, Self

from pydantic import Field
from typing_extensions import override

from clearinghouse.records.collections.pictures.picture import Pictures
from clearinghouse.records.collections.record import AudienceNote, Audiences, Part, Record, SpeciesNamed, Topics, TopicsNote
from clearinghouse.records.keys.comparisons import comparing
from clearinghouse.records.keys.dates import PartialDate, Span
from clearinghouse.records.keys.key import InForm, Mark, Offered
from clearinghouse.records.keys.values import (
    ClockTime,
    Date,
    Day,
    Flag,
    Id,
    LanguageTag,
    Line,
    Link,
    Mailbox,
    Paragraph,
    Several,
    StateCode,
    Whole,
    Zone,
    one_of,
)
from clearinghouse.vocabulary.kinds import EVENT_STATUSES, MODES
from clearinghouse.vocabulary.states import ASEAN, members_on

SOON = timedelta(14)
"""Registration that closes within so many days closes soon."""
NEWSWORTHY = ("status", "starts", "ends", "undated", "time", "mode", "place", "host")
"""Keys of an event of whose change subscribers must learn."""
IDS_OF_EVENTS = "{owner}-{when}-{words}"
FACETS_OF_EVENTS = ("countries", "years", "audience", "topics", "kinds", "activities")


class DailyTime(Part):
    """Hours of a day, on each of its days where an event lasts several."""

    from_: Annotated[ClockTime, InForm("When it begins.")] = Field(
        alias="from", description="When it begins, HH:MM of 24 hours.", examples=["09:00"]
    )
    to: ClockTime = Field(description="When it ends.", examples=["16:30"])
    zone: Annotated[Zone, InForm("The time zone of the place: type a city, such as Bangkok.")] = Field(
        description="The time zone by its IANA name.", examples=["Asia/Bangkok"]
    )

    _ordered = comparing("time")


class Registration(Part):
    """How to take part."""

    opens: Day | None = Field(None, description="The day on which it opens.", examples=["2026-01-15"])
    deadline: Day | None = Field(None, description="The last day, not after the start.", examples=["2026-02-15"])
    url: Link | None = Field(None, title="address", description="Where to apply.", examples=["https://example.org/apply"])
    contact: Mailbox | None = Field(
        None, title="Contact", description="The mailbox of an office, never of a person.", examples=["training@office.example"]
    )

    _ordered = comparing("registration")


class Imported(Part):
    """Of which event of a calendar the record was made, so that a later version of it changes this record and makes no second."""

    event: Id = Field(description="A digest of the event's UID.", examples=["6f1ed002ab559585"])
    version: Id = Field(description="The version of the event: its SEQUENCE, and when it was written.", examples=["2-20260101t000000z"])
    content: Id = Field(
        description="A digest of what the event said; it shows whether the record was edited since.", examples=["9ae2f85c0d1b7a34"]
    )


class Event(Record):
    """A training or a workshop. host: also the state that holds it where it is online; absent where it is regional."""

    status: Annotated[
        str,
        one_of(EVENT_STATUSES),
        Offered("announced"),
        InForm("Choose `unconfirmed` if it was announced and no report says that it took place."),
    ] = Field(
        title="Status", description="Its status; `unconfirmed` = announced, and no report that it took place.", examples=["announced"]
    )
    starts: Date | None = Field(
        None,
        title="First day",
        description="When it starts, as precise as the source: a day, a month or a year.",
        examples=["2026-03-02"],
    )
    ends: Date | None = Field(
        None,
        title="Last day",
        description="The last day, also where it is the first one; left out: the end is not stated.",
        examples=["2026-03-06"],
    )
    undated: Flag = Field(
        False,
        validate_default=True,
        title="Undated",
        description="Yes, instead of a date, and only with the reason in the note.",
        examples=["false"],
    )
    time: DailyTime | None = Field(None, title="Time", description="Hours, on each of its days where it lasts several.")
    mode: Annotated[str, one_of(MODES)] | None = Field(
        None, title="Mode", description="How people meet; leave it out if it is not known.", examples=["in person"]
    )
    place: Line | None = Field(None, title="Place", description="Town, building; leave it out if it is online.", examples=["Kui Buri"])
    host: Annotated[StateCode | None, InForm("The state in which it takes place; leave it out if it is regional.")] = Field(
        None,
        title="Host state",
        description="The state in which it takes place: its two-letter code, or its name; leave it out if it is regional.",
        examples=["TH"],
    )
    countries: Several[StateCode] = Field(
        (), title="Countries taking part", description="Who takes part, only where the source says so.", examples=[["TH", "LA"]]
    )
    region: Annotated[str, one_of((ASEAN,))] | None = Field(
        None, title="Region", description="ASEAN means the member states on that day.", examples=["ASEAN"]
    )
    organisers: Annotated[Several[Line], InForm("Organisations: choose from the list, or write the name.")] = Field(
        (),
        title="Organisers",
        description="Organisations: names, or ids of networks (net-…).",
        examples=[["net-unodc", "Department of Examples"]],
    )
    partners: Annotated[Several[Line], InForm("Who helps or pays: choose from the list, or write the name.")] = Field(
        (), title="Partners", description="Who helps or pays: names, or ids of networks (net-…).", examples=[["Example Wildlife Fund"]]
    )
    audience: Audiences = ()
    audience_note: AudienceNote = None
    topics: Topics = ()
    topics_note: TopicsNote = None
    species: SpeciesNamed = ()
    languages: Annotated[Several[LanguageTag], InForm("In which languages it is held.")] = Field(
        (), title="Languages", description="In which languages it is held, by tag or name.", examples=[["th", "en"]]
    )
    participants: Whole | None = Field(None, title="Participants", description="How many took part, in digits.", examples=["32"])
    participants_note: Paragraph | None = Field(
        None, title="Participants in words", description="What the source says beside or instead of the number.", examples=["more than 30"]
    )
    seats: Whole | None = Field(None, title="Seats", description="How many may take part, in digits.", examples=["30"])
    registration: Annotated[Registration | None, InForm("Where people register, and until when.")] = Field(
        None, title="Registration", description="How to take part."
    )
    imported: Annotated[Imported | None, Mark.LATER] = Field(
        None, title="Imported", description="Written by `chm import`, for the next time: leave it as it is."
    )

    pictures: Pictures = ()

    _compared = comparing("event")

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
    @override
    def spans(self) -> tuple[Span, ...]:
        first = self.starts or self.ends
        return (Span.of(first, self.ends),) if first else ()

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
    def known_on(self, day: date) -> Self | None:
        """Dates that moved since stand as they were; how long it was to last then, nobody wrote down. What its end has not
        reached had not been held, and had no participants."""
        known = super().known_on(day)
        if known is None:
            return None
        later = sorted((change for change in self.changes if change.on > day), key=lambda change: change.on)
        starts = next((change.from_ for change in later if change.from_), self.starts)
        update: dict[str, object] = {} if starts == self.starts else {"starts": starts, "ends": None}
        if any(change.what in EVENT_STATUSES for change in later) or (self.status == "held" and self.last_day and self.last_day > day):
            was = [change.what for change in sorted(known.changes, key=lambda change: change.on) if change.what in EVENT_STATUSES]
            update |= {"status": was[-1] if was else EVENT_STATUSES[0], "participants": None, "participants_note": None}
        return known.model_copy(update=update)

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

    @property
    def is_observance(self) -> bool:
        """Whether it is a day that is kept everywhere, which nobody holds and nobody joins."""
        return getattr(self, "kind", "") == "observance"

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

    @property
    def turns(self) -> tuple[date, ...]:
        """The days from which on something about it may be true that was not, or no longer."""
        registration = self.registration or Registration()
        begins = [self.starts.first if self.starts else None, registration.opens]
        begins.append(registration.deadline - SOON if registration.deadline else None)
        ends = [day + timedelta(1) for day in (self.last_day, registration.deadline) if day]
        return (*(day for day in begins if day), *ends)
