"""Coverage as pages: grids that show who was never trained, each cell a link to the records behind it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from clearinghouse.catalogue.coverage import AUDIENCE_GROUPS, TOPIC_GROUPS, Coverage
from clearinghouse.publications.collections.view import record_item
from clearinghouse.publications.downloads.plain_tables import grid_table
from clearinghouse.publications.html.charts import STEPS, bar_chart, step_of
from clearinghouse.publications.html.parts import Action, Bit, Head
from clearinghouse.publications.html.templates import Templates
from clearinghouse.publications.page import Page
from clearinghouse.publications.translation.texts import gettext, ngettext
from clearinghouse.publications.words import capital, counted, listed, records_counted
from clearinghouse.records.collections.training import Training
from clearinghouse.vocabulary.audiences import AUDIENCES
from clearinghouse.vocabulary.states import MEMBER_STATES, State
from clearinghouse.vocabulary.terms import TermList
from clearinghouse.vocabulary.topics import TOPICS

MOST, NEWEST = 60, 10
"""Of an audience or a topic with more trainings than MOST in a state the state's page has the newest, and a page of its own has all."""


def address_of(state: State, group: str = "") -> str:
    """The page of a state's coverage, or of its trainings for one group of audiences or topics."""
    own = f"{_anchor(group)}/".replace("--", "-") if group else ""
    return f"coverage/{state.address}/{own}"


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
        "states": [replace(state, name=gettext(state.name)) for state in states],
        "steps": STEPS,
        "findings": [
            {"title": "Audiences", "lines": findings(coverage, states, AUDIENCE_GROUPS, "for", is_audience=True)},
            {"title": "Topics", "lines": findings(coverage, states, TOPIC_GROUPS, "on", is_audience=False)},
        ]
        if coverage.counted
        else [],
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
    words = ngettext("{trainings} is counted.", "{trainings} are counted.", len(coverage.counted), trainings=number)
    if not left_out:
        return words
    more = ngettext(
        "{number} more is not counted: still to come, cancelled, uncertain or not confirmed.",
        "{number} more are not counted: still to come, cancelled, uncertain or not confirmed.",
        left_out,
    )
    return f"{words} {more}"


def findings(coverage: Coverage, states: list[State], groups: tuple[str, ...], about: str, *, is_audience: bool) -> list[str]:
    """What the empty cells of a grid say, a sentence for each of its rows that has any. about: the word before a group."""
    sentences = []
    for group in groups:
        trained = [state for state in states if (coverage.of(state.code, group) if is_audience else coverage.of(state.code, None, group))]
        missing = [gettext(state.name) for state in states if state not in trained]
        label = gettext(group)
        words = f"{gettext(about)} {label if label[:2].isupper() else label[:1].lower() + label[1:]}"
        if not trained:
            sentences.append(gettext("No training {about} was found in any member state.", about=words))
        elif len(missing) > len(trained):
            names = listed([gettext(state.name) for state in trained])
            sentences.append(
                gettext(
                    "Trainings {about} were found in {number} of {total} member states only: {states}.",
                    about=words,
                    number=len(trained),
                    total=len(states),
                    states=names,
                )
            )
        elif missing:
            sentences.append(gettext("No training {about} was found in {states}.", about=words, states=listed(missing)))
    return sentences


def _by_state(
    grid_id: str, title: str, groups: tuple[str, ...], states: list[State], coverage: Coverage, *, is_audience: bool
) -> dict[str, Any]:
    rows = []
    for group in groups:
        numbers = [len(coverage.of(state.code, group, None) if is_audience else coverage.of(state.code, None, group)) for state in states]
        cells = [_cell(number, f"{address_of(state)}#{_anchor(group)}", state.name) for number, state in zip(numbers, states, strict=True)]
        rows.append({"label": group, "terms": _terms(AUDIENCES if is_audience else TOPICS, group), "cells": cells})
    file = grid_table(title, "Audience" if is_audience else "Topic", [state.name for state in states], rows)
    return {"id": grid_id, "title": title, "rows": rows, "file": file}


def _cell(number: int, to: str, label: str) -> dict[str, Any]:
    return {"number": number, "to": to if number else None, "label": label, "step": step_of(number), "now": None}


def _anchor(group: str) -> str:
    return "".join(letter if letter.isalnum() else "-" for letter in group.lower()).strip("-")


def _terms(terms: TermList, group: str) -> str:
    return ", ".join(gettext(term.label) for term in terms if term.group == group)


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
        "file": grid_table(f"{state.name}: audiences by topics", "Audience", TOPIC_GROUPS, rows),
        "columns": TOPIC_GROUPS,
        "rows": rows,
        "steps": STEPS,
        "audiences": [_audience(state, audience, coverage) for audience in AUDIENCE_GROUPS if coverage.of(state.code, audience)],
        "topics": [_topic(state, topic, coverage) for topic in TOPIC_GROUPS if coverage.of(state.code, None, topic)],
    }  # fmt: skip


def _audience(state: State, audience: str, coverage: Coverage, *, is_whole: bool = False) -> dict[str, Any]:
    """The trainings of a state for one group of audiences, topic by topic. is_whole: whether all of them, however many they are."""
    cells = {topic: cell for topic in TOPIC_GROUPS if (cell := coverage.cell(audience, topic, state.code))}
    number = len({training.key for cell in cells.values() for training in cell})
    is_brief = number > MOST and not is_whole
    return {
        "number": number,
        "counted": records_counted(number, Training.collection),
        "id": _anchor(audience),
        "title": audience,
        "terms": _terms(AUDIENCES, audience),
        "parts": [
            _part(topic, f"{_anchor(audience)}--{_anchor(topic)}", cell, address_of(state, audience), is_brief=is_brief)
            for topic, cell in cells.items()
        ],
    }


def _topic(state: State, topic: str, coverage: Coverage, *, is_whole: bool = False) -> dict[str, Any]:
    """The trainings of a state for one group of topics, whoever they were for."""
    trainings = coverage.of(state.code, None, topic)
    return _part(topic, _anchor(topic), trainings, address_of(state, topic), is_brief=len(trainings) > MOST and not is_whole)


def _part(title: str, anchor: str, trainings: tuple[Training, ...], whole: str, *, is_brief: bool) -> dict[str, Any]:
    """Trainings below a heading. whole: the page that has all of them where only the newest are to be here."""
    some = trainings[:NEWEST] if is_brief else trainings
    more = (
        Bit(f"All {records_counted(len(trainings), Training.collection)}", to=f"{whole}#{anchor}") if len(some) < len(trainings) else None
    )
    return {"id": anchor, "title": title, "items": tuple(record_item(training) for training in some), "more": more}


def pages(state: State, coverage: Coverage, templates: Templates) -> Iterator[Page]:
    """The page of a state, and those of the audiences and topics of which it shows the newest trainings alone."""
    address, title = address_of(state), f"Coverage: {state.name}"
    html = templates.render("pages/coverage/state.html", address, **state_context(state, coverage))
    described = f"Who was trained in what in {state.name}, and where no training was found."
    yield Page(address, title, described, html, "coverage/", states=(state.address,))
    for audience in AUDIENCE_GROUPS:
        whole = _audience(state, audience, coverage, is_whole=True)
        if whole["number"] > MOST:
            yield _group_page(state, audience, whole["parts"], whole["counted"], templates)
    for topic in TOPIC_GROUPS:
        number = len(coverage.of(state.code, None, topic))
        if number > MOST:
            part = _topic(state, topic, coverage, is_whole=True)
            yield _group_page(state, topic, [part], records_counted(number, Training.collection), templates)


def _group_page(state: State, group: str, parts: Sequence[Mapping[str, Any]], number: str, templates: Templates) -> Page:
    """All trainings of a state for a group of audiences, or on a group of topics. number: how many, in words."""
    address, lead = address_of(state, group), f"{capital(number)} with {state.name}."
    crumbs = (("Home", ""), ("Coverage", "coverage/"), (state.name, address_of(state)), (group, None))
    head = Head(f"Coverage: {state.name}, {group}", lead, crumbs=crumbs)
    html = templates.render("pages/coverage/group.html", address, head=head, groups=parts)
    return Page(address, head.title, lead, html, "coverage/", is_indexed=False, states=(state.address,))
