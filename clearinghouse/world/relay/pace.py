"""Pace: who has sent how much lately comes in as addresses, and leaves as the seconds that somebody has to wait; nothing is written."""

import ipaddress
import math
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Lock

WINDOW = 600
"""In seconds: limits are for ten minutes."""
MOST_KNOWN = 10_000
"""So many addresses are remembered; the one that was silent longest is forgotten first."""


@dataclass
class Bucket:
    """What somebody may still send, which grows again with time."""

    left: float
    since: float

    def fill(self, most: int, now: float) -> None:
        """Adds what has grown since it was asked last."""
        self.left = min(float(most), self.left + max(0.0, now - self.since) * most / WINDOW)
        self.since = now

    def seconds(self, most: int) -> int:
        """How long until one more may be sent; 0 where that is now."""
        return 0 if self.left >= 1 else math.ceil((1 - self.left) * WINDOW / most)


@dataclass
class Pace:
    """Limits for one address and for all of them. clock: gives seconds."""

    most_of_one: int
    most_in_all: int
    clock: Callable[[], float]
    _known: OrderedDict[str, Bucket] = field(default_factory=OrderedDict)
    _all: Bucket | None = None
    _lock: Lock = field(default_factory=Lock)

    def wait_for(self, address: str) -> int:
        """How many seconds an address has to wait; 0 where it may send now, which is then counted."""
        with self._lock:
            now, name = self.clock(), network_of(address)
            own = self._known.pop(name, None) or Bucket(self.most_of_one, now)
            self._known[name] = own
            if len(self._known) > MOST_KNOWN:
                self._known.popitem(last=False)
            self._all = self._all or Bucket(self.most_in_all, now)
            own.fill(self.most_of_one, now)
            self._all.fill(self.most_in_all, now)
            wait = max(own.seconds(self.most_of_one), self._all.seconds(self.most_in_all))
            if not wait:
                own.left -= 1
                self._all.left -= 1
            return wait


def network_of(address: str) -> str:
    """What counts as one sender: an address of IPv4, or the network of one of IPv6, of which a household has 2^64."""
    try:
        known = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return ""
    if isinstance(known, ipaddress.IPv4Address):
        return str(known)
    return str(known.ipv4_mapped or ipaddress.ip_network((known, 64), strict=False))
