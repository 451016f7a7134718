"""Browsing: pages of a served site come in; what a browser and axe find wrong with them leaves, in each state that a page has.

A page is wrong too when it is wider than its window, complains in the console, or jumps while it loads.
"""

from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Error, Page, sync_playwright

from clearinghouse.world.browser.browser import browser, is_root
from tools.quality.verdict import Fault, Sample

NAME = "axe"
AXE = Path("axe-core", "axe.min.js")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN = """async options => (await axe.run({...options, resultTypes: ["violations"]})).violations
  .flatMap(rule => rule.nodes.map(node => `${rule.id}: ${node.html.slice(0, 200)}: ${node.failureSummary}`))"""
ALL = {"runOnly": {"type": "tag", "values": TAGS}}
COLOURS = {"runOnly": {"type": "rule", "values": ["color-contrast"]}}
BUT_COLOURS = {**ALL, "rules": {"color-contrast": {"enabled": False}}}
"""Where the system forces its colours, axe takes those for real that the page asked for."""
WIDE, PHONE, NARROW, HEIGHT = 1280, 360, 320, 800
STILL = 0.02
"""How far a page may jump while it loads: Cumulative Layout Shift, as browsers count it."""
WATCH = """globalThis.chShift = 0
new PerformanceObserver(list => {
  for (const shift of list.getEntries()) if (!shift.hadRecentInput) globalThis.chShift += shift.value
}).observe({type: "layout-shift", buffered: true})"""
OVER = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
UNFOLD = "for (const part of document.querySelectorAll('article details')) part.open = true"
DARK = "scheme => document.body.setAttribute('data-md-color-scheme', scheme)"
QUIET = 500
"""In milliseconds: how long a page that has loaded is watched for a jump."""
LONGEST = 60_000


@dataclass(frozen=True)
class Place:
    """A served site. day: on which it is looked at, as YYYY-MM-DD, or empty for today."""

    name: str
    url: str
    day: str = ""


@contextmanager
def driven() -> Iterator[Browser]:
    """A browser, until the end."""
    flags = ["--no-sandbox"] if is_root() else []
    with sync_playwright() as playwright, playwright.chromium.launch(executable_path=browser(), args=flags) as one:
        yield one


@contextmanager
def tab(program: Browser, place: Place, **look: Any) -> Iterator[Page]:
    """A page of somebody who was never there before. look: how wide, in which scheme, as Playwright has it."""
    # Less motion: colours that change slowly would be measured half way. No service worker: it would answer for the server.
    context = program.new_context(reduced_motion="reduce", service_workers="block", **look)
    context.set_default_timeout(LONGEST)
    page = context.new_page()
    if place.day:
        page.clock.set_fixed_time(f"{place.day}T12:00:00Z")
    yield page
    context.close()


def _axe(page: Page, options: Mapping[str, Any] = ALL) -> list[str]:
    violations: list[str] = page.evaluate(RUN, options)
    return violations


def _wide(page: Page, width: int) -> list[str]:
    page.set_viewport_size({"width": width, "height": HEIGHT})
    over = page.evaluate(OVER)
    return [f"{over} pixels wider than the window"] if over > 0 else []


def _in_forced_colours(page: Page) -> list[str]:
    page.emulate_media(forced_colors="active")
    violations = _axe(page, BUT_COLOURS)
    page.emulate_media(forced_colors="none")
    return violations


def _in_the_dark(page: Page) -> list[str]:
    page.evaluate(DARK, "slate")
    violations = _axe(page, COLOURS)
    page.evaluate(DARK, "default")
    return violations


def _unfolded(page: Page) -> list[str]:
    page.evaluate(UNFOLD)
    return [*_wide(page, PHONE), *_axe(page)]


STATES: Mapping[str, Callable[[Page], list[str]]] = {
    "360 pixels": lambda page: [*_wide(page, PHONE), *_axe(page)],
    "320 pixels": lambda page: [*_wide(page, NARROW), *_axe(page)],
    "light": lambda page: [*_wide(page, WIDE), *_axe(page)],
    "dark": _in_the_dark,
    "forced colours": _in_forced_colours,
    "all unfolded": _unfolded,
}
"""The states in which each page is looked at, one after the other; a page in the dark differs in its colours alone."""


def _menu(page: Page) -> None:
    page.get_by_role("button", name="Menu").click()


def _search(page: Page) -> None:
    page.set_viewport_size({"width": WIDE, "height": HEIGHT})
    page.locator("#ch-find").click()
    page.locator("#ch-find").or_(page.locator("dialog[open] input[type=search]")).last.fill("ivory")
    page.locator("dialog[open] li a").first.wait_for()


def _results(page: Page) -> None:
    page.locator(".ch-search .ch-hits > li").first.wait_for()


def _form(page: Page) -> None:
    page.locator("form[data-ch-form]:visible").first.wait_for()


OPENED: Mapping[str, tuple[str, Callable[[Page], None]]] = {
    "menu open": ("", _menu),
    "search open": ("", _search),
    "search, answered": ("search/?q=ivory", _results),
    "form open": ("contribute/?kind=trainings", _form),
}
"""What opens on some pages, with the address and what opens it."""


def looks(
    place: Place, kinds: Mapping[str, str], packages: Path, workers: int, tell: Callable[[str], None], opens: bool = True
) -> tuple[list[Sample], list[Fault]]:
    """The pages that were looked at, and what is wrong with them.

    kinds: their addresses; workers: how many browsers; tell: of progress; opens: whether
    menu, search and form are opened too.
    """
    script = (packages / AXE).read_text("utf-8")
    tasks = [*kinds.items(), *((kind, address) for kind, (address, _) in OPENED.items() if opens)]

    def share(number: int) -> list[tuple[Sample, list[Fault]]]:
        pairs = []
        with driven() as program:
            for kind, address in tasks[number::workers]:
                with tab(program, place, viewport={"width": PHONE, "height": HEIGHT}) as page:
                    page.add_init_script(WATCH)
                    pairs.append(_look(page, place, kind, address, script))
                tell(f"{place.name}: {kind}")
        return pairs

    with ThreadPoolExecutor(workers) as pool:
        pairs = [pair for part in pool.map(share, range(workers)) for pair in part]
    order = [kind for kind, _ in tasks]
    pairs.sort(key=lambda pair: order.index(pair[0].kind))
    return [sample for sample, _ in pairs], [fault for _, faults in pairs for fault in faults]


def _look(page: Page, place: Place, kind: str, address: str, script: str) -> tuple[Sample, list[Fault]]:
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda message: complaints.append(message.text) if message.type in ("error", "warning") else None)
    texts: dict[str, list[str]] = {}
    shift = None
    try:
        page.goto(place.url + address)
        page.wait_for_load_state("networkidle")
        page.wait_for_timeout(QUIET)
        shift = round(float(page.evaluate("chShift")), 4)
        texts["while it loads"] = complaints + ([f"jumps by {shift}, not {STILL} at most"] if shift > STILL else [])
        if kind in OPENED:
            OPENED[kind][1](page)
            page.evaluate(script)
            texts["light"], texts["dark"], texts["forced colours"] = _axe(page), _in_the_dark(page), _in_forced_colours(page)
        else:
            page.evaluate(script)
            for way, state in STATES.items():
                texts[way] = state(page)
    except Error as error:
        texts["looking at it"] = [str(error)]
    faults = [Fault(place.name, kind, address, NAME, way, text.replace(place.url, "/")) for way, lines in texts.items() for text in lines]
    return Sample(place.name, kind, address, shift), faults
