"""Resizing: a photograph's copies are upright, small, of the sizes that pages promise, and say nothing of who took it where."""

from io import BytesIO

import pytest
from PIL import Image, ImageCms

from clearinghouse.publications.pictures.copies import copies_of
from clearinghouse.reading.pictures.looking import look
from clearinghouse.records.photograph import Photograph
from clearinghouse.site.pictures.resizing import resized
from tests.support.reading.drawings import drawing, exif_of


def photograph(content: bytes, name: str = "x.jpg") -> Photograph:
    """A photograph as reading finds it."""
    size = look(name, content)
    assert isinstance(size, tuple)
    return Photograph(name, *size, read=lambda: content)


def opened(content: bytes) -> Image.Image:
    """A copy, unfolded."""
    image = Image.open(BytesIO(content))
    image.load()
    return image


def test_copies_have_the_sizes_that_pages_promise() -> None:
    """No copy is larger than the photograph, and the same file gives the same bytes."""
    wide, small = photograph(drawing(width=2000, height=1000)), photograph(drawing(width=600, height=300), "small.jpg")
    assert [copy.width for copy in copies_of(wide)] == [480, 960, 1600]
    assert [copy.width for copy in copies_of(small)] == [480, 600]
    for original in (wide, small):
        for copy, content in resized(original):
            assert opened(content).size == (copy.width, copy.height)
            assert opened(content).format == ("WEBP" if copy.is_webp else "JPEG")
    assert list(resized(wide)) == list(resized(wide))


def test_photographs_of_one_stem_do_not_meet() -> None:
    """`x.jpg` and `x.png` lie side by side."""
    first, second = photograph(drawing()), photograph(drawing("PNG"), "x.png")
    assert {copy.address for copy, _ in resized(first)}.isdisjoint(copy.address for copy, _ in resized(second))


def test_a_copy_says_nothing_beside_the_picture() -> None:
    """Who took it, with what and in which colours is gone, and it stands upright: the dark half is above."""
    exif = exif_of(turn=6)
    for copy, content in resized(photograph(drawing(width=60, height=40, exif=exif))):
        image = opened(content)
        assert (copy.width, copy.height) == image.size == (40, 60)
        assert not image.getexif()
        assert not image.info.keys() & {"exif", "xmp", "icc_profile", "comment", "photoshop"}
        assert b"Name of a person" not in content
        pixel = image.convert("L").getpixel
        assert pixel((20, 10)) < 120 < pixel((20, 50))  # type: ignore[operator]  # of a picture in grey it is a number


@pytest.mark.parametrize("mode", ["L", "RGB", "RGBA", "P", "1", "LA", "I;16", "CMYK"])
def test_all_kinds_of_pictures_are_shown(mode: str) -> None:
    """Grey, with few colours, transparent, for printers."""
    file = BytesIO()
    source = Image.new(mode, (50, 30))
    name = "x.jpg" if mode == "CMYK" else "x.png"
    source.save(file, "JPEG" if mode == "CMYK" else "PNG")
    assert [opened(content).size for _, content in resized(photograph(file.getvalue(), name))] == [(50, 30)] * 2


def test_colours_of_a_profile_become_those_of_the_web() -> None:
    """And a profile that cannot be read does no harm."""
    image = Image.new("RGB", (50, 30), (200, 40, 40))
    for profile in (ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes(), b"no profile"):
        file = BytesIO()
        image.save(file, "JPEG", icc_profile=profile)
        assert [opened(content).mode for _, content in resized(photograph(file.getvalue()))] == ["RGB", "RGB"]
