"""Locked tools: the lock beside this module comes in; the folder leaves in which npm has installed what it names.

The folder lies with the caches of whoever runs this, outside the repository, and is named by the lock: it is made once.
"""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

from clearinghouse.world.failure import Failure

HERE = Path(__file__).parent
LOCK, WANTED = HERE / "package-lock.json", HERE / "package.json"
WHOLE = "whole"
"""The file that is written last."""


def program(name: str, why: str) -> str:
    """The path of a program of the system. Raises Failure where it is missing. why: what it is wanted for."""
    path = shutil.which(name)
    if not path:
        raise Failure(f"{name} is missing, which is wanted {why}: install it, or leave that out with --only")
    return path


def cache_folder() -> Path:
    """Where this system keeps what can be fetched again."""
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", "~")).expanduser() / "clearing-house"
    if sys.platform == "darwin":
        return Path("~/Library/Caches/clearing-house").expanduser()
    return Path(os.environ.get("XDG_CACHE_HOME") or "~/.cache").expanduser() / "clearing-house"


def packages() -> Path:
    """The folder of the packages that are locked. Raises Failure where they cannot be installed."""
    folder = cache_folder() / f"quality-{hashlib.sha256(LOCK.read_bytes()).hexdigest()[:12]}"
    if not (folder / WHOLE).exists():
        npm = program("npm", "to install axe, Lighthouse and the checker of HTML")
        print(f"installing what {LOCK.name} names into {folder}, once", file=sys.stderr)
        folder.mkdir(parents=True, exist_ok=True)
        for file in (LOCK, WANTED):
            shutil.copy(file, folder)
        # Without scripts: what a package would run by itself nobody here has read.
        command = [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
        if subprocess.run(command, cwd=folder, stdout=sys.stderr, check=False).returncode:
            raise Failure(f"npm could not install what {LOCK} names")
        (folder / WHOLE).touch()
    return folder / "node_modules"
