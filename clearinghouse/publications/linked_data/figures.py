"""Figures in linked data: one number of one source, with its unit, its time and what is said to limit it."""

from clearinghouse.publications.linked_data.names import Names, Thing, place
from clearinghouse.records.collections.trade.figure import Figure
from clearinghouse.vocabulary.trade.measures import MEASURES


def figure(record: Figure, names: Names) -> Thing:
    """A figure. Its date stands there where it is one, else the time stands with its sources as from/to."""
    is_one = record.from_ is not None and record.until in (None, record.from_)
    subjects = [names.see(species.address) for species in names.catalogue.species if species.id in record.species]
    thing = names.thing(
        record,
        "Observation",
        measuredProperty=MEASURES[record.measure].label,
        value=record.value,
        unitText=record.unit,
        measurementQualifier=record.qualifier,
        observationDate=str(record.from_) if is_one else None,
        observationAbout=[place(record.scope, None), *subjects],
    )
    if record.from_ and not is_one:
        for source in thing["subjectOf"]:
            source["temporalCoverage"] = f"{record.from_}/{record.until}"
    return thing
