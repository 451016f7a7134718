"""Common gaps as a page (activity 5.2.1 of the Plan of Action): which requirements are met in how many states, and what may help."""

from collections.abc import Iterator, Mapping

from clearinghouse.catalogue.catalogue import Catalogue, newest_first
from clearinghouse.publications.collections.law.requirements import ADDRESS as REQUIREMENTS
from clearinghouse.publications.collections.law.requirements import GAPS, LABELS, is_unread
from clearinghouse.publications.collections.view import record_item
from clearinghouse.publications.html.parts import Bit, Head, Item, Line, Notice, Section
from clearinghouse.publications.html.templates import Templates
from clearinghouse.publications.page import Page
from clearinghouse.publications.pages.laws.overview import official_notice
from clearinghouse.publications.search.traits import of_prose
from clearinghouse.publications.words import counted, listed, plural_of
from clearinghouse.records.collection import COLLECTIONS
from clearinghouse.records.collections.parts.requirement import Requirement, Requirements
from clearinghouse.records.collections.record import Record
from clearinghouse.vocabulary.states import MEMBER_STATES
from clearinghouse.vocabulary.topics import TOPICS

TITLE = "Common gaps, and what may help"
_LEAD = "Which of the four minimum requirements are documented in how many member states, and the records here that deal with each."
MOST_RECORDS = 5
_TOPICS: Mapping[str, tuple[str, ...]] = {
    "authorities": ("cites",),
    "prohibition": ("cites", "wildlife-law"),
    "penalties": ("law-reform", "prosecution", "courts"),
    "confiscation": ("search-and-seizure", "evidence"),
}
"""The topics under which help with each requirement is found."""
_ASKED = {
    "authorities": "The designation of authorities",
    "prohibition": "A prohibition of trade in breach of the Convention",
    "penalties": "Penalties for such trade",
    "confiscation": "Confiscation",
}


def pages(catalogue: Catalogue, templates: Templates) -> Iterator[Page]:
    """The page, where there is legislation at all."""
    if not catalogue.legislation:
        return
    head = Head(TITLE, _LEAD, crumbs=(("Home", ""), ("Legislation", "legislation/"), (TITLE, None)))
    traits = of_prose(GAPS, "")
    sections = (_summary(catalogue), *(_section(name, catalogue) for name in LABELS), *_activities(catalogue))
    html = templates.render("pages/series.html", GAPS, head=head, sections=sections, notices=official_notice(catalogue), traits=traits)
    yield Page(GAPS, TITLE, _LEAD, html, "legislation/", traits=traits)


def sentences(name: str, catalogue: Catalogue) -> tuple[str, ...]:
    """What the matrix says of a requirement, in sentences: every state is in one of them."""
    by_met: dict[str, list[str]] = {}
    unread = []
    for code, state in MEMBER_STATES.items():
        requirement = _of(code, name, catalogue)
        by_met.setdefault(requirement.met, []).append(state.name)
        if is_unread(requirement):
            unread.append(state.name)
    total, asked = len(MEMBER_STATES), _ASKED[name]
    verb = "are" if name == "penalties" else "is"
    words = [f"{asked} {verb} documented for {len(by_met.get('yes', ()))} of {total} states."]
    words += [f"In part: {listed(by_met['partly'])}."] if "partly" in by_met else []
    words += [f"Not there, as sources say: {listed(by_met['no'])}."] if "no" in by_met else []
    words += [f"Not documented for {len(by_met['unknown'])} of {total} states: {listed(by_met['unknown'])}."] if "unknown" in by_met else []
    words += [f"No article was read for {listed(unread)}."] if unread else []
    return tuple(words)


def _of(code: str, name: str, catalogue: Catalogue) -> Requirement:
    record = catalogue.legislation_of(code)
    return (record.requirements if record else Requirements()).by_name[name]


def _summary(catalogue: Catalogue) -> Section:
    """The whole picture in a sentence for each requirement, with the way to all cells."""
    said = {name: sentences(name, catalogue) for name in LABELS}
    short = {name: " ".join(text for place, text in enumerate(said[name]) if not place or text.startswith("Not ")) for name in LABELS}
    items = tuple(Item((Bit(LABELS[name]),), (Bit(short[name]),)) for name in LABELS)
    more: Line = (Bit("Every state and requirement, with articles and sources: "), Bit("requirements side by side", to=REQUIREMENTS))
    return Section("summary", "In short", items, paragraphs=(more,))


def _section(name: str, catalogue: Catalogue) -> Section:
    """A requirement: what is known, and what deals with it."""
    paragraphs: list[Line] = [(Bit(" ".join(sentences(name, catalogue))),)]
    terms = [TOPICS[topic] for topic in _TOPICS[name]]
    topics = [Bit(term.label, to=f"topics/{term.id}/") for term in terms]
    line: list[Bit] = [Bit("Everything on: ")]
    for place, bit in enumerate(topics):
        line += [Bit(", ")] if place else []
        line.append(bit)
    paragraphs.append(tuple(line))
    items = tuple(_help(name, catalogue))
    empty = None if items else Notice("Nothing here deals with it yet.")
    return Section(name, LABELS[name], items, tuple(paragraphs), empty=empty)


def _help(name: str, catalogue: Catalogue) -> Iterator[Item]:
    """The newest records of each collection on its topics, and what all of them come to."""
    wanted = set(_TOPICS[name])
    on_it: dict[str, list[Record]] = {}
    for record in newest_first(catalogue.records):
        if record.withdrawn is None and wanted & set(getattr(record, "topics", ())):
            on_it.setdefault(record.collection, []).append(record)
    for collection in COLLECTIONS:
        records = on_it.get(collection, [])
        for record in records[:MOST_RECORDS]:
            yield record_item(record)
        if len(records) > MOST_RECORDS:
            yield Item(
                (Bit(f"{counted(len(records) - MOST_RECORDS, 'more record')}"),),
                (Bit(f"of {plural_of(collection).lower()}, under the topics above."),),
            )


def _activities(catalogue: Catalogue) -> tuple[Section, ...]:
    """The activities of the plans that the files on legislation serve: what the states agreed to do about gaps."""
    served = dict.fromkeys(key for record in catalogue.legislation for key in record.serves)
    items = []
    for key in served:
        activity, plan = catalogue.activity(key), catalogue.plan(key.partition("/")[0])
        if activity and plan:
            items.append(Item((Bit(f"{plan.label}, activity {activity.number}", to=activity.address),), (Bit(f"{activity.label}."),)))
    return (Section("planned", "What the plans say", tuple(items)),) if items else ()
