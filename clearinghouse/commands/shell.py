"""The shell: a command line comes in, an exit status leaves, and no traceback is ever seen unasked.

Exit status: 0 done, 1 the records have problems (all of them listed), 2 the tool itself failed or was called wrongly,
130 stopped by Ctrl-C, 141 the reader of the output went away (the last two as shells count signals).
"""

import gc
import importlib
import io
import os
import sys
from collections.abc import Sequence
from types import ModuleType

import click

from clearinghouse import __version__
from clearinghouse.world.failure import Failure

# Else pydantic looks through all packages for plugins, whenever a command begins.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")

# What the help says of each command stands here, so that `chm --help` imports none of them.
GROUPS = {
    "For authors of records": {
        "new": "add a record: asks for what belongs into it",
        "import": "add records from a spreadsheet or a calendar",
        "harvest": "propose records that other sites publish",
        "inbox": "propose what offices sent by mail",
        "check": "check the records against the rules",
        "explain": "explain the code of a problem",
        "verify": "note that records are still correct",
        "serve": "show the site while you write",
    },
    "For the site and its readers": {
        "build": "build the site",
        "report": "write the report of a year, as a document and tables",
        "export": "make copies of the site for offline use",
        "links": "check whether the links in the records still work",
        "lost": "list addresses that the new site has lost",
    },
    "For maintainers": {
        "proposals": "list what offices have sent, and accept or decline it",
        "relay": "take messages of the form, as a small web service",
        "form": "turn a filled issue form of GitHub into a record",
        "test": "run the tests",
    },
}
COMMANDS = {name: summary for group in GROUPS.values() for name, summary in group.items()}
TOOLS = ("bench", "lock", "quality", "sbom", "shots")
"""Commands for those who work on the code: they lie beside the package, and the help leaves them out."""
_MODULES = {
    "harvest": "receiving.harvest",
    "import": "importing",
    "inbox": "receiving.inbox",
    "proposals": "receiving.proposals",
    "relay": "receiving.relay",
    "quality": "quality.command",
    "shots": "quality.shots",
}
"""Modules that cannot be called like their command."""
HELP = """\
Turns a folder of records into a clearing-house site: pages, search, feeds, calendars and open data.

\b
  chm build                 build the site into site/
  chm check                 check the records against the rules
  chm COMMAND --help        more about a command, with examples"""
_SETTINGS = {"help_option_names": ["-h", "--help"]}
NARROWEST, WIDEST = 50, 118
"""Columns of the help."""


class Commands(click.Group):
    """All commands; the module of one is loaded when it is called, or asked for its help."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all that the help shows."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, or None."""
        if cmd_name not in (*COMMANDS, *TOOLS):
            return None
        if cmd_name in TOOLS and not _has_tools():
            raise Failure(f"`chm {cmd_name}` is for those who work on the code: run `python3 scripts/chm.py {cmd_name}` in a checkout")
        room = "tools" if cmd_name in TOOLS else "clearinghouse.commands"
        command: click.Command = _module(f"{room}.{_MODULES.get(cmd_name, cmd_name)}").run
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Lists the commands by who needs them."""
        for group, commands in GROUPS.items():
            with formatter.section(group):
                formatter.write_dl(list(commands.items()))


@click.group(cls=Commands, help=HELP, no_args_is_help=False, context_settings=_SETTINGS)
@click.version_option(__version__, message="chm %(version)s")
def chm() -> None:
    """All that a person or a workflow asks of the clearing house."""


def main(argv: Sequence[str] | None = None) -> int:
    """Runs the command that the arguments name (those of the process when None) and returns the exit status."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # Windows would take its own code page, and fail at the first Khmer letter
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        status = _status(sys.argv[1:] if argv is None else argv)
        sys.stdout.flush()  # here, where a reader that went away is still caught
        return status
    except click.UsageError as error:
        return _stopped(_words(error), 2)
    except Failure as failure:
        return _stopped(str(failure), 2)
    except (KeyboardInterrupt, click.Abort):
        return _stopped("stopped", 130)
    except BrokenPipeError:
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115 - else Python complains when it flushes at exit
        return 141
    except Exception as error:
        if os.environ.get("CHM_DEBUG"):
            import traceback  # the help can do without

            traceback.print_exc()
        first = (str(error).splitlines() or [""])[0]
        return _stopped(f"internal error: {type(error).__name__}: {first} (CHM_DEBUG=1 shows where; please report it)", 2)


def _module(name: str) -> ModuleType:
    """A module, and all that it needs. What is imported stays to the end: the collector would look through it in vain, again and again,
    which takes a sixth of the time of a short command."""
    if name in sys.modules:
        return sys.modules[name]
    gc.disable()
    try:
        return importlib.import_module(name)
    finally:
        gc.freeze()
        gc.enable()


def _has_tools() -> bool:
    from clearinghouse.world.root import ROOT  # the help can do without

    return (ROOT / "tools").is_dir()


def _status(argv: Sequence[str]) -> int:
    # Not Click's own `main`, which ends processes and answers Ctrl-C and closed pipes in its own way.
    try:
        with chm.make_context("chm", list(argv), terminal_width=_columns()) as context:
            return int(chm.invoke(context))
    except click.exceptions.Exit as done:  # --help and --version
        return done.exit_code


def _columns() -> int:
    """How wide the help is. Click would ask shutil, which imports all ways of compression."""
    try:
        columns = int(os.environ.get("COLUMNS") or os.get_terminal_size(sys.__stdout__.fileno() if sys.__stdout__ else 1).columns)
    except (ValueError, OSError):  # no number; no terminal
        columns = 80
    return max(NARROWEST, min(columns - 2, WIDEST))


def _words(error: click.UsageError) -> str:
    """What is wrong with a call, and where to look."""
    called = error.ctx.command_path if error.ctx else "chm"
    if called == "chm" and not isinstance(error, click.NoSuchOption | click.exceptions.NoSuchCommand):
        return "which command? `chm --help` lists them"
    return f"{error.format_message().rstrip('.')}; `{called} --help` says what it knows"


def _stopped(message: str, status: int) -> int:
    print(f"chm: {message}", file=sys.stderr)
    return status


if __name__ == "__main__":
    sys.exit(main())
