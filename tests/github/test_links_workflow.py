"""links.yml: what a weekly look at the links found is kept on the main branch, and told in one issue that is rewritten."""

import json
from pathlib import Path

import pytest

from tests.github.runner import Forge
from tests.reading.changing import git

RECORD = """\
title: Example Laboratory
kind: laboratory
country: SG
summary: A made-up laboratory.
sources:
  - url: http://127.0.0.1:9/gone
    publisher: Example News
    kind: news
    accessed: 2025-05-20
confidence: medium
published: 2025-05-20
verified: 2025-05-20
"""
"""Its one address lies in a private network, and is never asked."""


@pytest.fixture
def linked(tmp_path: Path) -> Forge:
    """A forge whose records name one address."""
    networks = tmp_path / "data" / "networks"
    networks.mkdir(parents=True)
    (networks / "net-example-laboratory.yml").write_text(RECORD, "utf-8")
    return Forge(tmp_path / "forge", networks.parent)


FAILED_BEFORE = (
    '{"link-report": 1}\n{"url": "http://127.0.0.1:9/gone", "checked": "2025-06-21", "failures": '
    '[["2025-06-07", "410 Gone"], ["2025-06-14", "410 Gone"], ["2025-06-21", "410 Gone"]]}\n'
)


def test_what_was_found_is_kept_and_one_issue_is_rewritten(linked: Forge) -> None:
    """The second week finds its own issue, and opens it again; a report that says nothing new makes no commit."""
    linked.change("data/_links.jsonl", FAILED_BEFORE)
    for week in (1, 2):
        jobs = linked.run("links.yml", "schedule", {})
        assert [job.outcome for job in jobs.values()] == ["success", "success"], [job.told for job in jobs.values()]
        state = linked.state
        assert len(state["issues"]) == 1, f"in week {week}"
        [issue] = state["issues"].values()
        assert (issue["title"], issue["labels"]) == ("Links that lead nowhere", ["links"])
        assert issue["body"].startswith("1 of 1 address")
        assert issue["state"] == "open"
        issue["state"] = "closed"
        linked.write(state)
        kept = git(linked.remote, "show", "main:data/_links.jsonl").splitlines()
        assert [json.loads(line).get("link-report", "") for line in kept] == [1, ""]
    assert int(git(linked.remote, "rev-list", "--count", "main")) in (3, 4)


def test_where_nothing_is_to_be_mended_there_is_no_issue(linked: Forge) -> None:
    """What failed once may answer next week."""
    linked.run("links.yml", "schedule", {})
    assert linked.state["issues"] == {}


def test_the_issue_is_written_also_where_the_main_branch_is_closed(linked: Forge) -> None:
    """Many a main branch takes pull requests alone; the report then waits for whoever lets the workflow in."""
    linked.change("data/_links.jsonl", FAILED_BEFORE)
    (linked.remote / "hooks" / "pre-receive").write_text("#!/bin/sh\nexit 1\n")
    jobs = linked.run("links.yml", "schedule", {})
    assert [job.outcome for job in jobs.values()] == ["success", "failure"]
    assert len(linked.state["issues"]) == 1
