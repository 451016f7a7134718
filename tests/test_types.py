"""Types: what mypy says of all Python in the repository, by the rules in pyproject.toml. It runs first, beside all others."""

import subprocess
import sys

from tests.support.patience import patient
from tests.support.running import ROOT


def test_mypy_has_nothing_to_say() -> None:
    """Its whole report is what a failure shows."""
    ran = subprocess.run([sys.executable, "-m", "mypy"], cwd=ROOT, capture_output=True, encoding="utf-8", timeout=patient(300), check=False)
    assert ran.returncode == 0, ran.stdout + ran.stderr
