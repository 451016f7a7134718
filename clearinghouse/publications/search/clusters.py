"""Clusters: text in Thai, Lao, Khmer or Burmese letters as orthographic clusters, since no spaces part its words.

A cluster is a base letter with all that is written before, above, below and after it as one sound, e.g. `ເສື`, `ខ្លា`,
`မြန်`. It is what nobody would cut in two, so that a word of a query is found only where its letters stand as a word
could. overrides/assets/search/words/clusters.js does the very same in the browser; tests/search/clusters.json holds them together.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

_INVISIBLE = re.compile("[\u200b-\u200d\u2060\ufeff\u00ad]")

_THAI = (
    "(?:\u0e40\u0e40|[\u0e40-\u0e44])?[\u0e01-\u0e2e][\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]*[\u0e30\u0e32\u0e33\u0e45]*"
    "|[\u0e30-\u0e45\u0e47-\u0e4e\u0e50-\u0e59]"
)
_LAO = (
    "(?:\u0ec0\u0ec0|[\u0ec0-\u0ec4])?(?:\u0eab[\u0e99\u0ea1]|[\u0e81-\u0eae\u0edc-\u0edf])"
    "[\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ece]*[\u0eb0\u0eb2\u0eb3\u0ebd]*"
    "|[\u0eb0-\u0ebd\u0ec0-\u0ec4\u0ec8-\u0ece\u0ed0-\u0ed9]"
)
_KHMER = "[\u1780-\u17b3](?:\u17d2[\u1780-\u17b3]|[\u17b4-\u17d1\u17d3\u17dd])*|[\u17b4-\u17d3\u17dd\u17e0-\u17e9]"
_BURMESE_BASE = "[\u1000-\u102a\u103f\u1050-\u1055\u105a-\u105d\u1061\u1065\u1066\u106e-\u1070\u1075-\u1081\u108e]"
_BURMESE_MARK = (
    "[\u102b-\u1038\u103a-\u103e\u1056-\u1059\u105e-\u1060\u1062-\u1064\u1067-\u106d\u1071-\u1074\u1082-\u108d\u108f\u109a-\u109d]"
)
_BURMESE_TAIL = f"(?:\u1039{_BURMESE_BASE}|{_BURMESE_MARK})*"
# A consonant with an asat ends the syllable before it; it never begins one.
_BURMESE = (
    f"{_BURMESE_BASE}{_BURMESE_TAIL}(?:{_BURMESE_BASE}\u1037?\u103a{_BURMESE_TAIL})*|{_BURMESE_MARK}|[\u1039\u1040-\u1049\u104c-\u104f]"
)

_CLUSTER = re.compile(f"(?P<th>{_THAI})|(?P<lo>{_LAO})|(?P<km>{_KHMER})|(?P<my>{_BURMESE})")
_JOINS = re.compile("[ \u0e2f\u0e46\u0eaf\u0ec6\u17d7]*")
"""What may stand between two clusters of a run: a space, which parts phrases and is typed or not, and signs of repetition."""

_SPELLINGS = (
    ("\u0e40\u0e40", "\u0e41"),  # two SARA E for one SARA AE, as often typed
    ("\u0ec0\u0ec0", "\u0ec1"),
    ("\u0e33", "\u0e4d\u0e32"),  # AM in one character or in two
    ("\u0eb3", "\u0ecd\u0eb2"),
    ("\u0eab\u0e99", "\u0edc"),  # HO NO and HO MO as one letter or as two
    ("\u0eab\u0ea1", "\u0edd"),
    ("\u17d2\u178a", "\u17d2\u178f"),  # the subscripts of DA and TA look alike, and both are written
)
_MARKS = re.compile(
    "[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]{2,}|[\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ece]{2,}|(?:\u17d2.|[\u17b4-\u17d1\u17d3\u17dd]){2,}"
)
"""Marks on one base, which are typed in several orders and look the same. Those of Burmese are put in order by NFC."""
_MARK = re.compile("\u17d2.|.")


@dataclass(frozen=True)
class Cluster:
    """A cluster. text: as it is compared; script: th, lo, km or my; start, end: its place in the text; place: its number
    in the text, one more than the one before where the two stand in one run, else two more."""

    text: str
    script: str
    start: int
    end: int
    place: int


def cleaned(text: str) -> str:
    """The text in Unicode's form NFC, without characters that nobody sees. Places of clusters count in this text."""
    return unicodedata.normalize("NFC", _INVISIBLE.sub("", text))


def clusters(text: str, first: int = 0) -> Iterator[Cluster]:
    """The clusters of a cleaned text, in their order; first: the place of the first."""
    place, before, script = first, None, ""
    for match in _CLUSTER.finditer(text):
        kind = match.lastgroup or ""
        joined = before is not None and kind == script and _JOINS.fullmatch(text, before, match.start())
        if before is not None:
            place += 1 if joined else 2
        yield Cluster(_compared(match[0]), kind, match.start(), match.end(), place)
        before, script = match.end(), kind


def _compared(cluster: str) -> str:
    """The cluster with its usual other spellings made one, and its marks in one order."""
    for one, other in _SPELLINGS:
        cluster = cluster.replace(one, other)
    return _MARKS.sub(lambda match: "".join(sorted(_MARK.findall(match[0]), key=_rank)), cluster)


def _rank(mark: str) -> tuple[bool, bool, str]:
    """Khmer: subscripts first, then what shifts the register, as the standard order has it; else by code point."""
    return mark[0] != "\u17d2", mark not in "\u17c9\u17ca", mark
