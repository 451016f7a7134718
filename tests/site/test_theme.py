"""Theme: what is corrected of its templates is there to be corrected, and all of it is."""

import importlib.util
from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader

from clearinghouse.site.mkdocs.theme import MENDS, mend

SPEC = importlib.util.find_spec("material")
assert SPEC
assert SPEC.submodule_search_locations
TEMPLATES = Path(SPEC.submodule_search_locations[0]) / "templates"


@pytest.mark.parametrize("name", MENDS)
def test_a_mend_is_wanted_still(name: str) -> None:
    """A theme that has corrected it itself needs ours no more."""
    environment = Environment(loader=FileSystemLoader(TEMPLATES))
    mend(environment)
    assert environment.loader
    source, _, _ = environment.loader.get_source(environment, name)
    for theirs, ours in MENDS[name]:
        assert theirs in (TEMPLATES / name).read_text("utf-8")
        assert theirs not in source.replace(ours, "")
        assert ours in source


def test_what_is_not_mended_stays_as_it_is() -> None:
    """And all templates have their names."""
    environment = Environment(loader=FileSystemLoader(TEMPLATES))
    names = environment.list_templates()
    mend(environment)
    assert environment.loader
    assert environment.list_templates() == names
    assert environment.loader.get_source(environment, "404.html")[0] == (TEMPLATES / "404.html").read_text("utf-8")
