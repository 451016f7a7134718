"""Edition: the files of a finished site come in, one at a time, and those of its offline edition leave."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial

from clearinghouse.publications.files.contents import SiteFile, address_of
from clearinghouse.publications.files.kinds import Kind
from clearinghouse.publications.html.links import INDEX
from clearinghouse.publications.offline.copy import About, copy_script
from clearinghouse.publications.offline.data_scripts import FRAGMENTS, ROWS, changes_of, data_scripts, is_fetched, is_of_form, rows_of
from clearinghouse.publications.offline.file_form import COPY, READER, FileForm
from clearinghouse.publications.offline.frames import frames_script
from clearinghouse.publications.offline.narrowing import Narrowing, is_left_to_whole
from clearinghouse.publications.offline.offers import OFFERS
from clearinghouse.publications.offline.packs import NARROWED, Pack, edition_paths, is_left_out, is_made, is_missing
from clearinghouse.publications.offline.readme import readme

README = "README.txt"
EDITIONS = "offline/clearing-house-"
"""What the paths of editions begin with in a site that offers them."""
FOLDER = "clearing-house/"
"""The folder that every copy lies in, when it is unzipped."""
Read = Callable[[str], bytes]
"""Gives the content of a file of the site."""
Leading = Callable[[str, str], str | None]
"""Gives the page that stands in an edition instead of one of the site, by its path and its title; None where there is none."""
Files = Iterator[tuple[str, bytes]]
_TOGETHER = 100
"""Files that are made in one part."""


@dataclass(frozen=True)
class Part:
    """Some files of an edition. fetched: what scripts fetch, by the path of the site's file; scripts: what stood inside of pages;
    frames: what scripts write, by name, below the script that holds it."""

    files: list[tuple[str, bytes]] = field(default_factory=list)
    fetched: list[tuple[str, bytes]] = field(default_factory=list)
    scripts: Mapping[str, str] = field(default_factory=dict)
    frames: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


Making = Callable[[Sequence[Callable[[], Part]]], Iterable[Part]]
"""Makes parts, of which none needs another, and gives them in their order."""


def in_turn(parts: Sequence[Callable[[], Part]]) -> Iterator[Part]:
    """Makes one part after the other."""
    return (part() for part in parts)


def whole_files(about: About, files: Mapping[str, SiteFile], read: Read, making: Making = in_turn) -> Files:
    """The files of the edition of the whole site, always in the same order. files: those of the site, by path."""
    yield README, readme(about).encode()
    yield COPY, copy_script(about).encode()
    narrowing = Narrowing(read)

    def place(path: str) -> str:
        # What is of no use without a server is found on the site.
        is_here = path not in files or not (is_missing(files[path]) or is_left_to_whole(path))
        return narrowing.place(path) or (path if is_here else about.url + address_of(path))

    paths = [path for path in edition_paths(files) if not is_left_to_whole(path)]
    yield from _site_files([files[path] for path in paths], read, FileForm(place), making, narrowing.leading)


def pack_files(about: About, pack: Pack, fragments: Mapping[str, str], read: Read) -> Files:
    """The files of a member state's pack. fragments: the pages that Pagefind's fragments are about."""
    form = FileForm(pack.place(about.url))
    yield README, readme(about, pack.state).encode()
    yield COPY, copy_script(about, pack.state).encode()
    yield INDEX, form.of(pack.front(), INDEX).encode()

    def is_wanted(path: str) -> bool:
        return path in pack.paths or (is_fetched(path) and (FRAGMENTS not in path or fragments[path] in pack.paths))

    yield from _site_files([pack.files[path] for path in edition_paths(filter(is_wanted, pack.files))], read, form)


def _site_files(
    files: Sequence[SiteFile], read: Read, form: FileForm, making: Making = in_turn, leading: Leading = lambda path, title: None
) -> Files:
    slices = (files[first : first + _TOGETHER] for first in range(0, len(files), _TOGETHER))
    fetched: list[tuple[str, bytes]] = []
    scripts: dict[str, str] = {}
    frames: dict[str, dict[str, str]] = {}
    for part in making([partial(_part, some, read, form, leading) for some in slices]):
        yield from part.files
        fetched += part.fetched
        scripts |= part.scripts
        for script, those in part.frames.items():
            frames.setdefault(script, {}).update(those)
    written = {script: frames_script(those) for script, those in sorted(frames.items()) if those}
    for script, text in (*sorted(scripts.items()), *written.items(), *data_scripts(fetched).items()):
        yield script, text.encode()


def _part(files: Iterable[SiteFile], read: Read, form: FileForm, leading: Leading) -> Part:
    part = Part(scripts=form.scripts, frames=form.frames)
    for file in files:
        if file.kind is Kind.TABLE and not file.path.endswith(ROWS):
            continue
        if leads := leading(file.path, file.title):
            part.files.append((file.path, leads.encode()))
            continue
        content = read(file.path)
        if is_made(file) or is_fetched(file.path) or is_of_form(file.path):
            part.fetched.append((file.path, content))
        elif file.is_html:
            html = form.of(content.decode(), file.path)
            part.files.append((file.path, html.encode()))
            if fetched := rows_of(html) if file.kind is Kind.LIST and NARROWED not in file.address else changes_of(html):
                part.fetched.append((file.path, fetched.encode()))
        else:
            part.files.append((file.path, content))
    return part


def named(what: str) -> str:
    """The name of an edition, without its ending. what: its day, or a state and the day."""
    return f"clearing-house-{what}"


def problem_of(paths: frozenset[str]) -> str | None:
    """Why no edition can be made of a folder with these files, or None."""
    if any(path.startswith(EDITIONS) for path in paths):
        return "it offers editions already, which a copy would offer in vain"
    needed = (INDEX, OFFERS, "search/terms.json", "pagefind/pagefind.js", READER, "assets/mark-48.png")
    missing = [path for path in needed if path not in paths or is_left_out(path)]
    return f"it has no {missing[0]}" if missing else None
