"""Hostile records: whatever somebody writes into a record is shown as it stands, and nothing of it ever runs."""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from jinja2 import FileSystemLoader
from lxml import html as lxml_html
from playwright.sync_api import expect

from clearinghouse.catalogue.catalogue import Catalogue
from clearinghouse.publications.html.templates import Templates
from clearinghouse.publications.pages.pages import Pages
from clearinghouse.publications.site import Site
from clearinghouse.reading.files.folder import DataFile
from clearinghouse.reading.typing.read import read
from clearinghouse.records.collections.record import Record
from clearinghouse.world.disk.data_folder import data_files
from tests.support.attacks import BODY, WORDS, attack
from tests.support.browser.kinds import PAGES, page_of
from tests.support.browser.visit import Visit
from tests.support.patience import patient
from tests.support.plain import LIVING_DATA
from tests.support.running import ROOT, chm

Server = Callable[[Path], str]
RUNNING = {"script", "img", "iframe", "object", "embed", "base", "style", "noscript"}
LINKING = {"href", "src", "action", "formaction"}
SAFE = ("http", "https", "mailto", "webcal", "")
LINKS = "[x](javascript:alert(3)) [y](<javascript:alert(4)>) <javascript:alert(5)> [a]\n\n[a]: javascript:alert(6)"
PICTURE = "![z](https://example.net/z.png)"
URLS = ("javascript:alert(1)", "JavaScript:alert(1)", " javascript:alert(1)", "data:text/html,<script>alert(1)</script>", "vbscript:x")
TRAINING = "th-2026-02-forensics"


@pytest.fixture(scope="module")
def keys_and_site(tmp_path_factory: pytest.TempPathFactory) -> tuple[set[str], Path]:
    """The keys that took an attack, and the site of the records that hold them."""
    folder = tmp_path_factory.mktemp("hostile")
    keys = attack(LIVING_DATA, folder / "data")
    told = chm("build", "--data", folder / "data", "--site", folder / "living-site", "--as-of", "2026-03-10")
    assert told.returncode == 0, told.stderr
    return keys, folder / "living-site"


@pytest.fixture
def hostile_site(keys_and_site: tuple[set[str], Path]) -> Path:
    """The site of hostile records."""
    return keys_and_site[1]


@pytest.mark.long
def test_nearly_every_key_takes_an_attack(keys_and_site: tuple[set[str], Path]) -> None:
    """Else this would test nothing."""
    wanted = "title title_local summary body note place organisers partners participants_note audience_note publisher"
    wanted += " reason wording responsible provider number how document what unit scope label prefix"
    assert set(wanted.split()) - keys_and_site[0] == set()


def running(html: bytes) -> list[str]:
    """What in a piece of HTML could run: elements, attributes and addresses."""
    tree = lxml_html.fromstring(html)
    found = [f"<{each.tag} {each.get('src')}>{each.text}" for each in tree.iter(*RUNNING)]
    attributes = [(str(name), str(value)) for each in tree.iter() for name, value in each.items()]
    found += [f"{name}={value}" for name, value in attributes if name.startswith("on") or name in ("style", "srcdoc")]
    return found + [value for name, value in attributes if name in LINKING and urlsplit(value).scheme not in SAFE]


def peaceful(page: str) -> str:
    """The same page of the site without attacks: a plan whose prefix is one is named by its id in addresses of its activities."""
    return re.sub("/(poa|fleg)-[0-9]{4}-[0-9]{4}-([0-9.]+)/", r"/\1-\2/", page)


@pytest.mark.long
def test_nothing_in_any_page_could_run(hostile_site: Path, living_site: Path) -> None:
    """But for what runs in the same page of the same records without an attack."""
    pages = [path.relative_to(hostile_site).as_posix() for path in hostile_site.rglob("*.html")]
    assert len(pages) > 400
    for page in pages:
        assert running((hostile_site / page).read_bytes()) == running((living_site / peaceful(page)).read_bytes()), page


@pytest.mark.long
@pytest.mark.parametrize("page", PAGES)
def test_a_hostile_page_of_each_kind_is_harmless(page: str, hostile_site: Path, server: Server, visit: Callable[..., Visit]) -> None:
    """No dialog, no request for what an attack names, no error, in the width of a phone too."""
    seen = visit(server(hostile_site) + page_of(page, hostile_site))
    seen.page.wait_for_load_state("networkidle")
    assert seen.faults == []


@pytest.mark.long
def test_an_attack_is_shown_as_it_stands(hostile_site: Path, server: Server, visit: Callable[..., Visit]) -> None:
    """In the heading, in the name of the window and in lists."""
    seen = visit(server(hostile_site) + f"trainings/{TRAINING}/")
    assert seen.page.locator("h1").inner_text().startswith(WORDS)
    assert seen.page.title().startswith(WORDS)
    assert seen.page.locator("meta[name=description]").get_attribute("content", timeout=patient(1) * 1000).startswith(WORDS)  # type: ignore[union-attr]
    expect(seen.page.locator("article .md-typeset")).to_contain_text(BODY.strip())
    assert visit(server(hostile_site) + "trainings/").page.locator("tbody th").first.inner_text().startswith(WORDS)


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("<script>alert(1)</script>", "TEXT-003"),
        ("text <b onclick=alert(1)>", "TEXT-003"),
        ("<!-- x -->", "TEXT-003"),
        ("<img src=x onerror=alert(1)>", "TEXT-003"),
        ("[x](javascript:alert(1))", "LINK-001"),
        ("[x][y]\n\n  [y]: JavaScript:alert(1)", "LINK-001"),
    ],
)
def test_what_could_run_in_a_body_is_refused(body: str, code: str) -> None:
    """By reading, with the code that says why."""
    text = (LIVING_DATA / f"trainings/{TRAINING}.yml").read_text("utf-8").partition("\nbody:")[0] + f"\nbody: |\n  {body}\n"
    codes = {problem.code for problem in read([DataFile(f"trainings/{TRAINING}.yml", "x.yml", text.encode())]).problems}
    assert code in codes


def built_past_reading(**changes: object) -> list[bytes]:
    """All pages of the living records when one of them was given values that reading never lets pass."""
    reading = read(data_files(LIVING_DATA))
    records = {name: dict(group) for name, group in reading.records.items()}
    record = records["trainings"][TRAINING]
    assert isinstance(record, Record)
    records["trainings"][TRAINING] = record.model_copy(update=changes)
    catalogue = Catalogue.of(records, reading.about, date(2026, 3, 10))
    site = Site("Name", "https://example.org/", "example.org")
    return [page.html.encode() for page in Pages(catalogue, site, Templates(FileSystemLoader(ROOT / "overrides/records"))).all()]


@pytest.mark.parametrize("url", URLS)
def test_a_link_that_got_past_reading_is_no_link(url: str) -> None:
    """Publications keep a lock of their own."""
    ordinary = {found for page in built_past_reading() for found in running(page)}
    source = read(data_files(LIVING_DATA)).records["trainings"][TRAINING].sources[0]  # type: ignore[union-attr]
    pages = built_past_reading(sources=(source.model_copy(update={"url": url, "archived": url}),))
    assert {found for page in pages for found in running(page)} == ordinary


def test_a_body_that_got_past_reading_is_harmless() -> None:
    """HTML in it is shown as text."""
    body = "<script>alert(1)</script>\n\n<img src=x onerror=alert(1)> " + PICTURE + LINKS
    ordinary = {found for page in built_past_reading() for found in running(page)}
    pages = built_past_reading(body=body)
    assert {found for page in pages for found in running(page)} == ordinary
    assert any(b"&lt;script&gt;alert(1)&lt;/script&gt;" in page for page in pages)
