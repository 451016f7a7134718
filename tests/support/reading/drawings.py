"""Drawings: pictures that tests draw themselves, sound and hostile ones, as the bytes of their files."""

import struct
import zlib
from io import BytesIO
from pathlib import Path
from typing import Any

from PIL import Image, ImageDraw

from clearinghouse.reading.files.folder import PICTURES, DataFile

GPS, TURN = 0x8825, 0x0112
"""Tags of Exif: coordinates, and how a picture is turned."""
_BLOCK = 1 << 20


def drawing(format_: str = "JPEG", width: int = 60, height: int = 40, mode: str = "RGB", exif: Image.Exif | None = None) -> bytes:
    """A picture whose left half is dark."""
    image = Image.new(mode, (width, height), "white" if mode != "RGBA" else (255, 255, 255, 0))
    ImageDraw.Draw(image).rectangle((0, 0, width // 2 - 1, height), fill="darkgreen" if mode != "L" else 60)
    file = BytesIO()
    options: dict[str, Any] = {"exif": exif} if exif else {}
    image.save(file, format_, **options)
    return file.getvalue()


def exif_of(turn: int = 1, has_place: bool = False) -> Image.Exif:
    """What a camera writes into a picture: how it was held, who holds it, and where it was."""
    exif = Image.Exif()
    exif[TURN] = turn
    exif[0x013B] = "Name of a person"
    if has_place:
        exif[GPS] = {1: "N", 2: (14.0, 25.0, 30.0), 3: "E", 4: (101.0, 22.0, 10.0)}
    return exif


def with_written_place(content: bytes) -> bytes:
    """A JPEG whose coordinates stand in XMP alone, where editors of pictures put them."""
    words = b'http://ns.adobe.com/xap/1.0/\0<x:xmpmeta xmlns:x="adobe:ns:meta/"><a exif:GPSLatitude="14,25.5N"/></x:xmpmeta>'
    return content[:2] + b"\xff\xe1" + struct.pack(">H", len(words) + 2) + words + content[2:]


def bomb(width: int, height: int) -> bytes:
    """A small PNG that unfolds to so many black pixels."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    rows = _zeros(((width + 7) // 8 + 1) * height)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def _zeros(size: int) -> bytes:
    """So many zeros, packed as zlib does, without packing each: a block that knows nothing of those before it stands there many times."""
    packer = zlib.compressobj(9, wbits=-zlib.MAX_WBITS)
    block = packer.compress(bytes(_BLOCK)) + packer.flush(zlib.Z_FULL_FLUSH)
    end = packer.compress(bytes(size % _BLOCK)) + packer.flush()
    sum_of_zeros = size % 65521 << 16 | 1  # Adler-32
    return b"\x78\xda" + block * (size // _BLOCK) + end + struct.pack(">I", sum_of_zeros)


def picture_files(folder: Path) -> list[DataFile]:
    """The pictures of a data folder."""
    paths = sorted((folder / PICTURES).glob("*"))
    return [DataFile(f"{PICTURES}{path.name}", f"{PICTURES}{path.name}", path.read_bytes()) for path in paths]
