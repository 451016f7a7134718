"""Method: the rules of evidence, as the code that counts has them."""

from collections.abc import Mapping
from typing import Any

from clearinghouse.catalogue.evidence import REASONS
from clearinghouse.catalogue.indicators.answers import Cadence, Count, Deliverable, Narrative, Share
from clearinghouse.publications.collections.delivery.indicators import RULES
from clearinghouse.publications.html.parts import Bit, Item, Section
from clearinghouse.publications.translation.texts import gettext
from clearinghouse.publications.words import capital
from clearinghouse.vocabulary.source_kinds import SOURCE_CLASSES, SOURCE_KINDS
from clearinghouse.vocabulary.trade.measures import MEASURES, Measure
from clearinghouse.vocabulary.trade.units import UNIT_KINDS, UNITS

_COUNTS = (
    "A record counts for an activity of a plan when it names that activity, and when what it reports has happened or was published.",
    "It is placed by its dates: in the years of the plan, before or after them. It counts for the years of the plan when part of it "
    "falls into them. A record with a beginning and no known end is placed by its beginning. A record without a date is listed, but "
    "counts for no year.",
    "Only records from the years of the plan fill an activity’s square. Records from later years show that the work went on. They do "
    "not show that the plan was carried out.",
    "Evidence means that something was done. It does not say how well, or that the activity is finished.",
)
_DATES = (
    ("Trainings, workshops and meetings", "the days on which they were held"),
    ("Documents", "the day or year of publication"),
    ("Programmes and networks", "from their beginning to their end, where both are known"),
    ("Legislation", "the dates of laws, assessments and decisions"),
    ("Projects and figures", "the years that they cover"),
)

_AXES = (
    "Three things are shown, each on its own. Delivery says how far an activity has come, by the last entry of its log. Results say "
    "what each indicator of the plan comes to, by the rules below. Verification says who confirms an entry: it was found in public "
    "sources, reported by a member state, or checked by the secretariat.",
    "“No evidence found” is the result of a search. It does not mean that nothing was done.",
    "New entries are added at the end of a log, and older ones stay as they are; only their confidence may change. An entry has high "
    "confidence only if its sources or a record of high confidence support it. Evidence from after the years of the plan is marked.",
)
_INDICATORS = (
    "Each indicator is quoted in the plan’s own words. It has a type, and the type has a rule. Without a rule there is no result. The "
    "numbers are counted again from the records each time this site is built."
)
_CLASSES = (
    "Each source has a kind, which says what sort of page it is. The kind gives its class, which is shown with the source on the page "
    "of the record. The classes are in order, from the closest to the event to the most distant. Secondary sources alone are not "
    "evidence. Confidence is high only if an official source, the organiser, a partner or research states it, or if two newspapers "
    "with different publishers and addresses report it."
)
_FIGURES = (
    "Each figure is one number from one source. It says what it measures, in which unit, for which time and where. Only units of one "
    "kind are compared, and money only in one currency. Numbers from different sources are never added up. Where two sources "
    "give different numbers for the same thing, their pages name both. This site does not choose between them."
)
_TYPES = {
    "something that exists": Deliverable,
    "a number of records": Count,
    "how regularly": Cadence,
    "a number of member states": Share,
    "words": Narrative,
}

_CHECKED = (
    "A record says on which day it was entered from its source. When someone checks it against that source again, the record says when, "
    "and who did it: the editors of this site, or an office of the member state.",
    "An event is shown as one day long only where its source gives an end or hours. Where it gives neither, the page says that the end is "
    "not stated.",
    "An event that is over, without a source that reports that it took place, says: No report found. It does not count as evidence.",
)


def _measure_words(measure: Measure) -> str:
    return gettext("{meaning}; counted in {units}.", meaning=capital(measure.wording), units=", ".join(map(gettext, measure.kinds)))


def context() -> Mapping[str, Any]:
    """What the page lays out below its prose."""
    reasons = tuple(Item((Bit(capital(reason.several)),)) for reason in REASONS)
    dates = tuple(Item((Bit(what), Bit(": "), Bit(when))) for what, when in _DATES)
    indicators = tuple(Item((Bit(f"{capital(name)}: "), Bit(RULES[type_]))) for name, type_ in _TYPES.items())
    sources = tuple(
        Item(
            (Bit(f"{capital(name)}: {gettext(behind)}"),),
            (Bit(", ".join(gettext(kind.label) for kind in SOURCE_KINDS if kind.group == name)),),
        )
        for name, behind in SOURCE_CLASSES.items()
    )
    measures = tuple(Item((Bit(measure.label),), (Bit(_measure_words(measure)),)) for measure in MEASURES)
    units = tuple(
        Item((Bit(capital(kind)),), (Bit(", ".join(gettext(unit.id) for unit in UNITS if unit.kind == kind)),)) for kind in UNIT_KINDS
    )
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
