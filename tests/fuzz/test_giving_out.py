"""Records, fuzzed: any text in any place of any record is refused, or given out as pages, feeds, agendas and JSON that others read."""

import json
from collections.abc import Iterator, Mapping
from functools import cache

import icalendar
import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some
from jinja2 import FileSystemLoader

from clearinghouse.catalogue.catalogue import Catalogue
from clearinghouse.problems.report import as_text
from clearinghouse.publications.html.templates import Templates
from clearinghouse.publications.outputs import Output, outputs
from clearinghouse.publications.page import Page
from clearinghouse.publications.pages.pages import Pages
from clearinghouse.reading.files.folder import DataFile
from clearinghouse.reading.typing.read import read
from tests.browser.safety.test_naughty_strings import STRINGS
from tests.support.attacks import attacked, running, texts
from tests.support.plain import LIVING_DATA
from tests.support.publications.giving_out import LIVING_DAY, SITE, parsed, xml
from tests.support.reading.drawings import picture_files
from tests.support.running import ROOT
from tests.support.visible import can_be_seen

pytestmark = pytest.mark.long

AT_ONCE = 40
"""Texts that are changed at a time, since a whole site is made of each example."""
TEXTS = some.text(max_size=60) | some.text(alphabet="<>&\"'`{}[]()#*_|\\/:;,=-%\n\t ก\u200d", max_size=40) | some.sampled_from(STRINGS)
Changes = list[tuple[int, str]]


@cache
def records() -> Mapping[str, object]:
    """The living records, as texts and what holds them."""
    return {
        path.relative_to(LIVING_DATA).as_posix(): yaml.load(path.read_text("utf-8"), yaml.CBaseLoader)
        for path in sorted(LIVING_DATA.rglob("*.yml"))
        if not path.name.startswith("_ex")
    }


@cache
def places() -> list[tuple[str, str]]:
    """Every text of every record: file and dotted key."""
    return [(name, key) for name, record in records().items() for key in sorted(texts(record))]


PLACES = some.deferred(lambda: some.integers(0, len(places()) - 1))  # later: every worker would wait for it
CHANGES = some.lists(some.tuples(PLACES, TEXTS), min_size=AT_ONCE // 2, max_size=AT_ONCE)


def written(changes: Changes) -> tuple[dict[str, bytes], int]:
    """The living records with these texts in these places, but for those that reading refuses; and how many it took."""
    wanted: dict[str, dict[str, str]] = {}
    for place, text in changes:
        name, key = places()[place]
        wanted.setdefault(name, {})[key] = text
    while True:
        contents = {name: _text(record, name, wanted.get(name, {})) for name, record in records().items()}
        problems = [problem for problem in read(_files(contents)).problems if problem.severity == "error"]
        if not problems:
            return contents, sum(map(len, wanted.values()))
        assert all(problem.fix and problem.line >= 1 and can_be_seen(as_text(problem)) for problem in problems)
        blamed = [problem for problem in problems if wanted.get(problem.path)]
        for problem in blamed:
            others = {key: text for key, text in wanted[problem.path].items() if not f"{key}.".startswith(f"{problem.key}.")}
            wanted[problem.path] = others if others != wanted[problem.path] else {}
        if not blamed:  # these refer to what another record was changed in
            wanted = {}


def _text(record: object, name: str, wanted: Mapping[str, str]) -> bytes:
    changed = attacked(record, set(wanted), name, lambda _, key, text: wanted[key])
    return yaml.safe_dump(changed, allow_unicode=True).encode("utf-8", "surrogatepass")


def documents(catalogue: Catalogue) -> Iterator[Output]:
    """All that a catalogue gives out."""
    templates = Templates(FileSystemLoader(ROOT / "overrides" / "records"))
    yield from outputs(Pages(catalogue, SITE, templates), ())


@cache
def ordinary() -> frozenset[str]:
    """All that runs in the pages of the living records."""
    documents_of_living = documents(_catalogue(written([])[0]))
    return frozenset(part for page in documents_of_living if isinstance(page, Page) for part in running(page.html.encode()))


def _catalogue(contents: Mapping[str, bytes]) -> Catalogue:
    reading = read(_files(contents))
    return Catalogue.of(reading.records, reading.about, LIVING_DAY, reading.links, reading.photographs)


def _files(contents: Mapping[str, bytes]) -> list[DataFile]:
    return [*(DataFile(name, name, content) for name, content in contents.items()), *picture_files(LIVING_DATA)]


def is_given_out(changes: Changes) -> None:
    """Makes a site's pages and files of changed records, and reads each as others do."""
    for output in documents(_catalogue(written(changes)[0])):
        if isinstance(output, Page):
            assert set(running(output.html.encode())) <= ordinary()
            continue
        address, content = output.address, output.content
        data = content.encode() if isinstance(content, str) else content
        if address.endswith((".rss", ".atom", ".opml", ".svg")):
            assert xml(data) is not None
            if "updates" in address:
                parsed(data)
        elif address.endswith(".ics"):
            assert data.count(b"BEGIN:VEVENT") == len(icalendar.Calendar.from_ical(data).walk("VEVENT")), address
        elif address.endswith(".json"):
            json.loads(data)


def test_reading_takes_many_texts() -> None:
    """Or the tests below would make the same site again and again."""
    every = range(0, len(places()), len(places()) // AT_ONCE)
    assert written([(place, "R&D: 'x' <3") for place in every])[1] > AT_ONCE // 8


@settings(max_examples=6, derandomize=True, deadline=None, database=None, suppress_health_check=list(HealthCheck))
@given(CHANGES)
def test_any_texts_are_refused_or_given_out_whole(changes: Changes) -> None:
    """Some two hundred of them, the same in every run."""
    is_given_out(changes)


@pytest.mark.long
@settings(max_examples=150, deadline=None, database=None, suppress_health_check=list(HealthCheck))
@given(CHANGES)
def test_many_texts_are_refused_or_given_out_whole(changes: Changes) -> None:
    """Thousands, others in every run; hypothesis tells the smallest that fails, and how to see it again."""
    is_given_out(changes)
