"""Law as data: the states' legislation comes in; its laws, penalties and minimum requirements leave as one list each."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from pydantic import Field

from clearinghouse.catalogue.catalogue import Catalogue
from clearinghouse.publications.data.document import Shape
from clearinghouse.publications.data.rows import Rows
from clearinghouse.publications.site import Site
from clearinghouse.records.collections.legislation import LegislationStatus
from clearinghouse.records.collections.parts.law import Law
from clearinghouse.records.collections.parts.penalty import Penalty
from clearinghouse.records.collections.parts.requirement import Requirement


class _OfState(Shape):
    country: str = Field(description="The state, by its ISO 3166-1 code.")
    last_modified: date = Field(description="The latest day on which the state's record changed here.")


class LawRow(_OfState):
    """A law of a state."""

    url: str = Field(description="Its page.")
    is_certain: bool = Field(description="False for what is of low confidence or from secondary sources alone.")
    law: Law = Field(description="What the state's record says of it.")


class PenaltyRow(_OfState):
    """What a law threatens for an offence."""

    is_certain: bool = Field(description="False for what is of low confidence or from secondary sources alone.")
    penalty: Penalty = Field(description="What the state's record says of it; amounts are texts, so that nothing rounds them.")


class RequirementRow(_OfState):
    """One of the four minimum requirements of Resolution Conf. 8.4, in a state."""

    name: str = Field(description="Which one: authorities, prohibition, penalties or confiscation.")
    requirement: Requirement = Field(description="Whether it is met, and which words of the law say so.")


def law_lists(catalogue: Catalogue, site: Site) -> Iterator[Rows]:
    """The three lists, state by state; what was withdrawn is in none."""
    records = [record for record in catalogue.legislation if record.withdrawn is None]
    yield Rows("laws", "Laws", LawRow, [row for record in records for row in _laws(record, site)])
    penalties = [
        PenaltyRow(**_head(record), is_certain=penalty.is_sure, penalty=penalty) for record in records for penalty in record.penalties
    ]
    yield Rows("penalties", "Penalties", PenaltyRow, penalties)
    requirements = [
        RequirementRow(**_head(record), name=name, requirement=requirement)
        for record in records
        for name, requirement in record.requirements.by_name.items()
    ]
    yield Rows("requirements", "Minimum requirements", RequirementRow, requirements)


def _laws(record: LegislationStatus, site: Site) -> Iterator[LawRow]:
    for law in record.laws_newest_first:
        yield LawRow(**_head(record), url=site.url + record.law_address(law), is_certain=law.is_sure, law=law)


def _head(record: LegislationStatus) -> dict[str, Any]:
    return {"country": record.country, "last_modified": record.last_change}
