"""Fields: what may be written into a record of each collection, in the order in which it stands in a file.

One table serves all who ask for records: `chm new`, the spreadsheets of `chm import`, the schemas that editors
complete from, the form in the browser, and `yaml_text`. What a value must be is the business of `rules`; a field only
names its type there. Tests hold the table against the record types and against the commented samples in data/.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from clearinghouse.records.written.field import BY_LANGUAGE, GROUP, Field
from clearinghouse.records.written.fields_of_events import TRAININGS, WORKSHOPS
from clearinghouse.records.written.fields_of_legislation import LEGISLATION
from clearinghouse.records.written.fields_of_library import DOCUMENTS, FIGURES, NETWORKS, PROGRAMMES, UPDATES
from clearinghouse.records.written.fields_of_plans import ACTIVITIES, PLANS, PROJECTS

FIELDS: Mapping[str, tuple[Field, ...]] = MappingProxyType(
    {
        "plans": PLANS,
        "activities": ACTIVITIES,
        "trainings": TRAININGS,
        "workshops": WORKSHOPS,
        "programmes": PROGRAMMES,
        "legislation": LEGISLATION,
        "documents": DOCUMENTS,
        "networks": NETWORKS,
        "projects": PROJECTS,
        "figures": FIGURES,
        "updates": UPDATES,
    }
)
"""Fields by collection."""
OWN_WORDS: Mapping[str, str] = MappingProxyType({"audience": "audience_note", "topics": "topics_note"})
"""Where the source's own words are kept when a term was chosen for them, by key."""


@dataclass(frozen=True)
class Leaf:
    """A field that holds a text or a list of texts, wherever it lies. path: its key, dotted; of a list of groups the
    first one (`sources.0.url`); label: after those of its groups; required: together with all its groups."""

    path: str
    label: str
    field: Field
    required: bool


@cache
def leaves_of(collection: str) -> tuple[Leaf, ...]:
    """What somebody who adds a record may be asked for, groups by their parts; what only comes later is left out."""
    return tuple(_leaves(FIELDS[collection], "", "", True))


def _leaves(fields: tuple[Field, ...], path: str, label: str, required: bool) -> Iterator[Leaf]:
    for field in fields:
        if field.later:
            continue
        wanted = required and field.required
        if field.type == GROUP:
            inner = f"{path}{field.key}.0." if field.many else f"{path}{field.key}."
            yield from _leaves(field.parts, inner, f"{label}{field.label}: ", wanted)
        else:
            yield Leaf(f"{path}{field.key}", f"{label}{field.label}", field, wanted)


def field_at(collection: str, path: str) -> Field | None:
    """The field at a dotted path: `title`, `sources.0.url`, `audience.1`, `title_local.th`; None where nothing may stand."""
    among, found, is_member = FIELDS[collection], None, False
    for part in path.split("."):
        if found is not None and found.type == BY_LANGUAGE:
            return Field(part, part, found.help)
        if found is not None and found.many and not is_member:
            if not part.isdecimal():
                return None
            is_member = True
            continue
        found, is_member = next((field for field in among if field.key == part), None), False
        if found is None:
            return None
        among = found.parts
    return found
