"""What the tests in the browser share: visits to pages of two sites."""

import contextlib
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.support.browser.visit import HEIGHT, WIDE, Visit

Begin = Callable[..., Visit]


@contextlib.contextmanager
def visits(browser: Browser) -> Iterator[Begin]:
    """Begins visits, each in a profile of its own, until the end: how wide, in which scheme, and whether scripts run."""
    with contextlib.ExitStack() as profiles:

        def begin(width: int = WIDE, scheme: str = "light", script: bool = True) -> Visit:
            # Less motion: colours that change slowly would be measured half way.
            settings: Any = {"color_scheme": scheme, "java_script_enabled": script, "reduced_motion": "reduce"}
            return Visit.begun(profiles.enter_context(browser.new_context(viewport={"width": width, "height": HEIGHT}, **settings)))

        yield begin


@pytest.fixture
def begun(browser: Browser) -> Iterator[Begin]:
    """Begins a visit for one test, which may leave behind what it likes."""
    with visits(browser) as begin:
        yield begin


@pytest.fixture(scope="session")
def visit(browser: Browser) -> Iterator[Begin]:
    """Opens an address in a page that tests share, since a new one each time would take most of the time; change nothing that lasts."""
    with visits(browser) as begin:
        shared = cache(begin)
        yield lambda url, *how, **named: shared(*how, **named).to(url)
