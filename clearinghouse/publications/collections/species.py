"""Species: how they are shown: what they are called, where CITES lists them, and all records that are about them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from clearinghouse.publications.collections.cells import KIND, STATES, text_column, title_column
from clearinghouse.publications.collections.presentation import Presentation
from clearinghouse.publications.collections.trade.series import series_about
from clearinghouse.publications.collections.view import Setting, View, kind_badge, plain_view, record_item
from clearinghouse.publications.html.facts import fact
from clearinghouse.publications.html.lines import separated, state_bit
from clearinghouse.publications.html.parts import Badge, Bit, Fact, Item, Line, Notice, Section
from clearinghouse.publications.linked_data import works
from clearinghouse.publications.words import capital, date_words, on_words, plural_of
from clearinghouse.records.collection import COLLECTIONS
from clearinghouse.records.collections.record import Record
from clearinghouse.records.collections.species import COLLECTION, Listing, LocalName, Species
from clearinghouse.vocabulary.languages import LANGUAGES
from clearinghouse.vocabulary.writing_systems import language_by_script

_NOT_THE_LIST = (
    Bit("As the sources gave them on the days named. The lists in force are those of the CITES Secretariat: "),
    Bit("cites.org/eng/app/appendices.php", href="https://cites.org/eng/app/appendices.php"),
    Bit("."),
)


def view(record: Species, setting: Setting) -> View:
    """A species: its names, its places in the Appendices, its states, and everything on this site that is about it."""
    first = (
        fact("Scientific names" if len(record.scientific_names) > 1 else "Scientific name", separated(map(Bit, record.scientific_names))),
        fact("CITES Appendix", appendix_words(record) or None, gap="place in the Appendices of CITES"),
        fact("Lives in", separated(map(state_bit, record.countries)) or None, gap="states where it lives"),
    )
    rows = (
        fact("Names and products", ", ".join(record.synonyms) or None, silent=None),
        *_names(record.local_names),
    )
    badges = (kind_badge(record), *(Badge("plain", f"CITES Appendix {appendix}") for appendix in record.appendices))
    about = sections_about(setting.catalogue.about_species(record))
    nothing = Section("records", "On this site", empty=Notice("No record names it yet."), is_searched=False)
    series = series_about(setting.catalogue, species=record.id)
    sections = (_listings(record.listings), *series, *_laws(record, setting), *(about or (nothing,)))
    return plain_view(record, setting, rows, *sections, badges=badges, first=first)


def _laws(record: Species, setting: Setting) -> tuple[Section, ...]:
    """The laws that name it."""
    items = tuple(
        Item((Bit(law.title, to=of_state.law_address(law), lang=language_by_script(law.title)),), (Bit(f"{of_state.title}."),))
        for of_state in setting.catalogue.legislation
        for law in of_state.laws
        if record.id in law.species
    )
    return (Section("in-laws", f"Laws ({len(items)})", items, is_searched=False),) if items else ()


def sections_about(records: Iterable[Record]) -> tuple[Section, ...]:
    """Records that are about one thing, a section for each collection in the site's order, the newest first."""
    by_collection: dict[str, list[Record]] = defaultdict(list)
    for record in records:
        by_collection[record.collection].append(record)
    return tuple(
        Section(f"in-{name}", f"{plural_of(name)} ({len(members)})", tuple(map(record_item, members)), is_searched=False)
        for name in COLLECTIONS
        if (members := by_collection.get(name))
    )


def _names(names: Iterable[LocalName]) -> Iterator[Fact | None]:
    """Its names, a row for each language."""
    by_language: dict[str, list[LocalName]] = defaultdict(list)
    for name in names:
        by_language[name.language].append(name)
    for language, members in by_language.items():
        yield fact(f"In {LANGUAGES[language]}", separated(bit for name in members for bit in _name(name)))


def _name(name: LocalName) -> Line:
    words = f"{name.text} ({name.of})" if name.of else name.text
    return (Bit(words, lang=name.language, href=name.source.url if name.source else None),)


def _listings(listings: Iterable[Listing]) -> Section:
    items = tuple(map(_listing, listings))
    empty = None if items else Notice("No place in the Appendices was read in a source.")
    return Section("appendices", "In the Appendices of CITES", items, paragraphs=(_NOT_THE_LIST,) if items else (), empty=empty)


def _listing(listing: Listing) -> Item:
    """A place in the Appendices: which, of what, since when, and who says so."""
    head = f"{'Proposed for ' if listing.proposed else ''}Appendix {listing.appendix}"
    head += f": {listing.of}" if listing.of else ""
    said = (
        *([f"Since {date_words(listing.since)}"] if listing.since else []),
        *([f"As it was {on_words(listing.as_of)}"] if listing.as_of else []),
        *([listing.note.removesuffix(".")] if listing.note else []),
        f"Source: {listing.source.source_class}, ",
    )
    return Item((Bit(head),), (Bit(". ".join(said)), Bit(listing.source.publisher, href=listing.source.url)))


def appendix_words(record: Species) -> str:
    """`I, II`, or that no source was read."""
    return ", ".join(record.appendices)


PRESENTATION: Presentation[Species] = Presentation(
    collection=COLLECTION,
    view=view,
    thing=works.species,
    columns=(
        title_column("Species", is_sorted=True),
        KIND,
        text_column("Scientific names", lambda species: ", ".join(species.scientific_names)),
        text_column("Appendix", appendix_words, silent="not read"),
        STATES,
    ),
    others=(("All topics", "topics/"),),
    synonyms=("animals", "plants", "wildlife"),
    line=lambda species: (capital(species.kind), ", ".join(species.scientific_names)),
)
