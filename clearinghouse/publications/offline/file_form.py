"""File form: a finished page comes in, the same page for file:// leaves, where no server finds the index of a folder.

The finished page is rewritten, rather than every page made a second time: so the theme's own links, prose and records
go one way, and what is taken along is what was checked and published. All links come from `link`, as everywhere.
"""

import hashlib
import posixpath
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from html import escape
from urllib.parse import unquote

from clearinghouse.publications.files.contents import address_of
from clearinghouse.publications.html.elements import Element, elements, replaced, with_attribute, without_indents
from clearinghouse.publications.html.links import INDEX, link
from clearinghouse.publications.html.policy import POLICY, policy
from clearinghouse.publications.linked_data.block import MEDIA_TYPE
from clearinghouse.publications.offline.frames import ALONE, AROUND, WRITER, frame, name_of, place_of
from clearinghouse.publications.offline.packs import is_left_out

Place = Callable[[str], str]
"""Where a file of the site is found: its path in the edition, or a whole address outside of it."""
COPY, READER = "copy.js", "assets/offline/copy.js"
"""What every page of an edition loads first: when it was made, and the script that tells so and reads for the others."""
INLINE = "assets/inline/"
_LINKING = ("href", "src", "action")
_SERVED = ("alternate", "next", "prev")
"""Relations of links in the head that only a server, or a reader of feeds, can use."""
_REFRESH = "0; url="
_OUTWARD = re.compile(r"(?:[a-zA-Z][a-zA-Z0-9+.-]*:|/|#|$)")
_FOR_SEARCH = "data-pagefind-meta"
"""What marks the part of a page that Pagefind alone reads; a copy holds what it made of it."""
_FOR_MACHINES = ("description", "generator", "robots")
"""The names of what a head says to search engines alone."""
_SELF = "./"
"""How a page leads to itself, as in the menu of its languages."""
_ARTICLE_ENDS = "</article>"
_NOBODY = "\0"
"""What no folder is named."""
_FOLDERS = 64
"""Of so many folders is remembered what stands around their articles: pages come folder by folder."""
_WORTH = 500
"""In letters: what is shorter stays in its pages, since a script of its own would take as much."""


def _is_for_others(element: Element) -> bool:
    """Whether search engines, messengers or Pagefind read an element, and nobody else."""
    attributes = element.attributes
    if _FOR_SEARCH in attributes:
        return True
    if element.name == "meta":
        name = attributes.get("name", "")
        return attributes.get("property", "").startswith("og:") or name.startswith("twitter:") or name in _FOR_MACHINES
    return element.name == "script" and attributes.get("type") == MEDIA_TYPE


def _parts(html: str) -> tuple[str, str, str, str, str]:
    """Of a page with an article: its head, what stands before the article, the article, what stands behind it, and its end."""
    begin, behind = html.find("<article"), html.rfind(_ARTICLE_ENDS) + len(_ARTICLE_ENDS)
    body, last = html.find("<body", 0, begin), html.rfind("</body", behind)
    inside = html.find(">", body) + 1 if body >= 0 else begin
    outside = last if last >= 0 else len(html)
    return html[:inside], html[inside:begin], html[begin:behind], html[behind:outside], html[outside:]


def _alone(html: str) -> tuple[str, str, str]:
    """Of a page without an article: what stands before its body, in it, and behind it."""
    begin, last = html.find(">", html.find("<body")) + 1, html.rfind("</body")
    return (html[:begin], html[begin:last], html[last:]) if "<body" in html and last >= begin else (html, "", "")


def _those(part: str) -> list[Element]:
    """The elements that may change."""
    return elements(part, ("script", "meta"), (*_LINKING, _FOR_SEARCH))


def _beside(text: str, address: str) -> str | None:
    """A page that no site has, in the same folder: what leads up from a page, or names it by no name, reads the same in both.

    None where the text may lead back (the shortest way up and down again begins with the page's name), or where the page lies in no folder.
    """
    above, _, own = address.removesuffix("/").rpartition("/")
    leads_back = not own or "%" in text or (own in text and re.search(rf"(?<!/)\.\./{re.escape(own)}(?![^/\"'?#])", text))
    return None if leads_back or not address.endswith("/") else f"{above}/{_NOBODY}/".removeprefix("/")


@dataclass(frozen=True)
class FileForm:
    """Gives pages their file form. place: where the site's files are found; scripts: what stood inside of pages, by path;
    frames: what scripts write, by name, below the script that holds it.

    A page loses what only a server, search engines and messengers can use (feeds of its head, what that says to machines) and the
    theme's blank space; scripts that stand in pages become files of their own, and what stands around their articles, the same in
    hundreds, a script writes.
    """

    place: Place
    scripts: dict[str, str] = field(default_factory=dict)
    frames: dict[str, dict[str, str]] = field(default_factory=lambda: {AROUND: {}, ALONE: {}})

    def of(self, html: str, path: str) -> str:
        """A page's file form. path: the page's file, relative to the site."""
        address = address_of(path)
        if "<article" in html:
            head, before, article, after, end = _parts(html)
            article = self._around(before, address) + self._rewritten(article, address) + self._around(after, address)
            page = without_indents(self._rewritten(head, address)) + article + without_indents(end)
            script = AROUND
        else:
            head, body, end = _alone(html)
            page = self._rewritten(head, address) + self._body(body, address) + end
            script = ALONE
        names = (COPY, READER, script) if WRITER in page else (COPY, READER)
        first = "".join(f'<script src="{link(name, address)}"></script>' for name in names)
        return page.replace("</head>", f"{first}</head>", 1) if "<head>" in page else page

    def _rewritten(self, part: str, address: str) -> str:
        return self._changed(part, _those(part), address)

    def _changed(self, part: str, those: Sequence[Element], address: str) -> str:
        return replaced(part, (change for element in those for change in self._changes(part, element, address)))

    def _changes(self, part: str, element: Element, address: str) -> Iterator[tuple[int, int, str]]:
        """What changes of an element: beginning, end and new text of its start tag, or of the whole of it."""
        attributes, tag = element.attributes, part[element.start : element.inside]
        if element.name == "link" and attributes.get("rel") in _SERVED:
            yield len(part[: element.start].rstrip()), element.end, ""
        elif _is_for_others(element):
            yield element.start, element.end, ""
        elif element.name == "script" and "src" not in attributes:
            yield from self._inline(part[element.inside : element.outside], element, address)
        elif element.name == "script" and is_left_out(self._target(attributes["src"], address)):
            yield element.start, element.end, ""
        elif element.name == "meta" and attributes.get("http-equiv") == POLICY:
            # Without inline scripts; the search makes its own module.
            yield element.start, element.inside, with_attribute(tag, element, "content", escape(policy(blob=True), quote=False))
        elif element.name == "meta" and attributes.get("http-equiv") == "refresh":
            to = self._linked(attributes["content"].removeprefix(_REFRESH), address)
            yield element.start, element.inside, with_attribute(tag, element, "content", _REFRESH + (to or ""))
        else:
            new = tag
            for name in _LINKING:
                if name in attributes and (to := self._linked(attributes[name], address)) is not None:
                    new = with_attribute(new, element, name, to)
            yield element.start, element.inside, new

    def _inline(self, script: str, element: Element, address: str) -> Iterator[tuple[int, int, str]]:
        if script and not element.attributes:
            name = f"{INLINE}{hashlib.sha256(script.encode()).hexdigest()[:12]}.js"
            self.scripts[name] = script
            yield element.start, element.end, f'<script src="{link(name, address)}"></script>'

    def _body(self, part: str, address: str) -> str:
        """What a page without an article shows."""
        text = without_indents(self._rewritten(part, address))
        return text if len(text) < _WORTH else self._frame(frame(text, address, _LINKING), address, ALONE)

    def _frame(self, text: str, address: str, script: str = AROUND) -> str:
        name = name_of(text)
        self.frames[script][name] = text
        return place_of(name, address)

    def _around(self, part: str, address: str) -> str:
        """What stands around the article: the same, up to its last letter, in all pages of a folder, so it is rewritten once, and a script
        writes it."""
        beside = _beside(part, address)
        shared = self._shared_part(part, beside) if beside else None
        return without_indents(self._rewritten(part, address)) if shared is None else shared

    @cached_property
    def _shared_part(self) -> Callable[[str, str], str | None]:
        def rewritten(part: str, beside: str) -> str | None:
            those = _those(part)
            links = (element.attributes[name] for element in those for name in _LINKING if name in element.attributes)
            if not all(to == _SELF or to.startswith("../") or _OUTWARD.match(to) for to in links):
                return None
            text = without_indents(self._changed(part, those, beside))
            return text if len(text) < _WORTH else self._frame(frame(text, beside, _LINKING), beside)

        return lru_cache(maxsize=_FOLDERS)(rewritten)

    def _linked(self, to: str, address: str) -> str | None:
        """What a link becomes, escaped, or None where it stays as it is."""
        beside = _beside(to, address) if to.startswith("../") else None
        return self._known(to, beside or address)

    @cached_property
    def _known(self) -> Callable[[str, str], str | None]:
        return lru_cache(maxsize=100_000)(self._link)

    def _link(self, to: str, address: str) -> str | None:
        if _OUTWARD.match(to):
            return None
        target, rest = self._target(to, address), to[_length_of_path(to) :]
        place = target if to == _SELF else self.place(target)  # an edition has its own pages
        return escape(place + rest if _OUTWARD.match(place) else link(address_of(place) + rest, address, as_file=True))

    @staticmethod
    def _target(to: str, address: str) -> str:
        """The file that a link of a page leads to, relative to the site."""
        path = unquote(to[: _length_of_path(to)])
        target = posixpath.join(posixpath.dirname(address), path) if path else address
        if posixpath.basename(target) in ("", ".", ".."):
            target = posixpath.join(target, INDEX)
        return posixpath.normpath(target)


def _length_of_path(to: str) -> int:
    """Where a link's query or part begins."""
    return min((place for place in (to.find("#"), to.find("?")) if place >= 0), default=len(to))
