"""The door to MkDocs: its events in, the pages of the catalogue into its site.

MkDocs renders what people wrote in content/ and the theme around it. A record's page is a finished fragment that is
stamped into a theme page rendered once for each place in the navigation and each folder of addresses, which costs a
tenth of rendering every page through the theme and gives the same bytes (DESIGN §6, speed).
"""

import re
from datetime import date
from pathlib import Path

from jinja2 import Environment, FileSystemLoader
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as ProsePage

from clearinghouse.catalogue.catalogue import Catalogue
from clearinghouse.doors.address import FORKED_FROM
from clearinghouse.doors.data_folder import data_files
from clearinghouse.doors.failure import Failure
from clearinghouse.doors.search_index import Searched, write_search
from clearinghouse.doors.stamping import Shells
from clearinghouse.problems.report import report
from clearinghouse.publications.feeds.autodiscovery import autodiscovery
from clearinghouse.publications.feeds.channels import channels
from clearinghouse.publications.files import files
from clearinghouse.publications.forms.scripts import scripts
from clearinghouse.publications.hosting import HEADERS, NGINX, headers_file, nginx_file
from clearinghouse.publications.links import link
from clearinghouse.publications.pages.pages import Pages
from clearinghouse.publications.policy import guarded, hashes_of
from clearinghouse.publications.prose import parted
from clearinghouse.publications.redirects import redirect_page
from clearinghouse.publications.search.traits import of_prose
from clearinghouse.publications.site import Site
from clearinghouse.publications.sitemap import addresses_text, sitemap
from clearinghouse.publications.templates import Templates
from clearinghouse.reading.read import read

KEY = "clearinghouse"
_RECORD_LINK = re.compile(r'<a href="record:([^"]*)"[^>]*>(.*?)</a>', re.DOTALL)
TEMPLATE = "fragment.html"
HIDDEN = ["navigation", "toc"]
NOT_SEARCHED = ("", "search/")
"""The front page and the search page only lead to others."""
ADDRESSES = "addresses.txt"
"""The file that lists every page of a site; each site has it, nothing else does."""


def site_of(config: MkDocsConfig) -> Site:
    """What publications must know of the site, from mkdocs.yml."""
    settings = config.extra.get(KEY, {})
    url = (config.site_url or "").rstrip("/") + "/"
    keys = {"authority": "", "repository": "", "branch": "main", "mailbox": ""}
    return Site(config.site_name, url, **{key: settings.get(key) or default for key, default in keys.items()})


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Reads the records, unless the build command has done so. Raises PluginError with all their problems."""
    # A copy: `serve` hands the same settings to every build, and each must read the records anew.
    settings = dict(config.extra.get(KEY, {}))
    config["extra"] = {**config.extra, KEY: settings}
    if "catalogue" not in settings:
        root = Path(config.config_file_path or ".").parent
        try:
            reading = read(data_files(root / settings.get("data", "data")))
        except Failure as failure:
            raise PluginError(str(failure)) from None
        if not reading.is_sound:
            raise PluginError(report(reading.problems, reading.files, "text"))
        settings["catalogue"] = Catalogue.of(reading.records, reading.about, settings.get("as_of") or date.today(), reading.links)
    templates = Templates(FileSystemLoader(_records_folder(config)))
    settings["pages"] = Pages(settings["catalogue"], site_of(config), templates)
    settings["templates"] = templates
    site, known = site_of(config), channels(settings["catalogue"])
    settings["head"] = lambda address: autodiscovery(address, known, site)
    settings["searched"] = []
    settings["hashes"] = set()
    return config


def _records_folder(config: MkDocsConfig) -> Path:
    return Path(config.theme.custom_dir or "overrides") / "records"


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """Keeps the navigation for the pages that are stamped after the build."""
    config.extra[KEY]["nav"] = nav
    return nav


def on_page_content(html: str, page: ProsePage, config: MkDocsConfig, files: Files) -> str:
    """Puts the list of its collection below a page's prose, and gives it the look of the clearing house."""
    settings = config.extra[KEY]
    if settings.get(FORKED_FROM):
        html = html.replace(f'"{settings[FORKED_FROM]}/', f'"{settings["repository"]}/')
    page.meta.setdefault("template", TEMPLATE)
    page.meta.setdefault("hide", HIDDEN)
    linked = _RECORD_LINK.sub(lambda found: _record_link(found[1], found[2], page.url, settings["catalogue"]), html)
    address = page.url.removeprefix("./")
    page.meta["head"] = page.meta.get("head", "") + settings["head"](address)
    whole, traits = settings["pages"].below_prose(address, linked), of_prose(address, linked)
    if whole is None:
        head, sections = parted(linked)
        whole = settings["templates"].render("prose.html", address, title=page.title, head=head, sections=sections, traits=traits)
    if address not in NOT_SEARCHED:
        settings["searched"].append(Searched(address, page.title or "", page.meta.get("description", ""), traits))
    return str(whole)


def _record_link(reference: str, text: str, at: str, catalogue: Catalogue) -> str:
    """`[text](record:trainings/<id>)` becomes a link; where these data do not hold the record, its text alone."""
    found = catalogue.shown(reference)
    return f'<a href="{link(found.address, at)}">{text}</a>' if found else text


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Keeps the theme's environment for the pages that are stamped after the build."""
    config.extra[KEY]["env"] = env
    config.extra[KEY]["files"] = files
    return env


def on_post_page(output: str, page: ProsePage, config: MkDocsConfig) -> str:
    """Guards a page of prose with a policy that allows the theme's own scripts, and none that the prose holds."""
    return _guarded(output, output.replace(page.content or "", ""), config)


def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:
    """Guards the page that is shown where none is."""
    return _guarded(output_content, output_content, config) if template_name.endswith(".html") else output_content


def _guarded(document: str, of_theme: str, config: MkDocsConfig) -> str:
    hashes = hashes_of(of_theme)
    config.extra[KEY]["hashes"].update(hashes)
    return guarded(document, hashes)


def on_post_build(config: MkDocsConfig) -> None:
    """Stamps the pages of all records into the site, and writes what lists its addresses."""
    settings = config.extra[KEY]
    folder = Path(config.site_dir)
    shells = Shells(config, settings["nav"], settings["files"], settings["env"], settings["head"])
    pages: Pages = settings["pages"]
    searched: list[Searched] = settings["searched"]
    site = site_of(config)
    addresses = {page.url.removeprefix("./") for page in (file.page for file in settings["files"].documentation_pages()) if page}
    indexed = set(addresses)
    for page in pages.made():
        _write(folder, page.address, shells.stamp(page))
        addresses.add(page.address)
        if page.traits:
            searched.append(Searched(page.address, page.title, page.description, page.traits))
        if page.is_indexed:
            indexed.add(page.address)
    for address, to in pages.moved():
        _write(folder, address, guarded(redirect_page(address, to, site.url)))
        addresses.add(address)
    for address, content in files(settings["catalogue"], site, settings["templates"]):
        _write(folder, address, guarded(str(content)) if address.endswith("/") else content)
        addresses.add(address)
    for address, script in scripts(settings["catalogue"], site):  # no addresses that anybody relies on
        _write(folder, address, script)
    (folder / "sitemap.xml.gz").unlink(missing_ok=True)
    (folder / "sitemap.xml").write_text(sitemap(site.url, indexed), encoding="utf-8", newline="\n")
    (folder / ADDRESSES).write_text(addresses_text(addresses), encoding="utf-8", newline="\n")
    try:
        write_search(folder, settings["catalogue"], searched)
    except Failure as failure:
        raise PluginError(str(failure)) from None
    hashes = shells.hashes | settings["hashes"]
    names = [path.name + ("/" if path.is_dir() else "") for path in folder.iterdir()]
    _write(folder, HEADERS, headers_file(site.url, names, hashes))
    _write(folder, NGINX, nginx_file(site.url, hashes))


def _write(folder: Path, address: str, content: str | bytes) -> None:
    # Ids are checked when records are read; this holds whatever comes: no address leaves the site's folder.
    if ".." in Path(address).parts or Path(address).is_absolute():
        raise PluginError(f"the address {address} leaves the site")
    place = folder / address / "index.html" if address.endswith("/") or not address else folder / address
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(content.encode() if isinstance(content, str) else content)
