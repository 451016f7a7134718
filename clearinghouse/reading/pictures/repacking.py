"""Repacking: a copy of a photograph as a site shows it comes in; the same picture leaves in the format that its file's name says."""

from io import BytesIO

from clearinghouse.problems.kind import Fault
from clearinghouse.reading.pictures.looking import LARGEST_PICTURE, look

_QUALITY = 95
_GROUND = (255, 255, 255)
_COLOURS = 256


def repacked(name: str, content: bytes) -> bytes | None:
    """The bytes of the file of that name, which say nothing beside the picture; None where the copy is no sound WebP file."""
    if isinstance(look("copy.webp", content), Fault):
        return None
    if name.endswith("webp"):
        return content
    # Pillow takes a while to import; a site without pictures must not pay for it.
    from PIL import Image

    with Image.open(BytesIO(content), formats=("WEBP",)) as copy:
        has_holes = "A" in copy.getbands()
        image = copy.convert("RGBA" if has_holes else "RGB")
    file = BytesIO()
    if name.endswith("png"):
        image.save(file, "PNG", optimize=True)
        if file.tell() > LARGEST_PICTURE:
            file = BytesIO()
            image.quantize(_COLOURS).save(file, "PNG", optimize=True)
        return file.getvalue()
    if has_holes:
        ground = Image.new("RGB", image.size, _GROUND)
        ground.paste(image, mask=image.getchannel("A"))
        image = ground
    image.save(file, "JPEG", quality=_QUALITY)
    return file.getvalue()
