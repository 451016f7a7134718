"""Method: the rules of evidence, as the code that counts has them."""

from collections.abc import Mapping
from typing import Any

from clearinghouse.catalogue.evidence import REASONS
from clearinghouse.catalogue.indicators.answers import Cadence, Count, Deliverable, Narrative, Share
from clearinghouse.publications.collections.delivery.indicators import RULES
from clearinghouse.publications.html.parts import Bit, Item, Section
from clearinghouse.publications.words import capital
from clearinghouse.vocabulary.source_kinds import SOURCE_CLASSES, SOURCE_KINDS
from clearinghouse.vocabulary.trade.measures import MEASURES
from clearinghouse.vocabulary.trade.units import UNIT_KINDS, UNITS

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

_AXES = (
    "Three things are shown apart, and none is worked out from another. Delivery says how far an activity has come, by the last entry of "
    "its log. Results say what each of the plan’s indicators comes to, by the rules below. Verification says who stands for an entry: "
    "it was found in public sources, reported by a member state, or checked by the secretariat.",
    "“No evidence found” says what a search found. It never says that nothing was done.",
    "Entries of a log are added at its end and stay; only how sure one is may be said anew. It is of high confidence only by such sources "
    "as bear that for a record, or by a record of high confidence. Evidence from after the years of the plan is marked.",
)
_INDICATORS = (
    "Each indicator stands in the plan’s own words. It has a type, and the type has a rule; no result is given without one. The numbers "
    "are counted anew from the records each time this site is built."
)
_CLASSES = (
    "Each source says what kind of page it is. Its kind gives its class, which stands beside it on the page of the record. The classes "
    "follow in their order, from what stands nearest to what it tells; what rests on secondary sources alone is no evidence. "
    "Confidence is high only by an official source, the organiser, a partner or research, or by two newspapers whose publishers "
    "differ in name and address."
)
_FIGURES = (
    "Each figure is one number of one source. It says what it measures, in which unit, for which time and where; only units of one kind, "
    "and of money of one currency, are ever sorted against one another. Numbers are never added up over sources. Where two sources "
    "give different numbers for the same thing, their pages name both; this site does not choose between them."
)
_TYPES = {
    "something that exists": Deliverable,
    "a number of records": Count,
    "how regularly": Cadence,
    "a number of member states": Share,
    "words": Narrative,
}

_CHECKED = (
    "A record says on which day it was entered from its source. Whoever holds it against that source again later leaves the day and "
    "says who it was: the editors of this site, or an office of the member state.",
    "An event lasts one day only where its source gives an end or hours. Where it gives neither, the page says that the end is not stated.",
    "An event that is over, and of which no source reports that it was held, says: No report found. It does not count as evidence.",
)


def context() -> Mapping[str, Any]:
    """What the page lays out below its prose."""
    reasons = tuple(Item((Bit(capital(reason.several)),)) for reason in REASONS)
    dates = tuple(Item((Bit(f"{what}: "), Bit(when))) for what, when in _DATES)
    indicators = tuple(Item((Bit(f"{capital(name)}: "), Bit(RULES[type_]))) for name, type_ in _TYPES.items())
    sources = tuple(
        Item((Bit(f"{capital(name)}: {behind}"),), (Bit(", ".join(kind.label for kind in SOURCE_KINDS if kind.group == name)),))
        for name, behind in SOURCE_CLASSES.items()
    )
    measures = tuple(
        Item((Bit(measure.label),), (Bit(f"{capital(measure.wording)}; counted in {', '.join(measure.kinds)}."),)) for measure in MEASURES
    )
    units = tuple(Item((Bit(capital(kind)),), (Bit(", ".join(unit.id for unit in UNITS if unit.kind == kind)),)) for kind in UNIT_KINDS)
    return {
        "sections": (
            Section("evidence", "What counts as evidence", paragraphs=tuple((Bit(words),) for words in _COUNTS)),
            Section(
                "left-out", "What does not count", reasons, ((Bit("Of a record to which several reasons apply, the first is given:"),),)
            ),
            Section("dates", "Which dates are meant", dates),
            Section("sources", "Kinds of sources and their classes", sources, ((Bit(_CLASSES),),)),
            Section("checked", "When records were checked, and what events say", paragraphs=tuple((Bit(words),) for words in _CHECKED)),
            Section("measures", "What figures measure", measures, ((Bit(_FIGURES),),)),
            Section("units", "Units of figures, by kind", units),
            Section("delivery", "Delivery, results and verification", paragraphs=tuple((Bit(words),) for words in _AXES)),
            Section("indicators", "How indicators are answered", indicators, ((Bit(_INDICATORS),),)),
        )
    }
