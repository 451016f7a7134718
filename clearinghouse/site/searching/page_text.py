"""Page text: a finished page of a site comes in, what Pagefind shall read of it goes out, and nothing beside that.

Menus, lists of related records and ways to cite are most of a page. Without them Pagefind takes a third of its time, and a page
whose neighbour changed is the same page to the search.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lxml import etree
from lxml import html as lxml_html

PAGES = (
    "*/index.html",
    "*/*/index.html",
    "plans/*/*/index.html",
    "legislation/*/*/index.html",
    "legislation/penalties/by/countries/*/index.html",
)
"""Where pages that are found by search lie: other narrowed lists, which are many, lie deeper and are not even read."""
_MARK = "data-pagefind-body"
_ARTICLE = "article"
_UNREAD = etree.XPath("//*[@data-pagefind-ignore] | //svg | //comment()")
_READ = etree.XPath(f"//*[@{_MARK} or @data-pagefind-meta][not(ancestor::*[@{_MARK}])]")
_FACTS = etree.XPath("//dl[@class='ch-facts']/div/dd")
_LINES = etree.XPath("//dl[@class='ch-facts']/div/dd/br")
_STARTS = etree.XPath("string(//@data-starts)")


@dataclass(frozen=True, order=True)
class PageText:
    """What Pagefind reads of a page. starts: its first day as it is sorted, `0000` for none; html: the elements that Pagefind reads."""

    starts: str
    address: str
    html: str


def page_texts(folder: Path) -> Iterator[PageText]:
    """The pages of a finished site that the search finds."""
    for path in sorted({path for pattern in PAGES for path in folder.glob(pattern)}):
        if _MARK in (html := path.read_text("utf-8")):
            yield page_text(f"{path.parent.relative_to(folder).as_posix()}/", html)


def page_text(address: str, html: str) -> PageText:
    """What Pagefind reads of a page."""
    start, end = html.index(f"<{_ARTICLE}"), html.rindex(f"</{_ARTICLE}>")
    tree = lxml_html.document_fromstring(html[start:end])
    for element in _UNREAD(tree):
        element.drop_tree()
    # Signs that the search reads where the layout does without: `When: 3 March; end not stated`.
    for sign, elements in ((":", _FACTS(tree)), (";", _LINES(tree))):
        for element in elements:
            element.attrib.update({"data-pagefind-index-attrs": "data-is", "data-is": sign})
    read = "".join(lxml_html.tostring(element, encoding="unicode") for element in _READ(tree))
    return PageText(_STARTS(tree), address, read)
