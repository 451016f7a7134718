"""Taking: what a list shows at a moment is what its files hold, as other programs read them, and what is pasted."""

import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import load_workbook
from playwright.sync_api import Locator, Page, expect

from tests.support.browser.listing import ROWS
from tests.support.browser.visit import Visit

Server = Callable[[Path], str]
Begun = Callable[..., Visit]
KNOWN = ["title", "source", "address", "day", "licence", "filter", "order"]
HOSTILE = ["=1+1", "+1", "-1+1", "-5", "@SUM(A1)", 'said "no", twice', "a, b; c", "# no comment", "ករណី", "\u202bعربى\u202c", "<b>&amp;\x01"]
FILL = """texts => [...document.querySelectorAll("table[data-ch-list] tbody tr:not(.ch-divide) th")].forEach((cell, place) => {
  const link = cell.querySelector("a")
  link.textContent = texts[place] ?? ""
  cell.replaceChildren(link)
})"""
PASTE = """() => {
  const place = document.createElement("div")
  Object.assign(place, { id: "paste", contentEditable: "true" })
  document.body.prepend(place)
}"""
PASTED = """() => [...document.querySelectorAll("#paste table tr")].map(row => [...row.cells].map(cell => cell.textContent.trim()))"""


def saved(page: Page, way: str, menus: Locator | None = None, place: int = 0) -> tuple[str, bytes]:
    """The name and the content of the file that the menu above a table gives."""
    menu = (menus or page.locator("[data-ch-take]")).nth(place)
    if menu.get_attribute("open") is None:
        menu.locator("summary").click()
    with page.expect_download() as saving:
        menu.get_by_role("link", name=way).click()
    return saving.value.suggested_filename, saving.value.path().read_bytes()


def titles(page: Page) -> list[str]:
    """The titles in the list, in their order."""
    all_titles: list[str] = page.locator(ROWS).evaluate_all("rows => rows.map(row => row.querySelector('th a').textContent.trim())")
    return all_titles


def test_what_is_taken_is_what_is_shown(living_site: Path, server: Server, begun: Begun) -> None:
    """Narrowed and sorted, with the words of the page: pandas and openpyxl read the same rows, and a paste is a table with links."""
    import pandas  # here, since every worker would wait for it

    tab = begun()
    tab.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = tab.to(server(living_site) + "trainings/?countries=th&sort=-participants").page
    expect(page.locator(".ch-narrowed__status")).to_contain_text("sorted by participants")
    on_page = titles(page)
    assert len(on_page) > 2
    name, content = saved(page, "CSV")
    assert name == "trainings-th-2026-03-10.csv"
    table = pandas.read_csv(io.BytesIO(content), comment="#")
    lines = content.decode("utf-8-sig").splitlines()
    assert [line.partition(",")[0] for line in lines[:7]] == [
        "# List",
        "# Source",
        "# Address",
        "# Day",
        "# Licence",
        "# Filter",
        "# Order",
    ]
    assert lines[5].endswith('"Country (host or taking part): Thailand"')
    assert lines[2].endswith('trainings/?countries=th&sort=-participants"')
    assert [title.partition(";")[0].partition(" (")[0] for title in table["Training"]] == [title.partition(" (")[0] for title in on_page]
    name, content = saved(page, "JSON")
    data = json.loads(content)
    assert list(data) == [*KNOWN, "columns", "rows"]
    assert [row["Training"] for row in data["rows"]] == list(table["Training"])
    name, content = saved(page, "Excel")
    assert name == "trainings-th-2026-03-10.xlsx"
    about = dict(pandas.read_excel(io.BytesIO(content), sheet_name=0, header=None).itertuples(index=False, name=None))
    assert about["Order"] == data["order"] == "sorted by participants, highest first"
    sheet = pandas.read_excel(io.BytesIO(content), sheet_name=1)
    assert list(sheet["Training"]) == list(table["Training"])
    assert list(sheet.columns) == list(table.columns) == data["columns"]
    page.locator("[data-ch-take] summary").click()
    page.get_by_role("button", name="Copy as table").click()
    expect(page.get_by_role("button", name="Table copied")).to_be_visible()
    page.evaluate(PASTE)
    page.locator("#paste").focus()
    page.keyboard.press("Control+V")
    expect(page.locator("#paste table")).to_be_visible()
    head, *rows = page.evaluate(PASTED)
    assert head == [column for column in data["columns"] if column not in ("Date (ISO 8601)", "Address")]
    assert [row[head.index("Training")] for row in rows] == list(table["Training"])
    assert [link.get_attribute("href") for link in page.locator("#paste td a").all()] == list(table["Address"])
    assert tab.troubles == []


@pytest.mark.parametrize("name", ["trainings", "figures"])
def test_a_whole_list_is_the_same_from_the_page_and_from_the_build(name: str, living_site: Path, server: Server, begun: Begun) -> None:
    """To the byte: the twins in Python and in the browser read one table."""
    page = begun().to(server(living_site) + f"{name}/").page
    for way, ending in (("CSV", "csv"), ("JSON", "json")):
        assert saved(page, way)[1] == (living_site / f"{name}/{name}.{ending}").read_bytes()
    built = load_workbook(living_site / f"{name}/{name}.xlsx")
    given = load_workbook(io.BytesIO(saved(page, "Excel")[1]))
    for one, other in zip(built.worksheets, given.worksheets, strict=True):
        assert one.title == other.title
        assert list(one.values) == list(other.values)


def test_hostile_texts_stay_texts(living_site: Path, server: Server, begun: Begun) -> None:
    """What would be a formula is none in any file, and comes back as it was."""
    import pandas  # here, since every worker would wait for it

    page = begun().to(server(living_site) + "trainings/").page
    page.evaluate(FILL, HOSTILE)
    number = len(HOSTILE)
    seen = [text.replace("\x01", "\ufffd") for text in HOSTILE]
    data = json.loads(saved(page, "JSON")[1])
    assert [row["Training"] for row in data["rows"]][:number] == HOSTILE
    table = pandas.read_csv(io.BytesIO(saved(page, "CSV")[1]), comment="#")
    assert list(table["Training"])[:number] == [f"'{text}" if text[0] in "=+-@" else text for text in HOSTILE]
    sheet = load_workbook(io.BytesIO(saved(page, "Excel")[1])).worksheets[1]
    cells = [row[1] for row in sheet.iter_rows(min_row=2)][:number]
    assert [cell.value for cell in cells] == seen
    assert {cell.data_type for cell in cells} == {"s"}


def test_an_activity_gives_its_paragraph_and_its_years(living_site: Path, server: Server, begun: Begun) -> None:
    """As text, as a table and as files; where a browser refuses to copy, the page says so."""
    tab = begun()
    tab.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = tab.to(server(living_site) + "plans/poa-2016-2020/4.1.2/").page
    folder = living_site / "plans/poa-2016-2020/4.1.2"
    for place, name in enumerate(("evidence", "annual-report")):
        content = saved(page, "CSV", page.locator(".ch-take details"), place)[1]
        built = (folder / f"{name}.csv").read_bytes()
        # What the page gives is of the day of the site; the file beside it, of the last change.
        assert [line for line in content.splitlines() if not line.startswith(b"# Day")] == [
            line for line in built.splitlines() if not line.startswith(b"# Day")
        ]
    menu = page.locator("[data-ch-take]")
    assert saved(page, "Word")[1] == (folder / "annual-report.docx").read_bytes()
    page.get_by_role("button", name="Copy as text").click()
    expect(page.get_by_role("button", name="Text copied")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == page.locator("[data-ch-said]").text_content()
    page.get_by_role("button", name="Copy as table").click()
    expect(page.get_by_role("button", name="Table copied")).to_be_visible()
    page.evaluate("() => { navigator.clipboard.write = () => Promise.reject(new Error('not allowed')) }")
    page.get_by_role("button", name="Table copied").click()
    expect(page.locator(".ch-take__said")).to_contain_text("did not allow copying")
    expect(page.locator("#ch-status")).to_contain_text("did not allow copying")
    assert menu.count() == 1


def test_a_workbook_that_cannot_be_made_is_no_other_list(living_site: Path, server: Server, begun: Begun) -> None:
    """The page says so and stays; CSV can still be taken."""
    page = begun().page
    page.route("**/fflate*", lambda route: route.abort())
    page.goto(server(living_site) + "trainings/?countries=th")
    page.locator("[data-ch-take] summary").first.click()
    page.locator("[data-ch-take]").first.get_by_role("link", name="Excel").click()
    expect(page.locator(".ch-take__said").first).to_have_text("The Excel file could not be made. Please take CSV.")
    assert saved(page, "CSV")[0].startswith("trainings-th-")


def test_without_a_script_the_links_give_the_files_beside_the_page(living_site: Path, server: Server, begun: Begun) -> None:
    """Of a list, of a table and of what only files hold."""
    page = begun(script=False).page
    for address, name, way in (
        ("trainings/", "trainings.xlsx", "Excel"),
        ("plans/poa-2016-2020/", "activities.csv", "CSV"),
        ("legislation/penalties/", "penalties.json", "JSON"),
    ):
        page.goto(server(living_site) + address)
        page.locator(".ch-take summary").first.click()
        link = page.locator(".ch-take").first.get_by_role("link", name=way)
        answer = page.request.get(str(link.evaluate("link => link.href")))
        assert answer.body() == (living_site / address / name).read_bytes()


@pytest.mark.long
def test_a_list_can_be_taken_from_a_copy_on_a_disk(living_site: Path, begun: Begun) -> None:
    """Where no server answers."""
    import pandas  # here, since every worker would wait for it

    page = begun().page
    page.goto((living_site / "trainings/index.html").as_uri())
    name, content = saved(page, "Excel")
    assert name.endswith(".xlsx")
    assert load_workbook(io.BytesIO(content)).worksheets[1].max_row > 2
    assert len(pandas.read_csv(io.BytesIO(saved(page, "CSV")[1]), comment="#")) > 2


@pytest.mark.long
def test_a_list_of_several_pages_is_taken_in_the_language_of_its_first(true_site: Path, server: Server, begun: Begun) -> None:
    """Though its further pages are there in English alone."""
    page = begun().to(server(true_site) + "th/workshops/").page
    page.locator("table[data-ch-list] thead th button").last.click()
    page.wait_for_url("**/?sort=*")
    whole = json.loads((true_site / "th/workshops/workshops.json").read_text("utf-8"))
    given = json.loads(saved(page, "JSON")[1])
    assert given["order"] != whole["order"]
    assert given["columns"] == whole["columns"]
    by_address = {row[whole["columns"][-1]]: row for row in whole["rows"]}
    assert len(given["rows"]) == len(by_address) > 100
    assert [by_address[row[whole["columns"][-1]]] for row in given["rows"]] == given["rows"]
