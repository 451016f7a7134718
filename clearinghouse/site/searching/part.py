"""Part: pages come in, runs of neighbours among them go out, each with a key that stands for all that its index is made of.

Pagefind reads all pages at once, which takes memory with their number, and a changed page is all pages anew. So it is given a few
hundred at a time, and `whole_index` makes one index of what it answers. A part is taken from the index of an earlier site where its
key is the same.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256

from clearinghouse.site.searching.page_text import PageText
from clearinghouse.site.searching.pagefind import VERSION

FORMAT = 1
"""Of the bytes of a part's index: another number makes all of them anew."""
_ONE_IN, _MOST = 256, 1000


@dataclass(frozen=True)
class Part:
    """Some pages, in the order of their first days, then of their addresses."""

    pages: tuple[PageText, ...]

    @cached_property
    def key(self) -> str:
        """What stands for all that the index of the part is made of: what Pagefind reads of its pages, and the program itself."""
        digest = sha256(f"{VERSION} {FORMAT} ".encode())
        for page in self.pages:
            digest.update("\0".join((page.starts, page.address, page.html, "")).encode())
        return digest.hexdigest()


def parts(pages: Iterable[PageText]) -> Iterator[Part]:
    """All pages, in parts. A part ends where the hash of an address says so: so a page that comes or goes changes its part alone."""
    some: list[PageText] = []
    for page in sorted(pages):
        some.append(page)
        if len(some) == _MOST or sha256(page.address.encode()).digest()[0] % _ONE_IN == 0:
            yield Part(tuple(some))
            some = []
    if some:
        yield Part(tuple(some))
