"""File: a finished document of the site, which needs no theme around it."""

from dataclasses import dataclass

from clearinghouse.publications.files.kinds import Kind


@dataclass(frozen=True)
class File:
    """A document. address: relative to the site's root; one that ends in a slash is a page; states: those that it concerns,
    as addresses have them; is_promised: whether others may rely on its address, so that it stands in `addresses.txt`."""

    address: str
    kind: Kind
    content: str | bytes
    title: str = ""
    states: tuple[str, ...] = ()
    is_promised: bool = True
