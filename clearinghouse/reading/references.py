"""References: what a record names elsewhere must be there."""

import difflib
from collections.abc import Iterable, Iterator, Mapping

from clearinghouse.problems.problem import Problem
from clearinghouse.reading.strict_yaml import Document, Path
from clearinghouse.records.activity import Activity
from clearinghouse.records.collections import AnyRecord
from clearinghouse.records.event import Event
from clearinghouse.records.legislation import LegislationStatus
from clearinghouse.records.names import RESERVED
from clearinghouse.records.network import Network
from clearinghouse.records.plan import Plan
from clearinghouse.records.project import Project
from clearinghouse.records.record import Record

Collected = Mapping[str, Mapping[str, AnyRecord]]
"""Records by collection and id."""
NETWORK = "net-"


Ids = Mapping[str, Mapping[str, object]]
"""The ids of all files by collection, also of those whose records are not sound."""


def dangling(records: Collected, documents: Mapping[str, Document], ids: Ids) -> Iterator[Problem]:
    """All references that lead nowhere. `documents` by record key (`collection/id`).

    A reference to a record that has problems of its own is no problem. A folder that holds no activities, or no
    networks, cannot tell which exist: references to them are then left alone.
    """
    for collection in records.values():
        for record in collection.values():
            document = documents[record.key]
            if isinstance(record, Activity):
                yield from _in_activity(record, records, ids, document)
            elif isinstance(record, Record):
                yield from _in_record(record, ids, document)
    yield from _former_ids(records, documents, ids)


def _at(document: Document, path: Path, code: str, found: str, allowed: str, fix: str) -> Problem:
    line, column = document.place(path)
    return Problem(document.path, line, column, code, ".".join(map(str, path)), found, allowed, fix)


def _unknown(document: Document, path: Path, code: str, found: str, allowed: str, known: Iterable[str]) -> Problem:
    near = difflib.get_close_matches(found, known, n=1, cutoff=0.75)
    return _at(document, path, code, found, allowed, f"did you mean {near[0]}?" if near else "correct it, or add that record first")


def _in_activity(activity: Activity, records: Collected, ids: Ids, document: Document) -> Iterator[Problem]:
    plan = records["plans"].get(activity.plan)
    if activity.plan not in ids["plans"]:
        yield _unknown(document, (), "REF-004", activity.plan, "a folder that is named after a plan: activities/<plan>/", ids["plans"])
    elif isinstance(plan, Plan) and activity.programme not in plan.programmes:
        yield _unknown(
            document,
            ("programme",),
            "REF-004",
            activity.programme,
            "an action programme of the plan: " + ", ".join(plan.programmes),
            plan.programmes,
        )


def _in_record(record: Record, ids: Ids, document: Document) -> Iterator[Problem]:
    activities, networks, figures = ids["activities"], ids["networks"], ids["figures"]
    for place, served in enumerate(record.serves if activities else ()):
        if served not in activities:
            yield _unknown(document, ("serves", place), "REF-001", served, "the plan/number of an activity", activities)
    if record.withdrawn and record.withdrawn.see:
        yield from _reference(record.withdrawn.see, ("withdrawn", "see"), ids, document)
    if isinstance(record, Plan) and record.document and ids["documents"]:
        yield from _reference(record.document, ("document",), ids, document)
    if isinstance(record, Event) and networks:
        for key, names in (("organisers", record.organisers), ("partners", record.partners)):
            for place, name in enumerate(names):
                if name.startswith(NETWORK) and name not in networks:
                    yield _unknown(document, (key, place), "REF-002", name, "the id of a network, or a name", networks)
    if isinstance(record, Network):
        for place, name in enumerate(record.member_of):
            if name not in networks:
                yield _unknown(document, ("member_of", place), "REF-002", name, "the id of a network", networks)
    if isinstance(record, Project):
        for number, report in enumerate(record.reports):
            for row, progress in enumerate(report.activities):
                for place, figure in enumerate(progress.figures):
                    if figure not in figures:
                        yield _unknown(
                            document,
                            ("reports", number, "activities", row, "figures", place),
                            "REF-003",
                            figure,
                            "the id of a figure",
                            figures,
                        )
    if isinstance(record, LegislationStatus) and record.country.lower() != record.id:
        allowed = f"the code that the file's name has: {record.id.upper()}"
        fix = f"rename the file to {record.country.lower()}.yml, or correct the code"
        yield _at(document, ("country",), "DATA-001", record.country, allowed, fix)


def _reference(reference: str, path: Path, ids: Ids, document: Document) -> Iterator[Problem]:
    collection, _, record_id = reference.partition("/")
    if record_id not in ids.get(collection, {}):
        known = [f"{collection}/{other}" for other in ids.get(collection, {})]
        yield _unknown(document, path, "REF-003", reference, "collection/id of a record", known)


def _former_ids(records: Collected, documents: Mapping[str, Document], ids: Ids) -> Iterator[Problem]:
    for name, collection in records.items():
        taken = {record_id: record_id for record_id in ids[name]}
        for record in collection.values():
            for place, former in enumerate(record.former_ids if isinstance(record, Record) else ()):
                document, path = documents[record.key], ("former_ids", place)
                owner = taken.setdefault(former, record.id)
                if former in RESERVED:
                    yield _at(document, path, "ID-003", former, "a name that is not reserved", "take it out: it is an address of the site")
                elif owner != record.id or former == record.id:
                    yield _at(document, path, "ID-002", former, "an id that no record has or had", f"take it out: {owner} has it")
