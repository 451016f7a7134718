"""Networks and projects in linked data: organisations, by what they are called and where they are found."""

from clearinghouse.publications.linked_data.names import Names, Thing, organisation, stated, states
from clearinghouse.records.collections.network import Network
from clearinghouse.records.collections.project import Project

_KINDS = {"national authority": "GovernmentOrganization", "NGO": "NGO"}
"""Kinds of networks that say what an organisation is; all others are organisations."""


def network(record: Network, names: Names) -> Thing:
    """A network or organisation."""
    above = [other for name in record.member_of if (other := names.catalogue.network(name))]
    thing = names.thing(
        record,
        _KINDS.get(record.kind, "Organization"),
        address=stated(type_="PostalAddress", addressCountry=record.country) if record.country else None,
        foundingDate=str(record.started) if record.started else None,
        dissolutionDate=str(record.ended) if record.ended else None,
        memberOf=[names.see(other.address) for other in above],
        sameAs=record.url,
    )
    if record.acronym:
        thing["alternateName"] = [record.acronym, *thing.get("alternateName", ())]
    return thing


def project(record: Project, names: Names) -> Thing:
    """A project, and who pays and works for it."""
    return names.thing(
        record,
        "Project",
        identifier=record.reference,
        funder=organisation(record.funder),
        member=[organisation(name) for name in dict.fromkeys((record.lead, *record.partners))],
        areaServed=states(record.countries),
        sameAs=record.url,
    )
