"""Narrowed lists: the address of a collection's list under one term, so that links lead only to those that a site holds."""

import re

from clearinghouse.records.collection import COLLECTIONS
from clearinghouse.records.collections.activity import Activity

ACTIVITIES = Activity.collection
"""The facet that bears the name of the collection whose records are its terms."""
_NARROWED = re.compile(r"([^/]+)/by/([^/]+)/([^/]+)/(?:(years)/([^/]+)/)?(?:page/\d+/)?")
Terms = tuple[tuple[str, str], ...]
"""By which a list is narrowed: each with its facet before it."""


def list_address(collection: str, facet: str, term: str) -> str:
    """Where the list of a facet's term is."""
    return f"{collection}/by/{facet}/{term}/"


def list_under(collection: str, facet: str, term: str) -> str | None:
    """The same for whoever links to it without the facet at hand; None where the collection is not narrowed that way."""
    return list_address(collection, facet, term) if facet in COLLECTIONS[collection].facets else None


def list_in_year(collection: str, activity: str, year: str) -> str:
    """Where the list of an activity's term is in one year; it is there where a record falls in both."""
    return f"{list_address(collection, ACTIVITIES, activity)}years/{year}/"


def narrowed_by(address: str) -> tuple[str, Terms] | None:
    """The collection whose list stands narrowed at an address, whichever page of it, and the terms; None of all other addresses."""
    match = _NARROWED.fullmatch(address)
    if not match or match[1] not in COLLECTIONS:
        return None
    collection, facet, term, also, year = match.groups()
    return collection, ((facet, term), *(((also, year),) if also else ()))
