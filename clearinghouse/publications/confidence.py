"""Confidence: how sure a record is, and why, in words that the class of its sources bears out."""

from collections.abc import Mapping

from clearinghouse.records.collections.record import Record
from clearinghouse.vocabulary.bearing import bearing_class
from clearinghouse.vocabulary.source_kinds import SOURCE_CLASSES, SourceClass

CONFIDENCE_MEANS = {
    "medium": "reported by others, or partly inferred",
    "low": "inferred or doubtful: shown here, left out of statistics",
}
HIGH_MEANS: Mapping[SourceClass, str] = {
    "official": "stated by an official source",
    "organiser": "stated by the organiser",
    "partner": "stated by a partner",
    "academic": "stated by research",
    "media": "reported by two independent newspapers",
}
"""Why confidence is high, by the class that bears it: no other does."""


def best_class(record: Record) -> SourceClass:
    """The class of that of its sources which stands nearest to what it tells."""
    return min((source.source_class for source in record.sources), key=tuple(SOURCE_CLASSES).index)


def confidence_words(record: Record) -> str:
    """How sure a record is, and why: what is high is so by the class that bears it."""
    bearing = bearing_class(record.sources) if record.confidence == "high" else None
    return f"Confidence {record.confidence}: {HIGH_MEANS[bearing] if bearing else CONFIDENCE_MEANS[record.confidence]}"
