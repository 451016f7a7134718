"""Things: whatever strangers write in JSON-LD, what leaves is entries or nothing, and never a traceback."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clearinghouse.reading.intake.harvest.entries import Entry, SourceFault
from clearinghouse.reading.intake.harvest.pages import things_in
from clearinghouse.reading.intake.harvest.proposing import Settings, proposed
from clearinghouse.reading.intake.harvest.things import entries_of
from clearinghouse.records.harvest_sources import HarvestSource

URL = "https://there.example.org/events"


def source(collection: str = "trainings", **more: Any) -> HarvestSource:
    """A source of events in pages."""
    return HarvestSource.model_validate(
        {"id": "there", "name": "Site", "url": URL, "kind": "schema.org", "collection": collection, "licence": "CC0", **more}
    )


def entries(*things: Any, **more: Any) -> list[Entry]:
    """What these things become."""
    try:
        return list(entries_of(things_in(json.dumps(things).encode()), source(**more), URL))
    except SourceFault:
        return []


def test_hours_need_a_zone() -> None:
    """A distance from UTC names none; where one is given, days and hours are those of that zone."""
    event = {"@type": "Event", "name": "Late course", "startDate": "2026-05-04T20:00:00Z", "endDate": "2026-05-04T23:30:00Z"}
    (entry,) = entries(event)
    assert (entry.data["starts"], "time" in entry.data) == ("2026-05-04", False)
    assert entry.remarks[0].startswith("its hours: no time zone is known")
    (entry,) = entries(event, given={"time.zone": "Asia/Bangkok"})
    assert (entry.data["starts"], entry.data["time"]) == ("2026-05-05", {"from": "03:00", "to": "06:30", "zone": "Asia/Bangkok"})


@pytest.mark.parametrize("moment", ["0001-01-01T00:30:00+14:00", "9999-12-31T23:59:59-12:00", "2026-02-30T10:00", "T", 7, None, {}, [[]]])
def test_odd_moments_are_no_hours(moment: Any) -> None:
    """Nor do they end the reading of what stands beside them."""
    (entry,) = entries({"@type": "Event", "name": "x", "startDate": moment, "endDate": moment}, given={"time.zone": "Asia/Bangkok"})
    assert "time" not in entry.data


def test_several_events_of_a_page_without_addresses_are_told_apart() -> None:
    """By a mark of title and day, which stays the same."""
    events = [{"@type": "Event", "name": name, "startDate": "2026-05-04"} for name in ("One", "Two")]
    addresses = [entry.address for entry in entries(*events)]
    assert len(set(addresses)) == 2
    assert addresses == [entry.address for entry in entries(*events)]
    assert all(address.startswith(f"{URL}#") for address in addresses)


_VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False)
    | st.text(max_size=12)
    | st.sampled_from(["Event", "Course", URL]),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["@type", "name", "url", "@id", "@value"]), inner, max_size=4)
    ),
    max_leaves=12,
)
_KEYS = (
    *("@type", "@id", "name", "description", "url", "startDate", "endDate", "eventStatus", "location", "organizer", "keywords", "audience"),
    *("hasCourseInstance", "courseMode", "offers", "inLanguage", "publisher", "datePublished", "maximumAttendeeCapacity", "@around"),
)


@given(st.dictionaries(st.sampled_from(_KEYS), _VALUES, max_size=8), st.sampled_from(["trainings", "programmes", "documents"]))
def test_whatever_is_written_there_ends_in_an_account(thing: dict[str, Any], collection: str) -> None:
    """What is proposed has a path of its collection, and nothing else happens."""
    declared = {"@type": ["Event", "Course", "CreativeWork"]} | thing
    outcome = proposed(source(collection), entries(declared, collection=collection), {}, {}, Settings("2026-03-10"))
    assert all(proposal.path.startswith(f"{collection}/") and ".." not in proposal.path for proposal in outcome.proposals)
