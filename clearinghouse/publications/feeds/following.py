"""Following: the buttons by which a page offers the feed and the agenda that fit it."""

from clearinghouse.publications.channels import Channel
from clearinghouse.publications.html.parts import Action


def following(channel: Channel, feed: str = "Feed", agenda: str = "Agenda", main: bool = False) -> tuple[Action, ...]:
    """Buttons with these words, for what the channel has. main: whether the feed is what the page wants most."""
    actions = [Action(feed, to=channel.rss, main=main)] if channel.feed else []
    return (*actions, *([Action(agenda, to=channel.agenda)] if channel.agenda else []))
