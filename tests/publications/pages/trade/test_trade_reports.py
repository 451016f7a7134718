"""Trade reports: what a page shows of a report's lines, and which of several reports holds."""

from tests.support.publications.rendering import living_pages, words

REPORT, CORRECTION = "trade/th-2025-q3-legal-trade/", "trade/th-2025-q3-legal-trade-2/"


def test_each_line_stands_in_the_table_with_its_unit_and_states() -> None:
    """Also states outside ASEAN; what the report does not say is not stated."""
    rows = [[words(cell) for cell in row] for row in living_pages()["trade/vn-2025-seizures/"].xpath("//section[h2/@id='lines']//tbody/tr")]
    assert rows[0] == ["Exemplum maiusScales, Appendix I", "1,250.5 kg", "17", "Nigeria, Congo - Kinshasa", "Singapore", "Viet Nam, China"]
    assert rows[2] == ["Exemplum minusLive animals, Appendix II", "48 animals", *["not stated"] * 4]


def test_a_report_that_was_corrected_leads_to_the_one_that_holds() -> None:
    """In a notice above its numbers, and in the list; the later one names what it corrects."""
    pages = living_pages()
    notice = pages[REPORT].find_class("ch-notice")[0]
    assert words(notice).startswith("This report was corrected.")
    assert notice.xpath(".//a/@href") == ["../th-2025-q3-legal-trade-2/"]
    facts = {words(row.find("dt")): words(row.find("dd")) for row in pages[CORRECTION].xpath("//dl[@class='ch-facts']/div")}
    assert facts["Corrects"] == "Legal trade, Thailand, July to September 2025"
    assert (facts["Period"], facts["Kind"]) == ("July to September 2025", "Legal trade")
    assert not pages[CORRECTION].find_class("ch-notice")
    corrected = [row for row in pages["trade/"].xpath("//tbody/tr") if "Corrected by a later report" in words(row)]
    assert [row.xpath("th/a/@href") for row in corrected] == [["th-2025-q3-legal-trade/"]]
