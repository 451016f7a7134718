"""A runner: does what a workflow of GitHub says, as far as a machine without GitHub can.

Checkouts come from a bare repository on disk, artifacts are folders, the scripts of steps run in bash with no other
environment than a runner's, `gh` is a stand-in that keeps its answers in a file, and the launcher hands over to this
Python instead of setting up `.venv`. The lint of scripts, which needs Node, is only noted. What the job has no leave for
(contents, comments, statuses) is refused.
"""

import json
import os
import shutil
import subprocess
import sys
import tarfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from tests.support.github.expressions import filled_in, is_so
from tests.support.reading.changing import git
from tests.support.running import LONGEST, ROOT

OWNER, NAME = "awg-cites-we", "clearing-house"
COPIED = ("clearinghouse", "hooks", "overrides", "content", "scripts", "tools", "requirements", ".github", "mkdocs.yml")
_PYTHON = """#!/bin/sh
if [ "$*" = "-m tools.lint_scripts" ]; then echo "$*" >> "$GH_STATE.commands"; exit 0; fi
if [ "$1" != scripts/chm.py ]; then exec "{python}" "$@"; fi
shift
echo "$*" >> "$GH_STATE.commands"
if [ "$1" = test ]; then [ ! -e "$GH_STATE.tests-fail" ]; exit; fi
if [ "$1" = build ] && [ -e "$GH_STATE.builds-nothing" ]; then
  mkdir -p "$3"; touch "$3/index.html" "$3/addresses.txt" "$3.sha256"; exit 0
fi
if [ "$1" = export ] && [ -e "$GH_STATE.builds-nothing" ]; then
  mkdir "$3/offline"; cd "$3/offline"; touch clearing-house-2026-03-10.zip SHA256SUMS README.txt; exit 0
fi
PYTHONPATH="$PWD" exec "{python}" -P -m clearinghouse.commands.shell "$@"
"""
_OVERTAKEN = """#!/bin/sh
if [ "$1" = push ]; then MAY_PUSH=write "{git}" -C "{source}" push --quiet origin "{reference}"; fi
exec "{git}" "$@"
"""
_LEAVE = """#!/bin/sh
[ "$MAY_PUSH" = write ] || { echo "no leave to push" >&2; exit 1; }
"""


@dataclass
class Job:
    """What became of a job. outcome: success, failure or skipped; output: all that its steps printed."""

    outcome: str = "success"
    output: str = ""
    outputs: dict[str, str] = field(default_factory=dict)
    summary: str = ""


class Forge:
    """A repository on a GitHub of its own. remote: the bare repository; state: what `gh` tells and changes;
    releases: the files of each release; variables: those of the repository."""

    def __init__(self, folder: Path, data: Path, copied: Iterable[str] = COPIED) -> None:
        self.folder, self.remote, self._state = folder, folder / "remote.git", folder / "state.json"
        source = folder / "source"
        source.mkdir(parents=True)
        for name in copied:
            path = ROOT / name
            if path.is_dir():
                shutil.copytree(path, source / name, ignore=shutil.ignore_patterns("__pycache__"))
            else:
                shutil.copy(path, source / name)
        shutil.copytree(data, source / "data")
        git(source, "init", "--quiet", "--initial-branch=main")
        git(source, "add", "--all")
        git(source, "commit", "--quiet", "--message=first")
        git(folder, "clone", "--quiet", "--bare", str(source), str(self.remote))
        git(source, "remote", "add", "origin", str(self.remote))
        git(self.remote, "config", "uploadpack.allowAnySHA1InWant", "true")
        self.source, self.runs = source, 100
        self._script(self.remote / "hooks" / "pre-receive", _LEAVE)
        self._script(folder / "bin" / "python3", _PYTHON.format(python=sys.executable))
        self._script(
            folder / "bin" / "gh", f'#!/bin/sh\nPYTHONPATH="{ROOT}" exec "{sys.executable}" "{Path(__file__).with_name("gh.py")}" "$@"\n'
        )
        self._script(folder / "bin" / "sudo", '#!/bin/sh\necho "sudo $*" >> "$GH_STATE.commands"\n')
        self.releases = folder / "releases"
        self.variables: dict[str, str] = {}
        self.address, self.published = f"https://{OWNER}.github.io/{NAME}", folder / "published"
        nothing: dict[str, Any] = {"pulls": {}, "issues": {}, "comments": {}, "statuses": [], "artifacts": {}, "releases": {}, "calls": []}
        self.write({"owner": OWNER, "name": NAME, **nothing})

    def build_nothing(self) -> None:
        """From now on `chm build` makes an empty page, for tests that are about something else."""
        self._state.with_name(f"{self._state.name}.builds-nothing").touch()

    def fail_tests(self) -> None:
        """From now on `chm test` fails."""
        self._state.with_name(f"{self._state.name}.tests-fail").touch()

    def change(self, path: str, text: str | None) -> None:
        """Puts another text of a file on the main branch; None deletes it."""
        file = self.source / path
        if text is None:
            file.unlink()
        else:
            file.write_text(text, encoding="utf-8")
        git(self.source, "add", "--all")
        git(self.source, "commit", "--quiet", "--message=change")
        self.push("main")

    def push(self, *references: str) -> None:
        """Pushes as somebody who may."""
        command = ["git", "-C", str(self.source), "push", "--quiet", "origin", *references]
        subprocess.run(command, check=True, env={**os.environ, "MAY_PUSH": "write"})

    def overtake(self, reference: str) -> None:
        """From now on somebody pushes that reference just before a workflow pushes: after all that it looks at."""
        self._script(self.folder / "bin" / "git", _OVERTAKEN.format(git=shutil.which("git"), source=self.source, reference=reference))

    @staticmethod
    def _script(path: Path, text: str) -> None:
        path.parent.mkdir(exist_ok=True)
        path.write_text(text)
        path.chmod(0o755)

    @property
    def state(self) -> Any:
        """What `gh` keeps."""
        return json.loads(self._state.read_text(encoding="utf-8"))

    def write(self, state: Any) -> None:
        """Gives it another state."""
        self._state.write_text(json.dumps(state), encoding="utf-8")

    @property
    def commands(self) -> list[str]:
        """The commands of chm that steps have run."""
        commands = self._state.with_name(f"{self._state.name}.commands")
        return commands.read_text(encoding="utf-8").splitlines() if commands.exists() else []

    def propose(self, branch: str, texts: Mapping[str, str | None], author: str = "focal-point") -> dict[str, Any]:
        """A pull request with other texts of files by path (None deletes one), and its event."""
        git(self.source, "switch", "--quiet", "--create", branch, "main")
        for path, text in texts.items():
            file = self.source / path
            if text is None:
                file.unlink()
            else:
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text(text, encoding="utf-8")
        git(self.source, "add", "--all")
        git(self.source, "commit", "--quiet", "--message=change")
        head = git(self.source, "rev-parse", "HEAD")
        git(self.source, "switch", "--quiet", "--detach", "main")
        git(self.source, "merge", "--quiet", "--no-ff", "--message=merge", head)
        state = self.state
        number = len(state["pulls"]) + 1
        self.push(f"{head}:refs/pull/{number}/head", f"HEAD:refs/pull/{number}/merge")
        git(self.source, "switch", "--quiet", "main")
        state["pulls"][str(number)] = {"number": number, "state": "open", "title": "", "head": {"ref": branch, "sha": head}}
        self.write(state)
        pull = {"number": number, "user": {"login": author}, "labels": [], "head": {"ref": branch, "sha": head}, "base": {"ref": "main"}}
        return {"action": "opened", "number": number, "pull_request": pull}

    def run(self, workflow: str, name: str, event: Mapping[str, Any], inputs: Mapping[str, Any] | None = None) -> dict[str, Job]:
        """Runs all jobs of a workflow, each after those that it needs. inputs: what somebody chose who started it by hand."""
        definition = yaml.load((ROOT / ".github" / "workflows" / workflow).read_text(encoding="utf-8"), yaml.BaseLoader)
        self.runs += 1
        run_id = self.runs
        github = {
            "event": {"repository": {"default_branch": "main"}, **event}, "event_name": name, "token": "token", "run_id": str(run_id),
            "ref_name": "main", "repository": f"{OWNER}/{NAME}", "repository_owner": OWNER, "server_url": "https://github.com",
            "sha": git(self.remote, "rev-parse", "main"),
        }  # fmt: skip
        jobs: dict[str, Job] = {}
        for key, job in definition["jobs"].items():
            needs = [job["needs"]] if isinstance(job.get("needs"), str) else job.get("needs", [])
            assert set(needs) <= set(jobs), f"{key} comes before what it needs"
            context = {
                "github": github, "inputs": inputs or {}, "is_well": all(jobs[need].outcome == "success" for need in needs),
                "vars": self.variables,
                "needs": {need: {"outputs": jobs[need].outputs, "result": jobs[need].outcome} for need in needs},
            }  # fmt: skip
            jobs[key] = self._job(key, job, context, run_id) if is_so(job.get("if"), context) else Job("skipped")
        return jobs

    def _job(self, key: str, job: Mapping[str, Any], context: dict[str, Any], run_id: int) -> Job:
        done = Job()
        steps: dict[str, Any] = {}
        place = self.folder / f"run-{self.runs}-{key}"
        (place / "temp").mkdir(parents=True)
        (place / "work").mkdir()
        context = {**context, "runner": {"temp": str(place / "temp")}, "steps": steps, "is_well": True}
        leave = {kind: str(level) for kind, level in job["permissions"].items()}
        for number, step in enumerate(job["steps"]):
            outcome, outputs = "skipped", {}
            if is_so(step.get("if"), context):
                try:
                    if "uses" in step:
                        outputs = self._used(step, context, place, run_id, leave)
                    else:
                        outputs = self._script_of(step, context, place, number, leave, done)
                    outcome = "success"
                except (subprocess.CalledProcessError, FileNotFoundError) as error:
                    outcome, outputs = "failure", getattr(error, "outputs", {})
                    if step.get("continue-on-error") != "true":
                        done.outcome, context["is_well"] = "failure", False
            if "id" in step:
                steps[step["id"]] = {"outcome": outcome, "outputs": outputs}
        done.outputs = {name: filled_in(text, context) for name, text in job.get("outputs", {}).items()}
        return done

    def _used(
        self, step: Mapping[str, Any], context: Mapping[str, Any], place: Path, run_id: int, leave: Mapping[str, str]
    ) -> dict[str, str]:
        """The actions that the workflows use; gives their outputs."""
        given = {name: filled_in(str(value), context) for name, value in step.get("with", {}).items()}
        action = step["uses"].partition("@")[0]
        artifacts = self.folder / "artifacts" / given.get("run-id", str(run_id))
        if action == "actions/checkout":
            assert leave.get("contents") in ("read", "write"), "a checkout needs leave to read"
            assert given["persist-credentials"] == "false"
            pull = context["github"]["event"].get("pull_request")
            ref = f"refs/pull/{pull['number']}/merge" if pull else "refs/heads/main"
            work = place / "work"
            git(work, "init", "--quiet")
            git(work, "remote", "add", "origin", self.remote.as_uri())
            depth = given.get("fetch-depth", "1").replace("0", str(2**31 - 1))  # which git takes for all there is
            git(work, "fetch", "--quiet", "--no-tags", f"--depth={depth}", "origin", ref)
            git(work, "checkout", "--quiet", "--detach", "FETCH_HEAD")
        elif action == "actions/upload-artifact":
            one = Path(given["path"])
            files = [one] if one.is_file() else [path for path in one.rglob("*") if path.is_file()]
            assert files or given.get("if-no-files-found") == "ignore", "No files were found with the provided path"
            if files:
                shutil.rmtree(artifacts / given["name"], ignore_errors=True)
                if one.is_file():
                    (artifacts / given["name"]).mkdir(parents=True)
                    shutil.copy(one, artifacts / given["name"])
                else:
                    shutil.copytree(one, artifacts / given["name"])
                state = self.state
                state["artifacts"].setdefault(str(run_id), []).append(given["name"])
                self.write(state)
        elif action == "actions/download-artifact":
            if "run-id" in given:
                assert leave.get("actions") == "read", "the artifact of another run needs leave to read actions"
                assert given["github-token"]
            shutil.copytree(artifacts / given["name"], given["path"], symlinks=True, dirs_exist_ok=True)
        elif action == "actions/configure-pages":
            assert leave.get("pages") in ("read", "write"), "asking for the address needs leave to read pages"
            return {"base_url": self.address}
        elif action == "actions/attest-build-provenance":
            assert leave == {"id-token": "write", "attestations": "write"}
            path = Path(given["subject-path"])
            assert [file for file in path.parent.glob(path.name) if file.is_file()]
        elif action == "actions/deploy-pages":
            assert leave == {"pages": "write", "id-token": "write"}
            shutil.rmtree(self.published, ignore_errors=True)
            with tarfile.open(artifacts / "github-pages" / "artifact.tar") as packed:
                assert all(member.isdir() or member.isfile() for member in packed), "GitHub Pages takes no links"
                packed.extractall(self.published, filter="data")
            return {"page_url": self.address}
        else:
            assert action in ("actions/setup-python", "actions/setup-node"), action
        return {}

    def _script_of(
        self, step: Mapping[str, Any], context: Mapping[str, Any], place: Path, number: int, leave: Mapping[str, str], done: Job
    ) -> dict[str, str]:
        """Runs a step's script; `${{` in it would be a stranger's text in a script, so there is none."""
        assert "${{" not in step["run"]
        files = {name: place / f"{name.lower()}-{number}" for name in ("GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY")}
        for path in files.values():
            path.touch()
        event = place / "event.json"
        event.write_text(json.dumps(context["github"]["event"]), encoding="utf-8")
        script = place / f"script-{number}.sh"
        script.write_text(step["run"], encoding="utf-8")
        environment = {
            "PATH": f"{self.folder / 'bin'}{os.pathsep}{os.environ['PATH']}", "HOME": str(place), "LC_ALL": "C.UTF-8",
            "RUNNER_TEMP": str(place / "temp"), "GITHUB_EVENT_PATH": str(event), "GITHUB_WORKSPACE": str(place / "work"),
            "GH_STATE": str(self._state), "GH_LEAVE": json.dumps(leave), "MAY_PUSH": leave.get("contents", "none"),
            **{name: str(path) for name, path in files.items()},
            **{name: filled_in(str(text), context) for name, text in step.get("env", {}).items()},
        }  # fmt: skip
        shell = ["bash", "--noprofile", "--norc", "-eo", "pipefail"] if step.get("shell") == "bash" else ["bash", "-e"]
        ran = subprocess.run(
            [*shell, script],
            cwd=place / "work",
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            timeout=LONGEST,
            check=False,
        )
        done.output += ran.stdout.decode("utf-8", "replace")
        done.summary += files["GITHUB_STEP_SUMMARY"].read_text(encoding="utf-8")
        outputs = dict(line.split("=", 1) for line in files["GITHUB_OUTPUT"].read_text(encoding="utf-8").splitlines())
        if ran.returncode:
            error = subprocess.CalledProcessError(ran.returncode, "bash")
            error.outputs = outputs  # type: ignore[attr-defined]  # what a failed step told before it failed counts
            raise error
        return outputs
