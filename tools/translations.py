"""Brings the texts of every language up to date with the interface, and tells what each lacks.

`.venv/bin/python -m tools.translations` (on Windows `.venv\\Scripts\\python -m tools.translations`) gathers all texts of
templates, Python and scripts, and puts them into `content/<tag>/interface.po`, where translators find them: what is new has no
translation, what nobody uses any more goes. `--add TAG` begins a language; `--missing` lists the texts that each lacks.
`content/<tag>/*.md` holds the prose: a page that a language lacks is shown in English.
"""

import argparse
import io
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_file
from babel.messages.pofile import read_po, write_po

from clearinghouse.publications.translation.language import ENGLISH, NAMES
from clearinghouse.publications.translation.languages import FILE
from clearinghouse.world.root import ROOT

CONTENT = ROOT / "content"
_HEADER = """\
# {name}: the texts of the interface.
# Machine-assisted. Corrections are welcome: change what stands behind `msgstr` and send the file.
# `python -m tools.translations` brings it up to date with the interface."""
_KEYWORDS = {"_": None, "gettext": None, "ngettext": (1, 2), "pgettext": ((1, "c"), 2), "translatable": None}
_JINJA = {"extensions": "jinja2.ext.i18n", "trimmed": "true", "silent": "false"}
_PLACES: tuple[tuple[str, str, str, dict[str, str]], ...] = (
    *((f"clearinghouse/{room}", "*.py", "python", {}) for room in ("publications", "catalogue", "records", "vocabulary")),
    ("overrides", "*.html", "jinja2.ext:babel_extract", _JINJA),
    ("overrides/assets", "*.js", "javascript", {}),
)
"""Where texts stand: folder, names, how Babel reads them, with its options."""


def gathered() -> Catalog:
    """All texts of the interface, none translated."""
    catalog = Catalog(fuzzy=False)
    for folder, names, method, options in _PLACES:
        for path in sorted((ROOT / folder).rglob(names)):
            for _, message, comments, context in extract_from_file(method, str(path), _KEYWORDS, ("Translators:",), options):
                catalog.add(message, None, [(path.relative_to(ROOT).as_posix(), 0)], auto_comments=comments, context=context)
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
