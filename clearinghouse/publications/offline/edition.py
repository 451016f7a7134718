"""Edition: the files of a finished site come in, one at a time, and those of its offline edition leave."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from clearinghouse.publications.html.links import INDEX
from clearinghouse.publications.offline.copy import About, copy_script
from clearinghouse.publications.offline.file_form import COPY, FileForm
from clearinghouse.publications.offline.held import FRAGMENTS, is_fetched, page_of_fragment, parts, rows_of
from clearinghouse.publications.offline.offers import OFFERS
from clearinghouse.publications.offline.packs import Pack, countries_of, left_out, taken
from clearinghouse.publications.offline.readme import readme

README = "README.txt"
EDITIONS = "offline/clearing-house-"
"""What the paths of editions begin with in a site that offers them."""
FOLDER = "clearing-house/"
"""The folder that every copy lies in, when it is unzipped."""
Read = Callable[[str], bytes]
"""Gives the content of a file of the site."""
Files = Iterator[tuple[str, bytes]]


@dataclass(frozen=True)
class Whole:
    """The edition of the whole site. names: its files. While they are made, what the packs ask is filled in: concerned, the
    states of each page, and fragments, the page that each of Pagefind's fragments is about."""

    about: About
    names: frozenset[str]
    concerned: dict[str, frozenset[str]]
    fragments: dict[str, str]

    def files(self, read: Read) -> Files:
        """Its files, always in the same order: paths and contents."""
        yield README, readme(self.about).encode()
        yield COPY, copy_script(self.about).encode()
        yield from _made(taken(self.names), read, FileForm(lambda name: name), self._seen)

    def _seen(self, name: str, content: bytes) -> None:
        if FRAGMENTS in name:
            self.fragments[name] = page_of_fragment(content)
        elif name.endswith(".html") and (states := countries_of(content.decode())):
            self.concerned[name] = states


def pack_files(about: About, pack: Pack, fragments: Mapping[str, str], read: Read) -> Files:
    """The files of a member state's pack. fragments: the pages that Pagefind's fragments are about."""
    form = FileForm(pack.place(about.url))
    yield README, readme(about, pack.state).encode()
    yield COPY, copy_script(about, pack.state).encode()
    yield INDEX, form.of(pack.front(), INDEX).encode()

    def is_wanted(name: str) -> bool:
        return name in pack.held or (is_fetched(name) and (FRAGMENTS not in name or fragments[name] in pack.held))

    yield from _made(taken(filter(is_wanted, pack.names)), read, form, lambda name, content: None)


def _made(names: list[str], read: Read, form: FileForm, seen: Callable[[str, bytes], None]) -> Files:
    fetched = []
    for name in names:
        content = read(name)
        seen(name, content)
        if is_fetched(name):
            fetched.append((name, content))
        elif name.endswith(".html"):
            html = form.of(content.decode(), name)
            yield name, html.encode()
            rows = rows_of(html)
            if rows:
                fetched.append((name, rows.encode()))
        else:
            yield name, content
    for script, text in (*sorted(form.scripts.items()), *parts(fetched).items()):
        yield script, text.encode()


def named(what: str) -> str:
    """The name of an edition, without its ending. what: its day, or a state and the day."""
    return f"clearing-house-{what}"


def problem_of(names: frozenset[str]) -> str | None:
    """Why no edition can be made of a folder, or None."""
    if any(name.startswith(EDITIONS) for name in names):
        return "it offers editions already, which a copy would offer in vain"
    needed = (INDEX, OFFERS, "search/terms.json", "pagefind/pagefind.js", "assets/offline.js", "assets/mark-48.png")
    missing = [name for name in needed if name not in names or left_out(name)]
    return f"it has no {missing[0]}" if missing else None
