"""Page: a finished fragment of HTML and what an adapter needs to know to put it into the site."""

from dataclasses import dataclass

from clearinghouse.publications.files.kinds import Kind
from clearinghouse.publications.search.traits import Traits


@dataclass(frozen=True)
class Page:
    """A page. address: relative to the site's root, ending in a slash, the front page's is empty; title, description:
    plain text; html: the fragment; section: the address of the nav entry under which it stands, or empty;
    is_indexed: whether search engines may list it; traits: what our own search knows of it, or None where it shall not
    find it; states: the states that it concerns, as addresses have them."""

    address: str
    title: str
    description: str
    html: str
    section: str = ""
    is_indexed: bool = True
    traits: Traits | None = None
    kind: Kind = Kind.PAGE
    states: tuple[str, ...] = ()
