"""Calls of chm that stand in documents, workflows and docstrings: the command line takes every one of them."""

import ast
import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import click
import yaml

from clearinghouse.commands.shell import COMMANDS, TOOLS, chm
from tests.support.running import ROOT

DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / ".github").rglob("*.md")])
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
MODULES = sorted(path for folder in ("clearinghouse", "tools", "hooks", "scripts") for path in (ROOT / folder).rglob("*.py"))
CALL = re.compile(r"(?:scripts/chm\.py|(?<![\w./])chm) +(\w.*)")
ENDS = ("|", "||", "&&", ";", "(")
"""What ends a call in a shell."""


def code_in(markdown: str) -> Iterator[str]:
    """Each line of its blocks of code, and each piece of code in its sentences, which may go over two lines."""
    for number, part in enumerate(re.split(r"^```.*$", markdown, flags=re.MULTILINE)):
        yield from re.split("[`\\n]", part) if number % 2 else (" ".join(code.split()) for code in re.findall(r"`([^`]+)`", part))


def docstrings(path: Path) -> Iterator[str]:
    """Those of a module and all in it, and the help of a command, in which examples stand apart from what is said of them."""
    module = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(module):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef):
            yield ast.get_docstring(node) or ""


def lines() -> Iterator[tuple[str, str]]:
    """Where it stands and what may be a call."""
    for path in DOCUMENTS:
        yield from ((path.name, line) for line in code_in(path.read_text(encoding="utf-8")))
    for path in WORKFLOWS:
        for job in yaml.safe_load(path.read_text(encoding="utf-8"))["jobs"].values():
            for step in job.get("steps", ()):
                yield from ((path.name, line) for line in step.get("run", "").replace("\\\n", " ").splitlines())
    for path in MODULES:
        yield from ((path.name, line) for text in docstrings(path) for line in code_in(text))
    for name in (*COMMANDS, *TOOLS):
        command = chm.get_command(click.Context(chm), name)
        assert command
        assert command.help
        examples = [line for line in command.help.splitlines() if line.startswith("  ")]
        yield from ((f"help of {name}", re.split(" {2,}", line.strip())[0]) for line in examples)


def calls() -> Iterator[tuple[str, str]]:
    """Where it stands, and the arguments of each call that has more than a command's name."""
    for where, line in lines():
        for call in CALL.findall(line):
            words = shlex.split(call, comments=True)
            end = next((place for place, word in enumerate(words) if word.startswith(ENDS)), len(words))
            if end > 1 and words[0] != "COMMAND":
                yield where, shlex.join(words[:end])


def fault_of(call: str) -> str:
    """What is wrong with a call, or nothing: its options, how many arguments it has, and the values of those that are no free text."""
    name, *arguments = shlex.split(call)
    command = chm.get_command(click.Context(chm), name)
    if not command:
        return f"there is no command {name}"
    try:
        command.make_context(name, arguments)
    except click.exceptions.Exit:
        return "" if "--help" in arguments else "it only ends"
    except click.UsageError as error:
        return error.format_message()
    return ""


def test_each_call_is_one_that_the_command_takes() -> None:
    """Each with where it stands; all that are wrong at once."""
    assert [f"{where}: chm {call}: {fault}" for where, call in sorted(set(calls())) if (fault := fault_of(call))] == []


def test_calls_are_found_wherever_they_stand() -> None:
    """In documents, workflows, docstrings and the help itself."""
    places = {where for where, _ in calls()}
    assert {"README.md", "CONTRIBUTING.md", "HOSTING.md", "deploy.yml", "help of export"} <= places
