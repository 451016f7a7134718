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


@pytest.fixture(scope="session")
def shared(browser: Browser) -> Iterator[Begin]:
    """Pages that tests share, one of each sort: a new profile, which knows no script and no style yet, takes most of the time."""
    with visits(browser) as begin:
        one_of = cache(begin)
        yield lambda width=WIDE, scheme="light", script=True: one_of(width, scheme, script)


@pytest.fixture(scope="session")
def visit(shared: Begin) -> Begin:
    """Opens an address in a shared page, as wide as is asked for, whoever looked at it before; change nothing else that lasts."""

    def open_page(url: str, width: int = WIDE, scheme: str = "light", script: bool = True) -> Visit:
        one = shared(width, scheme, script)
        one.page.set_viewport_size({"width": width, "height": HEIGHT})
        return one.to(url)

    return open_page


@pytest.fixture
def begun(shared: Begin) -> Iterator[Begin]:
    """Begins a visit of somebody who has never been there, who may leave behind what he likes."""
    with contextlib.ExitStack() as ends:

        def begin(width: int = WIDE, scheme: str = "light", script: bool = True) -> Visit:
            one = shared(width, scheme, script)
            ends.callback(one.leave, width)
            return one

        yield begin


@pytest.fixture
def apart(browser: Browser) -> Iterator[Begin]:
    """The same in a profile of its own, for what cannot be taken back: scripts that run before those of a page."""
    with visits(browser) as begin:
        yield begin
