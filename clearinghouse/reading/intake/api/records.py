"""Records of an API: the document of one record comes in; the record as it is written into a file leaves, or a fault.

Where the file lies follows from collection and id alone, which are held against the same rules as the names of files.
"""

from collections.abc import Mapping
from typing import Any

from clearinghouse.problems.problem import excerpt
from clearinghouse.reading.files.folder import DataFile, RecordFile, name_problems
from clearinghouse.reading.intake.api.documents import ApiFault, document_of, group_in, text_in
from clearinghouse.reading.intake.proposals import Proposal
from clearinghouse.records.collection import COLLECTIONS
from clearinghouse.records.collections.activity import Activity
from clearinghouse.records.written.yaml_text import texts


def record_in(address: str, content: bytes) -> Proposal:
    """The record that a file of an API holds. address: as a fault names the file. Raises ApiFault."""
    return record_of(address, document_of(address, content))


def record_of(address: str, document: Mapping[str, Any]) -> Proposal:
    """The same of a document that was read: its `path` and `text` are those of its file. Raises ApiFault.

    What the record says is not looked at: whoever takes it reads the text as that of any other file.
    """
    collection, record_id = text_in(document, "collection", address), text_in(document, "id", address)
    must_be_safe(address, collection, record_id)
    proposal = Proposal(collection, record_id, texts(group_in(document, "record", address)))
    if (file := text_in(document, "file", address)) != proposal.path:
        raise ApiFault(f"{address}: its file must be {proposal.path}, not {excerpt(file)}")
    return proposal


def must_be_safe(address: str, collection: str, record_id: str) -> None:
    """Raises ApiFault for a collection that is none here, and for an id that names no file in it."""
    if collection not in COLLECTIONS:
        raise ApiFault(f"{address}: there is no collection {excerpt(collection)}")
    path = f"{collection}/{record_id}.yml"
    file = RecordFile(DataFile(path, path), collection, record_id)
    is_deep = record_id.count("/") != int(collection == Activity.collection)
    if is_deep or any(problem.severity == "error" for problem in name_problems(file)):
        raise ApiFault(f"{address}: {excerpt(record_id)} is no id of {collection}")
