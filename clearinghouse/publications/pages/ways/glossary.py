"""Glossary: the entries of the glossary come in, and what their page lays out leaves, group by group."""

from collections.abc import Mapping
from typing import Any

from clearinghouse.catalogue.catalogue import Catalogue
from clearinghouse.publications.html.parts import Bit, Line
from clearinghouse.records.collections.record import Record
from clearinghouse.vocabulary.glossary import GLOSSARY, Entry


def context(catalogue: Catalogue) -> Mapping[str, Any]:
    """The groups, each with its terms."""
    groups = dict.fromkeys(entry.group for entry in GLOSSARY)
    return {
        "groups": [{"title": group, "terms": [_term(entry, catalogue) for entry in GLOSSARY if entry.group == group]} for group in groups]
    }


def _term(entry: Entry, catalogue: Catalogue) -> Mapping[str, Any]:
    return {"id": entry.id, "label": entry.label, "long": entry.long, "meaning": entry.meaning, "more": _more(entry, catalogue)}


def _more(entry: Entry, catalogue: Catalogue) -> Line:
    """What it rests on, else that the wording is ours, and the page or the record that says more, where these data have it."""
    record = catalogue.record(entry.record) if entry.record else None
    place = Bit(record.title, to=record.address) if isinstance(record, Record) else None
    place = Bit(entry.more[0], href=entry.more[1]) if entry.more else place
    more = (Bit(" · "), Bit("More: "), place) if place else ()
    if not entry.source:
        return (Bit("Our own wording."), *more)
    name, address = entry.source
    if address.startswith("https:"):
        return (Bit("Source: "), Bit(name, href=address), *more)
    rest = catalogue.record(address) if address else None
    return (Bit("Source: "), Bit(name, to=rest.address if rest else None), *more)
