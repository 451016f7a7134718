"""Contradictions: what is known of a state's requirements, held against the category on which its status rests."""

from collections.abc import Iterator

from clearinghouse.problems.laws import LAW_006
from clearinghouse.problems.problem import Problem
from clearinghouse.reading.typing.references import Documents, Records
from clearinghouse.records.collections.legislation import LegislationStatus

_MEANINGS = {"1": "all four are met", "2": "one to three are met", "3": "none is met", "not-1": "not all four are met"}


def contradictions(documents: Documents, records: Records) -> Iterator[Problem]:
    """Requirements that a state's category does not allow; one whose note says why both are true is let be.

    Nothing contradicts what is unknown or partly met. A category is told once, at the first requirement that does not fit it.
    """
    for record_id, record in records[LegislationStatus.collection].items():
        if not isinstance(record, LegislationStatus) or not record.status:
            continue
        status, four = record.status, record.requirements.by_name
        met = [requirement.met for requirement in four.values()]
        contrary = {"1": "no", "3": "yes"}.get(status.category)
        all_alike = {"2": ("yes", "no"), "not-1": ("yes",)}.get(status.category, ())
        if all_alike and len(set(met)) == 1 and met[0] in all_alike:
            contrary = met[0]
        elif all_alike:
            continue
        for name, requirement in four.items():
            if requirement.met == contrary and not requirement.note:
                place = documents[LegislationStatus.collection][record_id].place(("requirements", name, "met"))
                meaning = _MEANINGS[status.category]
                yield LAW_006.at(place, found=requirement.met, category=status.category, as_of=str(status.as_of), meaning=meaning)
                break
