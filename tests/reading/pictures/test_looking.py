"""Looking: a sound picture has a size, upright; whatever else a file holds is a problem, and never an exception."""

import random
import subprocess
import sys

import pytest
from PIL import Image

from clearinghouse.problems.kind import Fault
from clearinghouse.reading.files.folder import DataFile
from clearinghouse.reading.pictures.looking import LARGEST_PICTURE, Size, look
from clearinghouse.reading.typing.read import read
from tests.support.examples import yaml
from tests.support.reading.drawings import bomb, drawing, exif_of, with_written_place
from tests.support.running import ROOT

ALL = "{file: x.jpg, alt: A forest., credit: Office, licence: CC BY 4.0}"


@pytest.mark.parametrize(
    ("name", "content", "size"),
    [
        ("x.jpg", drawing(), (60, 40)),
        ("x.jpeg", drawing(exif=exif_of(turn=6)), (40, 60)),
        ("x.jpg", drawing(mode="CMYK"), (60, 40)),
        ("x.jpg", drawing("MPO"), (60, 40)),
        ("x.png", drawing("PNG", mode="RGBA"), (60, 40)),
        ("x.webp", drawing("WEBP"), (60, 40)),
    ],
)
def test_a_sound_picture_has_a_size(name: str, content: bytes, size: Size) -> None:
    """As readers will see it: a phone that was held upright turns width and height."""
    assert look(name, content) == size


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("x.jpg", b"", "PIC-004"),
        ("x.jpg", b"<svg onload=alert(1)>", "PIC-004"),
        ("x.jpg", drawing()[:-200], "PIC-004"),
        ("x.png", drawing("PNG")[:-40], "PIC-004"),
        ("x.jpg", drawing("GIF"), "PIC-004"),
        ("x.jpg", drawing("TIFF"), "PIC-004"),
        ("x.jpg", drawing("PNG"), "PIC-004"),
        ("x.png", bomb(8_000, 6_000), "PIC-003"),
        ("x.png", bomb(60_000, 60_000), "PIC-003"),
        ("x.jpg", drawing() + bytes(LARGEST_PICTURE), "PIC-003"),
        ("x.jpg", drawing(exif=exif_of(has_place=True)), "PIC-006"),
        ("x.webp", drawing("WEBP", exif=exif_of(has_place=True)), "PIC-006"),
        ("x.png", drawing("PNG", exif=exif_of(has_place=True)), "PIC-006"),
        ("x.jpg", with_written_place(drawing()), "PIC-006"),
    ],
    ids=str,
)
@pytest.mark.filterwarnings("error")
def test_what_is_none_says_why(name: str, content: bytes, code: str) -> None:
    """Neither a bomb nor the place of a rhino gets through."""
    fault = look(name, content)
    assert isinstance(fault, Fault)
    assert fault.kind.code == code


@pytest.mark.parametrize("format_", ["JPEG", "PNG", "WEBP"])
def test_no_bytes_make_it_fall(format_: str) -> None:
    """A hundred pictures, each with a few bytes changed, or cut off."""
    dice, name = random.Random(format_), f"x.{'jpg' if format_ == 'JPEG' else format_.lower()}"
    for _ in range(100):
        content = bytearray(drawing(format_, exif=exif_of()))
        for _ in range(dice.randint(1, 8)):
            content[dice.randrange(len(content))] = dice.randrange(256)
        assert look(name, bytes(content[: dice.randint(1, len(content))]))


def codes(*files: DataFile, pictures: str = f"[{ALL}]") -> list[tuple[str, str]]:
    """The problems of a folder whose one training names pictures, each with where it stands."""
    training = yaml("trainings", pictures=pictures).encode()
    path = "trainings/th-2026-03-x.yml"
    return [(problem.code, problem.path) for problem in read([DataFile(path, path, training), *files]).problems]


def picture(name: str, content: bytes = b"", is_link: bool = False) -> DataFile:
    """A file in the folder of pictures."""
    return DataFile(f"pictures/{name}", f"pictures/{name}", content, is_link)


def test_a_picture_and_its_record_belong_together() -> None:
    """What is missing, a link, or broken is a problem of the record; what nobody names, of the file. Twice named is fine."""
    record = "trainings/th-2026-03-x.yml"
    assert codes(picture("x.jpg", drawing())) == []
    assert codes(picture("x.jpg", drawing()), pictures=f"[{ALL}, {ALL}]") == []
    assert codes() == [("PIC-002", record)]
    assert codes(picture("x.jpg", is_link=True)) == [("FILE-005", record)]
    assert codes(picture("x.jpg", b"x"), pictures=f"[{ALL}, {ALL}]") == [("PIC-004", record)] * 2
    assert codes(picture("x.jpg", drawing()), picture("sub/x.jpg"), picture("notes.txt")) == [
        ("PIC-005", "pictures/notes.txt"),
        ("PIC-005", "pictures/sub/x.jpg"),
    ]


def test_a_draft_names_its_pictures() -> None:
    """So does a record that has a mistake of another kind."""
    assert codes(picture("x.jpg", drawing()), pictures=f"[{ALL}]\ndraft: true") == []
    assert codes(picture("x.jpg", drawing()), pictures=f"[{ALL}]\nplace: [x]") == [("TYPE-001", "trainings/th-2026-03-x.yml")]


def test_a_folder_without_pictures_needs_no_pillow() -> None:
    """Commands that make no site start no slower for the pictures of others."""
    code = (
        "import sys; from pathlib import Path; from clearinghouse.world.disk.data_folder import data_files\n"
        "from clearinghouse.reading.check import check; check(data_files(Path('tests/reading/wrong/a-tag')), None)\n"
        "print('PIL' in sys.modules)"
    )
    answer = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert answer.stdout == "False\n"


def test_every_format_can_be_read_here() -> None:
    """Pillow may be built without WebP."""
    Image.init()
    assert {"JPEG", "PNG", "WEBP"} <= Image.OPEN.keys()
