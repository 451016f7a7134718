"""Reports: what a year's report says, and its annexes."""

import csv
import io
import re
from dataclasses import replace
from datetime import date

import pytest

from clearinghouse.catalogue.years.year import Year, years
from clearinghouse.publications.reports.contents import report_of
from clearinghouse.publications.reports.csv_annex import annexes, csv_annex
from clearinghouse.publications.reports.report import Report, Row, Table
from tests.support import examples
from tests.support.publications.giving_out import living, true
from tests.support.publications.rendering import living_pages

CATALOGUES = {"living": living(), "true": true(date(2026, 11, 21))}


def reports() -> list[Report]:
    """Those of all years of both catalogues."""
    return [report_of(Year(catalogue, year)) for catalogue in CATALOGUES.values() for year in years(catalogue)]


def words(report: Report) -> str:
    """Its sentences."""
    return " ".join(text for section in report.sections for text in section.paragraphs)


def test_reports_go_from_the_first_plan_to_the_present_year() -> None:
    """Without a plan there are none."""
    catalogue = CATALOGUES["true"]
    assert list(years(catalogue)) == list(range(2016, 2027))
    assert not years(replace(catalogue, by_collection={**catalogue.by_collection, "plans": {}}))


def test_a_plan_of_long_ago_gives_no_hundred_reports() -> None:
    """The last thirty years have one."""
    catalogue = examples.catalogue({"plans/poe": examples.yaml("plans", period="{from: 1900, to: 2100}")})
    assert list(years(catalogue)) == list(range(1997, 2027))


def test_each_row_cites_sources_that_are_there() -> None:
    """And each source is cited, in the order of their first places."""
    for report in reports():
        cited = [number for _, table in report.tables for row in table.rows for number in row.notes]
        assert sorted(set(cited)) == list(range(1, len(report.notes) + 1))
        assert all(len(row.cells) == len(table.columns) for _, table in report.tables for row in table.rows)


def test_a_note_and_its_first_citation_lead_to_each_other() -> None:
    """On the page; later citations lead to the note as well."""
    for year in years(living()):
        page = living_pages()[f"reports/{year}/"]
        cited = page.xpath('.//td//a[starts-with(@href, "#note-")]')
        firsts = [link for link in cited if link.get("id")]
        notes = page.xpath('.//a[starts-with(@href, "#cited-")]')
        assert [link.get("href") for link in firsts] == list(dict.fromkeys(link.get("href") for link in cited))
        assert {link.get("href"): f"#{link.get('id')}" for link in firsts} == {f"#{link.get('id')}": link.get("href") for link in notes}
        assert all(link.text == f"[{link.get('href').rpartition('-')[2]}]" for link in (*cited, *notes))
    assert living_pages()["reports/2026/"].xpath('.//a[@id="note-1"]')


def test_verbs_follow_the_number_that_is_counted() -> None:
    """One of sixteen has, nine of sixteen have; where all have something, nobody is said to have none."""
    said = " ".join(map(words, reports()))
    assert re.search(r"\b1 of \d+ activities has a record", said)
    assert not re.search(r"\b1 of \d+ (activities|member states) have\b|\b0 of \d+ member states", said)
    assert "All 10 member states have a record of 2019." in words(report_of(Year(CATALOGUES["true"], 2019)))


def test_no_answer_speaks_of_this_page() -> None:
    """A list that stands on the page of an activity stands there, not in the report."""
    answers = [row.cells[2] for report in reports() for name, table in report.tables if name.endswith("-indicators") for row in table.rows]
    assert not any("This page" in answer for answer in answers)
    assert any(answer.startswith("The page of the activity is that list") for answer in answers)


def test_what_is_counted_is_what_is_listed() -> None:
    """A plan's tally, and the gaps, against its table."""
    for catalogue in CATALOGUES.values():
        for number in years(catalogue):
            year = Year(catalogue, number)
            tables = dict(report_of(year).tables)
            for plan in year.plans:
                if plan.id in tables:
                    counts = [int(row.cells[1]) for row in tables[plan.id].rows]
                    assert f"{sum(map(bool, counts))} of {len(counts)} activit" in words(report_of(year))


def test_a_year_that_goes_on_says_so() -> None:
    """One that is over does not."""
    year = living().as_of.year
    assert "is not over" in report_of(Year(living(), year)).lead
    assert "is not over" not in report_of(Year(living(date(year + 1, 1, 1)), year)).lead


def test_a_year_without_anything_says_so() -> None:
    """In plain words, instead of numbers."""
    empty = replace(living(), by_collection={name: {} for name in living().by_collection})
    report = report_of(Year(empty, 2019))
    assert report.sections[0].paragraphs[0] == "Nothing is recorded of 2019."
    assert not list(report.tables)


def test_people_are_summed_only_where_they_are_stated() -> None:
    """With how many of the events state them."""
    for catalogue in CATALOGUES.values():
        for number in years(catalogue):
            year = Year(catalogue, number)
            stated = [event.participants for event in year.events if event.participants is not None]
            if stated:
                assert f"{sum(stated):,} pe" in words(report_of(year)) or f"{sum(stated)} pe" in words(report_of(year))
                assert f"stated for {len(stated)} of {len(year.events)} event" in words(report_of(year))


@pytest.mark.parametrize("state", ["VN", "LA"])
def test_a_states_report_holds_only_what_concerns_it(state: str) -> None:
    """Events, documents and legislation of others are not in it."""
    catalogue = CATALOGUES["true"]
    for number in years(catalogue):
        year = Year(catalogue, number, state)
        assert all(state in record.states for record in (*year.events, *year.documents))
        assert {record.country for record, *_ in year.assessments} | {record.country for record, *_ in year.laws} <= {state}
        whole = Year(catalogue, number)
        assert {event.key for event in whole.events if state in event.states} == {event.key for event in year.events}


def test_annexes_are_read_back_as_they_were_written() -> None:
    """RFC 4180, with the addresses of the sources as the last column."""
    report = report_of(Year(CATALOGUES["true"], 2019))
    tables = dict(report.tables)
    for name, content in annexes(report).items():
        table = tables[name.removesuffix(".csv")]
        assert content.count(b"\n") == content.count(b"\r\n") + content.replace(b"\r\n", b"").count(b"\n")
        head, *rows = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""))
        assert tuple(head[: len(table.columns)]) == table.columns
        assert [tuple(row[: len(table.columns)]) for row in rows] == [row.cells for row in table.rows]


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1"])
def test_no_cell_is_a_formula(cell: str) -> None:
    """What would be one begins with an apostrophe."""
    content = csv_annex(Table("Odd", ("What",), (Row((cell,)),)), ())
    assert next(csv.reader(io.StringIO(content.decode("utf-8-sig").split("\r\n", 1)[1], newline=""))) == [f"'{cell}"]
