"""Trade reports: what a page shows of a report's lines, and which of several reports holds."""

import io
import json

from openpyxl import load_workbook

from clearinghouse.publications.forms.protocols import protocol_files
from clearinghouse.publications.pages.lists.no_records import empty_lists
from tests.support import examples
from tests.support.publications.rendering import living_pages, pages_of, parsed_pages, rendered, words

REPORT, CORRECTION = "trade/th-2025-q3-legal-trade/", "trade/th-2025-q3-legal-trade-2/"


def test_each_line_stands_in_the_table_with_its_unit_and_states() -> None:
    """Also states outside ASEAN; what the report does not say is not stated."""
    rows = [[words(cell) for cell in row] for row in living_pages()["trade/vn-2025-seizures/"].xpath("//section[h2/@id='lines']//tbody/tr")]
    assert rows[0] == [
        "Exemplum maiusScales, Appendix I",
        "1,250.5 kg",
        "17",
        "Nigeria, Congo - Kinshasa",
        "Singapore",
        "Viet Nam, China",
    ]
    assert rows[2] == ["Exemplum minusLive animals, Appendix II", "48 animals", *["not stated"] * 4]


def test_what_can_be_compared_is_drawn() -> None:
    """The units in which there are several kinds of specimens, and the cases; each with words for who does not see it."""
    page = living_pages()["trade/vn-2025-seizures/"]
    charts = [(words(svg.find("title")), [words(text) for text in svg.iter("text")]) for svg in page.iter("svg")]
    animals = ["Exemplum maius, live animals", "212", "Exemplum minus, live animals", "48"]
    cases = ["Exemplum maius, scales", "17", "Exemplum maius, live animals", "31", "Orchidea silens, live plants", "6"]
    assert charts == [("Number of cases", cases), ("Seizures in animals", animals)]
    assert all(words(svg.find("desc")).endswith("All numbers are in the table below.") for svg in page.iter("svg"))


def test_a_report_that_was_corrected_leads_to_the_one_that_holds() -> None:
    """In a notice above its numbers, and in the list; the later one names what it corrects."""
    pages = living_pages()
    notice = pages[REPORT].find_class("ch-notice")[0]
    assert words(notice).startswith("This report was corrected.")
    assert notice.xpath(".//a/@href") == ["../th-2025-q3-legal-trade-2/"]
    facts = {words(row.find("dt")): words(row.find("dd")) for row in pages[CORRECTION].xpath("//dl/div")}
    assert facts["Corrects"] == "Legal trade, Thailand, July to September 2025"
    assert (facts["Period"], facts["What"]) == ("July to September 2025", "Legal trade")
    assert not pages[CORRECTION].find_class("ch-notice")
    corrected = [row for row in pages["trade/"].xpath("//tbody/tr") if "Corrected by a later report" in words(row)]
    assert [row.xpath("th/a/@href") for row in corrected] == [["th-2025-q3-legal-trade/"]]


def test_where_no_state_has_reported_the_list_says_so_and_how_to_report() -> None:
    """With the spreadsheet and the schema; a list of one state says that this state has not."""
    pages = parsed_pages(rendered(examples.catalogue({})))
    empty = pages["trade/"].find_class("ch-empty")[0]
    assert words(empty).startswith("No state has reported yet.")
    assert empty.xpath(".//a/@href") == ["../reporting/", "template.xlsx", "template.csv", "schema.json"]
    assert pages["trade/"].xpath("//a[contains(@class, 'ch-button--main')]/@href") == ["../reporting/"]
    site = pages_of(examples.catalogue({}))
    narrowed = {file.address: str(file.content) for file in empty_lists(site.catalogue, site.site, site.templates)}[
        "trade/by/countries/th/"
    ]
    assert "No trade report is listed under country “Thailand”." in narrowed
    assert 'href="../../../../reporting/"' in narrowed


def test_the_site_gives_out_what_one_needs_to_report() -> None:
    """The spreadsheet with its headings, as both kinds, and the schema that asks for the same keys."""
    files = {file.address: file.content for file in protocol_files()}
    assert set(files) == {"trade/template.xlsx", "trade/template.csv", "trade/schema.json"}
    workbook, schema = files["trade/template.xlsx"], files["trade/schema.json"]
    assert isinstance(workbook, bytes)
    assert "Line: quantity *" in [cell.value for cell in load_workbook(io.BytesIO(workbook)).worksheets[0][1]]
    line = json.loads(schema)["properties"]["lines"]["items"]
    assert line["required"] == ["scientific_name", "appendix", "specimen", "quantity", "unit"]
