"""Pagefind's bundle: the index of the search, which Pagefind makes of the finished pages of a site, part by part."""

from collections.abc import Iterable, MutableMapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from clearinghouse.site.searching.page_text import page_texts
from clearinghouse.site.searching.pagefind import indexes
from clearinghouse.site.searching.part import Part, parts
from clearinghouse.site.searching.part_index import PartIndex
from clearinghouse.site.searching.program import program
from clearinghouse.site.searching.whole_index import whole_index
from clearinghouse.world.failure import Failure
from clearinghouse.world.processes import cores

BUNDLE = "pagefind"
_MOST_AT_ONCE = 4
"""Each takes up to 100 MB."""


def write_pagefind(folder: Path, known: MutableMapping[str, bytes] | None = None) -> None:
    """Writes the index of the pages of a site into it, always the same for the same pages. Raises Failure when Pagefind cannot run.

    known: the indexes of parts by their keys, as an earlier call has left them. What is there is not made again; afterwards it holds
    those of this site, and no others. The key of a part stands for all that its index is made of, so that no old one can be wrong.
    """
    known = {} if known is None else known
    try:
        all_parts = list(parts(page_texts(folder)))
        if not all_parts:
            raise ValueError("no page of the site is searched")
        # The program's own files come with any index: where none is new, one is made all the same.
        new = [part for part in all_parts if part.key not in known] or all_parts[:1]
        at_once = min(_MOST_AT_ONCE, cores(), len(new))
        with ThreadPoolExecutor(at_once) as pool:
            answers = list(pool.map(_indexes, [new[first::at_once] for first in range(at_once)]))
        for some, _ in answers:
            known.update(some)
        for key in set(known) - {part.key for part in all_parts}:
            del known[key]
        files = [*answers[0][1].items(), *whole_index([PartIndex.of_bytes(known[part.key]) for part in all_parts])]
    except Exception as error:  # of the program, of its files, and of their format
        raise Failure(f"Pagefind could not make the search index: {error or type(error).__name__}") from None
    for path, content in files:
        (folder / BUNDLE / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / BUNDLE / path).write_bytes(content)


def _indexes(some: Iterable[Part]) -> tuple[dict[str, bytes], dict[str, bytes]]:
    """The indexes of parts by their keys, and the program's own files."""
    own, scripts = {}, {}
    for part, files in zip(some, indexes(part.pages for part in some), strict=True):
        own[part.key] = bytes(PartIndex.of_files(files))
        scripts = program(files)
    return own, scripts
