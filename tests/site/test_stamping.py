"""Stamping: a stamped page is, byte for byte, the page that the theme makes of it by itself."""

import os
from collections.abc import Iterator
from datetime import date
from html import escape
from pathlib import Path

import pytest
from mkdocs.commands.build import build, get_context
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File
from mkdocs.structure.pages import Page as ThemePage
from mkdocs.structure.toc import AnchorLink, TableOfContents

from clearinghouse.catalogue.catalogue import Catalogue
from clearinghouse.publications.files.contents import CONTENTS, site_files
from clearinghouse.publications.html.elements import without_indents
from clearinghouse.publications.html.policy import guarded, hashes_of
from clearinghouse.publications.page import Page
from clearinghouse.reading.typing.read import read
from clearinghouse.site.mkdocs.building import Building
from clearinghouse.site.mkdocs.events import BUILDING, stamped_pages
from clearinghouse.site.mkdocs.preview import Preview
from clearinghouse.site.mkdocs.stamping import Shells
from clearinghouse.site.tree import faults
from clearinghouse.world.disk.data_folder import data_files
from tests.support.running import ROOT

pytestmark = pytest.mark.long
EVERY = 25
"""Of so many pages one is compared."""


@pytest.fixture(scope="module")
def config(tmp_path_factory: pytest.TempPathFactory) -> Iterator[MkDocsConfig]:
    """The settings of a build of the living records, with all that the build kept for stamping."""
    reading = read(data_files(ROOT / "tests/living"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(os.environ, "NO_MKDOCS_2_WARNING", "1")
        config = load_config(str(ROOT / "mkdocs.yml"), site_dir=str(tmp_path_factory.mktemp("stamped")))
        config.extra["clearinghouse"]["catalogue"] = Catalogue.of(reading.records, reading.about, date(2026, 3, 10))
        build(config)
        yield config


def building(config: MkDocsConfig) -> Building:
    """That build, as its settings carry it along."""
    one: Building = config.extra[BUILDING]
    return one


def shells(config: MkDocsConfig) -> Shells:
    """What stamps the pages of that build."""
    build_state = building(config)
    return Shells(config, build_state.nav, build_state.files, build_state.env, build_state.head, build_state.foot)


def by_the_theme(config: MkDocsConfig, page: Page) -> str:
    """The page as the theme renders it, without any stamp."""
    build_state = building(config)
    themed = ThemePage(page.title, File.generated(config, page.address + "index.md", content=""), config)
    themed.content = str(page.html + build_state.foot(page))
    themed.toc = TableOfContents([AnchorLink("", "ch-article", level=1)])
    head = build_state.head(page) + ("" if page.is_indexed else '<meta name="robots" content="noindex">')
    themed.meta = {"hide": ["navigation", "toc"], "title": escape(page.title), "description": escape(page.description), "head": head}
    above = [nav_page for nav_page in build_state.nav.pages if nav_page.url == page.section]
    for nav_page in above:
        nav_page.active = True
    rendered = build_state.env.get_template("fragment.html").render(get_context(build_state.nav, build_state.files, config, themed))
    for nav_page in above:
        nav_page.active = False
    before, _, after = str(rendered).partition(themed.content)
    before, after = without_indents(before), without_indents(after)
    return guarded(before + themed.content + after, hashes_of(before + after))


@pytest.mark.long
def test_a_page_in_the_site_is_what_the_theme_makes_of_it(config: MkDocsConfig) -> None:
    """In every section and at every depth of the navigation."""
    pages = list(building(config).pages.all())
    first_of_each = {(page.section, page.address.count("/"), page.is_indexed): page for page in reversed(pages)}
    compared = [*first_of_each.values(), *pages[::EVERY]]
    assert len(first_of_each) > 15
    for page in compared:
        written = Path(config.site_dir, page.address, "index.html").read_text("utf-8")
        # Where a shell leads to its own page it does so as from any other page of the folder.
        from_beside = f'href="../{page.address.rstrip("/").rpartition("/")[2]}/"'
        assert written.replace('href="./"', from_beside) == by_the_theme(config, page).replace('href="./"', from_beside), page.address


def test_every_page_is_what_it_says_of_itself(config: MkDocsConfig) -> None:
    """A build reads one in some of them, to check the links of all; here all are read."""
    folder = Path(config.site_dir)
    files = [file.path for file in site_files((folder / CONTENTS).read_bytes())]
    stamped = stamped_pages(config)
    assert len(stamped) > 500
    assert list(faults(folder, files, str(config.site_url), stamped, sample=1)) == []


@pytest.mark.parametrize("token", ["chm-stamp-title", "chm-stamp-description", "chm-stamp-content", "chm-stamp-head", "chm-stamp-name"])
def test_words_that_look_like_stamps_are_only_words(config: MkDocsConfig, token: str) -> None:
    """Whatever a record holds, it is put in once and never looked at again."""
    page = Page("trainings/x/", f"Title {token}", f'Words "{token}" & <more>', f"<p>{token * 3}</p>", "trainings/")
    assert shells(config).stamp(page)[0] == by_the_theme(config, page)


def test_nothing_of_a_page_reaches_the_next(config: MkDocsConfig) -> None:
    """The theme's page is shared by all pages of a section and depth."""
    one = shells(config)
    before = one.stamp(Page("trainings/x/", "First", "Words", "<p>first</p>", "trainings/", is_indexed=False))[0]
    after = one.stamp(Page("trainings/y/", "Second", "Words", "<p>second</p>", "trainings/"))[0]
    assert ("first" in before, "noindex" in before) == (True, True)
    assert [word for word in ("First", "first", "noindex", "/x/", "chm-stamp") if word in after] == []


def test_a_preview_of_the_same_records_is_the_same_page(config: MkDocsConfig) -> None:
    """Of each kind, those that people wrote and translated ones among them; where none is there is none."""
    folder, preview = Path(config.site_dir), Preview(config, building(config).pages.catalogue)
    written = {path.parent.relative_to(folder).as_posix(): path for path in sorted(folder.rglob("index.html"))}
    kinds = {(address.partition("/")[0], address.count("/"), "/by/" in address): address for address in written}
    assert len(kinds) > 60
    # All others have no shell: what stands in a frame elsewhere, lists without a record, and what leads on.
    pages = {*stamped_pages(config), *(page.address for page in building(config).prose_pages)}
    for path in kinds.values():
        address = "" if path == "." else f"{path}/"
        assert preview.document(address) == (written[path].read_text("utf-8") if address in pages else None), address
    assert preview.document("trainings/nowhere/") is None
