"""Ways: thirty journeys through the true site, as sentences: each answers a question after so many clicks, and not one more."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Locator, Page

from tests.support.browser.visit import PHONE, WIDE, Visit

WAYS: list[dict[str, Any]] = yaml.load(Path(__file__).with_name("ways.yaml").read_text("utf-8"), yaml.CSafeLoader)
CLICKS = ("press", "open", "tick")
"""The verbs of which each is a click; words are typed."""
MOST_CLICKS = 3
"""Of a journey that says nothing else."""
SEARCHING = re.compile(r"search for (?P<words>.+)")
FILLING = re.compile(r"fill (?P<label>.+) with (?P<words>.+)")

CHOSEN = "words => [...document.querySelectorAll('option:checked, [role=combobox]')].some(one => [one.value, one.text].includes(words))"
"""Whether something is chosen in a list, or stands in a field with a list."""


def clicks_of(way: dict[str, Any]) -> int:
    """How many clicks a journey takes."""
    return sum(step.split(" ", 1)[0] in CLICKS for step in way["way"])


def test_no_way_is_long() -> None:
    """Each takes as many clicks as it may; there are thirty of them, and the eleven that people took on the first site."""
    assert len(WAYS) >= 30
    assert {way["journey"] for way in WAYS if "journey" in way} == set("abcdefghijk")
    assert [way["ask"] for way in WAYS if clicks_of(way) > way.get("clicks", MOST_CLICKS)] == []
    assert [way["ask"] for way in WAYS if "clicks" in way and clicks_of(way) < way["clicks"]] == []
    assert all(way["read"] for way in WAYS)


def seen(place: Locator) -> Locator:
    """The first of some that is to be seen."""
    return place.locator("visible=true").first


def go(page: Page, step: str) -> None:
    """Takes a step: `press Plans`, `open Country`, `tick Viet Nam`, `search for ivory`, `fill After with 2025-05-01`."""
    if searching := SEARCHING.fullmatch(step):
        field = page.get_by_role("searchbox").locator("visible=true").last  # that of the page itself stands after that of its head
        field.fill(searching["words"])
        field.press("Enter")
    elif filling := FILLING.fullmatch(step):
        seen(page.get_by_label(filling["label"], exact=True)).fill(filling["words"])
    else:
        verb, _, words = step.partition(" ")
        seen(part_of(page, verb, words)).click()
    page.wait_for_load_state()


def part_of(page: Page, verb: str, words: str) -> Locator:
    """What a verb is about: a link or a button; what is folded away; a box to tick, which says how many records it stands for."""
    if verb == "tick":
        return page.get_by_role("checkbox", name=re.compile(rf"^{re.escape(words)}( [0-9]|$)"))
    if verb == "open":
        return page.locator("summary").filter(has_text=re.compile(rf"^\s*{re.escape(words)}"))
    assert verb == "press", verb
    return page.get_by_role("link", name=words, exact=True).or_(page.get_by_role("button", name=words, exact=True))


@pytest.mark.parametrize("way", [pytest.param(way, id=way["ask"], marks=() if way.get("daily") else pytest.mark.long) for way in WAYS])
def test_a_question_is_answered(way: dict[str, Any], true_site: Path, server: Callable[[Path], str], begun: Callable[..., Visit]) -> None:
    """From the front page, by what is written on links, buttons and boxes, to the answer, which is to be seen."""
    page = begun(PHONE if way.get("phone") else WIDE).to(server(true_site) + way.get("at", "")).page
    for step in way["way"]:
        go(page, step)
    answer: str = way["read"]
    seen(page.get_by_text(re.compile(answer[1:]) if answer.startswith("~") else answer)).wait_for()
    if chosen := way.get("chosen"):
        page.wait_for_function(CHOSEN, arg=chosen)
