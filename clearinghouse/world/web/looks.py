"""Looks: addresses come in, what a visitor sees there comes out as soon as it is known, several hosts at a time."""

import contextlib
import queue
import threading
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from clearinghouse.records.link_report import FAILED, FINE, Look
from clearinghouse.world.web.line import host_of
from clearinghouse.world.web.visiting import Visitor

WORKERS = 8


def looks_at(visitor: Visitor, urls: Iterable[str], copies: Mapping[str, str], on: date) -> Iterator[Look]:
    """Looks at all addresses, several hosts at a time and each host's one after the other, and gives each as it is known."""
    hosts: dict[str, list[str]] = defaultdict(list)
    for url in urls:
        hosts[host_of(url)].append(url)
    waiting: queue.SimpleQueue[list[str]] = queue.SimpleQueue()
    for several in sorted(hosts.values(), key=len, reverse=True):  # the longest first, or it would be waited for in the end
        waiting.put(several)
    done: queue.SimpleQueue[Look | BaseException] = queue.SimpleQueue()

    def work() -> None:
        with contextlib.suppress(queue.Empty):  # no host is left
            while True:
                for url in waiting.get_nowait():
                    try:
                        done.put(_look(visitor, url, copies.get(url, ""), on))
                    except BaseException as error:  # else the others would wait for it for ever
                        done.put(error)

    for _ in range(min(WORKERS, len(hosts))):
        threading.Thread(target=work, daemon=True).start()  # daemons: who presses Ctrl-C does not wait for slow hosts
    for _ in range(sum(map(len, hosts.values()))):
        look = done.get()
        if isinstance(look, BaseException):
            raise look
        yield look


def _look(visitor: Visitor, url: str, copy: str, on: date) -> Look:
    seen = visitor.look(url)
    archived = ""
    if seen.outcome == FAILED and copy:
        kept = visitor.look(copy)
        archived = kept.final if kept.outcome == FINE else ""
    return Look(url, on, seen.outcome, seen.why, seen.moved_to, archived)
