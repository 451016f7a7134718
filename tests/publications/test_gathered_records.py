"""Gathered records: a page says from which of its sources the record was gathered, and under which licence."""

from clearinghouse.publications.collections.view import sources_section
from tests.support import examples


def test_the_source_from_which_a_record_was_gathered_says_so() -> None:
    """That one alone: the licence is not that of the others."""
    there = "{url: https://there.example.org/1, publisher: Site, kind: event page, accessed: 2026-03-10}"
    harvested = "{source: there, address: https://there.example.org/1, licence: CC BY 4.0, content: 9ae2f85c0d1b7a34}"
    record = examples.record("trainings/th-2026-03-course", sources=f"[{examples.SOURCE}, {there}]", harvested=harvested)
    items = ["".join(bit.text for bit in item.context) for item in sources_section(record).items]
    assert ["Gathered from this site under CC BY 4.0." in item for item in items] == [False, True]
