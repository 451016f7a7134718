"""Computing: a record and the catalogue come in, what follows from both leaves: what a reader would otherwise work out again."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from pydantic import Field

from clearinghouse.catalogue.catalogue import Catalogue
from clearinghouse.publications.data.document import Shape
from clearinghouse.publications.data.indicators import IndicatorAnswer, indicator_answers
from clearinghouse.publications.site import Site
from clearinghouse.records.collection import AnyRecord
from clearinghouse.records.collections.activity import Activity
from clearinghouse.records.collections.event import Event
from clearinghouse.records.collections.legislation import LegislationStatus
from clearinghouse.records.collections.plan import Plan
from clearinghouse.records.collections.record import Record
from clearinghouse.records.collections.species import Species
from clearinghouse.records.keys.dates import PartialDate
from clearinghouse.records.written.api_words import record_address
from clearinghouse.vocabulary.source_kinds import SourceClass


class SourceRating(Shape):
    """How near a source stands to what it tells, by its kind."""

    url: str = Field(description="Its address, as the record has it.")
    source_class: SourceClass = Field(alias="class", description="Its class.")


class Computed(Shape):
    """What follows from a record."""

    is_certain: bool = Field(description="False for what is of low confidence or withdrawn: no statistics count it.")
    states: tuple[str, ...] = Field(description="ISO 3166-1 codes of all states that it concerns.")
    when: PartialDate | None = Field(description="The date by which lists sort it, as precise as its source.")
    sources: tuple[SourceRating, ...] = Field(description="Its sources and those of the claims in it, each once, with their class.")
    is_secondary: bool = Field(description="Whether all of them are blogs, encyclopaedias, traders and retellings.")


class EventComputed(Computed):
    """What follows from an event."""

    taking_part: tuple[str, ...] = Field(description="Codes of the states that take part, those of the region included.")
    lies_ahead: bool = Field(description="Whether it is to come, or goes on, and nobody called it off.")


class SpeciesComputed(Computed):
    """What follows from a species."""

    records: tuple[str, ...] = Field(description="The records that name it, as collection/id.")


class LegislationComputed(Computed):
    """What follows from a state's legislation."""

    category: str | None = Field(description="Of the last sound assessment; null where there is none.")
    as_of: PartialDate | None = Field(description="The day, month or year for which it holds.")
    requirements: Mapping[str, str] = Field(description="Whether each of the four minimum requirements is met.")


class PlanComputed(Computed):
    """What follows from a plan."""

    activities: tuple[str, ...] = Field(description="Its activities, as plan/number, in the plan's order.")
    with_evidence: int = Field(description="How many of them have evidence from the plan's years.")


class LeftOut(Shape):
    """Records that do not count, and why."""

    reason: str = Field(description="Why, in words.")
    records: tuple[str, ...] = Field(description="As collection/id.")


class ActivityComputed(Shape):
    """What follows from an activity: how far it came, the records that show it, and the answers to its indicators."""

    delivery: str | None = Field(description="How far it has come by the last entry of its log; null where it has none.")
    leads: tuple[str, ...] = Field(description="Codes of the lead countries of it and of its parts.")
    evidence: Mapping[str, tuple[str, ...]] = Field(
        description="The records that count, as collection/id: during the plan's years, after and before them, undated."
    )
    left_out: tuple[LeftOut, ...] = Field(description="The records that name it and do not count.")
    indicators: tuple[IndicatorAnswer, ...] = Field(description="Its indicators and those of its parts, answered.")


def keys_of_records(records: Iterable[Record]) -> tuple[str, ...]:
    """As collection/id."""
    return tuple(record.key for record in records)


def _common(record: Record, catalogue: Catalogue) -> dict[str, Any]:
    ratings = dict.fromkeys((source.url, source.source_class) for source in record.all_sources)
    return {
        "is_certain": record.is_certain,
        "states": record.states,
        "when": record.sort_date,
        "sources": tuple(SourceRating.model_validate({"url": url, "class": name}) for url, name in ratings),
        "is_secondary": record.rests_on_secondary_alone,
    }


def _event(event: Event, catalogue: Catalogue) -> dict[str, Any]:
    return {**_common(event, catalogue), "taking_part": event.taking_part, "lies_ahead": event.lies_ahead(catalogue.as_of)}


def _species(species: Species, catalogue: Catalogue) -> dict[str, Any]:
    return {**_common(species, catalogue), "records": keys_of_records(catalogue.about_species(species))}


def _legislation(record: LegislationStatus, catalogue: Catalogue) -> dict[str, Any]:
    status = record.status
    met = {name: requirement.met for name, requirement in record.requirements.by_name.items()}
    of_status = {"category": status.category if status else None, "as_of": status.as_of if status else None}
    return {**_common(record, catalogue), **of_status, "requirements": met}


def _plan(plan: Plan, catalogue: Catalogue) -> dict[str, Any]:
    activities = tuple(activity.id for activity in catalogue.activities_of(plan))
    return {**_common(plan, catalogue), Activity.collection: activities, "with_evidence": catalogue.with_evidence(plan)}


def _activity(activity: Activity, catalogue: Catalogue) -> dict[str, Any]:
    evidence = catalogue.evidence(activity)
    return {
        "delivery": activity.delivery,
        "leads": activity.all_leads,
        "evidence": {group: keys_of_records(records) for group, records in evidence.groups.items()},
        "left_out": tuple(LeftOut(reason=reason.one, records=keys_of_records(records)) for reason, records in evidence.left_out.items()),
        "indicators": tuple(indicator_answers(activity, catalogue)),
    }


@dataclass(frozen=True)
class Rule:
    """How something is computed for records of a model, and into which shape."""

    model: type[AnyRecord]
    shape: type[Shape]
    values: Callable[[Any, Catalogue], dict[str, Any]]


_RULES = (
    Rule(Activity, ActivityComputed, _activity),
    Rule(Plan, PlanComputed, _plan),
    Rule(LegislationStatus, LegislationComputed, _legislation),
    Rule(Species, SpeciesComputed, _species),
    Rule(Event, EventComputed, _event),
    Rule(Record, Computed, _common),
)


def rule_of(model: type[AnyRecord]) -> Rule:
    """What is computed for the records of a model: the first rule that fits."""
    return next(rule for rule in _RULES if issubclass(model, rule.model))


def last_modified(record: AnyRecord, catalogue: Catalogue) -> date | None:
    """The latest day on which something about it changed here; of an activity, by its logs; None where it has none."""
    if isinstance(record, Record):
        return record.last_change
    return max((entry.on for part in (record, *record.sub_activities) for entry in part.log), default=None)


def api_url(key: str, site: Site) -> str:
    """Where the document of a record is, by its collection/id."""
    return site.url + record_address(key)
