"""What the tests of .github share."""

from pathlib import Path

import pytest

from tests.support.github.runner import Forge
from tests.support.running import ROOT


@pytest.fixture
def forge(tmp_path: Path) -> Forge:
    """A repository with the made-up records on a GitHub of its own."""
    return Forge(tmp_path / "forge", ROOT / "tests" / "living")
