"""File form: a finished page comes in, the same page for file:// leaves, where no server finds the index of a folder.

The finished page is rewritten, rather than every page made a second time: so the theme's own links, prose and records
go one way, and what is taken along is what was checked and published. All links come from `link`, as everywhere.
"""

import hashlib
import posixpath
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from html import escape, unescape
from urllib.parse import unquote

from clearinghouse.publications.html.links import INDEX, link
from clearinghouse.publications.html.policy import on_a_disk

Place = Callable[[str], str]
"""Where a file of the site is found: its path in the edition, or a whole address outside of it."""
COPY, READER = "copy.js", "assets/offline.js"
"""What every page of an edition loads first: when it was made, and the script that tells so and reads for the others."""
INLINE = "assets/inline/"
_ARTICLE = re.compile(r"<article\b.*</article>", re.DOTALL)
_LINK = re.compile(r'(\s(?:href|src|action)=")([^"]*)"')
_REFRESH = re.compile(r'(<meta http-equiv="refresh" content="0; url=)([^"]*)"')
_OUTWARD = re.compile(r"(?:[a-zA-Z][a-zA-Z0-9+.-]*:|/|#|$)")
_SCRIPT = re.compile(r"<script>(.+?)</script>", re.DOTALL)
_SERVED = re.compile(r'\s*<link rel="(?:alternate feed|next|prev)"[^>]*>|<script src="[^"]*(?:assets/keep|built)\.js"[^>]*></script>')
_INSTANT = re.compile(r'"navigation\.instant[^"]*", ?')
_INDENT = re.compile(r"\n\s+")
_NOBODY = "\0"
"""What no folder is named."""
_FOLDERS = 64
"""Of so many folders is remembered what stands around their articles: pages come folder by folder."""


def address_of(path: str) -> str:
    """The address of a file: that of a page is its folder's."""
    return path.removesuffix(INDEX) if posixpath.basename(path) == INDEX else path


def _beside(text: str, address: str) -> str | None:
    """A page that no site has, in the same folder: what leads up from a page, and not back to it, reads the same in both.

    None where the text may lead back, or where the page lies in no folder.
    """
    above, _, own = address.removesuffix("/").rpartition("/")
    return None if not own or own in text or "%" in text or not address.endswith("/") else f"{above}/{_NOBODY}/".removeprefix("/")


@dataclass(frozen=True)
class FileForm:
    """Gives pages their file form. place: where the site's files are found; scripts: what stood inside of pages, by path.

    A page loses what only a server can use (feeds of its head, fetching pages in place) and the theme's blank space;
    scripts that stand in pages, the same in hundreds, become files of their own.
    """

    place: Place
    scripts: dict[str, str] = field(default_factory=dict)

    def of(self, html: str, path: str) -> str:
        """A page's file form. path: the page's file, relative to the site."""
        address = address_of(path)
        own = _ARTICLE.search(html)
        begin, end = own.span() if own else (0, len(html))
        head, body, header = html[:begin].partition("<body")
        before = _INDENT.sub("\n", self._rewritten(head, address)) + self._around(body + header, address)
        page = before + self._rewritten(html[begin:end], address) + _INSTANT.sub("", self._around(html[end:], address))
        first = "".join(f'<script src="{link(name, address)}"></script>' for name in (COPY, READER))
        return page.replace("</head>", f"{first}</head>", 1) if "<head>" in page else page

    def _rewritten(self, part: str, address: str) -> str:
        part = _LINK.sub(lambda found: f'{found[1]}{self._linked(found[2], address)}"', part)
        if "<meta" in part:
            part = on_a_disk(_REFRESH.sub(lambda found: f'{found[1]}{self._linked(found[2], address)}"', part))
        if "<script" in part:
            part = _SCRIPT.sub(lambda found: self._shared(found[1], address), part)
        return _SERVED.sub("", part) if "<link" in part or "<script" in part else part

    def _around(self, part: str, address: str) -> str:
        """What stands around the article: the same, up to its last letter, in all pages of a folder, so it is rewritten once."""
        beside = _beside(part, address)
        found = self._shared_part(part, beside) if beside else None
        return found or _INDENT.sub("\n", self._rewritten(part, address))

    @cached_property
    def _shared_part(self) -> Callable[[str, str], str | None]:
        def rewritten(part: str, beside: str) -> str | None:
            leads_up = all(link.startswith("../") or _OUTWARD.match(unescape(link)) for _, link in _LINK.findall(part))
            return _INDENT.sub("\n", self._rewritten(part, beside)) if leads_up else None

        return lru_cache(maxsize=_FOLDERS)(rewritten)

    def _linked(self, written: str, address: str) -> str:
        beside = _beside(written, address) if written.startswith("../") else None
        return self._known(written, beside or address)

    @cached_property
    def _known(self) -> Callable[[str, str], str]:
        return lru_cache(maxsize=100_000)(self._link)

    def _link(self, written: str, address: str) -> str:
        raw = unescape(written)
        if _OUTWARD.match(raw):
            return written
        cut = min((place for place in (raw.find("#"), raw.find("?")) if place >= 0), default=len(raw))
        target = posixpath.join(posixpath.dirname(address), unquote(raw[:cut]))
        if not cut:
            target = address
        if posixpath.basename(target) in ("", ".", ".."):
            target = posixpath.join(target, INDEX)
        found = self.place(posixpath.normpath(target))
        if _OUTWARD.match(found):
            return escape(found + raw[cut:])
        return escape(link(address_of(found) + raw[cut:], address, as_file=True))

    def _shared(self, script: str, address: str) -> str:
        name = f"{INLINE}{hashlib.sha256(script.encode()).hexdigest()[:12]}.js"
        self.scripts[name] = script
        return f'<script src="{link(name, address)}"></script>'
