"""Indicators on the page of an activity: quoted, answered in a sentence, and below it all that was counted and left out."""

from collections.abc import Iterator, Mapping
from urllib.parse import urlencode

from clearinghouse.catalogue.catalogue import Catalogue, newest_first
from clearinghouse.catalogue.facets import activity_term, kind_term
from clearinghouse.catalogue.indicators.answering import answers
from clearinghouse.catalogue.indicators.answers import MET, NOT_MET, PARTLY, UNSAID, Answer, Cadence, Count, Deliverable, Narrative, Share
from clearinghouse.publications.collections.delivery.answers import (
    answer_words,
    in_short,
    period_words,
    periods_counted,
    query_words,
)
from clearinghouse.publications.collections.view import record_item
from clearinghouse.publications.html.facts import fact, facts
from clearinghouse.publications.html.lines import separated
from clearinghouse.publications.html.parts import Badge, Bit, Fact, Item, Line, Measure, Notice, Section
from clearinghouse.publications.words import counted, listed
from clearinghouse.records.collection import COLLECTIONS
from clearinghouse.records.collections.activity import Activity, Commitment
from clearinghouse.records.collections.parts.indicator import Query
from clearinghouse.vocabulary.states import name_of

MOST_RECORDS = 20
_BADGES = {MET: "done", PARTLY: "soon", NOT_MET: "stop", UNSAID: "plain"}
RULES: Mapping[type, str] = {
    Deliverable: "Met where something is named that shows it, partly where the indicator asks for more than that.",
    Count: "A number. The plan does not say how many are enough, so this rule gives no result.",
    Cadence: "Met where something falls into each period that is over. That nothing was found is no result.",
    Share: "Met where it is so in every member state, not met where it is known to be so in none.",
    Narrative: "Words alone. No rule gives a result.",
}
"""What makes a result, by the type of the answer."""


def indicators_section(activity: Activity, catalogue: Catalogue) -> Section:
    """All indicators of an activity and of its parts; that the plan gives none, where it gives none."""
    measures = tuple(_measure(part, answer, activity, catalogue) for part, answer in answers(activity, catalogue))
    missing = Notice("The plan gives no indicator.", (Bit("So nothing says how this activity would be measured."),))
    return Section("indicators", "Indicators", measures=measures, empty=None if measures else missing)


def answers_words(activity: Activity, catalogue: Catalogue) -> str:
    """All answers of an activity in short, for tables: `12 in 2016-2020; not found`; empty where the plan gives no indicator."""
    return "; ".join(in_short(answer) for _, answer in answers(activity, catalogue))


def _measure(part: Commitment, answer: Answer, activity: Activity, catalogue: Catalogue) -> Measure:
    label = "" if part is activity else f"Sub-activity {getattr(part, 'id', '')}"
    line: Line = (Bit(answer_words(answer)),)
    if isinstance(answer, Count) and answer.indicator.live:
        line = (*line, Bit(" "), *_lists(answer.query, activity, catalogue))
    badge = Badge(_BADGES[answer.result], f"Result: {answer.result}")
    return Measure(answer.indicator.wording, line, badge, facts(*working(answer, activity, catalogue)), _items(answer), label)


def working(answer: Answer, activity: Activity, catalogue: Catalogue) -> Iterator[Fact | None]:
    """How an answer was counted: what was asked, what counts, what was left out, and the rule."""
    if isinstance(answer, Count):
        query = answer.query
        yield fact("Question", f"{query_words(query)}, in {answer.years}")
        yield fact("Counted", f"{len(answer.records)} of {counted(len(answer.looked_at), 'record')} looked at")
        if isinstance(answer, Cadence):
            filled = listed([period_words(period) for period in answer.filled])
            number = f"{len(answer.filled)} of {periods_counted(answer)}" if answer.periods else "none is over yet"
            yield fact("Periods", f"{number}{': ' if filled else ''}{filled}")
        left_out = [f"{len(records)} {reason.one if len(records) == 1 else reason.several}" for reason, records in answer.left_out.items()]
        yield fact("Left out", *left_out, silent="nothing")
    elif isinstance(answer, Share):
        for label, codes in (("Yes", answer.yes), ("No", answer.no), ("Not known", answer.unknown)):
            yield fact(label, separated(_state(code, catalogue) for code in codes) or None, silent="none")
    elif isinstance(answer, Deliverable):
        yield fact("Pages", *(Bit(source.publisher, href=source.url) for source in answer.sources), silent=None)
        yield fact("Not found", answer.indicator.lacks, silent=None)
    else:
        yield fact("Where", Bit("The log of this activity", to=f"{activity.address}#log"))
    yield fact("Rule", RULES[type(answer)])


def _state(code: str, catalogue: Catalogue) -> Bit:
    record = catalogue.legislation_of(code)
    return Bit(name_of(code), to=record.address if record else f"countries/{code.lower()}/")


def _items(answer: Answer) -> tuple[Item, ...]:
    """The newest of the records that were counted; of a list that the page is, the lists hold the others."""
    records = answer.records if isinstance(answer, Count | Deliverable) else ()
    return tuple(record_item(record) for record in newest_first(records)[:MOST_RECORDS])


def _lists(query: Query, activity: Activity, catalogue: Catalogue) -> Iterator[Bit]:
    """Links to the lists of the records, narrowed as the query is; a reader may change that, the years above all."""
    years = query.years or next(plan.period for plan in catalogue.plans if plan.id == activity.plan)
    terms = {
        "activities": [activity_term(catalogue, activity)],
        "audience": list(query.audiences),
        "topics": list(query.topics),
        "kinds": [kind_term(kind) for kind in query.kinds],
        "years": [str(year) for year in range(years.from_, years.to + 1)],
    }
    for place, name in enumerate(name for name in query.collections if "activities" in COLLECTIONS[name].facets):
        collection = COLLECTIONS[name]
        chosen = [(facet, term) for facet, of_facet in terms.items() if facet in collection.facets for term in of_facet]
        yield from ([Bit(", ")] if place else [])
        yield Bit(f"Open the list of {collection.several}", to=f"{name}/?{urlencode(chosen)}")
