"""Duplicates: the golden cases of two events, one that is there and one that is new, which are one or are not."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from clearinghouse.reading.files.folder import DataFile
from clearinghouse.records.written.yaml_text import yaml_text
from tests.support.running import ROOT

_SOURCE = {"url": "https://example.org/news", "publisher": "Office", "kind": "official site", "accessed": "2026-01-10"}
_EVENT = {
    "title": "Crime scene work for park rangers",
    "kind": "training",
    "status": "announced",
    "starts": "2026-03-02",
    "host": "TH",
    "summary": "One plain sentence.",
    "sources": [_SOURCE],
    "confidence": "high",
    "published": "2026-01-10",
}
NEW_ID, THERE_ID = "th-2026-03-new", "th-2026-03-there"


@dataclass(frozen=True)
class Case:
    """Data of an event that is new, and of one that is there in a collection. shared: what makes them one, or None."""

    why: str
    new: Mapping[str, Any]
    there: Mapping[str, Any]
    collection: str
    shared: str | None

    @property
    def there_file(self) -> DataFile:
        """The file of the event that is there."""
        path = f"{self.collection}/{THERE_ID}.yml"
        return DataFile(path, f"data/{path}", yaml_text(self.collection, self.there).encode())

    @property
    def new_file(self) -> DataFile:
        """The file of the new event."""
        path = f"trainings/{NEW_ID}.yml"
        return DataFile(path, f"data/{path}", yaml_text("trainings", self.new).encode())


def _event(keys: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in {**_EVENT, **keys}.items() if value is not None}


CASES = [
    Case(case["why"], _event(case.get("one", {})), _event(case["other"]), case.get("collection", "trainings"), case["shared"])
    for case in json.loads((ROOT / "tests/catalogue/duplicate_cases.json").read_text(encoding="utf-8"))
]
