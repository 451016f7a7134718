"""Addresses: what others rely on of a site is still there in the next one (DESIGN §4, `addresses.txt`)."""

import re

_MAY_GO = re.compile(r"/page/\d+/$|/by/[^/]+/[^/]+/|^/months/")
"""What follows from the records of the day: pages on which a list goes on, narrowed lists of a word that no record has any
more, and months in which nothing is any more. Nobody could bring them back."""


def lost_addresses(live: str, new: str) -> list[str]:
    """The addresses of one `addresses.txt` that another no longer has, but for those that come and go with the records."""
    return sorted(address for address in set(live.split()) - set(new.split()) if not _MAY_GO.search(address))
