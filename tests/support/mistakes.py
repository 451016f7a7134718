"""The hundred mistakes: sound files, each broken in one way, as `tests/reading/mistakes.yml` has them."""

from functools import cache
from typing import Any

import yaml

from clearinghouse.problems.problem import Problem
from clearinghouse.reading.files.folder import DataFile
from clearinghouse.reading.typing.read import read
from tests.support.reading.drawings import drawing
from tests.support.running import ROOT

MISTAKES: list[dict[str, Any]] = yaml.load((ROOT / "tests" / "reading" / "mistakes.yml").read_text(encoding="utf-8"), yaml.CSafeLoader)
SAMPLES = {
    "trainings": "trainings/th-2026-02-sample.yml",
    "workshops": "workshops/th-2026-02-sample.yml",
    "legislation": "legislation/la.yml",
    "activities": "activities/poa-2016-2020/4.1.9.yml",
}
"""The names under which samples are read."""
PICTURE = DataFile("pictures/th-2026-03-crime-scene.jpg", "other", drawing())
"""The one that samples name."""


def place_of(mistake: dict[str, Any]) -> str:
    """The path in the data folder under which the file is read."""
    parts = mistake["file"].split("/")
    collection = parts[1] if parts[0] == "data" else parts[2]
    own = "/".join(parts[2:]) if parts[0] == "tests" else SAMPLES.get(collection, f"{collection}/sample.yml")
    return str(mistake.get("as", own))


@cache
def others(folder: str) -> tuple[DataFile, ...]:
    """The files of a folder."""
    return tuple(
        DataFile(path.relative_to(ROOT / folder).as_posix(), "other", path.read_bytes()) for path in (ROOT / folder).rglob("*.yml")
    )


def problems_of(mistake: dict[str, Any], text: str, place: str) -> list[Problem]:
    """The problems of a text as a file of the folder."""
    there = [file for file in others(mistake.get("among", "")) if file.path != place] if "among" in mistake else plan_of(place)
    reading = read([*there, PICTURE, DataFile(place, "broken", text.encode("utf-8"))])
    return [problem for problem in reading.problems if problem.path == "broken"]


def plan_of(place: str) -> list[DataFile]:
    """What an activity cannot be without: its plan, by name."""
    collection, plan, *_ = place.split("/")
    return [DataFile(f"plans/{plan}.yml", "other")] if collection == "activities" and plan != "no-plan" else []


def broken(mistake: dict[str, Any]) -> tuple[str, str]:
    """The text of the file before and after."""
    sound = (ROOT / mistake["file"]).read_text(encoding="utf-8")
    assert mistake["old"] in sound, "there is nothing to break"
    return sound, sound.replace(mistake["old"], mistake["new"], 1)


def own_place(mistake: dict[str, Any]) -> str:
    """The place of the file before it was broken."""
    return place_of({key: value for key, value in mistake.items() if key != "as"})
