"""Names: what linked data calls the pages, states and organisations that records name; and what all things share."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from clearinghouse.catalogue.catalogue import Catalogue
from clearinghouse.publications.pictures.copies import copy_for_messengers, pictured
from clearinghouse.publications.site import Site
from clearinghouse.records.collections.record import Record, Source
from clearinghouse.vocabulary.audiences import AUDIENCES
from clearinghouse.vocabulary.licences import LICENCES
from clearinghouse.vocabulary.states import name_of
from clearinghouse.vocabulary.topics import TOPICS

Thing = dict[str, Any]
"""What linked data says of a thing: its keys are properties of schema.org."""


def stated(**properties: Any) -> Thing:
    """A thing without the properties of which nothing is known: a gap stays a gap. `type_` and `id_` are `@type` and `@id`."""
    names = {"type_": "@type", "id_": "@id"}
    return {names.get(key, key): value for key, value in properties.items() if value not in (None, "", (), [], {})}


def organisation(name: str) -> Thing:
    """An organisation of which the name alone is known."""
    return stated(type_="Organization", name=name)


def in_languages(texts: Iterable[tuple[str, str]]) -> list[Thing]:
    """Texts, each with the tag of its language."""
    return [{"@language": tag, "@value": text} for tag, text in texts]


def audience_of(terms: Iterable[str]) -> list[Thing]:
    """Whom something is for."""
    return [stated(type_="Audience", audienceType=AUDIENCES[term].label) for term in terms]


def keywords_of(terms: Iterable[str]) -> list[str]:
    """What something is about."""
    return [TOPICS[term].label for term in terms]


def state(code: str) -> Thing:
    """A state."""
    return stated(type_="Country", identifier=code, name=name_of(code))


def states(codes: Iterable[str]) -> list[Thing]:
    """Several of them."""
    return [state(code) for code in codes]


def place(name: str | None, host: str | None) -> Thing:
    """A place by its name or its state; nothing where neither is known."""
    address = stated(type_="PostalAddress", addressCountry=host) if host else None
    return stated(type_="Place", name=name or (name_of(host) if host else None), address=address) if name or host else {}


def sources(cited: Iterable[Source]) -> list[Thing]:
    """Where it can be read."""
    return [stated(type_="CreativeWork", url=source.url, publisher=organisation(source.publisher)) for source in cited]


def images(record: Record, names: "Names") -> list[Thing]:
    """Its pictures, each with who made it and its licence."""
    return [
        stated(
            type_="ImageObject",
            contentUrl=names.of((copy := copy_for_messengers(photograph)).address),
            width=copy.width,
            height=copy.height,
            description=picture.alt,
            caption=picture.caption,
            creditText=picture.credit,
            license=LICENCES[picture.licence],
        )
        for picture, photograph in pictured(record, names.catalogue)
    ]


@dataclass(frozen=True)
class Names:
    """Names what the site has pages of by its permanent address."""

    catalogue: Catalogue
    site: Site

    def of(self, address: str) -> str:
        """The name of what the page at an address is about."""
        return self.site.url + address

    def see(self, address: str) -> Thing:
        """A reference to it."""
        return {"@id": self.of(address)}

    def organisations(self, names: Iterable[str]) -> list[Thing]:
        """Organisations, those that are networks of the site by their addresses."""
        known = ((name, self.catalogue.network(name)) for name in names)
        return [{**organisation(network.title), **self.see(network.address)} if network else organisation(name) for name, network in known]

    def thing(self, record: Record, kind: str | list[str], **properties: Any) -> Thing:
        """What is said of any record: what it is, its names, what it is in a sentence, and where that can be read."""
        local = ((tag, title) for tag, title in record.title_local.items() if title != record.title)
        return stated(
            type_=kind,
            id_=self.of(record.address),
            url=self.of(record.address),
            name=record.title,
            alternateName=in_languages(local),
            description=" ".join(record.summary.split()),
            image=images(record, self),
            **properties,
            subjectOf=sources(record.sources),
        )
