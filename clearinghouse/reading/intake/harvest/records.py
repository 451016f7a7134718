"""Records of other clearing houses: a document of their JSON API becomes an entry under our keys."""

from collections.abc import Iterator, Mapping
from typing import Any

from clearinghouse.reading.intake.api.documents import document_of, groups_in, text_in
from clearinghouse.reading.intake.api.records import record_of
from clearinghouse.reading.intake.harvest.entries import Entry, SourceFault
from clearinghouse.reading.intake.harvest.texts import LONGEST_TITLE, line, web_address
from clearinghouse.records.harvest_sources import HarvestSource

_THEIRS = (
    *("published", "verified", "verified_by", "changes", "former_ids", "reviewed", "imported", "harvested", "draft"),
    *("withdrawn", "url_checked"),
)
"""What holds for a record in the house that it comes from, and not in ours."""


def pages_and_days(where: str, content: bytes) -> Iterator[tuple[str, str, str]]:
    """Of each row of a list its id, its page, and when it changed last, or nothing. where: as a fault names it. Raises ApiFault."""
    for row in groups_in(document_of(where, content), "rows", where):
        day = row.get("last_modified")
        yield text_in(row, "id", where), text_in(row, "url", where), day if isinstance(day, str) else ""


def entry_of(where: str, content: bytes, source: HarvestSource) -> Entry:
    """The entry of a document. where: as a fault names it. Raises ApiFault, and SourceFault for a record of another collection."""
    document = document_of(where, content)
    proposal = record_of(where, document)
    if proposal.collection != source.collection:
        raise SourceFault(f"{where} holds a record of another collection")
    data = {key: value for key, value in proposal.data.items() if key not in _THEIRS}
    if "url_checked" in proposal.data:
        data["url_checked"] = "false"
    origin = proposal.data.get("harvested")
    page = web_address(text_in(document, "url", where), source.url)
    return Entry(
        page,
        line(data.get("title"), LONGEST_TITLE) or proposal.id,
        data,
        proposal.id,
        refusal=_refusal(page, proposal.data),
        origin=str(origin.get("address", "")) if isinstance(origin, Mapping) else "",
    )


def _refusal(page: str, data: Mapping[str, Any]) -> str:
    if not page:
        return "its page has no web address"
    return "it was withdrawn there" if "withdrawn" in data else ""
