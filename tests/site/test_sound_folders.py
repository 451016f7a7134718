"""Sound folders built for real: whatever `chm check` accepts, the build takes, through MkDocs, the theme and Pagefind."""

from pathlib import Path

import pytest

from tests.support.fuzz.folders import sound_folder
from tests.support.running import chm

DAYS = ("2026-03-10", "1980-01-01", "2105-12-31")


@pytest.mark.long
@pytest.mark.parametrize("number", [3, *(pytest.param(number, marks=pytest.mark.long) for number in range(200) if number != 3)])
def test_what_the_check_accepts_is_built(number: int, tmp_path: Path) -> None:
    """Below the build, tests/laws/test_sound_folders.py follows every link of the same folders; one of them here stands
    for all every day."""
    for path, content in sound_folder(number).items():
        (tmp_path / "data" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "data" / path).write_bytes(content)
    checked = chm("check", "--data", tmp_path / "data")
    assert checked.returncode == 0, checked.stdout
    build = chm("build", "--data", tmp_path / "data", "--site", tmp_path / "site", "--as-of", DAYS[number % len(DAYS)])
    assert build.returncode == 0, build.stderr
