"""Packs: which pages and files of a site concern one member state, by their addresses and by what the search knows of them."""

import posixpath
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from clearinghouse.publications.html.links import INDEX
from clearinghouse.publications.html.redirects import redirect_page
from clearinghouse.publications.offline.copy import ABOUT, BUILT
from clearinghouse.vocabulary.states import State

ALWAYS = ("about/index.html", "offline/index.html", "search/index.html")
"""Pages that every pack holds."""
KEEPING = ("sw.js", "assets/keep.js")
"""What lets a browser keep pages that it read online."""
KEPT_LISTS = "offline/keep/"
"""Where the lists lie of what a browser fetches to keep all pages of a state."""
_COUNTRY = re.compile(r'data-pagefind-filter="country:([^"]+)"')
_FORM = re.compile(r"(?:form|record|yaml|rules)\b.*\.js")
_LIST = re.compile(r"([a-z]+)/index\.html")


def countries_of(html: str) -> frozenset[str]:
    """The states that a page concerns: those of the search's facet, as in addresses."""
    return frozenset(_COUNTRY.findall(html))


@dataclass(frozen=True)
class Pack:
    """What concerns a state. names: all files of the site; concerned: the states of each of its pages."""

    state: State
    names: frozenset[str]
    concerned: Mapping[str, frozenset[str]]

    @cached_property
    def held(self) -> frozenset[str]:
        """Those files of the site that the pack holds. Its front page is not one of them: see `front`."""
        return frozenset(name for name in self.names if name != INDEX and self._holds(name))

    def _holds(self, name: str) -> bool:
        folder, _, file = name.rpartition("/")
        cc = self.state.address
        if name in ALWAYS or cc in self.concerned.get(name, ()):
            return True
        if folder.partition("/")[0] == "assets":
            return not _FORM.fullmatch(file)
        steps = folder.split("/")
        if file == INDEX:
            of_state = steps[0] in ("countries", "legislation", "coverage") and steps[1:2] == [cc]
            return of_state or steps[1:4] == ["by", "countries", cc]
        if steps[0] in ("feeds", "agendas"):
            return steps[1:2] in (["countries"], ["desks"]) and posixpath.splitext(file)[0] == cc
        # What lies beside a page, as the agenda of an event does, comes with it.
        return f"{folder}/{INDEX}" in self.concerned and cc in self.concerned[f"{folder}/{INDEX}"]

    def place(self, url: str) -> Callable[[str], str]:
        """Where the pack's pages find what they lead to: in the pack, in its own list of a collection, or online at `url`."""

        def found(name: str) -> str:
            if name in self.held or name == INDEX:
                return name
            whole = _LIST.fullmatch(name)
            own = f"{whole[1]}/by/countries/{self.state.address}/{INDEX}" if whole else ""
            return own if own in self.held else url + name.removesuffix(INDEX)

        return found

    def front(self) -> str:
        """Its first page, which leads on to that of the state."""
        return redirect_page("", f"countries/{self.state.address}/", "")


def left_out(name: str) -> bool:
    """Whether a file of the site is of no use without a server: for search engines, for the theme's own search, for debuggers."""
    return (
        name in ("404.html", "sitemap.xml", "addresses.txt", ABOUT, BUILT, *KEEPING)
        or name.endswith(".map")
        or name.startswith((KEPT_LISTS, "assets/javascripts/lunr/", "assets/javascripts/workers/"))
    )


def taken(names: Iterable[str]) -> list[str]:
    """What an edition is made of, in its order."""
    return sorted(name for name in names if not left_out(name))
