"""Forms: what the page on which records are added asks for, laid out in sections; what needs no script stands there already."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from clearinghouse.catalogue.catalogue import Catalogue
from clearinghouse.publications.collections.presentation import FormLayout
from clearinghouse.publications.form_links import FORMS
from clearinghouse.publications.html.prose import parted
from clearinghouse.publications.presentations import PRESENTATIONS
from clearinghouse.publications.site import Site
from clearinghouse.publications.translation.parts import in_language
from clearinghouse.publications.words import capital
from clearinghouse.records.collection import COLLECTIONS
from clearinghouse.records.collections.activity import Activity
from clearinghouse.records.collections.document import Document
from clearinghouse.records.collections.network import Network
from clearinghouse.records.collections.record import Record
from clearinghouse.records.collections.trade.figure import Figure
from clearinghouse.records.keys.key import BY_LANGUAGE, GROUP, TODAY, Key
from clearinghouse.records.written.keys import keys_in
from clearinghouse.vocabulary.audiences import AUDIENCES
from clearinghouse.vocabulary.bodies import BODIES
from clearinghouse.vocabulary.source_kinds import SOURCE_KINDS
from clearinghouse.vocabulary.states import MEMBER_STATES
from clearinghouse.vocabulary.terms import TermList
from clearinghouse.vocabulary.topics import TOPICS

Choices = tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
"""Headings, each with (value, what it is called)."""
_TERMS: Mapping[str, TermList] = {"audience": AUDIENCES, "topic": TOPICS, "body_of": BODIES, "source_kind": SOURCE_KINDS}
FEW = 11
"""So many choices stand open; more are folded away."""
MOST_IN_A_SELECT = 12
"""So many choices are offered in a select; more are searched by typing."""
_NETWORKS = ("organisers", "partners", "member_of")
"""Keys whose values may be ids of networks."""
_RECORDS: Mapping[str, type[Record]] = {"documents": Document, "document": Document, "figures": Figure}
"""Keys whose values are records of this site, which people choose by their titles, if they refer to one."""


@dataclass(frozen=True)
class Control:
    """A key as it is asked for. style: line, area, date, choice, choices, lines, languages, group or groups (of a group or
    a list of them, by `parts` and, folded away, `more`); options: what can be chosen, in the language of
    the page; others: whether there are more choices than stand
    there; appends: whether only new members are asked for, since the old ones stay as they are."""

    key: Key
    style: str
    options: Choices = ()
    others: bool = False
    parts: tuple["Control", ...] = ()
    more: tuple["Control", ...] = ()
    appends: bool = False

    @property
    def label(self) -> str:
        """What it is called, with a capital."""
        return capital(self.key.label)

    @property
    def help(self) -> str:
        """What belongs there, as it is said where one chooses from lists; nothing where that is what it is called already."""
        said = self.key.in_form or self.key.help
        return "" if said.rstrip(".").casefold() == self.key.label.casefold() else said

    @property
    def example(self) -> str:
        """A value that is right, where one types: a list shows by itself what there is, and nobody types Markdown."""
        is_typed = self.style in ("line", "area", "lines") and not self.among and self.key.type != "body"
        return self.key.example.split("; ")[0] if is_typed else ""

    @property
    def names(self) -> Mapping[str, str]:
        """What the options are called, by their values."""
        return {value: name for _, options in self.options for value, name in options}

    @property
    def default(self) -> str:
        """What stands there from the beginning; the day on which a record is written is put in by the script."""
        return "" if self.key.offered == TODAY else self.key.offered

    @property
    def is_dated(self) -> bool:
        """Whether the day on which a record is written stands there from the beginning."""
        return self.key.offered == TODAY

    @property
    def among(self) -> str:
        """The name of the list that is searched by typing; empty where nothing is."""
        if self.options and self.key.name in _RECORDS:
            return _RECORDS[self.key.name].collection
        if self.style == "lines":
            return Network.collection if self.key.name in _NETWORKS else ""
        if self.style == "languages":
            return "languages"
        if self.style == "choices":
            return "other_states" if self.others else ""
        is_long = self.others or sum(len(values) for _, values in self.options) > MOST_IN_A_SELECT
        if self.key.type == "zone" or (self.style == "choice" and is_long):
            return self.key.list_name or f"words-of-{self.key.name}"
        return ""

    @property
    def chosen(self) -> str:
        """What its default is called."""
        return next((name for _, values in self.options for value, name in values if value == self.default), self.default)

    @property
    def is_folded(self) -> bool:
        """Whether its options are too many to stand open."""
        return sum(len(values) for _, values in self.options) > FEW


@dataclass(frozen=True)
class FormSection:
    """A heading with its controls; `more` is folded away; early, only: see `FormPart`."""

    id: str
    title: str
    about: str
    controls: tuple[Control, ...]
    more: tuple[Control, ...]
    early: tuple[str, ...]
    only: tuple[str, ...]


@dataclass(frozen=True)
class Form:
    """A form. noun: what it makes, as in `a training`; about: what that is; is_event: whether that takes place on a day; requests,
    decisive: see `FormLayout`."""

    collection: str
    noun: str
    about: str
    sections: tuple[FormSection, ...]
    is_event: bool
    requests: Mapping[str, tuple[str, ...]]
    decisive: str

    @property
    def lists(self) -> Mapping[str, Choices]:
        """What the page offers of each list that is searched by typing; what is in no control's options the script knows."""
        controls = (control for section in self.sections for control in _all_of((*section.controls, *section.more)))
        return {control.among: control.options for control in controls if control.among and control.options and control.style != "choices"}


@dataclass(frozen=True)
class Entry:
    """A form as the page lists it."""

    collection: str
    noun: str
    about: str


def context(site: Site, prose: str) -> Mapping[str, Any]:
    """What the page lays out: the prose in its parts, and what forms there are."""
    head, sections = parted(prose)
    layouts = [(collection, layout) for collection in FORMS if (layout := PRESENTATIONS[collection].form)]
    return {
        "head": head,
        "sections": sections,
        "forms": [Entry(collection, layout.noun, layout.about) for collection, layout in layouts],
        "site": site,
    }


def form(collection: str, catalogue: Catalogue) -> Form:
    """The form of a collection that has one. A key that no section names stands at the end of the last."""
    layout = PRESENTATIONS[collection].form
    assert layout
    keys = [key for key in keys_in(collection) if key.name not in layout.unasked]
    controls = {control.key.name: control for control in _controls(keys, layout, catalogue)}
    placed = {name for part in layout.parts for name in (*part.keys, *part.more)}
    left = tuple(name for name in controls if name not in placed)
    sections = []
    for number, part in enumerate(layout.parts, start=1):
        more = (*part.more, *(left if number == len(layout.parts) else ()))
        first, folded = (tuple(controls[name] for name in names if name in controls) for names in (part.keys, more))
        sections.append(FormSection(f"{collection}-{number}", part.title, part.about, first, folded, part.early, part.only))
    return Form(collection, layout.noun, layout.about, tuple(sections), COLLECTIONS[collection].is_event, layout.requests, layout.decisive)


def _all_of(controls: Iterable[Control]) -> Iterator[Control]:
    for control in controls:
        yield control
        yield from _all_of((*control.parts, *control.more))


def _controls(keys: Iterable[Key], layout: FormLayout, catalogue: Catalogue) -> Iterator[Control]:
    for key in keys:
        if key.later:
            continue
        if key.name in layout.open:
            yield _control(replace(key, offered=""), layout, catalogue)
        elif key.type == GROUP:
            parts = tuple(_controls(key.parts, layout, catalogue))
            names = layout.appended.get(key.name, tuple(part.key.name for part in parts))
            first, more = (tuple(part for part in parts if (part.key.name in names) is wanted) for wanted in (True, False))
            yield Control(key, "groups" if key.many else "group", parts=first, more=more, appends=key.name in layout.appended)
        elif key.type == BY_LANGUAGE:
            yield Control(key, "languages", _flat(Key("", "", type="language"), {}))
        else:
            yield _control(key, layout, catalogue)


def _control(key: Key, layout: FormLayout, catalogue: Catalogue) -> Control:
    if key.type == "activity" and catalogue.activities:
        return Control(key, "choices", _activities(catalogue))
    if key.type == "species" and catalogue.species:
        return Control(key, "choices", _species(catalogue))
    if key.many and key.type == "state":
        return Control(key, "choices", (("", _members()),), others=True)
    if key.name in _RECORDS and key.type in ("reference", "id"):
        return Control(key, "lines" if key.many else "line", _records(key, catalogue))
    names = layout.names.get(key.name, {})
    if key.many:
        return Control(key, "choices", _choices(key, names)) if key.choices else Control(key, "lines")
    if key.type == "zone":
        return Control(key, "line")
    if key.type == "state":
        # The other states, two hundred and more, the script knows.
        return Control(key, "choice", ((in_language("Member states"), _members()),), others=key.name != "country")
    if key.type in ("date", "day"):
        return Control(key, "date")
    if key.choices:
        return Control(key, "choice", _choices(key, names))
    return Control(key, "area" if key.is_long else "line")


def _members() -> tuple[tuple[str, str], ...]:
    return tuple((code, in_language(state.name)) for code, state in MEMBER_STATES.items())


def _choices(key: Key, names: Mapping[str, str]) -> Choices:
    terms = _TERMS.get(key.type)
    if terms is None:
        return _flat(key, names)
    headings: dict[str, list[tuple[str, str]]] = {}
    for term in terms:
        headings.setdefault(in_language(term.group), []).append((term.id, capital(in_language(term.label))))
    return tuple((heading, tuple(options)) for heading, options in headings.items())


def _flat(key: Key, names: Mapping[str, str]) -> Choices:
    return (("", tuple((value, capital(in_language(names.get(value, name)))) for value, name in key.choices.items())),)


def _activities(catalogue: Catalogue) -> Choices:
    return tuple((plan.label, tuple(map(_numbered, catalogue.activities_of(plan)))) for plan in catalogue.plans)


def _records(key: Key, catalogue: Catalogue) -> Choices:
    records = catalogue.by_collection[_RECORDS[key.name].collection].values()
    named = ((record.key if key.type == "reference" else record.id, record.title) for record in records if isinstance(record, Record))
    return (("", tuple(sorted(named, key=lambda choice: choice[1].casefold()))),)


def _species(catalogue: Catalogue) -> Choices:
    kinds = dict.fromkeys(species.kind for species in catalogue.species)
    return tuple((capital(kind), tuple((one.id, one.title) for one in catalogue.species if one.kind == kind)) for kind in kinds)


def _numbered(activity: Activity) -> tuple[str, str]:
    return activity.id, f"{activity.number} {activity.label}"
