"""Explanation: what a code means, as `chm explain` tells it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Explanation:
    """code: as in a report; title: the rule in a few words; why: what it is good for; mend: what to write."""

    code: str
    title: str
    why: str
    mend: str
