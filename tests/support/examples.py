"""Examples: sound records of every collection as YAML, to which a test gives its own keys, and what is read from them."""

import re
import shutil
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from clearinghouse.catalogue.catalogue import Catalogue
from clearinghouse.reading.files.folder import DataFile
from clearinghouse.reading.typing.read import Reading, read
from tests.support.running import ROOT

TODAY = date(2026, 3, 10)
SOURCE = "{url: https://example.org/news, publisher: Office, kind: official site, accessed: 2026-01-10}"
_SHARED = {"summary": "One plain sentence.", "sources": f"[{SOURCE}]", "confidence": "high", "published": "2026-01-10"}
_THRUST = '[{number: "1", title: First thrust, programmes: [{number: "1.1", title: First programme}]}]'
_SOUND: Mapping[str, Mapping[str, str]] = {
    "plans": {
        "title": "Plan of Examples", "label": "Plan of Examples 2026", "prefix": "PoE",
        "period": "{from: 2026, to: 2030}", "thrusts": _THRUST, **_SHARED,
    },
    "activities": {"programme": '"1.1"', "label": "Training of examples", "wording": "Train examples."},
    "trainings": {"title": "Wildlife crime scene work", "kind": "training", "status": "announced", "starts": "2026-03-02", **_SHARED},
    "workshops": {"title": "Meeting of examples", "kind": "meeting", "status": "announced", "starts": "2026-04-02", **_SHARED},
    "programmes": {
        "title": "Course of Examples", "kind": "e-learning", "provider": "Office",
        "url": "https://example.org/course", "url_checked": "true", **_SHARED,
    },
    "offers": {
        "title": "Seats in a course of examples", "kind": "offer", "about": "seats", "office": "Office", "country": "TH",
        "expires": "2026-06-30", "answer": "https://example.org/offers", **_SHARED,
    },
    "legislation": {"title": "Lao PDR", "country": "LA", **_SHARED},
    "documents": {"title": "Handbook of Examples", "kind": "handbook", "date": "2025-06", "publisher": "Office", **_SHARED},
    "networks": {"title": "Network of Examples", "kind": "NGO", **_SHARED},
    "projects": {"title": "Project of Examples", "funder": "Fund", "lead": "Office", **_SHARED},
    "figures": {
        "title": "Parcels opened", "measure": "reported", "value": "12.5", "unit": "parcels", "period": '"2025"', "scope": "one airport",
        **_SHARED,
    },
    "trade": {
        "title": "Seizures, Lao PDR, 2025", "country": "LA", "kind": "seizures", "period": '"2025"', "office": "Office",
        "lines": "[{scientific_name: Exemplum maius, appendix: II, specimen: scales, quantity: 12.5, unit: kg}]", **_SHARED,
    },
    "species": {"title": "Example anteaters", "kind": "mammals", "scientific_names": "[Exemplum maius]", **_SHARED},
    "updates": {"title": "A notice", "date": "2026-01-12", **_SHARED},
}  # fmt: skip


def yaml(collection: str, *lines: str, **keys: str | None) -> str:
    """A sound record of a collection as YAML; keys replace its own or are added, None leaves one out; lines come last."""
    pairs = {**_SOUND[collection], **{key.removesuffix("_"): value for key, value in keys.items()}}
    return "".join(f"{key}: {value}\n" for key, value in pairs.items() if value is not None) + "".join(f"{line}\n" for line in lines)


def reading(files: Mapping[str, str]) -> Reading:
    """What a data folder with these files says; texts by path without `.yml`."""
    return read(DataFile(f"{path}.yml", f"data/{path}.yml", text.encode()) for path, text in files.items())


def problems(collection: str, *lines: str, **keys: str | None) -> list[tuple[str, str]]:
    """Code and key of all problems of a record with these keys, but of those of its name."""
    path = f"{collection}/la" if collection == "legislation" else f"{collection}/th-2026-03-example"
    return [
        (problem.code, problem.key) for problem in reading({path: yaml(collection, *lines, **keys)}).problems if problem.code != "ID-004"
    ]


def record(path: str, *lines: str, **keys: str | None) -> Any:
    """A sound record, by collection/id and its keys."""
    collection, _, record_id = path.partition("/")
    text = yaml(collection, *lines, **keys)
    files = {path: text, f"plans/{record_id.partition('/')[0]}": yaml("plans")} if collection == "activities" else {path: text}
    return _sound(reading(files)).records[collection][record_id]


def catalogue(files: Mapping[str, str], as_of: date = TODAY) -> Catalogue:
    """The catalogue of a data folder with these files."""
    outcome = _sound(reading(files))
    return Catalogue.of(outcome.records, outcome.about, as_of)


def alone(collection: str, data: Path) -> None:
    """Makes a data folder of one collection of the living records, without pictures, which refers to no other: the smallest site
    with records."""
    shutil.copytree(ROOT / "tests/living" / collection, data / collection)
    for path in (data / collection).glob("*.yml"):
        path.write_text(re.sub(r"^(?:serves|pictures):(\n +.*)+\n", "", path.read_text("utf-8"), flags=re.MULTILINE), "utf-8")


def _sound(outcome: Reading) -> Reading:
    assert outcome.is_sound, outcome.problems
    return outcome
