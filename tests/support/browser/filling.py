"""Filling: the form on /contribute/ in the hands of somebody who adds a record."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Locator, Page

from tests.support.browser.visit import Visit

SOURCE = {
    "sources-row-url": "https://example.org/news",
    "sources-row-publisher": "Office of Examples",
    "sources-row-kind": "organiser news",
    "sources-row-accessed": "2026-01-12",
    "confidence": "medium",
}
RECORDS: Mapping[str, dict[str, str]] = {
    "trainings": {
        "title": "Ivory identification for customs", "kind": "training", "status": "announced",
        "summary": "Officers learn to tell ivory from bone.", "starts": "2027-03-02",
        "ends": "2027-03-06", "place": "Nakhon Phanom", "host": "TH", **SOURCE, "published": "2026-01-12",
    },
    "workshops": {
        "title": "Meeting of the Group of Examples", "kind": "meeting", "status": "announced",
        "summary": "The states tell of their year: “all went well”.",
        "starts": "2027-05", "host": "LA", **SOURCE, "published": "2026-01-12",
    },
    "documents": {
        "title": "Handbook: timber of the Mekong", "kind": "handbook", "publisher": "Office of Examples", "year": "2025",
        "url": "https://example.org/handbook.pdf", "summary": "How to tell rosewood from what is sold for it.", **SOURCE,
        "published": "2026-01-12",
    },
}  # fmt: skip
"""What is typed for a sound record, by the end of the field's id."""

TODAY = "new Date().toLocaleDateString('sv')"
"""The reader's own day in the browser, as 2026-03-10: so Swedes write it."""

UNFOLD = """field => {
  for (const each of field.querySelectorAll("details")) each.open = true
  for (let each = field; each; each = each.parentElement) if (each.tagName === "DETAILS") each.open = true
}"""


READY = f"""field => {{
  ({UNFOLD})(field)
  for (const box of field.closest("[data-ch-style=date]")?.querySelectorAll("[data-ch-date]") ?? []) box.value = ""
  return field.tagName === "SELECT" ? "select" : field.getAttribute("role") ?? ""
}}"""
"""Unfolds what hides a field, and says what it is. A date is typed as a whole into its first box; whatever stood in the others goes."""
SAID = """place => {
  const words = [...place.childNodes].filter(node => node.nodeType === Node.TEXT_NODE).map(node => node.textContent.trim())
  const codes = [...place.querySelectorAll("details")].map(details => details.textContent.match(/\\([A-Z]+-[0-9]+\\)$/)[0])
  return words.filter(Boolean).map((text, at) => `${text} ${codes[at] ?? ""}`.trim()).join(" ")
}"""


def without_checker(data: dict[str, Any]) -> dict[str, Any]:
    """A record of which nobody has said yet who checked it: whoever opens the form to say that it holds has not said so."""
    return {key: value for key, value in data.items() if key != "verified_by"}


@dataclass
class Form:
    """The form of a collection on an open page."""

    visit: Visit
    collection: str

    @property
    def page(self) -> Page:
        """The page on which it stands."""
        return self.visit.page

    @property
    def own(self) -> Locator:
        """The form itself."""
        return self.page.locator(f"form[data-ch-form={self.collection}]")

    def field(self, name: str) -> Locator:
        """A field by its id, without the collection; ids in rows end in the row's number."""
        exact = f"[id='{self.collection}-{name}']"
        return self.own.locator(f"{exact}, [id^='{self.collection}-{name}-']:is(input, select, textarea)").first

    def fill(self, values: Mapping[str, str]) -> None:
        """Types texts and chooses words; what is folded away is unfolded."""
        for name, value in values.items():
            field = self.field(name)
            what = field.evaluate(READY)
            if what == "select":
                field.focus()
                field.select_option(value)
            else:
                field.fill(value)
                if what == "combobox":
                    field.press("Escape")

    def choose(self, key: str, *values: str) -> None:
        """Ticks boxes of a field by its key."""
        field = self.own.locator(f"[data-ch-field={key}]")
        field.evaluate(UNFOLD)
        for value in values:
            field.locator(f"input[value='{value}']").check()

    def message(self, name: str) -> str:
        """What is said at a field, with the code that stands behind “Details”; or nothing."""
        place = self.page.locator(f"[id='{self.field(name).get_attribute('id')}-mistake']")
        return str(place.evaluate(SAID)) if place.is_visible() else ""

    @property
    def text(self) -> str:
        """The finished file, as it is shown."""
        return self.own.locator("[data-ch-yaml]").text_content() or ""

    @property
    def path(self) -> str:
        """Where the file goes."""
        return self.own.locator("[data-ch-path]").text_content() or ""

    @property
    def status(self) -> str:
        """What is said aloud of the whole."""
        return self.own.locator("[data-ch-status]").inner_text()

    def wait_until_kept(self, text: str) -> None:
        """Waits until the browser keeps what was typed, of which this text is a part; the form does so soon after the last key."""
        self.page.wait_for_function("text => Object.values(localStorage).some(draft => draft.includes(text))", arg=text)

    def downloaded(self) -> tuple[str, bytes]:
        """The file that the button hands over: its name and its bytes."""
        self.own.locator("[data-ch-file]").evaluate(UNFOLD)
        with self.page.expect_download() as download:
            self.own.get_by_role("button", name="Download").click()
        return download.value.suggested_filename, Path(download.value.path()).read_bytes()


def opened(visit: Visit, front_page: str, query: str) -> Form:
    """The form at an address with a query: `?kind=trainings`; all of it on one page, with the text of its file unfolded."""
    url = f"{front_page}contribute/{query}&all"
    if url.startswith("file:"):
        visit.page.goto(url)
    else:
        visit.to(url)
    form = visit.page.locator("form[data-ch-form]:not([hidden])")
    form.wait_for()
    form.locator("[data-ch-file]").evaluate(UNFOLD)
    return Form(visit, form.get_attribute("data-ch-form") or "")


Begun = Callable[..., Visit]
