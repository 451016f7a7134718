"""Taking results: what the search found, as it is narrowed and sorted, whole, as a file; and what is said where that fails."""

import io
import json

import pytest
from openpyxl import load_workbook
from playwright.sync_api import Page, expect

from tests.support.search.asking import Asking

pytestmark = pytest.mark.long


def saved(page: Page, way: str) -> tuple[str, bytes]:
    """The name and the content of the file that the menu above the results gives."""
    menu = page.locator(".ch-search [data-ch-take]")
    if menu.get_attribute("open") is None:
        menu.locator("summary").click()
    with page.expect_download() as saving:
        menu.get_by_role("button", name=way).click()
    return saving.value.suggested_filename, saving.value.path().read_bytes()


def test_all_that_was_found_is_taken_in_the_words_and_the_order_of_the_page(asking: Asking) -> None:
    """Those that the page does not show yet, too."""
    import pandas  # here, since every worker would wait for it

    page = asking.page
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    asking.open(q="prosecutors", collection="trainings", sort="newest")
    name, content = saved(page, "CSV")
    assert name.startswith("search-prosecutors-trainings-20")
    table = pandas.read_csv(io.BytesIO(content), comment="#")
    assert len(table) == asking.total > len(asking.hits) == 10
    lines = content.decode("utf-8-sig").splitlines()
    assert lines[0] == f'# List,"{asking.status}"'
    assert lines[2].endswith('/search/?q=prosecutors&collection=trainings&sort=newest"')
    assert lines[5:7] == ['# Filter,"Words: prosecutors; Collection: Trainings"', '# Order,"newest first"']
    data = json.loads(saved(page, "JSON")[1])
    sheet = load_workbook(io.BytesIO(saved(page, "Excel")[1])).worksheets[1]
    assert [[cell or "" for cell in row] for row in sheet.values] == [
        data["columns"],
        *([row[key] for key in data["columns"]] for row in data["rows"]),
    ]
    page.locator(".ch-search [data-ch-take] summary").click()
    page.get_by_role("button", name="Copy as table").click()
    expect(page.get_by_role("button", name="Table copied")).to_be_visible()
    while (more := page.get_by_role("button", name="Show more")).is_visible():
        number = len(asking.hits)
        more.click()
        page.wait_for_function(f"document.querySelectorAll('.ch-search .ch-hits:not(.ch-hits--wider) > li').length > {number}")
    titles = [" ".join(text.split()) for text in page.locator(".ch-search .ch-hits > li > a").all_text_contents()]
    assert [row["Title"] for row in data["rows"]] == list(table["Title"]) == titles
    assert [address.rpartition("/trainings/")[2] for address in table["Address"]] == [hit.partition("/")[2] for hit in asking.hits]
    asking.open()
    assert not page.locator(".ch-search .ch-take").is_visible()


def test_results_that_cannot_be_had_are_no_shorter_file(asking: Asking) -> None:
    """The page says so, and stays."""
    page = asking.open(q="prosecutors").page
    page.route("**/pagefind/fragment/**", lambda route: route.abort())
    page.locator(".ch-search [data-ch-take] summary").click()
    page.locator(".ch-search [data-ch-take]").get_by_role("button", name="CSV").click()
    expect(page.locator(".ch-search .ch-take__said")).to_contain_text("Check that you are online and try again.")
    page.unroute_all()
    assert saved(page, "CSV")[1]
