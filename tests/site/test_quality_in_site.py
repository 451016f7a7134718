"""Quality in the site: the page and its numbers as JSON say the same, and so do the desks, each with a way there."""

import json
from pathlib import Path
from typing import Any

from lxml import html as lxml_html

from clearinghouse.problems.codes import CODES

COLUMNS = {"Records": "records", "Needs an update": "due", "Not checked for 12 months": "stale", "Uncertain": "low_confidence",
           "Missing information": "missing", "No archived copy": "without_archived_copy"}  # fmt: skip
STATES = ("bn", "id", "kh", "la", "mm", "my", "ph", "sg", "th", "tl", "vn")
KINDS = (
    "trainings",
    "workshops",
    "programmes",
    "offers",
    "legislation",
    "documents",
    "networks",
    "projects",
    "figures",
    "trade",
    "species",
)


def article(site: Path, address: str) -> Any:
    """The article of a page."""
    return lxml_html.fromstring((site / address / "index.html").read_bytes()).find(".//article")


def words(element: Any) -> str:
    """Its text, with single spaces."""
    return " ".join(element.text_content().split())


def rows(table: Any) -> list[tuple[str, dict[str, str]]]:
    """What stands in a table: headings of rows, and cells by their columns."""
    return [(words(row[0]), {str(cell.get("data-label")): words(cell) for cell in row[1:]}) for row in table.iterfind("tbody/tr")]


def cells_of(numbers: dict[str, int]) -> dict[str, str]:
    """Numbers as the page tells them: numerators with their denominator."""
    return {
        label: str(numbers[name]) if name == "records" else f"{numbers[name]} of {numbers['records']}" for label, name in COLUMNS.items()
    }


def metrics(site: Path) -> dict[str, Any]:
    """The numbers as JSON."""
    numbers: dict[str, Any] = json.loads((site / "quality/metrics.json").read_text("utf-8"))
    return numbers


def test_the_page_says_what_the_numbers_say(site: Path) -> None:
    """By state, by kind, and fact by fact, folded by kind; by state and kind on the lists of the states."""
    numbers, tables = metrics(site), article(site, "quality").findall(".//table")
    offices = list(numbers["offices"].values())
    assert [cells for _, cells in rows(tables[0])] == [cells_of(office["total"]) for office in offices] + [cells_of(numbers["total"])]
    assert [cells for _, cells in rows(tables[1])] == [cells_of(kind) for kind in numbers["kinds"].values() if kind["records"]]
    values = [f"{value['missing']} of {value['expected']}" for name in KINDS for value in numbers["values"][name].values()]
    assert [cells["Missing"] for table in tables[2:] for _, cells in rows(table)] == values
    assert all(table.getparent().tag == "details" for table in tables[2:])


def test_offices_and_kinds_add_up(site: Path) -> None:
    """Each record is counted once; all eleven states and the region are there, and all kinds, empty or not."""
    numbers = metrics(site)
    assert [code.lower() for code in sorted(numbers["offices"])] == [*STATES[:8], "th", "tl", "vn", "region"]
    for name, number in numbers["total"].items():
        assert sum(office["total"][name] for office in numbers["offices"].values()) == number
        assert sum(kind[name] for kind in numbers["kinds"].values()) == number
        for office in numbers["offices"].values():
            assert tuple(office["kinds"]) == KINDS
            assert sum(kind[name] for kind in office["kinds"].values()) == office["total"][name]


def test_nowhere_is_there_a_percentage(site: Path) -> None:
    """Of few records it says nothing, and of many it hides how many."""
    for address in ("quality", *(f"countries/{code}/desk" for code in STATES)):
        tables = article(site, address).findall(".//table")
        assert not any("%" in words(table) for table in tables)


def test_every_state_has_a_desk_and_ways_to_it(site: Path) -> None:
    """From the room of editors, and from the page of quality, not from its own page, which is for readers; the desk has its
    numbers, and its feed."""
    numbers = metrics(site)
    quality, room = article(site, "quality"), article(site, "maintain")
    for code in STATES:
        assert quality.xpath(f".//a[@href='../countries/{code}/desk/']")
        assert room.xpath(f".//a[@href='../countries/{code}/desk/']")
        assert not article(site, f"countries/{code}").xpath(".//a[@href='desk/']")
        desk = article(site, f"countries/{code}/desk")
        assert desk.xpath(f".//a[@href='../../../feeds/desks/{code}.xml']")
        own = numbers["offices"][code.upper()]
        tables = desk.findall(".//table")
        lines = [cells for table in tables for _, cells in rows(table)]
        assert lines == [cells_of(kind) for kind in own["kinds"].values() if kind["records"]]


def test_the_region_has_a_desk_as_well(site: Path) -> None:
    """For what no member state's office keeps; it lies below the page of quality."""
    assert article(site, "quality").xpath(".//a[@href='desk/']")
    desk = article(site, "quality/desk")
    assert desk.xpath(".//a[@href='../../feeds/desks/region.xml']")
    lines = [cells for table in desk.findall(".//table") for _, cells in rows(table)]
    assert lines == [cells_of(kind) for kind in metrics(site)["offices"]["region"]["kinds"].values() if kind["records"]]


def test_every_record_page_with_a_form_opens_it_ready_to_be_verified(living_site: Path) -> None:
    """But for one that was withdrawn; a collection without a form has no such button."""
    for address, is_there in (
        ("documents/yearly-report-2023", True),
        ("legislation/la", True),
        ("trainings/my-2026-01-live-animals", False),
        ("networks/net-office-of-examples", True),
        ("species/sp-example-anteaters", False),
    ):
        buttons = article(living_site, address).xpath(".//a[.='Confirm this is still correct']")
        assert [button.get("href") for button in buttons] == [f"../../contribute/?edit={address}&verify"] * is_there


def test_a_record_page_says_when_twelve_months_have_passed(living_site: Path) -> None:
    """On the day of the build, and hidden before it on the day on which they will have."""
    rows_of = {}
    for name in ("2023", "2024"):
        page = article(living_site, f"documents/yearly-report-{name}")
        (row,) = page.xpath(".//dl/div[dt='Entered']/dd")
        (late,) = row.findall("span")
        assert words(late) == ", more than twelve months ago"
        rows_of[name] = (row.find("time").get("datetime"), late.get("data-ch-from"), late.get("hidden") is not None)
    assert rows_of == {"2023": ("2024-06-03", "2025-06-03", False), "2024": ("2025-04-09", "2026-04-09", True)}


def test_the_room_of_editors_begins_with_what_is_new_and_holds_every_tool(living_site: Path) -> None:
    """Then the lists of the states, the checks and the tools; the front page does not lead there but by the foot of all pages."""
    room = article(living_site, "maintain")
    assert [words(heading) for heading in room.xpath(".//section/div/h2")][:4] == ["New", "To do, by state", "Checks", "Tools"]
    assert room.xpath(".//section[@aria-labelledby='new']//li/a | .//section[@aria-labelledby='new']//*[@class='ch-empty']")
    ways = {str(href) for href in room.xpath(".//a/@href")}
    assert {"../quality/", "../quality/links/", "../contribute/", "codes/"} <= ways
    front = lxml_html.fromstring((living_site / "index.html").read_bytes())
    assert {link.xpath("boolean(ancestor::footer)") for link in front.xpath("//a[@href='maintain/']")} == {True}


def test_every_code_of_a_problem_is_explained_on_one_page(living_site: Path) -> None:
    """Each can be led to by its own name."""
    codes = article(living_site, "maintain/codes")
    assert set(CODES) == set(codes.xpath(".//li/@id"))
