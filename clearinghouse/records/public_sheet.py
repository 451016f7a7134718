"""The public sheet of a proposal: what its sender, and everybody else, may know of what became of it; it names nobody."""

from typing import Annotated

from pydantic import Field

from clearinghouse.records.collections.record import Part
from clearinghouse.records.keys.values import Day, LanguageTag, Paragraph, Reference, Several, one_of

FOLDER = "_proposals/"
"""In the data folder, a file for each: `_proposals/CH-2026-0000-000J.yml`."""
RECEIVED, REVIEW, PUBLISHED, DECLINED = STATES = ("received", "in review", "published", "declined")


class PublicSheet(Part):
    """data/_proposals/<reference>.yml."""

    state: Annotated[str, one_of(STATES)] = Field(description="What became of it so far.", examples=["published"])
    received: Day = Field(description="The day on which it came.", examples=["2026-11-27"])
    since: Day = Field(description="The day on which that was said last.", examples=["2026-11-30"])
    language: LanguageTag | None = Field(None, description="The language of its sender, which its page speaks first.", examples=["th"])
    records: Several[Reference] = Field((), description="The records that it became.", examples=["trainings/th-2026-03-course"])
    reason: Paragraph | None = Field(
        None, description="Why it, or a part of it, was declined, in words for its sender.", examples=["It is listed already."]
    )


def path_of(reference: str) -> str:
    """The path of a sheet in the data folder."""
    return f"{FOLDER}{reference}.yml"
