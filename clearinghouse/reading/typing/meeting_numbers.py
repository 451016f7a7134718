"""Numbers of meetings: no two meetings of a body have the same."""

from collections import defaultdict
from collections.abc import Iterator

from clearinghouse.problems.problem import Problem
from clearinghouse.problems.references import ID_007
from clearinghouse.reading.typing.references import Documents, Records
from clearinghouse.records.collections.workshop import Workshop
from clearinghouse.vocabulary.bodies import BODIES


def doubly_numbered(documents: Documents, records: Records) -> Iterator[Problem]:
    """The meetings whose number another meeting of their body has, but for withdrawn ones.

    Both have the problem, each with the name of the other: which of them is wrong cannot be told, and either may be
    checked alone.
    """
    numbered: dict[tuple[str, int], list[Workshop]] = defaultdict(list)
    for record in records[Workshop.collection].values():
        if isinstance(record, Workshop) and record.body_of and record.number is not None and record.withdrawn is None:
            numbered[record.body_of, record.number].append(record)
    for (body, number), meetings in numbered.items():
        for meeting in meetings:
            other = next((other for other in meetings if other is not meeting), None)
            if other:
                place = documents[Workshop.collection][meeting.id].place(("number",))
                yield ID_007.at(place, found=str(number), other=other.key, body=BODIES[body].label)
