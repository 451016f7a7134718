"""Data scripts: what scripts fetch online stands in small classic scripts, since no script may read a file from file://.

`assets/offline/held.js` knows where each file stands by its name alone, as `part_of` says.
"""

import gzip
import json
import re
from base64 import b64encode
from collections.abc import Iterable, Mapping

from clearinghouse.publications.files.contents import path_of
from clearinghouse.publications.form_links import FORM
from clearinghouse.publications.forms.known import piece_of
from clearinghouse.publications.forms.script import data_of
from clearinghouse.publications.html.elements import elements
from clearinghouse.publications.offline.shared import shared

FOLDER = "held/"
TEXTS = (".json", ".js", ".html", ".ics")
FRAGMENTS = "/fragment/"
"""The folder of Pagefind's own that holds a small file for each page."""
CHANGES = "data-ch-changes"
"""What marks the changes in the pages of years."""
_MAGIC = b"pagefind_dcd"
_OF_SEARCH = re.compile(r"(?:[a-z]+/)?search/.*\.json")
"""What the search reads beside Pagefind's bundle; some of it stands once more for each language, in its folder."""
_FORMS = "forms.js"
ROWS = ".json"
"""Of the files of a table the one that a copy holds: a script makes the others of it."""
_OF_FORM = re.compile(rf"((?:[a-z]+/)?{FORM})(?:(forms)|(known|records)/([^/]+))/([^/]+)\.js")
"""The scripts of which the page of the form fetches a few: the form of a collection, in some language, what is known of the records of a
year, and the data of a record that is to be changed."""


def is_fetched(path: str) -> bool:
    """Whether scripts fetch a file, and nothing else leads to it."""
    return path.startswith("pagefind/") or _OF_SEARCH.fullmatch(path) is not None


def is_of_form(path: str) -> bool:
    """Whether the page of the form fetches a file as one of many."""
    return _OF_FORM.fullmatch(path) is not None


def part_of(path: str) -> str:
    """The script that holds a file: one of its own, but one for each first digit of Pagefind's fragments (`en_0052c.pf_fragment`), one for
    the rows of all tables and one for the parts of all pages in a folder of the site, most of which are small and alike; of what the page
    of the form fetches one for all forms in a language, for what is known of a collection, and for the records of a year."""
    folder, _, name = path.rpartition(FRAGMENTS)
    if folder:
        return f"{FOLDER}{folder}{FRAGMENTS}{name.partition('_')[2][:1]}.js"
    if match := _OF_FORM.fullmatch(path):
        form, forms, which, collection, name = match.groups()
        return f"{form}{_FORMS}" if forms else f"{form}{which}/{collection}/{piece_of(name) if which == 'records' else 'all'}.js"
    if is_fetched(path):
        return f"{FOLDER}{path}.js"
    return f"{FOLDER}{path.rpartition('.')[2]}/{path.partition('/')[0]}.js"


def data_scripts(files: Iterable[tuple[str, bytes]]) -> Mapping[str, str]:
    """The scripts that hold files, by path."""
    grouped: dict[str, dict[str, bytes]] = {}
    for path, content in files:
        grouped.setdefault(part_of(path), {})[path] = content
    return {name: _written(name, grouped[name]) for name in sorted(grouped)}


def _written(name: str, files: Mapping[str, bytes]) -> str:
    if name.startswith(FOLDER):
        return _script(files)
    scripts = [content.decode() for _, content in sorted(files.items())]
    if name.endswith(_FORMS):
        return f"clearingHouse.held.forms({shared(dict(map(data_of, scripts)))})\n"
    return "".join(f"{script.rstrip()};\n" for script in scripts)  # each may begin with a bracket


def _script(files: Mapping[str, bytes]) -> str:
    files = {path: gzip.decompress(content) if FRAGMENTS in path else content for path, content in sorted(files.items())}
    texts = {path: content.decode() for path, content in files.items() if path.endswith(TEXTS) or FRAGMENTS in path}
    others = {path: b64encode(content).decode() for path, content in files.items() if path not in texts}
    return f"clearingHouse.held.hold({json.dumps(texts, ensure_ascii=False)}, {json.dumps(others)})\n"


def rows_of(html: str) -> str | None:
    """The table of a page of a long list, which the list's other pages fetch to narrow as a whole; None of a short list."""
    parts = elements(html, ("nav", "table"))
    is_narrowed = any("data-ch-narrow" in part.attributes for part in parts)
    is_long = any(part.attributes.get("class") == "ch-pager" for part in parts)
    tables = (part for part in parts if part.name == "table" and part.attributes.get("class", "").startswith("ch-cards"))
    table = next(tables, None) if is_narrowed and is_long else None
    return html[table.start : table.end] if table else None


def changes_of(html: str) -> str | None:
    """The article of a page of what changed in a year, which the page of any two days fetches; None of any other page."""
    if CHANGES not in html:
        return None
    article = next(iter(elements(html, ("article",))))
    return html[article.start : article.end]


def read_fragment(content: bytes) -> tuple[str, str]:
    """The file of the page that a fragment of Pagefind is about, relative to the site, and what the search reads of it."""
    fragment = json.loads(gzip.decompress(content).removeprefix(_MAGIC))
    url: str = fragment["url"]
    return path_of(url.partition("#")[0].removeprefix("/")), fragment["content"]
