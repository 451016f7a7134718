"""Addresses: what others rely on of a site is still there in the next one (DESIGN §4, `addresses.txt`)."""

import re

_MAY_GO = re.compile(
    r"/page/\d+/$|/by/[^/]+/[^/]+/|^/months/|^/coverage/[^/]+/[^/]+/$|^/updates/(?:digest|archive)/[^/]+/"
    r"|^/feeds/updates/\d{4}-\d\d\.(?:rss|atom)$|^/agendas/all-\d{4}\.ics$"
)
"""What follows from the records of the day: pages on which a list goes on, narrowed lists of a word that no record has any
more, months and calendars of years in which nothing is any more, the trainings of a state for an audience or on a topic that its
own page can hold again, and digests and archives of which the only news was a deadline that has moved since. Nobody could bring
them back."""


def lost_addresses(live: str, new: str) -> list[str]:
    """The addresses of one `addresses.txt` that another no longer has, but for those that come and go with the records."""
    return sorted(address for address in set(live.split()) - set(new.split()) if not _MAY_GO.search(address))
