"""Narrowed lists: the address of a collection's list under one term, so that links lead only to those that a site holds."""

from clearinghouse.records.collection import COLLECTIONS
from clearinghouse.records.collections.activity import Activity

ACTIVITIES = Activity.collection
"""The facet that bears the name of the collection whose records are its terms."""


def list_address(collection: str, facet: str, term: str) -> str:
    """Where the list of a facet's term is."""
    return f"{collection}/by/{facet}/{term}/"


def list_under(collection: str, facet: str, term: str) -> str | None:
    """The same for whoever links to it without the facet at hand; None where the collection is not narrowed that way."""
    return list_address(collection, facet, term) if facet in COLLECTIONS[collection].facets else None


def list_in_year(collection: str, activity: str, year: str) -> str:
    """Where the list of an activity's term is in one year; it is there where a record falls in both."""
    return f"{list_address(collection, ACTIVITIES, activity)}years/{year}/"
