"""The memory of gathering as a file: what was proposed of which record of another site, one JSON object a line.

By it the next run knows again what it proposed, also what somebody here turned down by deleting the file; asks for nothing
that has not changed; and goes on where this one stopped.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from clearinghouse.problems.intake.harvests import HARVEST_004
from clearinghouse.problems.limit import MOST_PROBLEMS, first_problems
from clearinghouse.problems.problem import Place, Problem

NAME = "_harvest.jsonl"
"""In the data folder; no record's name begins like that."""
LARGEST_MEMORY = 8_000_000
"""In bytes: some 300 for each record, and as many for each page of a sitemap."""
_HEAD, _VERSION = "harvest", 1
_TEXTS = ("address", "path", "seen", "modified")
_OF_SOURCE = ("etag", "modified", "settings", "reached")


@dataclass(frozen=True)
class Known:
    """What is known of a record of another site. path: the file that was proposed, relative to the data folder; seen: a digest of
    what it said; modified: when it changed last, where the site says so."""

    address: str
    path: str
    seen: str
    modified: str = ""


@dataclass(frozen=True)
class KnownPage:
    """What is known of a page that a sitemap lists. etag, modified: by which its server knows it again; holds: the addresses of the
    records that it describes."""

    etag: str = ""
    modified: str = ""
    holds: tuple[str, ...] = ()


@dataclass(frozen=True)
class SourceMemory:
    """What is known of a source. etag, modified: of what was read first there; settings: a digest of how it was read; reached: the
    last record or page that a run read which could not read all; records, pages: by their addresses."""

    etag: str = ""
    modified: str = ""
    settings: str = ""
    reached: str = ""
    records: Mapping[str, Known] = field(default_factory=dict)
    pages: Mapping[str, KnownPage] = field(default_factory=dict)

    @property
    def unstamped(self) -> "SourceMemory":
        """The same, as if nobody knew whether anything has changed since."""
        records = {address: replace(known, modified="") for address, known in self.records.items()}
        pages = {address: KnownPage(holds=page.holds) for address, page in self.pages.items()}
        return replace(self, etag="", modified="", records=records, pages=pages)


Memory = Mapping[str, SourceMemory]
"""By the id of the source."""


def memory_text(memory: Memory) -> str:
    """The file, sources and addresses in their order; without the pages where it were too large with them: they spare requests alone."""
    text = _text(memory)
    return text if len(text.encode()) <= LARGEST_MEMORY else _text({source: replace(known, pages={}) for source, known in memory.items()})


def _text(memory: Memory) -> str:
    rows: list[Mapping[str, Any]] = [{_HEAD: _VERSION}]
    for source, known in sorted(memory.items()):
        rows.append({"source": source} | {key: getattr(known, key) for key in _OF_SOURCE})
        rows += [{"of": source} | {key: getattr(one, key) for key in _TEXTS} for _, one in sorted(known.records.items())]
        rows += [
            {"of": source, "page": address, "etag": page.etag, "modified": page.modified, "holds": page.holds}
            for address, page in sorted(known.pages.items())
        ]
    return "".join(json.dumps({key: value for key, value in row.items() if value}, ensure_ascii=False) + "\n" for row in rows)


def memory_of(name: str, content: bytes) -> Memory | list[Problem]:
    """What a file says. name: as problems name it."""
    problems: list[Problem] = []
    sources: dict[str, dict[str, str]] = {}
    records: dict[str, dict[str, Known]] = {}
    pages: dict[str, dict[str, KnownPage]] = {}
    for number, line in enumerate(content[:LARGEST_MEMORY].splitlines(), start=1):
        row = _row(line)
        if number == 1 and row is not None and row.get(_HEAD) == _VERSION:
            continue
        texts = {key: value for key, value in (row or {}).items() if isinstance(value, str)}
        if number > 1 and "source" in texts:
            sources[texts["source"]] = texts
        elif number > 1 and {"of", "address", "path", "seen"} <= texts.keys():
            records.setdefault(texts["of"], {})[texts["address"]] = Known(*(texts.get(key, "") for key in _TEXTS))
        elif number > 1 and row is not None and {"of", "page"} <= texts.keys():
            pages.setdefault(texts["of"], {})[texts["page"]] = _page(row, texts)
        elif line.strip() or number == 1:
            problems.append(HARVEST_004.at(Place(name, number), found=line.decode("utf-8", "replace")))
            if len(problems) > MOST_PROBLEMS:
                break
    if problems:
        return first_problems(problems, len(problems), at_least=True)
    return {
        source: _source(sources.get(source, {}), records.get(source, {}), pages.get(source, {})) for source in [*sources, *records, *pages]
    }


def _source(texts: Mapping[str, str], records: Mapping[str, Known], pages: Mapping[str, KnownPage]) -> SourceMemory:
    etag, modified, settings, reached = (texts.get(key, "") for key in _OF_SOURCE)
    return SourceMemory(etag, modified, settings, reached, records, pages)


def _page(row: Mapping[str, Any], texts: Mapping[str, str]) -> KnownPage:
    holds = row.get("holds")
    addresses = [address for address in holds if isinstance(address, str)] if isinstance(holds, list) else []
    return KnownPage(texts.get("etag", ""), texts.get("modified", ""), tuple(addresses))


def _row(line: bytes) -> Mapping[str, Any] | None:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return row if isinstance(row, dict) else None
