"""Bearing: whether sources bear high confidence, and the class by which they do."""

import re
from collections.abc import Iterable
from itertools import combinations
from typing import Protocol

from clearinghouse.vocabulary.source_kinds import SourceClass

BEARING: tuple[SourceClass, ...] = ("official", "organiser", "partner", "academic")
"""The classes of which one source is enough, the nearest to what is told first."""
_HOST = re.compile(r"https?://(?:www\.)?([^/?#:]+)")


class Sourced(Protocol):
    """What is asked of a source."""

    @property
    def url(self) -> str:
        """Its address."""

    @property
    def publisher(self) -> str:
        """Who published it, a date or a remark behind a comma."""

    @property
    def source_class(self) -> SourceClass:
        """How near it stands to what it tells."""


def bearing_class(sources: Iterable[Sourced]) -> SourceClass | None:
    """The class that bears high confidence, or None where none does.

    One source of a class of BEARING does, or two media sources of different publishers. Publishers differ where both the
    host of the address, without www., and the publisher's name up to its first comma do: one newspaper has several hosts,
    and one host may carry several names.
    """
    known = tuple(sources)
    classes = {source.source_class for source in known}
    media = [_publisher(source) for source in known if source.source_class == "media"]
    two = any(host != other_host and name != other_name for (host, name), (other_host, other_name) in combinations(media, 2))
    return next((name for name in BEARING if name in classes), "media" if two else None)


def _publisher(source: Sourced) -> tuple[str, str]:
    address = source.url.lower()
    host = _HOST.match(address)
    return host[1] if host else address, source.publisher.partition(",")[0].strip().lower()
