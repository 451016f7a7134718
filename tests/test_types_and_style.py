"""Types and style: what mypy and ruff say of all Python in the repository, by the rules in pyproject.toml."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.mark.parametrize(
    "command", [["mypy"], ["ruff", "check", "clearinghouse", "hooks", "scripts", "tests"]], ids=lambda command: command[0]
)
def test_a_tool_has_nothing_to_say(command: list[str]) -> None:
    """Its whole report is what a failure shows."""
    ran = subprocess.run([sys.executable, "-m", *command], cwd=ROOT, capture_output=True, encoding="utf-8", timeout=300, check=False)
    assert ran.returncode == 0, ran.stdout + ran.stderr
