"""Pressing: a ZIM file whose clusters libzim has left plain comes in, the same file with pressed clusters leaves.

libzim presses at Zstandard's level 19 and knows no other: of 10,000 records that takes two minutes, where ten seconds give
a file that is 4 % larger. Only places change: what a cluster holds, and in which one an entry lies, stays as libzim has it.
The format: https://wiki.openzim.org/wiki/ZIM_file_format, version 6, where all numbers are little-endian.
"""

import hashlib
import mmap
import struct
from itertools import accumulate
from pathlib import Path

import zstandard

LEVEL = 12
_HEADER = struct.Struct("<IHH16sIIQQQQIIQ")
_MAGIC, _VERSION = 72173914, 6
_NOWHERE = 2**64 - 1
_PLAIN, _ZSTANDARD = 1, 5
"""What the first byte of a cluster says of it."""
_OFFSET = struct.Struct("<I")
_ENTRY = struct.Struct("<HxcII")
"""Of an entry: its kind, how far its parameters reach, its namespace, its revision, its cluster."""
_INDEXES = b"X"
"""The namespace of what libzim reads where it lies, such as its indexes: their clusters cannot be pressed."""
_LAST_KIND = 0xFFFC
"""Above it are entries without a cluster, such as redirects."""


def pressed(plain: Path, path: Path) -> None:
    """Writes the pressed file to `path`. Raises ValueError where `plain` is not as libzim 9 writes it."""
    with plain.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as old:
        magic, version, minor, uid, entries, count, paths, titles, clusters, kinds, main, layout, end = _HEADER.unpack_from(old)
        if (magic, version, titles, end) != (_MAGIC, _VERSION, _NOWHERE, len(old) - 16):
            raise ValueError("its header is of another kind")
        begins = _pointers(old, clusters, count)
        after = [begin + _length(old, begin) for begin in begins]
        if after[:-1] != begins[1:] or min(paths, clusters) < after[-1]:
            raise ValueError("its parts lie in another order")
        addresses = _pointers(old, paths, entries)
        in_place = {cluster for kind, namespace, _, cluster in (_ENTRY.unpack_from(old, each) for each in addresses)
                    if namespace == _INDEXES and kind <= _LAST_KIND}  # fmt: skip
        press = zstandard.ZstdCompressor(level=LEVEL)
        parts = [
            old[begin:upto] if number in in_place else bytes([_ZSTANDARD]) + press.compress(old[begin + 1 : upto])
            for number, (begin, upto) in enumerate(zip(begins, after, strict=True))
        ]
        places = list(accumulate(map(len, parts), initial=begins[0]))
        less = after[-1] - places.pop()
        rest = bytearray(old[after[-1] : end])
        struct.pack_into(f"<{entries}Q", rest, paths - after[-1], *(each - less for each in addresses))
        struct.pack_into(f"<{count}Q", rest, clusters - after[-1], *places)
        header = _HEADER.pack(
            magic, version, minor, uid, entries, count, paths - less, titles, clusters - less, kinds, main, layout, end - less
        )
        written = [header, old[_HEADER.size : begins[0]], *parts, bytes(rest)]
    checksum = hashlib.md5(usedforsecurity=False)
    with path.open("xb") as new:
        for part in written:
            checksum.update(part)
            new.write(part)
        new.write(checksum.digest())


def _pointers(old: mmap.mmap, place: int, count: int) -> list[int]:
    return list(struct.unpack_from(f"<{count}Q", old, place))


def _length(old: mmap.mmap, begin: int) -> int:
    """The length of a plain cluster. After its first byte it begins with the offsets of what it holds, and of its end."""
    if old[begin] != _PLAIN:
        raise ValueError("one of its clusters is of another kind")
    (first,) = _OFFSET.unpack_from(old, begin + 1)
    (end,) = _OFFSET.unpack_from(old, begin + 1 + first - _OFFSET.size)
    return 1 + int(end)
