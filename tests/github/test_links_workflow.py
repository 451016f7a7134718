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


def test_what_was_found_is_kept_and_one_issue_is_rewritten(linked: Forge) -> None:
    """The second week finds its own issue; a report that says nothing new makes no commit."""
    for week in (1, 2):
        jobs = linked.run("links.yml", "schedule", {})
        assert [job.outcome for job in jobs.values()] == ["success", "success"], [job.told for job in jobs.values()]
        issues = linked.state["issues"]
        assert len(issues) == 1, f"in week {week}"
        [issue] = issues.values()
        assert (issue["title"], issue["labels"]) == ("Links that lead nowhere", ["links"])
        assert issue["body"].startswith("1 of 1 address")
        kept = git(linked.remote, "show", "main:data/_links.jsonl").splitlines()
        assert [json.loads(line).get("link-report", "") for line in kept] == [1, ""]
    assert int(git(linked.remote, "rev-list", "--count", "main")) in (2, 3)
