"""The name of a site is a text in all that it gives out, whatever mkdocs.yml says."""

import json
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar
from lxml import etree
from lxml import html as lxml_html

from clearinghouse.site.built_site import BuiltSite
from tests.support.examples import alone
from tests.support.renamed import NAME
from tests.support.running import ROOT, surroundings

pytestmark = pytest.mark.long
SIGN = "alert(1)"


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, bytes]:
    """All files of a site of that name that hold a part of it, and of its offline edition."""
    folder = tmp_path_factory.mktemp("renamed")
    alone("trainings", folder / "data")
    arguments = ["build", "--data", folder / "data", "--site", folder / "site", "--as-of", "2026-03-10"]
    command = [sys.executable, "-m", "tests.support.renamed", *map(str, arguments)]
    build = subprocess.run(command, cwd=ROOT, env=surroundings(), capture_output=True, encoding="utf-8", check=False)
    assert build.returncode == 0, build.stderr
    site = BuiltSite.at(folder / "site")
    online = {path.relative_to(site.folder).as_posix(): path.read_bytes() for path in site.folder.rglob("*") if path.is_file()}
    offline = {f"copy/{name}": content for name, content in site.whole()}
    return {name: content for name, content in (online | offline).items() if SIGN.encode() in content}


def of_kind(files: Mapping[str, bytes], *kinds: str) -> Mapping[str, bytes]:
    """The files with these ends of names; there are some."""
    some = {name: content for name, content in files.items() if Path(name).suffix in kinds}
    assert some
    return some


def pieces(tree: Any) -> Iterator[tuple[str, str]]:
    """Each attribute and text of a document, with the element that holds it."""
    for element in tree.iter():
        yield from ((str(element.tag), str(value)) for value in element.attrib.values())
        yield from ((str(element.tag), text) for text in (element.text, element.tail) if text)


def test_no_page_runs_it_or_breaks_at_it(files: Mapping[str, bytes]) -> None:
    """Each text and attribute that holds a part of it holds all of it; only what is shown to be copied is markup itself. Narrowed
    lists, which are like all others, are not read whole."""
    for name, content in of_kind(files, ".html").items():
        tree = lxml_html.fromstring(content if "/by/" not in name else content.partition(b"<main")[0])
        broken = [(tag, text) for tag, text in pieces(tree) if SIGN in text and NAME not in text and tag != "code"]
        assert broken == [], name
        assert b"<script>alert" not in content, name


def test_what_is_shown_to_be_copied_holds_it_as_text(files: Mapping[str, bytes]) -> None:
    """The frame that other sites put into their pages."""
    code = lxml_html.fromstring(files["subscribe/index.html"]).get_element_by_id("ch-frame").text_content()
    (frame,) = lxml_html.fragments_fromstring(code)
    assert (frame.tag, frame.get("title"), frame.tail) == ("iframe", f"{NAME}: what comes next", None)


def test_feeds_lists_and_drawings_hold_it_as_text(files: Mapping[str, bytes]) -> None:
    """Read by a strict parser of XML."""
    for name, content in of_kind(files, ".rss", ".atom", ".opml", ".svg").items():
        texts = [text for _, text in pieces(etree.fromstring(content)) if SIGN in text]
        assert texts, name
        assert [text for text in texts if NAME not in text] == [], name


def test_agendas_data_and_scripts_hold_it_whole(files: Mapping[str, bytes]) -> None:
    """Read by the parser of each; a script is one assignment of JSON."""
    for name, content in of_kind(files, ".ics").items():
        assert str(Calendar.from_ical(content)["X-WR-CALNAME"]).startswith(NAME), name
    for name, content in of_kind(files, ".json", ".js").items():
        text = content.decode() if name.endswith(".json") else content.decode().partition("copy = ")[2]
        assert NAME in json.dumps(json.loads(text), ensure_ascii=False).replace('\\"', '"'), name
