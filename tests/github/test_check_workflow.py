"""check.yml: what a pull request is told, from a fork too."""

from pathlib import Path
from typing import Any

import pytest

from tests.support.examples import yaml
from tests.support.github.runner import Forge

pytestmark = pytest.mark.long

RECORD = "data/trainings/vn-2026-05-court.yml"
SOUND = yaml("trainings", "host: VN", title="Cases in court", starts="2026-05-04")


def checked(forge: Forge, event: dict[str, Any], *jobs: str) -> Any:
    """Runs the workflow; of its jobs those that are named are returned."""
    done = forge.run("check.yml", "pull_request", event)
    assert list(done) == ["records", "preview", "tests", "scripts"]
    return [done[job] for job in jobs] if len(jobs) > 1 else done[jobs[0]]


def artifact(forge: Forge, name: str) -> Path:
    """The folder of an artifact of the last run."""
    return forge.folder / "artifacts" / str(forge.runs) / name


def test_a_sound_change_passes_and_is_told_and_shown(forge: Forge) -> None:
    """With the summary and the number of the pull request for comment.yml, and the built site for whoever reviews."""
    event = forge.propose("vn-court", {RECORD: SOUND})
    records, preview, *others = checked(forge, event, "records", "preview", "tests", "scripts")
    assert [job.outcome for job in (records, preview, *others)] == ["success"] * 4, records.output + preview.output
    summary = (artifact(forge, "summary") / "summary.md").read_text(encoding="utf-8")
    assert "**1 added.** No errors, no warnings." in summary
    assert records.summary == summary
    assert (artifact(forge, "summary") / "number").read_text() == "1\n"
    assert (artifact(forge, "preview") / "trainings/vn-2026-05-court/index.html").exists()
    assert forge.commands[-2:] == ["test", "-m tools.lint_scripts"]
    assert forge.state["calls"] == []


def test_what_blocks_is_told_at_its_line(forge: Forge) -> None:
    """And the summary is kept all the same."""
    forge.build_nothing()
    event = forge.propose("odd", {RECORD: SOUND.replace("2026-05-04", "2026-05-34"), "data/trainings/vn-2026-03-ivory.yml": None})
    records = checked(forge, event, "records")
    assert records.outcome == "failure"
    assert "::error file=data/trainings/vn-2026-05-court.yml,line=4,col=9,title=DATE-002 starts::" in records.output
    assert "::error title=LOST-001::data/trainings/vn-2026-03-ivory.yml%0A" in records.output
    assert "**1 removed.** 2 errors, no warnings." in records.summary
    assert "Not read, because of their problems: `data/trainings/vn-2026-05-court.yml`." in records.summary
    assert (artifact(forge, "summary") / "number").exists()


def test_a_label_says_that_an_error_is_meant(forge: Forge) -> None:
    """It stays in sight as a warning; a label of another code lets nothing pass, and no label's name is a command."""
    forge.build_nothing()
    event = forge.propose("odd", {"data/trainings/vn-2026-03-ivory.yml": None})
    event["pull_request"]["labels"] = [{"name": "$(touch stolen)"}, {"name": "meant: CHANGE-004"}]
    assert checked(forge, event, "records").outcome == "failure"
    event["pull_request"]["labels"].append({"name": "meant: LOST-001"})
    records = checked(forge, event, "records")
    assert records.outcome == "success", records.output
    assert "::warning title=LOST-001::data/trainings/vn-2026-03-ivory.yml%0A" in records.output
    assert "warning `LOST-001`" in records.summary
    assert not list(forge.folder.rglob("stolen"))


def test_names_of_strangers_are_no_commands(forge: Forge) -> None:
    """Neither an author's nor a branch's nor a record's."""
    forge.build_nothing()
    evil = "a`touch$IFS'stolen'`"
    event = forge.propose(evil, {RECORD: SOUND.replace("Cases in court", evil)}, author='x"; touch stolen; "$(touch stolen)')
    records = checked(forge, event, "records")
    assert records.outcome == "success", records.output
    assert not list(forge.folder.rglob("stolen"))


def test_a_check_that_fails_itself_leaves_no_summary(forge: Forge) -> None:
    """There is nothing to post, and that is no further failure."""
    forge.build_nothing()
    event = forge.propose("broken", {"mkdocs.yml": "odd", "clearinghouse/commands/check.py": "raise SystemExit(2)\n"})
    records = checked(forge, event, "records")
    assert records.outcome == "failure"
    assert not artifact(forge, "summary").exists()
    assert records.summary == ""
