"""Folders of years: a collection with many records may keep each file in the folder of the first year that its id holds, since GitHub
lists no more than a thousand files of a folder.

A record has the same path wherever its file lies: `trainings/th-2026-03-dogs.yml`, in the folder of its year
`trainings/2026/th-2026-03-dogs.yml`. All but what opens, writes or links a file knows the path alone.
"""

import re
from collections.abc import Callable

from clearinghouse.records.collection import COLLECTIONS
from clearinghouse.records.collections.activity import Activity

YEAR = re.compile(r"(?:1[89]|20)\d\d", re.ASCII)
_IN_ID = re.compile(rf"(?<![^-/])({YEAR.pattern})(?=[-.])", re.ASCII)


def in_year(path: str) -> str:
    """Where the file with that path lies in the folder of its year; empty where its id holds no year, or it can be no record's."""
    collection, _, name = path.partition("/")
    year = _IN_ID.search(name)
    has_years = collection in COLLECTIONS and collection != Activity.collection and "/" not in name and not name.startswith(("_", "."))
    return f"{collection}/{year[1]}/{name}" if year and has_years and name.endswith(".yml") else ""


def path_at(place: str, is_there: Callable[[str], bool]) -> str:
    """The path of what lies at a place in a data folder: without its year where that is the first of its id, and no other file has that
    path, so that none hides another. is_there: whether something lies at a place."""
    collection, _, rest = place.partition("/")
    path = f"{collection}/{rest.partition('/')[2]}"
    return path if place and in_year(path) == place and not is_there(path) else place
