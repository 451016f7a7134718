"""harvest.yml: what other sites publish becomes one pull request, which is renewed until somebody commits there."""

import json
from pathlib import Path

import pytest

from tests.support.github.runner import Forge
from tests.support.reading.changing import git
from tests.support.receiving.publishing import Site, site

pytestmark = pytest.mark.long

LIST = "sources:\n  - {{id: there, name: Site, url: {url}, kind: schema.org, collection: trainings, licence: CC0}}\n"
AS_HERE = 'PYTHONPATH="$PWD" exec'


def publish(there: Site, *titles: str) -> None:
    """Publishes events with these titles."""
    events = [
        {"@type": "Event", "@id": f"https://there.example.org/{number}", "name": title, "startDate": f"2026-0{number}-02"}
        for number, title in enumerate(titles, start=1)
    ]
    there.pages["/events"] = f'<script type="application/ld+json">{json.dumps(events)}</script>'.encode()


@pytest.fixture
def house(tmp_path: Path) -> Forge:
    """A forge without records, whose runner may ask this machine."""
    (tmp_path / "data/trainings").mkdir(parents=True)
    (tmp_path / "data/trainings/.keep").touch()
    forge = Forge(tmp_path / "forge", tmp_path / "data")
    forge.build_nothing()
    python = forge.folder / "bin/python3"
    python.write_text(
        python.read_text("utf-8").replace(AS_HERE, f'[ "$1" != harvest ] || set -- "$@" --local --pause 0\n{AS_HERE}'), "utf-8"
    )
    return forge


def test_nothing_is_done_where_there_is_no_list(house: Forge) -> None:
    """No branch, no pull request, no error."""
    jobs = house.run("harvest.yml", "schedule", {})
    assert [job.outcome for job in jobs.values()] == ["success", "skipped"]
    assert "nothing to gather" in jobs["gather"].output
    assert house.state["pulls"] == {}


def test_what_is_new_becomes_one_pull_request_that_is_renewed(house: Forge, monkeypatch: pytest.MonkeyPatch) -> None:
    """Until somebody commits there: then it stays as it is. What was merged is not proposed again."""
    with site(monkeypatch) as there:
        publish(there, "Reading of tracks")
        house.change("data/harvest.yml", LIST.format(url=f"http://127.0.0.1:{there.server_port}/events"))
        jobs = house.run("harvest.yml", "schedule", {})
        assert [job.outcome for job in jobs.values()] == ["success", "success"], jobs["gather"].output
        publish(there, "Reading of tracks", "Scanning of parcels")
        house.run("harvest.yml", "schedule", {})
        [pull] = house.state["pulls"].values()
        assert "`there`" in pull["body"]
        assert "2 new" in pull["body"]
        changed = git(house.remote, "diff", "--name-only", "main", "harvest").splitlines()
        assert [Path(path).name for path in changed] == [
            "_harvest.jsonl", "asean-2026-01-reading-tracks.yml", "asean-2026-02-scanning-parcels.yml",
        ]  # fmt: skip

        git(house.source, "fetch", "--quiet", "origin", "harvest")
        git(house.source, "switch", "--quiet", "--create", "edit", "FETCH_HEAD")
        git(house.source, "rm", "--quiet", "data/trainings/asean-2026-02-scanning-parcels.yml")
        git(house.source, "commit", "--quiet", "--message=turned down")
        house.push("edit:harvest")
        before = git(house.remote, "rev-parse", "harvest")
        assert "it stays as it is" in house.run("harvest.yml", "schedule", {})["propose"].output
        assert git(house.remote, "rev-parse", "harvest") == before

        house.push("edit:main")
        jobs = house.run("harvest.yml", "schedule", {})
        assert [job.outcome for job in jobs.values()] == ["success", "skipped"]
        assert "turned down here before" in jobs["gather"].output
