"""Requirement: the four minimum requirements of Resolution Conf. 8.4, and what is known of each."""

from typing import Annotated

from pydantic import Field

from clearinghouse.records.collections.record import Confidence, Part, Source
from clearinghouse.records.keys.comparisons import comparing
from clearinghouse.records.keys.key import Mark
from clearinghouse.records.keys.values import Paragraph, Several, one_of
from clearinghouse.vocabulary.kinds import MET, REQUIREMENTS


class Requirement(Part):
    """One of the four minimum requirements of Resolution Conf. 8.4."""

    met: Annotated[str, one_of(MET)] = Field(description="Whether it is met.", examples=["unknown"])
    provision: Paragraph | None = Field(
        None, description="Which words of the law say so.", examples=["Article 5 of the Decree on Examples"]
    )
    note: Annotated[Paragraph | None, Mark.PASSING] = Field(
        None, description="What a reader must know.", examples=["The article itself was not read."]
    )
    source: Source | None = Field(None, title="Source", description="The source of this.")
    other_sources: Annotated[Several[Source], Mark.PASSING] = Field((), title="Other source", description="More of them.")
    confidence: Annotated[Confidence | None, Mark.PASSING] = Field(
        None, title="how sure", description="Absent = as the whole record.", examples=["medium"]
    )

    _borne = comparing("claim")

    @property
    def sources(self) -> tuple[Source, ...]:
        """All that it rests on."""
        return (*((self.source,) if self.source else ()), *self.other_sources)


class Requirements(Part):
    """The four, in their order; one that no source speaks of is unknown."""

    authorities: Requirement = Field(
        Requirement(met="unknown"), title="Authorities", description="Management and Scientific Authorities are designated."
    )
    prohibition: Requirement = Field(
        Requirement(met="unknown"), title="Prohibition", description="Trade in breach of the Convention is prohibited."
    )
    penalties: Requirement = Field(Requirement(met="unknown"), title="Penalties", description="Such trade is penalised.")
    confiscation: Requirement = Field(Requirement(met="unknown"), title="Confiscation", description="Specimens can be confiscated.")

    @property
    def by_name(self) -> dict[str, Requirement]:
        """The four by their names."""
        return {name: getattr(self, name) for name in REQUIREMENTS}
