"""The search page: what stands there before a script runs, and all that there is where none does."""

from collections.abc import Mapping
from typing import Any

from clearinghouse.catalogue.catalogue import Catalogue
from clearinghouse.catalogue.facets import facets
from clearinghouse.publications.narrowed import list_address
from clearinghouse.publications.presentations import LISTED
from clearinghouse.publications.search.traits import FACETS, of_record
from clearinghouse.publications.translation.texts import gettext
from clearinghouse.publications.words import capital, counted, records_counted

MOST_EXAMPLES = 4
MOST_NEWEST = 10
_OBSERVANCE = "observance"
_EXAMPLES = (
    ("prosecutors", "en"), ("ivory", "en"), ("ສັດປ່າ", "lo"), ("สัตว์ป่า", "th"), ("động vật hoang dã", "vi"), ("hidupan liar", "ms"),
)  # fmt: skip
"""Words that may be found, with their languages."""


def context(catalogue: Catalogue) -> Mapping[str, Any]:
    """What the search page lays out below its prose: every list, and the ways in which each is narrowed."""
    lists = []
    for name in LISTED:
        if records := catalogue.collection(name):
            narrowed = [
                {
                    "label": facet.label,
                    "choices": [(choice.label, list_address(name, facet.id, choice.id), len(choice.records)) for choice in choices],
                }
                for facet in facets(catalogue, name)
                if (choices := [choice for choice in facet.choices if choice.records])
            ]
            lists.append({"id": name, "label": capital(records_counted(len(records), name)), "to": f"{name}/", "facets": narrowed})
    status = gettext("{records}, newest first.", records=counted(len(catalogue.records), "record"))
    return {
        "placeholder": placeholder(catalogue),
        "lists": lists,
        "filters": tuple(FACETS.values()),
        "newest": _newest(catalogue),
        "status": status,
    }


def _newest(catalogue: Catalogue) -> list[Mapping[str, Any]]:
    """What stands below an empty field: the latest records, without the days that are observed every year."""
    dated = [(record.sort_date.first, record.address, record) for record in catalogue.records if record.sort_date and not record.withdrawn]
    done = [(day, address, record) for day, address, record in dated if getattr(record, "kind", "") != _OBSERVANCE]
    newest = sorted(done, key=lambda one: one[:2], reverse=True)[:MOST_NEWEST]
    traits = [(address, record, of_record(record, catalogue)) for _, address, record in newest]
    return [
        {"to": address, "title": known.title, "local": known.local, "line": known.line, "summary": record.summary}
        for address, record, known in traits
    ]


def examples(catalogue: Catalogue) -> list[tuple[str, str]]:
    """Some words that will be found in titles, with their languages."""
    titles = "\n".join(text.casefold() for record in catalogue.records for text in (record.title, *record.title_local.values()))
    return [(word, tongue) for word, tongue in _EXAMPLES if word in titles][:MOST_EXAMPLES]


def placeholder(catalogue: Catalogue) -> str:
    """What stands in an empty field: `Search 319 records`."""
    return gettext("Search {records}", records=counted(len(catalogue.records), "record"))
