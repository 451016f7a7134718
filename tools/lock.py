"""chm lock: makes the hash-locked requirements again from pyproject.toml."""

import importlib.util
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import click

from clearinghouse.commands import options
from clearinghouse.world.failure import Failure
from clearinghouse.world.root import ROOT

HELP = """\
Writes requirements/*.txt: every package that is needed, in one version for all systems, with the hashes of its files.
What is locked stays as it is, unless pyproject.toml asks for another version or --upgrade does.

  chm lock                          after a change of pyproject.toml
  chm lock --upgrade                everything anew, as new as pyproject.toml allows
  chm lock --upgrade lxml           one package; may be given again

It needs uv (`pip install uv`) and a package index in reach. Exit status: 0 written, 2 it could not be done."""

NEWEST = "*"
LOCKS = "requirements"
HEADS = {
    "before": "What turns a package that is published as source alone into a wheel; it is installed before all others.",
    "build": "What a build needs, every file of it known by its hash.",
    "export": "What `chm export` needs besides a build: all of build.txt in the same versions, and what makes the ZIM file.",
    "relay": "What `chm relay` needs besides a build: all of build.txt in the same versions, and what answers on the web.",
    "test": "What the tests need: all of build.txt in the same versions, what exports and the relay need, and the tools of the tests.",
    "data": "What long tests read the open data with, in an environment of their own: too much for that of all others.",
}
"""The locks in the order in which they are made: each keeps to the versions of those before it."""
GROUPS = ("before", "data")
"""Those that nothing of the build is in."""
OLDEST_PYTHON = "3.11"


@options.command(HELP)
@click.option(
    "--upgrade",
    multiple=True,
    is_flag=False,
    flag_value=NEWEST,
    metavar="[PACKAGE]",
    help="take the newest version of this package, or of all",
)
def run(upgrade: tuple[str, ...]) -> int:
    """Makes all locks, or, where one of them cannot be made, none. Returns 0, or raises Failure."""
    uv = _uv()
    asked = ["--upgrade"] if NEWEST in upgrade else [part for name in upgrade for part in ("--upgrade-package", name)]
    with tempfile.TemporaryDirectory() as scratch:
        # uv keeps to the versions of the file that it writes, so it is given copies to write over.
        shutil.copy(ROOT / "pyproject.toml", scratch)
        shutil.copytree(ROOT / LOCKS, Path(scratch, LOCKS))
        for name, head in HEADS.items():
            print(f"chm: {LOCKS}/{name}.txt …", file=sys.stderr, flush=True)
            ran = subprocess.run([*uv, *_asked(name), *asked], cwd=scratch, capture_output=True, encoding="utf-8", check=False)
            if ran.returncode:
                raise Failure(f"uv could not lock {name}: {ran.stderr.strip() or ran.stdout.strip()}")
            lock = Path(scratch, LOCKS, f"{name}.txt")
            lock.write_text(
                f"# {head}\n# Made from pyproject.toml by `chm lock`, never by hand.\n{lock.read_text('utf-8')}", "utf-8", newline="\n"
            )
        for name in HEADS:
            shutil.copy(Path(scratch, LOCKS, f"{name}.txt"), ROOT / LOCKS)
    return 0


def _uv() -> list[str]:
    if program := shutil.which("uv"):
        return [program]
    if importlib.util.find_spec("uv"):
        return [sys.executable, "-m", "uv"]
    raise Failure("needs uv, which is not here: `pip install uv`, then try again")


def _asked(name: str) -> list[str]:
    """What uv is asked for: one lock for all systems, which says nothing of the machine or the index that made it."""
    earlier = [other for other in list(HEADS)[: list(HEADS).index(name)] if other != "before"]
    further = [part for other in earlier for part in ("-c", f"{LOCKS}/{other}.txt")] + (
        ["--extra", name] if earlier and name not in GROUPS else []
    )
    wanted = ("--group", f"pyproject.toml:{name}") if name in GROUPS else ("pyproject.toml",)
    return [
        *("pip", "compile", *wanted, "--universal", "--generate-hashes", "--python-version", OLDEST_PYTHON),
        *("--no-emit-index-url", "--no-header", "--quiet", "-o", f"{LOCKS}/{name}.txt", *further),
    ]


if __name__ == "__main__":
    run()
