"""Outward: the sources of a record wherever they stand in it, and every address outside the site that it names."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from pydantic import BaseModel

from clearinghouse.catalogue.catalogue import Catalogue
from clearinghouse.records.collections.record import Record, Source
from clearinghouse.records.link_report import DEAD_AFTER, LinkReport

_LINKS = ("url", "answer", "archived")
"""Keys that hold an address."""
_IN_BODY = re.compile(r"https?://[^\s<>\"'\]]+")
_CLOSING = ".,;:!?*_"


@dataclass(frozen=True)
class Outward:
    """An address that a record names. key: where it stands, dotted: `sources.0.url`; source: the source whose page it is, or None."""

    url: str
    key: str
    source: Source | None = None


def sources_of(record: Record) -> tuple[Source, ...]:
    """Every source of a record, those of the claims in it too."""
    return tuple(part for _, part in _parts(record, "") if isinstance(part, Source))


def links_of(record: Record) -> Iterator[Outward]:
    """Every http address that a record names, those in its body too, in the order of its keys."""
    for key, part in _parts(record, ""):
        for name in _LINKS:
            url = getattr(part, name, None)
            if isinstance(url, str) and url.startswith("http"):
                yield Outward(url, f"{key}{name}", part if isinstance(part, Source) and name == "url" else None)
    for url in _IN_BODY.findall(record.body or ""):
        yield Outward(_unwrapped(url), "body")


@dataclass(frozen=True)
class Named:
    """That a record names an address."""

    record: Record
    outward: Outward


def addresses(catalogue: Catalogue) -> Mapping[str, tuple[Named, ...]]:
    """Every address outside the site, without the part of a page that it may name, and who names it; those of withdrawn
    records left out."""
    by_url: dict[str, list[Named]] = defaultdict(list)
    for record in (*catalogue.plans, *catalogue.records):
        for outward in links_of(record) if record.withdrawn is None else ():
            by_url[outward.url.partition("#")[0]].append(Named(record, outward))
    return {url: tuple(by_url[url]) for url in sorted(by_url)}


def archived_copies(catalogue: Catalogue, before: LinkReport, on: date, template: str) -> Mapping[str, str]:
    """Where an archived copy may be found of each address that is dead if it fails once more, and has none yet.
    template: the address of copies, with {day} and {url}; empty for nowhere."""
    copies = {}
    for url, named in addresses(catalogue).items() if template else ():
        state = before.states.get(url)
        failures = [failure for failure in state.failures if failure.on != on] if state else []
        source = next((name.outward.source for name in named if name.outward.source), None)
        if state and len(failures) + 1 >= DEAD_AFTER and not state.archived and not (source and source.archived):
            read_on = source.accessed if source else state.checked
            copies[url] = template.replace("{day}", f"{read_on:%Y%m%d}").replace("{url}", url)
    return copies


def _parts(part: BaseModel, key: str) -> Iterator[tuple[str, BaseModel]]:
    """A record and all groups in it, each with its key and a dot."""
    yield key, part
    for name, value in part.__dict__.items():
        if isinstance(value, BaseModel):
            yield from _parts(value, f"{key}{name}.")
        elif isinstance(value, tuple):
            for number, member in enumerate(value):
                if isinstance(member, BaseModel):
                    yield from _parts(member, f"{key}{name}.{number}.")


def _unwrapped(url: str) -> str:
    """An address of a text without what only ends the sentence or the link of Markdown around it."""
    url = url.rstrip(_CLOSING)
    while url.endswith(")") and url.count("(") < url.count(")"):
        url = url[:-1].rstrip(_CLOSING)
    return url
