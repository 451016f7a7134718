"""The door to MkDocs: its events in, the pages of the catalogue into its site.

MkDocs renders what people wrote in content/ and the theme around it. A record's page is a finished fragment that is
stamped into a theme page rendered once for each place in the navigation and each folder of addresses, which costs a
tenth of rendering every page through the theme and gives the same bytes (DESIGN §6, speed).
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as ProsePage

from clearinghouse.catalogue.catalogue import Catalogue
from clearinghouse.problems.report import report
from clearinghouse.publications.channels import Channel, channels
from clearinghouse.publications.feeds.autodiscovery import autodiscovery
from clearinghouse.publications.files import files
from clearinghouse.publications.forms.scripts import scripts
from clearinghouse.publications.hosting import HEADERS, NGINX, headers_file, nginx_file
from clearinghouse.publications.html.links import link
from clearinghouse.publications.html.policy import guarded, hashes_of
from clearinghouse.publications.html.prose import parted
from clearinghouse.publications.html.redirects import redirect_page
from clearinghouse.publications.html.templates import Templates
from clearinghouse.publications.pages.pages import Pages
from clearinghouse.publications.search.traits import of_prose
from clearinghouse.publications.site import Site
from clearinghouse.publications.sitemap import addresses_text, sitemap
from clearinghouse.reading.typing.read import read
from clearinghouse.site.address import FORKED_FROM
from clearinghouse.site.search_index import Searched, write_search
from clearinghouse.site.stamping import Shells
from clearinghouse.world.disk.data_folder import data_files
from clearinghouse.world.failure import Failure

KEY, BUILDING = "clearinghouse", "clearinghouse-building"
_RECORD_LINK = re.compile(r'<a href="record:([^"]*)"[^>]*>(.*?)</a>', re.DOTALL)
TEMPLATE = "fragment.html"
HIDDEN = ["navigation", "toc"]
NOT_SEARCHED = ("", "search/")
"""The front page and the search page only lead to others."""
ADDRESSES = "addresses.txt"
"""The file that lists every page of a site; each site has it, nothing else does."""


@dataclass
class Building:
    """One build, from its first event to its last. Each event is one of its methods, and MkDocs' settings carry it along."""

    site: Site
    catalogue: Catalogue
    templates: Templates
    pages: Pages
    forked_from: str
    """The repository that prose names, in whose place the site's own stands; empty when there is no other."""
    searched: list[Searched] = field(default_factory=list)
    hashes: set[str] = field(default_factory=set)
    """Those of the theme's inline scripts in all pages so far."""
    # What MkDocs puts together on the way, before any page is rendered.
    nav: Navigation = field(init=False)
    files: Files = field(init=False)
    env: Environment = field(init=False)

    @classmethod
    def begun(cls, config: MkDocsConfig) -> "Building":
        """Reads the records, unless the build command has done so. Raises PluginError with all their problems."""
        settings = config.extra.get(KEY, {})
        catalogue = settings.get("catalogue") or _catalogue(config, settings)
        site, templates = site_of(config), Templates(FileSystemLoader(Path(config.theme.custom_dir or "overrides") / "records"))
        return cls(site, catalogue, templates, Pages(catalogue, site, templates), settings.get(FORKED_FROM, ""))

    @cached_property
    def _channels(self) -> Mapping[str, Channel]:
        return channels(self.catalogue)

    def head(self, address: str) -> str:
        """What stands in the head of the page at an address."""
        return autodiscovery(address, self._channels, self.site)

    def with_records(self, html: str, page: ProsePage) -> str:
        """The prose of a page with the list of its collection below it, in the look of the clearing house."""
        if self.forked_from:
            html = html.replace(f'"{self.forked_from}/', f'"{self.site.repository}/')
        page.meta.setdefault("template", TEMPLATE)
        page.meta.setdefault("hide", HIDDEN)
        linked = _RECORD_LINK.sub(lambda found: _record_link(found[1], found[2], page.url, self.catalogue), html)
        address = page.url.removeprefix("./")
        page.meta["head"] = page.meta.get("head", "") + self.head(address)
        whole, traits = self.pages.below_prose(address, linked), of_prose(address, linked)
        if whole is None:
            head, sections = parted(linked)
            whole = self.templates.render("prose.html", address, title=page.title, head=head, sections=sections, traits=traits)
        if address not in NOT_SEARCHED:
            self.searched.append(Searched(address, page.title or "", page.meta.get("description", ""), traits))
        return str(whole)

    def guarded(self, document: str, of_theme: str) -> str:
        """A document with a policy that allows the inline scripts of the theme, which stand in `of_theme`, and no others."""
        hashes = hashes_of(of_theme)
        self.hashes |= hashes
        return guarded(document, hashes)

    def write(self, config: MkDocsConfig) -> None:
        """Stamps the pages of all records into the site, and writes what lists its addresses."""
        folder = Path(config.site_dir)
        shells = Shells(config, self.nav, self.files, self.env, self.head)
        addresses = {file.page.url.removeprefix("./") for file in self.files.documentation_pages() if file.page}
        indexed = set(addresses)
        for page in self.pages.made():
            _write(folder, page.address, shells.stamp(page))
            addresses.add(page.address)
            if page.traits:
                self.searched.append(Searched(page.address, page.title, page.description, page.traits))
            if page.is_indexed:
                indexed.add(page.address)
        for address, to in self.pages.moved():
            _write(folder, address, guarded(redirect_page(address, to, self.site.url)))
            addresses.add(address)
        for address, content in files(self.catalogue, self.site, self.templates):
            _write(folder, address, guarded(str(content)) if address.endswith("/") else content)
            addresses.add(address)
        for address, script in scripts(self.catalogue, self.site):  # no addresses that anybody relies on
            _write(folder, address, script)
        (folder / "sitemap.xml.gz").unlink(missing_ok=True)
        _write(folder, "sitemap.xml", sitemap(self.site.url, indexed))
        _write(folder, ADDRESSES, addresses_text(addresses))
        write_search(folder, self.catalogue, self.searched)
        hashes = self.hashes | shells.hashes
        names = [path.name + ("/" if path.is_dir() else "") for path in folder.iterdir()]
        _write(folder, HEADERS, headers_file(self.site.url, names, hashes))
        _write(folder, NGINX, nginx_file(self.site.url, hashes))


def site_of(config: MkDocsConfig) -> Site:
    """What publications must know of the site, from mkdocs.yml."""
    settings = config.extra.get(KEY, {})
    url = (config.site_url or "").rstrip("/") + "/"
    keys = {"authority": "", "repository": "", "branch": "main", "mailbox": ""}
    return Site(config.site_name, url, **{key: settings.get(key) or default for key, default in keys.items()})


def _catalogue(config: MkDocsConfig, settings: dict[str, Any]) -> Catalogue:
    root = Path(config.config_file_path or ".").parent
    try:
        reading = read(data_files(root / settings.get("data", "data")))
    except Failure as failure:
        raise PluginError(str(failure)) from None
    if not reading.is_sound:
        raise PluginError(report(reading.problems, reading.files, "text"))
    return Catalogue.of(reading.records, reading.about, settings.get("as_of") or date.today(), reading.links)


def _record_link(reference: str, text: str, at: str, catalogue: Catalogue) -> str:
    """`[text](record:trainings/<id>)` becomes a link; where these data do not hold the record, its text alone."""
    found = catalogue.shown(reference)
    return f'<a href="{link(found.address, at)}">{text}</a>' if found else text


def _building(config: MkDocsConfig) -> Building:
    building: Building = config.extra[BUILDING]
    return building


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Begins a build. `serve` hands the same settings to every build, so each gets settings of its own."""
    config["extra"] = {**config.extra, BUILDING: Building.begun(config)}
    return config


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """Keeps the navigation and the files for the pages that are stamped after the build."""
    building = _building(config)
    building.nav, building.files = nav, files
    return nav


def on_page_content(html: str, page: ProsePage, config: MkDocsConfig, files: Files) -> str:
    """Puts the list of its collection below a page's prose."""
    return _building(config).with_records(html, page)


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Keeps the theme's environment for the pages that are stamped after the build."""
    _building(config).env = env
    return env


def on_post_page(output: str, page: ProsePage, config: MkDocsConfig) -> str:
    """Guards a page of prose with a policy that allows the theme's own scripts, and none that the prose holds."""
    return _building(config).guarded(output, output.replace(page.content or "", ""))


def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:
    """Guards the page that is shown where none is."""
    return _building(config).guarded(output_content, output_content) if template_name.endswith(".html") else output_content


def on_post_build(config: MkDocsConfig) -> None:
    """Writes all that comes from records. Raises PluginError."""
    try:
        _building(config).write(config)
    except Failure as failure:
        raise PluginError(str(failure)) from None


def _write(folder: Path, address: str, content: str | bytes) -> None:
    # Ids are checked when records are read; this holds whatever comes: no address leaves the site's folder.
    if ".." in Path(address).parts or Path(address).is_absolute():
        raise PluginError(f"the address {address} leaves the site")
    place = folder / address / "index.html" if address.endswith("/") or not address else folder / address
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(content.encode() if isinstance(content, str) else content)
