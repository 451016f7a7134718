"""Photos: the pictures of a record come in, and leave as parts of its page: each with its credit and its licence."""

from clearinghouse.catalogue.catalogue import Catalogue
from clearinghouse.publications.html.lines import text_bit
from clearinghouse.publications.html.parts import Bit, Line, Photo
from clearinghouse.publications.pictures.copies import copies_of, pictured
from clearinghouse.publications.translation.texts import gettext
from clearinghouse.records.collections.pictures.picture import Picture
from clearinghouse.vocabulary.licences import LICENCES, PERMISSION


def photos_of(record: object, catalogue: Catalogue) -> tuple[Photo, ...]:
    """The pictures of a record, in its own order."""
    photos = []
    for picture, photograph in pictured(record, catalogue):
        copies = copies_of(photograph)
        sizes = tuple((copy.address, copy.width) for copy in copies)
        caption = (text_bit(picture.caption),) if picture.caption else ()
        photos.append(Photo(sizes, copies[-1].width, copies[-1].height, text_bit(picture.alt), caption, _credit(picture)))
    return tuple(photos)


def _credit(picture: Picture) -> Line:
    licence = gettext("used with permission") if picture.licence == PERMISSION else picture.licence
    address = LICENCES[picture.licence]
    source = (Bit(". "), Bit(gettext("Where it was published"), href=picture.source)) if picture.source else ()
    return (
        Bit(gettext("Picture:") + " "),
        text_bit(picture.credit),
        Bit(", "),
        Bit(licence, href=address) if address else Bit(licence),
        *source,
    )
