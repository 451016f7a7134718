"""The lint of the scripts: where it cannot look it says so, and what it looks at is what is given out."""

import json

import pytest

from tests.support.running import ROOT
from tools import lint_scripts


def test_without_node_it_says_that_nothing_was_checked(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """A check that did not run must not look like one that passed."""
    monkeypatch.setattr("shutil.which", lambda name: None)
    assert lint_scripts.main() == 2
    assert "NOT checked" in capsys.readouterr().err


@pytest.mark.parametrize(("ends", "status"), [([0, 0, 0], 0), ([0, 2, 0], 1), ([1, 0, 1], 1)])
def test_every_check_runs_and_any_that_fails_counts(ends: list[int], status: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """The second one too where the first has found something."""
    left = iter(ends)

    class Ended:
        def __init__(self, command: list[str], **how: object) -> None:
            assert command[0] == "node"
            self.returncode = next(left)

    monkeypatch.setattr("shutil.which", lambda name: name)
    monkeypatch.setattr(lint_scripts, "is_installed", lambda: True)
    monkeypatch.setattr("subprocess.run", Ended)
    assert lint_scripts.main() == status
    assert list(left) == []


def test_its_tools_are_pinned_and_no_address_of_a_registry_is_written_down() -> None:
    """Whoever runs it takes them from the registry that npm is set to, by their sums."""
    package = json.loads((ROOT / "tools/scripts/package.json").read_text("utf-8"))
    locked = json.loads((ROOT / "tools/scripts/package-lock.json").read_text("utf-8"))["packages"]
    versions = {name: locked[f"node_modules/{name}"]["version"] for name in package["devDependencies"]}
    assert versions == package["devDependencies"]
    assert all("integrity" in entry and "resolved" not in entry for name, entry in locked.items() if name)
