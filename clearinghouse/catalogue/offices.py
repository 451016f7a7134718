"""Offices: which member state's office keeps a record, so that each record stands on one desk or on the region's."""

from clearinghouse.records.collections.record import Record
from clearinghouse.vocabulary.states import MEMBER_STATES

REGION = ""
"""Instead of a state's code: what no member state's office keeps, but the secretariat."""
_OF_THE_REGION = "asean"


def office_of(record: Record) -> str:
    """The code of the member state whose office keeps a record, or REGION.

    The name of the file says so, as owners are named by it (`th-…`, `asean-…`); where it does not, a record that concerns
    one state alone, and that one a member, is that state's.
    """
    owner = record.id.partition("-")[0]
    if owner == _OF_THE_REGION:
        return REGION
    if owner.upper() in MEMBER_STATES:
        return owner.upper()
    states = record.states
    return states[0] if len(states) == 1 and states[0] in MEMBER_STATES else REGION
