"""Updates: dated notices of the clearing house itself."""

import datetime as dt
from typing import Annotated, ClassVar

from pydantic import Field
from typing_extensions import override

from clearinghouse.records.collections.collection import Collection
from clearinghouse.records.collections.pictures.picture import Pictures
from clearinghouse.records.collections.record import Record
from clearinghouse.records.keys.dates import PartialDate
from clearinghouse.records.keys.key import TODAY, InForm, Lasting, Offered
from clearinghouse.records.keys.values import Day, Flag


class Update(Record):
    """A notice of a day."""

    collection: ClassVar[str] = "updates"
    date: Annotated[Day, Offered(TODAY), Lasting()] = Field(title="Date", description="The day of the notice.", examples=["2026-01-10"])
    stands_for_all: Annotated[
        Flag, Lasting(), InForm("Whether it announces all records published that day, which then have no entry of their own.")
    ] = Field(
        False,
        title="Announces all",
        description="Yes = it announces all records published that day, which then have no entry of their own.",
        examples=["false"],
    )
    pictures: Pictures = ()

    @property
    @override
    def sort_date(self) -> PartialDate | None:
        return PartialDate.of(self.date)

    @override
    def is_revealed(self, as_of: dt.date) -> bool:
        return self.date <= as_of


COLLECTION = Collection(
    model=Update,
    order=110,
    one="update",
    several="updates",
    ids="{day}-{words}",
    is_newest_first=True,
    facets=("years",),
    is_counted=False,
    is_related=False,
    has_form=True,
    has_feed=False,  # the feed of all that is new is the one called `updates`
)
