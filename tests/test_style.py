"""Style: what ruff says of all Python in the repository, by the rules in pyproject.toml."""

import subprocess
import sys

import pytest

from tests.support.patience import patient
from tests.support.running import ROOT

FOLDERS = ("clearinghouse", "hooks", "scripts", "tests", "tools")


@pytest.mark.parametrize("command", [["check"], ["format", "--check"]], ids=" ".join)
def test_ruff_has_nothing_to_say(command: list[str]) -> None:
    """Its whole report is what a failure shows."""
    whole = [sys.executable, "-m", "ruff", *command, *FOLDERS]
    ran = subprocess.run(whole, cwd=ROOT, capture_output=True, encoding="utf-8", timeout=patient(60), check=False)
    assert ran.returncode == 0, ran.stdout + ran.stderr
