"""Pace: no host is asked more often than once in a while, whoever asks it."""

import threading
from collections.abc import Callable


class Pace:
    """Lets those who ask wait for their turn at a host. clock, sleep: as of `time`; pause: seconds between two requests."""

    def __init__(self, pause: float, clock: Callable[[], float], sleep: Callable[[float], None]) -> None:
        self._pause, self._clock, self._sleep = pause, clock, sleep
        self._next: dict[str, float] = {}
        self._lock = threading.Lock()

    def wait(self, host: str) -> None:
        """Returns when the host may be asked."""
        with self._lock:
            now = self._clock()
            turn = max(now, self._next.get(host, now))
            self._next[host] = turn + self._pause
        if turn > now:
            self._sleep(turn - now)

    def postpone(self, host: str, seconds: float) -> None:
        """Nobody asks the host before so many seconds have passed."""
        with self._lock:
            self._next[host] = max(self._next.get(host, 0.0), self._clock() + seconds)
