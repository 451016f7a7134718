"""links.yml: what a weekly look at the links found is kept on the main branch, and told in one issue that is rewritten."""

import json
from pathlib import Path

import pytest

from tests.support.github.runner import Forge
from tests.support.reading.changing import git

pytestmark = pytest.mark.long

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
    """What failed once makes no issue, since it may answer next week. The next weeks find the issue, and open it again; also
    where the main branch takes pull requests alone: the report then waits for whoever lets the workflow in."""
    assert [job.outcome for job in linked.run("links.yml", "schedule", {}).values()] == ["success", "success"]
    lines = git(linked.remote, "show", "main:data/_links.jsonl").splitlines()
    assert [json.loads(line).get("link-report", "") for line in lines] == [1, ""]
    assert linked.state["issues"] == {}

    git(linked.source, "pull", "--quiet", "origin", "main")
    linked.change("data/_links.jsonl", FAILED_BEFORE)
    hook = linked.remote / "hooks" / "pre-receive"
    leave = hook.read_text()
    for is_closed in (True, False):
        hook.write_text("#!/bin/sh\nexit 1\n" if is_closed else leave)
        jobs = linked.run("links.yml", "schedule", {})
        assert [job.outcome for job in jobs.values()] == ["success", "failure" if is_closed else "success"]
        state = linked.state
        [issue] = state["issues"].values()
        assert (issue["title"], issue["labels"], issue["state"]) == ("Links that lead nowhere", ["links"], "open")
        assert issue["body"].startswith("1 of 1 address")
        issue["state"] = "closed"
        linked.write(state)
    assert "Look whether links" in git(linked.remote, "log", "-1", "--format=%s", "main")
