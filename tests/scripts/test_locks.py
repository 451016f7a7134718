"""The locks in requirements/: each package by version and hash, and all of them agreeing."""

import re

import pytest

from tests.support.running import ROOT


def pins(lock: str) -> set[str]:
    """The pinned packages of a lock with their markers."""
    return {line.rstrip(" \\") for line in (ROOT / "requirements" / lock).read_text().splitlines() if re.match(r"\w", line)}


@pytest.mark.parametrize("lock", ["export.txt", "relay.txt", "test.txt"])
def test_the_other_locks_hold_that_of_the_build(lock: str) -> None:
    """In the same versions: else going from one to the other would have to undo something."""
    assert pins("build.txt") < pins(lock)


def test_the_lock_of_the_tests_holds_those_of_the_export_and_the_relay() -> None:
    """The tests make offline editions, and run a relay."""
    assert pins("export.txt") | pins("relay.txt") <= pins("test.txt")


@pytest.mark.parametrize("lock", ["before.txt", "build.txt", "export.txt", "relay.txt", "test.txt", "data.txt"])
def test_a_lock_names_packages_and_nothing_of_the_machine_it_was_made_on(lock: str) -> None:
    """No index, no address, no path: each package by version and hash, wherever it comes from."""
    text = (ROOT / "requirements" / lock).read_text()
    assert not re.search(r"^-|://|@ ", text, re.MULTILINE)
    assert all("==" in pin for pin in pins(lock))
