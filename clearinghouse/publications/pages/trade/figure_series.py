"""Figures side by side as a page: numbers that contradict one another, and a chart of each series."""

from collections.abc import Iterator

from clearinghouse.catalogue.catalogue import Catalogue
from clearinghouse.publications.collections.trade.series import ADDRESS, TITLE, contradiction_section, series_section
from clearinghouse.publications.html.parts import Head, Notice, Section
from clearinghouse.publications.html.templates import Templates
from clearinghouse.publications.page import Page
from clearinghouse.publications.search.traits import of_prose
from clearinghouse.publications.words import figure_period_words, plural_of
from clearinghouse.records.collections.trade.figure import Figure

LIST = f"{Figure.collection}/"
_LEAD = (
    "Numbers with the same source, unit and scope share one chart. Numbers from different sources for the same thing are shown together. "
    "Nothing is added up."
)


def pages(catalogue: Catalogue, templates: Templates) -> Iterator[Page]:
    """The one page of all series."""
    trail = (("Home", ""), (plural_of(Figure.collection), LIST), (TITLE, None))
    sections = (*_sections(catalogue),) or (Section("none", "Series", empty=Notice("No two figures form a series.")),)
    traits = of_prose(ADDRESS, "")
    html = templates.render("pages/series.html", ADDRESS, head=Head(TITLE, _LEAD, crumbs=trail), sections=sections, traits=traits)
    yield Page(ADDRESS, TITLE, _LEAD, html, LIST, traits=traits)


def _sections(catalogue: Catalogue) -> Iterator[Section]:
    for number, figures in enumerate(catalogue.contradictions, start=1):
        first = figures[0]
        title = f"Contradiction: {first.measure}, {first.scope}, {figure_period_words(first)}"
        yield contradiction_section(figures, f"contradiction-{number}", title)
    yield from map(series_section, catalogue.figure_series.values())
