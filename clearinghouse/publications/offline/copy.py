"""Copy: what a site says of itself for those who take it along, and what each of its copies says in turn."""

import json
from dataclasses import dataclass
from datetime import date

from clearinghouse.publications.site import Site
from clearinghouse.vocabulary.states import State

ABOUT = "offline/copy.json"
"""Where a built site says of which day it is, under which name and address."""

BUILT = "built.js"
"""The one file in which the day of its build stands for readers, so that no page changes because a day has passed. A copy
has its own, see `copy_script`."""


@dataclass(frozen=True)
class About:
    """What a copy must know of its site. day: as of which it was built; url: ends in a slash."""

    name: str
    url: str
    day: date

    @classmethod
    def of(cls, content: bytes) -> "About":
        """As a built site says. Raises ValueError, KeyError or TypeError where it says something else."""
        about = json.loads(content)
        return cls(str(about["name"]), str(about["url"]), date.fromisoformat(about["made"]))


def about_file(site: Site, as_of: date) -> str:
    """What a site says of itself, as JSON."""
    return json.dumps({"name": site.name, "url": site.url, "made": str(as_of)}) + "\n"


def built_script(as_of: date) -> str:
    """The day of a build, as `overrides/assets/pages/built.js` reads it."""
    return f'(globalThis.clearingHouse ??= {{}}).built = "{as_of}"\n'


def copy_script(about: About, state: State | None = None) -> str:
    """The one file in which the day of a copy stands, so that no page changes for it; and the state that it is about."""
    known = {"made": str(about.day), "name": about.name, "site": about.url}
    if state:
        known |= {"within": state.address, "country": state.name}
    return f"(globalThis.clearingHouse ??= {{}}).copy = {json.dumps(known, ensure_ascii=False)}\n"
