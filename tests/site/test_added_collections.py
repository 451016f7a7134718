"""A new collection is its two modules, its records, its prose and its place in the navigation: nothing else is touched."""

import json
import re
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from subprocess import run
from typing import Any

import feedparser
import pytest
from icalendar import Calendar
from lxml import html as lxml_html

from tests.support.running import ROOT, chm, surroundings

ADDED = ROOT / "tests/support/added"
PERMIT, DRILL = "permits/permit-orchids-2026", "drills/th-2026-04-seizure-at-sea"
PLACES = {
    "clearinghouse/records/collections/<one>.py": ADDED / "records",
    "clearinghouse/publications/collections/<one>.py": ADDED / "publications",
    "data/<several>/": ADDED / "data",
    "content/<several>.md": ADDED / "content",
}
"""What is added, and from where; beside it a line in mkdocs.yml."""
Read = Callable[[str], str]


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A clearing house as it is, with two more collections and no records but theirs."""
    root = tmp_path_factory.mktemp("house")
    for folder in ("clearinghouse", "content", "hooks", "overrides", "tools"):
        shutil.copytree(ROOT / folder, root / folder, ignore=shutil.ignore_patterns("__pycache__"))
    for place, source in PLACES.items():
        shutil.copytree(source, root / place.partition("<")[0], dirs_exist_ok=True, ignore=shutil.ignore_patterns("__pycache__"))
    for module in (root / "clearinghouse/publications/collections").glob("*.py"):
        module.write_text(module.read_text("utf-8").replace("tests.support.added.records", "clearinghouse.records.collections"), "utf-8")
    site = (ROOT / "mkdocs.yml").read_text("utf-8")
    below = "  - Legislation: legislation.md\n"
    nav = site.replace(below, f"  - Drills: drills.md\n  - Permits: permits.md\n{below}")
    (root / "mkdocs.yml").write_text(nav, "utf-8")
    return root


@pytest.fixture(scope="module")
def page(house: Path) -> Read:
    """A file of the site that is built of it, by its address."""
    built = chm("build", "--as-of", "2026-03-10", root=house)
    assert built.returncode == 0, built.stdout + built.stderr
    assert "2 drills" in built.stdout
    assert "2 permits" in built.stdout
    return lambda address: (house / "site" / (f"{address}index.html" if address.endswith("/") else address)).read_text("utf-8")


def titles(html: str) -> Iterator[str]:
    """What the rows of a list lead to."""
    return (link.text_content() for link in lxml_html.fromstring(html).xpath("//table//th//a"))


@pytest.mark.long
def test_its_records_have_pages(page: Read) -> None:
    """With the facts that its view names, and no more than that."""
    assert "Department of Examples" in page(f"{PERMIT}/")
    assert "A ship with pangolin scales" in page(f"{DRILL}/")


@pytest.mark.long
def test_its_list_stands_below_its_prose_whole_and_narrowed(page: Read) -> None:
    """By each of its facets, in its order."""
    assert list(titles(page("permits/"))) == ["Permit for nursery orchids", "Permit for planted agarwood"]
    assert "Papers with which wildlife may cross a border." in page("permits/")
    for narrowed in ("countries/th", "years/2026", "kinds/export-permit"):
        assert list(titles(page(f"permits/by/{narrowed}/"))) == ["Permit for nursery orchids"], narrowed
    assert list(titles(page("drills/by/kinds/table-top-drill/"))) == ["Drill on baggage at an airport"]


@pytest.mark.long
def test_it_stands_where_all_collections_stand(page: Read) -> None:
    """In the page of a state, and events on the front page and in their month."""
    assert "Permit for nursery orchids" in page("countries/th/")
    assert "Drill on a seizure at sea" in page("countries/th/")
    assert "Drill on a seizure at sea" in page("index.html")
    assert "Drill on a seizure at sea" in page("months/2026-04/")


@pytest.mark.long
def test_the_search_knows_it(page: Read) -> None:
    """By its facets, its words and what it is called besides."""
    assert {"collection:permits", "kind:export-permit", "country:th", "year:2026"} <= set(filters(page(f"{PERMIT}/")))
    assert {"collection:drills", "status:announced"} <= set(filters(page(f"{DRILL}/")))
    facets = {facet["id"]: facet["terms"] for facet in json.loads(page("search/terms.json"))["facets"]}
    assert [term for term in facets["collection"] if term[0] in ("drills", "permits")] == [
        ["drills", "Drills", ""],
        ["permits", "Permits", "", "licences"],
    ]


def filters(html: str) -> list[str]:
    """The terms by which Pagefind narrows a page."""
    return [term for terms in lxml_html.fromstring(html).xpath("//@data-pagefind-filter") for term in terms.split(", ")]


@pytest.mark.long
@pytest.mark.parametrize(("name", "title"), [("permits", "Permit for nursery orchids"), ("drills", "Drill on a seizure at sea")])
def test_one_can_follow_it(page: Read, name: str, title: str) -> None:
    """By its own feed, and in that of all that is new."""
    for feed in (f"feeds/{name}.rss", f"feeds/{name}.atom", "feeds/updates.rss", "feeds/countries/th.rss"):
        assert any(entry.title.endswith(title) for entry in feedparser.parse(page(feed)).entries), feed
    assert f"feeds/{name}.rss" in page("subscribe/")


@pytest.mark.long
def test_events_stand_in_agendas(page: Read, house: Path) -> None:
    """In their own, in those of all and of their state; what is no event has none."""
    for agenda in ("agendas/drills.ics", "agendas/all.ics", "agendas/countries/th.ics", f"{DRILL}/event.ics"):
        uids = [str(event["uid"]).partition("@")[0] for event in Calendar.from_ical(page(agenda)).walk("VEVENT")]
        assert DRILL in uids, agenda
    assert not (house / "site/agendas/permits.ics").exists()


@pytest.mark.long
def test_the_form_asks_for_it(page: Read) -> None:
    """For every key, and fills itself with a record that is there."""

    def fetched(kind: str, name: str) -> Any:
        return json.loads(page(f"contribute/{kind}/{name}.js").partition("]=")[2])

    ids = {"permits": ("authority", "permit-{words}"), "drills": ("scenario", "{owner}-{when}-{words}")}
    for name, (key, form_of_id) in ids.items():
        form = lxml_html.fromstring(fetched("forms", name))
        assert form.xpath(f"//form[@data-ch-form='{name}']//*[@id='{name}-{key}']"), name
        assert fetched("schema", name)["collection"]["ids"] == form_of_id
    fields = fetched("schema", "permits")["collection"]["fields"]
    assert [field["key"] for field in fields][:3] == ["title", "title_local", "kind"]
    assert "Department of Examples" in page(f"contribute/records/{PERMIT}.js")


@pytest.mark.long
def test_its_gaps_are_counted(page: Read) -> None:
    """The page on quality names what readers look for in it."""
    rows = [row.text_content().split() for row in lxml_html.fromstring(page("quality/")).xpath("//tr")]
    assert any(row[:1] == ["Permits"] for row in rows)
    assert "scenario" in page("quality/").lower()


@pytest.mark.long
def test_it_has_a_spreadsheet(house: Path) -> None:
    """What is written into its template becomes records, named by its scheme of ids."""
    assert chm("import", "--into", "permits", "--template", "permits.csv", root=house).returncode == 0
    headings = (house / "permits.csv").read_text("utf-8-sig").partition("\n")[0].split(",")
    assert "Authority *" in headings
    (house / "elsewhere").mkdir()
    (house / "rows.csv").write_text(
        "title,kind,authority,given,summary,sources.0.url,sources.0.publisher,sources.0.kind,sources.0.accessed,confidence\n"
        "Ivory of a museum,export permit,Office of Examples,2026-01-05,One sentence.,https://example.org/x,Office,report,2026-01-06,high\n",
        "utf-8",
    )
    imported = chm("import", "rows.csv", "--into", "permits", "--data", "elsewhere", "--as-of", "2026-03-10", root=house)
    assert imported.returncode == 0, imported.stdout + imported.stderr
    assert [path.name for path in (house / "elsewhere/permits").iterdir()] == ["permit-ivory-museum.yml"]


@pytest.mark.long
def test_an_editor_completes_and_checks_it(house: Path) -> None:
    """By a schema that is made from its model; its sample is sound."""
    result = run([sys.executable, "-P", "-m", "tools.schemas"], cwd=house, env=surroundings(house), capture_output=True, check=False)
    assert result.returncode == 0, result.stderr
    schema = json.loads((house / "data/_schemas/permits.json").read_text("utf-8"))
    assert {"authority", "given", "countries", "kind"} <= set(schema["properties"])
    for sample in (house / "data").glob("*/_example.yml"):
        copied = house / "samples" / sample.parent.name / "th-2026-04-example.yml"
        copied.parent.mkdir(parents=True)
        shutil.copyfile(sample, copied)
    checked = chm("check", "--data", "samples", root=house)
    assert checked.returncode == 0, checked.stdout


def test_the_guide_names_these_places_and_no_others() -> None:
    """`docs/adding-a-collection.md` and this test say the same."""
    guide = (ROOT / "docs/adding-a-collection.md").read_text("utf-8")
    assert re.findall(r"^\d\. `([^`]+)`", guide, re.MULTILINE) == [*PLACES, "mkdocs.yml"]
