"""Penalties as a page: what the laws of all member states threaten, in one table that sorts and narrows."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from markupsafe import Markup

from clearinghouse.catalogue.catalogue import Catalogue
from clearinghouse.publications.collections.law.penalties import ADDRESS, COLUMNS, penalty_cells
from clearinghouse.publications.html.parts import Action, Bit, Choice, Drawn, Notice, Section, Table
from clearinghouse.publications.html.templates import Templates
from clearinghouse.publications.page import Page
from clearinghouse.publications.pages.lists.listings import Filter, Whole
from clearinghouse.publications.pages.lists.pagers import pager
from clearinghouse.publications.search.traits import Traits, of_prose
from clearinghouse.publications.translation.parts import in_language
from clearinghouse.publications.words import capital, counted, listed
from clearinghouse.records.collections.legislation import LegislationStatus
from clearinghouse.records.collections.parts.penalty import Penalty
from clearinghouse.vocabulary.kinds import PENALTY_SUBJECTS, PUNISHED
from clearinghouse.vocabulary.states import MEMBER_STATES

TITLE = "Penalties side by side"
_LEAD = (
    "Penalties in the laws of member states for illegal trade in, or possession of, wildlife and timber. "
    "“Not found” means that no source gives it, not that there is no penalty. "
    "Fines are in the currency of the law; nothing is converted."
)
_FILE = "penalties"
"""What the files of the table are called."""
_LONG = 10
"""So many rows are read one after the other."""
Row = tuple[LegislationStatus, Penalty]


@dataclass(frozen=True)
class _Facet:
    """A way to narrow the table. terms: labels by the last step of the address; term_of: those of a row."""

    id: str
    label: str
    terms: Mapping[str, str]
    terms_of: Callable[[Row], tuple[str, ...]]


_FACETS = (
    _Facet("countries", "State", {state.address: state.name for state in MEMBER_STATES.values()}, lambda row: (row[0].country.lower(),)),
    _Facet("subject", "Subject", {subject: capital(subject) for subject in PENALTY_SUBJECTS}, lambda row: (row[1].subject,)),
    _Facet(
        "who",
        "Who",
        {who: capital(who) for who in PUNISHED[:2]},
        lambda row: tuple(who for who in PUNISHED[:2] if who in row[1].applies_to),
    ),
)


def pages(catalogue: Catalogue, templates: Templates) -> Iterator[Page]:
    """The whole table, and one for each term of each facet, for readers without a script."""
    every = [(record, penalty) for record in _in_order(catalogue) for penalty in record.penalties]
    current = [row for row in every if row[1].status != "replaced"]
    former = [row for row in every if row[1].status == "replaced"]
    if not catalogue.legislation:
        return
    whole = of_prose(ADDRESS, "")
    html = _rendered(ADDRESS, TITLE, current, former, templates, narrowed_by=None, traits=whole)
    yield Page(ADDRESS, TITLE, _LEAD, html, "legislation/", traits=whole)
    for facet in _FACETS:
        for term, label in facet.terms.items():
            address, title = _address(facet, term), f"Penalties: {label}"
            rows = [row for row in current if term in facet.terms_of(row)]
            described = f"{capital(counted(len(rows), 'penalty', 'penalties'))} in this table."
            states = (term,) if facet.id == "countries" else ()
            traits = _traits(title, described, rows[0][0]) if states and rows else None
            html = _rendered(address, title, rows, (), templates, narrowed_by=facet, traits=traits)
            yield Page(address, title, described, html, "legislation/", is_indexed=False, traits=traits, states=states)


def _traits(title: str, described: str, record: LegislationStatus) -> Traits:
    """What the search knows of the penalties of a state: who asks for `penalties Indonesia` is led to these rows."""
    return Traits(title, described, facets=(("collection", record.collection), ("country", record.country.lower())))


def _in_order(catalogue: Catalogue) -> Iterator[LegislationStatus]:
    """The files of the states, A to Z; what was withdrawn is left out."""
    for code in MEMBER_STATES:
        record = catalogue.legislation_of(code)
        if record and not record.withdrawn:
            yield record


def _address(facet: _Facet, term: str) -> str:
    return f"{ADDRESS}by/{facet.id}/{term}/"


def _rendered(
    address: str,
    title: str,
    rows: list[Row],
    former: list[Row] | tuple[()],
    templates: Templates,
    narrowed_by: _Facet | None,
    traits: Traits | None,
) -> str:
    is_whole = narrowed_by is None
    filters = [_filter(facet, rows) for facet in _FACETS if facet is narrowed_by or is_whole]
    above = (("Home", ""), ("Legislation", "legislation/"))
    members = [(row, _row(row, address, templates, is_whole=is_whole)) for row in rows]
    crumbs = (*above, (TITLE, None)) if is_whole else (*above, (TITLE, ADDRESS), (title, None))
    return templates.render(
        "pages/list.html", address, prose=None, title=title, lead=_LEAD, traits=traits, crumbs=crumbs,
        actions=() if is_whole else (Action("All penalties", to=ADDRESS),),
        facets=filters if rows or not is_whole else (), whole=Whole("penalty", "penalties", str(len(rows))) if is_whole else None,
        tally=_tally(rows), columns=COLUMNS, caption=title, order="by state",
        headline=(),
        groups=_groups(members), pager=pager(((1, address),), 1), stem=f"{address}{_FILE}", day="",
        file=(_FILE, _table(title, rows, is_whole=is_whole)),
        empty=Notice("No penalty was found.", (Bit("No source that was read gives one for this choice."),)),
        sections=_former(former), ahead=None, drawn=Drawn(),
    )  # fmt: skip


def _groups(members: Sequence[tuple[Row, str]]) -> list[dict[str, Any]]:
    """Rows under the names of their states, where there are several; a phone folds all but the first of many."""
    by_state = [(code, [html for _, html in rows]) for code, rows in groupby(members, lambda member: member[0][0].country)]
    is_parted, is_long = len(by_state) > 1, len(members) > _LONG
    return [
        {
            "title": MEMBER_STATES[code].name if is_parted else "",
            "count": counted(len(rows), "penalty", "penalties"),
            "is_open": not place or not is_long,
            "rows": rows,
        }
        for place, (code, rows) in enumerate(by_state)
    ]


def _filter(facet: _Facet, rows: list[Row]) -> Filter:
    counts = {term: sum(term in facet.terms_of(row) for row in rows) for term in facet.terms}
    return Filter(facet.label, tuple(Choice(label, _address(facet, term), counts[term]) for term, label in facet.terms.items()))


def _row(row: Row, address: str, templates: Templates, *, is_whole: bool) -> str:
    record, penalty = row
    known = {facet.id: facet.terms_of(row) for facet in _FACETS} if is_whole else None
    return Markup(templates.small.row(in_language(penalty_cells(penalty, record)), address, known))


def _table(title: str, rows: list[Row], *, is_whole: bool) -> Table:
    return Table(title, COLUMNS, tuple(tuple(penalty_cells(penalty, record)) for record, penalty in rows), has_workbook=is_whole)


def _tally(rows: list[Row]) -> list[str]:
    """How many penalties of how many states, and for which states none was found."""
    states = {record.country for record, _ in rows}
    low = sum(penalty.confidence == "low" for _, penalty in rows)
    texts = [f"{capital(counted(len(rows), 'penalty', 'penalties'))} of {counted(len(states), 'state')}, by state."]
    texts += [f"{capital(counted(low, 'is', 'are'))} of low confidence."] if low else []
    return texts


def _former(rows: list[Row] | tuple[()]) -> tuple[Section, ...]:
    """What later laws replaced, apart from what is in force."""
    if not rows:
        return ()
    table = Table(
        capital(counted(len(rows), "penalty", "penalties")) + " that a later law replaced",
        COLUMNS,
        tuple(penalty_cells(penalty, record) for record, penalty in rows),
    )
    laws = listed(sorted({record.title for record, _ in rows}))
    return (Section("replaced", "No longer in force", paragraphs=((Bit(f"Kept for history: {laws}."),),), table=table),)
