"""Coverage as pages: grids that show who was never trained, each cell a link to the records behind it."""

from collections.abc import Mapping
from typing import Any

from clearinghouse.catalogue.coverage import AUDIENCE_GROUPS, TOPIC_GROUPS, Coverage
from clearinghouse.publications.collections.view import record_item
from clearinghouse.publications.html.charts import bar_chart
from clearinghouse.publications.html.parts import Action, Bit, Head, Section
from clearinghouse.publications.words import capital, counted, records_counted
from clearinghouse.records.collections.training import Training
from clearinghouse.vocabulary.audiences import AUDIENCES
from clearinghouse.vocabulary.states import MEMBER_STATES, State
from clearinghouse.vocabulary.terms import TermList
from clearinghouse.vocabulary.topics import TOPICS


def address_of(state: State) -> str:
    """The page of a state's coverage."""
    return f"coverage/{state.address}/"


def context(coverage: Coverage) -> Mapping[str, Any]:
    """What the overview lays out below its prose: audiences and topics by state, then charts."""
    states = list(MEMBER_STATES.values())
    hosts = coverage.per_host(MEMBER_STATES)
    charts = (
        bar_chart("Trainings per year", ("Year", "Trainings"), {str(year): number for year, number in coverage.per_year().items()}),
        bar_chart(
            "Trainings by host",
            ("Host", "Trainings"),
            {MEMBER_STATES[code].name: number for code, number in hosts.items()},
            {state.name: state.code for state in states},
        ),
    )
    return {
        "states": states,
        "grids": [
            _by_state("audiences", "Audiences by state", AUDIENCE_GROUPS, states, coverage, is_audience=True),
            _by_state("topics", "Topics by state", TOPIC_GROUPS, states, coverage, is_audience=False),
        ],
        "charts": [chart for chart in charts if chart],
        "tiles": [_tile(state, coverage) for state in states],
        "basis": _in_words(coverage),
    }


def _in_words(coverage: Coverage) -> str:
    number = capital(records_counted(len(coverage.counted), Training.collection))
    left_out = coverage.left_out
    more = f" {left_out} more {'is' if left_out == 1 else 'are'} excluded (uncertain, cancelled or not confirmed)." if left_out else ""
    return f"{number} {'is' if len(coverage.counted) == 1 else 'are'} counted.{more}"


def _by_state(
    grid_id: str, title: str, groups: tuple[str, ...], states: list[State], coverage: Coverage, *, is_audience: bool
) -> dict[str, Any]:
    rows = []
    for group in groups:
        numbers = [len(coverage.of(state.code, group, None) if is_audience else coverage.of(state.code, None, group)) for state in states]
        cells = [_cell(number, f"{address_of(state)}#{_anchor(group)}", state.name) for number, state in zip(numbers, states, strict=True)]
        rows.append({"label": group, "terms": _terms(AUDIENCES if is_audience else TOPICS, group), "cells": cells})
    return {"id": grid_id, "title": title, "rows": rows}


def _cell(number: int, to: str, label: str) -> dict[str, Any]:
    return {"number": number, "to": to if number else None, "label": label}


def _anchor(group: str) -> str:
    return "".join(letter if letter.isalnum() else "-" for letter in group.lower()).strip("-")


def _terms(terms: TermList, group: str) -> str:
    return ", ".join(term.label for term in terms if term.group == group)


def _tile(state: State, coverage: Coverage) -> dict[str, Any]:
    number = len(coverage.of(state.code))
    return {
        "code": state.code, "name": state.name, "row": state.row, "column": state.column, "style": "one" if number else "open",
        "words": counted(number, "training"), "date": "", "to": address_of(state),
    }  # fmt: skip


def state_context(state: State, coverage: Coverage) -> Mapping[str, Any]:
    """What a state's page lays out: audiences by topics, then the trainings behind each audience and each topic."""
    rows: list[dict[str, Any]] = []
    for audience in AUDIENCE_GROUPS:
        cells = []
        for topic in TOPIC_GROUPS:
            number = len(coverage.cell(audience, topic, state.code))
            cells.append(_cell(number, f"{address_of(state)}#{_anchor(audience)}--{_anchor(topic)}", topic))
        rows.append({"label": audience, "terms": _terms(AUDIENCES, audience), "cells": cells})
    trainings = coverage.of(state.code)
    never = sum(cell["number"] == 0 for row in rows for cell in row["cells"])
    cells_in_all = len(AUDIENCE_GROUPS) * len(TOPIC_GROUPS)
    with_it = capital(records_counted(len(trainings), Training.collection))
    lead = f"{with_it} with {state.name}. No training found for {never} of {cells_in_all} combinations."
    return {
        "head": Head(f"Coverage: {state.name}", lead, actions=(Action(f"All of {state.name}", to=f"countries/{state.address}/"),),
                     crumbs=(("Home", ""), ("Coverage", "coverage/"), (state.name, None))),
        "columns": TOPIC_GROUPS,
        "rows": rows,
        "sections": _sections(state, coverage),
    }  # fmt: skip


def _sections(state: State, coverage: Coverage) -> list[Section]:
    sections = []
    for audience in AUDIENCE_GROUPS:
        if not coverage.of(state.code, audience):
            continue
        sections.append(Section(_anchor(audience), audience, paragraphs=((Bit(_terms(AUDIENCES, audience), small=True),),)))
        for topic in TOPIC_GROUPS:
            items = tuple(record_item(training) for training in coverage.cell(audience, topic, state.code))
            if items:
                sections.append(Section(f"{_anchor(audience)}--{_anchor(topic)}", f"{topic}: {audience}", items))
    for topic in TOPIC_GROUPS:
        items = tuple(record_item(training) for training in coverage.of(state.code, None, topic))
        if items:
            sections.append(Section(_anchor(topic), f"{topic}, all audiences", items))
    return sections
