"""Memory: what a build has made that takes long, by keys that stand for all it is made of; it lies beside the site, for the next build.

So nothing in it can be out of date, and a build that finds none, or a damaged one, makes the same site.
"""

import contextlib
import sys
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import cbor2

from clearinghouse.world.disk.whole_files import whole_file
from clearinghouse.world.failure import Failure

Memory = dict[str, bytes]
_SUM = sha256().digest_size


@contextlib.contextmanager
def remembered(site: Path) -> Iterator[Memory]:
    """What the last build of a site has left; what stands there when the block ends well is what this one leaves."""
    path = memory_of(site)
    memory = _read(path)
    before = set(memory)
    yield memory
    if set(memory) != before:
        content = cbor2.dumps(memory)
        try:
            with whole_file(path) as file:
                file.write(with_sum(content))
        except Failure as failure:  # the site is whole without it
            print(f"chm: {failure}; the next build takes longer", file=sys.stderr, flush=True)


def memory_of(site: Path) -> Path:
    """Where the memory of a site's builds lies: beside it, as the lock does."""
    site = site.resolve()
    return site.with_name(f".{site.name}.memory")


def _read(path: Path) -> Memory:
    try:
        content = path.read_bytes()
    except OSError:  # there is none yet, or nobody may read it: all is made anew
        return {}
    known = without_sum(content)
    memory: Memory = {} if known is None else cbor2.loads(known)
    return memory


def with_sum(content: bytes) -> bytes:
    """A content behind its sum, by which damage shows."""
    return sha256(content).digest() + content


def without_sum(content: bytes) -> bytes | None:
    """The content behind its sum; None where one of them is damaged."""
    return content[_SUM:] if sha256(content[_SUM:]).digest() == content[:_SUM] else None
