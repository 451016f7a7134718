"""Filled texts: a text whose gaps were filled in English comes in, the same in the language of the page leaves.

What a check says of a record is put together where it is found, by rooms that know of no language; here it is taken apart again.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

from clearinghouse.publications.translation.language import ENGLISH, language
from clearinghouse.publications.translation.texts import gettext

LONGEST = 2_000
"""Characters of a text that is looked at."""
_GAP = re.compile(r"\{(\w+)\}")


class FilledTexts:
    """Knows some texts with their gaps open, as `{name}`."""

    def __init__(self, texts: Iterable[str]) -> None:
        parted = {text: _GAP.split(text) for text in texts}
        # Of several that fit, the one that says most by itself is meant.
        self._parted = sorted(parted.items(), key=lambda known: -sum(map(len, known[1][::2])))

    def in_language(self, text: str) -> str:
        """The text in the language that is spoken, or as it is, where nobody knows it or has translated it. What fills its gaps is
        translated where it is a text itself."""
        if language().tag == ENGLISH or len(text) > LONGEST:
            return text
        return next(self._translations(text), text)

    def taken_apart(self, text: str) -> tuple[str, Mapping[str, str]] | None:
        """The text that it is, with its gaps open, and what fills them; None where nobody knows it."""
        parts = ((known, _gaps(text, pieces)) for known, pieces in self._parted if len(text) <= LONGEST)
        return next(((known, gaps) for known, gaps in parts if gaps is not None), None)

    def _translations(self, text: str) -> Iterator[str]:
        for known, pieces in self._parted:
            gaps = _gaps(text, pieces)
            if gaps or (gaps is not None and gettext(known) != known):
                own = _GAP.split(gettext(known))
                yield "".join(self.in_language(gaps[piece]) if number % 2 else piece for number, piece in enumerate(own))


def _gaps(text: str, pieces: list[str]) -> dict[str, str] | None:
    """What fills the gaps; None where the text is another one. pieces: words and names of gaps in turn. Each gap ends where the words
    behind it begin, so the work does not grow with what strangers wrote into one."""
    first, last = pieces[0], pieces[-1]
    if len(pieces) == 1:
        return {} if text == first else None
    if not text.startswith(first) or not text.endswith(last) or len(text) < len(first) + len(last) or "" in pieces[2:-1:2]:
        return None
    gaps: dict[str, str] = {}
    rest = text[len(first) : len(text) - len(last)]
    for name, words in zip(pieces[1:-2:2], pieces[2:-1:2], strict=True):
        value, between, rest = rest.partition(words)
        if not between or not value or gaps.setdefault(name, value) != value:
            return None
    return gaps if rest and gaps.setdefault(pieces[-2], rest) == rest else None
