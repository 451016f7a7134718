"""File form: every link of every page of a copy ends in a file that is there."""

import json
import posixpath
import re
from collections.abc import Collection
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest
from lxml import html as lxml_html

from clearinghouse.publications.html.elements import Element, elements
from clearinghouse.publications.html.policy import barred, guarded, hash_of
from clearinghouse.publications.offline import file_form
from clearinghouse.publications.offline.file_form import FileForm
from clearinghouse.publications.offline.frames import ALONE, AROUND, WRITER, frames_script
from clearinghouse.publications.offline.shared import shared
from clearinghouse.site.tree import broken_links

FORM = FileForm(lambda name: name)
ADDRESS = "trainings/vn-1/index.html"


def linked(to: str, at: str = ADDRESS, form: FileForm = FORM) -> str:
    """What becomes of a link."""
    return form.of(f'<a href="{to}">x</a>', at).split('"')[1]


@pytest.mark.parametrize(
    ("to", "becomes"),
    [
        ("../../", "../../index.html"), ("../..", "../../index.html"), ("../", "../index.html"), (".", "index.html"), ("./", "index.html"),
        ("../vn-2/", "../vn-2/index.html"), ("../vn-2/#sources", "../vn-2/index.html#sources"), ("./#sources", "index.html#sources"),
        ("../../search/?q=a&amp;kind=b", "../../search/index.html?q=a&amp;kind=b"),
        ("../../contribute/?a=1#form", "../../contribute/index.html?a=1#form"),
        ("event.ics", "event.ics"), ("../../feeds/updates.rss", "../../feeds/updates.rss"),
        ("#sources", "#sources"), ("?q=a", "index.html?q=a"), ("", ""),
        ("https://example.org/", "https://example.org/"), ("mailto:office@example.org", "mailto:office@example.org"),
        ("webcal://example.org/all.ics", "webcal://example.org/all.ics"), ("//example.org/", "//example.org/"),
    ],
)  # fmt: skip
def test_a_link_to_a_folder_becomes_one_to_its_index(to: str, becomes: str) -> None:
    """Other links stay as they are."""
    assert linked(to) == becomes


def test_links_of_the_front_page_begin_at_the_root() -> None:
    """Where a link to the page itself is a dot."""
    assert [linked(to, "index.html") for to in (".", "plans/", "./plans/#a")] == ["index.html", "plans/index.html", "plans/index.html#a"]


def test_what_an_edition_does_not_hold_leads_online() -> None:
    """With part and query."""
    form = FileForm(lambda name: "https://example.org/" + name.removesuffix("index.html"))
    assert linked("../../plans/?a=b#c", form=form) == "https://example.org/plans/?a=b#c"


def test_a_page_that_sends_readers_on_names_a_file() -> None:
    """Without a script, as before."""
    page = '<meta http-equiv="refresh" content="0; url=../new/"><a href="../new/">on</a>'
    assert FORM.of(page, "trainings/old/index.html").count('../new/index.html"') == 2


def test_pages_of_a_folder_share_what_stands_around_their_articles_but_not_what_leads_back() -> None:
    """A page that is rewritten after its neighbours reads as if it were the first; its own name in a link is no neighbour's."""
    around = '<html><head></head><body><a href="../../plans/">P</a><a href="../vn-2/">V</a><article>{}</article><a href="../">T</a>'
    pages = {f"trainings/vn-{number}/index.html": around.format(f'<a href="../vn-{number + 1}/#x">n</a>') for number in (1, 2, 3)}
    form = FileForm(lambda name: name)
    together = {path: form.of(html, path) for path, html in pages.items()}
    assert together == {path: FileForm(lambda name: name).of(html, path) for path, html in pages.items()}
    assert 'href="../vn-2/index.html"' in together["trainings/vn-1/index.html"]
    assert 'href="index.html"' in together["trainings/vn-2/index.html"]
    assert '<article><a href="../vn-4/index.html#x">' in together["trainings/vn-3/index.html"]


def test_pages_whose_menu_leads_to_themselves_share_it_as_well(monkeypatch: pytest.MonkeyPatch) -> None:
    """Their menu of languages does. In an edition that holds few pages these are among them."""
    around = '<html><head></head><body><a href="./">English</a><a href="../../th/trainings/">T</a><article>{}</article>'
    places = {"trainings/vn-1/index.html", "trainings/vn-2/index.html"}
    form = FileForm(lambda path: path if path in places else f"https://example.org/{path.removesuffix('index.html')}")
    parsed: list[str] = []

    def counted(html: str, names: Collection[str], attributes: Collection[str]) -> list[Element]:
        parsed.append(html)
        return elements(html, names, attributes)

    monkeypatch.setattr(file_form, "elements", counted)
    for path in sorted(places):
        parsed.clear()
        page = form.of(around.format(path), path)
        assert '<a href="index.html">English</a><a href="https://example.org/th/trainings/">' in page
        assert f"<article>{path}</article>" in page
    assert len(parsed) == 2, "of the second page the head and the article alone"


def written(html: str, around: str) -> str:
    """A page in its file form as a browser has it, once scripts have written what stands around its article. around: the one with all
    frames."""
    known = json.loads(around.removeprefix("clearingHouse.around="))

    def text(script: re.Match[str]) -> str:
        up, name = script.groups()
        return put_together(known, name).replace("\1", up)

    return re.sub(rf'<script src="((?:\.\./)*){re.escape(WRITER)}#([0-9a-f]+)"></script>', text, html)


def put_together(known: dict[str, Any], name: str) -> str:
    """A text of those that are shared."""
    runs = known["texts"][name]
    places = (place for first, number in zip(runs[::2], runs[1::2], strict=True) for place in range(first, first + number))
    return "".join(known["pieces"][place] for place in places)


@pytest.mark.parametrize("address", ["trainings/vn-1/", "workshops/by/years/2019/", "countries/th/"])
def test_what_stands_around_hundreds_of_articles_lies_in_a_copy_once(address: str) -> None:
    """A script writes it: from each folder the way up is another, and a page's own name in a link is its own."""
    menu = "".join(f'<li><a href="{{}}{place}">{place} &amp; more</a></li>' for place in ("plans/", "th/plans/", "search/?q=a&amp;b=c#d"))
    around = '<html><head></head><body class="a">\n  <ul>' + menu * 5 + '<a href="./">English</a></ul><article>{}</article>\n</body></html>'
    form, up = FileForm(lambda name: name), "../" * address.count("/")
    html = form.of(around.format(*[up] * 15, "text"), f"{address}index.html")
    assert "plans" not in html
    assert '<body class="a"><script src=' in html
    page = written(html, frames_script(form.frames[AROUND]))
    inline = f'<a href="{up}plans/index.html">plans/ &amp; more</a></li><li><a href="{up}th/plans/index.html">'
    assert page.count(inline) == 5
    assert f'href="{up}search/index.html?q=a&amp;b=c#d"' in page
    assert 'href="index.html">English</a></ul><article>text</article>' in page
    others = [form.of(around.format(*["../../"] * 15, name), f"trainings/{name}/index.html") for name in ("vn-2", "vn-3", "vn-4")]
    assert len(form.frames[AROUND]) == 1, others


def test_what_texts_share_lies_there_once() -> None:
    """Each is made of runs of pieces, which end behind a line or between two tags."""
    texts = {"a": "one\n<b>two</b><i>3</i>\n", "b": "one\n2\n<i>3</i>\n", "c": "<b>two</b><i>3</i>\none\n"}
    assert json.loads(shared(texts)) == {
        "pieces": ["one\n", "<b>two</b>", "<i>3</i>\n", "2\n"],
        "texts": {"a": [0, 3], "b": [0, 1, 3, 1, 2, 1], "c": [1, 2, 0, 1]},
    }
    assert {name: put_together(json.loads(shared(texts)), name) for name in texts} == texts


def test_a_page_without_an_article_is_written_by_a_script_where_it_is_long() -> None:
    """As those of terms are under which nothing stands: each script that holds frames has its own."""
    form, few = FileForm(lambda name: name), '<html><head></head><body class="ch-alone"><p><a href="../../about/">{}</a></p></body></html>'
    page = form.of(few.format("text " * 200), "trainings/by/index.html")
    assert page.count("<script") == 4
    assert f'<script src="../../{ALONE}"></script></head>' in page
    assert '<a href="../../about/index.html">text text' in written(page, frames_script(form.frames[ALONE]))
    assert form.frames[AROUND] == {}
    assert '<a href="../../about/index.html">text</a>' in form.of(few.format("text"), "trainings/by/index.html")


@pytest.mark.long
def test_the_order_of_pages_changes_none(living_site: Path) -> None:
    """Pages that are rewritten one by one read as they do when what neighbours share is remembered."""
    pages = sorted(living_site.rglob("*.html"))
    form = FileForm(lambda name: name)
    for page in reversed(pages):
        name, html = page.relative_to(living_site).as_posix(), page.read_text("utf-8")
        together = form.of(html, name)
        if len(name) % 4 == 0:  # a new form each time is slow
            assert FileForm(lambda name: name).of(html, name) == together


def test_text_that_only_looks_like_a_link_stays() -> None:
    """Quotes of records are escaped in text; a script that stands in a page is moved, not read."""
    text = "write href=&#34;../x/&#34; or src=../y/"
    assert FORM.of(f"<p>{text}</p>", ADDRESS) == f"<p>{text}</p>"


def test_blank_space_of_the_theme_goes_and_that_of_the_page_stays() -> None:
    """What stands in an article may be a code block."""
    page = "<body>\n\n   <div>\n\n  <article>\n\n <pre>a\n\n  b</pre>\n</article>\n\n   </div></body>"
    assert FORM.of(page, ADDRESS) == "<body>\n<div>\n<article>\n\n <pre>a\n\n  b</pre>\n</article>\n</div></body>"


def test_scripts_that_stand_in_pages_become_files_once() -> None:
    """The same one in every page is one file."""
    form = FileForm(lambda name: name)
    pages = {form.of("<script>var a=1</script>", path).split('"')[1] for path in ("a/index.html", "b/index.html")}
    (name,) = form.scripts
    assert pages == {f"../{name}"}
    assert form.scripts[name] == "var a=1"


def test_the_policy_of_a_page_lets_the_search_make_its_module_and_names_no_script() -> None:
    """Those that stood in the page are files now."""
    page = guarded('<html><head><meta charset="utf-8"></head><body><script>a()</script></body></html>', [hash_of("a()")])
    assert "sha256" in page
    html = FORM.of(page, "about/index.html")
    assert "sha256" not in html
    assert barred(lxml_html.document_fromstring(html)) == []
    assert "script-src 'self' blob: 'wasm-unsafe-eval';" in unescape(html)


def test_every_link_of_a_copy_leads_to_a_file_that_is_there(copy: Path) -> None:
    """None to a folder, none to a part that is missing, none out of the copy."""
    files = {path.relative_to(copy).as_posix() for path in copy.rglob("*") if path.is_file()}
    assert list(broken_links(copy, files, "https://awg-cites-we.github.io/clearing-house/never/")) == []
    folders = []
    around, alone = ((copy / name).read_text("utf-8") if name in files else "" for name in (AROUND, ALONE))
    for name in files:
        if name.endswith(".html"):
            # Read by a pattern: the lines above have parsed all pages already, which takes most of the time.
            html = (copy / name).read_text("utf-8")
            page = written(html, alone if ALONE in html else around)
            for link in set(re.findall(r'\s(?:href|src|action)="([^"]*)"', page)):
                parts = urlsplit(unescape(link))
                if not parts.scheme and parts.path and posixpath.normpath(posixpath.join(name, "..", unquote(parts.path))) not in files:
                    folders.append(f"{name}: {link}")
    assert folders == []


def test_nothing_that_only_a_server_can_use_is_in_a_page_of_a_copy(copy: Path) -> None:
    """Neither feeds to be found by readers, nor scripts that stand in pages."""
    for path in copy.rglob("*.html"):
        text = path.read_text("utf-8")
        assert "<script>" not in text
        assert 'rel="alternate"' not in text
