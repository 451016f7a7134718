"""The memory of the inbox as a file: which mails were read, as digests of their numbers, one JSON object a line."""

import json
from collections.abc import Mapping
from dataclasses import dataclass

NAME = "_inbox.jsonl"
"""In the folder of proposals."""
LARGEST_MEMORY = 50_000_000
_HEAD, _VERSION = "inbox", 1


@dataclass(frozen=True)
class ReadMail:
    """A mail that was read. content: a digest of what was below its head; references: of the proposals that it touched."""

    content: str
    references: tuple[str, ...] = ()


Memory = dict[str, ReadMail]
"""By the digest of the Message-ID."""


def memory_text(memory: Mapping[str, ReadMail]) -> str:
    """The file, in the order in which mails were read."""
    rows = [{"mail": number, "content": mail.content, "references": mail.references} for number, mail in memory.items()]
    return "".join(json.dumps(row) + "\n" for row in ({_HEAD: _VERSION}, *rows))


def memory_of(content: bytes) -> Memory | None:
    """What a file says; None where it is not as this version wrote it."""
    memory: Memory = {}
    try:
        first, *rows = (json.loads(line) for line in content.splitlines() if line.strip())
        if first != {_HEAD: _VERSION}:
            return None
        for row in rows:
            memory[str(row["mail"])] = ReadMail(str(row["content"]), tuple(map(str, row["references"])))
    except (ValueError, TypeError, KeyError, RecursionError):
        return None
    return memory
