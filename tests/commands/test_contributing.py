"""CONTRIBUTING.md and the pre-commit hook: what they show is what the commands do."""

import re
import shlex
from pathlib import Path

import pytest
import yaml

from clearinghouse.commands.shell import COMMANDS, TOOLS, main
from tests.support.running import ROOT

GUIDE = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(\w*)\n(.*?)^```$", GUIDE, re.MULTILINE | re.DOTALL)


def block(language: str, part: str) -> str:
    """The first block of a language that holds a text."""
    return str(next(text for name, text in BLOCKS if name == language and part in text))


def test_the_record_of_the_guide_is_sound(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """And the mistake that it shows is told in these very words."""
    named = re.search(r"`data/(trainings/[a-z0-9-]+\.yml)`", GUIDE)
    assert named
    path = tmp_path / "data" / named[1]
    path.parent.mkdir(parents=True)
    monkeypatch.chdir(tmp_path)
    record = block("yaml", "title:")
    path.write_text(record, encoding="utf-8")
    assert main(["check", f"data/{named[1]}"]) == 0
    capsys.readouterr()
    path.write_text(record.replace("starts: 2026-03-02", "starts: 2026-02-30"), encoding="utf-8")
    assert main(["check", f"data/{named[1]}"]) == 1
    assert block("", "DATE-002") in capsys.readouterr().out


def test_every_command_of_the_guide_is_known() -> None:
    """By name; what follows is an example."""
    named = re.findall(r"scripts/chm\.py (\w+)", GUIDE)
    assert {"check", "new", "import", "explain", "test"} <= set(named) <= {*COMMANDS, *TOOLS}


def test_the_hook_checks_the_records_of_a_commit() -> None:
    """By the command that the pull request runs; samples, schemas and stray files are no records."""
    [repository] = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))["repos"]
    [hook] = repository["hooks"]
    assert repository["repo"] == "local"
    interpreter, script, command = shlex.split(hook["entry"])
    assert (interpreter, script, command in COMMANDS) == ("python3", "scripts/chm.py", True)
    assert (ROOT / script).is_file()
    chosen = re.compile(hook["files"])
    records = [path.relative_to(ROOT).as_posix() for path in (ROOT / "data").rglob("[!_]*.yml")]
    assert all(chosen.search(path) for path in records)
    assert not any(chosen.search(path) for path in ("data/_schemas/trainings.json", "tests/living/trainings/x.yml", "mkdocs.yml"))
