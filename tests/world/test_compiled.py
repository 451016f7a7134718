"""Compiled templates: they are compiled once, and never stand for a text that is read otherwise."""

import sys
from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment, pass_context

from clearinghouse.world.disk.compiled import FOLDER, compiled_templates

TEXT = "{% if kind %}\n  {% if kind %}{{ kind|plain }}\n{% endif %}{% endif %}"


def environment(folder: Path, text: str = TEXT, **options: bool) -> Environment:
    """Templates with one text."""
    templates = Environment(loader=DictLoader({"a.html": text}), optimized=False, bytecode_cache=compiled_templates(str(folder)), **options)  # type: ignore[arg-type]  # of these options each is a bool
    templates.filters["plain"] = str
    return templates


def said(templates: Environment) -> str:
    """What the template says."""
    return templates.get_template("a.html").render(kind="<b>")


def test_a_template_is_compiled_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """And says the same from then on."""

    def refused(*_: object) -> None:
        raise AssertionError("compiled again")

    first = said(environment(tmp_path))
    monkeypatch.setattr(Environment, "_parse", refused)
    assert said(environment(tmp_path)) == first
    with pytest.raises(AssertionError, match="again"):
        said(environment(tmp_path, "other"))


@pytest.mark.parametrize("options", [{"trim_blocks": True}, {"lstrip_blocks": True}, {"autoescape": True}, {"keep_trailing_newline": True}])
def test_what_is_read_otherwise_is_compiled_again(tmp_path: Path, options: dict[str, bool]) -> None:
    """As each setting says, as if nothing had been kept."""
    text = f"{TEXT}\n"
    said(environment(tmp_path, text))
    apart = tmp_path / "apart"
    apart.mkdir()
    assert said(environment(tmp_path, text, **options)) == said(environment(apart, text, **options)) != said(environment(apart, text))


def test_another_text_is_compiled_again(tmp_path: Path) -> None:
    """Of the same name."""
    said(environment(tmp_path))
    assert said(environment(tmp_path, "other")) == "other"


def test_a_filter_that_asks_for_more_is_given_it(tmp_path: Path) -> None:
    """What it is called with stands in the code."""
    said(environment(tmp_path))
    templates = environment(tmp_path)
    templates.filters["plain"] = pass_context(lambda context, kind: f"{kind} in {context.name}")
    assert "<b> in a.html" in said(templates)


def test_a_damaged_file_is_made_anew(tmp_path: Path) -> None:
    """Cut off, empty, or something else."""
    first = said(environment(tmp_path))
    (kept,) = (tmp_path / FOLDER).iterdir()
    whole = kept.read_bytes()
    for content in (b"", whole[:20], whole[:-9], b"something else"):
        kept.write_bytes(content)
        assert said(environment(tmp_path)) == first
        assert kept.read_bytes() == whole


def test_where_nothing_can_be_kept_all_is_compiled(tmp_path: Path) -> None:
    """Nor in a Python that others use, too."""
    (tmp_path / FOLDER).write_text("in the way")
    assert compiled_templates(str(tmp_path)) is None
    assert said(environment(tmp_path)) == said(environment(tmp_path))
    assert compiled_templates(sys.base_prefix) is None


def test_what_filters_do_is_never_kept(tmp_path: Path) -> None:
    """An environment that would work it out beforehand is an error of ours."""
    templates = environment(tmp_path)
    templates.optimized = True
    with pytest.raises(ValueError, match="beforehand"):
        said(templates)
