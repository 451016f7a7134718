"""The tool for the theme's style: what can apply stays, the rest goes, and what was committed is what pages need today."""

from pathlib import Path

import pytest

from tests.support.browser.kinds import KINDS, file_of, page_of
from tools.styles.cutting import cut, names_of
from tools.styles.theme import FILE, names_in_file, names_on, text

NAMES = {".a", ".b", "#here", "[data-md-scheme]", "[data-md-scheme=dark]"}


def largest(site: Path) -> list[Path]:
    """One page of each kind that a site has."""
    return [site / file_of(page_of(kind, site)) for kind in KINDS if kind != "projects"]


def test_the_committed_style_is_what_pages_need(living_site: Path) -> None:
    """One of each kind; else make it again, as tools/styles/theme.py says."""
    assert text(names_in_file() | names_on(largest(living_site))) == FILE.read_text("utf-8"), "run python -m tools.styles.theme"


@pytest.mark.long
def test_no_page_bears_a_name_that_it_lacks(site: Path) -> None:
    """Every page of both sites, also those that lead on."""
    assert text(names_in_file() | names_on(site.rglob("*.html"))) == FILE.read_text("utf-8"), "run python -m tools.styles.theme"


@pytest.mark.parametrize(
    ("style", "kept"),
    [
        (".a{top:0}.c{top:0}", ".a{top:0}\n"),
        (".a>.c,.b + p , .c{top:0}", ".b + p{top:0}\n"),
        ("p:hover::before{top:0}p.c{top:0}", "p:hover::before{top:0}\n"),
        ("#here .a{top:0}#there .a{top:0}", "#here .a{top:0}\n"),
        ("[data-md-scheme=dark] a{top:0}[data-md-scheme=\"light\"] a{top:0}", "[data-md-scheme=dark] a{top:0}\n"),
        ("[data-md-scheme]{top:0}[data-md-other]{top:0}[type=radio]{top:0}", "[data-md-scheme]{top:0}\n[type=radio]{top:0}\n"),
        (".a:not(.c){top:0}", ".a:not(.c){top:0}\n"),
        (".a:is(.c,.b:where(.c,p)){top:0}.a:is(.c,#there){top:0}", ".a:is(.c,.b:where(.c,p)){top:0}\n"),
        ("@media print{.c{top:0}@media (width>9em){.a{top:0}}}@media screen{.c{top:0}}", "@media print{@media (width>9em){.a{top:0}}}\n"),
        ('@charset "utf-8";@keyframes turn{to{top:0}}@page{margin:0}', "@keyframes turn{to{top:0}}\n@page{margin:0}\n"),
        (r".md\:a{top:0}", ""),
        (".a{--x:1;--y:var(--z);--z:2;top:var(--x)}:root{--z:3}", ".a{--x:1;top:var(--x)}\n"),
        ('.a{--ours:1;content:".c{}"}', '.a{--ours:1;content:".c{}"}\n'),
    ],
)  # fmt: skip
def test_what_can_apply_stays(style: str, kept: str) -> None:
    """And nothing else: neither a rule, nor a group of none, nor a property that nothing reads."""
    assert cut(style, NAMES, "b{top:var(--ours)}") == kept
    assert cut(kept, names_of(kept), "b{top:var(--ours)}") == kept
