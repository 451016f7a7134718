"""Whole index: the indexes of parts come in, the files of one index go out, which Pagefind reads as if it had made it of all pages.

Their ranking needs that: Pagefind weighs a word by how many pages have it, so that several indexes, which it can read side by side,
give other answers than one, and each would be asked for every word.
"""

import gzip
import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from itertools import pairwise
from typing import Any

import cbor2

from clearinghouse.publications.search.traits import PAGE
from clearinghouse.site.searching.pagefind import LANGUAGE, VERSION
from clearinghouse.site.searching.part_index import FIELDS, SIGNATURE, Pages, PartIndex

WEIGHT, MOST = 5_000, 20_000
"""Places in a file of words: after how many it may end, so that a word costs a reader little; after how many it ends, as Pagefind's do."""
BEGINNING = 3
"""Letters by which words stay together in a file: Pagefind looks for the beginning of a word in one file alone."""
ENTRY, COUNTS = "pagefind-entry.json", "counts.json"
"""What Pagefind reads first, and how many pages have each term, by facet: what a question that asks nothing need not ask it."""
CONNECTORS = ("_", "‿", "⁀", "⁔", "︳", "︴", "﹍", "﹎", "﹏", "＿")
"""Signs that Pagefind takes for letters."""
_DIGITS = 5


_Placed = list[tuple[int, Pages]]
"""The pages of a word in each part that has it, with the number at which the part begins."""


def whole_index(parts: Sequence[PartIndex]) -> Iterator[tuple[str, bytes]]:
    """The paths in the bundle and the contents of the files of the index of all parts. parts: in their order, no page twice."""
    names = _Names()
    pages = []
    for part in parts:
        for length, fragment in zip(part.lengths, part.fragments, strict=True):
            pages.append((name := names.of(fragment), length))
            yield f"fragment/{name}.pf_fragment", fragment
    chunks = []
    for first, last, content in _chunks(parts):
        chunks.append([first, last, name := names.of(content)])
        yield f"index/{name}.pf_index", _file(content)
    filters, counts = [], {}
    for facet, terms in sorted(_filters(parts).items()):
        counts[facet] = {term: len(pages) for term, pages in sorted(terms.items())}
        content = cbor2.dumps([facet, sorted(terms.items())])
        filters.append((facet, name := names.of(content)))
        yield f"filter/{name}.pf_filter", _file(content)
    yield COUNTS, _json({facet: terms for facet, terms in counts.items() if facet != PAGE})
    ends = [day for part in parts for day in part.ends]
    numbers = range(len(ends))
    sorts = (("starts", numbers), ("ends", sorted(numbers, key=ends.__getitem__)))
    meta = cbor2.dumps([VERSION, pages, _trimmed(chunks), filters, [(order, list(some)) for order, some in sorts], FIELDS])
    name = names.of(meta)
    yield f"pagefind.{name}.pf_meta", _file(meta)
    entry = {"version": VERSION, "languages": {LANGUAGE: {"hash": name, "wasm": LANGUAGE, "page_count": len(pages)}}}
    yield ENTRY, _json(entry | {"include_characters": CONNECTORS})


class _Names:
    """Gives each content a name of its own, the same in every index unless another content has it there."""

    def __init__(self) -> None:
        self._known: dict[str, str] = {}

    def of(self, content: bytes) -> str:
        digest = sha256(content).hexdigest()
        digits = _DIGITS
        while self._known.setdefault(digest[:digits], digest) != digest:
            digits += 1
        return f"{LANGUAGE}_{digest[:digits]}"


def _begun(parts: Sequence[PartIndex]) -> Iterator[tuple[int, PartIndex]]:
    """Each part with the number of its first page."""
    first = 0
    for part in parts:
        yield first, part
        first += len(part.lengths)


def _filters(parts: Sequence[PartIndex]) -> Mapping[str, Mapping[str, list[int]]]:
    filters: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for first, part in _begun(parts):
        for facet, terms in part.filters.items():
            for term, pages in terms.items():
                filters[facet][term] += (first + page for page in pages)
    return filters


def _chunks(parts: Sequence[PartIndex]) -> Iterator[tuple[str, str, bytes]]:
    """The words of all parts in files of about the same size: the first and the last word of each, and what stands in it."""
    words: dict[str, dict[str, _Placed]] = defaultdict(lambda: defaultdict(list))
    for first, part in _begun(parts):
        for word in part.words:
            words[word.word][word.form].append((first, word.pages))
    some: list[str] = []
    weight = 0
    written = b""
    for text in sorted(words):
        if weight >= MOST or (weight >= WEIGHT and some[-1][:BEGINNING] != text[:BEGINNING]):
            yield some[0], some[-1], _list(1) + _list(len(some)) + written
            some, weight, written = [], 0, b""
        own = words[text].pop("", [])
        # As Pagefind has them: in the order of the first pages that hold them.
        variants = sorted(words[text].items(), key=lambda pair: (pair[1][0][0] + pair[1][0][1].first, pair[0]))
        forms = b"".join(_list(2) + cbor2.dumps(form) + _of_pages(pages) for form, pages in variants)
        written += _list(3) + cbor2.dumps(text) + _of_pages(own) + _list(len(variants)) + forms
        weight += sum(pages.weight for _, pages in own)
        some.append(text)
    if some:
        yield some[0], some[-1], _list(1) + _list(len(some)) + written


def _of_pages(placed: _Placed) -> bytes:
    """The pages of a word in all parts, each as the step from the page before and what follows it."""
    pieces = [_list(sum(pages.number for _, pages in placed))]
    last = 0
    for first, pages in placed:
        pieces += (_list(3), cbor2.dumps(first + pages.first - last), pages.rest)
        last = first + pages.last
    return b"".join(pieces)


def _trimmed(chunks: Sequence[list[str]]) -> Sequence[list[str]]:
    """Chunks with no more of the words between which they are cut than tells these apart. Pagefind looks for a word by that."""
    for one, other in pairwise(chunks):
        alike = next((place for place, (a, b) in enumerate(zip(one[1], other[0], strict=False)) if a != b), min(len(one[1]), len(other[0])))
        if (last := one[1][: alike + 1]) >= one[0]:
            one[1] = last
        other[0] = other[0][: alike + 1]
    return chunks


def _list(number: int) -> bytes:
    """How a list of so many begins in CBOR: as the number does, but for its first three bits."""
    head = cbor2.dumps(number)
    return bytes((head[0] | 0x80,)) + head[1:]


def _file(content: bytes) -> bytes:
    return gzip.compress(SIGNATURE + content, 9, mtime=0)


def _json(value: Mapping[str, Any]) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
