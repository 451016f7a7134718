"""What is said of an activity for the annual report: the same as there, with its rule, its day and its address."""

import io
from collections import Counter
from datetime import date

from docx import Document

from clearinghouse.catalogue.related import Relations
from clearinghouse.catalogue.years.year import Year, years
from clearinghouse.publications.collections.view import Setting
from clearinghouse.publications.pages.activities import activities
from clearinghouse.publications.reports.activities import activity_report
from clearinghouse.publications.reports.contents import report_of
from tests.support.publications.giving_out import SITE, living, true
from tests.support.publications.rendering import pages_of


def test_it_says_of_each_year_what_the_report_of_that_year_says() -> None:
    """Of all activities of the true plans, in all their years."""
    catalogue = true(date(2026, 11, 21))
    by_year = {str(year): dict(report_of(Year(catalogue, year)).tables) for year in years(catalogue)}
    compared = 0
    for plan in catalogue.plans:
        for activity in catalogue.activities_of(plan):
            ((_, table),) = activity_report(activity, plan, catalogue, SITE, lambda year: f"reports/{year}/").tables
            for row in table.rows:
                if plan.id in by_year[row.cells[0]]:
                    (own,) = (other for other in by_year[row.cells[0]][plan.id].rows if other.to == activity.address)
                    assert own.cells[1:] == row.cells[1:]
                    compared += 1
    assert compared > 100


def test_its_paragraph_says_number_rule_day_and_address() -> None:
    """In the text document too, with the sources of each year."""
    setting = Setting(living(), Relations(living()), SITE)
    file = next(file for file in activities.documents(setting) if file.address == "plans/poa-2016-2020/4.1.2/annual-report.docx")
    assert isinstance(file.content, bytes)
    word = Document(io.BytesIO(file.content))
    (said,) = (text.text for text in word.paragraphs if text.text.startswith("Activity 4.1.2 of "))
    for words in (
        "records from 2016 to 2020",
        "Last change of these data: ",
        f"{SITE.url}method/#evidence",
        f"{SITE.url}plans/poa-2016-2020/4.1.2/",
    ):
        assert words in said
    (table,) = word.tables
    assert [cell.text for cell in table.rows[0].cells] == ["Year", "Records", "What was done", "Delivery by the end of the year", "Sources"]


def test_its_evidence_is_a_file_with_why_each_record_counts_or_not() -> None:
    """All records that name it, those that the page does not list for their number too."""
    catalogue = living()
    plan, activity = next(
        (plan, one) for plan in catalogue.plans for one in catalogue.activities_of(plan) if catalogue.evidence(one).left_out
    )
    pages = pages_of(catalogue)
    assert list(activities.pages(plan, pages.setting, pages.templates, 200))
    table = pages.templates.tables[activity.address]["evidence"]
    assert table.has_workbook
    whys = Counter(row[3].lines[0][0].text for row in table.rows)
    evidence = catalogue.evidence(activity)
    assert sum(number for why, number in whys.items() if why.startswith("Yes: ")) == len(evidence.counted)
    assert {why: number for why, number in whys.items() if why.startswith("No: ")} == {
        f"No: {reason.one}": len(records) for reason, records in evidence.left_out.items()
    }


def test_an_activity_of_which_nothing_is_known_yet_says_the_day_of_its_plan() -> None:
    """Not that of the build, which would make a new file each day."""
    catalogue = true(date(2026, 11, 25))
    known = {one.address for one in catalogue.activities if catalogue.serving(one) or any(entry.on <= catalogue.as_of for entry in one.log)}
    plan = catalogue.plan("fleg-2016-2025")
    assert plan
    assert plan.published == date(2026, 11, 21)
    reports = [activity_report(one, plan, catalogue, SITE, str) for one in catalogue.activities_of(plan) if one.address not in known]
    assert {report.day for report in reports} == {"2026-11-21"}
