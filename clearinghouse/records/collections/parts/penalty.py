"""Penalty: what a law threatens for an offence, as its article or a source on it says."""

from typing import Annotated

from pydantic import Field

from clearinghouse.records.collections.parts.claim import Claim
from clearinghouse.records.keys.comparisons import comparing
from clearinghouse.records.keys.key import Mark
from clearinghouse.records.keys.values import Date, Id, Line, Paragraph, Quantity, one_of
from clearinghouse.vocabulary.kinds import CURRENCIES, PENALTY_STATUSES, PENALTY_SUBJECTS, PUNISHED


class Penalty(Claim):
    """Prison in years, fines in the currency of the law. A key that is not there was not read: it does not mean that there is none."""

    id: Id = Field(description="A short name, unique in this file, never changed.", examples=["pen-la-examples-12"])
    law: Id = Field(description="The law, by its id in this file.", examples=["law-la-examples-2007"])
    article: Line = Field(description="Where the law says so.", examples=["art. 12(1)"])
    subject: Annotated[str, one_of(PENALTY_SUBJECTS)] = Field(description="What it protects.", examples=["wildlife"])
    offence: Paragraph = Field(description="What is punished, in your own words.", examples=["Trade in protected animals without a permit"])
    applies_to: Annotated[str, one_of(PUNISHED)] = Field(title="applies to", description="Who is punished.", examples=["persons"])
    per: Line | None = Field(None, description="What a fine is counted by, or which case it is.", examples=["each specimen"])
    prison_from: Quantity | None = Field(
        None, title="prison from", description="The shortest time in prison, in years: 0.5 is six months.", examples=["1"]
    )
    prison_to: Quantity | None = Field(None, title="prison to", description="The longest time in prison, in years.", examples=["5"])
    fine_from: Quantity | None = Field(None, title="fine from", description="The lowest fine, in digits.", examples=["50000"])
    fine_to: Quantity | None = Field(None, title="fine to", description="The highest fine, in digits.", examples=["500000"])
    currency: Annotated[str, one_of(CURRENCIES)] | None = Field(
        None, description="The currency of the law, by its code in ISO 4217.", examples=["LAK"], validate_default=True
    )
    confiscation: Line | None = Field(
        None, description="What the same article says of taking away specimens or tools.", examples=["specimens and vehicles"]
    )
    in_force: Date | None = Field(None, title="in force", description="Since when it is in force in this form.", examples=["2008-03-01"])
    amended_by: Line | None = Field(
        None, title="amended by", description="What gave it this form, or changes it.", examples=["Amendment of 2023"]
    )
    status: Annotated[Annotated[str, one_of(PENALTY_STATUSES)] | None, Mark.PASSING] = Field(
        None, description="Absent = as its law. `being checked`: a later law changes it, and how was not read.", examples=["in force"]
    )

    _in_order = comparing("penalty")
