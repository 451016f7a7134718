"""Fields of trainings and workshops."""

from clearinghouse.records.written.field import GROUP, Field
from clearinghouse.records.written.fields_shared import AUDIENCE, COUNTRIES, HEAD, HOST, LANGUAGES, TAIL, UNDATED, kind, told
from clearinghouse.vocabulary.kinds import EVENT_STATUSES, MODES, TRAINING_KINDS, WORKSHOP_KINDS
from clearinghouse.vocabulary.states import ASEAN

_TIME = (
    Field("from", "from", "When it begins, HH:MM of 24 hours.", "09:00", "time", True),
    Field("to", "to", "When it ends.", "16:30", "time", True),
    Field("zone", "zone", "The time zone by its IANA name.", "Asia/Bangkok", "zone", True),
)
_REGISTRATION = (
    Field("opens", "opens", "The day on which it opens.", "2026-01-15", "day"),
    Field("deadline", "deadline", "The last day, not after the start.", "2026-02-15", "day"),
    Field("url", "address", "Where to apply.", "https://example.org/apply", "link"),
    Field("contact", "contact", "The mailbox of an office, never of a person.", "training@office.example", "mailbox"),
)
_WHEN_AND_WHERE = (
    Field(
        "status",
        "Status",
        "How things stand; `unconfirmed` = announced, and no report that it was held.",
        "announced",
        "word",
        True,
        words=EVENT_STATUSES,
        default="announced",
    ),
    Field("starts", "First day", "When it starts, as precise as the source: 2026-03-02, 2026-03 or 2026.", "2026-03-02", "date"),
    Field("ends", "Last day", "The last day; leave it out if it is the same.", "2026-03-06", "date"),
    UNDATED,
    Field("time", "Time", "Hours, on each of its days where it lasts several.", type=GROUP, parts=_TIME),
    Field("mode", "Mode", "How people meet; leave it out if it is not known.", "in person", "word", words=MODES),
    Field("place", "Place", "Town, building; leave it out if it is online.", "Kui Buri"),
    told(HOST, help="The state in which it takes place: its two-letter code, or its name; leave it out if it is regional."),
    told(COUNTRIES, "Countries taking part", "Who takes part, only where the source says so.", "TH; LA"),
    Field("region", "Region", "ASEAN stands for the member states of that day.", ASEAN, "word", words=(ASEAN,)),
    Field("organisers", "Organisers", "Ids of networks (net-…), or names.", "net-unodc; Department of Examples", many=True),
    Field("partners", "Partners", "Who helps or pays: ids of networks (net-…), or names.", "Example Wildlife Fund", many=True),
    *AUDIENCE,
    told(LANGUAGES, help="In which languages it is held, by tag or name."),
    Field("participants", "Participants", "How many took part, in digits.", "32", "whole"),
    Field(
        "participants_note", "Participants in words", "What the source says beside or instead of the number.", "more than 30", "paragraph"
    ),
    Field("seats", "Seats", "How many may take part, in digits.", "30", "whole"),
    Field("registration", "Registration", "How to take part.", type=GROUP, parts=_REGISTRATION),
)
TRAININGS = (*HEAD, kind(TRAINING_KINDS, default="training"), *_WHEN_AND_WHERE, *TAIL)
WORKSHOPS = (
    *HEAD,
    kind(WORKSHOP_KINDS, default="workshop"),
    *_WHEN_AND_WHERE,
    Field("body_of", "Meeting of", "Of meetings: which body meets.", "awg-cites-we", "body_of"),
    Field("number", "Number", "Of meetings: the how-manieth, in digits.", "17", "whole"),
    Field("chair", "Chair", "The state in the chair, never a person.", "PH", "state"),
    Field("vice_chair", "Vice chair", "The state in the vice chair.", "SG", "state"),
    *TAIL,
)
