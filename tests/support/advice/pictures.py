"""Samples of advice on pictures, whose files are no text."""

from collections.abc import Iterable

from clearinghouse.reading.files.folder import DataFile
from tests.support import examples
from tests.support.advice.sample import Files, Sample
from tests.support.advice.spoilt import judge
from tests.support.reading.drawings import bomb, drawing, exif_of

_PATH = "trainings/th-2026-03-example.yml"
_SOUND = "th-2026-03-crime-scene.jpg"


def pictures() -> Iterable[Sample]:
    """All of them: a training with one picture, before and after."""
    sound = _folder(_SOUND, **{_SOUND: drawing()})
    yield _sample("PIC_001", _folder("IMG_1.JPG", **{"IMG_1.JPG": drawing()}), sound, "IMG_1 JPG")
    yield _sample("PIC_002", _folder("th-2026-03-crime-scen.jpg", **{_SOUND: drawing()}), sound)
    yield _sample("PIC_002", _folder(_SOUND), sound)
    yield _sample("PIC_003", _folder("x.png", **{"x.png": bomb(8_000, 6_000)}), _folder("x.png", **{"x.png": drawing("PNG")}))
    yield _sample("PIC_004", _folder(_SOUND, **{_SOUND: b"no picture"}), sound)
    yield _sample("PIC_004_ENDING", _folder("x.jpg", **{"x.jpg": drawing("PNG")}), _folder("x.png", **{"x.png": drawing("PNG")}))
    yield _sample("PIC_005", _folder("", **{_SOUND: drawing()}), sound)
    yield _sample("PIC_005", _folder("", **{_SOUND: drawing()}), _folder(""))
    yield _sample("PIC_006", _folder(_SOUND, **{_SOUND: drawing(exif=exif_of(has_place=True))}), sound)


def _sample(kind: str, before: Files, after: Files, loses: str = "") -> Sample:
    words = " ".join(file.content.decode("utf-8", "replace") for file in before if file.path != _PATH)
    return Sample(kind, kind, before, after, judge, f"{loses} {words} pictures")


def _folder(name: str, **there: bytes) -> Files:
    pictures = f"[{{file: {name}, alt: A forest., credit: Office, licence: CC BY 4.0}}]" if name else None
    record = DataFile(_PATH, _PATH, examples.yaml("trainings", pictures=pictures).encode())
    return [record, *(DataFile(f"pictures/{file}", f"pictures/{file}", content) for file, content in there.items())]
