"""Forms: what the page on which records are added asks for, laid out in sections; what needs no script stands there already."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from clearinghouse.catalogue.catalogue import Catalogue
from clearinghouse.publications.forms.links import FORMS
from clearinghouse.publications.html.prose import parted
from clearinghouse.publications.site import Site
from clearinghouse.publications.words import capital
from clearinghouse.records.written.field import BY_LANGUAGE, GROUP, TODAY, Field
from clearinghouse.records.written.fields import FIELDS
from clearinghouse.vocabulary.audiences import AUDIENCES
from clearinghouse.vocabulary.bodies import BODIES
from clearinghouse.vocabulary.states import MEMBER_STATES
from clearinghouse.vocabulary.terms import TermList
from clearinghouse.vocabulary.topics import TOPICS

Choices = tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
"""Headings, each with (value, what it is called)."""
_AREAS = ("paragraph", "wording", "body")
_TERMS: Mapping[str, TermList] = {"audience": AUDIENCES, "topic": TOPICS, "body_of": BODIES}
FEW = 11
"""So many choices stand open; more are folded away."""


@dataclass(frozen=True)
class Control:
    """A field as it is asked for. style: line, area, choice, choices, lines, languages, group or groups (of a group or
    a list of them, by `parts` and, folded away, `more`); others: whether there are more choices than stand
    there; appends: whether only new members are asked for, since the old ones stay as they are."""

    field: Field
    style: str
    choices: Choices = ()
    others: bool = False
    parts: tuple["Control", ...] = ()
    more: tuple["Control", ...] = ()
    appends: bool = False

    @property
    def label(self) -> str:
        """What it is called, with a capital."""
        return capital(self.field.label)

    @property
    def default(self) -> str:
        """What stands there from the beginning; the day on which a record is written is put in by the script."""
        return "" if self.field.default == TODAY else self.field.default

    @property
    def is_dated(self) -> bool:
        """Whether the day on which a record is written stands there from the beginning."""
        return self.field.default == TODAY

    @property
    def is_folded(self) -> bool:
        """Whether its choices are too many to stand open."""
        return sum(len(values) for _, values in self.choices) > FEW


@dataclass(frozen=True)
class FormSection:
    """A heading with its controls; `more` is folded away."""

    id: str
    title: str
    told: str
    controls: tuple[Control, ...]
    more: tuple[Control, ...]


@dataclass(frozen=True)
class Form:
    """A form. noun: what it makes, as in `a training`; told: what that is."""

    collection: str
    noun: str
    told: str
    sections: tuple[FormSection, ...]


@dataclass(frozen=True)
class _Plan:
    """Where the fields of a section stand: keys, and those that are folded away."""

    title: str
    told: str
    keys: tuple[str, ...]
    more: tuple[str, ...] = field(default=())


_SOURCES = _Plan(
    "Where it is told",
    "The page that tells of it. Without a source nothing is published.",
    ("sources", "confidence"),
    ("published", "verified"),
)
_SERVES = _Plan("What it serves", "Activities of the plans. Leave it empty if you are not sure.", ("serves",))
_EVENT = (
    _Plan("What it is", "What is not marked as needed can wait.", ("title", "kind", "status", "summary"), ("title_local", "body", "note")),
    _Plan(
        "When and where",
        "As precise as the source: a day, a month or a year.",
        ("starts", "ends", "place", "host"),
        ("undated", "time", "mode", "region"),
    ),
    _Plan(
        "For whom, about what",
        "Lists, filters and statistics need the same words everywhere.",
        ("audience", "topics"),
        ("audience_note", "topics_note", "countries", "languages"),
    ),
    _Plan(
        "Who holds it",
        "Offices and organisations, never persons.",
        ("organisers",),
        ("partners", "body_of", "number", "chair", "vice_chair"),
    ),
    _Plan("How to take part", "", (), ("registration", "seats", "participants", "participants_note")),
    _SERVES,
    _SOURCES,
)
_PLANS: Mapping[str, tuple[_Plan, ...]] = {
    "trainings": _EVENT,
    "workshops": _EVENT,
    "documents": (
        _Plan(
            "What it is",
            "What is not marked as needed can wait.",
            ("title", "kind", "publisher", "url", "summary"),
            ("title_local", "body", "note", "series"),
        ),
        _Plan("When it appeared", "The year is enough; the date is better.", ("year", "date"), ("undated",)),
        _Plan("Whom it concerns", "", ("countries",), ("languages",)),
        _SERVES,
        _SOURCES,
    ),
    "legislation": (
        _Plan("Which state", "Each member state has one file, to which you add.", ("country",)),
        _Plan("What is new", "One of the three is enough.", ("laws", "assessments", "next_steps")),
        _Plan(
            "The state as a whole",
            "Only where what is new changes it.",
            (),
            ("summary", "note", "title", "title_local", "body", "serves", "sources", "confidence", "published", "verified"),
        ),
    ),
}
_FIRST: Mapping[str, tuple[str, ...]] = {
    "laws": ("title", "number", "adopted", "adopted_as", "kind", "status", "url", "source"),
    "assessments": ("as_of", "category", "document", "how", "source"),
    "next_steps": ("what", "due", "lead", "source"),
}
"""Of groups with many parts, those that are not folded away."""
APPENDED = tuple(_FIRST)
UNASKED: Mapping[str, tuple[str, ...]] = {
    "legislation": ("asean_member_since", "asean_source", "cites", "requirements", "compliance"),
}
"""Keys for which the form does not ask; in a record that is edited they stay as they are."""
SCRIPTS = (
    "../contribute/schema.js", "../contribute/known.js", "rules.js", "record-check.js", "yaml-text.js", "record-names.js",
    "record-changes.js", "form-fields.js", "form-problems.js", "form-telling.js", "form-ways.js", "form.js",
)  # fmt: skip
"""The form's scripts in the order in which they run, from the place of the one that loads them."""
_NOUNS: Mapping[str, tuple[str, str]] = {
    "trainings": ("a training", "A course, a training of trainers, e-learning or a study visit: announced, moved or held."),
    "workshops": ("a workshop or meeting", "A workshop, seminar, conference, campaign or a meeting of a body."),
    "documents": ("a document", "A plan, handbook, report or statement that others can use."),
    "legislation": ("a change of law", "A new law, an assessment, or what a member state plans next."),
}


def context(catalogue: Catalogue, site: Site, prose: str) -> Mapping[str, Any]:
    """What the page lays out: the prose in its parts, and a form for each collection that has one."""
    head, sections = parted(prose)
    return {
        "head": head,
        "sections": sections,
        "forms": [form(collection, catalogue) for collection in FORMS],
        "networks": [(network.id, network.title) for network in catalogue.networks],
        "site": site,
        "scripts": SCRIPTS,
    }


def form(collection: str, catalogue: Catalogue) -> Form:
    """The form of a collection. A key that no section names stands at the end of the last."""
    unasked = UNASKED.get(collection, ())
    controls = {each.field.key: each for each in _controls(FIELDS[collection], catalogue) if each.field.key not in unasked}
    plans = _PLANS[collection]
    placed = {key for plan in plans for key in (*plan.keys, *plan.more)}
    left = tuple(key for key in controls if key not in placed)
    sections = []
    for number, plan in enumerate(plans, start=1):
        more = (*plan.more, *(left if number == len(plans) else ()))
        shown = tuple(controls[key] for key in plan.keys if key in controls)
        folded = tuple(controls[key] for key in more if key in controls)
        sections.append(FormSection(f"{collection}-{number}", plan.title, plan.told, shown, folded))
    noun, told = _NOUNS[collection]
    return Form(collection, noun, told, tuple(sections))


def _controls(fields: Iterable[Field], catalogue: Catalogue) -> Iterator[Control]:
    for each in fields:
        if each.later:
            continue
        if each.type == GROUP:
            parts = {part.field.key: part for part in _controls(each.parts, catalogue)}
            first = _FIRST.get(each.key, tuple(parts))
            shown, more = (tuple(part for key, part in parts.items() if (key in first) is wanted) for wanted in (True, False))
            yield Control(each, "groups" if each.many else "group", parts=shown, more=more, appends=each.key in APPENDED)
        elif each.type == BY_LANGUAGE:
            yield Control(each, "languages", _flat(Field("", "", "", type="language")))
        else:
            yield _control(each, catalogue)


def _control(each: Field, catalogue: Catalogue) -> Control:
    if each.type == "activity" and catalogue.activities:
        return Control(each, "choices", _activities(catalogue))
    if each.many and each.type == "state":
        return Control(each, "choices", (("", _members()),), others=True)
    if each.many:
        return Control(each, "choices", _choices(each)) if each.choices else Control(each, "lines")
    if each.type == "zone":
        return Control(each, "line")
    if each.type == "state":
        # The other states, two hundred and more, are put in by the script, which has them anyway.
        return Control(each, "choice", (("Member states", _members()),), others=each.key != "country")
    if each.choices:
        return Control(each, "choice", _choices(each))
    return Control(each, "area" if each.type in _AREAS else "line")


def _members() -> tuple[tuple[str, str], ...]:
    return tuple((code, state.name) for code, state in MEMBER_STATES.items())


def _choices(each: Field) -> Choices:
    terms = _TERMS.get(each.type)
    if terms is None:
        return _flat(each)
    headings = dict.fromkeys(term.group for term in terms)
    return tuple((heading, tuple((term.id, term.label) for term in terms if term.group == heading)) for heading in headings)


def _flat(each: Field) -> Choices:
    return (("", tuple(each.choices.items())),)


def _activities(catalogue: Catalogue) -> Choices:
    return tuple(
        (plan.label, tuple((each.id, f"{each.number} {each.label}") for each in catalogue.activities_of(plan))) for plan in catalogue.plans
    )
