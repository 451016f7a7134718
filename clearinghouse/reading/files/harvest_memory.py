"""The memory of gathering as a file: what was proposed of which record of another site, one JSON object a line.

By it the next run knows again what it proposed, also what somebody here turned down by deleting the file; and asks for nothing
that has not changed.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from clearinghouse.problems.intake.harvests import HARVEST_004
from clearinghouse.problems.limit import MOST_PROBLEMS, first_problems
from clearinghouse.problems.problem import Place, Problem

NAME = "_harvest.jsonl"
"""In the data folder; no record's name begins like that."""
LARGEST_MEMORY = 8_000_000
"""In bytes: some 300 for each record."""
_HEAD, _VERSION = "harvest", 1
_TEXTS = ("address", "path", "seen", "modified")


@dataclass(frozen=True)
class Known:
    """What is known of a record of another site. path: the file that was proposed, relative to the data folder; seen: a digest of
    what it said; modified: when it changed last, where the site says so."""

    address: str
    path: str
    seen: str
    modified: str = ""


@dataclass(frozen=True)
class SourceMemory:
    """What is known of a source. etag, modified: of what was read first there; settings: a digest of how it was read; records:
    by their addresses."""

    etag: str = ""
    modified: str = ""
    settings: str = ""
    records: Mapping[str, Known] = field(default_factory=dict)


Memory = Mapping[str, SourceMemory]
"""By the id of the source."""


def memory_text(memory: Memory) -> str:
    """The file, sources and addresses in their order."""
    rows: list[Mapping[str, Any]] = [{_HEAD: _VERSION}]
    for source, known in sorted(memory.items()):
        rows.append({"source": source, "etag": known.etag, "modified": known.modified, "settings": known.settings})
        rows += [{"of": source} | {key: getattr(one, key) for key in _TEXTS} for _, one in sorted(known.records.items())]
    return "".join(json.dumps({key: value for key, value in row.items() if value}, ensure_ascii=False) + "\n" for row in rows)


def memory_of(name: str, content: bytes) -> Memory | list[Problem]:
    """What a file says. name: as problems name it."""
    problems: list[Problem] = []
    sources: dict[str, dict[str, str]] = {}
    records: dict[str, dict[str, Known]] = {}
    for number, line in enumerate(content[:LARGEST_MEMORY].splitlines(), start=1):
        row = _row(line)
        if number == 1 and row is not None and row.get(_HEAD) == _VERSION:
            continue
        texts = {key: value for key, value in (row or {}).items() if isinstance(value, str)}
        if number > 1 and "source" in texts:
            sources[texts["source"]] = texts
        elif number > 1 and {"of", "address", "path", "seen"} <= texts.keys():
            records.setdefault(texts["of"], {})[texts["address"]] = Known(*(texts.get(key, "") for key in _TEXTS))
        elif line.strip() or number == 1:
            problems.append(HARVEST_004.at(Place(name, number), found=line.decode("utf-8", "replace")))
            if len(problems) > MOST_PROBLEMS:
                break
    if problems:
        return first_problems(problems, len(problems), at_least=True)
    return {source: _source(sources.get(source, {}), records.get(source, {})) for source in [*sources, *records]}


def _source(texts: Mapping[str, str], records: Mapping[str, Known]) -> SourceMemory:
    return SourceMemory(texts.get("etag", ""), texts.get("modified", ""), texts.get("settings", ""), records)


def _row(line: bytes) -> Mapping[str, Any] | None:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return row if isinstance(row, dict) else None
