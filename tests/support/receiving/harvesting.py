"""Harvesting: what other sites publish, for tests, and a run that gathers from them."""

import json
import subprocess
from pathlib import Path
from typing import Any

import yaml

from tests.support.running import chm_here

ROOM = ("--local", "--pause", "0", "--timeout", "5", "--as-of", "2026-03-10", "--site-url", "https://ours.example.org/")
DESCRIPTION = "What is learnt, in two sentences. Bring your own computer."


def listed(tmp_path: Path, *sources: dict[str, Any]) -> Path:
    """A data folder that gathers from these sources."""
    data = tmp_path / "data"
    (data / "trainings").mkdir(parents=True, exist_ok=True)
    (data / "harvest.yml").write_text(yaml.safe_dump({"sources": list(sources)}, sort_keys=False), "utf-8")
    return data


def source(url: str, kind: str = "schema.org", collection: str = "trainings", **more: Any) -> dict[str, Any]:
    """A source of harvest.yml."""
    return {"id": "there", "name": "Site of Examples", "url": url, "kind": kind, "collection": collection, "licence": "CC BY 4.0", **more}


def harvest(data: Path, *more: str | Path) -> subprocess.CompletedProcess[str]:
    """A run that leaves data/ as it is."""
    return chm_here("harvest", "--data", data, "--proposals", data.parent / "proposals", *ROOM, *more)


def records(folder: Path, collection: str = "trainings") -> dict[str, dict[str, Any]]:
    """The records in a folder, by id."""
    return {file.stem: yaml.load(file.read_text("utf-8"), yaml.BaseLoader) for file in sorted((folder / collection).glob("*.yml"))}


def page(*things: Any) -> bytes:
    """A page that describes itself in JSON-LD, as GTN's and TeSS's do."""
    described = json.dumps(list(things) if len(things) > 1 else things[0]).replace("</", "<\\/")
    return f'<!doctype html><html><head><script type="application/ld+json">{described}</script></head><body>x</body></html>'.encode()


def course(url: str, **more: Any) -> dict[str, Any]:
    """A course with one instance, as Bioschemas writes it (Course 1.0, CourseInstance 1.0)."""
    instance = {
        "@type": "CourseInstance",
        "courseMode": "onsite",
        "startDate": "2026-05-04",
        "endDate": "2026-05-06",
        "location": {"@type": "Place", "name": "Hall 2", "address": {"addressLocality": "Nan", "addressCountry": "Thailand"}},
        "organizer": [{"@type": "Organization", "name": "Office of Examples"}, {"@type": "Person", "name": "A Person"}],
        **more,
    }
    return {
        "@context": "https://schema.org/",
        "@type": "Course",
        "http://purl.org/dc/terms/conformsTo": {"@id": "https://bioschemas.org/profiles/Course/1.0-RELEASE"},
        "name": "Reading of DNA from timber",
        "description": f"<p>{DESCRIPTION}</p>",
        "url": url,
        "keywords": "evidence, sequencing of timber",
        "hasCourseInstance": [instance],
    }


def event(url: str, name: str, starts: str, **more: Any) -> dict[str, Any]:
    """An event as TeSS writes it."""
    return {
        "@context": "https://schema.org",
        "@type": "Event",
        "@id": url,
        "name": name,
        "description": DESCRIPTION,
        "startDate": starts,
        **more,
    }
