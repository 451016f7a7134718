"""The adapter to MkDocs: its events in, one call each; the pages of the catalogue into its site.

MkDocs renders what people wrote in content/ and the theme around it. A record's page is a finished fragment that is
stamped into a theme page rendered once for each place in the navigation and each folder of addresses, which costs a
tenth of rendering every page through the theme and gives the same bytes (DESIGN §6, speed).
"""

from collections.abc import Mapping
from pathlib import Path

from jinja2 import Environment, pass_context
from jinja2.runtime import Context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as ProsePage
from mkdocs.utils.templates import TemplateContext

from clearinghouse.publications.html.elements import without_indents
from clearinghouse.publications.translation.language import language
from clearinghouse.publications.translation.texts import in_templates
from clearinghouse.site.documents import Stamped
from clearinghouse.site.mkdocs.building import Building
from clearinghouse.site.mkdocs.scripts import link_scripts
from clearinghouse.site.mkdocs.settings import escape_names, translated
from clearinghouse.site.mkdocs.theme import leave_out_unloaded, mend
from clearinghouse.world.disk.compiled import compiled_templates
from clearinghouse.world.failure import Failure

BUILDING = "clearinghouse-building"


def building_of(config: MkDocsConfig) -> Building:
    """The build that has begun."""
    building: Building = config.extra[BUILDING]
    return building


def stamped_pages(config: MkDocsConfig) -> Mapping[str, Stamped]:
    """What the pages that a finished build has stamped say of themselves, by address."""
    return building_of(config).stamped


def end(config: MkDocsConfig) -> None:
    """Ends what a build has begun, however it went."""
    if BUILDING in config.extra:
        building_of(config).end()


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Begins a build. `serve` hands the same settings to every build, so each gets settings of its own."""
    config["extra"] = {**config.extra, BUILDING: Building.of(config)}
    escape_names(config)
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Puts the scripts of pages in the place of the modules that they are linked from, and leaves out what no page loads."""
    leave_out_unloaded(files)
    link_scripts(files, config)
    return files


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """Begins to make the pages that are stamped, for which the navigation and the files are all that must be known. Others make
    them, on all cores, while the pages that people wrote are made here."""
    building = building_of(config)
    for page in nav.pages:
        page.read_source(config)  # the theme says what stands at their heads
    building.nav, building.files, building.env = nav, files, _environment(config)
    building.begin(config)
    return nav


def on_page_content(html: str, page: ProsePage, config: MkDocsConfig, files: Files) -> str:
    """Puts the list of its collection below a page's prose."""
    return building_of(config).fragment(html, page)


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Gives MkDocs the templates that stamped pages have, so that they are compiled once."""
    return building_of(config).env


def _environment(config: MkDocsConfig) -> Environment:
    """The theme's templates, translated and corrected."""
    env = config.theme.get_env()
    env.optimized, env.bytecode_cache = False, compiled_templates()
    mend(env)
    in_templates(env)
    known = (path.stem for folder in config.theme.dirs for path in Path(folder, "partials", "languages").glob("*.html"))
    env.filters |= {"here": here, "translated": translated}
    env.globals |= {"languages": building_of(config).pages.templates.languages, "language": language, "theme_languages": frozenset(known)}
    return env


@pass_context
def here(context: Context, to: str) -> str:
    """Where a link leads from the page that is rendered: to the page in its language, if there is one."""
    page, languages = context.get("page"), context["languages"]
    target: str = languages.target(to, page.url.removeprefix("./")) if page else to
    return target


def on_page_context(context: TemplateContext, page: ProsePage, config: MkDocsConfig, nav: Navigation) -> TemplateContext:
    """Makes the theme speak the language of a page."""
    context["nav"] = building_of(config).speak(page, nav)
    return context


def on_post_page(output: str, page: ProsePage, config: MkDocsConfig) -> str:
    """Guards a page of prose."""
    return with_policy(output, page, building_of(config))


def with_policy(output: str, page: ProsePage, building: Building) -> str:
    """A page of prose with a policy that allows the theme's own scripts, and none that the prose holds, without the theme's blank
    space."""
    content = str(page.content or "")  # no Markup, which would escape the rest
    before, _, after = str(output).partition(content) if content else ("", "", output)
    before, after = without_indents(before), without_indents(after)
    return building.guarded(before + content + after, before + after)


def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:
    """Guards the page that is shown where none is."""
    return building_of(config).guarded(output_content, output_content) if template_name.endswith(".html") else output_content


def on_post_build(config: MkDocsConfig) -> None:
    """Writes all that comes from records. Raises PluginError."""
    try:
        building_of(config).write(config)
    except Failure as failure:
        raise PluginError(str(failure)) from None
