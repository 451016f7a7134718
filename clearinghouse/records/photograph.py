"""Photograph: the file of a picture that a record names, as far as pages must know it; its bytes are read when they are asked for."""

from collections.abc import Callable
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Photograph:
    """A sound picture. name: of its file; width, height: in pixels, upright; read: gives its bytes."""

    name: str
    width: int
    height: int
    read: Callable[[], bytes] = field(compare=False, repr=False)
