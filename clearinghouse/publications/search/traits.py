"""Search: what the search must know of a page beside its words: its facets, its days and the line below a hit."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from lxml import html as lxml_html

from clearinghouse.catalogue.catalogue import Catalogue
from clearinghouse.catalogue.facets import activity_term, kind_term, years_of
from clearinghouse.publications.collections.delivery.evidence import mark_words
from clearinghouse.publications.collections.view import other_titles
from clearinghouse.publications.presentations import PRESENTATIONS
from clearinghouse.publications.search.folding import folded, folded_words
from clearinghouse.publications.search.script_index import ANY, Document, key_of
from clearinghouse.records.collections.activity import Activity
from clearinghouse.records.collections.legislation import LegislationStatus
from clearinghouse.records.collections.parts.law import Law
from clearinghouse.records.collections.plan import Plan
from clearinghouse.records.collections.record import Part, Record
from clearinghouse.records.collections.species import Species
from clearinghouse.vocabulary.states import State, other_spellings

FACETS: Mapping[str, str] = {
    "collection": "Collection",
    "kind": "Kind",
    "country": "Country",
    "year": "Year",
    "topic": "Topic",
    "audience": "Audience",
    "species": "Species",
    "activity": "Activity",
    "status": "Status",
}
"""The facets of the search page in their order: as in its address, and as readers see them."""
_NUMBER = re.compile(r"\d+[/-]\d+\S*\b")
"""A number of a law within its title, as `06/2019/ND-CP`."""
PAGE = "page"
"""The filter by which the script index names pages to Pagefind."""


@dataclass(frozen=True)
class Traits:
    """What the search knows of a page. title: empty where the page's first heading is meant; local: (language tag, title) pairs;
    facets: (facet, term) pairs; starts, ends: its first and last day; line: kind, date and place in words; texts: those of
    its texts that the script index must know; key: by which that index names the page to Pagefind, where it knows any; also:
    words by which it is found though no reader sees them: ids, and those with đ in plain letters, see `folding`."""

    title: str = ""
    line: str = ""
    local: tuple[tuple[str, str], ...] = ()
    facets: tuple[tuple[str, str], ...] = ()
    starts: date | None = None
    ends: date | None = None
    texts: tuple[str, ...] = ()
    key: str = ""
    also: str = ""

    @property
    def local_titles(self) -> str:
        """Its titles in other languages, as they stand below a hit."""
        return " · ".join(title for _, title in self.local)

    @property
    def states(self) -> tuple[str, ...]:
        """The states that it concerns."""
        return tuple(dict.fromkeys(term for facet, term in self.facets if facet == "country"))

    @property
    def filters(self) -> tuple[tuple[str, str], ...]:
        """Facets as Pagefind has them."""
        return (*self.facets, (PAGE, self.key)) if self.key else self.facets


def of_record(record: Record, catalogue: Catalogue) -> Traits:
    """What the search knows of a record's page."""
    presentation = PRESENTATIONS[record.collection]
    facets = [("collection", record.collection)]
    facets += [("kind", kind_term(kind))] if (kind := getattr(record, "kind", "")) else []
    facets += [("country", code.lower()) for code in record.states]
    facets += [("year", year) for year in years_of(record)]
    facets += [("topic", term) for term in getattr(record, "topics", ())]
    facets += [("audience", term) for term in getattr(record, "audience", ())]
    facets += [("species", name) for name in _species_of(record)]
    served = (catalogue.activity(key) for key in dict.fromkeys(record.serves))
    facets += [("activity", activity_term(catalogue, activity)) for activity in served if activity]
    facets += [("status", kind_term(status))] if (status := "Withdrawn" if record.withdrawn else presentation.status(record)) else []
    starts, ends = record.sort_date, getattr(record, "ends", None) or record.sort_date
    return Traits(
        record.title,
        ", ".join(presentation.line(record)),
        other_titles(record),
        tuple(facets),
        starts.first if starts else None,
        ends.last if ends else None,
        *_found_by(record.address, _texts_of(record), _ids_of(record)),
    )


def _species_of(record: Record) -> Iterable[str]:
    """The species that a record is about; a species is about itself."""
    return (record.id,) if isinstance(record, Species) else dict.fromkeys(getattr(record, "species", ()))


def of_activity(activity: Activity, plan: Plan, catalogue: Catalogue) -> Traits:
    """What the search knows of an activity's page."""
    evidence = kind_term(mark_words(catalogue.evidence(activity)))
    facets = [("collection", activity.collection), ("activity", activity_term(catalogue, activity)), ("status", evidence)]
    facets += [("country", code.lower()) for code in activity.all_leads]
    title, line = f"{plan.prefix} {activity.number} {activity.label}", f"Activity of the {plan.label}"
    return Traits(title, line, (), tuple(facets), None, None, *_found_by(activity.address, _texts_of(activity), (activity.id,)))


def of_law(law: Law, record: LegislationStatus) -> Traits:
    """What the search knows of a law's page."""
    facets = [("collection", record.collection), ("country", record.country.lower())]
    facets += [("year", str(law.when.year))] if law.when else []
    local = tuple((tag, title) for tag, title in law.title_local.items() if title != law.title)
    texts = (law.title, *law.title_local.values(), *((law.note,) if law.note else ()))
    day = law.when.first if law.when else None
    found_by = _found_by(record.law_address(law), texts, (*((law.id,) if law.id else ()), *_numbers_of(law)))
    return Traits(law.title, f"{(law.kind or 'law').capitalize()} of {record.title}", local, tuple(facets), day, day, *found_by)


def _numbers_of(law: Law) -> Iterator[str]:
    """By which numbers a law is known: its own, and the first that its title names, without spaces and in plain small letters."""
    number = _NUMBER.search(law.title)
    for text in dict.fromkeys((law.number or "", number[0] if number else "")):
        if text:
            yield "".join(folded(text).split())


def of_country(state: State) -> Traits:
    """What the search knows of a member state's page."""
    local = ((state.language, state.local_name),) if state.local_name != state.name else ()
    facets = (("collection", "countries"), ("country", state.address))
    texts, key, also = _found_by(f"countries/{state.address}/", (state.local_name,))
    names = (name for name, code in other_spellings().items() if code == state.code and name != state.name)
    return Traits(state.name, "Member state", local, facets, None, None, texts, key, " ".join((*names, also)).strip())


def of_prose(address: str, html: str) -> Traits:
    """What the search knows of a page that people write."""
    texts = [] if html.isascii() else lxml_html.fragment_fromstring(html, create_parent=True).xpath(".//text()")
    return Traits(
        "",
        "Page",
        (),
        (("collection", "pages"),),
        None,
        None,
        *_found_by(address, (line for text in texts for line in str(text).split("\n"))),
    )


def document_of(address: str, title: str, traits: Traits) -> Document:
    """A page as the script index takes it. title: what it is called where its traits do not say so."""
    names = {traits.title, *(text for _, text in traits.local)}
    titles = tuple(text for text in traits.texts if text in names)
    others = tuple(text for text in traits.texts if text not in titles)
    return Document(address, traits.title or title, traits.line, titles, others, traits.facets, traits.ends)


def _found_by(address: str, texts: Iterable[str], ids: Iterable[str] = ()) -> tuple[tuple[str, ...], str, str]:
    """The texts in one of the scripts, each once; the page's key where there are any; ids, and words in plain letters."""
    every = tuple(dict.fromkeys(texts))
    unspaced = tuple(filter(ANY.search, every))
    return unspaced, key_of(address) if unspaced else "", " ".join([*ids, *folded_words(every)])


def _ids_of(record: Record) -> Iterator[str]:
    """By which ids a record is known: its own, those that it had, and those of its laws and notes on compliance."""
    yield from (record.id, *record.former_ids)
    for key in ("laws", "compliance"):
        yield from (part.id for part in getattr(record, key, ()) if part.id)


def _texts_of(part: object) -> Iterator[str]:
    """All texts of a record and of its parts that are not plain ASCII."""
    if isinstance(part, str):
        if not part.isascii():
            yield part
    elif isinstance(part, Part):
        for value in part.__dict__.values():
            yield from _texts_of(value)
    elif isinstance(part, tuple):
        for value in part:
            yield from _texts_of(value)
    elif isinstance(part, Mapping):
        for value in part.values():
            yield from _texts_of(value)
