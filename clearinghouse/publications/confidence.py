"""Confidence: how sure a record is, and why, in words that the class of its sources bears out."""

from collections.abc import Mapping

from clearinghouse.records.collections.record import Record
from clearinghouse.vocabulary.source_kinds import SOURCE_CLASSES, SourceClass

CONFIDENCE_MEANS = {
    "medium": "told by others, or partly inferred",
    "low": "inferred or doubtful: shown here, left out of statistics",
}
HIGH_MEANS: Mapping[SourceClass, str] = {
    "official": "stated by an official source",
    "organiser": "stated by the organiser",
    "partner": "stated by a partner",
    "academic": "stated by research",
    "media": "reported by the media",
    "copy": "stated in a text that was read in a copy",
    "secondary": "reported by secondary sources",
}
"""Why confidence is high, by the class of the best source."""


def confidence_words(record: Record) -> str:
    """How sure a record is, and why: what is high is so by the best of its sources."""
    best = min((source.source_class for source in record.sources), key=tuple(SOURCE_CLASSES).index)
    why = CONFIDENCE_MEANS.get(record.confidence) or HIGH_MEANS[best]
    return f"Confidence {record.confidence}: {why}"
