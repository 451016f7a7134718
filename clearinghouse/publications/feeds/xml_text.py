"""XML as bytes: elements of lxml in the order in which they were added, with the stylesheet of feeds."""

from lxml import etree

from clearinghouse.publications.html.links import link

STYLESHEET = "assets/feed.css"


def child(parent: etree._Element, name: str, text: str | None = None, /, **attributes: str) -> etree._Element:
    """Adds an element. lxml escapes text and attributes, and refuses what no XML can hold, which no record has either."""
    element = etree.SubElement(parent, name, attributes)
    element.text = text
    return element


def document(root: etree._Element, address: str, styled: bool = True) -> bytes:
    """The whole document at an address, in UTF-8; the same bytes for the same elements."""
    if styled:
        # A stylesheet in CSS: browsers warn of XSLT, and are taking it out.
        root.addprevious(etree.ProcessingInstruction("xml-stylesheet", f'type="text/css" href="{link(STYLESHEET, address)}"'))
    written: bytes = etree.tostring(root.getroottree(), encoding="UTF-8", xml_declaration=True, pretty_print=True)
    return written
