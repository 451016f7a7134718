"""Legislation as a page: the tile map, the table and what was said when."""

from collections.abc import Mapping
from typing import Any

from clearinghouse.catalogue.catalogue import Catalogue
from clearinghouse.publications.collections.law.penalties import ADDRESS as PENALTIES
from clearinghouse.publications.collections.law.requirements import ADDRESS as REQUIREMENTS
from clearinghouse.publications.collections.law.requirements import GAPS, LABELS
from clearinghouse.publications.collections.law.status import category_words, party_words, status_badge, status_words
from clearinghouse.publications.collections.legislation import compliance_moment, statement_item
from clearinghouse.publications.collections.view import Setting, confidence_badge, source_item
from clearinghouse.publications.html.facts import fact, facts
from clearinghouse.publications.html.parts import Action, Bit, Cell, Column, Fact, Moment, Notice, Section, Table
from clearinghouse.publications.translation.texts import gettext, ngettext
from clearinghouse.publications.words import capital, counted, date_words, listed, on_words, sentence, short_date_words
from clearinghouse.records.collections.legislation import Assessment, LegislationStatus
from clearinghouse.records.keys.dates import PartialDate
from clearinghouse.vocabulary.states import MEMBER_STATES

MOST_ASSESSMENT_DATES = 3
_TILES = {"1": "one", "2": "not", "3": "not", "not-1": "not"}
COMPARISONS = (
    Action("Requirements side by side", to=REQUIREMENTS),
    Action("Penalties side by side", to=PENALTIES),
    Action("Common gaps, and what may help", to=GAPS),
)
"""The ways to what compares all states."""
_OPEN = "open"
"""The pattern of a state's tile by its category; all others are open."""
_MEANINGS = {
    "one": ("Category 1", "The law is generally considered to meet all four requirements."),
    "not": ("Not in Category 1", "The law meets some of the requirements or none, or the state is not on the list we checked."),
    _OPEN: ("Not confirmed", "No list we checked covers the state, or it is not confirmed that the state is a Party to CITES."),
}


def tiles(catalogue: Catalogue) -> list[dict[str, Any]]:
    """A tile for each member state, A to Z, with its status as pattern and word."""
    states = []
    for code, state in MEMBER_STATES.items():
        record = catalogue.legislation_of(code)
        status = record.status if record else None
        states.append(
            {
                "code": code, "name": state.name, "row": state.row, "column": state.column,
                "style": _TILES.get(status.category, _OPEN) if status else _OPEN,
                "words": _category_in_one(status),
                "date": short_date_words(status.as_of) if status else "", "to": record.address if record else f"countries/{state.address}/",
            }
        )  # fmt: skip
    return states


def _category_in_one(status: Assessment | None) -> str:
    """The status in the language of the page; a number at its end keeps to the word before it."""
    words, space, last = gettext(category_words(status)).rpartition(" ")
    return f"{words}\u00a0{last}" if last.isdigit() else f"{words}{space}{last}"


def legend(catalogue: Catalogue) -> list[dict[str, str]]:
    """What the patterns mean and how many states have each, also none."""
    styles = [tile["style"] for tile in tiles(catalogue)]
    rows = []
    for style, (label, text) in _MEANINGS.items():
        number = styles.count(style)
        if number:
            rows.append({"style": style, "strong": f"{gettext(label)}: {counted(number, 'state')}.", "text": text})
    return rows


def standing(catalogue: Catalogue) -> str:
    """In one sentence how many states have laws of Category 1, and as of when; empty where no state was assessed."""
    assessed = [record.status for record in catalogue.legislation if record.status]
    best = sorted(status.as_of for status in assessed if status.category == "1")
    if not assessed:
        return ""
    dates = dict.fromkeys(date_words(day) for day in (best[:1] + best[-1:] or [max(status.as_of for status in assessed)]))
    return ngettext(
        "{number} of the {total} member states has laws in Category 1, the best category of the CITES National Legislation Project "
        "(as of {dates}, latest list checked).",
        "{number} of the {total} member states have laws in Category 1, the best category of the CITES National Legislation Project "
        "(as of {dates}, latest list checked).",
        len(best),
        total=len(MEMBER_STATES),
        dates=listed(list(dates)),
    )


def read_when(catalogue: Catalogue) -> str:
    """Which lists the statuses come from, by date."""
    dates = sorted({record.status.as_of for record in catalogue.legislation if record.status})
    days = listed([date_words(day) for day in dates])
    return (
        gettext(
            "Status under the CITES National Legislation Project as of {days} (latest lists checked).",
            days=days,
        )
        if dates
        else "No assessment is listed."
    )


def context(setting: Setting) -> Mapping[str, Any]:
    """What the legislation page lays out below its prose."""
    catalogue = setting.catalogue
    about = catalogue.about_legislation
    sections = [
        Section("table", "State by state", table=_table(catalogue), is_searched=False),
        Section("history", "Assessments over time", timeline=_history(catalogue)),
    ]
    if about:
        notes = sorted(about.compliance, key=lambda note: str(note.as_of or ""), reverse=True)
        sections.append(Section("compliance", "Findings on more than one state", timeline=tuple(compliance_moment(note) for note in notes)))
        sections += _meanings(setting)
    return {
        "tiles": tiles(catalogue),
        "legend": legend(catalogue),
        "notices": official_notice(catalogue),
        "actions": COMPARISONS if catalogue.legislation else (),
        "sections": [section for section in sections if section.table or section.timeline or section.items or section.facts],
    }


def official_notice(catalogue: Catalogue) -> tuple[Notice, ...]:
    """That the official table is elsewhere, and where."""
    about = catalogue.about_legislation
    if not about:
        return ()
    link = Bit(about.official_table.split("://", 1)[-1], href=about.official_table)
    more = Bit("The official table is kept up to date by the CITES Secretariat and may say more: ")
    return (Notice("These are not live data.", (more, link)),)


def _table(catalogue: Catalogue) -> Table:
    # The dates on which most states were assessed become columns; single ones stand in the history.
    dates = [assessment.as_of for record in catalogue.legislation for assessment in record.assessments]
    shared = [day for day in set(dates) if dates.count(day) > 1]
    common = sorted(sorted(shared, key=lambda day: (-dates.count(day), day))[:MOST_ASSESSMENT_DATES])
    columns = (
        Column("State", sorted="ascending"),
        Column("Status"),
        *(Column(_short(day)) for day in common),
        Column("CITES party"),
        Column("Laws listed", is_number=True),
    )
    caption = "Legislation status by member state"
    rows = [_row(catalogue.legislation_of(code), code, common) for code in MEMBER_STATES]
    return Table(caption, columns, tuple(rows))


def _short(day: PartialDate) -> str:
    return date_words(PartialDate(day.year, day.month))


def _row(record: LegislationStatus | None, code: str, common: list[PartialDate]) -> tuple[Cell, ...]:
    name, state = MEMBER_STATES[code].name, MEMBER_STATES[code]
    if not record:
        silent = (Bit("nothing listed", small=True),)
        head = Cell(((Bit(name, code=code), Bit(" "), Bit(name, to=f"countries/{state.address}/")),), is_heading=True)
        return (
            head,
            Cell((silent,)),
            *(Cell((silent,), _short(day)) for day in common),
            Cell((silent,), "CITES party"),
            Cell(((Bit("0"),),), "Laws listed", is_number=True),
        )
    by_day = {assessment.as_of: assessment for assessment in record.assessments}
    return (
        Cell(((Bit(name, code=code), Bit(" "), Bit(record.title, to=record.address)),), is_heading=True),
        Cell((), badges=(status_badge(record.status),)),
        *(Cell(((Bit(status_words(by_day.get(day))),),), _short(day)) for day in common),
        Cell(((Bit(party_words(record.cites)),),), "CITES party"),
        Cell(((Bit(str(len(record.laws))),),), "Laws listed", is_number=True),
    )


def _history(catalogue: Catalogue) -> tuple[Moment, ...]:
    """Assessments of all states, those of one document told together, the newest first."""
    groups: dict[tuple[PartialDate, str, str], list[tuple[LegislationStatus, Any]]] = {}
    for record in catalogue.legislation:
        for assessment in record.assessments:
            groups.setdefault((assessment.as_of, assessment.document, assessment.category), []).append((record, assessment))
    moments = []
    for number, key in enumerate(sorted(groups, key=lambda key: (key[0], key[1], key[2] != "1", key[2]), reverse=True)):
        members = groups[key]
        as_of, document, _ = key
        states = [record.title for record, _ in members]
        first = members[0][1]
        words = status_words(first)
        title = f"{gettext(states[0])}: {gettext(words)}" if len(states) == 1 else f"{capital(words)}: {counted(len(states), 'state')}"
        lines = (
            (Bit(f"{listed(list(map(gettext, states)))}. {sentence(first.how)}"),),
            (Bit(document, small=True), Bit(", ", small=True), Bit(first.source.publisher, href=first.source.url, small=True)),
        )
        low = (confidence_badge("low"),) if first.confidence == "low" else ()
        moments.append(Moment(date_words(as_of), str(as_of), title, lines, low, is_now=number == 0))
    return tuple(moments)


def _meanings(setting: Setting) -> list[Section]:
    about = setting.catalogue.about_legislation
    assert about is not None
    categories: tuple[Fact, ...] = facts(*(fact(meaning.label, capital(meaning.meaning)) for meaning in about.categories))
    four: tuple[Fact, ...] = facts(*(fact(LABELS[meaning.id], capital(meaning.meaning)) for meaning in about.requirements))
    sources = tuple(source_item(source) for source in (about.source_categories, about.source_requirements, about.source_started))
    statements = tuple(statement_item(statement) for statement in about.statements)
    started = (
        Bit(gettext("The National Legislation Project began {when}.", when=on_words(about.project_started))),
        *([Bit(f" {sentence(about.note)}")] if about.note else []),
    )
    return [
        Section("four", "The four requirements", paragraphs=((Bit("Resolution Conf. 8.4", small=True),),), facts=four),
        Section("categories", "The categories", facts=categories),
        Section("parties", "Parties to CITES", items=statements),
        Section("sources", "Sources", paragraphs=(started,), items=sources, is_searched=False),
    ]
