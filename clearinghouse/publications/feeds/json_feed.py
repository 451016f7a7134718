"""JSON Feed 1.1: the feed of all updates for programs (jsonfeed.org/version/1.1); feedgen makes none."""

import json
from typing import Any

from clearinghouse.publications.feeds.entries import Entry
from clearinghouse.publications.feeds.feed import Feed
from clearinghouse.publications.site import Site


def json_feed(feed: Feed, site: Site) -> str:
    """The feed as JSON text, with letters of every script as they are."""
    content = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "home_page_url": site.url + feed.page,
        "feed_url": f"{site.url}{feed.address}.json",
        "description": feed.description,
        "language": "en",
        "authors": [{"name": site.name, "url": site.url}],
        "items": [_item(entry) for entry in feed.entries],
    }
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def _item(entry: Entry) -> dict[str, Any]:
    return {
        "id": entry.id,
        "url": entry.link,
        "title": entry.title,
        "summary": entry.summary,
        "content_html": entry.html,
        "date_published": f"{entry.on.isoformat()}T00:00:00Z",
        "tags": [category.label for category in entry.categories],
    }
