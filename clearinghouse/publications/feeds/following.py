"""Following: the buttons by which a page offers what fits it: the choice of Subscribe, and its calendar.

No button leads to a feed: servers send `.rss` as `application/rss+xml`, which browsers show as bare text, and a calendar that is
saved as a file learns of no change.
"""

from clearinghouse.publications.channels import Channel
from clearinghouse.publications.feeds.feed import SUBSCRIBE
from clearinghouse.publications.html.parts import Action
from clearinghouse.publications.site import Site


def choice_of(channel: Channel) -> str:
    """The address of the page of subscriptions with this channel chosen; without a script, of its row there."""
    return f"{SUBSCRIBE}#{part_of(channel)}"


def part_of(channel: Channel) -> str:
    """The channel's part of that page."""
    return channel.id.replace("/", "-")


def webcal_of(channel: Channel, site: Site) -> str:
    """The address by which a calendar program subscribes, or empty."""
    return f"webcal://{site.url.split('://', 1)[1]}{channel.agenda}" if channel.agenda else ""


def following(channel: Channel, site: Site, about: str = "", main: bool = False, has_dates: bool = True) -> tuple[Action, ...]:
    """The buttons. about: of what, where the page does not say so; main: whether it is what the page wants most; has_dates: whether
    the page tells of events."""
    updates = Action(f"Get updates{about}", to=choice_of(channel), main=main)
    return (updates, Action("Subscribe in your calendar", href=webcal_of(channel, site))) if channel.agenda and has_dates else (updates,)
