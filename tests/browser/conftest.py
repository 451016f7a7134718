"""What the tests in the browser share: visits to pages of two sites."""

import contextlib
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.browser.visit import HEIGHT, WIDE, Visit


@pytest.fixture(scope="session")
def begun(browser: Browser) -> Iterator[Callable[..., Visit]]:
    """Begins a visit in a profile of its own: how wide, in which scheme, and whether scripts run."""
    with contextlib.ExitStack() as profiles:

        def begin(width: int = WIDE, scheme: str = "light", script: bool = True) -> Visit:
            # Less motion: colours that change slowly would be measured half way.
            settings: Any = {"color_scheme": scheme, "java_script_enabled": script, "reduced_motion": "reduce"}
            return Visit.begun(profiles.enter_context(browser.new_context(viewport={"width": width, "height": HEIGHT}, **settings)))

        yield begin


@pytest.fixture(scope="session")
def visit(begun: Callable[..., Visit]) -> Callable[..., Visit]:
    """Opens an address in a page that tests share, since a new one each time would take most of the time; change nothing that lasts."""
    shared = cache(begun)
    return lambda url, *how, **named: shared(*how, **named).to(url)
