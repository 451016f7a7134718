"""Settings: what mkdocs.yml says of a clearing house, and the records that it names."""

from datetime import date
from pathlib import Path
from typing import Any

from jinja2 import FileSystemLoader
from markupsafe import Markup, escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from clearinghouse.catalogue.catalogue import Catalogue
from clearinghouse.problems.report import report
from clearinghouse.publications.html.templates import Templates
from clearinghouse.publications.site import Site
from clearinghouse.publications.translation.language import NAMES, Language
from clearinghouse.publications.translation.languages import FILE, FRONT, Languages
from clearinghouse.publications.translation.texts import gettext
from clearinghouse.reading.typing.read import read
from clearinghouse.site.mkdocs.shelves import shelves_of
from clearinghouse.world.disk.compiled import compiled_templates
from clearinghouse.world.disk.data_folder import data_files
from clearinghouse.world.failure import Failure

KEY = "clearinghouse"


def settings_of(config: MkDocsConfig) -> dict[str, Any]:
    """What stands below `extra: clearinghouse:`, with what the build command has put beside it."""
    settings: dict[str, Any] = config.extra.get(KEY, {})
    return settings


def site_of(config: MkDocsConfig) -> Site:
    """What publications must know of the site."""
    settings = settings_of(config)
    url = (config.site_url or "").rstrip("/") + "/"
    keys = {"authority": "", "repository": "", "branch": "main", "mailbox": "", "relay": ""}
    name = _plain(config.site_name)
    return Site(name, url, **{key: settings.get(key) or default for key, default in keys.items()}, shelves=shelves_of(config))


def description_of(config: MkDocsConfig) -> str:
    """What is said of a page that says nothing itself."""
    return _plain(config.site_description or "")


def translated(name: str) -> Markup:
    """A name that mkdocs.yml gives the site, in the language of the page, as markup."""
    return escape(gettext(_plain(name)))


def _plain(text: str) -> str:
    return text.unescape() if isinstance(text, Markup) else text


def escape_names(config: MkDocsConfig) -> None:
    """Makes markup of what mkdocs.yml says as text: the theme's templates escape nothing. What is markup already stays as it is."""
    for key in ("site_name", "site_description", "site_author"):
        config[key] = escape(config[key]) if config[key] else config[key]


def templates_of(config: MkDocsConfig) -> Templates:
    """The templates of the pages of records. Raises PluginError where the texts of a language cannot be read."""
    return Templates(
        FileSystemLoader(Path(config.theme.custom_dir or "overrides") / "records"),
        languages=languages_of(config),
        has_glossary=(Path(config.docs_dir) / "glossary.md").is_file(),
        compiled=compiled_templates(),
    )


def languages_of(config: MkDocsConfig) -> Languages:
    """The languages into which the site is translated: each folder of content/ that is named by a tag and holds its texts and
    its front page. Raises PluginError."""
    content, others, prose = Path(config.docs_dir), {}, {}
    for tag in NAMES:
        folder = content / tag
        if not (folder / FILE).is_file() or not (folder / FRONT).is_file():
            continue
        try:
            others[tag] = Language.of(tag, (folder / FILE).read_bytes())
        except ValueError as error:
            raise PluginError(f"{folder / FILE} is no translation: {error}") from None
        names = (path.relative_to(folder).with_suffix("").as_posix() for path in folder.rglob("*.md"))
        prose[tag] = frozenset("" if name == "index" else f"{name.removesuffix('/index')}/" for name in names)
    return Languages(others, prose)


def catalogue_of(config: MkDocsConfig) -> Catalogue:
    """All records: those that the build command has read, or else those of the data folder. Raises PluginError with all their
    problems."""
    settings = settings_of(config)
    if isinstance(known := settings.get("catalogue"), Catalogue):
        return known
    root = Path(config.config_file_path or ".").parent
    try:
        reading = read(data_files(root / settings.get("data", "data")))
    except Failure as failure:
        raise PluginError(str(failure)) from None
    if not reading.is_sound:
        raise PluginError(report(reading.problems, reading.files, "text"))
    return Catalogue.of(reading.records, reading.about, settings.get("as_of") or date.today(), reading.links, reading.photographs)
