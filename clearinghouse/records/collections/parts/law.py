"""Law: a law, decree, order or policy of a member state."""

import re
from typing import Annotated

from pydantic import Field

from clearinghouse.records.collections.parts.claim import Claim
from clearinghouse.records.collections.record import SpeciesNamed
from clearinghouse.records.keys.dates import PartialDate
from clearinghouse.records.keys.key import InForm, Mark
from clearinghouse.records.keys.rules import ID_LENGTH
from clearinghouse.records.keys.values import Date, Id, Line, Link, OfficialTitle, Several, TextsByLanguage, one_of
from clearinghouse.vocabulary.kinds import LAW_RELATIONS, LAW_STATUSES, LAW_SUBJECTS

RELATIONS = LAW_RELATIONS | {inverse: key for key, inverse in LAW_RELATIONS.items()}
"""How a law stands to others, and how these then stand to it."""


def _tail(law_id: str) -> str:
    """`wildlife-2007` of `law-la-wildlife-2007`: the address has the rest."""
    return re.sub("^law-(?:[a-z]{2}-)?(?=.)", "", law_id)


class Law(Claim):
    """A law, decree, order or policy."""

    id: Annotated[Id | None, InForm("For links to it; leave it out if you are not sure.")] = Field(
        None, title="short name", description="A short name, unique in this file, never changed.", examples=["law-la-examples-2007"]
    )
    title: OfficialTitle = Field(description="Its official title, in full.", examples=["Law on Wildlife Examples"])
    title_local: Annotated[TextsByLanguage, Mark.PASSING, InForm("Its title in another language, once for each.")] = Field(
        {},
        title="title in other languages",
        description="The same by the tag of its language: th, lo, km, my, vi, id, ms, fil, tet …",
        examples=[{"lo": "ກົດໝາຍຕົວຢ່າງ"}],
    )
    number: Line | None = Field(None, description="Its official number.", examples=["07/NA"])
    year: Date | None = Field(None, description="Its year, where no date is known.", examples=["2007"])
    adopted: Date | None = Field(None, description="The date that the source gives …", examples=["2007-12-24"])
    adopted_as: Line | None = Field(
        None, title="adopted as", description="… and what happened then: enacted, gazetted, issued …", examples=["enacted"]
    )
    signed: Date | None = Field(None, description="When it was signed.", examples=["2007-12-20"])
    assent: Date | None = Field(None, description="The head of state's consent.", examples=["2007-12-22"])
    in_force: Date | None = Field(None, title="in force", description="Since when it is in force.", examples=["2008-03-01"])
    revised: Annotated[Date | None, Mark.PASSING] = Field(None, description="The last revised edition.", examples=["2015"])
    kind: Line | None = Field(None, description="law, decree, order, policy …", examples=["law"])
    status: Annotated[Annotated[str, one_of(LAW_STATUSES)] | None, Mark.PASSING] = Field(
        None, description="Whether it is in force; leave it out if no source says so.", examples=["in force"]
    )
    status_as_of: Annotated[Date | None, Mark.PASSING] = Field(
        None, title="status as of", description="The day, month or year for which a source gives the status.", examples=["2026-11"]
    )
    subject: Annotated[Several[Annotated[str, one_of(LAW_SUBJECTS)]], Mark.PASSING] = Field(
        (), description="What it is about.", examples=[["wildlife and CITES"]]
    )
    species: Annotated[SpeciesNamed, Mark.PASSING] = ()
    amends: Annotated[Several[Line], InForm("Which laws it changes: their titles.")] = Field(
        (), description="Which laws it changes: their ids in this file, or their titles.", examples=[["Decree 5 of 1998"]]
    )
    replaces: Several[Line] = Field((), description="Which laws it took the place of.", examples=[["Order No. 9 of 1998"]])
    repeals: Several[Line] = Field((), description="Which laws it ended without taking their place.", examples=[["Decree 3 of 1990"]])
    amended_by: Several[Line] = Field((), title="amended by", description="What changed it since.", examples=[["Amendment of 2023"]])
    replaced_by: Several[Line] = Field((), title="replaced by", description="What took its place.", examples=[["Law of 2023"]])
    repealed_by: Several[Line] = Field((), title="repealed by", description="What ended it.", examples=[["Law of 2024"]])
    url: Annotated[Link | None, Mark.PASSING] = Field(
        None, title="address", description="Its text.", examples=["https://example.org/law.pdf"]
    )

    @property
    def name(self) -> str:
        """The last step of its page's address: its id, or its title where it has none."""
        return _tail(self.id) if self.id else re.sub("[^a-z0-9]+", "-", self.title.lower())[:ID_LENGTH].strip("-") or "law"

    @property
    def when(self) -> PartialDate | None:
        """The date by which lists sort it."""
        return self.adopted or self.year or self.in_force
