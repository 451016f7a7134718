"""Subscribe: every feed and agenda offered by what one may want to follow, in plain lists and to a small script."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any
from urllib.parse import quote

from markupsafe import escape

from clearinghouse.catalogue.catalogue import Catalogue
from clearinghouse.publications.agendas.spans import older_years
from clearinghouse.publications.channels import ALL, Channel, channels, title_of
from clearinghouse.publications.feeds.feed import SUBSCRIBE
from clearinghouse.publications.feeds.following import part_of, webcal_of
from clearinghouse.publications.feeds.opml import ADDRESS as OPML
from clearinghouse.publications.html.prose import parted
from clearinghouse.publications.html.qr_codes import qr_file, qr_inline
from clearinghouse.publications.pages.embed import EMBED
from clearinghouse.publications.pages.news import digests
from clearinghouse.publications.site import Site
from clearinghouse.publications.translation.texts import gettext

_OPEN = ("Kinds", "Countries")
"""The lists that stand open; the long ones open at a click."""
READERS = (
    ("Feedly", "https://feedly.com/i/subscription/feed%2F{feed}"),
    ("Inoreader", "https://www.inoreader.com/?add_feed={feed}"),
    ("NewsBlur", "https://www.newsblur.com/?url={feed}"),
)
CALENDARS = (
    ("Google Calendar", "https://calendar.google.com/calendar/r?cid={webcal}"),
    ("Outlook", "https://outlook.live.com/calendar/0/addfromweb?url={agenda}"),
    ("Outlook at work", "https://outlook.office.com/calendar/0/addfromweb?url={agenda}"),
)
"""Where others take an address over: a name, and a form into which the address is filled, as a part of a query."""


@dataclass(frozen=True)
class Choice:
    """A channel as it is offered. id: its part of the page; code: of a member state; feed, agenda, webcal: whole addresses,
    to be copied, empty where there is none; qr: the address of its QR code."""

    channel: Channel
    id: str
    code: str
    feed: str
    agenda: str
    webcal: str
    qr: str

    @property
    def xml(self) -> str:
        """Where a browser shows the feed, or empty."""
        return f"{self.feed.removesuffix('.rss')}.xml" if self.feed else ""


def choice(channel: Channel, site: Site) -> Choice:
    """A channel's addresses."""
    part = part_of(channel)
    return Choice(
        channel,
        part,
        channel.state.upper(),
        site.url + channel.rss if channel.feed else "",
        site.url + channel.agenda if channel.agenda else "",
        webcal_of(channel, site),
        f"{SUBSCRIBE}{part}.svg",
    )


def context(catalogue: Catalogue, site: Site, prose: str) -> Mapping[str, Any]:
    """What the page lays out around its prose."""
    head, sections = parted(prose)
    offered = channels(catalogue)
    groups = [
        {
            "id": group.lower(), "title": group, "is_open": group in _OPEN,
            "choices": [choice(channel, site) for channel in members],
        }
        for group, members in groupby(offered.values(), key=lambda channel: channel.group)
    ]  # fmt: skip
    everything = choice(offered[ALL], site)
    return {
        "head": head,
        "prose_sections": sections,
        "everything": everything,
        "groups": groups,
        "older": tuple(older_years(catalogue).values()),
        "ways": {"readers": _ways(READERS, everything), "calendars": _ways(CALENDARS, everything)},
        "qr": qr_inline(f"{site.url}{SUBSCRIBE}", gettext("QR code of this page")),
        "opml": OPML,
        "embed": EMBED,
        "digests": digests.ADDRESS,
        "frame": f'<iframe src="{site.url}{EMBED}" title="{escape(site.name)}: what comes next" width="100%" height="480"></iframe>',
    }


def _ways(forms: tuple[tuple[str, str], ...], of: Choice) -> list[tuple[str, str, str]]:
    """Names, links filled for a choice, and the forms that a script fills for others."""
    filled = {"feed": quote(of.feed, safe=""), "agenda": quote(of.agenda, safe=""), "webcal": quote(of.webcal, safe="")}
    return [(name, form.format(**filled), form) for name, form in forms]


def qr_files(catalogue: Catalogue, site: Site) -> Iterator[tuple[str, str]]:
    """A QR code for every choice, which leads to it on the page: a phone has the page's links, whatever it is."""
    for channel in channels(catalogue).values():
        offered = choice(channel, site)
        yield offered.qr, qr_file(f"{site.url}{SUBSCRIBE}#{offered.id}", title_of(channel, site))
