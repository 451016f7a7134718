"""Explaining: a finished fragment comes in, and leaves with each term of the glossary explained where it first stands in its text.

The first time that a term stands in running text it becomes a link to its entry, with its meaning as the title. Terms in links,
headings, quotations, code, forms and the like stay as they are. Fragments are our own: their templates escape what ends a tag, so
that they can be walked through tag by tag, which costs far less than a parser for every page.
"""

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from html import escape

from clearinghouse.publications.translation.language import ENGLISH, language
from clearinghouse.publications.translation.texts import gettext
from clearinghouse.vocabulary.glossary import GLOSSARY, Entry

ADDRESS = "glossary/"
_TEXTS = frozenset(("p", "dd", "li"))
"""What holds running text."""
_KEPT = frozenset(("a", "abbr", "blockquote", "button", "cite", "code", "dt", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5",
                   "h6", "iframe", "label", "nav", "pre", "q", "script", "select", "style", "summary", "svg", "table", "template",
                   "textarea", "time"))  # fmt: skip
"""In which nothing is explained."""
_KEPT_BY = (" hidden", "ch-hidden", " lang=", "ch-badge", "ch-button", "ch-chip")
"""What in a tag says so too: marks and buttons are one word each for the eye, which a link inside would part."""
_VOID = frozenset(("br", "hr", "img", "input", "link", "meta", "source", "wbr"))


@cache
def _spellings(tag: str) -> Mapping[str, Entry]:
    """How pages in the language that is spoken write each term, which is also how English does. The longest first, so that `CITES`
    is not taken out of `CITES permit`."""
    written = {
        spelling: entry
        for entry in GLOSSARY
        for spelling in (entry.label, *entry.spellings, *((gettext(entry.label),) if tag != ENGLISH else ()))
        if entry.is_explained
    }
    return dict(sorted(written.items(), key=lambda pair: -len(pair[0])))


def explained(html: str, link: Callable[[str], str]) -> str:
    """The fragment of a page with its terms explained. link: from an address of the site to the link that leads there."""
    known = _spellings(language().tag)
    places = sorted(_places(html, known))
    if not places:
        return html
    running = _running(html, places[-1][0])
    begin, end = next(running, (len(html), len(html)))
    open_entries, pieces, at = {known[spelling].id for _, spelling in places}, list[str](), 0
    for place, spelling in places:
        if not open_entries:
            break
        while end <= place:
            begin, end = next(running, (len(html), len(html)))
        entry = known[spelling]
        if begin <= place and entry.id in open_entries:
            open_entries.remove(entry.id)
            pieces += (html[at:place], _explanation(spelling, entry, link(f"{ADDRESS}#{entry.id}")))
            at = place + len(spelling)
    return "".join((*pieces, html[at:]))


def in_words(entry: Entry) -> str:
    """What its letters stand for, and its meaning."""
    return f"{gettext(entry.long)}. {gettext(entry.meaning)}" if entry.long else gettext(entry.meaning)


def _explanation(term: str, entry: Entry, to: str) -> str:
    return f'<a class="ch-term" href="{to}" title="{escape(in_words(entry))}">{term}</a>'


def _places(html: str, known: Mapping[str, Entry]) -> Iterator[tuple[int, str]]:
    """Where a term stands as whole words in what may be running text, and how it is spelt there."""
    spans: list[tuple[int, int]] = []
    for spelling in known:
        at = html.find(spelling)
        while at >= 0:
            end = at + len(spelling)
            if _is_word(html, at, end) and not any(first <= at < last for first, last in spans):
                spans.append((at, end))
                if _may_be_running(html, at):
                    yield at, spelling
            at = html.find(spelling, end)


def _is_word(html: str, at: int, end: int) -> bool:
    return not (html[at - 1 : at].isalnum() or html[at - 1 : at] == "-" or html[end : end + 1].isalnum() or html[end : end + 1] == "-")


def _may_be_running(html: str, at: int) -> bool:
    """Whether a place is in a text, and not right after the start of what is kept: this alone rules out nearly all."""
    begin, end = html.rfind("<", 0, at), html.rfind(">", 0, at)
    if begin > end:
        return False
    name, is_end = _name(html[html.rfind("<", 0, end) : end + 1])
    return is_end or name not in _KEPT


def _running(html: str, until: int) -> Iterator[tuple[int, int]]:
    """Where running text begins and ends in which a term may be explained, up to a place."""
    depth, kept, nested, start = 0, "", 0, html.find("<")
    while 0 <= start < until:
        end = html.find(">", start)
        while end >= 0 and html.count('"', start, end) % 2:  # a value may hold what ends a tag
            end = html.find(">", end + 1)
        if end < 0:
            return
        tag = html[start : end + 1]
        name, is_end = _name(tag)
        if kept:
            if name == kept:
                nested += -1 if is_end else 1
                kept = kept if nested else ""
        elif not is_end and name not in _VOID and (name in _KEPT or any(sign in tag for sign in _KEPT_BY)):
            kept, nested = name, 1
        if name in _TEXTS:
            depth += -1 if is_end else 1
        start = html.find("<", end)
        if depth and not kept and start > end + 1:
            yield end + 1, start


def _name(tag: str) -> tuple[str, bool]:
    """The name of a tag's element, and whether it is an end tag; templates and parsers write both in small letters."""
    is_end = tag.startswith("</")
    begin = 2 if is_end else 1
    end = tag.find(" ")
    return tag[begin : end if end > 0 else -1], is_end
