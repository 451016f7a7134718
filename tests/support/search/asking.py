"""Asking: somebody who searches, with keys and clicks, and reads what is found."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlencode, urlsplit

from playwright.sync_api import Locator, Page

ANSWERED = "[data-ch-search] .ch-hits[aria-busy=false]"
HITS = ".ch-search .ch-hits:not(.ch-hits--wider) > li > a"
"""Those that have all that was asked for."""
WIDER = ".ch-search .ch-hits--wider > li > a"
"""Those below them that have most of it."""


@dataclass(frozen=True)
class Asking:
    """The search page of a site. root: the address of the site's front page."""

    page: Page
    root: str

    def open(self, **query: str | list[str]) -> "Asking":
        """Opens the search page at a question and waits for its answer."""
        return self.opened("search/", **query)

    def opened(self, address: str, **query: str | list[str]) -> "Asking":
        """The same, where the search page lies at another address."""
        self.page.bring_to_front()
        self.page.goto(f"{self.root}{address}{'?' + urlencode(query, doseq=True) if query else ''}")
        return self.answered()

    def begin(self) -> "Asking":
        """Stands before an empty search page: the one that is open, where nothing is ticked, or a new one."""
        self.page.bring_to_front()  # a page behind another one is drawn once a second
        is_empty = self.address.startswith(f"{self.root}search/") and not [key for key, _ in self.question if key != "q"]
        return self if is_empty else self.open()

    def answered(self) -> "Asking":
        """Waits until what is shown is the answer to what is asked."""
        self.page.wait_for_selector(ANSWERED, state="attached")
        return self

    def shows(self, hits: list[str]) -> None:
        """Waits until these are found: a step back in the history is answered some time after it is taken."""
        self.page.wait_for_function(
            f"urls => [...document.querySelectorAll('{HITS}')].map(one => one.href).join() === urls.join()",
            arg=[self.root + hit for hit in hits],
        )
        self.answered()

    @property
    def field(self) -> Locator:
        """The field of the search page."""
        return self.page.locator("[data-ch-search] input[type=search]")

    def type(self, text: str, delay: int = 0) -> "Asking":
        """Types over what stands in the field, letter by letter."""
        self.field.fill("")
        self.field.press_sequentially(text, delay=delay)
        return self.answered()

    def panel(self, facet: str) -> Locator:
        """The panel of a facet by its label; opened."""
        panel = self.page.locator(".ch-search .ch-facets details", has=self.page.locator("summary", has_text=facet))
        if panel.get_attribute("open") is None:
            panel.locator("summary").click()
            self.answered()
        return panel

    def tick(self, facet: str, term: str) -> "Asking":
        """Ticks a term of a facet, by the label of the one and the id of the other."""
        box = self.panel(facet).locator(f"input[value='{term}']")
        box.wait_for(state="visible")
        box.click()
        return self.answered()

    def close(self) -> "Asking":
        """Puts the open panel away."""
        self.page.keyboard.press("Escape")
        self.page.wait_for_selector(".ch-search .ch-facets details[open]", state="detached")
        return self

    def since(self, year: str) -> "Asking":
        """Chooses the first year."""
        self.panel("Year").locator("#ch-since").select_option(year)
        return self.answered()

    def order(self, name: str) -> "Asking":
        """Chooses an order: best, newest or soonest."""
        self.page.locator("#ch-sort").select_option(name)
        return self.answered()

    def counts(self, facet: str) -> dict[str, int]:
        """The terms of a facet that can be ticked, each with the number beside it."""
        rows = self.panel(facet).locator("li:visible")
        rows.first.wait_for()
        counts = rows.evaluate_all("all => all.map(row => [row.querySelector('input').value, row.querySelector('.ch-small').textContent])")
        return {term: int(count.replace(",", "")) for term, count in counts}

    @property
    def hits(self) -> list[str]:
        """The addresses of what is found, relative to the site."""
        return self._addresses(HITS)

    @property
    def wider(self) -> list[str]:
        """Those of what has most of it, once that stands below."""
        self.page.locator(WIDER).first.wait_for()
        return self._addresses(WIDER)

    def _addresses(self, links: str) -> list[str]:
        urls: Iterable[str] = self.page.locator(links).evaluate_all("all => all.map(one => one.href)")
        return [url.removeprefix(self.root) for url in urls]

    @property
    def status(self) -> str:
        """What a screen reader is told."""
        return self.page.locator(".ch-search [role=status]").inner_text()

    @property
    def first_status(self) -> str:
        """What of that comes with the hits: what else may have been meant is told a moment later."""
        return str(self.page.locator(".ch-search [role=status]").evaluate("status => status.firstChild.textContent"))

    @property
    def total(self) -> int:
        """How many results there are, as told."""
        number = re.search(r"([\d,]+) (?:result|record)s?\b", self.status)
        return int(number[1].replace(",", "")) if number else 0

    @property
    def address(self) -> str:
        """Where the page says that it is: the driver of the browser hears of that only some time later."""
        return str(self.page.evaluate("location.href"))

    @property
    def question(self) -> list[tuple[str, str]]:
        """The question as the address has it."""
        return parse_qsl(urlsplit(self.address).query)
