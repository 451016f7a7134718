"""Known: what the form must know of the records that are there, in pieces of which each visitor fetches the few that matter.

`known` is small and always needed: activities, which pieces there are, and which collections are of events. A piece has the ids of a
collection that hold one year, or those that hold none, and the events that begin in that year; those of networks what an organiser may
be called.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from clearinghouse.catalogue.catalogue import Catalogue
from clearinghouse.publications.form_links import FORM, FORMS
from clearinghouse.publications.forms.script import script
from clearinghouse.records.collection import COLLECTIONS
from clearinghouse.records.collections.activity import Activity
from clearinghouse.records.collections.event import Event
from clearinghouse.records.collections.network import Network
from clearinghouse.records.collections.record import Record

_YEAR = re.compile(r"(?<![0-9])[12][0-9]{3}(?![0-9])")
OTHER = "other"
"""The piece of ids without a year."""


def known_scripts(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """All pieces, by address."""
    pieces = {name: _pieces(catalogue, name) for name in FORMS}
    always = {
        "pieces": {name: sorted(own) for name, own in pieces.items()},
        Activity.collection: [activity.id for activity in catalogue.activities],
        "events": [name for name in FORMS if COLLECTIONS[name].is_event],
        "prefixes": {plan.id: plan.prefix.lower() for plan in catalogue.plans},
    }
    yield f"{FORM}known.js", script("known", always)
    yield (
        f"{FORM}known/{Network.collection}.js",
        script(Network.collection, [(network.id, network.title) for network in catalogue.networks]),
    )
    for name, own in pieces.items():
        for piece, content in own.items():
            yield f"{FORM}known/{name}/{piece}.js", script(f"piece:{name}/{piece}", content)


def piece_of(record_id: str) -> str:
    """The name of the piece that holds an id. The form in the browser has a twin of it."""
    year = _YEAR.search(record_id)
    return year[0] if year else OTHER


def _pieces(catalogue: Catalogue, collection: str) -> dict[str, dict[str, Any]]:
    """Ids that are taken, former ones among them, and events, of which what was withdrawn is no duplicate of anything."""
    pieces: dict[str, dict[str, list[Any]]] = defaultdict(lambda: {"ids": [], "events": []})
    for record in catalogue.by_collection[collection].values():
        for record_id in (record.id, *(record.former_ids if isinstance(record, Record) else ())):
            pieces[piece_of(record_id)]["ids"].append(record_id)
        if isinstance(record, Event) and not record.withdrawn:
            pieces[str(record.starts)[:4] if record.starts else OTHER]["events"].append(_event(record))
    return {piece: {key: sorted(members) for key, members in content.items() if members} for piece, content in sorted(pieces.items())}


def _event(event: Event) -> tuple[str, ...]:
    """Key, title, first day, host and place; empty where nothing is known."""
    return event.key, event.title, str(event.starts or ""), event.host or "", event.place or ""
