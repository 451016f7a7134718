"""Answering: an indicator and the catalogue come in, its answer leaves."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from urllib.parse import urlsplit

from clearinghouse.catalogue.catalogue import Catalogue
from clearinghouse.catalogue.evidence import Reason, evidence_of
from clearinghouse.catalogue.indicators.answers import (
    AFTER,
    BEFORE,
    OTHER_AUDIENCE,
    OTHER_KIND,
    OTHER_TOPIC,
    UNDATED,
    Answer,
    Cadence,
    Count,
    Deliverable,
    Narrative,
    Share,
)
from clearinghouse.records.collections.activity import Activity, Commitment
from clearinghouse.records.collections.legislation import LegislationStatus
from clearinghouse.records.collections.parts.indicator import Indicator, Period, Query
from clearinghouse.records.collections.plan import Plan
from clearinghouse.records.collections.record import Record
from clearinghouse.records.keys.dates import Span
from clearinghouse.vocabulary.states import members_on


def answers(activity: Activity, catalogue: Catalogue) -> Iterator[tuple[Commitment, Answer]]:
    """All indicators of an activity answered, then those of its parts, each with the one that it stands in."""
    for part in (activity, *activity.sub_activities):
        yield from ((part, answer(indicator, part, activity, catalogue)) for indicator in part.indicators)


def answer(indicator: Indicator, part: Commitment, activity: Activity, catalogue: Catalogue) -> Answer:
    """What the records say to an indicator of an activity or of one of its parts."""
    plan = catalogue.plan(activity.plan)
    assert plan, activity.plan
    if indicator.type == "deliverable":
        return _deliverable(indicator, plan, catalogue)
    if indicator.query:
        return _counted(indicator, indicator.query, activity, plan, catalogue)
    if indicator.states:
        return _share(indicator, indicator.states, plan, catalogue)
    return Narrative(indicator, part.status or activity.status)


def _deliverable(indicator: Indicator, plan: Plan, catalogue: Catalogue) -> Deliverable:
    if not indicator.where:
        return Deliverable(indicator, (), ())
    named = [record for reference in indicator.where.records if (record := catalogue.record(reference))]
    counted = evidence_of((record for record in named if isinstance(record, Record)), plan, catalogue.as_of).counted
    return Deliverable(indicator, counted, indicator.where.sources)


def _counted(indicator: Indicator, query: Query, activity: Activity, plan: Plan, catalogue: Catalogue) -> Count | Cadence:
    years = query.years or plan.period
    looked_at = tuple(_looked_at(query, activity, catalogue))
    left_out: dict[Reason, list[Record]] = {}
    asked_for = []
    for record in looked_at:
        reason = next((reason for reason, fits in _NARROWED if not fits(record, query)), None)
        left_out.setdefault(reason, []).append(record) if reason else asked_for.append(record)
    evidence = evidence_of(asked_for, plan, catalogue.as_of)
    left_out |= {reason: list(records) for reason, records in evidence.left_out.items()}
    records = []
    for record in evidence.counted:
        reason = _outside(record, years)
        left_out.setdefault(reason, []).append(record) if reason else records.append(record)
    by_reason = {reason: tuple(members) for reason, members in left_out.items()}
    if indicator.type == "count":
        return Count(indicator, query, years, looked_at, tuple(records), by_reason)
    periods = tuple(_periods(years, indicator.every or 1, catalogue.as_of))
    filled = tuple(period for period in periods if any(_outside(record, period) is None for record in records))
    return Cadence(indicator, query, years, looked_at, tuple(records), by_reason, periods, filled)


def _looked_at(query: Query, activity: Activity, catalogue: Catalogue) -> Iterable[Record]:
    hosts = {site.casefold() for site in query.sites}
    records = catalogue.records if hosts else catalogue.serving(activity)
    for record in records:
        if record.collection in query.collections and (not hosts or hosts & {_host(source.url) for source in record.sources}):
            yield record


def _host(url: str) -> str:
    return (urlsplit(url).hostname or "").removeprefix("www.")


def _one_of(record: Record, key: str, terms: tuple[str, ...]) -> bool:
    return not terms or not set(terms).isdisjoint(getattr(record, key, ()))


_NARROWED: tuple[tuple[Reason, Callable[[Record, Query], bool]], ...] = (
    (OTHER_KIND, lambda record, query: not query.kinds or getattr(record, "kind", "") in query.kinds),
    (OTHER_AUDIENCE, lambda record, query: _one_of(record, "audience", query.audiences)),
    (OTHER_TOPIC, lambda record, query: _one_of(record, "topics", query.topics)),
)


def _outside(record: Record, years: Period) -> Reason | None:
    """Why a record does not fall into some years, or None where a part of it does."""
    asked = Span.of_years(years.from_, years.to)
    if not record.spans:
        return UNDATED
    if any(span.overlaps(asked) for span in record.spans):
        return None
    return AFTER if any(span.first > asked.last for span in record.spans) else BEFORE


def _periods(years: Period, every: int, as_of: date) -> Iterator[Period]:
    """The stretches of so many years that are over on a day; the last may be shorter."""
    for first in range(years.from_, years.to + 1, max(every, 1)):
        last = min(first + max(every, 1) - 1, years.to)
        if last < as_of.year:
            yield Period.model_construct(from_=first, to=last)


def _share(indicator: Indicator, asked: str, plan: Plan, catalogue: Catalogue) -> Share:
    """By what was known at the end of the plan, or today where it goes on."""
    day = min(catalogue.as_of, date(plan.period.to, 12, 31))
    sides: dict[bool | None, list[str]] = {True: [], False: [], None: []}
    dates = []
    for state in members_on(day):
        record = catalogue.legislation_of(state.code)
        assessment = next((past for past in record.sound_history if past.as_of.first <= day), None) if record else None
        if asked == "category 1":
            sides[None if not assessment or assessment.category == "unknown" else assessment.category == "1"].append(state.code)
            dates += [assessment.as_of] if assessment else []
        else:
            sides[_meets(record, asked)].append(state.code)
    return Share(indicator, day, tuple(sides[True]), tuple(sides[False]), tuple(sides[None]), max(dates, default=None))


def _meets(record: LegislationStatus | None, requirement: str) -> bool | None:
    met = getattr(record.requirements, requirement).met if record else "unknown"
    return None if met == "unknown" else bool(met == "yes")
