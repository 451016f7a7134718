"""Copies: a photograph comes in, the sizes in which the site has it leave; an adapter makes them."""

from collections.abc import Iterator
from dataclasses import dataclass

from clearinghouse.catalogue.catalogue import Catalogue
from clearinghouse.records.collections.pictures.picture import Picture
from clearinghouse.records.collections.record import Record
from clearinghouse.records.photograph import Photograph, copy_address, stem

FOR_MESSENGERS = "pictures/"
"""Where all lies that messengers fetch, which no copy of the site needs."""
WIDTHS = (480, 960, 1600)
"""In pixels; no photograph is made larger than it is."""
WIDTH_FOR_MESSENGERS = 1200
WEBP, JPEG = "webp", "jpg"


@dataclass(frozen=True)
class Copy:
    """A photograph in one size. address: where it lies."""

    address: str
    width: int
    height: int

    @property
    def is_webp(self) -> bool:
        """Whether it is for browsers; all else that shows pictures knows JPEG best."""
        return self.address.endswith(WEBP)


def copies_of(photograph: Photograph) -> tuple[Copy, ...]:
    """For pages, the smallest first."""
    widest = min(photograph.width, WIDTHS[-1])
    widths = [*(width for width in WIDTHS if width < widest), widest]
    return tuple(_copy(photograph, copy_address(photograph.name, width), width) for width in widths)


def copy_for_messengers(photograph: Photograph) -> Copy:
    """For those who show a link to a page, and for search engines."""
    width = min(photograph.width, WIDTH_FOR_MESSENGERS)
    return _copy(photograph, f"{FOR_MESSENGERS}{stem(photograph.name)}.{JPEG}", width)


def _copy(photograph: Photograph, address: str, width: int) -> Copy:
    """Its height is that of the widest one, made smaller: whoever has no more than that makes the same copies of it."""
    widest = min(photograph.width, WIDTHS[-1])
    height = max(1, round(photograph.height * widest / photograph.width))
    return Copy(address, width, max(1, round(height * width / widest)))


def pictured(record: object, catalogue: Catalogue) -> tuple[tuple[Picture, Photograph], ...]:
    """The pictures of a record whose files are known, each with its file."""
    pictures: tuple[Picture, ...] = getattr(record, "pictures", ())
    return tuple((picture, catalogue.photographs[picture.file]) for picture in pictures if picture.file in catalogue.photographs)


def photographs_on_pages(catalogue: Catalogue) -> Iterator[tuple[Photograph, str, tuple[str, ...]]]:
    """Each photograph that a page shows, once: with what is to be seen on it, and the states of the records that show it, as
    addresses have them."""
    records: dict[str, list[Record]] = {}
    words: dict[str, str] = {}
    for record in catalogue.records:
        for picture, photograph in pictured(record, catalogue):
            records.setdefault(photograph.name, []).append(record)
            words.setdefault(photograph.name, picture.alt)
    for name, named_by in records.items():
        states = sorted({code.lower() for record in named_by for code in record.states})
        yield catalogue.photographs[name], words[name], tuple(states)
