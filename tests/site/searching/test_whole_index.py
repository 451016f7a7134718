"""The whole index: parts that are put together are what Pagefind makes of all pages at once."""

import gzip
import json
from collections.abc import Iterable, Mapping, Sequence
from importlib.metadata import version
from typing import Any

import cbor2

from clearinghouse.site.searching.page_text import PageText
from clearinghouse.site.searching.pagefind import VERSION, indexes
from clearinghouse.site.searching.part_index import SIGNATURE, PartIndex
from clearinghouse.site.searching.whole_index import whole_index

_SAID = (
    '<div hidden data-pagefind-meta="title[data-title], line[data-line], ends[data-ends]{more}" data-title="Page {number}" '
    'data-line="A line" data-local="Tập huấn" data-starts="{day}" data-ends="{day}" '
    'data-pagefind-sort="starts[data-starts], ends[data-ends]">'
    '<i data-pagefind-filter="year:{year}"></i><i data-pagefind-filter="collection:trainings"></i></div>'
)
LONG = " ".join(f"word{number}" for number in range(4000))


def page(number: int, text: str, local: bool = False) -> PageText:
    """A page of a year of its own; with a field that others may not have."""
    day = f"20{10 + number}-03-01"
    said = _SAID.format(number=number, day=day, year=day[:4], more=", local[data-local]" if local else "")
    return PageText(day, f"trainings/t-{number}/", f'{said}<section data-pagefind-body><h2 id="one">One</h2><p>{text}</p></section>')


PAGES = [
    page(0, "hổ ho hồ ivory"),
    page(1, f"ivory {LONG}", local=True),
    page(2, "hổ khủng hoảng và ivories"),
    page(3, f"customs {LONG} ho", local=True),
    page(4, f"rhino _horn_ {LONG} ivory"),
]


def whole(parts: Iterable[Mapping[str, bytes]]) -> dict[str, bytes]:
    """The files of the index of parts, of what Pagefind made of each."""
    return dict(whole_index([PartIndex.of_bytes(bytes(PartIndex.of_files(files))) for files in parts]))


def facts(files: Mapping[str, bytes]) -> dict[str, Any]:
    """What an index says, by which files and fields it may be."""

    def read(path: str) -> Any:
        return cbor2.loads(gzip.decompress(files[path]).removeprefix(SIGNATURE))

    release, pages, chunks, filters, sorts, fields = read(next(path for path in files if path.endswith(".pf_meta")))
    contents = [gzip.decompress(files[f"fragment/{name}.pf_fragment"]) for name, _ in pages]

    def named(some: Iterable[Sequence[Any]]) -> list[Any]:
        return [(step, places, [fields[-place - 1] if place < 0 else place for place in others]) for step, places, others in some]

    words = [
        [(word, named(own), [(form, named(some)) for form, some in variants]) for word, own, variants in read(f"index/{name}.pf_index")[0]]
        for *_, name in chunks
    ]
    return {
        "release": release,
        "pages": [(content, length) for content, (_, length) in zip(contents, pages, strict=True)],
        "words": [word for chunk in words for word in chunk],
        "filters": {facet: dict(read(f"filter/{name}.pf_filter")[1]) for facet, name in filters},
        "sorts": dict(sorts),
    }


def test_parts_put_together_are_what_pagefind_makes_of_all_pages() -> None:
    """Words with and without accents, their places, facets and orders; and byte for byte the
    same however the pages are parted, whereas Pagefind's own files of facets differ each time."""
    of_pagefind, *parts = indexes([PAGES, PAGES[:1], PAGES[1:3], PAGES[3:]])
    assert version("pagefind") == VERSION
    in_parts = whole(parts)
    assert facts(in_parts) == facts(of_pagefind)
    assert in_parts == whole([of_pagefind])
    numbers = {facet: {term: len(pages) for term, pages in terms.items()} for facet, terms in facts(in_parts)["filters"].items()}
    assert json.loads(in_parts["counts.json"]) == numbers
    entries = [files["pagefind-entry.json"].decode().split('"hash":"') for files in (in_parts, of_pagefind)]
    assert len({(head, rest.partition('"')[2]) for head, rest in entries}) == 1


def test_words_that_begin_alike_stand_in_one_file() -> None:
    """Pagefind looks for what somebody has begun to write in one file alone; small files cost a reader less."""
    many = " ".join(f"{a}{b}{c}{number}" for a in "abcdefgh" for b in "xyz" for c in "st" for number in range(120))
    (files,) = indexes([[page(0, f"{many} {LONG}")]])
    words: list[list[str]] = []
    for path, content in whole([files]).items():
        if path.startswith("index/"):
            words.append([word for word, *_ in cbor2.loads(gzip.decompress(content).removeprefix(SIGNATURE))[0]])
    beginnings = [{word[:3] for word in some} for some in words]
    assert 1 < len(words) == sum(map(bool, words))
    assert sum(map(len, beginnings)) == len(set().union(*beginnings))
