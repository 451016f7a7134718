"""Ways: what a lawyer, an officer and a journalist want to know of the true site, they read after three clicks at most."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.support.browser.visit import Visit

WAYS: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("ways.yaml").read_text("utf-8"))
MOST_CLICKS = 3


def test_no_way_is_long() -> None:
    """And there are enough of them."""
    assert len(WAYS) >= 10
    assert all(0 < len(way["press"]) <= MOST_CLICKS and way["read"] for way in WAYS)


@pytest.mark.parametrize(
    "way", [pytest.param(way, id=way["ask"], marks=() if number < 2 else pytest.mark.long) for number, way in enumerate(WAYS)]
)
def test_a_question_is_answered_after_three_clicks(
    way: dict[str, Any], true_site: Path, server: Callable[[Path], str], visit: Callable[..., Visit]
) -> None:
    """From the front page, by what is written on the links, to the answer."""
    page = visit(server(true_site)).page
    for words in way["press"]:
        page.get_by_role("link", name=words, exact=True).locator("visible=true").first.click()
        page.wait_for_load_state()
    page.get_by_text(way["read"]).first.wait_for(state="attached")
