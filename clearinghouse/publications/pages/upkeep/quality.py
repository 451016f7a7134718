"""Quality as a page and as numbers: how many records could be mended, of how many; never a percentage, never a rank."""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from clearinghouse.catalogue.offices import REGION
from clearinghouse.catalogue.quality import COUNTED, OFFICES, WAYS, Quality, Tally
from clearinghouse.publications.html.parts import Action, Bit, Cell, Column, Head, Line, Section, Table
from clearinghouse.publications.translation.formats import number_text
from clearinghouse.publications.translation.texts import gettext, ngettext
from clearinghouse.publications.words import capital, counted, date_words, plural_of
from clearinghouse.records.written.keys import key_in
from clearinghouse.vocabulary.states import MEMBER_STATES

MAINTAIN = "maintain/"
"""The room of editors."""
ADDRESS = "quality/"
METRICS = "quality/metrics.json"
LINKS = "quality/links/"
VERSION = 1
"""Of metrics.json; it grows when a member changes its meaning or goes, not when one is added."""
REGION_NAME = "The region"
REGION_KEY = "region"
"""Where a state's code would stand, in numbers and addresses."""
HEADINGS = {
    "due": "Needs an update", "stale": "Not checked for 12 months", "low": "Uncertain", "missing": "Missing information",
    "unarchived": "No archived copy",
}  # fmt: skip
MEANINGS = {
    "due": "an event is over and no report was found that it took place, or it begins within 30 days and is only announced; a step of "
    "legislation is due within 90 days, or is overdue; or the next yearly check is due within 30 days",
    "stale": "not compared with its source for twelve months, or never",
    "low": "the source leaves doubts",
    "missing": "something that readers look for is not stated, or the link was not opened",
    "unarchived": "at least one of its sources has no archived copy",
}


def context(quality: Quality) -> Mapping[str, Any]:
    """What the page lays out below its prose."""
    whole = Tally.of(quality.findings)
    as_of = quality.catalogue.as_of
    lead = gettext(
        "{records}, as of {day}. Plans, notices and withdrawn records are not counted. Each record is counted once: with the one state "
        "that it is about, or with the region.",
        records=capital(counted(whole.records, "record")),
        day=date_words(as_of),
    )
    meanings = tuple((Bit(f"{gettext(HEADINGS[way])}: {gettext(MEANINGS[way])}."),) for way in WAYS)
    sections = [
        Section("offices", "By state", paragraphs=((Bit(lead),),), table=_by_office(quality)),
        Section("kinds", "By kind", table=_by_kind(quality)),
    ]
    more = [
        Section("archived", "Sources", paragraphs=((Bit(_sources(whole)),),)),
        Section("meaning", "What is counted", paragraphs=meanings),
    ]
    actions = (Action("Links that fail", to=LINKS), Action("Download these numbers (JSON)", to=METRICS))
    head = Head("Data quality", actions=actions, crumbs=(("Home", ""), ("For editors", MAINTAIN), ("Data quality", None)))
    return {"head": head, "sections": sections, "values": _values(quality), "more": more}


def _sources(tally: Tally) -> str:
    return ngettext(
        "{number} of {sources} has no archived copy.",
        "{number} of {sources} have no archived copy.",
        tally.unarchived,
        sources=counted(tally.sources, "source"),
    )


def desk_of(office: str) -> str:
    """The address of an office's desk."""
    return f"{ADDRESS}desk/" if office == REGION else f"countries/{office.lower()}/desk/"


def name_of(office: str) -> str:
    """A state's name, or that of the region."""
    return REGION_NAME if office == REGION else MEMBER_STATES[office].name


def office_line(office: str) -> Line:
    """An office with a way to its desk."""
    way = Bit(name_of(office), to=desk_of(office))
    return (way,) if office == REGION else (Bit(name_of(office), code=office), Bit(" "), way)


def _columns(*first: str) -> tuple[Column, ...]:
    ways = (Column(HEADINGS[way], is_number=True) for way in WAYS)
    return (*(Column(label) for label in first), Column("Records", is_number=True), *ways)


def tally_cells(tally: Tally) -> tuple[Cell, ...]:
    """How many records there are, and in each way how many of them could be mended."""
    numbers = (
        Cell(
            (
                (
                    Bit(
                        gettext("{number} of {total}", number=number_text(tally.wanting[way]), total=number_text(tally.records)),
                        small=not tally.wanting[way],
                    ),
                ),
            ),
            HEADINGS[way],
            is_number=True,
        )
        for way in WAYS
    )
    return (Cell(((Bit(f"{tally.records:,}"),),), "Records", is_number=True), *numbers)


def kind_table(caption: str, rows: Iterable[tuple[str, Tally]]) -> Table:
    """A table of collections, those without any record left out."""
    cells = tuple((Cell(((Bit(plural_of(name)),),), is_heading=True), *tally_cells(tally)) for name, tally in rows if tally.records)
    return Table(caption, _columns("Kind"), cells, is_of_day=True)


def _by_office(quality: Quality) -> Table:
    rows = [(Cell((office_line(office),), is_heading=True), *tally_cells(Tally.of(quality.of(office)))) for office in OFFICES]
    rows.append((Cell(((Bit("All"),),), is_heading=True), *tally_cells(Tally.of(quality.findings))))
    return Table("Records with gaps, by the state that they are about", _columns("Records about"), tuple(rows), is_of_day=True)


def _by_kind(quality: Quality) -> Table:
    return kind_table("Records with gaps, by kind", ((name, Tally.of(_of_kind(quality, name))) for name in COUNTED))


def _of_kind(quality: Quality, name: str) -> Iterator[Any]:
    return (finding for finding in quality.findings if finding.record.collection == name)


def _values(quality: Quality) -> list[tuple[str, Table]]:
    """For each kind what is missing in how many of its records, below a line that says how much there is."""
    tables = []
    for name in COUNTED:
        values = quality.by_key(name)
        if not values:
            continue
        rows = tuple(
            (
                Cell(((Bit(label_of(name, key)),),), is_heading=True),
                Cell(
                    ((Bit(gettext("{number} of {total}", number=number_text(missing), total=number_text(expected)), small=not missing),),),
                    "Missing",
                    is_number=True,
                ),
            )
            for key, (missing, expected) in values.items()
        )
        lacking = sum(bool(missing) for missing, _ in values.values())
        title = gettext(
            "{collection}: {number} of {total} facts missing somewhere",
            collection=plural_of(name),
            number=number_text(lacking),
            total=number_text(len(values)),
        )
        caption = "Number of records that lack it, of those that should have it"
        tables.append((title, Table(caption, (Column("Fact"), Column("Missing", is_number=True)), rows)))
    return tables


def label_of(collection: str, key: str) -> str:
    """What people call a key of a collection."""
    place = key_in(collection, key)
    assert place is not None, f"{collection} have no key {key}"
    return place.label


# As numbers


def metrics(quality: Quality) -> str:
    """The same as JSON: for every office and kind, the empty ones too, numerators and their denominators. An office is a
    state's code, or REGION_KEY."""
    whole = {
        "version": VERSION,
        "as_of": quality.catalogue.as_of.isoformat(),
        "counted": {"due": MEANINGS["due"], **{_name(way): MEANINGS[way] for way in WAYS[1:]}},
        "total": _numbers(Tally.of(quality.findings)),
        "kinds": {name: _numbers(Tally.of(_of_kind(quality, name))) for name in COUNTED},
        "offices": {
            office or REGION_KEY: {
                "total": _numbers(Tally.of(quality.of(office))),
                "kinds": {name: _numbers(Tally.of(quality.of(office, name))) for name in COUNTED},
            }
            for office in OFFICES
        },
        "values": {
            name: {key: {"missing": missing, "expected": expected} for key, (missing, expected) in quality.by_key(name).items()}
            for name in COUNTED
        },
    }
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def _name(way: str) -> str:
    return {"low": "low_confidence", "unarchived": "without_archived_copy"}.get(way, way)


def _numbers(tally: Tally) -> dict[str, int]:
    ways = {_name(way): number for way, number in tally.wanting.items()}
    return {
        "records": tally.records, **ways, "values_expected": tally.expected, "values_missing": tally.missing,
        "sources": tally.sources, "sources_without_archived_copy": tally.unarchived,
    }  # fmt: skip
