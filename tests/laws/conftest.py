"""What the laws need of the system, and an import into an empty folder."""

import json
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
import yaml

from clearinghouse.commands.shell import main
from tests.support.reading.agenda_accounts import Records, Report

# Limits on memory and time, and copies of a process, are what Windows does not have.
collect_ignore = ["test_hostile_files.py"] if sys.platform == "win32" else []

ImportFile = Callable[[str, bytes, Mapping[str, str]], tuple[int, Report, Records]]


@pytest.fixture
def imported_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> ImportFile:
    """Imports a file of a name into an empty folder, what is sound of it, with answers: the exit status, the report, and the records."""

    def run(name: str, content: bytes, answers: Mapping[str, str]) -> tuple[int, Report, Records]:
        data = tmp_path / f"data-{len(list(tmp_path.iterdir()))}"
        data.mkdir()
        (data / name).write_bytes(content)
        options = [part for key, text in answers.items() for part in ("--set", f"{key}={text}")]
        command = ["import", str(data / name), "--into", "trainings", "--data", str(data), "--as-of", "2026-11-26", "--partial"]
        status = main([*command, "--format", "json", *options])
        report = json.loads(capsys.readouterr().out)["problems"]
        files = (data / "trainings").glob("*.yml")
        return status, report, [yaml.load(file.read_text("utf-8"), yaml.BaseLoader) | {"id": file.stem} for file in files]

    return run
