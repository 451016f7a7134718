"""Prose problems: the pages of content/ come in, and what no build would take of them leaves, each with its place.

MkDocs makes the same HTML of them as in a build, and the rule for links is that of the finished site.
"""

import posixpath
import re
from bisect import bisect
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urldefrag

from lxml import html as lxml_html
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException
from mkdocs.structure.files import File, Files, get_files
from mkdocs.structure.pages import Page as ProsePage

from clearinghouse.catalogue.catalogue import Catalogue
from clearinghouse.problems.files import FILE_001
from clearinghouse.problems.problem import Place, Problem
from clearinghouse.problems.references import PROSE_001, PROSE_002, PROSE_003
from clearinghouse.publications.files.contents import address_of, path_of
from clearinghouse.publications.form_links import always_there
from clearinghouse.publications.html.destinations import links_in, missing, parts_in, target_of
from clearinghouse.publications.html.links import link
from clearinghouse.publications.html.policy import barred_by, policy
from clearinghouse.publications.html.prose import RECORD
from clearinghouse.site.address import own_address
from clearinghouse.vocabulary.nearest import nearest
from clearinghouse.world.disk.data_folder import path_name
from clearinghouse.world.failure import Failure
from clearinghouse.world.root import ROOT

if TYPE_CHECKING:
    from clearinghouse.site.mkdocs.planned_pages import PlannedPages

_WORD = re.compile(r"[^\s()<>\"'\[\]]+")
"""What may be an address where it is written in Markdown or HTML."""


def prose_problems(
    content: Path, catalogue: Callable[[], Catalogue | None], is_asked: Callable[[str], bool], with_links: bool = True
) -> Iterator[Problem]:
    """Those of the pages asked for by their paths in `content`. catalogue: gives the records that prose may lead to, when it does;
    None where they have problems themselves, so that nobody knows yet; with_links: whether links are followed. Raises Failure."""
    try:
        config = load_config(str(ROOT / "mkdocs.yml"), hooks=[], docs_dir=str(content), site_url=own_address())
    except MkDocsException as error:
        raise Failure(f"MkDocs could not read mkdocs.yml: {error}") from None
    site = _Planned(config, catalogue)
    for name in site.unreadable:
        if is_asked(name):
            yield FILE_001.at(Place(path_name(content / name)))
    for prose in site.prose.values():
        if is_asked(prose.file.src_uri):
            yield from prose.problems(site, with_links)


@dataclass(frozen=True)
class _Prose:
    """A page of prose. text: as it is written; tree: its HTML as lxml has parsed it, without what is put around and below it."""

    file: File
    text: str
    html: str
    tree: Any

    def problems(self, site: "_Planned", with_links: bool) -> Iterator[Problem]:
        """What is wrong with it in a site. with_links: whether links are followed."""
        for part in barred_by(policy(), self.tree):
            place, _ = self._places([re.split("[=>]", part)[0]], part)[0]
            yield PROSE_003.at(place, found=part)
        for address in sorted(links_in(self.tree)):
            if address.startswith(RECORD):
                yield from self._unknown_record(address, site.catalogue)
            elif with_links and (why := missing(address, self.file.dest_uri, site, site.url)):
                for place, word in self._places(self._ways_of_writing(address, site.files), address):
                    yield PROSE_001.at(place, found=word, why=why, near=self._near(word, address, site))

    def _unknown_record(self, address: str, catalogue: Catalogue | None) -> Iterator[Problem]:
        name = address.removeprefix(RECORD)
        if catalogue and not catalogue.record(name):
            near = nearest(name, (f"{collection}/{key}" for collection, of in catalogue.by_collection.items() for key in of)) or ""
            for place, _ in self._places([address], address):
                yield PROSE_002.at(place, found=address, near=near)

    def _ways_of_writing(self, address: str, files: Files) -> list[str]:
        """An address as its author may have written it: MkDocs puts that of a page in the place of the name of its file."""
        return [word for word in dict.fromkeys(_WORD.findall(self.text)) if self._rewritten(word, files) == address]

    def _rewritten(self, word: str, files: Files) -> str:
        path, mark, part = word.partition("#")
        named = posixpath.normpath(posixpath.join(posixpath.dirname(self.file.src_uri), unquote(path)))
        target = files.get_file_from_path(named) if path else None
        return (target.url_relative_to(self.file) if target else path) + mark + part

    def _near(self, word: str, address: str, site: "_Planned") -> str:
        """How what was meant would be written, if that can be guessed. word: as it is written; address: what it became."""
        path, part = urldefrag(address)
        if path.endswith(".md"):
            return nearest(path, (prose.file.src_uri for prose in site.prose.values())) or ""
        target = target_of(path, self.file.dest_uri)
        if target is None:
            return ""
        if part and target in site:
            known = nearest(part, sorted(site.parts(target) or ()))
            return f"{urldefrag(word)[0]}#{known}" if known else ""
        known = nearest(address_of(target), site.addresses)
        return link(known, self.file.url.removeprefix("./")) if known is not None else ""

    def _places(self, words: Iterable[str], otherwise: str) -> list[tuple[Place, str]]:
        """Where words stand, with the words; or the beginning of the page, where they are written in another way."""
        name, ends = path_name(Path(self.file.abs_src_path or "")), [match.end() for match in re.finditer("\n", self.text)]
        places = []
        for word in words:
            for match in re.finditer(rf"(?<![\w/.#-]){re.escape(word)}(?![\w/#-])", self.text):
                line = bisect(ends, match.start())
                places.append((Place(name, line + 1, match.start() - (ends[line - 1] if line else 0) + 1), word))
        return places or [(Place(name), otherwise)]


class _Planned:
    """What a site will hold, by the paths of its files. unreadable: the pages of prose that are no text in UTF-8."""

    def __init__(self, config: MkDocsConfig, catalogue: Callable[[], Catalogue | None]) -> None:
        self.files, self.url = get_files(config), (config.site_url or "").rstrip("/") + "/"
        self.files.add_files_from_theme(config.theme.get_env(), config)
        self.prose: dict[str, _Prose] = {}
        self.unreadable: list[str] = []
        self._config, self._catalogue = config, catalogue
        self._written = {file.dest_uri for file in self.files} | set(map(path_of, always_there()))
        for file in self.files.documentation_pages():
            try:
                self.prose[file.dest_uri] = self._read(file)
            except UnicodeDecodeError:
                self.unreadable.append(file.src_uri)

    def _read(self, file: File) -> _Prose:
        text, page = file.content_bytes.decode("utf-8-sig"), ProsePage(None, file, self._config)
        page.read_source(self._config)
        page.render(self._config, self.files)
        html = page.content or ""
        return _Prose(file, text, html, lxml_html.document_fromstring(f"<body>{html}</body>"))

    @cached_property
    def catalogue(self) -> Catalogue | None:
        """The records."""
        return self._catalogue()

    @cached_property
    def _pages(self) -> "PlannedPages | None":
        if self.catalogue is None:
            return None
        # Most prose leads to prose alone, and need not wait until all that makes pages of records has been loaded.
        from clearinghouse.site.mkdocs.planned_pages import PlannedPages

        return PlannedPages.of(self._config, self.catalogue)

    @property
    def addresses(self) -> list[str]:
        """All that can be linked to."""
        return sorted(map(address_of, {*self.prose, *(self._pages.paths if self._pages else ())}))

    def __contains__(self, path: str, /) -> bool:
        return path in self._written or self._pages is None or self._pages.html_of(path) is not None

    def parts(self, path: str) -> Collection[str] | None:
        """The ids of a page, with what stands below prose; None for what is no page, and where nobody knows yet."""
        if self._pages is None:
            return None
        prose = self.prose.get(path)
        html = self._pages.below_prose(path, prose.html) if prose else self._pages.html_of(path)
        if prose and html is None:
            return parts_in(prose.tree)
        return parts_in(lxml_html.document_fromstring(f"<body>{html}</body>")) if html else None
