"""View: the parts of a record's page, and those parts that all records share."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from clearinghouse.catalogue.catalogue import Catalogue
from clearinghouse.catalogue.quality import COUNTED, year_after
from clearinghouse.catalogue.related import Related, Relations
from clearinghouse.publications.collections.edits import edits
from clearinghouse.publications.confidence import best_class, confidence_words
from clearinghouse.publications.html.bodies import body_html
from clearinghouse.publications.html.days import days
from clearinghouse.publications.html.facts import fact, facts, stated
from clearinghouse.publications.html.lines import dated, separated, text_bit
from clearinghouse.publications.html.parts import Action, Badge, Bit, Fact, Head, Item, Lead, Notice, Photo, Section, Tools
from clearinghouse.publications.site import Site
from clearinghouse.publications.translation.texts import gettext
from clearinghouse.publications.words import (
    capital,
    date_words,
    figure_period_words,
    figure_words,
    plural_of,
    sentence,
    singular_of,
    verified_words,
    when,
)
from clearinghouse.records.collections.event import Event
from clearinghouse.records.collections.exchange.offer import Offer
from clearinghouse.records.collections.record import Record, Source
from clearinghouse.records.collections.species import Species
from clearinghouse.records.collections.trade.figure import Figure
from clearinghouse.records.keys.dates import PartialDate
from clearinghouse.records.written.api_words import record_address
from clearinghouse.vocabulary.languages import LANGUAGES
from clearinghouse.vocabulary.states import name_of
from clearinghouse.vocabulary.topics import TOPICS
from clearinghouse.vocabulary.writing_systems import language_by_script

SOURCES = "method/#sources"
"""Where the classes of sources are explained."""
NO_LEAD = Lead()
MOST_REASONS = 2
_FORMATS = {"pdf": "PDF", "docx": "Word", "doc": "Word", "xlsx": "Excel", "pptx": "PowerPoint", "zip": "ZIP"}
MOST_CITING = 10


@dataclass(frozen=True)
class Setting:
    """What every view may ask: the catalogue, what is related, and the site."""

    catalogue: Catalogue
    relations: Relations
    site: Site


@dataclass(frozen=True)
class View:
    """The parts of a record's page."""

    head: Head
    facts: tuple[Fact, ...]
    sections: tuple[Section, ...]
    notices: tuple[Notice, ...] = ()
    lead: Lead = NO_LEAD
    photos: tuple[Photo, ...] = ()


def lead_to(words: str, url: str | None, about: str = "") -> Lead:
    """The main button of a page, which leads out of the site; beside it stands what is to be said of it, with its host and format."""
    if not url:
        return NO_LEAD
    form = _FORMATS.get(urlsplit(url).path.rpartition(".")[2].lower(), "")
    where = ", ".join(filter(None, ((urlsplit(url).hostname or "").removeprefix("www."), form)))
    return Lead(actions=(Action(words, href=url, main=True),), about=(Bit(f"{about} ({where})" if about else where),))


def badges_of(record: Record, *own: Badge) -> tuple[Badge, ...]:
    """A record's own badges, then whether it was withdrawn, then the class of its best source and its confidence."""
    withdrawn = (Badge("stop", "Withdrawn"),) if record.withdrawn else ()
    source = Badge("plain", gettext("Source: {kind}", kind=gettext(best_class(record))), to=SOURCES)
    return (*own, *withdrawn, source, confidence_badge(record.confidence))


def confidence_badge(confidence: str) -> Badge:
    """Low confidence asks for attention; high and medium are told quietly."""
    return Badge("heed", "Low confidence") if confidence == "low" else Badge("plain", f"Confidence {confidence}")


def head_of(
    record: Record,
    setting: Setting,
    badges: tuple[Badge, ...],
    crumbs: tuple[tuple[str, str | None], ...] = (),
    actions: tuple[Action, ...] = (),
    downloads: tuple[Action, ...] = (),
) -> Head:
    """The top of a record's page. actions: the one that most readers come for; downloads: files of it, beside its data."""
    trail = crumbs or (("Home", ""), (plural_of(record.collection), f"{record.collection}/"))
    languages = language_by_script(record.title), language_by_script(record.summary)
    data = Action("Data of this record (JSON)", to=record_address(f"{record.collection}/{record.id}"))
    tools = Tools((*downloads, data), edits(record, setting.site))
    return Head(record.title, record.summary, other_titles(record), badges, actions, trail, *languages, tools=tools)


def other_titles(record: Record) -> tuple[tuple[str, str], ...]:
    """Its titles in other languages, without one that only repeats the title."""
    return tuple((tag, title) for tag, title in record.title_local.items() if title != record.title)


def notices_of(record: Record, setting: Setting) -> tuple[Notice, ...]:
    """What changes the reading of any record: that it was withdrawn."""
    if not record.withdrawn:
        return ()
    bits = [Bit(record.withdrawn.reason + " "), Bit(f"Withdrawn on {date_words(record.withdrawn.date)}.")]
    other = setting.catalogue.record(record.withdrawn.see or "")
    if other:
        bits += [Bit(" See "), Bit(other.title if isinstance(other, Record) else other.id, to=other.address), Bit(".")]
    return (Notice("This record was withdrawn.", tuple(bits)),)


def body_section(record: Record, title: str) -> tuple[Section, ...]:
    """The body, where there is one."""
    if not record.body:
        return ()
    return (Section("about", title, body=body_html(record.body), body_lang=language_by_script(record.body)),)


def note_section(record: Record) -> tuple[Section, ...]:
    """What a reader must know about gaps and contradictions."""
    return (Section("note", "Notes on the source", paragraphs=((text_bit(sentence(record.note)),),)),) if record.note else ()


def serves_section(record: Record, setting: Setting) -> tuple[Section, ...]:
    """The activities that it serves, each with our own words for it.

    How many others serve it stands on the activity's page: here it would change dozens of pages with every new record.
    """
    catalogue = setting.catalogue
    items = []
    for key in record.serves:
        activity, plan = catalogue.activity(key), catalogue.plan(key.partition("/")[0])
        if activity and plan:
            items.append(Item((Bit(f"{plan.label}, activity {activity.number}", to=activity.address),), (Bit(f"{activity.label}."),)))
        else:
            items.append(Item((Bit(key),), (Bit("This activity is not part of these data."),)))
    return (Section("serves", "Contributes to", tuple(items), is_searched=False),) if items else ()


def source_item(source: Source, confidence: str | None = None, licence: str = "") -> Item:
    """A source: who, what kind, of which class, when it was read, how sure the record is, and the licence where it was gathered there."""
    context = [
        Bit(gettext("Source: {kind}", kind=gettext(source.source_class)), to=SOURCES),
        Bit(". Accessed "),
        Bit(date_words(source.accessed), time=source.accessed.isoformat()),
        Bit("."),
    ]
    if confidence:
        context.append(Bit(f" {confidence}."))
    if licence:
        context += [Bit(" "), Bit(gettext("Gathered from this site under {licence}.", licence=licence))]
    if source.archived:
        context += [Bit(" "), Bit("Archived copy", href=source.archived)]
    language = f" in {LANGUAGES[source.language]}" if source.language else ""
    return Item((Bit(source.publisher, href=source.url), Bit(f", {gettext(source.kind)}{language}")), tuple(context))


def sources_section(record: Record) -> Section:
    """All sources; the first carries the record's confidence."""
    licences = {record.harvested.address: record.harvested.licence} if record.harvested else {}
    sureness = (confidence_words(record), *(None for _ in record.sources[1:]))
    items = [source_item(source, sure, licences.get(source.url, "")) for source, sure in zip(record.sources, sureness, strict=True)]
    return Section("sources", "Source" if len(items) == 1 else "Sources", tuple(items), is_searched=False)


def record_item(record: Record) -> Item:
    """A record as a line of a list."""
    badges = (confidence_badge("low"),) if record.confidence == "low" else ()
    return Item((Bit(record.title, to=record.address, lang=language_by_script(record.title)),), (Bit(", ".join(line_of(record))),), badges)


def line_of(record: Record) -> Iterator[str]:
    """A record in a line below its title: what it is, when and where; a figure is its number."""
    yield figure_words(record) if isinstance(record, Figure) else kind_words(record)
    if isinstance(record, Figure):
        yield figure_period_words(record)
    elif isinstance(record, Event):
        yield when(record)
        yield from ([record.place] if record.place else [])
        yield from ([name_of(record.host)] if record.host and name_of(record.host) != record.place else [])
    elif isinstance(record, Offer):
        yield from (record.about, record.office, f"open until {date_words(record.expires)}")
    elif record.sort_date:
        yield date_words(record.sort_date)


def kind_words(record: Record) -> str:
    """What a record is: its kind where its collection has kinds, else what its collection holds."""
    return capital(getattr(record, "kind", "")) or singular_of(record.collection)


def related_section(record: Record, setting: Setting, above: Iterable[Section]) -> tuple[Section, ...]:
    """What shares most with it and what that is, but for what stands above; nothing where nothing does."""
    listed = {bit.to for section in above for item in section.items for bit in item.head if bit.to}
    items = tuple(_related_item(related, setting) for related in setting.relations.of(record, listed))
    return (Section("related", "Related", items, is_searched=False),) if items else ()


def _related_item(related: Related, setting: Setting) -> Item:
    item = record_item(related.record)
    reasons = [words for trait, value in related.shared if (words := _reason(trait, value, setting))]
    return replace(item, context=(*item.context, Bit(f". {capital(', '.join(reasons[:MOST_REASONS]))}."))) if reasons else item


def _reason(trait: str, value: str, setting: Setting) -> str:
    """Why two records are related, in words; a state alone is told by the places already."""
    catalogue = setting.catalogue
    if trait == "activity":
        activity, plan = catalogue.activity(value), catalogue.plan(value.partition("/")[0])
        return f"also for {plan.prefix} {activity.number}" if activity and plan else ""
    if trait == "organiser":
        network = catalogue.network(value)
        return f"also by {network.name if network else value}"
    if trait == "topic":
        return f"also on {TOPICS[value].label}"
    return {"series": "same series", "source": "same source"}.get(trait, "")


def series_section(record: Record, setting: Setting) -> tuple[Section, ...]:
    """The one before and the one after it in its series."""
    before, after = setting.relations.beside(record)
    items = tuple(
        replace(item, context=(Bit(f"{label}. "), *item.context))
        for label, other in (("Previous", before), ("Next", after))
        if other and (item := record_item(other))
    )
    return (Section("series", "In this series", items, is_searched=False),) if items else ()


def cited_section(record: Record, setting: Setting) -> tuple[Section, ...]:
    """The records whose source is this one, or the page on which it was found."""
    items = tuple(record_item(other) for other in setting.relations.citing(record, MOST_CITING))
    return (Section("cited", "Cited by", items, is_searched=False),) if items else ()


def history_section(record: Record) -> tuple[Section, ...]:
    """What changed since the record first stood here, newest first."""
    items = []
    for change in sorted(record.changes, key=lambda change: change.on, reverse=True):
        moved = f" from {date_words(change.from_)}" if change.from_ else ""
        moved += f" to {date_words(change.to)}" if change.to else ""
        items.append(
            Item(
                (Bit(capital(change.what) + moved),),
                (Bit(date_words(change.on), time=change.on.isoformat()), *([Bit(f". {change.note}")] if change.note else [])),
            )
        )
    return (Section("changes", "Changes", tuple(items), is_searched=False),) if items else ()


def species_fact(record: Record, catalogue: Catalogue) -> Fact | None:
    """The species that a record is about, each linked to all that is about it."""
    return species_named(getattr(record, "species", ()), catalogue)


def species_named(names: Iterable[str], catalogue: Catalogue) -> Fact | None:
    """Species by their ids, each linked to all that is about it."""
    known = catalogue.by_collection[Species.collection]
    named = (known.get(name) for name in names)
    return fact("Species", separated(Bit(one.title, to=one.address) for one in named if isinstance(one, Species)), silent=None)


def closing_facts(record: Record, setting: Setting) -> tuple[Fact | None, ...]:
    """The facts that end every list: when it appeared here and when it was last held against its source."""
    rows = (
        fact("Added here", dated(PartialDate.of(record.published))),
        _checked(record, setting),
    )
    # Nobody looks for a training by the day on which it was typed in.
    return tuple(replace(day, is_searched=False) for day in rows if day)


def _checked(record: Record, setting: Setting) -> Fact | None:
    """`Entered: on 2 March 2026`, and from the day on which twelve months have passed, that they have; a notice does not grow old."""
    if record.verified is None:
        return fact("Checked", silent="not yet")
    label, _, words = verified_words(record).partition(" ")
    day = Bit(words, time=record.verified.isoformat())
    if record.collection not in COUNTED:
        return fact(capital(label), day)
    stale = days(setting.catalogue.as_of, first=year_after(record.verified))
    return fact(capital(label), (day, Bit(", more than twelve months ago", small=True, days=stale)))


def closing_sections(record: Record, setting: Setting, *above: Section) -> tuple[Section, ...]:
    """The sections that end every record's page. above: those that stand before them."""
    sections = (
        *note_section(record),
        *serves_section(record, setting),
        sources_section(record),
        *history_section(record),
        *series_section(record, setting),
    )
    return (*sections, *related_section(record, setting, (*above, *sections)))


def plain_view(
    record: Record,
    setting: Setting,
    rows: tuple[Fact | None, ...],
    *sections: Section,
    badges: tuple[Badge, ...] = (),
    first: tuple[Fact | None, ...] = (),
    lead: Lead = NO_LEAD,
) -> View:
    """The page of a record that has its own facts and sections, and else what all have. first: the facts with which it begins;
    lead: what it begins with beside them."""
    return View(
        head_of(record, setting, badges_of(record, *badges)),
        facts(*rows, species_fact(record, setting.catalogue), *closing_facts(record, setting), above=first),
        (*body_section(record, "More"), *sections, *closing_sections(record, setting, *sections)),
        notices_of(record, setting),
        replace(lead, rows=stated(*first)),
    )


def kind_badge(record: Record) -> Badge:
    """What it is, as the first of its badges."""
    return Badge("kind", kind_words(record))
