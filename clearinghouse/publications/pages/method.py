"""Method: the rules of evidence, as the code that counts has them."""

from collections.abc import Mapping
from typing import Any

from clearinghouse.catalogue.evidence import REASONS
from clearinghouse.publications.html.parts import Bit, Item, Section
from clearinghouse.publications.words import capital

_COUNTS = (
    "A record counts for an activity of a plan when it names that activity, and when that of which it tells has happened or was published.",
    "It is placed by its dates: in the years of the plan, before or after them. It falls into the years of the plan when a part of it "
    "does. What began and has no known end is placed by its beginning alone. What has no date is listed, and stands for no year.",
    "Only records from the years of the plan fill an activity’s square. Records from later years show that the work went on; they do "
    "not show that the plan was carried out.",
    "Evidence says that something was done. It says nothing on how well, nor that the activity is finished.",
)
_DATES = (
    ("Trainings, workshops and meetings", "the days on which they were held"),
    ("Documents", "the day or year of publication"),
    ("Programmes and networks", "from their beginning to their end, where both are known"),
    ("Legislation", "the dates of laws, assessments and decisions"),
    ("Projects and figures", "the years that they cover"),
)


def context() -> Mapping[str, Any]:
    """What the page lays out below its prose."""
    reasons = tuple(Item((Bit(capital(reason.several)),)) for reason in REASONS)
    dates = tuple(Item((Bit(f"{what}: "), Bit(when))) for what, when in _DATES)
    return {
        "sections": (
            Section("evidence", "What counts as evidence", paragraphs=tuple((Bit(words),) for words in _COUNTS)),
            Section(
                "left-out", "What does not count", reasons, ((Bit("Of a record to which several reasons apply, the first is given:"),),)
            ),
            Section("dates", "Which dates are meant", dates),
        )
    }
