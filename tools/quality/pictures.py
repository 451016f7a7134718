"""Pictures: folders of pictures of pages come in; what differs between two of them leaves, and a sheet that shows all of one."""

from collections.abc import Iterable, Iterator, Mapping
from html import escape
from pathlib import Path

from PIL import Image, ImageChops

LEAST = 24
"""How far a channel of a pixel must be off to count: letters are smoothed a little otherwise from machine to machine."""
MOST = 0.002
"""The part of a picture's pixels that may be off."""


def difference(old: Path, new: Path) -> float:
    """The part of the pixels that are off, from 0 to 1; what one picture is longer than the other is off too."""
    with Image.open(old) as before, Image.open(new) as after:
        size = max(before.width, after.width), max(before.height, after.height)
        pair = []
        for picture in (before, after):
            sheet = Image.new("RGB", size, "magenta")  # a colour of no page
            sheet.paste(picture.convert("RGB"))
            pair.append(sheet)
    channels = ImageChops.difference(*pair).split()
    off = channels[0]
    for channel in channels[1:]:
        off = ImageChops.lighter(off, channel)
    counts = off.histogram()
    return sum(counts[LEAST:]) / (size[0] * size[1])


def differences(old: Path, new: Path, names: Iterable[str], most: float = MOST) -> Iterator[str]:
    """A line for each picture that differs, or that only one folder has."""
    for name in names:
        before, after = old / name, new / name
        if before.exists() and after.exists():
            part = difference(before, after)
            if part > most:
                yield f"{name}: {part:.2%} of it differs"
        elif before.exists() or after.exists():
            yield f"{name}: only in {new if after.exists() else old}"


STYLE = """body { font: 14px/1.4 system-ui, sans-serif; margin: 2rem; background: #eee; color: #222 }
h2 { margin: 2rem 0 .5rem; font-size: 1rem } div { display: flex; flex-wrap: wrap; gap: 1rem; align-items: start }
figure { margin: 0 } img { width: 220px; height: 320px; object-fit: cover; object-position: top; border: 1px solid #999; display: block }"""


def contact_sheet(pictures: Mapping[str, Iterable[str]]) -> str:
    """An HTML page with all pictures of a folder. pictures: their names, by kind of page."""
    parts = []
    for kind, names in pictures.items():
        figures = "".join(
            f'<figure><a href="{escape(name)}"><img src="{escape(name)}" alt="" loading="lazy"></a>'
            f"<figcaption>{escape(name.removesuffix('.png').partition('--')[2])}</figcaption></figure>"
            for name in names
        )
        parts.append(f"<h2>{escape(kind)}</h2><div>{figures}</div>")
    head = f'<!doctype html><html lang="en"><meta charset="utf-8"><title>Pictures of all kinds of pages</title><style>{STYLE}</style>'
    return f"{head}<h1>Pictures of all kinds of pages</h1>{''.join(parts)}</html>\n"
