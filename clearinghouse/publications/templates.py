"""Templates: an environment of our own, in which all that comes from records is escaped."""

from typing import Any

from jinja2 import BaseLoader, Environment, StrictUndefined
from markupsafe import Markup

from clearinghouse.publications.links import link


class Templates:
    """Renders the templates of overrides/records/. as_file: whether links end in files, for file://."""

    def __init__(self, loader: BaseLoader, as_file: bool = False) -> None:
        self._environment = Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
        self._environment.globals["link"] = lambda to, at: link(to, at, as_file)

    def render(self, name: str, at: str, **context: Any) -> Markup:
        """A fragment for the page at an address."""
        return Markup(self._environment.get_template(name).render(at=at, **context))
