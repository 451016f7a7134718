"""Shelves: the library of the site holds every collection, and a page of it leads to all others."""

from pathlib import Path

from lxml import html as lxml_html
from mkdocs.config import load_config

from clearinghouse.publications.presentations import LISTED
from clearinghouse.site.mkdocs.shelves import OTHERS, shelves_of
from tests.support.running import ROOT


def test_the_library_holds_every_collection() -> None:
    """Each room stands on a shelf once, with a sentence on what it is."""
    shelves = shelves_of(load_config(str(ROOT / "mkdocs.yml"), hooks=[]))
    rooms = [room for shelf in shelves for room in shelf.rooms]
    addresses = [room.address for room in rooms]
    assert {f"{name}/" for name in LISTED} <= set(addresses)
    assert len(addresses) == len(set(addresses))
    assert OTHERS not in [shelf.title for shelf in shelves]
    assert [room.address for room in rooms if not room.about.endswith(".")] == []


def test_pages_of_the_library_lead_to_one_another(living_site: Path) -> None:
    """Also those of its records; the page itself, or that to which a record belongs, is marked; other pages have no such list."""
    menus = {}
    for folder in ("library", "documents", "documents/yearly-report-2024", "trainings"):
        page = lxml_html.fromstring((living_site / folder / "index.html").read_text("utf-8"))
        menus[folder] = page.xpath("//nav[contains(@class, 'ch-rooms')]")
    assert menus.pop("trainings") == []
    marked = {folder: menu[0].xpath(".//a[@aria-current]") for folder, menu in menus.items()}
    assert [[(link.text, link.get("aria-current")) for link in links] for links in marked.values()] == [
        [("Library", "page")],
        [("Documents", "page")],
        [("Documents", "true")],
    ]
    entries = load_config(str(ROOT / "mkdocs.yml"), hooks=[]).nav or []
    library = next(entry["Library"] for entry in entries if "Library" in entry)
    assert {len(menu[0].xpath(".//a[@href]")) for menu in menus.values()} == {len(library)}
