"""Drawing: pictures of cards are small, of one size, the same each time, and drawn with the fonts that lie beside."""

import hashlib
import io

import pytest
from PIL import Image

from clearinghouse.publications.sharing.cards import Card
from clearinghouse.site.pictures import drawing
from clearinghouse.site.pictures.drawing import drawn
from tests.support.running import ROOT

FONTS = ROOT / "clearinghouse/site/pictures/fonts"
SITE = "House of Examples"


def test_a_picture_is_the_same_each_time() -> None:
    """A PNG of 1200 by 630, small enough for a weak line, and different for different words."""
    picture = drawn(Card("vn", "Viet Nam", "95", "Một dòng tiếng Việt"), SITE)
    image = Image.open(io.BytesIO(picture))
    assert (image.format, image.size) == ("PNG", (1200, 630))
    assert len(picture) < 30_000
    assert drawn(Card("vn", "Viet Nam", "95", "Một dòng tiếng Việt"), SITE) == picture
    assert drawn(Card("vn", "Viet Nam", "96", "Một dòng tiếng Việt"), SITE) != picture


@pytest.mark.parametrize("words", ["ไทย", "ລາວ", "ខ្មែរ", "မြန်မာ", "中文"])
def test_what_the_fonts_cannot_say_is_left_out(words: str) -> None:
    """No row of empty boxes."""
    assert drawn(Card("x", "Viet Nam", line=words), words) == drawn(Card("x", "Viet Nam"), "")


def test_a_long_title_keeps_to_its_place() -> None:
    """It is cut after a word, and says that it goes on."""
    assert drawn(Card("x", "Examples of words " * 40), SITE) != drawn(Card("x", "Examples of words " * 2), SITE)
    assert drawing.MOST_LINES == 4


def test_the_fonts_are_those_that_were_looked_at() -> None:
    """By their sums, beside their licence."""
    said = (FONTS / "README.md").read_text("utf-8")
    assert {path.suffix for path in FONTS.iterdir()} == {".ttf", ".txt", ".md"}
    assert all(f"`{hashlib.sha256(path.read_bytes()).hexdigest()}`" in said for path in FONTS.glob("*.ttf"))
