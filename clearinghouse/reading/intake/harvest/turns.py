"""Turns: of what is due at a source, one run asks for a part, one after the other; the next run goes on where that one stopped."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice


@dataclass(frozen=True)
class Share:
    """What a source may take of a run. most: records or pages that are asked for one by one; is_over: says whether its time is."""

    most: int
    is_over: Callable[[], bool] = lambda: False


@dataclass
class Turn:
    """What one run asks a source for. what: "records" or "pages"; before: the one that the last run reached. After `of` was walked
    through: due: how many there are in all; asked: how many this run did ask for; last: the last of those."""

    share: Share
    what: str
    before: str = ""
    due: int = 0
    asked: int = 0
    last: str = ""

    def of(self, addresses: Sequence[str]) -> Iterator[str]:
        """Those whose turn it is: from after the one that the last run reached, and from the start again after the end."""
        self.due = len(addresses)
        start = addresses.index(self.before) + 1 if self.before in addresses else 0
        for address in islice([*addresses[start:], *addresses[:start]], self.share.most):
            if self.share.is_over():
                break
            self.asked, self.last = self.asked + 1, address
            yield address

    @property
    def expected(self) -> int:
        """How many it asks for where its time suffices."""
        return min(self.due, self.share.most)

    @property
    def waiting(self) -> int:
        """How many wait for the next run."""
        return self.due - self.asked

    @property
    def reached(self) -> str:
        """After which the next run goes on; empty where nothing waits."""
        return (self.last or self.before) if self.waiting else ""
