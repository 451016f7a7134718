"""Part index: what Pagefind answers of a part comes in, and goes out in a form in which parts can be set side by side, as bytes.

Pagefind 1.5 writes its index in CBOR (RFC 8949), each file behind a signature and compressed. A word's pages are a list of `[steps
from the page before, places in the text, places in titles and the like]`; what stands behind the steps is left as it is.
"""

import gzip
import json
from collections.abc import Mapping, Sequence
from dataclasses import astuple, dataclass
from typing import Any

import cbor2

SIGNATURE = b"pagefind_dcd"
FIELDS = ("also", "ends", "image", "image_alt", "line", "local", "title", "tongue")
"""What Pagefind knows of a page beside its text, in the order in which their numbers stand in the index."""


@dataclass(frozen=True)
class Pages:
    """The pages that hold a word, ready to be written behind others. first, last: their numbers in the part; rest: all that follows
    the first number, as CBOR; number: how many; weight: how many places, as Pagefind counts them to divide its index."""

    number: int
    first: int
    last: int
    weight: int
    rest: bytes


@dataclass(frozen=True)
class Word:
    """A word of the index. form: with its accents, or empty where it has none."""

    word: str
    form: str
    pages: Pages


@dataclass(frozen=True)
class PartIndex:
    """The index of a part. lengths, ends, fragments: of each page, its words, its last day and what is shown of it, compressed;
    filters: pages by term, by facet."""

    lengths: Sequence[int]
    ends: Sequence[str]
    fragments: Sequence[bytes]
    words: Sequence[Word]
    filters: Mapping[str, Mapping[str, Sequence[int]]]

    def __bytes__(self) -> bytes:
        words = [(word.word, word.form, *astuple(word.pages)) for word in self.words]
        return cbor2.dumps([self.lengths, self.ends, self.fragments, words, self.filters])

    @classmethod
    def of_bytes(cls, content: bytes) -> "PartIndex":
        """The index that was written so. Raises ValueError for anything else."""
        lengths, ends, fragments, words, filters = cbor2.loads(content)
        return cls(lengths, ends, fragments, [Word(word, form, Pages(*pages)) for word, form, *pages in words], filters)

    @classmethod
    def of_files(cls, files: Mapping[str, bytes]) -> "PartIndex":
        """The index of a part, of the files that Pagefind makes of it."""
        _, pages, chunks, filters, _, fields = _read(next(content for path, content in files.items() if path.endswith(".pf_meta")))
        fragments = [files[f"fragment/{name}.pf_fragment"] for name, _ in pages]
        numbers = [FIELDS.index(field) for field in fields]
        words = [
            Word(word, form, _pages(some, numbers))
            for *_, name in chunks
            for word, own, variants in _read(files[f"index/{name}.pf_index"])[0]
            for form, some in (("", own), *variants)
            if some
        ]
        return cls(
            [length for _, length in pages],
            [json.loads(content_of(fragment))["meta"]["ends"] for fragment in fragments],
            fragments,
            words,
            {facet: dict(sorted(_read(files[f"filter/{name}.pf_filter"])[1])) for facet, name in sorted(filters)},  # it has no order
        )


def content_of(file: bytes) -> bytes:
    """What stands in a file of Pagefind's."""
    return gzip.decompress(file).removeprefix(SIGNATURE)


def _read(file: bytes) -> Any:
    return cbor2.loads(content_of(file))


def _pages(steps: list[list[Any]], numbers: Sequence[int]) -> Pages:
    """The pages of a word. numbers: of the fields, by those that Pagefind gave them in this part."""
    first, last, weight = steps[0][0], 0, 0
    steps[0][0] = 0
    for page in steps:
        step, places, in_fields = page
        last += step
        weight += len(places) + len(in_fields) + 1
        # A negative number says of which field those behind it are places.
        page[2] = [place if place >= 0 else -numbers[-place - 1] - 1 for place in in_fields]
    written = cbor2.dumps(steps)
    begun = len(cbor2.dumps(len(steps))) + 2  # the list, the first page, and its number, which is 0 here
    return Pages(len(steps), first, first + last, weight, written[begun:])
