"""Picture: a photograph or drawing that a record shows, with what must be said of it."""

from typing import Annotated

from pydantic import Field

from clearinghouse.records.collections.record import Part
from clearinghouse.records.keys.key import Mark, Place
from clearinghouse.records.keys.values import Line, Link, Paragraph, PictureFile, Several, one_of
from clearinghouse.vocabulary.licences import LICENCES


class Picture(Part):
    """One picture. Nobody shows it without saying who made it, under which licence, and what is to be seen."""

    file: PictureFile = Field(
        description="The name of its file in pictures/ of the data folder: JPEG, PNG or WebP, at most 4 MB.",
        examples=["th-2026-03-crime-scene.jpg"],
    )
    alt: Line = Field(
        title="description",
        description="What is to be seen, in a sentence, for those who do not see it.",
        examples=["Six rangers kneel around a marked piece of forest floor."],
    )
    credit: Line = Field(description="The office whose picture it is; never a person.", examples=["Office of Examples"])
    licence: Annotated[str, one_of(LICENCES)] = Field(description="Under which it may be shown.", examples=["CC BY 4.0"])
    caption: Paragraph | None = Field(None, description="What a reader should know of it.", examples=["Day two of the course."])
    source: Link | None = Field(None, description="The page where it was published.", examples=["https://example.org/news"])


Pictures = Annotated[
    Several[Picture],
    Mark.LATER,
    Mark.PASSING,
    Place.LATE,
    Field(title="Picture", description="Pictures with credit and licence; their files lie in pictures/ of the data folder."),
]
