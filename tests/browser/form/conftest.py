"""What tests of the form share: all records, and the form at a query."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from clearinghouse.catalogue.catalogue import Catalogue
from clearinghouse.reading.typing.read import read
from clearinghouse.world.disk.data_folder import data_files
from tests.support.browser.filling import Begun, Form, opened
from tests.support.running import ROOT, TRUE

Server = Callable[[Path], str]


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    """All of data/."""
    reading = read(data_files(ROOT / "data"))
    return Catalogue.of(reading.records, reading.about, date.fromisoformat(TRUE[1]))


@pytest.fixture
def form(true_site: Path, server: Server, begun: Begun) -> Callable[[str], Form]:
    """Opens the form at a query, for somebody who has typed nothing yet."""
    return lambda query: opened(begun(), server(true_site), query)
