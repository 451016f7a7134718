"""Countries as data: what concerns each member state, by its code, and a list of them."""

from collections.abc import Iterator, Mapping

from pydantic import Field

from clearinghouse.catalogue.catalogue import Catalogue
from clearinghouse.publications.data.computing import keys_of_records
from clearinghouse.publications.data.document import DataFile, Document, Shape
from clearinghouse.publications.data.rows import Rows
from clearinghouse.publications.site import Site
from clearinghouse.records.collection import COLLECTIONS
from clearinghouse.records.written.api_words import ROOT, VERSION
from clearinghouse.vocabulary.states import MEMBER_STATES, State

NAME = "countries"


class CountryRow(Shape):
    """A member state in the list of all."""

    code: str = Field(description="ISO 3166-1 alpha-2.")
    name: str = Field(description="As ASEAN writes it.")
    url: str = Field(description="Its page.")
    address: str = Field(description="Its document in this API.")
    totals: Mapping[str, int] = Field(description="How many records concern it, by collection.")


class CountryDocument(Document):
    """A member state with all that concerns it."""

    code: str = Field(description="ISO 3166-1 alpha-2.")
    name: str = Field(description="As ASEAN writes it.")
    local_name: str = Field(description="Its name in its own language.")
    language: str = Field(description="The tag of that language.")
    url: str = Field(description="Its page.")
    legislation: str | None = Field(description="The record of its legislation, as collection/id; null where there is none.")
    leads: tuple[str, ...] = Field(description="The activities of which it is lead country, as plan/number.")
    records: Mapping[str, tuple[str, ...]] = Field(description="The records that concern it, as collection/id, by collection.")


def country_files(catalogue: Catalogue, site: Site) -> Iterator[DataFile]:
    """A document for each member state."""
    for state in MEMBER_STATES.values():
        legislation = catalogue.legislation_of(state.code)
        document = CountryDocument(
            schema_version=VERSION,
            address=site.url + _address(state),
            code=state.code,
            name=state.name,
            local_name=state.local_name,
            language=state.language,
            url=f"{site.url}{NAME}/{state.address}/",
            legislation=legislation.key if legislation else None,
            leads=tuple(activity.id for activity in catalogue.led_by(state.code)),
            records={name: keys_of_records(catalogue.concerning(state.code, name)) for name in _collections()},
        )
        yield DataFile(
            _address(state), f"{ROOT}{NAME}/{{code}}.json", f"{state.name} as JSON", "One member state", document, states=(state.address,)
        )


def country_rows(catalogue: Catalogue, site: Site) -> Rows:
    """The list of member states."""
    rows = [
        CountryRow(
            code=state.code,
            name=state.name,
            url=f"{site.url}{NAME}/{state.address}/",
            address=site.url + _address(state),
            totals={name: len(catalogue.concerning(state.code, name)) for name in _collections()},
        )
        for state in MEMBER_STATES.values()
    ]
    return Rows(NAME, "Countries", CountryRow, rows)


def _address(state: State) -> str:
    return f"{ROOT}{NAME}/{state.address}.json"


def _collections() -> Iterator[str]:
    return (name for name, collection in COLLECTIONS.items() if not collection.is_promise)
