"""The shell: a command line comes in, an exit status leaves, and no traceback is ever seen unasked.

Exit status: 0 done, 1 the records have problems (all of them told), 2 the tool itself failed or was called wrongly,
130 stopped by Ctrl-C, 141 the reader of the output went away (the last two as shells count signals).
"""

import argparse
import importlib
import io
import os
import sys
import traceback
from collections.abc import Sequence
from types import ModuleType

from clearinghouse import __version__
from clearinghouse.world.failure import Failure

# The summaries stand here as well as in the modules, so that `chm --help` imports none of them.
COMMANDS = {
    "build": "build the site",
    "check": "hold the records against their rules",
    "explain": "tell more about the code of a problem",
    "new": "add a record: asks for what belongs into it",
    "import": "add records from a spreadsheet or an agenda",
    "verify": "note that records still hold, as their sources say",
    "links": "look whether the links of the records still lead somewhere",
    "form": "turn a filled issue form of GitHub into a record",
    "export": "make the offline editions: to take the site along",
    "lost": "tell which addresses of the published site a new one has lost",
    "sbom": "write the bill of materials: what a site is made with",
    "serve": "show the site while you write",
    "bench": "measure how fast the site is built",
    "test": "run the tests",
    "lock": "make the locked requirements again from pyproject.toml",
}
_MODULES = {"import": "importing"}
"""Modules that cannot be called like their command."""
_TOOLS = ("bench", "lock", "sbom")
"""Commands for those who work on the code: they lie beside the package."""
DESCRIPTION = """\
Turns a folder of records into a clearing-house site: pages, search, feeds, agendas and open data.

  chm build                 build the site into site/
  chm check                 hold the records against their rules
  chm COMMAND --help        more about a command, with examples"""


def main(argv: Sequence[str] | None = None) -> int:
    """Runs the command that the arguments name (those of the process when None) and returns the exit status."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # Windows would take its own code page, and fail at the first Khmer letter
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        status = _run(sys.argv[1:] if argv is None else argv)
        sys.stdout.flush()  # here, where a reader that went away is still caught
        return status
    except Failure as failure:
        return _told(str(failure), 2)
    except KeyboardInterrupt:
        return _told("stopped", 130)
    except BrokenPipeError:
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115 - else Python complains when it flushes at exit
        return 141
    except Exception as error:
        if os.environ.get("CHM_DEBUG"):
            traceback.print_exc()
        first = (str(error).splitlines() or [""])[0]
        return _told(f"internal error: {type(error).__name__}: {first} (CHM_DEBUG=1 shows where; please report it)", 2)


def _run(argv: Sequence[str]) -> int:
    named = next((argument for argument in argv if not argument.startswith("-")), "")
    module = module_of(named) if named in COMMANDS else None
    try:
        options, unknown = _parser(named, module).parse_known_args(argv)
    except SystemExit as done:  # --help, --version, or a wrong call that argparse has told
        return done.code if isinstance(done.code, int) else 2
    if module is None:
        raise Failure("which command? `chm --help` lists them")
    if unknown and not getattr(module, "PASSES_ON", False):
        raise Failure(f"`chm {named}` does not know {' '.join(unknown)}; `chm {named} --help` says what it knows")
    options.passed_on = unknown
    return int(module.run(options))


def module_of(command: str) -> ModuleType:
    """The module that does what a command says."""
    room = "tools" if command in _TOOLS else "clearinghouse.commands"
    return importlib.import_module(f"{room}.{_MODULES.get(command, command)}")


def _parser(named: str, module: ModuleType | None) -> argparse.ArgumentParser:
    """The parser of all commands, with the arguments of the named one alone."""
    raw = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(prog="chm", description=DESCRIPTION, formatter_class=raw, allow_abbrev=False)
    parser.add_argument("--version", action="version", version=f"chm {__version__}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")
    for command, summary in COMMANDS.items():
        description = module.DESCRIPTION if module and command == named else None
        of_command = commands.add_parser(command, help=summary, description=description, formatter_class=raw, allow_abbrev=False)
        if module and command == named:
            module.add_arguments(of_command)
    return parser


def _told(message: str, status: int) -> int:
    print(f"chm: {message}", file=sys.stderr)
    return status


if __name__ == "__main__":
    sys.exit(main())
