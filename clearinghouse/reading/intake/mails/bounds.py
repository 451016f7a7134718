"""Bounds of a mail: its bytes come in; why it is not read at all leaves, before anything takes it apart."""

import re

LARGEST_MAIL = 20_000_000
"""In bytes. Most servers take no larger one."""
LONGEST_HEAD = 256_000
MOST_LINES, MOST_PARTS, MOST_HEADS = 400_000, 2_000, 400
"""Lines, lines that may part one part from the next, and lines that say of what kind a part is: of all these the reader makes objects,
each of which takes a hundred times its length."""
_HEAD_END = re.compile(rb"\r?\n\r?\n|\r\r")
_KIND = re.compile(rb"^content-type:", re.IGNORECASE | re.MULTILINE)


def head_of(content: bytes) -> bytes:
    """The lines above the first empty one, or as many of them as may be."""
    end = _HEAD_END.search(content, 0, LONGEST_HEAD)
    return content[: end.end() if end else LONGEST_HEAD]


def fault_of(content: bytes) -> str:
    """Why a mail is not read, in plain words; empty where it is. content: of a larger one the first bytes, at least one too many."""
    if len(content) > LARGEST_MAIL:
        return f"larger than {LARGEST_MAIL // 1_000_000} MB"
    if len(content) > LONGEST_HEAD and not _HEAD_END.search(content, 0, LONGEST_HEAD):
        return "the lines above its text never end"
    if content.count(b"\n") + content.count(b"\r") - content.count(b"\r\n") > MOST_LINES:
        return f"more than {MOST_LINES:,} lines"
    if content.count(b"\n--") + content.count(b"\r--") > MOST_PARTS or sum(1 for _ in _KIND.finditer(content)) > MOST_HEADS:
        return f"more than {MOST_HEADS:,} parts"
    return ""
