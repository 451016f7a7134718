"""A law as a page: what it is called, its dates, how it stands to others, and what it threatens."""

from collections.abc import Iterator
from dataclasses import replace

from clearinghouse.catalogue.catalogue import Catalogue
from clearinghouse.publications.collections.edits import edits
from clearinghouse.publications.collections.law.claims import low_badges
from clearinghouse.publications.collections.law.laws import RELATION_WORDS, related_bits, standing, status_bit
from clearinghouse.publications.collections.law.penalties import ADDRESS as PENALTIES
from clearinghouse.publications.collections.law.penalties import penalty_item
from clearinghouse.publications.collections.view import View, lead_to, source_item, species_named
from clearinghouse.publications.html.facts import fact, facts, stated
from clearinghouse.publications.html.lines import dated, state_lines, text_bit
from clearinghouse.publications.html.parts import Action, Badge, Bit, Fact, Head, Notice, Section, Tools
from clearinghouse.publications.html.templates import Templates
from clearinghouse.publications.page import Page
from clearinghouse.publications.search.traits import of_law
from clearinghouse.publications.site import Site
from clearinghouse.publications.words import capital, sentence, truncated
from clearinghouse.records.collections.legislation import LegislationStatus
from clearinghouse.records.collections.parts.law import Law
from clearinghouse.vocabulary.writing_systems import language_by_script

LONGEST_DESCRIPTION = 200


def pages(catalogue: Catalogue, site: Site, templates: Templates) -> Iterator[Page]:
    """A page for each law of each state; those of a record that was withdrawn stay as well, and say so."""
    for record in catalogue.legislation:
        for law in record.laws:
            address, traits = record.law_address(law), of_law(law, record)
            html = templates.render("pages/record.html", address, view=view(law, record, catalogue, site), traits=traits)
            said = f"{capital(law.kind or 'law')} of {record.title}. {sentence(law.note) if law.note else ''}"
            described = truncated(said.strip(), LONGEST_DESCRIPTION)
            yield Page(
                address,
                f"{law.title}, {record.title}",
                described,
                html,
                f"{record.collection}/",
                is_indexed=record.withdrawn is None,
                traits=traits,
                states=traits.states,
            )


def view(law: Law, record: LegislationStatus, catalogue: Catalogue, site: Site) -> View:
    """The parts of a law's page."""
    crumbs = (("Home", ""), ("Legislation", "legislation/"), (record.title, record.address), (truncated(law.title, 60), None))
    local = tuple((tag, title) for tag, title in law.title_local.items() if title != law.title)
    badges = (Badge("kind", capital(law.kind or "law")), *low_badges(law))
    head = Head(
        law.title,
        title_local=local,
        badges=badges,
        actions=(Action(f"All laws of {record.title}", to=f"{record.address}#laws"),),
        crumbs=crumbs,
        title_lang=language_by_script(law.title),
        tools=Tools(edits=edits(record, site)),
    )
    note = (Section("note", "About this law", paragraphs=((text_bit(sentence(law.note)),),)),) if law.note else ()
    withdrawn = record.withdrawn
    notices = (Notice(f"The record of {record.title} was withdrawn.", (text_bit(sentence(withdrawn.reason)),)),) if withdrawn else ()
    sources = tuple(source_item(source) for source in law.sources)
    first = _first(law, record)
    lead = lead_to("Read the law", law.url)
    return View(
        head,
        facts(*_facts(law, record, catalogue), above=first),
        (*note, _penalties(law, record), Section("sources", "Source" if len(sources) == 1 else "Sources", sources, is_searched=False)),
        notices,
        replace(lead, rows=stated(*first)),
    )


def _first(law: Law, record: LegislationStatus) -> tuple[Fact | None, ...]:
    """How it is cited, when it was made, and whether it is in force."""
    return (
        fact("Number", text_bit(law.number) if law.number else None),
        fact(capital(law.adopted_as or "adopted"), dated(law.adopted or law.year), gap="date"),
        fact("Status", status_bit(law, record) if standing(law, record) else None),
        fact("Text of the law", silent=None if law.url else "no address was found"),
    )


def _facts(law: Law, record: LegislationStatus, catalogue: Catalogue) -> Iterator[Fact | None]:
    yield fact("State", *state_lines(record.country))
    yield fact("About", ", ".join(law.subject) or None, silent=None)
    yield species_named(law.species, catalogue)
    for label, value in (("Signed", law.signed), ("Assent", law.assent), ("In force", law.in_force), ("Revised", law.revised)):
        yield fact(label, dated(value), silent=None)
    for key, others in record.related(law).items():
        yield fact(RELATION_WORDS[key], related_bits(others, record))


def _penalties(law: Law, record: LegislationStatus) -> Section:
    items = tuple(penalty_item(penalty) for penalty in record.penalties_of(law))
    more = ((Bit("Penalties of all states side by side", to=PENALTIES),),) if items else ()
    empty = None if items else Notice("No penalty of this law was found in a source.", (Bit("All that were found", to=PENALTIES), Bit(".")))
    return Section("penalties", "Penalties", items, more, empty=empty)
