"""chm test: runs the tests, with a browser for those that read the built site."""

import argparse
import importlib.util
import os
import subprocess
import sys

from clearinghouse.site.engine import ENGINE, ENGINES
from clearinghouse.world.browser import browser
from clearinghouse.world.failure import Failure
from clearinghouse.world.root import ROOT

SUMMARY = "run the tests"
DESCRIPTION = """\
Runs the tests in tests/. Some drive a browser through a built site: Chromium, Chrome or Edge is found, or installed.

  chm test                                    all but the long tests: some minutes
  chm test --fast                             those that need no built site and no browser: less than one
  chm test --all                              the long ones too: every page, hostile machines, other browsers
  chm test --engine properdocs                with the maintained fork of MkDocs in its place
  chm test tests/commands -k shell               any argument of pytest; paths count from the repository
  CHM_BROWSER=/path/to/chrome chm test        with this browser

Exit status: 0 all passed, 1 some failed, 2 they could not be run."""
PASSES_ON = True

# One more than processors, since a worker waits for its browser half of the time, and four at most, since each starts one. A
# module stays with one worker, which makes its fixtures once; tests/conftest.py says in which order modules go out. Who wants
# one process writes `-n 0`.
WORKERS = min(4, (os.cpu_count() or 2) + 1)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Adds the command's options; whatever it does not know goes to pytest."""
    parser.usage = "chm test [-h] [--fast | --all] [--engine NAME] [PYTEST-ARGS...]"
    depth = parser.add_mutually_exclusive_group()
    depth.add_argument("--fast", action="store_true", help="run those alone that need no built site and no browser")
    depth.add_argument("--all", action="store_true", help="run the long tests too")
    parser.add_argument("--engine", choices=ENGINES, default=ENGINES[0], help="what builds the site (default: mkdocs)")


def run(options: argparse.Namespace) -> int:
    """Runs pytest. Returns 0 or 1, or 2 when nothing could be tested."""
    if importlib.util.find_spec("pytest") is None:
        raise Failure("the tools of the tests are missing: run `python3 scripts/chm.py test`, or `pip install -e .[test]`")
    if not (ROOT / "tests").is_dir():
        raise Failure(f"there are no tests in {ROOT}: run this in a copy of the repository")
    environment = {**os.environ, ENGINE: options.engine, "PYTHONPATH": str(ROOT)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # else every worker, and every command of a test, compiles all modules anew
    if not options.fast:
        environment["CHM_BROWSER"] = str(browser())
    command = [sys.executable, "-P", "-m", "pytest", "-n", str(WORKERS), "--dist", "loadscope", "--no-loadscope-reorder", "--durations=15"]
    command += ["--fast"] * options.fast + ["--all"] * options.all + options.passed_on
    with subprocess.Popen(command, cwd=ROOT, env=environment) as pytest:
        try:
            status = pytest.wait()
        except KeyboardInterrupt:
            pytest.wait()  # it heard Ctrl-C as well, and has browsers to close
            raise
    return status if status in (0, 1) else 2
