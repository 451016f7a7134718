"""Writes overrides/assets/theme.css: what the pages of a site need of the theme's two styles, a half of their bytes.

A test holds the file against the theme that is installed and the names in our templates and scripts; a long one against every page.
When one of them says so, build the two sites whose pages bear all names and make it again:

    .venv/bin/python -P -m clearinghouse.commands.shell build --site /tmp/true
    .venv/bin/python -P -m clearinghouse.commands.shell build --site /tmp/living --data tests/living
    .venv/bin/python -m tools.styles.theme /tmp/true /tmp/living
"""

import importlib.metadata
import re
import sys
from collections.abc import Iterable, Iterator, Set
from pathlib import Path

from lxml import html

from clearinghouse.world.root import ROOT
from tools.styles.cutting import cut, names_of

THEME = "mkdocs-material"
FILE = ROOT / "overrides" / "assets" / "theme.css"
_SHEETS = ("main.*.min.css", "palette.*.min.css")
_BESIDE = ("look.css",)
_SOURCES = (("overrides", "*.html"), ("overrides", "*.js"), ("clearinghouse", "*.py"))
_OF_THEME = re.compile(r"\bdata-md-[\w-]+|\bmd-\w[\w-]*")
"""Names that mean nothing but the theme's. Its others, such as `note` and `result`, are words, so only pages can bear them."""
_SET_LATER = frozenset({".js"})
"""What is set before a page is painted: by the theme's own lines in its head."""


def sheets() -> list[Path]:
    """The theme's styles, in their order."""
    (main,) = (path for path in importlib.metadata.files(THEME) or [] if path.match(f"stylesheets/{_SHEETS[0]}"))
    folder = Path(str(main.locate())).parent
    return [path for pattern in _SHEETS for path in folder.glob(pattern)]


def text(names: Set[str]) -> str:
    """The file, for pages that bear these names and those of our templates and scripts."""
    beside = "".join((FILE.parent / name).read_text("utf-8") for name in _BESIDE)
    of = f"{THEME} {importlib.metadata.version(THEME)} (MIT, Martin Donath)"
    return f"/*! What pages need of {' and '.join(path.name for path in sheets())} of {of}; made by tools/styles/theme.py */\n" + cut(
        "".join(path.read_text("utf-8") for path in sheets()), names | _of_sources() | _SET_LATER, beside
    )


def names_on(pages: Iterable[Path]) -> frozenset[str]:
    """The names that finished pages bear."""
    return frozenset(name for page in pages for element in html.parse(page).getroot().iter(html.etree.Element) for name in _names(element))


def names_in_file() -> frozenset[str]:
    """Those for which the file was made."""
    return names_of(FILE.read_text("utf-8"))


def _names(element: html.HtmlElement) -> Iterator[str]:
    yield from (f".{word}" for word in element.get("class", "").split())
    yield f"#{element.get('id', '')}"
    yield from (name for key, value in element.items() for name in (f"[{key}]", f"[{key}={value}]"))


def _of_sources() -> frozenset[str]:
    """The theme's names that our templates and scripts bear: as classes and as attributes, whichever they are."""
    texts = (path.read_text("utf-8") for folder, pattern in _SOURCES for path in (ROOT / folder).rglob(pattern))
    return frozenset(name for text in texts for word in _OF_THEME.findall(text) for name in (f".{word}", f"[{word}]"))


def main() -> None:
    """Writes it, for the pages of all sites that are named."""
    if len(sys.argv) < 2:
        sys.exit("Which sites? They must hold a page of every kind: that of data/, and that of tests/living.")
    pages = [page for site in sys.argv[1:] for page in Path(site).rglob("*.html")]
    FILE.write_text(text(names_on(pages)), encoding="utf-8", newline="\n")
    print(f"{FILE.relative_to(ROOT).as_posix()}: {FILE.stat().st_size:,} bytes, for {len(pages):,} pages")


if __name__ == "__main__":
    main()
