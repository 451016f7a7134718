"""Looking: the bytes of a picture come in, its size leaves, or what is wrong with it. No byte is trusted."""

import warnings
from collections.abc import Mapping
from io import BytesIO
from typing import Any

from clearinghouse.problems.kind import Fault
from clearinghouse.problems.pictures.photographs import PIC_003, PIC_004, PIC_004_ENDING, PIC_006

LARGEST_PICTURE = 4_000_000
"""In bytes."""
MOST_PIXELS = 40_000_000
"""A picture of more would take more memory than a build may."""
ENDINGS: Mapping[str, tuple[str, ...]] = {"JPEG": ("jpg", "jpeg"), "PNG": ("png",), "WEBP": ("webp",)}
"""The formats that are read, by the name that Pillow gives them, with the endings of their files."""
_SEVERAL = {"MPO": "JPEG"}
"""A photograph of a phone may hold a second one behind the first: to everybody else it is a JPEG file."""
_PLACES, _TURN, _ON_ITS_SIDE = 0x8825, 0x0112, (5, 6, 7, 8)
"""Tags of Exif: where the coordinates lie, how the picture is turned, and the turns that exchange width and height."""
_WRITTEN_PLACES = (b"GPSLatitude", b"GPSLongitude")
"""How XMP names coordinates."""

Size = tuple[int, int]


def look(name: str, content: bytes) -> Size | Fault:
    """Width and height of a picture that is held upright, or the first fault of it."""
    if len(content) > LARGEST_PICTURE:
        return Fault(PIC_003, {"most": f"{LARGEST_PICTURE // 1_000_000} MB"})
    # Pillow takes a while to import; a folder without pictures must not pay for it.
    from PIL import Image

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", Image.DecompressionBombWarning)
        try:
            with Image.open(BytesIO(content), formats=tuple(ENDINGS)) as image:
                return _look(name, content, image)
        except Image.DecompressionBombError:
            return _TOO_MANY
        except Exception:  # whatever hostile bytes make a decoder raise, it is no picture
            return Fault(PIC_004)


_TOO_MANY = Fault(PIC_003, {"most": f"{MOST_PIXELS // 1_000_000} million pixels"})


def _look(name: str, content: bytes, image: Any) -> Size | Fault:
    stem, _, ending = name.rpartition(".")
    format_ = _SEVERAL.get(image.format, image.format)
    endings = ENDINGS[format_]
    if ending not in endings:
        return Fault(PIC_004_ENDING, {"format": "WebP" if format_ == "WEBP" else format_, "name": f"{stem}.{endings[0]}"})
    width, height = image.size
    if width * height > MOST_PIXELS:
        return _TOO_MANY
    if format_ == "JPEG":
        image.draft(None, (width // 8, height // 8))  # which reads all of the file, and unfolds an eighth of it
    image.load()
    exif = image.getexif()
    if exif.get_ifd(_PLACES) or any(words in content for words in _WRITTEN_PLACES):
        return Fault(PIC_006)
    return (height, width) if exif.get(_TURN) in _ON_ITS_SIDE else (width, height)
