"""Topics as pages: everything that is about a topic, whatever collection holds it."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from clearinghouse.catalogue.catalogue import Catalogue, newest_first
from clearinghouse.publications.channels import channels
from clearinghouse.publications.collections.species import sections_about
from clearinghouse.publications.feeds.following import following
from clearinghouse.publications.html.parts import Bit, Head, Item, Notice, Section
from clearinghouse.publications.html.templates import Templates
from clearinghouse.publications.narrowed import list_under
from clearinghouse.publications.page import Page
from clearinghouse.publications.search.traits import of_prose
from clearinghouse.publications.site import Site
from clearinghouse.publications.words import records_counted
from clearinghouse.records.collection import COLLECTIONS
from clearinghouse.records.collections.record import Record
from clearinghouse.vocabulary.terms import Term
from clearinghouse.vocabulary.topics import TOPICS

ADDRESS = "topics/"
SECTION = "library/"
MOST_RECORDS = 12
"""So many of a collection are shown where its list holds them all."""
_LEAD = "What trainings, workshops and programmes are about; each topic has a page with everything on it."


def pages(catalogue: Catalogue, site: Site, templates: Templates) -> Iterator[Page]:
    """The list of all topics, and a page for each."""
    by_topic = _by_topic(catalogue)
    groups: dict[str, list[Item]] = defaultdict(list)
    for term in TOPICS:
        groups[term.group].append(Item((Bit(term.label, to=f"{ADDRESS}{term.id}/"),), (Bit(f"{_tally(by_topic[term.id])}."),)))
    sections = tuple(
        Section(f"group-{number}", title, tuple(items), drawing=drawing_of(title))
        for number, (title, items) in enumerate(groups.items(), 1)
    )
    yield _page(ADDRESS, Head("Topics", _LEAD, crumbs=(("Home", ""), ("Topics", None))), sections, templates)
    follow = channels(catalogue)
    for term in TOPICS:
        head = Head(
            term.label,
            f"Everything on this site about {_in_a_sentence(term)}: {_tally(by_topic[term.id])}.",
            actions=following(follow[f"{ADDRESS}{term.id}"], site),
            crumbs=(("Home", ""), ("Topics", ADDRESS), (term.label, None)),
            drawing=drawing_of(term.group),
        )
        yield _page(f"{ADDRESS}{term.id}/", head, _sections(term, by_topic[term.id]), templates)


def drawing_of(group: str) -> str:
    """The name of the drawing of a group of topics: `law-and-courts`."""
    return group.lower().replace(" ", "-")


def _by_topic(catalogue: Catalogue) -> dict[str, Sequence[Record]]:
    by_topic: dict[str, list[Record]] = {term.id: [] for term in TOPICS}
    for record in catalogue.records:
        for topic in dict.fromkeys(getattr(record, "topics", ())):
            by_topic[topic].append(record)
    return {topic: newest_first(records) for topic, records in by_topic.items()}


def _in_a_sentence(term: Term) -> str:
    """`evidence`, but `CITES` and `DNA` as they are."""
    first, _, rest = term.label.partition(" ")
    return term.label if first.isupper() else f"{first.lower()} {rest}".strip()


def _tally(records: Sequence[Record]) -> str:
    """`3 trainings, 1 workshop`, or that there is nothing."""
    numbers = {name: sum(record.collection == name for record in records) for name in COLLECTIONS}
    return ", ".join(records_counted(number, name) for name, number in numbers.items() if number) or "no record yet"


def _sections(term: Term, records: Sequence[Record]) -> tuple[Section, ...]:
    """Of each collection the newest, with the way to the others."""
    if not records:
        return (Section("records", "Records", empty=Notice("No record is on this topic yet.")),)
    sections = []
    for section in sections_about(records):
        name = section.id.removeprefix("in-")
        rest = len(section.items) - MOST_RECORDS
        more = ((Bit(f"All {records_counted(len(section.items), name)}", to=list_under(name, "topics", term.id)),),) if rest > 0 else ()
        sections.append(replace(section, items=section.items[:MOST_RECORDS], paragraphs=more))
    return tuple(sections)


def _page(address: str, head: Head, sections: tuple[Section, ...], templates: Templates) -> Page:
    traits = of_prose(address, "")
    html = templates.render("pages/series.html", address, head=head, sections=sections, traits=traits)
    return Page(address, head.title, head.lead, html, SECTION, traits=traits)
