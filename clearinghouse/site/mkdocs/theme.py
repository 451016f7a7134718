"""Theme: the loader of the theme's templates and the site's files come in; they leave with what is not valid HTML, or is not said to
those who hear the page, corrected, and without what no page loads."""

from collections.abc import Callable, Mapping, Sequence

from jinja2 import BaseLoader, Environment
from mkdocs.structure.files import Files

MENDS: Mapping[str, Sequence[tuple[str, str]]] = {
    # No check box may say how it is completed. menu.js tells browsers not to keep it open over a reload.
    "base.html": [
        ('id="__drawer" autocomplete="off"', 'id="__drawer"'),
        ('id="__search" autocomplete="off"', 'id="__search"'),
    ],
    # The heading of a section that is always open is no stop of the keyboard, and has no empty number for one.
    # The entry to which the page belongs is marked for the eye alone, here and in the tabs.
    "partials/nav-item.html": [
        ('tabindex="{{ tabindex }}"', '{% if tabindex %}tabindex="{{ tabindex }}"{% endif %}'),
        ('url }}" class="md-nav__link md-nav__link--active">', 'url }}" class="md-nav__link md-nav__link--active" aria-current="true">'),
    ],
    "partials/tabs-item.html": [
        ('class="md-tabs__link">', 'class="md-tabs__link"{% if ref.active %} aria-current="true"{% endif %}>'),
    ],
    # A page outside the navigation has no box that its contents could be folded by.
    "partials/toc.html": [
        ('<label class="md-nav__title" for="__toc">', '<label class="md-nav__title"{% if page in nav.pages %} for="__toc"{% endif %}>')
    ],
}
"""For each template what is corrected: the text as the theme has it, and what takes its place."""

UNLOADED = ("assets/javascripts/", "assets/stylesheets/")
"""Folders of the theme's files that no page loads: overrides/ has what pages need of them, and Pagefind searches."""
SOURCE_MAP = ".map"


class MendingLoader(BaseLoader):
    """Loads what another loader does, corrected."""

    def __init__(self, theme: BaseLoader) -> None:
        self._theme = theme

    def get_source(self, environment: Environment, template: str) -> tuple[str, str | None, Callable[[], bool] | None]:
        """The source of a template; of those that are not corrected the theme's own."""
        source, path, is_fresh = self._theme.get_source(environment, template)
        for theirs, ours in MENDS.get(template, ()):
            source = source.replace(theirs, ours)
        return source, path, is_fresh

    def list_templates(self) -> list[str]:
        """The names of all templates."""
        return self._theme.list_templates()


def mend(environment: Environment) -> None:
    """Makes an environment load the theme's templates corrected."""
    if environment.loader:
        environment.loader = MendingLoader(environment.loader)


def leave_out_unloaded(files: Files) -> None:
    """Takes out of a site's files what no page loads."""
    for file in [file for file in files if file.dest_uri.startswith(UNLOADED) or file.dest_uri.endswith(SOURCE_MAP)]:
        files.remove(file)
