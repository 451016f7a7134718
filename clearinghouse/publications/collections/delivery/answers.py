"""Answers in words: what the records say to an indicator in one sentence, made by a rule of its type, never by judgement."""

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import singledispatch

from clearinghouse.catalogue.indicators.answers import MET, PARTLY, Answer, Cadence, Count, Deliverable, Narrative, Share
from clearinghouse.publications.words import capital, counted, date_words, listed, records_counted, sentence
from clearinghouse.records.collection import COLLECTIONS
from clearinghouse.records.collections.parts.indicator import Period, Query
from clearinghouse.records.collections.record import Record
from clearinghouse.vocabulary.audiences import AUDIENCES
from clearinghouse.vocabulary.topics import TOPICS

STATES_WHERE = {
    "category 1": "in Category 1",
    "authorities": "known to have designated authorities",
    "prohibition": "known to prohibit trade in breach of the Convention",
    "penalties": "known to penalise such trade",
    "confiscation": "known to allow confiscation",
}
"""What member states are, in words, by what is asked of their legislation."""


@singledispatch
def answer_words(answer: Answer) -> str:
    """The answer in a sentence: `This page is that list: 26 trainings for judges or customs, 12 of them in 2016-2020.`"""
    raise TypeError(answer)


@answer_words.register
def _(answer: Deliverable) -> str:
    names = [record.title for record in answer.records] + [f"a page of {source.publisher}" for source in answer.sources]
    if not names:
        return "No public evidence was found that it exists."
    return f"Found{' in part' if answer.indicator.lacks else ''}: {listed(names)}."


@answer_words.register
def _(answer: Count) -> str:
    if not answer.indicator.live:
        return f"The records show {_numbers(answer.records, answer.query)} in {answer.years}."
    return f"This page is that list: {_list_words(answer)}"


@answer_words.register
def _(answer: Cadence) -> str:
    numbers = _numbers(answer.records, answer.query)
    if not answer.records:
        return f"The records show {numbers} in {answer.years}, which does not prove that there were none."
    if not answer.periods:
        return f"The records show {numbers} in {answer.years}, of which no period is over yet."
    return f"The records show {numbers} in {len(answer.filled)} of {periods_counted(answer)}."


@answer_words.register
def _(answer: Share) -> str:
    known = f", by lists up to {date_words(answer.as_of)}" if answer.as_of else ""
    unknown = f"; of {len(answer.unknown)} it is not known" if answer.unknown else ""
    where = STATES_WHERE[answer.indicator.states or ""]
    were = "was" if len(answer.yes) == 1 else "were"
    return f"{len(answer.yes)} of {answer.of} member states {were} {where} on {date_words(answer.day)}{known}{unknown}."


@answer_words.register
def _(answer: Narrative) -> str:
    if not answer.entry:
        return "No number answers it, and nothing has been logged yet."
    return f"No number answers it. The log says: {sentence(answer.entry.what or answer.entry.note or answer.entry.delivery)}"


def words_elsewhere(answer: Answer) -> str:
    """The answer where it does not stand on the page of its activity."""
    if type(answer) is Count and answer.indicator.live:
        return f"The page of the activity is that list: {_list_words(answer)}"
    return answer_words(answer)


def in_short(answer: Answer) -> str:
    """The answer in a few words, for tables: `12 in 2016-2020`, `7 of 10 states`, `found in part`."""
    if isinstance(answer, Cadence):
        return f"in {len(answer.filled)} of {counted(len(answer.periods), 'period' if (answer.indicator.every or 1) > 1 else 'year')}"
    if isinstance(answer, Count):
        return f"{len(answer.records)} in {answer.years}"
    if isinstance(answer, Share):
        return f"{len(answer.yes)} of {answer.of} states"
    if isinstance(answer, Deliverable):
        return {MET: "found", PARTLY: "found in part"}.get(answer.result, "not found")
    return "in words"


def _list_words(answer: Count) -> str:
    """`26 trainings for judges or customs, 12 of them in 2016-2020.`"""
    whole = _numbers(answer.whenever, answer.query)
    if answer.records == answer.whenever:
        return f"{whole} in {answer.years}."
    return f"{whole}, {len(answer.records) or 'none'} of them in {answer.years}."


def query_words(query: Query) -> str:
    """What is counted and where it is sought: `Trainings for judges or customs that contribute to this activity`."""
    scope = [] if query.sites else ["that contribute to this activity"]
    return " ".join([capital(_either(COLLECTIONS[name].several for name in query.collections)), *_narrowed(query), *scope])


def _narrowed(query: Query) -> list[str]:
    kinds = [f"({_either(query.kinds)})"] if query.kinds else []
    audiences = [f"for {_either(_small(AUDIENCES[term].label) for term in query.audiences)}"] if query.audiences else []
    topics = [f"on {_either(_small(TOPICS[term].label) for term in query.topics)}"] if query.topics else []
    sites = [f"with a page of {_either(query.sites)} as their source"] if query.sites else []
    return [*kinds, *audiences, *topics, *sites]


def period_words(period: Period) -> str:
    """`2016`, or `2016-2017`."""
    return str(period.from_) if period.from_ == period.to else str(period)


def periods_counted(answer: Cadence) -> str:
    """Of which years or longer periods: `the 5 years 2016-2020`, `the 2 periods of 2 years in 2026-2035 that are over`."""
    every = answer.indicator.every or 1
    all_over = bool(answer.periods) and answer.periods[-1].to == answer.years.to
    periods = counted(len(answer.periods), "year") if every == 1 else f"{counted(len(answer.periods), 'period')} of {every} years"
    if all_over:
        return f"the {periods} {'' if every == 1 else 'in '}{answer.years}"
    return f"the {periods} in {answer.years} that are over"


def _numbers(records: Sequence[Record], query: Query) -> str:
    """`12 trainings and 1 workshop for judges or customs`; of none the first collection is named."""
    numbers = Counter(record.collection for record in records)
    names = [name for name in query.collections if numbers[name]] or query.collections[:1]
    return " ".join([listed([records_counted(numbers[name], name) for name in names]), *_narrowed(query)])


def _either(words: Iterable[str]) -> str:
    *others, last = words
    return f"{', '.join(others)} or {last}" if others else last


def _small(label: str) -> str:
    """A label inside a sentence: `customs`, but `CITES authorities`."""
    return label if label[1:2].isupper() else label[:1].lower() + label[1:]
