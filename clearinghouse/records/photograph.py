"""Photograph: the file of a picture that a record names, as far as pages must know it; its bytes are read when they are asked for."""

from collections.abc import Callable
from dataclasses import dataclass, field

COPIES = "photographs/"
"""Where a site has the copies of photographs that its pages show."""


@dataclass(frozen=True)
class Photograph:
    """A sound picture. name: of its file; width, height: in pixels, upright; read: gives its bytes."""

    name: str
    width: int
    height: int
    read: Callable[[], bytes] = field(compare=False, repr=False)


def copy_address(name: str, width: int) -> str:
    """Where a site has the copy of a photograph that pages show, relative to it; `x.jpg` and `x.png` are two photographs.
    width: in pixels."""
    return f"{COPIES}{stem(name)}-{width}.webp"


def stem(name: str) -> str:
    """How the copies of a file are called."""
    return name.replace(".", "-")
