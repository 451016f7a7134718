"""Layout: no word is broken, nothing is cut without a sign, no page is wider than its window, and nothing jumps as it loads."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.browser.every_page.test_loading import NAV
from tests.support.browser.kinds import page_of
from tests.support.browser.visit import PHONE, Visit

Server = Callable[[Path], str]
Visits = Callable[..., Visit]

DESK = 1440
MOST = 0.02
"""How far a page may jump: a fifth of what its readers would call good (web.dev/cls)."""
DAILY = (
    "", "plans/poa-2016-2020/", "trainings/", "workshops/", "figures/", "legislation/", "legislation/vn/", "legislation/penalties/",
    "countries/", "coverage/", "months/", "search/",
)  # fmt: skip
FAULTS = r"""() => {
  const faults = new Set()
  const name = (part) => part.outerHTML.replace(/>[^]*/, ">").slice(0, 90)
  const isSeen = (part) => part.checkVisibility({visibilityProperty: true}) && part.clientWidth > 1
  // A word of Latin letters stands on one line, unless a hyphen shows where it was parted.
  const boxes = "th, td, dt, dd, h1, h2, h3, summary, button, .ch-button, .ch-badge, .ch-tile"
  for (const part of document.querySelectorAll(`.ch-page :is(${boxes})`)) {
    if (!part.checkVisibility({visibilityProperty: true}) || part.clientWidth === 1) continue
    const texts = document.createTreeWalker(part, NodeFilter.SHOW_TEXT)
    for (let text; (text = texts.nextNode()); ) {
      const range = document.createRange()
      range.selectNodeContents(text)
      if (range.getClientRects().length < 2 || getComputedStyle(text.parentElement).hyphens === "auto") continue
      for (const {0: word, index} of text.data.matchAll(/[\p{Script=Latin}\p{M}\p{N}'’]+/gu)) {
        range.setStart(text, index)
        range.setEnd(text, index + word.length)
        const lines = new Set([...range.getClientRects()].filter(({width}) => width).map(({top}) => Math.round(top)))
        if (lines.size > 1) faults.add(`${word} is broken in ${name(part)}`)
      }
    }
  }
  // What is wider than its box can be moved with the keyboard, and an arrow or a fading edge says so.
  for (const box of document.querySelectorAll(".ch-page, .ch-page *")) {
    if (box.scrollWidth <= box.clientWidth + 1 || !isSeen(box) || box.closest(".ch-hidden, svg")) continue
    const style = getComputedStyle(box)
    if (["auto", "scroll"].includes(style.overflowX)) {
      const hasSign = style.maskImage !== "none" || getComputedStyle(box, "::after").position === "sticky"
      if (!hasSign) faults.add(`no sign that it moves: ${name(box)}`)
      if (box.tabIndex < 0 && !box.querySelector("a[href], button")) faults.add(`no key reaches ${name(box)}`)
    } else if (style.overflowX === "hidden" && style.textOverflow !== "ellipsis") faults.add(`cut: ${name(box)}`)
  }
  const {scrollWidth, clientWidth} = document.documentElement
  if (scrollWidth > clientWidth) faults.add(`${scrollWidth - clientWidth} pixels too wide`)
  return [...faults]
}"""
JUMPS = """() => new Promise((resolve) => {
  const jumps = new PerformanceObserver((list) => resolve(list.getEntriesByType("layout-shift").filter((one) => !one.hadRecentInput).map(
    ({value, sources}) => [value, sources.map(({node}) => node?.outerHTML?.slice(0, 60) ?? "")])))
  jumps.observe({type: "layout-shift", buffered: true})
  jumps.observe({type: "navigation", buffered: true})  // there is always one, so that it answers
})"""


def faults_of(tab: Visit) -> list[Any]:
    """What is wrong with the page that is open."""
    jumps = tab.page.evaluate(JUMPS)
    moved = sum(value for value, _ in jumps)
    return [*tab.page.evaluate(FAULTS), *([f"jumps by {moved:.3f}", *jumps] if moved > MOST else [])]


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_nothing_is_broken_cut_or_jumps(width: int, true_site: Path, server: Server, visit: Visits) -> None:
    """On the pages that hold the widest tables, the longest lists and the most that comes late."""
    for address in (*DAILY, page_of("training", true_site)):
        assert (address, faults_of(visit(server(true_site) + address, width))) == (address, [])


@pytest.mark.long
@pytest.mark.parametrize("width", [320, PHONE, 768, DESK])
def test_nothing_is_broken_cut_or_jumps_on_any_page_of_the_nav(width: int, site: Path, server: Server, visit: Visits) -> None:
    """Nor where everything happens."""
    for address in NAV:
        assert (address, faults_of(visit(server(site) + address, width))) == (address, [])
