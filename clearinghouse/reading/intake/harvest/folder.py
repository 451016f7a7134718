"""The folder as gathering sees it: which records are there, from where they were gathered, and whether somebody edited them since."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from clearinghouse.reading.files.folder import DataFile
from clearinghouse.reading.files.strict_yaml import Document, read_yaml
from clearinghouse.reading.intake.known_events import digest
from clearinghouse.records.written.yaml_text import yaml_text

HARVESTED = "harvested"
_OURS = (HARVESTED, "published", "changes", "former_ids", "verified", "verified_by", "reviewed", "serves")
"""What is said of a record here alone, and so never counts as an edit of what was gathered. `serves` is the editors' work."""


@dataclass(frozen=True)
class Here:
    """A record of the folder. path: of its file; data: plain."""

    path: str
    data: Mapping[str, Any]

    @property
    def origin(self) -> Mapping[str, Any]:
        """From where it was gathered; empty where it was not."""
        origin = self.data.get(HARVESTED)
        return origin if isinstance(origin, Mapping) else {}

    def is_edited(self, collection: str) -> bool:
        """Whether it says something else than what was gathered."""
        return self.origin.get("content") != content_digest(collection, self.data)


@dataclass(frozen=True)
class CollectionHere:
    """The records of a collection in a folder. files: by path, those of all collections."""

    collection: str
    files: Mapping[str, DataFile]

    @cached_property
    def records(self) -> Mapping[str, Here]:
        """Those that can be read, by the path of their file."""
        start = f"{self.collection}/"
        documents = {
            path: read_yaml(file.name, file.content)
            for path, file in self.files.items()
            if path.startswith(start) and path.endswith(".yml") and not path.startswith(f"{start}_")
        }
        return {path: Here(path, document.data) for path, document in documents.items() if isinstance(document, Document)}

    @cached_property
    def ids(self) -> frozenset[str]:
        """The ids that are taken, former ones too."""
        former = {former for here in self.records.values() for former in _texts(here.data.get("former_ids"))}
        start = f"{self.collection}/"
        return frozenset(former | {path.removeprefix(start).removesuffix(".yml") for path in self.files if path.startswith(start)})

    def gathered(self, source: str) -> Mapping[str, Here]:
        """Those that were gathered from a source, by their addresses there."""
        origins = [(here.origin, here) for here in self.records.values()]
        return {str(origin.get("address")): here for origin, here in origins if origin.get("source") == source}

    @cached_property
    def _by_source_page(self) -> Mapping[str, str]:
        return {str(page.get("url")): here.path for here in self.records.values() for page in _groups(here.data.get("sources"))}

    @cached_property
    def _by_title_and_day(self) -> Mapping[tuple[str, str], str]:
        return {_title_and_day(here.data): here.path for here in self.records.values()}

    def same_as(self, address: str, data: Mapping[str, Any]) -> str:
        """The path of a record that names this page as its source, or has this title and day; empty where there is none."""
        return self._by_source_page.get(address) or self._by_title_and_day.get(_title_and_day(data), "")


def content_digest(collection: str, data: Mapping[str, Any]) -> str:
    """What a record says, but for what is said of it here alone, in 16 digits."""
    said = {key: value for key, value in data.items() if key not in _OURS}
    sources = [{key: text for key, text in page.items() if key != "accessed"} for page in _groups(said.get("sources"))]
    return digest(yaml_text(collection, _stripped({**said, "sources": sources})))


def _stripped(value: Any) -> Any:
    """A block of text ends in a line break where a file has it in another style."""
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, Mapping):
        return {key: _stripped(member) for key, member in value.items()}
    return [_stripped(member) for member in value]


def _title_and_day(data: Mapping[str, Any]) -> tuple[str, str]:
    title = " ".join(str(data.get("title", "")).casefold().split())
    return title, str(data.get("starts") or data.get("date") or data.get("year") or data.get("url") or "")


def _groups(value: Any) -> Iterable[Mapping[str, Any]]:
    return [member for member in value if isinstance(member, Mapping)] if isinstance(value, list) else []


def _texts(value: Any) -> Iterable[str]:
    return [member for member in value if isinstance(member, str)] if isinstance(value, list) else []
