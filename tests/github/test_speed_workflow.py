"""speed.yml: what its one script does with a release, without one, and where something has become slower."""

import os
import subprocess
from pathlib import Path

import pytest
import yaml

from tests.support.running import LONGEST, ROOT

[STEP] = [
    step for step in yaml.safe_load((ROOT / ".github/workflows/speed.yml").read_text("utf-8"))["jobs"]["compare"]["steps"] if "run" in step
]


@pytest.mark.skipif(os.name == "nt", reason="GitHub runs it in bash")
@pytest.mark.parametrize(
    ("release", "slower", "status", "calls"),
    [("", "", 0, []), ("v1", "", 0, ["build", "check", "export"]), ("v1", "check", 1, ["build", "check", "export"])],
    ids=["no release", "as fast", "slower"],
)
def test_everything_is_measured_and_the_worst_counts(tmp_path: Path, release: str, slower: str, status: int, calls: list[str]) -> None:
    """What is slower stops nothing: the summary shows all tables. A first release has nothing to be measured beside."""
    tools = {
        "git": f'case "$1" in describe) [ -n "{release}" ] && echo "{release}" ;; *) echo "git $*" >> calls ;; esac',
        "python3": f'echo "$*" >> calls; case "$*" in *--{slower or "nothing"}*) exit 1 ;; esac',
    }
    for name, lines in tools.items():
        (tmp_path / name).write_text(f"#!/bin/sh\n{lines}\n")
        (tmp_path / name).chmod(0o755)
    (tmp_path / "step").write_text(STEP["run"])
    around = {"PATH": f"{tmp_path}:{os.environ['PATH']}", "OLDER": "older", "GITHUB_STEP_SUMMARY": "summary", "RUNNER_TEMP": "."}
    command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "step"]
    assert subprocess.run(command, cwd=tmp_path, env=around, timeout=LONGEST, check=False).returncode == status
    if not release:
        assert (tmp_path / "summary").read_text().startswith("There is no release yet")
        return
    worktree, here, older, *benches = (tmp_path / "calls").read_text().splitlines()
    assert worktree == f"git worktree add --quiet --detach older {release}"
    assert (here, older) == ("./scripts/chm.py export --help", "older/scripts/chm.py export --help")
    assert benches == [f"scripts/chm.py bench 300 --{subject} --repeat 5 --beside older --limit 1.3 --summary summary" for subject in calls]
