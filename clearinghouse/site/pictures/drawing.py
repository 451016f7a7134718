"""Drawing: a card comes in, its picture leaves as PNG, the same bytes for the same words.

It is drawn in shades of one colour, which are at last the colours between the site's green and its paper: so nothing has to be
counted, and a picture takes some ten milliseconds.
"""

import unicodedata
from functools import cache
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from clearinghouse.publications.sharing.cards import Card
from clearinghouse.publications.sharing.open_graph import HEIGHT, WIDTH

_FONTS = Path(__file__).parent / "fonts"
_SERIF, _SANS = "NotoSerif-Bold.ttf", "NotoSans-Regular.ttf"
_GREEN, _PAPER = (20, 57, 42), (248, 244, 234)
"""--ch-foot and --ch-paper of overrides/assets/look.css."""
_SHADES = 16
_INK, _QUIET, _TINT = 255, 196, 34
"""How far words, small words and the mark behind them stand out from the ground, of 255."""
MOST_LINES = 4
"""Of a title."""
_LEFT, _TOP, _BOTTOM, _ROOM = 80, 64, 64, 800
_FINE = 4
"""So many times larger is the mark drawn before it is made small, for smooth edges."""
_SCALE = (
    ((16, 1.5), (9.5, 2.5), (4.5, 5.5), (2.5, 9.5)),
    ((2.5, 9.5), (1.9, 18.5), (7.5, 26), (16, 30.5)),
    ((16, 30.5), (24.5, 26), (30.1, 18.5), (29.5, 9.5)),
    ((29.5, 9.5), (27.5, 5.5), (22.5, 2.5), (16, 1.5)),
)
_RIVER = (
    ((16, 2), (12.4, 6), (11.6, 8.6), (14.8, 11.6)),
    ((14.8, 11.6), (18, 14.6), (20.4, 16.6), (18.2, 20.2)),
    ((18.2, 20.2), (16, 23.8), (15.2, 26), (16, 30.2)),
)
"""The curves of overrides/assets/mark.svg, in its square of 32."""
_STEPS = 24

Point = tuple[float, float]


def drawn(card: Card, site_name: str) -> bytes:
    """The picture of a card. What the fonts have no letters for is left out."""
    image = Image.new("L", (WIDTH, HEIGHT), 0)
    image.paste(_TINT, (WIDTH - 560, -40), _mark(700))
    draw = ImageDraw.Draw(image)
    image.paste(_INK, (_LEFT, _TOP), _mark(64))
    is_own = card.title == site_name
    if not is_own and _can_say(site_name):
        draw.text((_LEFT + 84, _TOP + 32), _composed(site_name), _INK, _font(_SERIF, 32), anchor="lm")
    below = HEIGHT - _BOTTOM
    if _can_say(card.line) and card.line:
        draw.text((_LEFT, below), _composed(card.line), _QUIET, _font(_SANS, 34), anchor="ls")
        below -= 34 + 34
    for line in reversed(_lines(_composed(card.title), draw) if _can_say(card.title) else []):
        draw.text((_LEFT, below), line, _INK, _font(_SERIF, 84), anchor="ls")
        below -= 100
    if card.number:
        draw.text((_LEFT - 6, below - 10), card.number, _INK, _font(_SERIF, 170), anchor="ls")
    return _png(image)


def _png(image: Image.Image) -> bytes:
    picture = image.point([value * _SHADES // 256 for value in range(256)])
    last = _SHADES - 1
    shades = [
        round(ground + (paper - ground) * shade / last) for shade in range(_SHADES) for ground, paper in zip(_GREEN, _PAPER, strict=True)
    ]
    picture.putpalette(shades)
    file = BytesIO()
    picture.save(file, "PNG", bits=4)
    return file.getvalue()


def _lines(title: str, draw: ImageDraw.ImageDraw) -> list[str]:
    """The title in lines that fit the room; no word is parted, and what is too long is cut after a word."""
    lines = [""]
    for word in title.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and draw.textlength(longer, _font(_SERIF, 84)) > _ROOM:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines if len(lines) <= MOST_LINES else [*lines[: MOST_LINES - 1], f"{lines[MOST_LINES - 1]} …"]


def _composed(words: str) -> str:
    """Letters with their marks in one, as the fonts have them."""
    return unicodedata.normalize("NFC", words)


def _can_say(words: str) -> bool:
    """Whether the fonts have letters for all of it: those of scripts beyond Latin they have not."""
    missing = _outline("\uffff")
    return all(letter.isspace() or _outline(letter) != missing for letter in _composed(words))


@cache
def _outline(letter: str) -> bytes:
    return bytes(_font(_SERIF, 32).getmask(letter))


@cache
def _font(name: str, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(_FONTS / name, size, layout_engine=ImageFont.Layout.BASIC)


@cache
def _mark(size: int) -> Image.Image:
    """The mark of the site, so many pixels wide: white where it is."""
    large = size * _FINE
    mark = Image.new("L", (large, large), 0)
    draw = ImageDraw.Draw(mark)
    draw.polygon(_points(_SCALE, large), 255)
    width = 2.2 * large / 32
    points = _points(_RIVER, large)
    draw.line(points, 0, round(width), joint="curve")
    for x, y in (points[0], points[-1]):
        draw.ellipse((x - width / 2, y - width / 2, x + width / 2, y + width / 2), 0)
    return mark.resize((size, size), Image.Resampling.BOX)


def _points(curves: tuple[tuple[Point, Point, Point, Point], ...], size: int) -> list[Point]:
    """Points along cubic curves, in a square of so many pixels."""
    points = []
    for curve in curves:
        for step in range(_STEPS + 1):
            along = step / _STEPS
            parts = ((1 - along) ** 3, 3 * along * (1 - along) ** 2, 3 * along**2 * (1 - along), along**3)
            x, y = (sum(part * point[axis] for part, point in zip(parts, curve, strict=True)) for axis in (0, 1))
            points.append((x * size / 32, y * size / 32))
    return points
