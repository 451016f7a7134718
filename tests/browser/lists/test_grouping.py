"""Grouping: the matrix of a plan stands in the plan's order, by lead, by body or by delivery."""

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.support.browser.visit import Visit


def numbers(page: Page) -> list[str]:
    """The numbers of the activities, as they stand in the matrix."""
    return page.locator(".ch-matrix__number").all_inner_texts()


def test_the_matrix_is_grouped_and_goes_back_to_the_plans_order(
    true_site: Path, server: Callable[[Path], str], visit: Callable[..., Visit]
) -> None:
    """No activity is lost in any grouping, and links to thrusts are offered where there are thrusts."""
    page = visit(server(true_site) + "plans/poa-2016-2020/").page
    choice, thrusts = page.get_by_label("Group by"), page.get_by_role("navigation", name="Strategic thrusts")
    expect(choice).to_be_visible()
    own = numbers(page)
    for label in ("Lead country", "Responsible body", "Delivery"):
        choice.select_option(label=label)
        assert set(numbers(page)) == set(own)
        expect(thrusts).to_be_hidden()
    assert len(numbers(page)) == len(own)
    choice.select_option(label="Thrust and programme")
    assert numbers(page) == own
    expect(thrusts).to_be_visible()
