"""History: the other documents of one feed (RFC 5005 §4), as an extension of feedgen, which knows nothing of archives."""

from feedgen.ext.base import BaseEntryExtension, BaseExtension
from lxml import etree

_ATOM = "{http://www.w3.org/2005/Atom}"
_HISTORY = "http://purl.org/syndication/history/1.0"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


class History(BaseExtension):  # type: ignore[misc]  # feedgen brings no types
    """links: attributes of the links to those documents; is_archive: whether this one is hardly ever to change."""

    links: tuple[dict[str, str], ...] = ()
    is_archive = False

    def extend_ns(self) -> dict[str, str]:
        """The prefix of RFC 5005."""
        return {"fh": _HISTORY}

    def extend_rss(self, rss: etree._Element) -> None:
        """Adds them to the channel."""
        self._extend(rss[0], f"{_ATOM}link")

    def extend_atom(self, feed: etree._Element) -> None:
        """Adds them to the feed, whose elements feedgen leaves without a prefix."""
        self._extend(feed, "link")

    def _extend(self, parent: etree._Element, link: str) -> None:
        for attributes in self.links:
            etree.SubElement(parent, link, attributes)
        if self.is_archive:
            etree.SubElement(parent, f"{{{_HISTORY}}}archive")


class TitleLanguage(BaseEntryExtension):  # type: ignore[misc]  # feedgen brings no types
    """The language of an entry's title where it is another than the feed's; RSS has no place for it."""

    tag = ""

    def extend_atom(self, entry: etree._Element) -> None:
        """Marks the title."""
        entry.find("title").set(_LANG, self.tag)
