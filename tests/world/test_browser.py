"""The browser of the tests: one that runs is found, and none is made up."""

import importlib.util
from pathlib import Path

import pytest

from clearinghouse.world.browser.browser import browser
from clearinghouse.world.failure import Failure


def program(path: Path, status: int) -> Path:
    """A program that answers every call with the status."""
    path.write_text(f"#!/bin/sh\nexit {status}\n")
    path.chmod(0o755)
    return path


def test_the_browser_of_the_environment_comes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """CHM_BROWSER decides, by path or by name."""
    mine = program(tmp_path / "mine", 0)
    monkeypatch.setenv("CHM_BROWSER", str(mine))
    assert browser() == mine


def test_a_browser_of_the_environment_that_is_not_there_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """Another one in its place would hide the mistake."""
    monkeypatch.setenv("CHM_BROWSER", "/nowhere/chrome")
    with pytest.raises(Failure, match="CHM_BROWSER names /nowhere/chrome, which is no program"):
        browser()


def test_a_stub_that_is_no_browser_is_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Some systems have a `chromium` that only says where to get one."""
    program(tmp_path / "chromium", 1)
    chrome = program(tmp_path / "google-chrome", 0)
    monkeypatch.delenv("CHM_BROWSER", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert browser() == chrome


def test_where_there_is_no_playwright_the_reader_is_told_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever prints has what `chm export` installs, which is no browser, and no way to fetch one."""
    monkeypatch.delenv("CHM_BROWSER", raising=False)
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    with pytest.raises(Failure, match="a browser is needed: install Chromium"):
        browser()
