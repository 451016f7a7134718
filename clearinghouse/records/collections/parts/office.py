"""Office: an authority of a member state that has to do with wildlife and its trade; never a person."""

from typing import Annotated

from pydantic import Field

from clearinghouse.records.collections.parts.claim import Claim
from clearinghouse.records.keys.key import Mark
from clearinghouse.records.keys.values import Id, Line, Link, TextsByLanguage, one_of
from clearinghouse.vocabulary.kinds import OFFICE_ROLES


class Office(Claim):
    """Its name in English and in its own languages."""

    id: Id = Field(description="A short name, unique in this file, never changed.", examples=["off-la-forestry"])
    title: Line = Field(description="Its name in English.", examples=["Department of Forestry"])
    title_local: Annotated[TextsByLanguage, Mark.PASSING] = Field(
        {}, title="title in other languages", description="The same by the tag of its language.", examples=[{"lo": "ກົມປ່າໄມ້"}]
    )
    role: Annotated[str, one_of(OFFICE_ROLES)] = Field(
        description="What it has to do with wildlife and its trade.", examples=["forests and wildlife"]
    )
    url: Annotated[Link | None, Mark.PASSING] = Field(
        None, title="address", description="Its own page.", examples=["https://example.org/office"]
    )
