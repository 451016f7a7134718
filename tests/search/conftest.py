"""What the tests of the search share: somebody who asks the true site, and one who asks the living one."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext

from tests.support.running import in_a_thread
from tests.support.search.asking import Asking
from tools.visits.search import Fetched, fetched

Server = Callable[[Path], str]


@pytest.fixture(scope="session")
def profile(browser: Browser) -> Iterator[BrowserContext]:
    """One profile for all, since what was loaded once need not be loaded again."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce", timezone_id="Asia/Bangkok")
    yield context
    context.close()


@pytest.fixture(scope="session")
def asking(true_site: Path, server: Server, profile: BrowserContext) -> Iterator[Asking]:
    """Somebody who searches the true site, in one page for all tests, since a new one each time would take most of the time."""
    page = profile.new_page()
    yield Asking(page, server(true_site))
    page.close()


@pytest.fixture(scope="session")
def asking_living(living_site: Path, server: Server, profile: BrowserContext) -> Iterator[Asking]:
    """The same for the living site, seen from its own day."""
    page = profile.new_page()
    page.clock.set_fixed_time("2026-03-10T12:00:00+07:00")
    yield Asking(page, server(living_site))
    page.close()


@pytest.fixture(scope="session")
def fetched_from_true_site(true_site: Path) -> Fetched:
    """What a browser is sent of the true site."""
    return in_a_thread(fetched, true_site)
