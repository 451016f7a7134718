"""Naughty strings: each is refused with a problem, or shown as it stands and nothing of it ever runs, in whatever is given out."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path

import feedparser
import icalendar
import pytest
from lxml import etree
from lxml import html as lxml_html

from tests.browser.safety.test_hostile import peaceful
from tests.support.attacks import attack_with, running
from tests.support.browser.kinds import PAGES, page_of
from tests.support.browser.visit import Visit
from tests.support.plain import LIVING_DATA
from tests.support.running import chm

pytestmark = pytest.mark.long

Server = Callable[[Path], str]
OTHERS: list[str] = json.loads((Path(__file__).parents[1] / "vendor/blns.json").read_text("utf-8"))
OWN = [
    "<script>tripped = 1</script>", "</script><script>tripped = 1</script>", "</title><script>tripped = 1</script>",
    "</textarea><svg/onload=tripped=1>", "\"><img src=x onerror=tripped=1>", "' autofocus onfocus=tripped=1 x='",
    "<iframe srcdoc='<script>parent.tripped = 1</script>'>", "<style>*{background:url(//example.net/x)}</style>",
    "<meta http-equiv=refresh content='0;url=javascript:tripped=1'>", "<base href=//example.net/>", "<!--><script>tripped=1</script>",
    "]]><script xmlns='http://www.w3.org/1999/xhtml'>tripped=1</script>", "<![CDATA[<script>tripped=1</script>]]>",
    "&lt;script&gt;tripped=1&lt;/script&gt;", "&#60;script&#62;tripped=1&#60;/script&#62;", "{{ 7 * 7 }}{% raw %}${7*7}#{7*7}",
    "chm-stamp-content chm-stamp-head", "javascript:tripped=1", "[x](javascript:tripped=1)", "![x](x \"onerror=tripped=1\")",
    "END:VEVENT\\nEND:VCALENDAR", "x;VALUE=URI:javascript:tripped=1", "=cmd|' /C calc'!A0", "@SUM(1+1)*cmd|' /C calc'!A0",
    "`onmouseover=tripped=1`", "<math><mi xlink:href='javascript:tripped=1'>x", "<a href='data:text/html,<script>tripped=1</script>'>x",
    "{\"__proto__\": {\"tripped\": 1}}", "<template><script>tripped=1</script></template>",
    "<noscript><p title='</noscript><img src=x onerror=tripped=1>'>",
]  # fmt: skip
STRINGS = [text for text in OTHERS if text] + OWN


@dataclass(frozen=True)
class Naughty:
    """A site whose texts are naughty strings. accepted: how many texts took theirs; strings: how many different ones these are;
    refused: how many texts did not."""

    site: Path
    accepted: int
    strings: int
    refused: int


def built(folder: Path, turn: int) -> Naughty:
    """The living records with another string in each of their texts. turn: with which string it begins."""
    numbers: dict[tuple[str, str], int] = {}
    following = count(turn)

    def naughty(name: str, key: str, text: str) -> str:
        if key in ("prefix", "draft"):  # these make addresses, which would differ from those of the site that this is held against
            return text
        return STRINGS[numbers.setdefault((name, key), next(following)) % len(STRINGS)]

    keys_by_file, refused = attack_with(naughty, LIVING_DATA, folder / "data")
    result = chm("build", "--data", folder / "data", "--site", folder / "living-site", "--as-of", "2026-03-10")
    assert result.returncode == 0, result.stderr
    pairs = [(name, key) for name, keys in keys_by_file.items() for key in keys if (name, key) in numbers]
    return Naughty(folder / "living-site", len(pairs), len({numbers[pair] % len(STRINGS) for pair in pairs}), refused)


def test_each_text_takes_the_same_string_in_every_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Though folders are listed, and keys hashed, in another order: else what trips today could be gone tomorrow."""
    monkeypatch.setattr(Path, "rglob", lambda path, pattern: sorted(Path.glob(path, f"**/{pattern}"), reverse=True))
    calls: list[tuple[str, str]] = []

    def noted(name: str, key: str, text: str) -> str:
        calls.append((name, key))
        return text

    attack_with(noted, LIVING_DATA, tmp_path)
    assert len(calls) > 100
    assert calls == sorted(calls)


@pytest.fixture(scope="module")
def naughty(tmp_path_factory: pytest.TempPathFactory) -> Naughty:
    """The site of the daily run."""
    return built(tmp_path_factory.mktemp("naughty"), 0)


def active_in(site: Path, living_site: Path) -> Iterator[str]:
    """All that could run in what a site gives out, but for what runs in the same site without an attack."""
    for path in site.rglob("*"):
        name = path.relative_to(site).as_posix()
        if path.is_dir() or name.startswith("pagefind/"):
            continue
        content = path.read_bytes()
        if name.endswith(".html"):
            ordinary = living_site / peaceful(name)  # not there: a string became a former id, and its page only redirects
            if running(content) != (running(ordinary.read_bytes()) if ordinary.exists() else []):
                yield name
        elif name.endswith((".rss", ".atom", ".opml", ".xml")):
            root = etree.fromstring(content)
            yield from (
                f"{name}: <{element.tag}>"
                for element in root.iter()
                if str(element.tag).rpartition("}")[2] in ("script", "iframe", "object")
            )
            for entry in feedparser.parse(content, sanitize_html=False).entries:
                texts = [entry.summary_detail] if "summary" in entry else []
                # What Atom calls text is shown as it stands; all that is in an RSS description is HTML.
                html = [part.value for part in texts + entry.get("content", []) if name.endswith(".rss") or part.type != "text/plain"]
                yield from (f"{name}: {danger}" for text in html if text.strip() for danger in running(f"<div>{text}</div>".encode()))
        elif name.endswith(".ics"):
            whole = icalendar.Calendar.from_ical(content)
            assert content.count(b"BEGIN:VEVENT") == len(whole.walk("VEVENT")), name
            yield from (
                f"{name}: {event['URL']}" for event in whole.walk("VEVENT") if not str(event.get("URL", "https:")).startswith("https:")
            )
        elif name.endswith(".json"):
            document = json.loads(content)
            for item in document.get("items", []) if isinstance(document, dict) and "version" in document else ():
                yield from (f"{name}: {danger}" for danger in running(f"<div>{item['content_html']}</div>".encode()))


def test_every_string_is_refused_or_harmless_in_all_that_is_given_out(naughty: Naughty, living_site: Path) -> None:
    """Parsed by the parsers of others. The numbers say that this is no empty test."""
    assert len(STRINGS) > 480
    assert naughty.accepted > 400, naughty
    assert naughty.strings > 250, naughty
    assert naughty.refused > 800, naughty
    assert list(active_in(naughty.site, living_site)) == []


@pytest.mark.parametrize("page", PAGES)
def test_no_page_trips(page: str, naughty: Naughty, server: Server, visit: Callable[..., Visit]) -> None:
    """In the browser: nothing runs, nothing is asked for, nothing is even barred, since nothing is tried."""
    tab = visit(server(naughty.site) + page_of(page, naughty.site))
    tab.page.wait_for_load_state("networkidle")
    assert tab.faults == []
    assert tab.page.evaluate("[typeof tripped, typeof {}.tripped]") == ["undefined", "undefined"]


@pytest.mark.long
@pytest.mark.parametrize("turn", range(1, 11))
def test_every_string_stands_in_many_texts(turn: int, tmp_path: Path, living_site: Path) -> None:
    """Ten more sites, in each of which every text has another string."""
    site = built(tmp_path, turn * 47).site
    assert list(active_in(site, living_site)) == []
    assert lxml_html.fromstring((site / "index.html").read_bytes()).find(".//h1") is not None
