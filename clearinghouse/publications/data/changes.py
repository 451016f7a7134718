"""Changes as data: what changed on the site, a list for each month, and the list of the months."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from pydantic import Field

from clearinghouse.catalogue.catalogue import Catalogue
from clearinghouse.catalogue.news import News, news
from clearinghouse.publications.data.document import Shape
from clearinghouse.publications.data.rows import Rows
from clearinghouse.publications.feeds.headlines import headline, lead
from clearinghouse.publications.site import Site
from clearinghouse.records.written.api_words import ROOT

NAME = "changes"


class ChangeRow(Shape):
    """One thing that changed."""

    id: str = Field(description="collection/id#what, unique and permanent; feeds have the same.")
    last_modified: date = Field(description="The day on which it changed.")
    what: str = Field(description="What happened: new, notice, withdrawn, evidence, delivery, or what the record's change says.")
    title: str = Field(description="In a few words.")
    text: str = Field(description="In a sentence.")
    record: str = Field(description="The record that changed, as collection/id.")
    activity: str | None = Field(description="Where it is about an activity: which one, as plan/number.")
    url: str = Field(description="The page on which one can read of it.")


class MonthRow(Shape):
    """A month in which something changed."""

    month: str = Field(description="Year and month: 2026-03.")
    total: int = Field(description="How many things changed.")
    last_modified: date = Field(description="The latest day of the month on which something did.")
    address: str = Field(description="Its list in this API.")


def change_lists(catalogue: Catalogue, site: Site) -> Iterator[Rows]:
    """The list of the months, the newest first, and that of each."""
    months: dict[str, list[News]] = defaultdict(list)
    for piece in news(catalogue):
        months[f"{piece.on:%Y-%m}"].append(piece)
    lists = [
        Rows(
            f"{NAME}/{month}",
            f"Changes of {month}",
            ChangeRow,
            [_row(piece, catalogue, site) for piece in pieces],
            f"{NAME}/{{month}}",
            "Changes of a month",
        )
        for month, pieces in months.items()
    ]
    rows = [
        MonthRow(month=month, total=len(pieces), last_modified=pieces[0].on, address=f"{site.url}{ROOT}{NAME}/{month}.json")
        for month, pieces in months.items()
    ]
    yield Rows(NAME, "Changes by month", MonthRow, rows)
    yield from lists


def _row(piece: News, catalogue: Catalogue, site: Site) -> ChangeRow:
    return ChangeRow(
        id=piece.id,
        last_modified=piece.on,
        what=piece.what,
        title=headline(piece, catalogue),
        text=lead(piece, catalogue),
        record=piece.record.key,
        activity=piece.activity.id if piece.activity else None,
        url=site.url + piece.address,
    )
