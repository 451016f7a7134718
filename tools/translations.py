"""Brings the texts of every language up to date with the interface, and tells what each lacks.

`.venv/bin/python -m tools.translations` (on Windows `.venv\\Scripts\\python -m tools.translations`) gathers all texts of
templates, Python, scripts and what the form says of mistakes, and puts them into `content/<tag>/interface.po`, where translators
find them: what is new has no translation, what nobody uses any more goes. `--add TAG` begins a language; `--missing` lists the texts
that each lacks.
`content/<tag>/*.md` holds the prose: a page that a language lacks is shown in English.
"""

import argparse
import ast
import io
import re
from collections.abc import Iterator
from datetime import date
from gettext import NullTranslations
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_file
from babel.messages.pofile import read_po, write_po
from jinja2 import FileSystemLoader

from clearinghouse.catalogue.catalogue import Catalogue
from clearinghouse.publications.forms.pieces import form_pieces
from clearinghouse.publications.forms.problem_words import texts as texts_of_problems
from clearinghouse.publications.html.templates import Templates
from clearinghouse.publications.pages.pages import Pages
from clearinghouse.publications.search.traits import FACETS
from clearinghouse.publications.site import Site
from clearinghouse.publications.translation.language import ENGLISH, NAMES, Language
from clearinghouse.publications.translation.languages import FILE, Languages
from clearinghouse.reading.typing.read import read
from clearinghouse.vocabulary.languages import LANGUAGES
from clearinghouse.vocabulary.states import MEMBER_STATES
from clearinghouse.world.disk.data_folder import data_files
from clearinghouse.world.root import ROOT

CONTENT = ROOT / "content"
_HEADER = """\
# {name}: the texts of the interface.
# Machine-assisted. Corrections are welcome: change what stands behind `msgstr` and send the file.
# `python -m tools.translations` brings it up to date with the interface."""
_KEYWORDS = {
    "_": None,
    "gettext": None,
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
    "translatable": None,
    "say": None,
    "sayCount": (1, 2),
}
_FOLDERS, _DAY, _NO_TAG = ("data", "tests/living"), date(2026, 11, 26), "tet"
"""What the pages are made of that are asked for their texts, and a language that nothing is known of."""
_JINJA = {"extensions": "jinja2.ext.i18n", "trimmed": "true", "silent": "false"}
_PLACES: tuple[tuple[str, str, str, dict[str, str]], ...] = (
    ("clearinghouse", "*.py", "python", {}),
    ("overrides", "*.html", "jinja2.ext:babel_extract", _JINJA),
    ("overrides/assets", "*.js", "javascript", {"parse_template_string": "true"}),
)
"""Where texts are marked as such: folder, names, how Babel reads them, with its options."""


class _Listening(NullTranslations):
    """Translations that remember what they are asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: dict[str | tuple[str, str], None] = {}

    def gettext(self, message: str) -> str:
        self.asked[message] = None
        return message

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        self.asked[msgid1, msgid2] = None
        return super().ngettext(msgid1, msgid2, n)


def _marked() -> Iterator[tuple[Any, str, Any]]:
    """Texts that the code marks as such, the file of each, and its context."""
    for folder, names, method, options in _PLACES:
        for path in sorted((ROOT / folder).rglob(names)):
            for _, message, _, context in extract_from_file(method, str(path), _KEYWORDS, (), options):
                yield message, path.relative_to(ROOT).as_posix(), context


def _of_navigation() -> Iterator[str]:
    """The names of the site, the titles of the navigation, and the shelves under which pages stand in its menus."""
    settings = (ROOT / "mkdocs.yml").read_text("utf-8")
    yield from re.findall(r"^(?:site_name| +short_name): (.+)$", settings, re.MULTILINE)
    yield from re.findall(r"^ +- ([^:\n]+):", settings.partition("\nnav:\n")[2].partition("\n\n")[0], re.MULTILINE)
    for page in sorted(CONTENT.glob("*.md")):
        yield from re.findall(r"^shelf: (.+)$", page.read_text("utf-8"), re.MULTILINE)


def _literals() -> dict[str, str]:
    """Each text that stands in the code of what is shown, and the file in which it stands first; examples of values are none."""
    places: dict[str, str] = {}
    for room in ("publications", "catalogue", "records", "vocabulary"):
        for path in sorted((ROOT / "clearinghouse" / room).rglob("*.py")):
            tree = ast.parse(path.read_text("utf-8"))
            examples = {id(node) for keyword in ast.walk(tree) if _is_of_examples(keyword) for node in ast.walk(keyword)}
            for node in ast.walk(tree):
                if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in examples:
                    places.setdefault(node.value, path.relative_to(ROOT).as_posix())
    return places


def _is_of_examples(node: ast.AST) -> bool:
    return isinstance(node, ast.keyword) and node.arg == "examples"


def _is_words(text: str) -> bool:
    """Whether a text is one that readers read: no address, no id of a term, no tag or code, and no number."""
    is_id = " " not in text and bool(set("/-_") & set(text)) and text == text.lower()
    return (
        any(map(str.isalpha, text)) and not is_id and text not in LANGUAGES and text not in MEMBER_STATES and not text.startswith("https:")
    )


def _asked() -> Iterator[str | tuple[str, str]]:
    """What the pages of prose, with all that stands below it, ask a language for."""
    listening = _Listening()
    addresses = [path_.stem for path_ in sorted(CONTENT.glob("*.md"))]
    english = [("" if name == "index" else f"{name}/") for name in addresses]
    languages = Languages({_NO_TAG: Language(_NO_TAG, listening)}, {_NO_TAG: frozenset(english)})
    templates = Templates(FileSystemLoader(ROOT / "overrides" / "records"), languages=languages)
    for folder in _FOLDERS:
        reading = read(data_files(ROOT / folder))
        catalogue = Catalogue.of(reading.records, reading.about, _DAY, reading.links)
        pages = Pages(catalogue, Site("x", "https://example.org/", "example.org", "https://example.org/x"), templates)
        for address in english:
            pages.below_prose(f"{_NO_TAG}/{address}", "<h1>x</h1>")
        for _ in form_pieces(catalogue, pages.site, templates):
            pass
    yield from (*listening.asked, *FACETS.values())


def gathered() -> Catalog:
    """All texts of the interface, none translated: those that the code marks, and those of its words that a page asks for."""
    catalog, literals = Catalog(fuzzy=False), _literals()
    for message, place, context in _marked():
        catalog.add(message, None, [(place, 0)], context=context)
    for title in _of_navigation():
        catalog.add(title, None, [("mkdocs.yml", 0)])
    for text in texts_of_problems():
        catalog.add(text, None, [("clearinghouse/problems", 0)])
    for message in _asked():
        if isinstance(message, tuple) or (message in literals and _is_words(message)):
            one = message[0] if isinstance(message, tuple) else message
            catalog.add(message, None, [(literals[one], 0)] if one in literals else [])
    return catalog


def files() -> Iterator[tuple[str, Path]]:
    """The files of all languages, by tag."""
    yield from ((tag, CONTENT / tag / FILE) for tag in NAMES if (CONTENT / tag / FILE).is_file())


def brought_up_to_date(tag: str, po: bytes, texts: Catalog) -> Catalog:
    """The texts of a language: those of the interface, with the translations that it has."""
    catalog = read_po(io.BytesIO(po), locale=tag)
    catalog.update(texts, no_fuzzy_matching=True, update_header_comment=False)
    catalog.obsolete.clear()
    return catalog


def po_of(tag: str, catalog: Catalog) -> bytes:
    """The file of a language: sorted, without dates and line numbers, so that it changes only with its texts."""
    fresh = Catalog(tag, header_comment=_HEADER.format(name=NAMES[tag]), fuzzy=False)
    for message in catalog:
        if message.id:
            places = [(path, 0) for path, _ in message.locations]
            fresh.add(
                message.id, message.string, places, message.flags, message.auto_comments, message.user_comments, context=message.context
            )
    out = io.BytesIO()
    write_po(out, fresh, width=120, sort_output=True, omit_header=True, include_lineno=False)
    head = f'{fresh.header_comment}\nmsgid ""\nmsgstr ""\n"Language: {tag}\\n"\n"Content-Type: text/plain; charset=utf-8\\n"\n'
    return f'{head}"Plural-Forms: {fresh.plural_forms}\\n"\n\n'.encode() + out.getvalue()


def is_missing(message: Message) -> bool:
    """Whether a text has no translation."""
    return not all(message.string) if isinstance(message.string, list | tuple) else not message.string


def report(tag: str, catalog: Catalog) -> str:
    """How much of the interface and of its prose a language has: `th: 310 of 312 texts, 9 of 27 pages`."""
    texts = [message for message in catalog if message.id]
    pages = {path.name for path in CONTENT.glob("*.md")}
    own = {path.name for path in (CONTENT / tag).glob("*.md")}
    have = sum(not is_missing(message) for message in texts)
    return f"{tag}: {have} of {len(texts)} texts, {len(own & pages)} of {len(pages)} pages"


def main() -> None:
    """Writes the files, and prints the report."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--add", metavar="TAG", choices=[tag for tag in NAMES if tag != ENGLISH], help="begin a language")
    parser.add_argument("--missing", action="store_true", help="list the texts and pages that each language lacks")
    arguments = parser.parse_args()
    if arguments.add:
        path = CONTENT / arguments.add / FILE
        path.parent.mkdir(exist_ok=True)
        if not path.exists():
            path.write_bytes(po_of(arguments.add, Catalog(arguments.add)))
    texts = gathered()
    for tag, path in files():
        catalog = brought_up_to_date(tag, path.read_bytes(), texts)
        path.write_bytes(po_of(tag, catalog))
        print(report(tag, catalog))
        if arguments.missing:
            for message in filter(is_missing, (message for message in catalog if message.id)):
                print(f"  {message.id!r}")
            for page in sorted({path.name for path in CONTENT.glob("*.md")} - {path.name for path in path.parent.glob("*.md")}):
                print(f"  {page}")


if __name__ == "__main__":
    main()
