"""Embed: what comes next, as a small page that other sites put into a frame: no theme, no script."""

from collections.abc import Mapping
from typing import Any

from clearinghouse.catalogue.catalogue import Catalogue
from clearinghouse.publications.collections.event import event_line
from clearinghouse.publications.site import Site
from clearinghouse.publications.words import date_words

EMBED = "embed/upcoming/"
MOST = 8


def context(catalogue: Catalogue, site: Site) -> Mapping[str, Any]:
    """What the page lays out."""
    # What has begun does not come next; what is known by month or year alone stands where it may begin at the latest.
    begins = [(event.starts.last, event.id, event) for event in catalogue.upcoming if event.starts and event.starts.last >= catalogue.as_of]
    events = [event for _, _, event in sorted(begins, key=lambda begin: begin[:2])]
    return {
        "name": site.name,
        "events": [event_line(event, catalogue.as_of) for event in events[:MOST]],
        "more": max(0, len(events) - MOST),
        "seen_on": date_words(catalogue.as_of),
    }
