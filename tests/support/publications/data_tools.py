"""Data tools: the programs of requirements/data.txt, in an environment of their own with the caches of whoever runs the tests."""

import hashlib
import os
import subprocess
import sys
import venv
from pathlib import Path

from tests.support.running import ROOT
from tools.quality.locked_tools import WHOLE, cache_folder

LOCK = ROOT / "requirements" / "data.txt"


def programs() -> Path:
    """The folder of the programs."""
    folder = cache_folder() / f"data-{hashlib.sha256(LOCK.read_bytes()).hexdigest()[:12]}"
    below = folder / ("Scripts" if sys.platform == "win32" else "bin")
    if not (folder / WHOLE).exists():
        venv.create(folder, with_pip=True, clear=True)
        subprocess.run([below / "python", "-m", "pip", "install", "--quiet", "--require-hashes", "-r", LOCK], check=True)
        (folder / WHOLE).touch()
    return below


def ran(*command: str | Path, cwd: Path) -> str:
    """What a program says that ends well."""
    result = subprocess.run(command, cwd=cwd, capture_output=True, encoding="utf-8", env={**os.environ, "PYTHONUTF8": "1"}, check=False)
    assert result.returncode == 0, result.stdout + result.stderr
    return result.stdout
