"""References: what a record names elsewhere must be there."""

from collections.abc import Container, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any

from clearinghouse.problems import references as kinds
from clearinghouse.problems.kind import Kind
from clearinghouse.problems.problem import Place, Problem
from clearinghouse.reading.files.strict_yaml import Document, Path
from clearinghouse.records.collection import COLLECTIONS, AnyRecord
from clearinghouse.records.collections.activity import Activity
from clearinghouse.records.collections.document import Document as DocumentRecord
from clearinghouse.records.collections.legislation import LegislationStatus
from clearinghouse.records.collections.network import Network
from clearinghouse.records.collections.plan import Plan
from clearinghouse.records.collections.project import Project
from clearinghouse.records.collections.record import Record
from clearinghouse.records.collections.species import Species
from clearinghouse.records.collections.trade.figure import Figure
from clearinghouse.records.keys.names import RESERVED
from clearinghouse.vocabulary.nearest import nearest

Documents = Mapping[str, Mapping[str, Document]]
"""Well-formed files by collection and id, whether or not their records are sound."""
Records = Mapping[str, Mapping[str, AnyRecord]]
"""Sound records by collection and id."""
Ids = Mapping[str, Mapping[str, object]]
"""The ids of all files by collection, also of those that are not well-formed."""
NETWORK = "net-"
ANY = "*"
"""Any member of a list, in a way through a document."""


def dangling(documents: Documents, records: Records, ids: Ids, by: Container[str] | None = None) -> Iterator[Problem]:
    """All references that lead nowhere, whatever else is wrong with the record that makes them. by: the files of those that are asked
    for, as problems name them; all where None.

    A reference to a record that has problems of its own is no problem. A folder that holds no activities, or no
    networks, cannot tell which exist: references to them are then left alone.
    """
    for collection, of_collection in documents.items():
        for record_id, document in of_collection.items():
            if by is not None and document.path not in by:
                continue
            if collection == Activity.collection:
                yield from _in_activity(record_id, records[Plan.collection], ids, document)
                yield from _in_commitments(ids, document)
            else:
                yield from _in_record(collection, ids, document)
            if collection == LegislationStatus.collection:
                yield from _in_legislation(record_id, document)
        yield from _former_ids(collection, of_collection, ids)
    yield from _going_on(records, documents)
    yield from _of_drafts(records, documents)


def _texts(document: Document, *way: str) -> Iterator[tuple[Path, str]]:
    """The texts at the end of a way. What has another shape than the way is a problem of the record's type."""

    def below(value: Any, path: Path, way: tuple[str, ...]) -> Iterator[tuple[Path, str]]:
        if not way:
            if isinstance(value, str) and value:
                yield path, value
        elif way[0] == ANY:
            for number, member in enumerate(value if isinstance(value, list) else ()):
                yield from below(member, (*path, number), way[1:])
        elif isinstance(value, dict | MappingProxyType) and way[0] in value:  # what Mapping is takes ten times as long to tell
            yield from below(value[way[0]], (*path, way[0]), way[1:])

    return below(document.data, (), way)


def _unknown(kind: Kind, place: Place, reference: str, choices: Iterable[str]) -> Problem:
    return kind.at(place, found=reference, near=nearest(reference, choices) or "")


def _in_activity(record_id: str, plans: Mapping[str, AnyRecord], ids: Ids, document: Document) -> Iterator[Problem]:
    plan_id, _, number = record_id.partition("/")
    plan, begin = plans.get(plan_id), number.rpartition(".")[0]
    if plan_id not in ids[Plan.collection]:
        yield _unknown(kinds.REF_004_FOLDER, document.place(()), plan_id, ids[Plan.collection])
    elif isinstance(plan, Plan):
        for path, programme in _texts(document, "programme"):
            if programme not in plan.programmes:
                near = begin if begin in plan.programmes else ""
                yield kinds.REF_004.at(document.place(path), found=programme, near=near, known=", ".join(plan.programmes))


def _in_commitments(ids: Ids, document: Document) -> Iterator[Problem]:
    for way in ((), ("sub_activities", ANY)):
        for path, reference in _texts(document, *way, "log", ANY, "evidence", "records", ANY):
            yield from _reference(reference, document.place(path), ids)
        for path, reference in _texts(document, *way, "indicators", ANY, "where", "records", ANY):
            yield from _reference(reference, document.place(path), ids)


def _in_record(collection: str, ids: Ids, document: Document) -> Iterator[Problem]:
    networks = ids[Network.collection]
    yield from _serving(ids, document, "serves", ANY)
    for path, see in _texts(document, "withdrawn", "see"):
        yield from _reference(see, document.place(path), ids)
    if collection == Plan.collection and ids[DocumentRecord.collection]:
        for path, text in _texts(document, "document"):
            yield from _reference(text, document.place(path), ids)
    if COLLECTIONS[collection].is_event and ids[DocumentRecord.collection]:
        for path, text in _texts(document, "documents", ANY):
            yield from _reference(text, document.place(path), ids)
    if COLLECTIONS[collection].is_event and networks:
        for key in ("organisers", "partners"):
            for path, name in _texts(document, key, ANY):
                if name.startswith(NETWORK) and name not in networks:
                    yield _unknown(kinds.REF_002_OR_NAME, document.place(path), name, networks)
    if collection == Network.collection:
        for path, name in _texts(document, "member_of", ANY):
            if name not in networks:
                yield _unknown(kinds.REF_002, document.place(path), name, networks)
    if ids[Species.collection]:
        yield from _about_species(ids[Species.collection], document, "species", ANY)
        yield from _about_species(ids[Species.collection], document, "laws", ANY, "species", ANY)
    if collection == Project.collection:
        yield from _in_project(ids, document)


def _serving(ids: Ids, document: Document, *way: str) -> Iterator[Problem]:
    activities = ids[Activity.collection]
    for path, served in _texts(document, *way) if activities else ():
        if served not in activities:
            # Another number is another activity, however near: only the name of the plan can be misspelt.
            number = served.partition("/")[2]
            yield _unknown(kinds.REF_001, document.place(path), served, (key for key in activities if key.partition("/")[2] == number))


def _about_species(species: Iterable[str], document: Document, *way: str) -> Iterator[Problem]:
    for path, name in _texts(document, *way):
        if name not in species:
            yield _unknown(kinds.REF_010, document.place(path), name, species)


def _in_project(ids: Ids, document: Document) -> Iterator[Problem]:
    figures = ids[Figure.collection]
    yield from _serving(ids, document, "activities", ANY, "serves", ANY)
    for path, reference in _texts(document, "reports", ANY, "document"):
        yield from _reference(reference, document.place(path), ids)
    for path, figure in _texts(document, "reports", ANY, "activities", ANY, "figures", ANY):
        if figure not in figures:
            yield _unknown(kinds.REF_003_FIGURE, document.place(path), figure, figures)


def _in_legislation(record_id: str, document: Document) -> Iterator[Problem]:
    for path, country in _texts(document, "country"):
        if country.lower() != record_id:
            yield kinds.DATA_001.at(document.place(path), found=country, code=record_id.upper(), name=country.lower())


def _reference(reference: str, place: Place, ids: Ids) -> Iterator[Problem]:
    collection, _, record_id = reference.partition("/")
    if record_id not in ids.get(collection, {}):
        yield _unknown(kinds.REF_003, place, reference, [f"{collection}/{other}" for other in ids.get(collection, {})])


def _former_ids(collection: str, documents: Mapping[str, Document], ids: Ids) -> Iterator[Problem]:
    renamed = {record_id: document for record_id, document in documents.items() if "former_ids" in document.data}
    owners = {record_id: record_id for record_id in ids[collection]} if renamed else {}
    for record_id, document in renamed.items():
        for path, former in _texts(document, "former_ids", ANY):
            owner = owners.setdefault(former, record_id)
            if former in RESERVED:
                yield kinds.ID_003_FORMER.at(document.place(path), found=former)
            elif owner != record_id or former == record_id:
                yield kinds.ID_002.at(document.place(path), found=former, owner=owner)


def _going_on(records: Records, documents: Documents) -> Iterator[Problem]:
    """Withdrawn records whose `see` leads no reader to a record that stands: in a circle, or to a draft, which has no page."""
    for collection in records.values():
        for record in collection.values():
            if not isinstance(record, Record) or not record.withdrawn:
                continue
            trail: list[str] = [record.key]
            at: AnyRecord = record
            while isinstance(at, Record) and at.withdrawn and at.withdrawn.see:
                name, _, record_id = at.withdrawn.see.partition("/")
                target = records.get(name, {}).get(record_id)
                is_draft = isinstance(target, Record) and target.draft and at is record
                if at.withdrawn.see in trail or is_draft:
                    yield _leading_nowhere(documents[record.collection][record.id], [*trail, at.withdrawn.see], is_draft)
                    break
                if target is None:
                    break
                trail, at = [*trail, target.key], target


def _leading_nowhere(document: Document, trail: list[str], is_draft: bool) -> Problem:
    place = document.place(("withdrawn", "see"))
    if is_draft:
        return kinds.REF_006_DRAFT.at(place, found=trail[1])
    return kinds.REF_006.at(place, found=trail[1], circle=trail[-1])


def _of_drafts(records: Records, documents: Documents) -> Iterator[Problem]:
    """Networks that are drafts, which have no page and no name for readers, where records that are published name them."""
    drafts = {name for name, network in records[Network.collection].items() if isinstance(network, Record) and network.draft}
    for collection, known in records.items() if drafts else ():
        for record_id, record in known.items() if COLLECTIONS[collection].is_event or collection == Network.collection else ():
            for key in ("organisers", "partners", "member_of") if isinstance(record, Record) and not record.draft else ():
                for number, name in enumerate(getattr(record, key, ())):
                    if name in drafts:
                        kind = kinds.REF_007_MEMBER if key == "member_of" else kinds.REF_007
                        yield kind.at(documents[collection][record_id].place((key, number)), found=name)
