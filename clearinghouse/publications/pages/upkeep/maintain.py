"""The room of editors: what is new to be done goes in, with the quality and the links of the records; out come the ways to fix it."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from clearinghouse.catalogue.catalogue import Catalogue
from clearinghouse.catalogue.quality import OFFICES, Quality
from clearinghouse.problems.codes import CODES
from clearinghouse.publications.form_links import FORM
from clearinghouse.publications.html.parts import Bit, Cell, Column, Head, Item, Notice, Section, Table
from clearinghouse.publications.html.templates import Templates
from clearinghouse.publications.page import Page
from clearinghouse.publications.pages.upkeep import desks, outward_links
from clearinghouse.publications.pages.upkeep.quality import ADDRESS as QUALITY
from clearinghouse.publications.pages.upkeep.quality import LINKS, MAINTAIN, METRICS, desk_of, office_line
from clearinghouse.publications.site import Site
from clearinghouse.publications.translation.formats import number_text
from clearinghouse.publications.translation.texts import gettext
from clearinghouse.publications.words import counted, date_words

ADDRESS = MAINTAIN
CODES_ADDRESS = f"{MAINTAIN}codes/"
MOST_NEW = 8
"""How many of the newest things to do are shown; the rest is on the lists of the states."""


def context(quality: Quality, site: Site) -> Mapping[str, Any]:
    """What the page lays out below its prose."""
    return {
        "head": Head("For editors", crumbs=(("Home", ""), ("For editors", None))),
        "values": (),
        "more": (),
        "sections": [
            _newest(quality, site),
            Section("to-do", "To do, by state", table=_to_do(quality)),
            Section("checks", "Checks", items=tuple(_checks(quality))),
            Section("tools", "Tools", items=tuple(_tools(site))),
        ],
    }


def _newest(quality: Quality, site: Site) -> Section:
    """What came to be done last, over all states; what was lacking on the opening day is on the lists of the states alone."""
    items = tuple(
        Item((Bit(entry.title, to=desk_of(office)),), (Bit(f"{date_words(_day(entry.on))}. {entry.summary}"),))
        for entry, office in desks.newest(quality, site)[:MOST_NEW]
    )
    if items:
        return Section("new", "New", items)
    last = max((record.published for record in quality.catalogue.records if record.published), default=None)
    words = f"The last record was added on {date_words(last)}." if last else "There is no record yet."
    return Section("new", "New", empty=Notice("Nothing new to do.", (Bit(words),)))


def _day(on: Any) -> date:
    assert isinstance(on, date)
    return on


def _to_do(quality: Quality) -> Table:
    rows = []
    for office in OFFICES:
        own = quality.of(office)
        gaps, due = sum(map(desks.has_gaps, own)), sum("due" in finding.wants for finding in own)
        rows.append(
            (
                Cell((office_line(office),), is_heading=True),
                Cell(
                    ((Bit(gettext("{number} of {total}", number=number_text(gaps), total=number_text(len(own)))),),),
                    "Records with gaps",
                    is_number=True,
                ),
                Cell(((Bit(f"{due:,}", small=not due),),), "Need an update now", is_number=True),
            )
        )
    columns = (Column("Records about"), Column("Records with gaps", is_number=True), Column("Need an update now", is_number=True))
    return Table("One list for each member state, with the form for every line", columns, tuple(rows), is_of_day=True)


def _checks(quality: Quality) -> Iterator[Item]:
    catalogue: Catalogue = quality.catalogue
    yield Item((Bit("Data quality", to=QUALITY),), (Bit("What is missing, not checked or uncertain, by state and kind."),))
    yield Item((Bit("Links", to=LINKS),), (Bit(outward_links.state_in_words(catalogue)),))
    yield Item((Bit("Numbers as JSON", to=METRICS),), (Bit("The numbers of data quality, for machines."),))


def _tools(site: Site) -> Iterator[Item]:
    yield Item((Bit("Form", to=FORM),), (Bit("Add a record, correct one, or confirm that one is still correct."),))
    yield Item(
        (Bit("Error codes", to=CODES_ADDRESS),),
        (Bit(gettext("What each of {number} error codes means and how to fix it.", number=len(CODES))),),
    )
    if site.repository:
        yield Item((Bit("Proposed changes", href=f"{site.repository}/pulls"),), (Bit("Open proposals on GitHub, to review and accept."),))
        yield Item((Bit("Reports from readers", href=f"{site.repository}/issues"),), (Bit("Mistakes and suggestions on GitHub."),))
        yield Item((Bit("Forms on GitHub", href=f"{site.repository}/issues/new/choose"),), (Bit("For those who have an account there."),))
        guide = f"{site.repository}/blob/{site.branch}/CONTRIBUTING.md"
        yield Item((Bit("Guide for editors", href=guide),), (Bit("Files, spreadsheets, calendars and commands, step by step."),))
        samples = f"{site.repository}/tree/{site.branch}/{site.data}"
        yield Item((Bit("Templates of records", href=samples),), (Bit("Each folder has a commented sample, _example.yml."),))


def codes_page(templates: Templates) -> Page:
    """The page of all error codes."""
    crumbs = (("Home", ""), ("For editors", MAINTAIN), ("Error codes", None))
    families: dict[str, list[dict[str, str]]] = {}
    for code, kind in CODES.items():
        families.setdefault(code.partition("-")[0], []).append({"code": code, "title": kind.title, "why": kind.why, "fix": kind.mend})
    lead = f"{counted(len(CODES), 'error code')}. The form and the check of the files use them."
    head = Head("Error codes", lead, crumbs=crumbs)
    html = templates.render("pages/codes.html", CODES_ADDRESS, head=head, families=families)
    return Page(CODES_ADDRESS, "Error codes", "What each error code means and how to fix it.", html, MAINTAIN, is_indexed=False)
