"""The harvest list: data/harvest.yml becomes the sources to gather from, or problems, all of them at once."""

from collections.abc import Iterable, Iterator

from clearinghouse.problems.intake.harvests import HARVEST_001, HARVEST_002, HARVEST_003
from clearinghouse.problems.problem import Problem
from clearinghouse.reading.files.folder import HARVEST, DataFile, link_problem, unread_problem
from clearinghouse.reading.files.strict_yaml import Document, Path, read_yaml
from clearinghouse.reading.typing.typing_records import typed
from clearinghouse.records.collection import COLLECTIONS
from clearinghouse.records.collections.document import Document as DocumentRecord
from clearinghouse.records.collections.network import Network
from clearinghouse.records.collections.programme import Programme
from clearinghouse.records.collections.update import Update
from clearinghouse.records.harvest_sources import HarvestSource, HarvestSources
from clearinghouse.records.written.keys import key_in, keys_in
from clearinghouse.vocabulary.nearest import nearest

_OF_EVENTS = tuple(name for name, declared in COLLECTIONS.items() if declared.is_event)
COLLECTIONS_OF = {
    "api": (*_OF_EVENTS, *(model.collection for model in (Programme, DocumentRecord, Network, Update))),
    "schema.org": (*_OF_EVENTS, Programme.collection, DocumentRecord.collection),
    "icalendar": _OF_EVENTS,
    "feed": (DocumentRecord.collection, Update.collection),
}
"""The collections that each kind of source can fill."""


def harvest_list(files: Iterable[DataFile]) -> HarvestSources | list[Problem] | None:
    """What the file says, what is wrong with it, or None where there is none: then nothing is gathered."""
    file = next((file for file in files if file.path == HARVEST), None)
    if file is None:
        return None
    if not file.is_read:
        return [link_problem(file) if file.is_link else unread_problem(file)]
    document = read_yaml(file.name, file.content)
    if not isinstance(document, Document):
        return document
    sources = typed(HarvestSources, document, {})
    if isinstance(sources, list):
        return sources
    return list(_problems(document, sources)) or sources


def _problems(document: Document, sources: HarvestSources) -> Iterator[Problem]:
    ids: set[str] = set()
    for number, source in enumerate(sources.sources):
        path: Path = ("sources", number)
        if source.id in ids:
            yield HARVEST_001.at(document.place((*path, "id")), found=source.id)
        ids.add(source.id)
        allowed = COLLECTIONS_OF[source.kind]
        if source.collection not in allowed:
            near = nearest(source.collection, allowed) or ""
            place = document.place((*path, "collection"))
            yield HARVEST_002.at(place, found=source.collection, kind=source.kind, collections=", ".join(allowed), near=near)
            continue
        yield from _unknown_keys(document, source, path)


def _unknown_keys(document: Document, source: HarvestSource, path: Path) -> Iterator[Problem]:
    named: list[tuple[Path, bool, str]] = [((*path, "mapping", field), False, key) for field, key in source.mapping.items()]
    named += [((*path, "given", key), True, key) for key in source.given]
    named += [((*path, "leave_out", place), False, key) for place, key in enumerate(source.leave_out)]
    for at, of_key, key in named:
        if key_in(source.collection, key) is None:
            near = nearest(key, [known.name for known in keys_in(source.collection)]) or ""
            yield HARVEST_003.at(document.place(at, of_key=of_key), found=key, collection=source.collection, near=near)
