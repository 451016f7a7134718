"""A repository of a test's own, in which the launcher makes a `.venv` that nothing is installed into."""

import importlib.util
from pathlib import Path
from typing import Any

from tests.support.running import ROOT

SCRIPT = ROOT / "scripts" / "chm.py"


def launcher() -> Any:
    """The script as a module, whose names a test may change."""
    specification = importlib.util.spec_from_file_location("launcher", SCRIPT)
    assert specification
    assert specification.loader
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    return module


class Repository:
    """A repository of its own, with a pip that installs nothing and remembers what it was asked for."""

    def __init__(self, root: Path) -> None:
        self.script = launcher()
        self.script.ROOT, self.script.LOCKS, self.script.VENV = root, root / "requirements", root / ".venv"
        python = self.script.PYTHON.relative_to(ROOT)
        self.script.PYTHON, self.script.STAMP, self.script.LOG = root / python, root / ".venv/chm-stamp", root / ".venv/chm-setup.log"
        self.script.LOCKS.mkdir()
        self.lock("build.txt", "a==1")
        self.lock("test.txt", "a==1\nb==1")
        self.really_run = self.script.run
        self.script.run = self.pip
        self.installed: list[str] = []
        self.fails: Exception | None = None

    def lock(self, name: str, text: str) -> None:
        """Writes a lock."""
        (self.script.LOCKS / name).write_text(text)

    def pip(self, arguments: list[str], stamp: object) -> None:
        """Fails if it was told to; else notes the lock, as a package that is there from now on; what builds packages is no lock."""
        if self.fails:
            raise self.fails
        if "pip" in arguments and not arguments[-1].endswith("before.txt"):
            self.installed.append(Path(arguments[-1]).name)
            (self.script.VENV / f"package-of-{self.installed[-1]}").touch()

    def packages(self) -> set[str]:
        """What was installed and is still there."""
        return {path.name for path in self.script.VENV.glob("package-of-*")}
