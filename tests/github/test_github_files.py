"""The files of .github: sound in the eyes of their schemas and of zizmor, and in step with the closed lists."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from clearinghouse.reading.change.owners import Owners
from clearinghouse.records.collection import COLLECTIONS
from clearinghouse.records.written.issue_forms import FORMS
from clearinghouse.vocabulary import kinds
from clearinghouse.vocabulary.audiences import AUDIENCES
from clearinghouse.vocabulary.states import MEMBER_STATES
from clearinghouse.vocabulary.topics import TOPICS
from tests.support.github.filled import template
from tests.support.haste import daily
from tests.support.running import LONGEST, ROOT

GITHUB = ROOT / ".github"
WORKFLOWS = sorted((GITHUB / "workflows").glob("*.yml"))
BESIDE = Path(sys.executable).parent
SCHEMAS = {
    "github-workflows": WORKFLOWS,
    "github-issue-forms": [GITHUB / "ISSUE_TEMPLATE" / f"{kind}.yml" for kind in FORMS],
    "github-issue-config": [GITHUB / "ISSUE_TEMPLATE" / "config.yml"],
    "dependabot": [GITHUB / "dependabot.yml"],
}


def tool(name: str, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """Runs a tool that is installed beside this Python."""
    command = [shutil.which(name, path=str(BESIDE)) or name, *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=LONGEST)


def workflow(path: Path) -> Any:
    """A workflow with all its values as texts: `on` is no flag."""
    return yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)


def test_every_file_is_known_here() -> None:
    """A new one needs its test."""
    known = {path for paths in SCHEMAS.values() for path in paths} | {GITHUB / "CODEOWNERS", GITHUB / "zizmor.yml"}
    others = {path.relative_to(GITHUB).as_posix() for path in GITHUB.rglob("*") if path.is_file() and path not in known}
    kinds_of_changes = {f"PULL_REQUEST_TEMPLATE/{kind}.md" for kind in ("record", "correction", "legislation", "plan", "code")}
    assert others == {"PULL_REQUEST_TEMPLATE.md", *kinds_of_changes}


@pytest.mark.parametrize("schema", daily(SCHEMAS, "github-workflows"))
def test_files_are_as_github_wants_them(schema: str) -> None:
    """By the schemas that check-jsonschema brings along."""
    result = tool("check-jsonschema", "--builtin-schema", f"vendor.{schema}", *SCHEMAS[schema])
    assert result.returncode == 0, result.stdout + result.stderr


def zizmor_findings(*arguments: str | Path) -> list[tuple[str, str]]:
    """Rule and file of all that it finds, as strict as it can be, without a network."""
    result = tool("zizmor", "--offline", "--no-progress", "--persona", "auditor", "--format", "json", *arguments)
    assert result.stdout, result.stderr
    return sorted(
        {
            (finding["ident"], Path(place["symbolic"]["key"]["Local"]["verbatim_path"]).name)
            for finding in json.loads(result.stdout)
            for place in finding["locations"]
        }
    )


def test_zizmor_finds_nothing() -> None:
    """But for the one exception that .github/zizmor.yml gives a reason for."""
    assert zizmor_findings(GITHUB) == []


@pytest.mark.long
def test_the_only_exception_is_the_comment(tmp_path: Path) -> None:
    """Without its settings zizmor finds that, and no more; the reason stands above it."""
    shutil.copytree(GITHUB, tmp_path / ".github", ignore=shutil.ignore_patterns("zizmor.yml"))
    assert zizmor_findings("--no-config", tmp_path / ".github") == [("dangerous-triggers", "comment.yml")]
    text = (GITHUB / "zizmor.yml").read_text(encoding="utf-8")
    assert yaml.safe_load(text) == {"rules": {"dangerous-triggers": {"ignore": ["comment.yml"]}}}
    assert re.search(r"# workflow_run is the only way to comment .*\n(?: *# .*\n)* *- comment\.yml", text)


@pytest.mark.long
def test_zizmor_would_find_something(tmp_path: Path) -> None:
    """An exam of the examiner: text of a stranger in a script."""
    text = (GITHUB / "workflows" / "check.yml").read_text(encoding="utf-8").replace('--author="$AUTHOR"', "--author=${{ github.head_ref }}")
    (tmp_path / ".github/workflows").mkdir(parents=True)
    (tmp_path / ".github/workflows/check.yml").write_text(text, encoding="utf-8")
    assert ("template-injection", "check.yml") in zizmor_findings(tmp_path)


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_a_workflow_has_no_leave_but_what_a_job_asks_for(path: Path) -> None:
    """With a word on why; every job has an end."""
    definition = workflow(path)
    assert definition["permissions"] == {}
    for job in definition["jobs"].values():
        assert job["permissions"]
        assert int(job["timeout-minutes"]) <= (120 if path.stem == "nightly" else 30)
    levels = re.findall(r"^ {6}[a-z-]+: (?:read|write)(.*)$", path.read_text(encoding="utf-8"), re.MULTILINE)
    assert levels
    assert all(re.match(r" # to \w", why) for why in levels)


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_actions_are_pinned_by_commit_and_named_by_version(path: Path) -> None:
    """No third party's, and one version of each everywhere."""
    used = re.findall(r"uses: (\S+)@(\S+)(.*)$", path.read_text(encoding="utf-8"), re.MULTILINE)
    assert used
    everywhere = "\n".join(file.read_text(encoding="utf-8") for file in WORKFLOWS)
    for action, commit, version in used:
        assert action.startswith("actions/")
        assert re.fullmatch(r"[0-9a-f]{40}", commit)
        assert re.fullmatch(r" # v\d+\.\d+\.\d+", version)
        assert set(re.findall(rf"uses: {action}@(\S+)", everywhere)) == {commit}


def test_strangers_start_nothing_that_may_write() -> None:
    """No pull_request_target; what runs on a pull request may only read; only the comment follows another workflow."""
    started = {path.stem: workflow(path)["on"] for path in WORKFLOWS}
    assert {name: set(events) for name, events in started.items()} == {
        "check": {"pull_request"},
        "comment": {"workflow_run"},
        "deploy": {"push", "schedule", "workflow_dispatch"},
        "form-to-pull-request": {"issues"},
        "harvest": {"schedule", "workflow_dispatch"},
        "inbox": {"schedule", "workflow_dispatch"},
        "nightly": {"schedule", "workflow_dispatch"},
        "links": {"schedule", "workflow_dispatch"},
        "speed": {"schedule", "workflow_dispatch"},
        "weekly": {"schedule", "workflow_dispatch"},
    }
    levels = [level for job in workflow(GITHUB / "workflows" / "check.yml")["jobs"].values() for level in job["permissions"].values()]
    assert set(levels) == {"read"}
    assert [path.stem for path in WORKFLOWS if "secrets." in path.read_text(encoding="utf-8")] == ["inbox"]
    steps = [step for job in workflow(GITHUB / "workflows" / "inbox.yml")["jobs"].values() for step in job["steps"]]
    assert ["secrets." in str(step) for step in steps].count(True) == 1


def test_what_runs_by_the_clock_keeps_no_pull_request_waiting() -> None:
    """No event, no queue and no commit status in common; each at a minute of its own, which is not the full hour of everybody."""
    definitions = {path.stem: workflow(path) for path in WORKFLOWS}
    scheduled = {name: definition for name, definition in definitions.items() if "schedule" in definition["on"]}
    others = {name: definition for name, definition in definitions.items() if name not in scheduled}
    assert others["comment"]["on"]["workflow_run"]["workflows"] == ["check"]
    assert not {"pull_request", "issues", "workflow_run"} & {event for definition in scheduled.values() for event in definition["on"]}
    assert all("statuses" not in job["permissions"] for definition in scheduled.values() for job in definition["jobs"].values())
    groups = [definition["concurrency"]["group"] for definition in definitions.values() if "concurrency" in definition]
    assert len(groups) == len(set(groups))
    times = [line["cron"] for definition in scheduled.values() for line in definition["on"]["schedule"]]
    assert len(times) == len(set(times)) == len(scheduled)
    assert all(1 <= int(time.split()[0]) <= 59 for time in times)


def test_the_comment_checks_nothing_out() -> None:
    """It uses one action, which fetches the artifact."""
    job = workflow(GITHUB / "workflows" / "comment.yml")["jobs"]["comment"]
    assert [step["uses"].partition("@")[0] for step in job["steps"] if "uses" in step] == ["actions/download-artifact"]
    assert not any(re.search(r"\b(?:python3?|node|source|eval|git|npm)\b", step.get("run", "")) for step in job["steps"])


def options(kind: str, label: str) -> list[str]:
    """The values that a dropdown of a form offers."""
    element = next(field for field in template(kind)["body"] if field["attributes"].get("label") == label)
    return [option.partition(" · ")[0] for option in element["attributes"]["options"]]


@pytest.mark.parametrize(
    ("kind", "label", "values"),
    [
        ("training", "Kind", kinds.TRAINING_KINDS),
        ("training", "Status", kinds.EVENT_STATUSES),
        ("training", "Mode", kinds.MODES),
        ("training", "How sure", kinds.CONFIDENCES),
        ("training", "Host state", tuple(MEMBER_STATES)),
        ("training", "Audience", tuple(term.id for term in AUDIENCES)),
        ("training", "Topics", tuple(term.id for term in TOPICS)),
        ("workshop", "Kind", kinds.WORKSHOP_KINDS),
        ("document", "Kind", kinds.DOCUMENT_KINDS),
        ("legislation", "State", tuple(MEMBER_STATES)),
        ("legislation", "Assessment: category", kinds.CATEGORIES),
        ("legislation", "Law: status", kinds.LAW_STATUSES),
    ],
)
def test_forms_offer_the_closed_lists(kind: str, label: str, values: tuple[str, ...]) -> None:
    """All of each, in its order."""
    assert options(kind, label) == list(values)


@pytest.mark.parametrize("kind", FORMS)
def test_a_form_asks_each_thing_once_and_says_what_for(kind: str) -> None:
    """Labels and ids differ; no option is what GitHub writes where nothing was chosen."""
    body = [field for field in template(kind)["body"] if field["type"] != "markdown"]
    labels, ids = [field["attributes"]["label"] for field in body], [field["id"] for field in body]
    assert len(set(labels)) == len(labels)
    assert len(set(ids)) == len(ids)
    assert all(field["attributes"].get("description") for field in body[:-1])
    assert not any("None" in field["attributes"].get("options", []) for field in body)
    assert body[-1]["attributes"]["options"][0]["required"] is True


def test_every_state_owns_its_files() -> None:
    """Events and legislation by the pattern of their names; the rest is the secretariat's, code the maintainers'."""
    owners = Owners.of((GITHUB / "CODEOWNERS").read_text(encoding="utf-8"))
    for state in MEMBER_STATES.values():
        team = (f"@awg-cites-we/{state.address}",)
        for path in (f"trainings/{state.address}-2026-03-x", f"workshops/{state.address}-undated-x", f"legislation/{state.address}"):
            assert owners.of_path(f"data/{path}.yml") == team
    assert owners.of_path("data/trainings/asean-2026-03-x.yml") == ("@awg-cites-we/secretariat",)
    assert owners.of_path("data/activities/poa-2016-2020/4.1.2.yml") == ("@awg-cites-we/secretariat",)
    assert owners.of_path("clearinghouse/commands/check.py") == ("@awg-cites-we/maintainers",)


def test_templates_of_pull_requests_name_keys_that_there_are() -> None:
    """In code, as a record's file has them."""
    known = {name for collection in COLLECTIONS.values() for name in collection.model.model_fields} | {"source", "accessed", "what"}
    for path in (GITHUB / "PULL_REQUEST_TEMPLATE").glob("[!c]*.md"):
        named = set(re.findall(r"`([a-z_]+)`", path.read_text(encoding="utf-8")))
        assert named
        assert named <= known | {"unknown", "updated"}, path
