"""Projects: what they promise and the plans to which it contributes, their reports' documents, and figures over time."""

from typing import Any

from clearinghouse.publications.collections.delivery.periods import over_time
from tests.support import examples
from tests.support.publications.rendering import living_pages, words

PROJECT = "projects/examples-across-borders/"
NO_OTHER = "problems: None., change_requests: None."


def section(name: str) -> Any:
    """A section of the made-up project's page."""
    return living_pages()[PROJECT].xpath(f"//section[@aria-labelledby='{name}']")[0]


def test_an_activity_leads_to_those_of_plans_to_which_it_contributes() -> None:
    """And one of which nobody says it leads nowhere."""
    items = {words(item)[:3]: [str(href) for href in item.xpath(".//a/@href")] for item in section("activities").xpath(".//li")}
    assert items == {
        "1.1": [],
        "1.2": ["../../plans/poa-2016-2020/4.1.2/", "../../plans/fleg-2016-2025/4.1.3/"],
        "2.1": [],
    }


def test_the_top_leads_to_the_document_of_each_report_that_has_one() -> None:
    """The newest report first; one whose document is not here is named all the same."""
    fact = living_pages()[PROJECT].xpath("//dl[@class='ch-facts']/div[dt='Reports']/dd")[0]
    assert [words(fact), *fact.xpath(".//a/@href")] == [
        "April to September 2025, HYR-3April to September 2024, HYR-1",
        "../../documents/yearly-report-2025/",
    ]


def test_figures_and_statuses_stand_over_time_with_a_column_for_each_report() -> None:
    """The oldest first; a number of another period than its report's says which; what a report does not state is said to be so."""
    assert [[words(cell) for cell in row] for row in section("output-1-2").xpath(".//tr")] == [
        ["What", "April to September 2024", "April to September 2025"],
        ["Status", "Under way", "Completed"],
        ["Officers", "26around 40 (January 2023 to September 2024)", "34"],
    ]
    assert [[words(cell) for cell in row] for row in section("output-2-1").xpath(".//tr")][1:] == [
        ["Kilograms", "not stated", "more than 206.4"],
    ]
    assert not living_pages()[PROJECT].xpath("//section[@aria-labelledby='output-1-1']")


def test_a_report_says_a_status_only_where_it_gives_one() -> None:
    """Beside the activity, which is quoted."""
    badges = {words(item)[:3]: [words(badge) for badge in item.find_class("ch-badge")] for item in section("report-1").xpath(".//li")}
    assert badges == {"1.1": [], "1.2": ["Completed"], "2.1": []}


def test_units_are_never_put_together() -> None:
    """Two units of one activity have a row each; the order in which reports were added changes nothing."""
    later = f'{{period: "2026", date: "2026", {NO_OTHER}, activities: [{{number: "1.1", outputs: [Some.], figures: [fig-b, fig-c]}}]}}'
    first = f'{{period: "2025", date: "2025", {NO_OTHER}, activities: [{{number: "1.1", outputs: [Some.], figures: [fig-a]}}]}}'
    catalogue = examples.catalogue(
        {
            "projects/x": examples.yaml("projects", reports=f"[{later}, {first}]"),
            "figures/fig-a": examples.yaml("figures", value="3"),
            "figures/fig-b": examples.yaml("figures", value="5", period='"2026"'),
            "figures/fig-c": examples.yaml("figures", value="7", period='"2026"', unit="kg"),
        }
    )
    project: Any = catalogue.record("projects/x")
    (part,) = over_time(project, catalogue)
    assert part.table
    assert [["".join(bit.text for line in cell.lines for bit in line) for cell in row] for row in part.table.rows] == [
        ["Parcels", "3", "5"],
        ["Kilograms", "not stated", "7"],
    ]
