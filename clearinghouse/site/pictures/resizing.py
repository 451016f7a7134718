"""Resizing: a photograph comes in, its copies leave: upright, in the colours of the web, and without what its file said beside them."""

from collections.abc import Iterator
from io import BytesIO

from PIL import Image, ImageCms, ImageOps

from clearinghouse.publications.pictures.copies import Copy, copies_of, copy_for_messengers
from clearinghouse.reading.pictures.looking import ENDINGS
from clearinghouse.records.photograph import Photograph

_QUALITY = 80
_GROUND = (255, 255, 255)
"""What lies behind what is transparent, where a format has no transparency."""


def resized(photograph: Photograph) -> Iterator[tuple[Copy, bytes]]:
    """All copies of a photograph, the same bytes for the same file."""
    wanted = (*copies_of(photograph), copy_for_messengers(photograph))
    image = _plain(photograph.read(), 2 * max(copy.width for copy in wanted))
    for copy in wanted:
        smaller = image.resize((copy.width, copy.height), Image.Resampling.LANCZOS)
        file = BytesIO()
        if copy.is_webp:
            smaller.save(file, "WEBP", quality=_QUALITY)
        else:
            _on_ground(smaller).save(file, "JPEG", quality=_QUALITY, optimize=True, progressive=True)
        yield copy, file.getvalue()


def _plain(content: bytes, width: int) -> Image.Image:
    """The picture alone, in red, green and blue. width: more pixels than these need not be unfolded."""
    with Image.open(BytesIO(content), formats=tuple(ENDINGS)) as image:
        image.draft("RGB", (width, width))
        upright = ImageOps.exif_transpose(image)
        profile = image.info.get("icc_profile")
    has_holes = "A" in upright.getbands() or "transparency" in upright.info
    mode = "RGBA" if has_holes else "RGB"
    plain = _in_web_colours(upright, profile, mode) if profile else upright.convert(mode)
    bare = Image.new(mode, plain.size)
    bare.paste(plain)
    return bare


def _in_web_colours(image: Image.Image, profile: bytes, mode: str) -> Image.Image:
    """A phone's colours are wider than those that browsers take for granted; a profile that cannot be read is left alone."""
    try:
        web = ImageCms.createProfile("sRGB")
        known = image if image.mode in ("RGB", "CMYK", "L") else image.convert(mode)
        return ImageCms.profileToProfile(known, ImageCms.ImageCmsProfile(BytesIO(profile)), web, outputMode=mode) or known
    except (ImageCms.PyCMSError, OSError, ValueError):
        return image.convert(mode)


def _on_ground(image: Image.Image) -> Image.Image:
    if image.mode != "RGBA":
        return image
    ground = Image.new("RGB", image.size, _GROUND)
    ground.paste(image, mask=image.getchannel("A"))
    return ground
