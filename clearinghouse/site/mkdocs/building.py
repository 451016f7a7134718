"""Building: one build of a site, from MkDocs' first event to its last."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from pathlib import Path

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as ProsePage

from clearinghouse.catalogue.catalogue import Catalogue
from clearinghouse.publications.channels import Channel, channels
from clearinghouse.publications.citing.cited import Cited
from clearinghouse.publications.citing.foot import Foot
from clearinghouse.publications.feeds.autodiscovery import autodiscovery
from clearinghouse.publications.files.contents import CONTENTS
from clearinghouse.publications.files.file import File
from clearinghouse.publications.files.for_servers import HEADERS, NGINX
from clearinghouse.publications.files.kinds import Kind
from clearinghouse.publications.files.sitemap import SITEMAP
from clearinghouse.publications.hosting import headers_file, nginx_file
from clearinghouse.publications.html.policy import guarded, hashes_of
from clearinghouse.publications.offline.keeping import kept_lists
from clearinghouse.publications.outputs import Known, last_files, parts, tables_of_prose
from clearinghouse.publications.page import Page
from clearinghouse.publications.pages.pages import Pages
from clearinghouse.publications.pictures.copies import photographs_on_pages
from clearinghouse.publications.sharing.cards import Cards
from clearinghouse.publications.sharing.linked_page import LinkedPages
from clearinghouse.publications.sharing.open_graph import OpenGraph
from clearinghouse.publications.translation.language import ENGLISH, Language, speak
from clearinghouse.site.address import FORKED_FROM
from clearinghouse.site.documents import Stamped
from clearinghouse.site.mkdocs.making import Results, gathered, write_part
from clearinghouse.site.mkdocs.navigation import navigation_in_language
from clearinghouse.site.mkdocs.other_files import OtherFiles
from clearinghouse.site.mkdocs.prose import Prose
from clearinghouse.site.mkdocs.settings import catalogue_of, description_of, settings_of, site_of, templates_of
from clearinghouse.site.mkdocs.stamping import Shells
from clearinghouse.site.pagefind_bundle import write_pagefind
from clearinghouse.site.site_folder import SiteFolder
from clearinghouse.world.processes import Work, cores
from clearinghouse.world.terminal.progress import progress_for_watchers


@dataclass
class Building:
    """One build. Each event of MkDocs is one of its methods, and MkDocs' settings carry it along."""

    pages: Pages
    prose: Prose
    described: str = ""
    """What is said of a page that says nothing itself."""
    prose_pages: list[Page] = field(default_factory=list)
    hashes: set[str] = field(default_factory=set)
    """Those of the theme's inline scripts in all pages so far."""
    # What MkDocs puts together on the way, before any page is rendered.
    nav: Navigation = field(init=False)
    files: Files = field(init=False)
    env: Environment = field(init=False)
    stamped: Mapping[str, Stamped] = field(init=False)
    """What pages that were stamped say of themselves, by address."""
    _folder: SiteFolder = field(init=False)
    _work: Work[Results] = field(default_factory=lambda: Work((), 1))

    @classmethod
    def of(cls, config: MkDocsConfig) -> "Building":
        """Reads the records, unless the build command has done so. Raises PluginError with all their problems."""
        pages = Pages(catalogue_of(config), site_of(config), templates_of(config))
        return cls(pages, Prose(pages, settings_of(config).get(FORKED_FROM, "")), description_of(config))

    @classmethod
    def again(cls, last: "Building", catalogue: Catalogue) -> "Building":
        """That of other records, in what the last one had put together on the way."""
        pages = Pages(catalogue, last.pages.site, last.pages.templates)
        building = cls(pages, replace(last.prose, pages=pages), last.described)
        building.nav, building.files, building.env = last.nav, last.files, last.env
        return building

    @cached_property
    def _channels(self) -> Mapping[str, Channel]:
        return channels(self.pages.catalogue)

    @cached_property
    def _foot(self) -> Foot:
        return Foot(Cited(self.pages.catalogue, self.pages.site), self.pages.templates)

    @cached_property
    def _open_graph(self) -> OpenGraph:
        site = self.pages.site
        return OpenGraph(Cards(self.pages.catalogue, site), site, self.pages.templates.languages, self.described)

    @cached_property
    def _linked_pages(self) -> LinkedPages:
        templates = self.pages.templates
        return LinkedPages(self.pages.catalogue, self.pages.site, templates.languages, templates.trails, self.described)

    def head(self, page: Page) -> str:
        """What stands in the head of a page."""
        return autodiscovery(page.address, self._channels, self.pages.site) + self._open_graph.of(page) + self._linked_pages.of(page)

    def foot(self, page: Page) -> str:
        """What stands below the fragment of a page."""
        return self._foot.of(page)

    def speak(self, page: ProsePage, nav: Navigation) -> Navigation:
        """Makes the theme speak the language of a page that it renders next; the navigation that stands on it."""
        languages = self.pages.templates.languages
        own, english = languages.parted(page.url.removeprefix("./"))
        speak(own)
        return nav if own.tag == ENGLISH else navigation_in_language(nav, languages, english)

    def fragment(self, html: str, page: ProsePage) -> str:
        """The prose of a page with the list of its collection below it, in the look of the clearing house."""
        own = self.prose.page(html, page)
        page.meta["head"] = page.meta.get("head", "") + self.head(own)
        self.prose_pages.append(replace(own, html=""))
        return own.html + self.foot(own)

    def guarded(self, document: str, of_theme: str) -> str:
        """A document with a policy that allows the inline scripts of the theme, which stand in `of_theme`, and no others."""
        hashes = hashes_of(of_theme)
        self.hashes |= hashes
        return guarded(document, hashes, self.pages.site.relay)

    def begin(self, config: MkDocsConfig) -> None:
        """Begins to make what comes from records alone."""
        shells = Shells(config, self.nav, self.files, self.env, self.head, self.foot)
        # Other processes need not compile what this one has compiled.
        self.pages.templates.compile()
        shells.compile()
        self._folder = SiteFolder(Path(config.site_dir))
        self._work = Work([partial(write_part, part, shells, self._folder) for part in parts(self.pages)], cores())

    def end(self) -> None:
        """Ends what is still being made."""
        self._work.end()

    def write(self, config: MkDocsConfig) -> None:
        """Writes all that comes from records into the site, what finds and lists it, and last the list of all files.
        Raises Failure."""
        # Pillow takes a while to import; whoever only reads prose must not pay for it.
        from clearinghouse.site.pictures.drawing import drawn
        from clearinghouse.site.pictures.resizing import resized

        folder = self._folder
        speak(Language())
        for card in self._open_graph.cards.by_name.values():
            picture = drawn(card, self.pages.site.name)
            folder.write(File(card.address, Kind.IMAGE, picture, card.title, is_promised=False), picture)
        for photograph, words, states in photographs_on_pages(self.pages.catalogue):
            for copy, content in resized(photograph):
                folder.write(File(copy.address, Kind.IMAGE, content, words, states, is_promised=False), content)
        known = Known(list(self.prose_pages))
        for file in tables_of_prose(self.pages):
            folder.write(file, file.content)
            known.add(file)
        self.stamped = gathered(self._work, known, folder, progress_for_watchers("parts of the site"))
        for file in last_files(self.pages, self.prose_pages, known):
            folder.write(file, file.content)
        (folder.path / f"{SITEMAP}.gz").unlink(missing_ok=True)  # MkDocs packs its own, which ours has replaced
        write_pagefind(folder.path, settings_of(config).get("memory"))
        folder.list_others(OtherFiles(config, self.files, self.prose_pages).file_at)
        paths, hashes = (
            [CONTENTS, *(file.path for file in folder.files)],
            self.hashes.union(*(page.shell.hashes for page in self.stamped.values())),
        )
        url, relay = self.pages.site.url, self.pages.site.relay
        headers, nginx = headers_file(url, paths, hashes, relay), nginx_file(url, hashes, relay)
        for file in (File(HEADERS, Kind.SERVER, headers), File(NGINX, Kind.SERVER, nginx), *kept_lists(folder.files)):
            folder.write(file, file.content)
        folder.write_contents()
