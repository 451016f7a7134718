"""What the tests of the launcher share."""

from pathlib import Path

import pytest

from tests.support.scripts.repository import Repository


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """A repository without `.venv`."""
    return Repository(tmp_path)
