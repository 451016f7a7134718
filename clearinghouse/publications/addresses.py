"""Addresses: what others rely on of a site is still there in the next one (DESIGN §4, `addresses.txt`)."""

import re

_MAY_GO = re.compile(r"/page/\d+/$")
"""The pages on which a list goes on: there are as many as it takes."""


def lost_addresses(live: str, new: str) -> list[str]:
    """The addresses of one `addresses.txt` that another no longer has, but for pages on which a list goes on."""
    return sorted(address for address in set(live.split()) - set(new.split()) if not _MAY_GO.search(address))
