"""Species: animals and plants, and groups of them, that matter in the trade of the region; other records name them."""

from typing import Annotated, ClassVar

from pydantic import Field
from typing_extensions import override

from clearinghouse.records.collections.collection import Collection
from clearinghouse.records.collections.pictures.picture import Pictures
from clearinghouse.records.collections.record import Part, Record, Source
from clearinghouse.records.keys.dates import PartialDate
from clearinghouse.records.keys.key import Mark
from clearinghouse.records.keys.values import Date, Flag, LanguageTag, Line, Paragraph, Several, StateCode, one_of
from clearinghouse.vocabulary.kinds import APPENDICES, SPECIES_KINDS


class Listing(Part):
    """A place in the Appendices of CITES, as far as a source gives it."""

    appendix: Annotated[str, one_of(APPENDICES)] = Field(description="The Appendix.", examples=["II"])
    proposed: Flag = Field(False, description="Whether the source only knows the proposal.", examples=["true"])
    of: Line | None = Field(None, description="Which of the species, or which populations.", examples=["Exemplum minus"])
    since: Date | None = Field(None, description="Since when, where the source says so.", examples=["2017-01"])
    as_of: Date | None = Field(None, title="as of", description="For when the source says so, where not since when.", examples=["2018"])
    note: Annotated[Paragraph | None, Mark.PASSING] = Field(
        None, description="What a reader must know.", examples=["The day of entry into force was not read."]
    )
    source: Source = Field(title="Source", description="The source of this.")


class LocalName(Part):
    """A name by which people know it, or something that is made of it."""

    text: Line = Field(title="name", description="The name as it is written.", examples=["trenggiling contoh"])
    language: LanguageTag = Field(description="Its language, by tag or name.", examples=["id"])
    of: Line | None = Field(None, description="What it names, where not the species itself.", examples=["scales"])
    source: Source | None = Field(None, title="Source", description="The source of this, where it is not one of the record's sources.")


class Species(Record):
    """A species, or a group of species. `title` is its common name."""

    collection: ClassVar[str] = "species"
    kind: Annotated[str, one_of(SPECIES_KINDS)] = Field(title="Kind", description="What it is.", examples=["mammals"])
    scientific_names: Several[Line] = Field(
        min_length=1, title="Scientific names", description="Of what is meant.", examples=[["Exemplum maius", "Exemplum minus"]]
    )
    synonyms: Several[Line] = Field(
        (), title="Also called", description="Other names in English, and what is made of it.", examples=[["example anteater", "scales"]]
    )
    local_names: Annotated[Several[LocalName], Mark.PASSING] = Field(
        (), title="Name in another language", description="Names by which people know it."
    )
    listings: Annotated[Several[Listing], Mark.PASSING] = Field(
        (), title="Place in the Appendices", description="Its places in the Appendices of CITES, as sources give them."
    )
    countries: Several[StateCode] = Field(
        (), title="States where it lives", description="Member states of its range, as far as a source names them.", examples=[["ID", "MY"]]
    )
    pictures: Pictures = ()

    @property
    @override
    def states(self) -> tuple[str, ...]:
        return self.countries

    @property
    def names(self) -> tuple[str, ...]:
        """All names by which readers may look for it, each once."""
        local = (name.text for name in self.local_names)
        return tuple(dict.fromkeys((self.title, *self.title_local.values(), *self.scientific_names, *self.synonyms, *local)))

    @property
    def appendices(self) -> tuple[str, ...]:
        """The Appendices in which a source has it or some of it, in their order; those that were only proposed are left out."""
        listed = {listing.appendix for listing in self.listings if not listing.proposed}
        return tuple(appendix for appendix in APPENDICES if appendix in listed)

    @property
    def listed_since(self) -> PartialDate | None:
        """The latest date from which a source has it in an Appendix."""
        return max((listing.since for listing in self.listings if listing.since and not listing.proposed), default=None)


COLLECTION = Collection(
    model=Species,
    order=105,
    one="species",
    several="species",
    ids="sp-{words}",
    facets=("countries", "kinds"),
    expected=("listings", "local_names", "countries"),
    is_related=False,
    has_feed=False,  # what is new of a species is a record that names it
)
