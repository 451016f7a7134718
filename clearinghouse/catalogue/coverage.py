"""Coverage: who was trained in what, and where no training was found, in the groups in which PoA 4.1.2 lists audiences."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from clearinghouse.catalogue.catalogue import Catalogue
from clearinghouse.records.collections.event import Event
from clearinghouse.records.collections.training import Training
from clearinghouse.vocabulary.audiences import AUDIENCES
from clearinghouse.vocabulary.terms import TermList
from clearinghouse.vocabulary.topics import TOPICS


def groups_of(terms: TermList) -> tuple[str, ...]:
    """The groups of a vocabulary, in its order."""
    return tuple(dict.fromkeys(term.group for term in terms))


AUDIENCE_GROUPS = groups_of(AUDIENCES)
TOPIC_GROUPS = groups_of(TOPICS)


def counts(event: Event) -> bool:
    """Whether an event counts: it was held, and that is certain."""
    return event.status == "held" and event.is_certain


@dataclass(frozen=True)
class Coverage:
    """Counts trainings that were held and are certain; low confidence, cancelled and coming ones are left out."""

    catalogue: Catalogue

    @cached_property
    def counted(self) -> tuple[Training, ...]:
        """The trainings that count."""
        return tuple(training for training in self.catalogue.trainings if counts(training))

    @property
    def left_out(self) -> int:
        """How many trainings do not count."""
        return len(self.catalogue.trainings) - len(self.counted)

    @cached_property
    def _cells(self) -> Mapping[tuple[str, str, str], tuple[Training, ...]]:
        cells: dict[tuple[str, str, str], list[Training]] = defaultdict(list)
        for training in self.counted:
            audiences = dict.fromkeys(AUDIENCES[term].group for term in training.audience)
            topics = dict.fromkeys(TOPICS[term].group for term in training.topics)
            for state in training.states:
                for audience in audiences:
                    for topic in topics:
                        cells[audience, topic, state].append(training)
        return {cell: tuple(trainings) for cell, trainings in cells.items()}

    def cell(self, audience: str, topic: str, state: str) -> tuple[Training, ...]:
        """The trainings for a group of audiences on a group of topics in which a state had part, newest first."""
        return self._cells.get((audience, topic, state), ())

    def of(self, state: str, audience: str | None = None, topic: str | None = None) -> tuple[Training, ...]:
        """A state's trainings, for one group of audiences or on one group of topics where such is named."""
        return tuple(
            training
            for training in self._of_state.get(state, ())
            if (audience is None or any(AUDIENCES[term].group == audience for term in training.audience))
            and (topic is None or any(TOPICS[term].group == topic for term in training.topics))
        )

    @cached_property
    def _of_state(self) -> Mapping[str, tuple[Training, ...]]:
        by_state: dict[str, list[Training]] = defaultdict(list)
        for training in self.counted:
            for state in training.states:
                by_state[state].append(training)
        return {state: tuple(trainings) for state, trainings in by_state.items()}

    def per_year(self) -> Mapping[int, int]:
        """How many trainings began in each year from the first to the last, also none."""
        years = Counter(training.starts.year for training in self.counted if training.starts)
        return {year: years[year] for year in range(min(years), max(years) + 1)} if years else {}

    def per_host(self, states: Iterable[str]) -> Mapping[str, int]:
        """How many trainings each state hosted, also none."""
        hosts = Counter(training.host for training in self.counted)
        return {state: hosts[state] for state in states}
