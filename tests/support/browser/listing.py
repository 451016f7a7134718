"""Listing: what a list in the browser shows, and the hands of somebody who narrows it."""

import re
from pathlib import Path
from typing import Any

from lxml import html as lxml_html
from playwright.sync_api import Page

ROWS = "table[data-ch-list] tbody tr:not(.ch-divide)"
"""The rows of records, without the headings of years."""
VISIBLE_IDS = f"[...document.querySelectorAll('{ROWS}')].map(row => row.querySelector('th a').pathname.split('/').at(-2))"
COLUMN = f"place => [...document.querySelectorAll('{ROWS}')].map(row => row.cells[place].innerText.trim())"


def listed(site: Path, address: str) -> list[str]:
    """The ids of the records of a list, from the built page."""
    tree = lxml_html.document_fromstring((site / address / "index.html").read_bytes())
    return [str(href).rstrip("/").rpartition("/")[2] for href in tree.xpath("//table[@data-ch-list]/tbody/tr/th/a[1]/@href")]


def under(site: Path, facet: str, *terms: str) -> set[str]:
    """The trainings of the pages of these words."""
    return {record_id for term in terms for record_id in listed(site, f"trainings/by/{facet}/{term}")}


def visible_ids(page: Page) -> list[str]:
    """The ids of the records that the list shows now."""
    ids: list[str] = page.evaluate(VISIBLE_IDS)
    return ids


def choose(page: Page, facet: str, *labels: str) -> None:
    """Opens a facet, ticks these words, and closes it."""
    page.locator("summary", has_text=facet).click()
    panel = page.get_by_role("group", name=re.compile(rf"^{facet}( \(|$)"))
    for label in labels:
        panel.get_by_role("checkbox", name=re.compile(rf"^{label} [0-9]")).check()
    panel.get_by_role("button", name="Done").click()


def status(page: Page) -> Any:
    """Where the number of results is announced."""
    return page.locator(".ch-narrowed [role=status]")
