"""The shell: every way a command can end becomes one exit status and at most one line."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import click
import pytest

from clearinghouse.commands import options
from clearinghouse.commands.shell import COMMANDS, GROUPS, TOOLS, chm, main
from clearinghouse.world import root
from clearinghouse.world.failure import Failure

ROOT = Path(__file__).parents[2]
Run = Callable[[str | None, tuple[str, ...]], int]


@pytest.fixture
def build(monkeypatch: pytest.MonkeyPatch) -> Callable[..., ModuleType]:
    """Puts a command of the test's own in the place of `chm build`."""

    def put(run: Run, passes_on: bool = False) -> ModuleType:
        def command(site: str | None, arguments: tuple[str, ...] = ()) -> int:
            return run(site, arguments)

        module = ModuleType("clearinghouse.commands.build")
        named = click.option("--site")(click.argument("arguments", nargs=-1)(command) if passes_on else command)
        module.run = options.command("Builds nothing.", passes_on)(named)  # type: ignore[attr-defined]  # a module of a test
        monkeypatch.setitem(sys.modules, "clearinghouse.commands.build", module)
        return module

    return put


def raising(error: BaseException) -> Run:
    """A command that ends so."""

    def run(site: str | None, arguments: tuple[str, ...]) -> int:
        raise error

    return run


def python(code: str, **environment: str) -> list[str]:
    """What a process of its own prints, in UTF-8 and line by line."""
    surroundings = {**os.environ, "PYTHONPATH": str(ROOT), **environment}
    ran = subprocess.run([sys.executable, "-c", code], env=surroundings, capture_output=True, check=True)
    return ran.stdout.decode("utf-8").splitlines()


def test_help_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    """With what it does, below those who need it; the tools of those who work on the code are left out."""
    assert main(["--help"]) == 0
    words = capsys.readouterr().out
    assert all(command in words and summary in words for command, summary in COMMANDS.items())
    assert all(f"{group}:\n" in words for group in GROUPS)
    assert not any(f"  {tool} " in words for tool in TOOLS)


def test_help_imports_no_command() -> None:
    """So that it is there at once."""
    code = "import sys; from clearinghouse.commands.shell import main; main(['--help']); print(*sys.modules, sep='\\n')"
    imported = {name for name in python(code) if name.startswith(("clearinghouse.commands.", "tools."))}
    assert imported == {"clearinghouse.commands.shell"}


@pytest.mark.parametrize("name", [*COMMANDS, *TOOLS])
def test_the_help_of_a_command_has_examples(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    """In the columns in which they are written."""
    command = chm.get_command(click.Context(chm), name)
    assert command
    assert command.help
    assert main([name, "--help"]) == 0
    words = capsys.readouterr().out
    assert all(f"  {line}".rstrip() in words.splitlines() for line in command.help.splitlines())
    assert f"\n    chm {name}" in words


def test_the_help_of_a_command_is_its_own_description(build: Callable[..., ModuleType], capsys: pytest.CaptureFixture[str]) -> None:
    """And its own arguments."""
    build(lambda site, arguments: 0)
    assert main(["build", "--help"]) == 0
    words = capsys.readouterr().out
    assert "Builds nothing." in words
    assert "--site TEXT" in words


@pytest.mark.parametrize("tool", TOOLS)
def test_a_tool_that_is_not_there_is_missed_in_one_line(
    tool: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The package is installed without them; they lie in a checkout."""
    monkeypatch.setattr(root, "ROOT", tmp_path)
    assert main([tool]) == 2
    assert capsys.readouterr().err.endswith(f"run `python3 scripts/chm.py {tool}` in a checkout\n")


@pytest.mark.parametrize("status", [0, 1])
def test_the_status_of_a_command_is_that_of_the_shell(build: Callable[..., ModuleType], status: int) -> None:
    """0 done, 1 the records have problems."""
    build(lambda site, arguments: status)
    assert main(["build"]) == status


@pytest.mark.parametrize(
    ("error", "status", "line"),
    [
        (Failure("there is no data/; give one with --data"), 2, "chm: there is no data/; give one with --data\n"),
        (KeyboardInterrupt(), 130, "chm: stopped\n"),
        (ValueError("odd\nand long"), 2, "chm: internal error: ValueError: odd (CHM_DEBUG=1 shows where; please report it)\n"),
    ],
)
def test_trouble_is_one_line(
    build: Callable[..., ModuleType],
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    error: BaseException,
    status: int,
    line: str,
) -> None:
    """On stderr, without a traceback."""
    monkeypatch.delenv("CHM_DEBUG", raising=False)
    build(raising(error))
    assert main(["build"]) == status
    assert capsys.readouterr() == ("", line)


def test_an_internal_error_shows_where_when_asked(
    build: Callable[..., ModuleType], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """For those who mend the tool."""
    monkeypatch.setenv("CHM_DEBUG", "1")
    build(raising(ValueError("odd")))
    assert main(["build"]) == 2
    assert "Traceback" in capsys.readouterr().err


def test_a_reader_that_goes_away_is_no_trouble() -> None:
    """`chm explain | head -1` says nothing on stderr."""
    command = [sys.executable, "-m", "clearinghouse.commands.shell", "explain"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.close()
        assert (process.wait(), process.stderr.read()) == (141, b"")


@pytest.mark.parametrize("arguments", [[], ["bild"], ["build", "--sight", "x"], ["build", "x"], ["build", "--sit", "x"]])
def test_a_wrong_call_is_told_and_runs_nothing(
    build: Callable[..., ModuleType], capsys: pytest.CaptureFixture[str], arguments: list[str]
) -> None:
    """Exit status 2; options are not shortened, since a new one could change what a short one means."""
    build(raising(AssertionError("ran")))
    assert main(arguments) == 2
    assert capsys.readouterr().err.splitlines()[-1].startswith("chm: ")


@pytest.mark.parametrize("day", ["0001-01-01", "1979-12-31", "2106-01-01", "9999-12-31"])
@pytest.mark.parametrize("arguments", [["build", "--as-of"], ["verify", "net-awg", "--on"]])
def test_a_day_near_the_ends_of_the_calendar_is_told_and_runs_nothing(
    arguments: list[str], day: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """In one line: no archive could be of that day."""
    assert main([*arguments, day]) == 2
    assert f": {day} is out of range: name a day of the years 1980 to 2105; " in capsys.readouterr().err


def test_a_command_may_pass_on_what_it_does_not_know(build: Callable[..., ModuleType]) -> None:
    """In the order in which it was written."""
    passed: list[list[str]] = []

    def run(site: str | None, arguments: tuple[str, ...]) -> int:
        assert site == "there"
        passed.append([*arguments])
        return 0

    build(run, passes_on=True)
    assert main(["build", "tests/commands", "-k", "shell", "--site", "there", "-x", "--lf"]) == 0
    assert passed == [["tests/commands", "-k", "shell", "-x", "--lf"]]


def test_output_is_utf_8_whatever_the_system_thinks() -> None:
    """Windows would take a code page of its own."""
    code = """if True:
        import sys, types
        from clearinghouse.commands import options
        from clearinghouse.commands.shell import main
        sys.modules["clearinghouse.commands.build"] = build = types.ModuleType("build")
        build.run = options.command("Greets.")(lambda: print("\\u1797\\u17b6\\u179f\\u17b6") or 0)
        main(["build"])"""
    assert python(code, PYTHONIOENCODING="ascii") == ["ភាសា"]
