"""Catalogue: all records as seen on a day, and what they have to do with one another."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TypeVar

from clearinghouse.catalogue.evidence import Evidence, evidence_of
from clearinghouse.catalogue.trade.figures import FigureSeries, contradictions, series_of
from clearinghouse.records.collection import COLLECTIONS, AnyRecord
from clearinghouse.records.collections.activity import Activity
from clearinghouse.records.collections.event import Event
from clearinghouse.records.collections.legislation import LegislationAbout, LegislationStatus
from clearinghouse.records.collections.network import Network
from clearinghouse.records.collections.plan import Plan
from clearinghouse.records.collections.record import Record
from clearinghouse.records.collections.species import Species
from clearinghouse.records.collections.trade.figure import Figure
from clearinghouse.records.collections.training import Training
from clearinghouse.records.collections.update import Update
from clearinghouse.records.keys.dates import PartialDate
from clearinghouse.records.link_report import LinkReport
from clearinghouse.records.photograph import Photograph
from clearinghouse.records.public_sheet import PublicSheet

R = TypeVar("R", bound=Record)


@dataclass(frozen=True)
class Catalogue:
    """All records but drafts, and the activities of a plan that is one. as_of: the day which is today; it hides no record, it
    only tells past from future. links: what was found at the addresses that records name, or None where nobody has looked;
    photographs: the files of pictures that records name, by their names; proposals: what the public may know of each, by number."""

    by_collection: Mapping[str, Mapping[str, AnyRecord]]
    about_legislation: LegislationAbout | None
    as_of: date
    links: LinkReport | None = None
    photographs: Mapping[str, Photograph] = field(default_factory=dict)
    proposals: Mapping[str, PublicSheet] = field(default_factory=dict)

    @classmethod
    def of(
        cls,
        records: Mapping[str, Mapping[str, AnyRecord]],
        about: LegislationAbout | None,
        as_of: date,
        links: LinkReport | None = None,
        photographs: Mapping[str, Photograph] | None = None,
        proposals: Mapping[str, PublicSheet] | None = None,
    ) -> "Catalogue":
        """The catalogue of what a reading found."""
        published = {
            collection: {
                key: record for key, record in records.get(collection, {}).items() if not (isinstance(record, Record) and record.draft)
            }
            for collection in COLLECTIONS
        }
        drafts = records.get(Plan.collection, {}).keys() - published[Plan.collection].keys()
        published[Activity.collection] = {
            key: activity
            for key, activity in published[Activity.collection].items()
            if not (isinstance(activity, Activity) and activity.plan in drafts)
        }
        return cls(published, about, as_of, links, photographs or {}, proposals or {})

    @cached_property
    def _by_order(self) -> Mapping[str, tuple[Record, ...]]:
        presented: dict[str, tuple[Record, ...]] = {}
        for name, collection in COLLECTIONS.items():
            ordered = newest_first if collection.is_newest_first else by_title
            records = (record for record in self.by_collection[name].values() if isinstance(record, Record))
            presented[name] = ordered(record for record in records if record.is_revealed(self.as_of))
        return presented

    def collection(self, name: str) -> tuple[Record, ...]:
        """The records of a collection that have pages, in its order; activities are no records of this kind."""
        return self._by_order[name]

    def _all(self, model: type[R]) -> tuple[R, ...]:
        return tuple(record for record in self.collection(model.collection) if isinstance(record, model))

    @cached_property
    def records(self) -> tuple[Record, ...]:
        """All records but plans and activities."""
        return tuple(record for name, collection in COLLECTIONS.items() if not collection.is_promise for record in self.collection(name))

    @cached_property
    def plans(self) -> tuple[Plan, ...]:
        """Plans in the order of their first year, then by id."""
        return tuple(sorted(self._all(Plan), key=lambda plan: (plan.period.from_, plan.period.to, plan.id)))

    @cached_property
    def activities(self) -> tuple[Activity, ...]:
        """Activities of all plans, in the plans' order."""
        places = {plan.id: place for place, plan in enumerate(self.plans)}
        activities = [record for record in self.by_collection[Activity.collection].values() if isinstance(record, Activity)]
        return tuple(sorted(activities, key=lambda activity: (places.get(activity.plan, len(places)), activity.plan, activity.order)))

    @cached_property
    def trainings(self) -> tuple[Training, ...]:
        """Trainings, newest first, the undated last."""
        return self._all(Training)

    @cached_property
    def events(self) -> tuple[Event, ...]:
        """Trainings, workshops and whatever else is an event together, newest first."""
        return newest_first(record for record in self.records if isinstance(record, Event))

    @cached_property
    def legislation(self) -> tuple[LegislationStatus, ...]:
        """Legislation by state, in the order of the states' English names."""
        return self._all(LegislationStatus)

    @cached_property
    def networks(self) -> tuple[Network, ...]:
        """Networks by title."""
        return self._all(Network)

    @cached_property
    def updates(self) -> tuple[Update, ...]:
        """Notices, newest first; those dated later than today are not revealed yet."""
        return self._all(Update)

    def record(self, reference: str) -> AnyRecord | None:
        """The record that `collection/id` names, or None where it has no page: unknown, a draft, or not revealed yet."""
        collection, _, record_id = reference.partition("/")
        record = self.by_collection.get(collection, {}).get(record_id)
        return None if isinstance(record, Record) and not record.is_revealed(self.as_of) else record

    # Plans and their evidence

    def plan(self, plan_id: str) -> Plan | None:
        """A plan by its id."""
        record = self.by_collection[Plan.collection].get(plan_id)
        return record if isinstance(record, Plan) else None

    def activity(self, key: str) -> Activity | None:
        """An activity by `plan/number`."""
        record = self.by_collection[Activity.collection].get(key)
        return record if isinstance(record, Activity) else None

    def activities_of(self, plan: Plan, programme: str | None = None) -> tuple[Activity, ...]:
        """The activities of a plan, or of one of its action programmes, in the plan's order."""
        return tuple(activity for activity in self.activities if activity.plan == plan.id and programme in (None, activity.programme))

    @cached_property
    def _serving(self) -> Mapping[str, tuple[Record, ...]]:
        serving: dict[str, list[Record]] = defaultdict(list)
        for record in self.records:
            for served in dict.fromkeys(record.serves):
                serving[served].append(record)
        return {key: tuple(records) for key, records in serving.items()}

    def serving(self, activity: Activity | str) -> tuple[Record, ...]:
        """All records that name the activity, low confidence included, by collection."""
        return self._serving.get(activity if isinstance(activity, str) else activity.id, ())

    @cached_property
    def _evidence(self) -> Mapping[str, Evidence]:
        plans = {plan.id: plan for plan in self.plans}
        return {
            activity.id: evidence_of(self.serving(activity), plans[activity.plan], self.as_of)
            for activity in self.activities
            if activity.plan in plans
        }

    def evidence(self, activity: Activity | str) -> Evidence:
        """What counts for an activity by the rule of evidence, and what does not. Raises KeyError for an unknown one."""
        return self._evidence[activity if isinstance(activity, str) else activity.id]

    def with_evidence(self, plan: Plan) -> int:
        """How many activities of a plan have evidence from its years."""
        return sum(bool(self.evidence(activity).during) for activity in self.activities_of(plan))

    # Events in time

    @cached_property
    def upcoming(self) -> tuple[Event, ...]:
        """Events that may still lie ahead or go on, soonest first; cancelled and withdrawn ones are not among them."""
        events = [event for event in self.events if event.lies_ahead(self.as_of)]
        return tuple(sorted(events, key=lambda event: (event.starts or event.ends, event.id)))

    @cached_property
    def past(self) -> tuple[Event, ...]:
        """Events that took place, the latest first; undated, cancelled, postponed and withdrawn ones are not among them."""
        events = [event for event in self.events if event.is_over(self.as_of)]
        # What is known by month alone stands with the first of that month, after what is known to the day.
        return tuple(sorted(events, key=lambda event: ((event.ends or event.starts or PartialDate(1900)).first, event.id), reverse=True))

    # States

    @cached_property
    def _by_state(self) -> Mapping[str, Mapping[str, tuple[Record, ...]]]:
        by_state: dict[str, dict[str, list[Record]]] = defaultdict(lambda: defaultdict(list))
        for record in self.records:
            for code in record.states:
                by_state[code][record.collection].append(record)
        return {code: {name: tuple(records) for name, records in groups.items()} for code, groups in by_state.items()}

    def concerning(self, state: str, collection: str) -> tuple[Record, ...]:
        """The records of a collection that concern a state, by its code, in the collection's order."""
        return self._by_state.get(state, {}).get(collection, ())

    @cached_property
    def states(self) -> frozenset[str]:
        """Codes of all states that some record concerns."""
        return frozenset(self._by_state)

    def legislation_of(self, state: str) -> LegislationStatus | None:
        """A state's legislation status, by its code."""
        record = self.by_collection[LegislationStatus.collection].get(state.lower())
        return record if isinstance(record, LegislationStatus) else None

    def led_by(self, state: str) -> tuple[Activity, ...]:
        """The activities of which a state is lead country."""
        return tuple(activity for activity in self.activities if state in activity.all_leads)

    # Networks and figures

    @cached_property
    def species(self) -> tuple[Species, ...]:
        """Species by their common names."""
        return self._all(Species)

    def network(self, network_id: str) -> Network | None:
        """A network by its id."""
        record = self.by_collection[Network.collection].get(network_id)
        return record if isinstance(record, Network) else None

    def figure(self, figure_id: str) -> Figure | None:
        """A figure by its id."""
        record = self.by_collection[Figure.collection].get(figure_id)
        return record if isinstance(record, Figure) else None

    @cached_property
    def figure_series(self) -> Mapping[str, FigureSeries]:
        """Figures of one source that stand in one chart, by their word, in the order of their titles."""
        return {series.id: series for series in series_of(self._all(Figure))}

    @cached_property
    def contradictions(self) -> tuple[tuple[Figure, ...], ...]:
        """Groups of figures that give different numbers for the same thing."""
        return contradictions(self._all(Figure))

    @cached_property
    def _contradicting(self) -> Mapping[str, tuple[Figure, ...]]:
        return {figure.id: figures for figures in self.contradictions for figure in figures}

    def contradicting(self, figure: Figure) -> tuple[Figure, ...]:
        """A figure and those that contradict it, the greatest first; none where nothing does."""
        return self._contradicting.get(figure.id, ())

    @cached_property
    def _by_organiser(self) -> Mapping[str, tuple[Event, ...]]:
        by_organiser: dict[str, list[Event]] = defaultdict(list)
        for event in self.events:
            for name in dict.fromkeys((*event.organisers, *event.partners)):
                by_organiser[name].append(event)
        return {name: tuple(events) for name, events in by_organiser.items()}

    def organised_by(self, network: Network) -> tuple[Event, ...]:
        """Events which a network organised or took part in as a partner."""
        return self._by_organiser.get(network.id, ())

    @cached_property
    def _by_species(self) -> Mapping[str, tuple[Record, ...]]:
        by_species: dict[str, list[Record]] = defaultdict(list)
        for record in self.records:
            for name in dict.fromkeys(getattr(record, "species", ())):
                by_species[name].append(record)
        return {name: newest_first(records) for name, records in by_species.items()}

    def about_species(self, species: Species) -> tuple[Record, ...]:
        """The records that name a species, the newest first."""
        return self._by_species.get(species.id, ())


def newest_first(records: Iterable[R]) -> tuple[R, ...]:
    """By sort date, newest first, then by title; those without a date last."""
    by_name = sorted(records, key=lambda record: (record.title.casefold(), record.id))
    dated = [record for record in by_name if record.sort_date]
    # Sorting twice keeps titles in order within a day: Python's sort is stable.
    dated.sort(key=lambda record: record.sort_date.first if record.sort_date else date.min, reverse=True)
    return (*dated, *(record for record in by_name if not record.sort_date))


def by_title(records: Iterable[R]) -> tuple[R, ...]:
    """By title, without regard to capitals."""
    return tuple(sorted(records, key=lambda record: (record.title.casefold(), record.id)))
