"""Pictures of records: files and records in; the photographs that records name leave, and what is wrong with them."""

import re
from collections.abc import Iterable, Iterator, Mapping

from clearinghouse.problems.files import FILE_005, FILE_007
from clearinghouse.problems.kind import Fault
from clearinghouse.problems.pictures.photographs import PIC_002, PIC_005
from clearinghouse.problems.problem import Place, Problem
from clearinghouse.reading.files.folder import PICTURES, DataFile
from clearinghouse.reading.pictures.looking import look
from clearinghouse.reading.typing.references import Documents, Records
from clearinghouse.records.collection import COLLECTIONS
from clearinghouse.records.collections.pictures.picture import Picture
from clearinghouse.records.photograph import Photograph
from clearinghouse.vocabulary.nearest import nearest

_NAME = re.compile(rb"[A-Za-z0-9._-]+\.(?:jpe?g|png|webp)")


def pictures_in(
    others: Iterable[DataFile], files: Iterable[DataFile], documents: Documents, records: Records
) -> tuple[dict[str, Photograph], list[Problem]]:
    """The sound pictures that records name, by the names of their files; and the problems of those that are not, at the records
    that name them. A file that no record names, sound or not, is a problem of its own. others: the files that are no records,
    pictures among them; files: all of them."""
    there = {file.path.removeprefix(PICTURES): file for file in others if file.path.startswith(PICTURES)}
    problems = list(_unnamed(there, files) if there else ())
    photographs: dict[str, Photograph] = {}
    faults: dict[str, Fault] = {}
    for place, name in _named(documents, records):
        file = there.get(name)
        if file is None:
            problems.append(PIC_002.at(place, found=name, near=nearest(name, there) or ""))
        elif name not in photographs and name not in faults:
            seen = _seen(name, file)
            if isinstance(seen, Photograph):
                photographs[name] = seen
            else:
                faults[name] = seen
        if name in faults:
            problems.append(faults[name].at(place, name))
    return photographs, problems


def _named(documents: Documents, records: Records) -> Iterator[tuple[Place, str]]:
    """Every picture of a record: where its file is named, and how."""
    for collection, of_collection in records.items():
        if "pictures" not in COLLECTIONS[collection].model.model_fields:
            continue
        for key, record in of_collection.items():
            pictures: tuple[Picture, ...] = getattr(record, "pictures", ())
            for number, picture in enumerate(pictures):
                yield documents[collection][key].place(("pictures", number, "file")), picture.file


def _seen(name: str, file: DataFile) -> Photograph | Fault:
    if file.is_link:
        return Fault(FILE_005)
    if file.unread:
        return Fault(FILE_007, found=file.unread)
    try:
        size = look(name, file.whole)
    except OSError as error:  # gone since it was listed, or a disk that fails
        return Fault(FILE_007, found=error.strerror or type(error).__name__)
    return size if isinstance(size, Fault) else Photograph(name, *size, read=lambda: file.whole)


def _unnamed(there: Mapping[str, DataFile], files: Iterable[DataFile]) -> Iterator[Problem]:
    """A name counts wherever it stands in a record's file: what is a draft, or has a mistake, names its pictures all the same."""
    words = {word.decode() for file in files if file.path.endswith(".yml") for word in _NAME.findall(file.content)}
    for name, file in there.items():
        if name not in words:
            yield PIC_005.at(file.place, found=name)
