"""Accessibility: a page of each kind loads in silence and fits, and axe finds nothing, in any scheme and width."""

import hashlib
import re
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from tests.support.browser.kinds import KINDS, PAGES, addresses, page_of, sampled
from tests.support.browser.visit import HEIGHT, PHONE, WIDE, Visit
from tests.support.haste import daily

VENDOR = Path(__file__).parents[1] / "vendor"
AXE = (VENDOR / "axe.min.js").read_text("utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN = """async ([rules, exclude]) => (await axe.run({exclude}, {runOnly: rules, resultTypes: ["violations"]})).violations
  .flatMap(each => each.nodes.map(node => `${each.id}: ${node.html.slice(0, 200)}: ${node.failureSummary}`))"""
AROUND = (".md-header", ".md-sidebar--primary", ".md-footer")
"""What stands around every page in the same way: the front page answers for it."""
EMBEDDED = "embed/upcoming/"
"""The list that other sites put into a frame; it has no theme around it, so it is of no kind."""
Server = Callable[[Path], str]
Visits = Callable[..., Visit]


def axe_violations(visit: Visit, scheme: str = "default", width: int = WIDE, only: str = "", but: Sequence[str] = ()) -> list[str]:
    """What axe finds on the page in a scheme and a width. only: one rule instead of all; but: parts that are left out."""
    visit.page.set_viewport_size({"width": width, "height": HEIGHT})
    visit.page.evaluate("scheme => document.body.setAttribute('data-md-color-scheme', scheme)", scheme)
    rules = {"type": "rule", "values": [only]} if only else {"type": "tag", "values": TAGS}
    violations: list[str] = visit.page.evaluate(RUN, [rules, [[part] for part in but]])
    return violations


def in_the_dark(visit: Visit) -> list[str]:
    """What axe finds on the page in the dark, which differs in its colours alone."""
    return axe_violations(visit, scheme="slate", only="color-contrast")


def on_a_phone(visit: Visit, but: Sequence[str] = ()) -> dict[str, list[str]]:
    """What is wrong with a page as it loaded, and on a phone. but: parts that are left out."""
    faults = {"loading": visit.faults}
    visit.page.evaluate(AXE)
    faults["phone"] = axe_violations(visit, width=PHONE, but=but) + visit.faults
    return {way: problems for way, problems in faults.items() if problems}


def faults_of(visit: Visit) -> dict[str, list[str]]:
    """The same, and what is wrong with it in the dark."""
    faults = on_a_phone(visit)
    return faults | ({"dark": dark} if (dark := in_the_dark(visit)) else {})


def test_what_is_vendored_is_what_its_readme_names() -> None:
    """Nobody changes a script of others unnoticed."""
    rows = re.findall(r"^\| `([^`]+)` \|.*`([0-9a-f]{64})` \|$", (VENDOR / "README.md").read_text("utf-8"), re.MULTILINE)
    assert dict(rows) == {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in VENDOR.glob("*.js*")}


@pytest.mark.long
@pytest.mark.parametrize("page", PAGES)
def test_a_page_of_each_kind_is_without_fault_on_the_true_site(page: str, true_site: Path, server: Server, visit: Visits) -> None:
    """WCAG 2.0 to 2.2, A and AA, and best practices."""
    assert faults_of(visit(server(true_site) + page_of(page, true_site))) == {}


@pytest.mark.parametrize("page", [*daily(PAGES, *KINDS), EMBEDDED])
def test_a_page_of_each_kind_is_without_fault_on_the_living_site(page: str, living_site: Path, server: Server, visit: Visits) -> None:
    """Where everything happens that can happen; the pages are smaller there, so each kind is looked at every day."""
    tab = visit(server(living_site) + (page_of(page, living_site) if page in PAGES else page))
    assert on_a_phone(tab, but=() if page == "front page" else AROUND) == {}


@pytest.mark.long
@pytest.mark.parametrize("page", sampled())
def test_a_page_of_each_kind_can_be_read_in_the_dark(page: str, living_site: Path, server: Server, visit: Visits) -> None:
    """Its colours are those of a few words of the style, which the same parts of all kinds of pages share."""
    tab = visit(server(living_site) + page_of(page, living_site))
    tab.page.evaluate(AXE)
    assert in_the_dark(tab) == []


@pytest.mark.long
def test_axe_finds_nothing_on_any_page(site: Path, server: Server, visit: Visits) -> None:
    """In a wide window. Narrowed lists look like the lists that they narrow, and are left out."""
    faults = {}
    for address in addresses(site):
        if "/by/" not in address:
            tab = visit(server(site) + address)
            tab.page.evaluate(AXE)
            faults[address] = axe_violations(tab)
    assert {address: violations for address, violations in faults.items() if violations} == {}
