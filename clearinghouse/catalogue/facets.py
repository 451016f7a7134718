"""Facets: the ways in which a list is narrowed, and the records behind each term."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial

from clearinghouse.catalogue.catalogue import Catalogue
from clearinghouse.records.collection import COLLECTIONS
from clearinghouse.records.collections.activity import Activity
from clearinghouse.records.collections.programme import Programme
from clearinghouse.records.collections.record import Record
from clearinghouse.records.collections.trade.figure import Figure
from clearinghouse.vocabulary.audiences import AUDIENCES
from clearinghouse.vocabulary.kinds import FEES, OPENNESS, RUNNING
from clearinghouse.vocabulary.languages import LANGUAGES
from clearinghouse.vocabulary.states import MEMBER_STATES, name_of
from clearinghouse.vocabulary.terms import TermList
from clearinghouse.vocabulary.topics import TOPICS
from clearinghouse.vocabulary.trade.measures import MEASURES
from clearinghouse.vocabulary.trade.units import UNIT_KINDS

_LABELS = {
    "countries": "Country",
    "years": "Year",
    "audience": "Audience",
    "topics": "Topic",
    "kinds": "Kind",
    "status": "Status",
    "running": "Still running",
    "cost": "Cost",
    "languages": "Language",
    "species": "Species",
    "measures": "Measure",
    "units": "Kind of unit",
    "activities": "Activity",
}


@dataclass(frozen=True)
class Choice:
    """A term of a facet. id: as in addresses; records: in the order of the collection; about: what it is, where its label is a
    number."""

    id: str
    label: str
    records: tuple[Record, ...]
    group: str = ""
    about: str = ""


@dataclass(frozen=True)
class Facet:
    """A way to narrow a collection. id: as in addresses (`countries`)."""

    id: str
    label: str
    choices: tuple[Choice, ...]


def facets(catalogue: Catalogue, collection: str) -> tuple[Facet, ...]:
    """The facets of a collection; every term of a closed list is there, empty or not, and every year, state or species that
    occurs."""
    records = catalogue.collection(collection)
    makers: Mapping[str, Callable[[], Iterable[Choice]]] = {
        "countries": partial(_countries, records),
        "years": partial(_years, records),
        "audience": partial(_terms, records, "audience", AUDIENCES),
        "topics": partial(_terms, records, "topics", TOPICS),
        "kinds": partial(_words, records, COLLECTIONS[collection].kinds, lambda record: getattr(record, "kind", "")),
        "status": partial(_words, records, OPENNESS, lambda record: "past" if record.is_past(catalogue.as_of) else "open"),
        "running": partial(_words, records, RUNNING, lambda record: isinstance(record, Programme) and record.runs(catalogue.as_of)),
        "cost": partial(_words, records, FEES, lambda record: isinstance(record, Programme) and record.fee),
        "languages": partial(_languages, records),
        "species": partial(_species, records, catalogue),
        "measures": partial(_words, records, [measure.id for measure in MEASURES], lambda record: getattr(record, "measure", "")),
        "units": partial(_words, records, UNIT_KINDS, lambda record: isinstance(record, Figure) and record.counted_in.kind),
        "activities": partial(_activities, records, catalogue),
    }
    return tuple(Facet(facet, _LABELS[facet], tuple(makers[facet]())) for facet in COLLECTIONS[collection].facets)


def activity_term(catalogue: Catalogue, activity: Activity) -> str:
    """An activity as it stands in addresses of facets: poa-4.1.2, or with the plan's id where its prefix would not do.

    A prefix is a text of the plan: it may be no word, the id of another plan, or the prefix of an earlier one, whose addresses stay.
    """
    plan = catalogue.plan(activity.plan)
    first = next((other for other in catalogue.plans if plan and other.prefix.lower() == plan.prefix.lower()), None)
    prefix = plan.prefix.lower() if plan else ""
    is_own = plan is first and prefix.isascii() and prefix.isalnum() and catalogue.plan(prefix) in (None, plan)
    return f"{prefix if is_own else activity.plan}-{activity.number}"


def kind_term(kind: str) -> str:
    """A kind as it stands in addresses: training-of-trainers."""
    return kind.lower().replace(" ", "-")


def _grouped(records: Iterable[Record], of: Callable[[Record], Iterable[str]]) -> dict[str, list[Record]]:
    by_term: dict[str, list[Record]] = {}
    for record in records:
        for term in dict.fromkeys(of(record)):
            by_term.setdefault(term, []).append(record)
    return by_term


def _countries(records: tuple[Record, ...]) -> Iterable[Choice]:
    by_state = _grouped(records, lambda record: record.states)
    for code, state in MEMBER_STATES.items():
        yield Choice(code.lower(), state.name, tuple(by_state.get(code, ())), "Member states")
    for code in sorted(by_state.keys() - MEMBER_STATES.keys(), key=name_of):
        yield Choice(code.lower(), name_of(code), tuple(by_state[code]), "Other states")


def _years(records: tuple[Record, ...]) -> Iterable[Choice]:
    by_year = _grouped(records, years_of)
    for year in sorted(by_year, reverse=True):
        yield Choice(year, year, tuple(by_year[year]))


def years_of(record: Record) -> Iterable[str]:
    """The years in which a record falls, the last first: those of an event from its start to its end."""
    starts = record.sort_date
    if not starts:
        return ()
    last = getattr(record, "ends", None) or starts
    return map(str, range(last.year, starts.year - 1, -1))


def _terms(records: tuple[Record, ...], key: str, terms: TermList) -> Iterable[Choice]:
    by_term = _grouped(records, lambda record: getattr(record, key))
    for term in terms:
        yield Choice(term.id, term.label, tuple(by_term.get(term.id, ())), term.group)


def _words(records: tuple[Record, ...], words: Iterable[str], of: Callable[[Record], object]) -> Iterable[Choice]:
    """Of words that do not say by themselves what they mean, what each is called is beside it."""
    labels = words if isinstance(words, Mapping) else {word: word[0].upper() + word[1:] for word in words}
    by_word = _grouped(records, lambda record: (str(of(record)),))
    return (Choice(kind_term(word), label, tuple(by_word.get(word, ()))) for word, label in labels.items())


def _species(records: tuple[Record, ...], catalogue: Catalogue) -> Iterable[Choice]:
    by_species = _grouped(records, lambda record: getattr(record, "species", ()))
    return (Choice(one.id, one.title, tuple(by_species[one.id])) for one in catalogue.species if one.id in by_species)


def _languages(records: tuple[Record, ...]) -> Iterable[Choice]:
    by_tag = _grouped(records, lambda record: getattr(record, "languages", ()))
    return (Choice(tag, name, tuple(by_tag.get(tag, ()))) for tag, name in LANGUAGES.items())


def _activities(records: tuple[Record, ...], catalogue: Catalogue) -> Iterable[Choice]:
    by_activity = _grouped(records, lambda record: record.serves)
    for activity in catalogue.activities:
        plan = catalogue.plan(activity.plan)
        label = f"{plan.prefix if plan else activity.plan} {activity.number}"
        own = tuple(by_activity.get(activity.id, ()))
        yield Choice(activity_term(catalogue, activity), label, own, plan.label if plan else activity.plan, activity.label)
