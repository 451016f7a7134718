"""QR codes: the way from a screen or a sheet of paper to a phone, drawn as SVG."""

import segno
from markupsafe import Markup

_QUIET = 3
"""How many modules of white stand around; a phone needs some to find the code on a dark page."""
_MASK = 3
"""One of the eight patterns that break up large areas; every phone reads all of them, and trying each takes most of the time."""


def qr_inline(text: str, title: str) -> Markup:
    """The code for a page, black on white in every scheme, since not all phones read it inverted."""
    return Markup(_drawn(text, title).replace("<svg ", '<svg role="img" ', 1))


def qr_file(text: str, title: str) -> str:
    """The code as a file of its own."""
    return _drawn(text, title).replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1)


def _drawn(text: str, title: str) -> str:
    drawn: str = segno.make(text, micro=False, mask=_MASK).svg_inline(
        border=_QUIET, light="#fff", title=title, svgclass="ch-qr", lineclass=None, omitsize=True
    )
    return drawn
