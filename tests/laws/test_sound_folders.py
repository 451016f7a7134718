"""Sound folders: whatever `chm check` accepts becomes pages whose links lead to what is given out, and no two things share an address."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from html import unescape

import pytest

from clearinghouse.catalogue.catalogue import Catalogue
from clearinghouse.commands.options import FIRST_YEAR, LAST_YEAR
from clearinghouse.publications.outputs import outputs
from clearinghouse.publications.page import Page
from clearinghouse.reading.files.link_reports import NAME as LINK_REPORT
from clearinghouse.records.collection import COLLECTIONS
from tests.support.examples import catalogue, yaml
from tests.support.fuzz.folders import reading_of, sound_folder
from tests.support.publications.giving_out import LIVING_DAY
from tests.support.publications.rendering import LISTS, OF_THE_FOOT, PROSE, VIEWS, led_to, pages_of
from tests.support.running import ROOT

DAYS = (LIVING_DAY, date(FIRST_YEAR, 1, 1), date(LAST_YEAR, 12, 31))
DAILY = 4
"""How many folders are tried every day."""
OF_THEME = "assets/"
LONGEST_NAME = 255
"""In bytes: what file systems take as the name of a folder."""
WRITTEN = {"" if page.stem == "index" else f"{page.stem}/" for page in (ROOT / "content").glob("*.md")}
_LINK, _PART = re.compile(r'\b(?:href|src|action)="([^"]*)"'), re.compile(r'\bid="([^"]*)"')
_OUTWARD = re.compile("[a-zA-Z][a-zA-Z0-9+.-]*:|{(?:webcal|agenda|xml)}")


def faults(records: Catalogue) -> Iterator[str]:
    """What would end a build, or would let one document hide another."""
    pages = pages_of(records)
    below = {address: unescape(html) for address in (*VIEWS, *LISTS) if (html := pages.below_prose(address, PROSE))}
    given_out = list(outputs(pages, ()))
    for address, times in Counter(output.address for output in given_out).items():
        if times > 1:
            yield f"{address} is given out {times} times"
        if any(len(name.encode()) > LONGEST_NAME for name in address.split("/")):
            yield f"{address} has a name that is too long for a folder"
    fragments = {output.address: unescape(output.html) for output in given_out if isinstance(output, Page)}
    parts = {address: set(_PART.findall(html)) for address, html in fragments.items()}
    yield from _broken(fragments | below, {output.address for output in given_out} | WRITTEN, parts)


def _broken(fragments: Mapping[str, str], known: set[str], parts: Mapping[str, set[str]]) -> Iterator[str]:
    for address, html in fragments.items():
        for link in set(_LINK.findall(html)):
            if _OUTWARD.match(link):
                continue
            to, part = led_to(address, link)
            if to not in known and not to.startswith(OF_THEME):
                yield f"{address}: {link}: there is no {to}"
            elif part and part not in OF_THE_FOOT and to in parts and part not in parts[to]:
                yield f"{address}: {link}: there is no part {part}"


@pytest.mark.parametrize("number", [pytest.param(number, marks=() if 0 < number < DAILY else pytest.mark.long) for number in range(200)])
def test_a_sound_folder_becomes_pages_whose_links_lead_somewhere(number: int) -> None:
    """Many records on one activity, term, day or state; empty collections; odd days, ids and texts; on any day."""
    reading = reading_of(sound_folder(number))
    assert list(faults(Catalogue.of(reading.records, reading.about, DAYS[number % len(DAYS)], reading.links))) == []


def test_folders_hold_what_may_go_wrong() -> None:
    """Or the test above would show little: every collection, and more of one than a list or a section shows."""
    sizes = [Counter(path.partition("/")[0] for path in sound_folder(number)) for number in range(DAILY)]
    assert {name for size in sizes for name in size} >= {*COLLECTIONS, LINK_REPORT}
    assert max(max(size.values()) for size in sizes) > 20
    assert any(not COLLECTIONS.keys() <= size.keys() for size in sizes)


def test_what_has_no_list_by_activity_is_shown_whole() -> None:
    """Updates are not narrowed by activity: a link to the rest would lead nowhere, and the rest would be hidden."""
    notices = {f"updates/2026-01-{number}": yaml("updates", serves="[poe/1.1.1]", title=f"Notice {number}.") for number in range(31)}
    courses = {f"trainings/th-2026-03-{number}": yaml("trainings", serves="[poe/1.1.1]") for number in range(31)}
    plan = {"plans/poe": yaml("plans"), "activities/poe/1.1.1": yaml("activities")}
    records = catalogue({**plan, **notices, **courses}, date(2026, 3, 10))
    assert list(faults(records)) == []
    (page,) = [page for page in pages_of(records).all() if page.address == "plans/poe/1.1.1/"]
    assert all(f">Notice {number}.<" in page.html for number in range(31))
    assert "trainings/by/activities/poe-1.1.1/" in page.html


def test_plans_never_share_the_lists_of_their_activities() -> None:
    """Though the id of one is the prefix of another."""
    plans = {
        f"plans/{name}": yaml("plans", prefix=prefix, period=f"{{from: {year}, to: 2030}}")
        for name, prefix, year in (("poe-2020", "PoE", 2020), ("poe", "Plan of Examples", 2026))
    }
    assert list(faults(catalogue({**plans, **{f"activities/{name}/1.1.1": yaml("activities") for name in ("poe", "poe-2020")}}))) == []


def test_a_plan_may_name_whatever_has_a_page_as_its_document() -> None:
    """An activity has its page below its plan."""
    files = {"plans/poe": yaml("plans", document="activities/poe/1.1.1"), "activities/poe/1.1.1": yaml("activities")}
    assert list(faults(catalogue({**files, "documents/doc-x": yaml("documents")}))) == []
