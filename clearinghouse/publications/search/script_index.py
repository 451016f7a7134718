"""Script index: what Pagefind cannot find, words of Thai, Lao, Khmer and Burmese inside unspaced text, as small static files.

Documents come in, files leave, below one folder: `<script>.json` is the head of a script, `<script>-w<n>.json` holds
words, `<script>-d<n>.json` what is shown of a hit. A browser reads the head, the words of its query and the hits that it
shows, never the whole. A *word* is a pair of neighbouring clusters (see clusters.py), the second empty at the end of a
run; words are sorted by code point, so that a range of them stands in one file.
"""

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import Any

from clearinghouse.publications.search.clusters import cleaned, clusters

SCRIPTS: Mapping[str, re.Pattern[str]] = {
    "th": re.compile("[\u0e01-\u0e5b]"),
    "lo": re.compile("[\u0e81-\u0edf]"),
    "km": re.compile("[\u1780-\u17ff]"),
    "my": re.compile("[\u1000-\u109f]"),
}
ANY = re.compile("[\u0e01-\u0e5b\u0e81-\u0edf\u1780-\u17ff\u1000-\u109f]")
WORDS_FILE = 40_000
"""Characters in a file of words, about: some 10 KB when compressed."""
BLOCK = 16
"""Documents in a file of them."""
_AROUND = 60
_LONGEST = 240
_EPOCH = date(1970, 1, 1).toordinal()


@dataclass(frozen=True)
class Document:
    """A page with text in one of the scripts. titles, texts: its text as it stands on the page, all of it or what holds
    the script; line: what is shown below a hit; facets: (facet, term) pairs; ends: its last day, or None."""

    address: str
    title: str
    line: str
    titles: tuple[str, ...]
    texts: tuple[str, ...]
    facets: tuple[tuple[str, str], ...] = ()
    ends: date | None = None


def key_of(address: str) -> str:
    """What stands for a page among Pagefind's filters: short, and the same whatever other pages there are."""
    return sha256(address.encode()).hexdigest()[:7]


def script_index(documents: Iterable[Document]) -> Iterator[tuple[str, bytes]]:
    """The files of all scripts that occur, as names and bytes. documents: in the order in which equals are shown."""
    every = tuple(documents)
    for script, letters in SCRIPTS.items():
        own = [document for document in every if any(letters.search(text) for text in (*document.titles, *document.texts))]
        if own:
            yield from _files(script, letters, own)


def _files(script: str, letters: re.Pattern[str], documents: Sequence[Document]) -> Iterator[tuple[str, bytes]]:
    words: dict[str, list[int]] = defaultdict(list)
    last: dict[str, int] = {}
    blocks, title_ends = [], []
    for number, document in enumerate(documents):
        titles = [passage for text in document.titles for passage in passages(text, letters)]
        texts = [passage for text in document.texts for passage in passages(text, letters)]
        title_end = place = 0
        for order, text in enumerate((*titles, *texts)):
            if order == len(titles):
                title_end = place
            run = [cluster for cluster in clusters(text, place) if cluster.script == script]
            for cluster, after in zip(run, [*run[1:], None], strict=True):
                follows = after is not None and after.place == cluster.place + 1
                word = f"{cluster.text} {after.text if follows and after else ''}"
                words[word] += (number - last.get(word, 0), cluster.place)
                last[word] = number
            place = run[-1].place + 2 if run else place
        title_ends.append(title_end if texts else place)
        blocks.append([document.address, document.title, document.line, len(titles), *titles, *texts])
    parts = _parted(words)
    yield f"{script}.json", _json(_head(documents, title_ends, [next(iter(part)) for part in parts]))
    for number, part in enumerate(parts):
        yield f"{script}-w{number}.json", _json(part)
    for number in range(0, len(blocks), BLOCK):
        yield f"{script}-d{number // BLOCK}.json", _json(blocks[number : number + BLOCK])
    yield f"{script}-keys.json", _json([key_of(document.address) for document in documents])


def _head(documents: Sequence[Document], title_ends: list[int], firsts: list[str]) -> dict[str, Any]:
    """What every query needs. ends: last days, as days since 1970, 0 for none; facets: documents as steps from one to the next."""
    facets: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    last: dict[tuple[str, str], int] = {}
    for number, document in enumerate(documents):
        for facet, term in document.facets:
            facets[facet][term].append(number - last.get((facet, term), 0))
            last[facet, term] = number
    ends = [document.ends.toordinal() - _EPOCH if document.ends else 0 for document in documents]
    return {"documents": len(documents), "block": BLOCK, "words": firsts, "titles": title_ends, "ends": ends, "facets": facets}


def _parted(words: Mapping[str, list[int]]) -> list[dict[str, list[int]]]:
    """Words in their order, in parts of about the same size; a word's numbers are (steps between documents, place) in turn."""
    parts: list[dict[str, list[int]]] = []
    size = WORDS_FILE
    for word in sorted(words):
        if size >= WORDS_FILE:
            parts.append({})
            size = 0
        parts[-1][word] = words[word]
        size += 8 + 3 * len(words[word])
    return parts


def passages(text: str, letters: re.Pattern[str]) -> list[str]:
    """A text's passages in a script: the whole of a short text, else what stands around its letters, cut at spaces."""
    text = cleaned(text)
    if not letters.search(text):
        return []
    if len(text) <= _LONGEST:
        return [text]
    spans: list[list[int]] = []
    for match in letters.finditer(text):
        start, end = max(0, match.start() - _AROUND), min(len(text), match.end() + _AROUND)
        if spans and start <= spans[-1][1]:
            spans[-1][1] = end
        else:
            spans.append([start, end])
    return [_at_spaces(text, start, end, letters) for start, end in spans]


def _at_spaces(text: str, start: int, end: int, letters: re.Pattern[str]) -> str:
    """The span without the pieces of words at its ends. Letters of the script are never there: they stand further in."""
    span = text[start:end]
    head, space, rest = span.partition(" ")
    if start > 0 and space and not letters.search(head):
        span = rest
    rest, space, tail = span.rpartition(" ")
    return rest if end < len(text) and space and not letters.search(tail) else span


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
