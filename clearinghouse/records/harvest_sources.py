"""Harvest sources: other sites from which `chm harvest` gathers, as data/harvest.yml lists them."""

from collections.abc import Mapping
from typing import Annotated

from pydantic import Field

from clearinghouse.records.collections.record import Part
from clearinghouse.records.keys.values import Id, Line, Link, Several, SourceKind, StateCode, Whole, one_of

HARVEST_KINDS = ("api", "schema.org", "icalendar", "feed")
"""What other sites publish that can be gathered: the API of a clearing house, events in pages, calendars, RSS and Atom."""
MOST_SOURCES, MOST_WORDS = 100, 100


class HarvestSource(Part):
    """One site, and what is taken from it."""

    id: Id = Field(description="A short name for it, never changed.", examples=["national-site"])
    name: Line = Field(description="Who publishes it; records name it as a source.", examples=["Clearing House of Examples"])
    url: Link = Field(title="address", description="What is read.", examples=["https://example.org/clearing-house/"])
    kind: Annotated[str, one_of(HARVEST_KINDS)] = Field(description="What the site publishes.", examples=["api"])
    collection: Line = Field(description="The collection to which its records belong.")
    licence: Line = Field(description="Under which licence others may use it.", examples=["CC BY 4.0"])
    owner: StateCode | None = Field(None, description="The state whose office keeps the files.", examples=["TH"])
    source_kind: SourceKind = Field(
        "event page", description="What its pages are, as in `sources` of a record.", examples=["organiser page"]
    )
    most: Whole | None = Field(None, description="How many records may be new in one run, in digits.", examples=["50"])
    mapping: Mapping[str, Line] = Field({}, max_length=MOST_WORDS, description="A field of theirs, and the key of ours that it fills.")
    given: Mapping[str, Line] = Field({}, max_length=MOST_WORDS, description="A key of ours, and what it says where the site does not.")
    leave_out: Several[Line] = Field((), description="Keys of ours that are never taken from there.")


class HarvestSources(Part):
    """data/harvest.yml."""

    sources: tuple[HarvestSource, ...] = Field(min_length=1, max_length=MOST_SOURCES)
