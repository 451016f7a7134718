"""Search terms: the facets as the browser needs them, and the words by which a misspelt query is helped on, both as JSON."""

import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from clearinghouse.catalogue.catalogue import Catalogue
from clearinghouse.catalogue.facets import activity_term, kind_term
from clearinghouse.publications.collections.delivery.evidence import MARK_WORDS
from clearinghouse.publications.collections.event import status_words
from clearinghouse.publications.collections.law.status import category_words
from clearinghouse.publications.presentations import PRESENTATIONS
from clearinghouse.publications.search.traits import FACETS, Traits
from clearinghouse.publications.translation.parts import in_language
from clearinghouse.publications.translation.texts import gettext
from clearinghouse.publications.words import capital
from clearinghouse.vocabulary.audiences import AUDIENCES
from clearinghouse.vocabulary.kinds import EVENT_STATUSES
from clearinghouse.vocabulary.states import MEMBER_STATES, name_of, names_in_the_region, other_spellings
from clearinghouse.vocabulary.terms import TermList
from clearinghouse.vocabulary.topics import TOPICS

MOST_WORDS = 5000
_NEARLY_EVERY = 0.9
_WORD = re.compile(r"[^\W\d_]{4,}")


def vocabulary(pages: Iterable[Traits], catalogue: Catalogue, scripts: Iterable[str]) -> str:
    """How many pages there are, the scripts of the script index, and the facets as the browser needs them (JSON).

    In the language that is spoken. Only terms that some page has; a term is [id, label, group, other words…]. A facet is of the
    collections of which nearly every page has it: only these can a question narrow by it and lose nothing that was not filed.
    """
    terms: dict[str, set[str]] = {facet: set() for facet in FACETS}
    number, numbers = 0, Counter[str]()
    having: dict[str, Counter[str]] = {facet: Counter() for facet in FACETS}
    for traits in pages:
        number += 1
        own = {facet for facet, _ in traits.facets}
        for facet, term in traits.facets:
            terms[facet].add(term)
            if facet == "collection":
                numbers[term] += 1
                for other in own:
                    having[other][term] += 1
    facets = [
        {
            "id": facet,
            "label": gettext(label),
            "of": sorted(name for name, many in numbers.items() if having[facet][name] >= _NEARLY_EVERY * many),
            "terms": [_in_language(term) for term in _TERMS[facet](catalogue, terms[facet]) if term[0] in terms[facet]],
        }
        for facet, label in FACETS.items()
    ]
    return _json({"pages": number, "facets": facets, "scripts": list(scripts)})


def _in_language(term: list[str]) -> list[str]:
    """A term in the language that is spoken; its English label is one of its other words."""
    label, group = in_language((term[1], term[2]))
    return [term[0], label, group, *([term[1]] if label != term[1] else []), *term[3:]]


def known_words(texts: Iterable[str]) -> str:
    """The words of titles and summaries, the most frequent first, by which a misspelt query is helped on (JSON)."""
    numbers = Counter(word for text in texts for word in _WORD.findall(text.lower()))
    return _json(" ".join(word for word, _ in sorted(numbers.items(), key=lambda pair: (-pair[1], pair[0]))[:MOST_WORDS]))


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n"


_Terms = Callable[[Catalogue, set[str]], Iterable[list[str]]]


def _collections(catalogue: Catalogue, terms: set[str]) -> Iterable[list[str]]:
    for presentation in PRESENTATIONS.values():
        yield [presentation.name, presentation.label, "", *presentation.synonyms]
    yield from (["countries", "Countries", ""], ["pages", "Pages", ""])


def _kinds(catalogue: Catalogue, terms: set[str]) -> Iterable[list[str]]:
    kinds = {kind for record in catalogue.records if (kind := getattr(record, "kind", ""))}
    yield from ([kind_term(kind), capital(kind), ""] for kind in sorted(kinds, key=str.casefold))


def _countries(catalogue: Catalogue, terms: set[str]) -> Iterable[list[str]]:
    spellings: dict[str, list[str]] = {}
    for spelling, code in other_spellings().items():
        spellings.setdefault(code, []).append(spelling)
    for state in MEMBER_STATES.values():
        others = dict.fromkeys((state.local_name, *spellings.get(state.code, ()), *names_in_the_region(state.code)))
        yield [state.address, state.name, "Member states", *(word for word in others if word != state.name)]
    codes = sorted((code.upper() for code in terms if code.upper() not in MEMBER_STATES), key=name_of)
    yield from ([code.lower(), name_of(code), "Other states"] for code in codes)


def _years(catalogue: Catalogue, terms: set[str]) -> Iterable[list[str]]:
    yield from ([year, year, ""] for year in sorted(terms, reverse=True))


def _of_list(closed: TermList) -> _Terms:
    return lambda catalogue, terms: ([term.id, term.label, term.group, *term.synonyms] for term in closed)


def _species(catalogue: Catalogue, terms: set[str]) -> Iterable[list[str]]:
    for species in catalogue.species:
        yield [species.id, species.title, capital(species.kind), *(name for name in species.names if name != species.title)]


def _activities(catalogue: Catalogue, terms: set[str]) -> Iterable[list[str]]:
    for activity in catalogue.activities:
        plan = catalogue.plan(activity.plan)
        prefix = plan.prefix if plan else activity.plan
        yield [activity_term(catalogue, activity), f"{prefix} {activity.number}", plan.label if plan else activity.plan]


def _statuses(catalogue: Catalogue, terms: set[str]) -> Iterable[list[str]]:
    yield from ([status, status_words(status), "Trainings and workshops"] for status in EVENT_STATUSES)
    laws = dict.fromkeys(category_words(record.status) for record in catalogue.legislation)
    yield from sorted([kind_term(label), label, "Legislation"] for label in laws)
    yield from ([kind_term(words), words, "Activities"] for words in MARK_WORDS.values())
    yield ["withdrawn", "Withdrawn", "All"]


_TERMS: Mapping[str, _Terms] = {
    "collection": _collections,
    "kind": _kinds,
    "country": _countries,
    "year": _years,
    "topic": _of_list(TOPICS),
    "audience": _of_list(AUDIENCES),
    "species": _species,
    "activity": _activities,
    "status": _statuses,
}
