"""Linked pages: what machines learn of a page is what its record says, in words of schema.org, and never more."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from clearinghouse.catalogue.catalogue import Catalogue
from clearinghouse.publications.linked_data.names import Names
from clearinghouse.publications.linked_data.ordinary import ordinary
from clearinghouse.publications.page import Page
from clearinghouse.publications.presentations import LISTED
from clearinghouse.publications.sharing.linked_page import LinkedPages
from clearinghouse.publications.translation.languages import Languages
from clearinghouse.reading.typing.read import read
from clearinghouse.world.disk.data_folder import data_files
from tests.support.attacks import WORDS, attack
from tests.support.examples import catalogue, yaml
from tests.support.publications.giving_out import LIVING_DAY, SITE, living
from tests.support.publications.linked_data import faults, graph_of, things_of
from tests.support.publications.rendering import pages_of
from tests.support.running import ROOT

TRAILS = {"trainings/": (("Home", ""), ("Trainings", None)), "trainings/x/": (("Home", ""), ("Trainings", "trainings/"))}
HOSTILE = '</script><!--<script>alert(1)</script> & "ไทย" \\u003c ]]>'


def linked(records: Catalogue) -> LinkedPages:
    """What says it of the pages of a catalogue."""
    return LinkedPages(records, SITE, Languages(), TRAILS, "What the site is.")


def outlines(records: Catalogue) -> Iterator[Page]:
    """The pages of all records, laws and lists, without what readers see of them."""
    yield from (Page(record.address, record.title, "", "") for record in (*records.plans, *records.records))
    yield from (Page(activity.address, activity.label, "", "") for activity in records.activities)
    yield from (Page(record.law_address(law), law.title, "", "") for record in records.legislation for law in record.laws)
    lists = (f"{name}/" for name in (*LISTED, "legislation"))
    yield from (Page(address, address, "What stands there.", "") for address in ("", "library/", "about/", "trainings/x/", *lists))


def about(collection: str, *lines: str, name: str = "x", **keys: str | None) -> dict[str, Any]:
    """What is said of an example of a collection."""
    records = catalogue({f"{collection}/{name}": yaml(collection, *lines, **keys)})
    record = records.collection(collection)[0]
    return things_of(linked(records).of(Page(record.address, record.title, record.summary, "")))[0]


def test_every_block_is_linked_data_that_fits_our_shapes() -> None:
    """Of one page of each kind of thing."""
    pages = linked(living())
    blocks: dict[str, str] = {}
    for page in outlines(living()):
        block = pages.of(page)
        blocks.setdefault(str(things_of(block)[0]["@type"]), block)
    assert len(blocks) > 12
    kept = [pages.of(page) for page in outlines(living()) if page.address in ("library/", "trainings/", "documents/", "networks/")]
    assert faults(graph_of([*blocks.values(), *kept])) == ""


@pytest.mark.long
@pytest.mark.parametrize("folder", ["tests/living", "data"])
def test_every_block_of_a_whole_site_fits_them(folder: str) -> None:
    """With the crumbs of its pages; of those that say nothing but their names every tenth is looked at."""
    reading = read(data_files(ROOT / folder))
    records = Catalogue.of(reading.records, reading.about, LIVING_DAY, photographs=reading.photographs)
    pages = pages_of(records)
    every = LinkedPages(records, SITE, Languages(), pages.templates.trails, "What the site is.")
    blocks = {page.address: every.of(page) for page in (*outlines(records), *pages.all())}
    plain = [address for address, block in blocks.items() if things_of(block)[0]["@type"] == "WebPage"]
    left_out = set(plain) - set(plain[::10])
    assert faults(graph_of(block for address, block in blocks.items() if address not in left_out)) == ""


def test_shapes_find_what_is_wrong() -> None:
    """A date that is none, and an event without a source."""
    block = linked(living()).of(Page("trainings/th-2026-02-forensics/", "x", "", ""))
    assert "startDate" in faults(graph_of([block.replace('"startDate":"', '"startDate":"about ')]))
    assert "subjectOf" in faults(graph_of([block.replace('"subjectOf"', '"about"')]))


def test_an_event_says_when_where_and_for_whom() -> None:
    """With the hours of its place where it has hours; a gap stays a gap."""
    event = about(
        "trainings", "time: {from: '09:00', to: '16:30', zone: Asia/Bangkok}", starts="2026-03-11", ends="2026-03-13", place="Kui Buri",
        host="TH", mode="hybrid", organisers="[Office]", audience="[rangers]", languages="[th]", seats="30", title_local="{th: การฝึก}",
    )  # fmt: skip
    assert event["@type"] == ["EducationEvent", "CourseInstance"]
    assert event["@id"] == f"{SITE.url}trainings/x/"
    assert (event["startDate"], event["endDate"]) == ("2026-03-11T09:00:00+07:00", "2026-03-13T16:30:00+07:00")
    assert event["location"][0] == {
        "@type": "Place", "name": "Kui Buri", "address": {"@type": "PostalAddress", "addressCountry": "TH"},
    }  # fmt: skip
    assert event["eventStatus"] == "https://schema.org/EventScheduled"
    assert event["alternateName"] == [{"@language": "th", "@value": "การฝึก"}]
    bare = about("workshops", starts="2026-04")
    assert (bare["@type"], bare["startDate"]) == ("Event", "2026-04")
    assert {"endDate", "location", "organizer", "audience", "inLanguage", "eventAttendanceMode", "isAccessibleForFree"}.isdisjoint(bare)


def test_an_event_that_was_moved_or_called_off_says_so() -> None:
    """What was put off has no date until there is a new one; what nobody reported on is not said to have taken place."""
    moved = "changes: [{on: 2026-02-01, what: moved, id: m, from: 2026-03-20, to: 2026-04-06}]"
    event = about("trainings", moved, starts="2026-04-06")
    assert (event["eventStatus"], event["previousStartDate"]) == ("https://schema.org/EventRescheduled", "2026-03-20")
    event = about("trainings", starts="2026-04-06", status="postponed")
    assert (event["eventStatus"], event["previousStartDate"]) == ("https://schema.org/EventPostponed", "2026-04-06")
    assert "startDate" not in event
    assert about("trainings", starts="2026-04-06", status="cancelled")["eventStatus"] == "https://schema.org/EventCancelled"
    assert about("trainings", starts="2026-02-06", status="held")["eventStatus"] == "https://schema.org/EventScheduled"
    for status in ("announced", "unconfirmed"):
        assert "eventStatus" not in about("trainings", starts="2026-02-06", status=status)


def test_what_is_in_doubt_or_withdrawn_is_not_passed_on() -> None:
    """Machines pass on no doubt: there is a page, and no more."""
    assert about("figures", confidence="low")["@type"] == "WebPage"
    assert about("documents", withdrawn="{date: 2026-02-01, reason: It stood here twice.}")["@type"] == "WebPage"
    source = "source: {url: https://example.org/law, publisher: Office, kind: official site, accessed: 2026-01-10}"
    laws = f"[{{id: law-la-a-2007, title: A, status: repealed, {source}}}, {{title: B, amends: [law-la-a-2007, Old law], {source}}}"
    records = catalogue({"legislation/la": yaml("legislation", laws=f"{laws}, {{title: C, confidence: low, {source}}}]")})
    first, second, doubtful = (
        things_of(linked(records).of(Page(f"legislation/la/{name}/", name, "", "")))[0] for name in ("a-2007", "b", "c")
    )
    assert first["legislationLegalForce"] == "https://schema.org/NotInForce"
    assert first["legislationJurisdiction"]["identifier"] == "LA"
    assert second["legislationAmends"] == [{"@id": first["@id"]}, {"@type": "Legislation", "name": "Old law"}]
    assert "legislationDate" not in second
    assert doubtful["@type"] == "WebPage"
    state = things_of(linked(records).of(Page("legislation/la/", "Lao PDR", "", "")))[0]
    assert [law["name"] for law in state["hasPart"]] == ["A", "B"]


def test_a_programme_is_free_only_where_that_is_stated() -> None:
    """And keeps to the profile of courses only where it has all that this asks for."""
    plain = about("programmes")
    assert plain["@type"] == "Course"
    assert {"isAccessibleForFree", "dct:conformsTo", "keywords"}.isdisjoint(plain)
    full = about("programmes", access="{fee: free}", topics="[evidence]")
    assert full["isAccessibleForFree"] is True
    assert full["dct:conformsTo"]["@id"].startswith("https://bioschemas.org/profiles/Course/")
    assert about("programmes", kind="laboratory")["@type"] == "Service"


def test_a_figure_has_a_number_and_its_unit() -> None:
    """Its date where it has one, and its time where that is longer."""
    figure = about("figures", from_="2025")
    assert (figure["value"], figure["unitText"], figure["observationDate"]) == (12.5, "parcels", "2025")


def test_a_new_collection_says_what_it_is_without_a_word() -> None:
    """An event is an event, and anything else a work."""
    names = Names(living(), SITE)
    event, document = living().trainings[0], living().collection("documents")[0]
    assert ordinary(event, names)["@type"] == "Event"
    assert ordinary(document, names)["@type"] == "CreativeWork"


def test_lists_are_data_sets_of_the_library() -> None:
    """The newest change of their records is theirs; a page in another part of the site is only a page."""
    pages = linked(living())
    data_set, crumbs = things_of(pages.of(Page("trainings/", "Trainings", "Courses.", "")))
    assert data_set["@type"] == "Dataset"
    assert data_set["dateModified"] == max(record.last_change for record in living().trainings).isoformat()
    assert [crumb["name"] for crumb in crumbs["itemListElement"]] == ["Home", "Trainings"]
    library = things_of(pages.of(Page("library/", "Library", "", "")))[0]
    assert {"@id": f"{SITE.url}trainings/"} in library["dataset"]
    assert things_of(pages.of(Page("about/", "About", "", "")))[0]["@type"] == "WebPage"
    front = things_of(pages.of(Page("", "Home", "", "")))[0]
    assert (front["@type"], front["name"]) == ("WebSite", SITE.name)


def test_crumbs_are_those_that_readers_see() -> None:
    """With the page itself at their end."""
    crumbs = things_of(linked(living()).of(Page("trainings/x/", "A title", "", "")))[1]["itemListElement"]
    assert [(crumb["position"], crumb["item"]) for crumb in crumbs] == [
        (1, SITE.url), (2, f"{SITE.url}trainings/"), (3, f"{SITE.url}trainings/x/"),
    ]  # fmt: skip


def test_no_text_leaves_the_block(tmp_path: Path) -> None:
    """Whatever it holds: it is found again as it was."""
    assert things_of(linked(living()).of(Page("about/", HOSTILE, HOSTILE, "")))[0]["name"] == HOSTILE
    attack(ROOT / "tests/living", tmp_path)
    reading = read(data_files(tmp_path))
    records = Catalogue.of(reading.records, reading.about, LIVING_DAY, photographs=reading.photographs)
    names = [things_of(linked(records).of(page))[0]["name"] for page in outlines(records)]
    assert sum(WORDS in name for name in names) > 50
