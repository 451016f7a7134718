"""Loading: every page opens in silence, fits its window and asks nothing of anybody else."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.support.browser.kinds import addresses
from tests.support.browser.visit import HEIGHT, PHONE, WIDE, Visit
from tests.support.haste import daily
from tests.support.running import ROOT

Server = Callable[[Path], str]
Visits = Callable[..., Visit]


def of_nav(below: Any) -> Iterator[str]:
    """The addresses in a navigation, as mkdocs.yml has it: lists of titles with a file or a list."""
    if isinstance(below, str):
        yield "" if below == "index.md" else below.removesuffix(".md") + "/"
    for entry in below if isinstance(below, list) else ():
        for inner in entry.values():
            yield from of_nav(inner)


NAV = list(of_nav(yaml.load((ROOT / "mkdocs.yml").read_text("utf-8"), yaml.CSafeLoader)["nav"]))


def test_the_nav_was_found() -> None:
    """Else nothing below would be looked at."""
    assert {"", "plans/", "trainings/", "figures/", "about/"} <= set(NAV)


@pytest.mark.long
@pytest.mark.parametrize("width", [WIDE, PHONE])
@pytest.mark.parametrize("address", NAV)
def test_every_page_of_the_nav_loads_without_a_complaint(address: str, width: int, true_site: Path, server: Server, visit: Visits) -> None:
    """No error, no warning, no failed request, no sideways scroll."""
    assert visit(server(true_site) + address, width).faults == []


@pytest.mark.parametrize("address", daily(NAV, "about/", "trainings/"))
def test_every_page_of_the_nav_fits_a_phone_whatever_happens(address: str, living_site: Path, server: Server, visit: Visits) -> None:
    """The living site has words without end. The largest page of each kind is looked at where axe is run, every day."""
    assert visit(server(living_site) + address, PHONE).faults == []


@pytest.mark.long
def test_every_page_loads_without_a_complaint(site: Path, server: Server, visit: Visits) -> None:
    """Wide, and as narrow as a phone afterwards."""
    for address in addresses(site):
        tab = visit(server(site) + address)
        assert tab.faults == [], address
        tab.page.set_viewport_size({"width": PHONE, "height": HEIGHT})
        assert tab.faults == [], address
        tab.page.set_viewport_size({"width": WIDE, "height": HEIGHT})
