"""What the tests share: long tests on demand, two sites that are built once a run, a web server and a browser."""

import contextlib
import gc
import os
import time
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from clearinghouse.site.engine import take_engine
from clearinghouse.world.browser.browser import browser as found_browser
from tests.support.haste import DAY, NIGHT
from tests.support.patience import patient
from tests.support.running import LIVING, LONGEST, TRUE, chm
from tests.support.serving import served

if TYPE_CHECKING:
    from playwright.sync_api import Browser

PURE = {"vocabulary", "problems", "records", "catalogue", "reading", "publications", "data"}
"""The folders of tests that need no built site, no browser and no command."""
TYPES = "test_types.py"
"""The tests that take longest of all: they go out first, so that they are never what all wait for."""
WAITING = ("tests/browser/", "tests/offline/", "tests/search/")
"""The folders of tests that mostly wait for a browser."""
TESTS = Path(__file__).parent
RARELY = (100_000, 50, 1000)
"""How seldom garbage is looked for: catalogues that stay until the end are walked through each time, which took a tenth of all."""
FLAGS = (
    "--no-sandbox --disable-gpu --no-first-run --disable-background-networking --disable-component-update --disable-sync --in-process-gpu"
)
OFF = (
    "WebUIOmniboxPopup,WebUIOmniboxAimPopup,AimEnabled,AvoidCorsURLLoaderRestartOnRedirect,AvoidUnnecessaryBeforeUnloadCheckSync,"
    "DestroyProfileOnBrowserClose,HttpsFirstBalancedModeAutoEnable,HttpsUpgrades,LensOverlay,MediaRouter,NetworkTimeServiceQuerying,"
    "OptimizationHints,PaintHolding,PreconnectToSearch,ThirdPartyStoragePartitioning"
)
"""What a browser leaves out: the pages below its address field, which nobody sees here, took as long as all others together. The rest
is what Playwright leaves out, said again, since a browser heeds the last such list alone."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """Adds `--fast` and `--all`."""
    parser.addoption("--fast", action="store_true", help="run no test that needs a built site, a browser or a command")
    parser.addoption("--all", action="store_true", help="run the long tests too: every page, not one of each kind")


def pytest_configure(config: pytest.Config) -> None:
    """Names the mark of long tests, says how long hypothesis may look, and takes the engine before any test imports MkDocs."""
    gc.set_threshold(*RARELY)
    take_engine()
    settings.load_profile(NIGHT if config.getoption("--all") else DAY)
    config.addinivalue_line("markers", "long: of a kind of which shorter tests stand for all every day, so it only runs with --all")


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """With `--fast`, opens the folders of pure rooms alone, and of what concerns all rooms all but the types."""
    inside = collection_path.relative_to(TESTS).parts if collection_path.is_relative_to(TESTS) else ()
    is_fast = not inside or inside[0] in PURE or (len(inside) == 1 and collection_path.is_file() and inside[0] != TYPES)
    return None if is_fast or not config.getoption("--fast") else True


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leaves long tests out unless they are asked for, and mixes modules that wait for a browser with those that work."""
    left_out = [item for item in items if item.get_closest_marker("long") and not config.getoption("--all")]
    chosen = set(items) - set(left_out)
    items[:] = sorted(mixed([item for item in items if item in chosen]), key=lambda item: item.path.name != TYPES)
    config.hook.pytest_deselected(items=left_out)


def pytest_collection_finish() -> None:
    """Says that what is there now stays: the modules of all tests are never looked through for garbage again."""
    gc.collect()
    gc.freeze()


def mixed(items: list[pytest.Item]) -> list[pytest.Item]:
    """Tests module by module, those in WAITING and the others in turn, so that a processor always has something to do."""
    modules: dict[str, list[pytest.Item]] = {}
    for item in items:
        modules.setdefault(item.nodeid.partition("::")[0], []).append(item)
    kinds = [[name for name in modules if name.startswith(WAITING) is waits] for waits in (True, False)]
    place = {name: number / len(kind) for kind in kinds for number, name in enumerate(kind)}
    return [item for name in sorted(modules, key=lambda name: place[name]) for item in modules[name]]


def once_a_run(tmp_path_factory: pytest.TempPathFactory, name: str, *arguments: str) -> Path:
    """A site that the first worker builds and the others wait for."""

    def build(site: Path) -> None:
        result = chm("build", "--site", site, *arguments)
        assert result.returncode == 0, result.stderr

    return made_once(tmp_path_factory, name, build)


def made_once(tmp_path_factory: pytest.TempPathFactory, name: str, make: Callable[[Path], None]) -> Path:
    """A folder that the first worker makes and the others wait for: it must not be there until it is whole."""
    folder = tmp_path_factory.getbasetemp()
    folder = folder.parent if "PYTEST_XDIST_WORKER" in os.environ else folder
    place, until = folder / name, time.monotonic() + LONGEST
    with contextlib.suppress(FileExistsError):
        (folder / f"{name}.taken").mkdir()
        make(place)
    while not place.exists():
        assert time.monotonic() < until, f"the worker that makes {name} has failed"
        time.sleep(0.05)
    return place


@pytest.fixture(scope="session")
def true_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of data/, seen from a fixed day."""
    return once_a_run(tmp_path_factory, "true-site", *TRUE)


@pytest.fixture(scope="session")
def living_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of tests/living, seen from its day."""
    return once_a_run(tmp_path_factory, "living-site", *LIVING)


@pytest.fixture(params=[pytest.param("true", marks=pytest.mark.long), "living"])
def site(request: pytest.FixtureRequest) -> Path:
    """Each of the two sites, every page of which is looked at; every day only that of the smaller one, in which more happens."""
    folder: Path = request.getfixturevalue(f"{request.param}_site")
    return folder


@pytest.fixture(scope="session")
def server() -> Iterator[Callable[[Path], str]]:
    """Called with a folder, serves it and gives the address of its front page."""
    with contextlib.ExitStack() as servers:
        yield cache(lambda folder: servers.enter_context(served(folder)))


@pytest.fixture(scope="session")
def browser() -> Iterator["Browser"]:
    """A headless Chromium, or what CHM_BROWSER names."""
    from playwright.sync_api import expect, sync_playwright  # here, since those who need no browser would wait for it

    flags = [*FLAGS.split(), f"--disable-features={OFF}"]
    expect.set_options(timeout=patient(30) * 1000)  # a wait ends as soon as it can, so a long one costs nothing
    with sync_playwright() as playwright, playwright.chromium.launch(executable_path=found_browser(), args=flags) as one:
        one.on("context", lambda context: context.set_default_timeout(patient(30) * 1000))
        yield one
