"""Hostile records: whatever somebody writes into a record is shown as it stands, and nothing of it ever runs."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.support.attacks import BODY, WORDS, attack, running
from tests.support.browser.kinds import PAGES, page_of
from tests.support.browser.visit import Visit
from tests.support.patience import patient
from tests.support.plain import LIVING_DATA
from tests.support.running import chm

Server = Callable[[Path], str]
TRAINING = "th-2026-02-forensics"


@pytest.fixture(scope="module")
def keys_and_site(tmp_path_factory: pytest.TempPathFactory) -> tuple[set[str], Path]:
    """The keys that took an attack, and the site of the records that hold them."""
    folder = tmp_path_factory.mktemp("hostile")
    keys = attack(LIVING_DATA, folder / "data")
    result = chm("build", "--data", folder / "data", "--site", folder / "living-site", "--as-of", "2026-03-10")
    assert result.returncode == 0, result.stderr
    return keys, folder / "living-site"


@pytest.fixture
def hostile_site(keys_and_site: tuple[set[str], Path]) -> Path:
    """The site of hostile records."""
    return keys_and_site[1]


@pytest.mark.long
def test_nearly_every_key_takes_an_attack(keys_and_site: tuple[set[str], Path]) -> None:
    """Else this would test nothing."""
    wanted = "title title_local summary body note place organisers partners participants_note audience_note publisher"
    wanted += " reason wording responsible provider number how document what unit scope label prefix"
    assert set(wanted.split()) - keys_and_site[0] == set()


def peaceful(page: str) -> str:
    """The same page of the site without attacks: a plan whose prefix is one is named by its id in addresses of its activities."""
    return re.sub("/(poa|fleg)-[0-9]{4}-[0-9]{4}-([0-9.]+)/", r"/\1-\2/", page)


@pytest.mark.long
def test_nothing_in_any_page_could_run(hostile_site: Path, living_site: Path) -> None:
    """But for what runs in the same page of the same records without an attack."""
    pages = [path.relative_to(hostile_site).as_posix() for path in hostile_site.rglob("*.html")]
    assert len(pages) > 400
    for page in pages:
        assert running((hostile_site / page).read_bytes()) == running((living_site / peaceful(page)).read_bytes()), page


@pytest.mark.long
@pytest.mark.parametrize("page", PAGES)
def test_a_hostile_page_of_each_kind_is_harmless(page: str, hostile_site: Path, server: Server, visit: Callable[..., Visit]) -> None:
    """No dialog, no request for what an attack names, no error, in the width of a phone too."""
    tab = visit(server(hostile_site) + page_of(page, hostile_site))
    tab.page.wait_for_load_state("networkidle")
    assert tab.faults == []


@pytest.mark.long
def test_an_attack_is_shown_as_it_stands(hostile_site: Path, server: Server, visit: Callable[..., Visit]) -> None:
    """In the heading, in the name of the window and in lists."""
    tab = visit(server(hostile_site) + f"trainings/{TRAINING}/")
    assert tab.page.locator("h1").inner_text().startswith(WORDS)
    assert tab.page.title().startswith(WORDS)
    description = tab.page.locator("meta[name=description]").get_attribute("content", timeout=patient(1) * 1000)
    assert description
    assert description.startswith(WORDS)
    expect(tab.page.locator("article .md-typeset")).to_contain_text(BODY.strip())
    assert visit(server(hostile_site) + "trainings/").page.locator("tbody th").first.inner_text().startswith(WORDS)
