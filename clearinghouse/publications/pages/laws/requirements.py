"""The requirements as a page: eleven states and the four minimum requirements of Resolution Conf. 8.4."""

from collections import Counter
from collections.abc import Iterator

from clearinghouse.catalogue.catalogue import Catalogue
from clearinghouse.publications.collections.law.requirements import ADDRESS, GAPS, LABELS, requirement_cell, unread_words
from clearinghouse.publications.collections.law.status import status_badge
from clearinghouse.publications.html.facts import fact, facts
from clearinghouse.publications.html.parts import Bit, Cell, Column, Head, Line, Section, Table
from clearinghouse.publications.html.templates import Templates
from clearinghouse.publications.page import Page
from clearinghouse.publications.pages.laws.overview import official_notice
from clearinghouse.publications.search.traits import of_prose
from clearinghouse.publications.words import capital, counted
from clearinghouse.records.collections.parts.requirement import Requirements
from clearinghouse.vocabulary.states import MEMBER_STATES

TITLE = "Requirements side by side"
_LEAD = (
    "What the laws of the eleven member states say on the four minimum requirements of CITES Resolution Conf. 8.4, "
    "as far as sources were read. This is not an assessment by the CITES Secretariat."
)


def pages(catalogue: Catalogue, templates: Templates) -> Iterator[Page]:
    """The page, where there is legislation at all."""
    if not catalogue.legislation:
        return
    head = Head(TITLE, _LEAD, crumbs=(("Home", ""), ("Legislation", "legislation/"), (TITLE, None)))
    traits = of_prose(ADDRESS, "")
    sections = (_matrix(catalogue), *_meanings(catalogue))
    html = templates.render(
        "pages/series.html", ADDRESS, head=head, sections=sections, notices=official_notice(catalogue), traits=traits, is_wide=True
    )
    yield Page(ADDRESS, TITLE, _LEAD, html, "legislation/", traits=traits)


def _matrix(catalogue: Catalogue) -> Section:
    rows, met = [], Counter[str]()
    for code, state in MEMBER_STATES.items():
        record = catalogue.legislation_of(code)
        four = (record.requirements if record else Requirements()).by_name
        met.update(requirement.met for requirement in four.values())
        name = Bit(state.name, to=f"{record.address}#requirements" if record else f"countries/{state.address}/")
        lines: list[Line] = [(Bit(state.name, code=code), Bit(" "), name)]
        unread = unread_words(record) if record and record.status and record.status.category == "1" else ""
        lines += [(Bit(unread, small=True),)] if unread else []
        badges = (status_badge(record.status),) if record else ()
        head = Cell(tuple(lines), is_heading=True, badges=badges)
        rows.append((head, *(requirement_cell(requirement, LABELS[name]) for name, requirement in four.items())))
    columns = (Column("State", sorted="ascending"), *(Column(label) for label in LABELS.values()))
    total = sum(met.values())
    caption = f"{counted(total, 'cell')}: {met['yes']} yes, {met['partly']} partly, {met['no']} no, {met['unknown']} not known"
    return Section("matrix", "State by state", table=Table(capital(caption), columns, tuple(rows)))


def _meanings(catalogue: Catalogue) -> tuple[Section, ...]:
    about = catalogue.about_legislation
    if not about:
        return ()
    rows = facts(*(fact(LABELS[meaning.id], capital(meaning.meaning)) for meaning in about.requirements))
    more = (Bit("Where nothing is known, or a requirement is met in part: "), Bit("what may help", to=GAPS))
    return (Section("four", "What each asks for", facts=rows, paragraphs=(more,)),)
