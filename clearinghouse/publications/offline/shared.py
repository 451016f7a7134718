"""Shared: texts that have much in common come in; each of their pieces once, and of which pieces each is made, leave.

A zip looks back by 32 KB alone, and not into other files. `overrides/assets/offline/pieces.js` puts the texts together.
"""

import json
from collections.abc import Iterator, Mapping, Sequence

_END = "\0"
"""What no text holds."""


def shared(texts: Mapping[str, str]) -> str:
    """Texts, by name, as JSON: `pieces`, and in `texts` for each name which of these follow one another, as the place of the first and
    a number, and so on."""
    places: dict[str, int] = {}
    runs = {name: list(_runs([places.setdefault(piece, len(places)) for piece in _pieces(text)])) for name, text in sorted(texts.items())}
    return json.dumps({"pieces": list(places), "texts": runs}, ensure_ascii=False, separators=(",", ":"))


def _pieces(text: str) -> list[str]:
    """A piece ends behind a line, and between two tags."""
    return [piece for piece in text.replace("\n", f"\n{_END}").replace("><", f">{_END}<").split(_END) if piece]


def _runs(places: Sequence[int]) -> Iterator[int]:
    first, number = places[0], 1
    for place in places[1:]:
        if place == first + number:
            number += 1
        else:
            yield from (first, number)
            first, number = place, 1
    yield from (first, number)
