"""Autodiscovery: links in a page's head by which readers and calendars find the feeds and calendars that fit it."""

from collections.abc import Iterator, Mapping
from html import escape

from clearinghouse.publications.channels import ALL, Channel, channel_of_facet, title_of
from clearinghouse.publications.html.links import link
from clearinghouse.publications.site import Site
from clearinghouse.records.collections.legislation import LegislationStatus


def fitting(address: str, known: Mapping[str, Channel]) -> tuple[Channel, ...]:
    """The channels that fit the page at an address, the closest first, which is the one that some readers take unasked."""
    return tuple(known[key] for key in dict.fromkeys(_closest_first(address)) if key in known)


def _closest_first(address: str) -> Iterator[str]:
    collection, *rest = address.rstrip("/").split("/")
    if len(rest) > 2 and rest[0] == "by":
        yield channel_of_facet(rest[1], rest[2])
    if rest:
        yield f"{collection}/{rest[0]}"
    yield collection
    if rest and collection == LegislationStatus.collection:
        yield f"countries/{rest[0]}"
    yield ALL


def autodiscovery(address: str, known: Mapping[str, Channel], site: Site) -> str:
    """The links, as HTML."""
    return "".join(_links(address, known, site))


def _links(address: str, known: Mapping[str, Channel], site: Site) -> Iterator[str]:
    for channel in fitting(address, known):
        offered = [("application/rss+xml", channel.rss), ("application/atom+xml", channel.atom)] if channel.feed else []
        offered += [("application/feed+json", f"{channel.feed}.json")] if channel.id == ALL else []
        offered += [("text/calendar", channel.agenda)] if channel.agenda else []
        title = escape(title_of(channel, site))
        for kind, to in offered:
            # No second word beside it: many finders know no other (overrides/assets/pages/feed_links.js keeps Material from it).
            yield f'<link rel="alternate" type="{kind}" title="{title}" href="{link(to, address)}">'
