"""Packs: which files of a site concern one member state, as its contents say."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from clearinghouse.publications.files.contents import CONTENTS, SiteFile
from clearinghouse.publications.files.for_servers import HEADERS, LLMS, NGINX, ROBOTS
from clearinghouse.publications.files.kinds import Kind
from clearinghouse.publications.files.sitemap import ADDRESSES, SITEMAP
from clearinghouse.publications.html.links import INDEX
from clearinghouse.publications.html.redirects import redirect_page
from clearinghouse.publications.offline.copy import ABOUT, BUILT
from clearinghouse.publications.sharing.cards import FOLDER
from clearinghouse.publications.tables.dcat.catalog import JSON_LD, TURTLE
from clearinghouse.records.written.api_words import ROOT as API
from clearinghouse.vocabulary.states import State

ALWAYS = ("about/index.html", "offline/index.html", "search/index.html")
"""Pages that every pack holds."""
KEEPING = ("sw.js", "assets/offline/keep.js")
"""What lets a browser keep pages that it read online."""
_AGENDAS, _FEEDS = "agendas/", "feeds/"
_FEED_HERE = re.compile(r"feeds/[^/]+\.(?:rss|opml)")
"""The feeds that an edition holds: those of a whole collection, in one form, to be read. Who follows a feed asks for it online."""
KEPT_LISTS = "offline/keep/"
"""Where the lists lie of what a browser fetches to keep all pages of a state."""
NARROWED = "/by/"
"""What stands in the addresses of narrowed lists."""
_OF_THE_FORM = "assets/forms/"
"""Where the form's script lies, which is of use on its own page alone."""


@dataclass(frozen=True)
class Pack:
    """What concerns a state. files: all files of the site, by path."""

    state: State
    files: Mapping[str, SiteFile]

    @cached_property
    def paths(self) -> frozenset[str]:
        """Where those files of the site lie that the pack holds. Its front page is not one of them: see `front`."""
        return frozenset(path for path, file in self.files.items() if path != INDEX and self._has(path, file))

    def _has(self, path: str, file: SiteFile) -> bool:
        if path.startswith("assets/"):
            return not path.startswith(_OF_THE_FORM)
        return path in ALWAYS or self.state.address in file.states

    def place(self, url: str) -> Callable[[str], str]:
        """Where the pack's pages find what they lead to: in the pack, in its own list of a collection, or online at `url`."""

        def place_of(path: str) -> str:
            if path == INDEX or (path in self.paths and not is_missing(self.files[path])):
                return path
            own = f"{path.removesuffix(INDEX)}by/countries/{self.state.address}/{INDEX}"
            return own if own in self.paths else url + path.removesuffix(INDEX)

        return place_of

    def front(self) -> str:
        """Its first page, which leads on to that of the state."""
        return redirect_page("", f"countries/{self.state.address}/", "")


def is_left_out(path: str) -> bool:
    """Whether a file of the site is of no use in an edition: for hosts, search engines, messengers and catalogues of data; or it says
    what others there say, so that links lead to the site: most feeds, and the API."""
    others = ("404.html", SITEMAP, ADDRESSES, CONTENTS, ABOUT, BUILT, HEADERS, NGINX, ROBOTS, LLMS, JSON_LD, TURTLE, *KEEPING)
    is_feed_elsewhere = path.startswith(_FEEDS) and not _FEED_HERE.fullmatch(path)
    return path in others or path.startswith((API, KEPT_LISTS, FOLDER)) or is_feed_elsewhere


def is_missing(file: SiteFile) -> bool:
    """Whether an edition has no such file of its own, so that links to it lead to the site: it is left out, or held in a script."""
    return is_left_out(file.path) or is_made(file)


def is_made(file: SiteFile) -> bool:
    """Whether a script of an edition, `overrides/assets/offline/files.js`, makes a file when somebody asks for it: a table, of its rows, or
    the date of one event for a calendar."""
    return file.kind is Kind.TABLE or (file.kind is Kind.AGENDA and not file.path.startswith(_AGENDAS))


def edition_paths(paths: Iterable[str]) -> list[str]:
    """What an edition is made of, in its order."""
    return sorted(path for path in paths if not is_left_out(path))
