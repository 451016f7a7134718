"""chm test: runs the tests, with a browser for those that read the built site."""

import importlib.util
import os
import subprocess
import sys

import click

from clearinghouse.commands import options
from clearinghouse.site.engine import ENGINE, ENGINES
from clearinghouse.world.browser.browser import browser
from clearinghouse.world.failure import Failure
from clearinghouse.world.root import ROOT

HELP = """\
Runs the tests in tests/. Some drive a browser through a built site: Chromium, Chrome or Edge is found, or installed.

  chm test                                    all but the long tests: some minutes
  chm test --fast                             those that need no built site and no browser: less than one
  chm test --all                              the long ones too: every page, hostile machines, other browsers
  chm test --engine properdocs                with the maintained fork of MkDocs in its place
  chm test tests/commands -k shell            any argument of pytest; paths count from the repository
  CHM_BROWSER=/path/to/chrome chm test        with this browser

Exit status: 0 all passed, 1 some failed, 2 they could not be run."""

# One more than processors, since a worker waits for its browser half of the time (where there is none, none waits), and four
# at most, since each starts one. A module stays with one worker, which makes its fixtures once; tests/conftest.py says in which
# order modules go out. Who wants one process writes `-n 0`.
WORKERS = min(4, (os.cpu_count() or 2) + 1)
FAST_WORKERS = min(4, os.cpu_count() or 2)


@options.command(HELP, passes_on=True)
@click.option("--fast", is_flag=True, help="run those alone that need no built site and no browser")
@click.option("--all", "every", is_flag=True, help="run the long tests too")
@click.option("--engine", type=click.Choice(ENGINES), default=ENGINES[0], help="what builds the site (default: mkdocs)")
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED, metavar="[PYTEST-ARGS]...")
def run(fast: bool, every: bool, engine: str, arguments: tuple[str, ...]) -> int:
    """Runs pytest. Returns 0 or 1, or 2 when nothing could be tested."""
    if fast and every:
        raise click.UsageError("--fast or --all: not both")
    if importlib.util.find_spec("pytest") is None:
        raise Failure("the tools of the tests are missing: run `python3 scripts/chm.py test`, or `pip install -e .[test]`")
    if not (ROOT / "tests").is_dir():
        raise Failure(f"there are no tests in {ROOT}: run this in a copy of the repository")
    environment = {**os.environ, ENGINE: engine, "PYTHONPATH": str(ROOT)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # else every worker, and every command of a test, compiles all modules anew
    if not fast:
        environment["CHM_BROWSER"] = str(browser())
    workers = str(FAST_WORKERS if fast else WORKERS)
    command = [sys.executable, "-P", "-m", "pytest", "-n", workers, "--dist", "loadscope", "--no-loadscope-reorder", "--durations=15"]
    command += ["--fast"] * fast + ["--all"] * every + [*arguments]
    with subprocess.Popen(command, cwd=ROOT, env=environment) as pytest:
        try:
            status = pytest.wait()
        except KeyboardInterrupt:
            pytest.wait()  # it heard Ctrl-C as well, and has browsers to close
            raise
    return status if status in (0, 1) else 2
