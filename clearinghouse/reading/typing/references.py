"""References: what a record names elsewhere must be there."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from clearinghouse.problems.problem import Problem
from clearinghouse.reading.files.strict_yaml import Document, Path
from clearinghouse.records.collection import COLLECTIONS, AnyRecord
from clearinghouse.records.collections.activity import Activity
from clearinghouse.records.collections.document import Document as DocumentRecord
from clearinghouse.records.collections.figure import Figure
from clearinghouse.records.collections.legislation import LegislationStatus
from clearinghouse.records.collections.network import Network
from clearinghouse.records.collections.plan import Plan
from clearinghouse.records.collections.project import Project
from clearinghouse.records.collections.record import Record
from clearinghouse.records.keys.names import RESERVED
from clearinghouse.vocabulary.nearest import nearest

Documents = Mapping[str, Mapping[str, Document]]
"""Well-formed files by collection and id, whether or not their records are sound."""
Records = Mapping[str, Mapping[str, AnyRecord]]
"""Sound records by collection and id."""
Ids = Mapping[str, Mapping[str, object]]
"""The ids of all files by collection, also of those that are not well-formed."""
NETWORK = "net-"
EACH = "*"
"""Any member of a list, in a way through a document."""


def dangling(documents: Documents, records: Records, ids: Ids) -> Iterator[Problem]:
    """All references that lead nowhere, whatever else is wrong with the record that makes them.

    A reference to a record that has problems of its own is no problem. A folder that holds no activities, or no
    networks, cannot tell which exist: references to them are then left alone.
    """
    for collection, of_collection in documents.items():
        for record_id, document in of_collection.items():
            if collection == Activity.collection:
                yield from _in_activity(record_id.partition("/")[0], records[Plan.collection], ids, document)
            else:
                yield from _in_record(collection, ids, document)
            if collection == LegislationStatus.collection:
                yield from _in_legislation(record_id, document)
        yield from _former_ids(collection, of_collection, ids)
    yield from _going_on(records, documents)
    yield from _of_drafts(records, documents)


def _texts(document: Document, *way: str) -> Iterator[tuple[Path, str]]:
    """The texts at the end of a way. What has another shape than the way is told where the record is typed."""

    def below(value: Any, path: Path, way: tuple[str, ...]) -> Iterator[tuple[Path, str]]:
        if not way:
            if isinstance(value, str) and value:
                yield path, value
        elif way[0] == EACH:
            for place, member in enumerate(value if isinstance(value, list) else ()):
                yield from below(member, (*path, place), way[1:])
        elif isinstance(value, Mapping) and way[0] in value:
            yield from below(value[way[0]], (*path, way[0]), way[1:])

    return below(document.data, (), way)


def _at(document: Document, path: Path, code: str, found: str, allowed: str, fix: str) -> Problem:
    line, column = document.place(path)
    return Problem(document.path, line, column, code, ".".join(map(str, path)), found, allowed, fix)


def _unknown(document: Document, path: Path, code: str, found: str, allowed: str, known: Iterable[str]) -> Problem:
    near = nearest(found, known)
    return _at(document, path, code, found, allowed, f"did you mean {near}?" if near else "correct it, or add that record first")


def _in_activity(plan_id: str, plans: Mapping[str, AnyRecord], ids: Ids, document: Document) -> Iterator[Problem]:
    plan = plans.get(plan_id)
    if plan_id not in ids[Plan.collection]:
        yield _unknown(document, (), "REF-004", plan_id, "a folder that is named after a plan: activities/<plan>/", ids[Plan.collection])
    elif isinstance(plan, Plan):
        for path, programme in _texts(document, "programme"):
            if programme not in plan.programmes:
                allowed = "an action programme of the plan: " + ", ".join(plan.programmes)
                yield _unknown(document, path, "REF-004", programme, allowed, plan.programmes)


def _in_record(collection: str, ids: Ids, document: Document) -> Iterator[Problem]:
    activities, networks, figures = ids[Activity.collection], ids[Network.collection], ids[Figure.collection]
    for path, served in _texts(document, "serves", EACH) if activities else ():
        if served not in activities:
            yield _unknown(document, path, "REF-001", served, "the plan/number of an activity", activities)
    for path, see in _texts(document, "withdrawn", "see"):
        yield from _reference(see, path, ids, document)
    if collection == Plan.collection and ids[DocumentRecord.collection]:
        for path, text in _texts(document, "document"):
            yield from _reference(text, path, ids, document)
    if COLLECTIONS[collection].is_event and networks:
        for key in ("organisers", "partners"):
            for path, name in _texts(document, key, EACH):
                if name.startswith(NETWORK) and name not in networks:
                    yield _unknown(document, path, "REF-002", name, "the id of a network, or a name", networks)
    if collection == Network.collection:
        for path, name in _texts(document, "member_of", EACH):
            if name not in networks:
                yield _unknown(document, path, "REF-002", name, "the id of a network", networks)
    if collection == Project.collection:
        for path, figure in _texts(document, "reports", EACH, "activities", EACH, "figures", EACH):
            if figure not in figures:
                yield _unknown(document, path, "REF-003", figure, "the id of a figure", figures)


def _in_legislation(record_id: str, document: Document) -> Iterator[Problem]:
    for path, country in _texts(document, "country"):
        if country.lower() != record_id:
            fix = f"rename the file to {country.lower()}.yml, or correct the code"
            yield _at(document, path, "DATA-001", country, f"the code that the file's name has: {record_id.upper()}", fix)


def _reference(reference: str, path: Path, ids: Ids, document: Document) -> Iterator[Problem]:
    collection, _, record_id = reference.partition("/")
    if record_id not in ids.get(collection, {}):
        known = [f"{collection}/{other}" for other in ids.get(collection, {})]
        yield _unknown(document, path, "REF-003", reference, "collection/id of a record", known)


def _former_ids(collection: str, documents: Mapping[str, Document], ids: Ids) -> Iterator[Problem]:
    taken = {record_id: record_id for record_id in ids[collection]}
    for record_id, document in documents.items():
        for path, former in _texts(document, "former_ids", EACH):
            owner = taken.setdefault(former, record_id)
            if former in RESERVED:
                yield _at(document, path, "ID-003", former, "a name that is not reserved", "take it out: it is an address of the site")
            elif owner != record_id or former == record_id:
                yield _at(document, path, "ID-002", former, "an id that no record has or had", f"take it out: {owner} has it")


def _going_on(records: Records, documents: Documents) -> Iterator[Problem]:
    """Withdrawn records whose `see` leads no reader to a record that stands: in a circle, or to a draft, which has no page."""
    for collection in records.values():
        for record in collection.values():
            trail, at = [record.key], record
            while isinstance(at, Record) and at.withdrawn and at.withdrawn.see:
                name, _, record_id = at.withdrawn.see.partition("/")
                found = records.get(name, {}).get(record_id)
                is_draft = isinstance(found, Record) and found.draft and at is record
                if at.withdrawn.see in trail or is_draft:
                    yield _leading_nowhere(documents[record.collection][record.id], [*trail, at.withdrawn.see], is_draft)
                    break
                if found is None:
                    break
                trail, at = [*trail, found.key], found


def _of_drafts(records: Records, documents: Documents) -> Iterator[Problem]:
    """Networks that are drafts, which have no page and no name for readers, where records that are published name them."""
    for collection, known in records.items():
        for record_id, record in known.items() if COLLECTIONS[collection].is_event or collection == Network.collection else ():
            for key in ("organisers", "partners", "member_of") if isinstance(record, Record) and not record.draft else ():
                for place, name in enumerate(getattr(record, key, ())):
                    network = records[Network.collection].get(name)
                    if isinstance(network, Record) and network.draft:
                        fix = f"publish the draft first, or {'leave it out' if key == 'member_of' else 'write a name'}"
                        yield _at(documents[collection][record_id], (key, place), "REF-007", name, "a network with a page", fix)


def _leading_nowhere(document: Document, trail: list[str], is_draft: bool) -> Problem:
    allowed = "a record with a page" if is_draft else f"a record at which a reader's way ends, not one that leads on to {trail[-1]} again"
    fix = "publish the draft first, or leave `see` out" if is_draft else "name the record that stands, or leave `see` out"
    return _at(document, ("withdrawn", "see"), "REF-006", trail[1], allowed, fix)
