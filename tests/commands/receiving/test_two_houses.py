"""Two clearing houses of this project gather from one another, and neither gets back what it gave."""

import json
import math
import shutil
import subprocess
import time
from collections.abc import Callable
from itertools import count
from pathlib import Path

import pytest
import yaml

from clearinghouse.reading.files.folder import DataFile
from clearinghouse.reading.files.harvest_memory import Memory
from clearinghouse.reading.intake.harvest.entries import MOST_READ
from clearinghouse.reading.intake.harvest.proposing import Settings
from clearinghouse.records.harvest_sources import HarvestSource
from clearinghouse.world.receiving.harvest_run import HarvestRun
from clearinghouse.world.web.fetching import Fetcher
from clearinghouse.world.web.line import Line
from clearinghouse.world.web.pace import Pace
from tests.support import examples
from tests.support.running import ROOT, chm, chm_here
from tests.support.serving import SITE_URL, served

NATIONAL = "https://national.example.org/clearing-house/"
ROOM = ("--local", "--pause", "0", "--as-of", "2026-03-10")


def listed(data: Path, url: str, collections: tuple[str, ...] = ("trainings",), kind: str = "api") -> Path:
    """The folder, which now gathers from a house."""
    sources = [
        {"id": f"house-{name}", "name": "House of Examples", "url": url, "kind": kind, "collection": name, "licence": "CC BY 4.0"}
        for name in collections
    ]
    data.mkdir(exist_ok=True)
    (data / "harvest.yml").write_text(yaml.safe_dump({"sources": sources}), "utf-8")
    return data


def harvest(data: Path, *more: str) -> subprocess.CompletedProcess[str]:
    """A run that writes into the folder."""
    return chm_here("harvest", "--data", data, "--write", *ROOM, *more)


def test_the_records_of_another_house_are_taken_once(tmp_path: Path, living_site: Path, server: Callable[[Path], str]) -> None:
    """By its API: what is withdrawn there is left out, and so is what names records that are not here, and said; sound in our eyes."""
    data = listed(tmp_path / "data", server(living_site), ("networks", "trainings"))
    (data / "species").mkdir()
    (data / "species/sp-other.yml").write_text(examples.yaml("species"), "utf-8")
    result = harvest(data, "--site-url", NATIONAL)
    assert result.returncode == 0, result.stdout + result.stderr
    assert "it was withdrawn there" in result.stdout
    assert "without species.0: sp-" in result.stdout
    record = yaml.load((data / "trainings/th-2026-03-crime-scene.yml").read_text("utf-8"), yaml.BaseLoader)
    assert record["harvested"]["address"] == f"{SITE_URL}trainings/th-2026-03-crime-scene/"
    assert record["time"] == {"from": "09:00", "to": "16:30", "zone": "Asia/Bangkok"}
    assert "net-office-of-examples" in record["organisers"]
    assert [source["publisher"] for source in record["sources"]] == ["Office of Examples", "House of Examples"]
    assert record["published"] == "2026-03-10"
    assert not {"changes", "imported", "verified"} & record.keys()
    checked = chm_here("check", "--data", data)
    assert checked.returncode == 0, checked.stdout
    before = {path: path.read_bytes() for path in data.rglob("*.*")}
    again = harvest(data, "--site-url", NATIONAL)
    assert " new" not in again.stdout
    assert " changed" not in again.stdout
    assert {path: path.read_bytes() for path in data.rglob("*.*")} == before


def test_a_run_reads_no_more_than_it_may_and_the_next_goes_on(living_site: Path, server: Callable[[Path], str]) -> None:
    """Of records, or of time: here a look at the clock takes a second. What waits is counted, and is never called gone; a second
    source has its share."""
    texts = {"name": "House", "url": server(living_site), "kind": "api", "licence": "CC BY 4.0"}
    sources = [HarvestSource.model_validate({"id": name, "collection": name, **texts}) for name in ("trainings", "documents")]
    files: dict[str, DataFile] = {}
    memory: Memory = {}
    paths: list[str] = []
    for number in range(50):
        fetcher = Fetcher(Line(Pace(0, time.monotonic, time.sleep), 5, may_be_local=True), "test")
        this = HarvestRun(fetcher, files, memory, Settings("2026-03-10", NATIONAL))
        this.rest, this.seconds = (6, math.inf) if number % 2 else (MOST_READ, 12)
        this.clock = count().__next__
        memory, files = this.gather(sources), this.files
        paths += this.proposals
        assert this.rest >= 0
        assert not any(account.gone or account.fault for account in this.accounts)
        if not any(account.waiting for account in this.accounts):
            break
    else:
        raise AssertionError("it never ends")
    assert len(paths) == len(set(paths)) > 12
    left_out = sum(len(account.left_out) for account in this.accounts)
    listed = [json.loads((living_site / f"api/v1/{one.collection}.json").read_bytes())["total"] for one in sources]
    assert len(paths) + left_out == sum(listed)


def test_the_pages_of_another_house_say_the_same(tmp_path: Path, living_site: Path, server: Callable[[Path], str]) -> None:
    """In schema.org's words."""
    data = listed(tmp_path / "data", f"{server(living_site)}trainings/th-2026-03-crime-scene/", kind="schema.org")
    assert "1 new" in harvest(data, "--site-url", NATIONAL).stdout
    (file,) = (data / "trainings").glob("*.yml")
    record = yaml.load(file.read_text("utf-8"), yaml.BaseLoader)
    assert (file.stem, record["host"], record["starts"]) == ("th-2026-03-crime-scene-work-park-rangers", "TH", "2026-03-10")
    assert (record["audience"], record["topics"]) == (["rangers", "police"], ["crime-scene", "evidence"])


@pytest.mark.long
def test_two_houses_gather_from_one_another(tmp_path: Path, living_site: Path, server: Callable[[Path], str]) -> None:
    """A national house takes the regional one's trainings, and adds its own; the regional one takes these alone."""
    national = listed(tmp_path / "national", server(living_site), ("networks", "trainings"))
    assert harvest(national, "--site-url", NATIONAL).returncode == 0
    (national / "trainings/th-2026-09-bird-rings.yml").write_text(
        examples.yaml("trainings", title="Reading of bird rings", starts="2026-09-01", ends="2026-09-02", place="Nan", host="TH"), "utf-8"
    )
    site = tmp_path / "national-site"
    built = chm("build", "--data", national, "--site", site, "--as-of", "2026-03-10", CHM_SITE_URL=NATIONAL)
    assert built.returncode == 0, built.stdout + built.stderr
    page = (site / "trainings/th-2026-03-crime-scene/index.html").read_text("utf-8")
    assert "Gathered from this site under CC BY 4.0." in page
    regional = tmp_path / "regional"
    shutil.copytree(ROOT / "tests/living", regional)
    before = {path: path.read_bytes() for path in regional.rglob("*.*")}
    with served(site) as url:
        result = harvest(listed(regional, url), "--site-url", SITE_URL)
        again = harvest(regional, "--site-url", SITE_URL)
    assert result.stdout.count("it comes from here") > 5
    assert "1 new" in result.stdout
    assert {path.name for path in regional.rglob("*.*") if path not in before} == {
        "harvest.yml", "_harvest.jsonl", "th-2026-09-bird-rings.yml",
    }  # fmt: skip
    assert all(path.read_bytes() == content for path, content in before.items())
    assert "1 unchanged" in again.stdout
