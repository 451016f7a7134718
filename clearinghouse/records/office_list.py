"""Offices that send mails: which domains belong to which office, as the editors keep it in data/offices.yml."""

from pydantic import Field

from clearinghouse.records.collections.record import Part
from clearinghouse.records.keys.values import Id, Line, Several

MOST_OFFICES = 500


class SendingOffice(Part):
    """An office, and the domains from which only it sends mails."""

    id: Id = Field(description="A short name for it, never changed.", examples=["la-forestry"])
    name: Line = Field(description="Its name in English.", examples=["Department of Examples"])
    domains: Several[Line] = Field((), description="The part after the @ of its addresses.", examples=[["forestry.example.org"]])


class SendingOffices(Part):
    """data/offices.yml."""

    offices: tuple[SendingOffice, ...] = Field((), max_length=MOST_OFFICES)

    def of_domain(self, domain: str) -> SendingOffice | None:
        """The office to which a domain belongs, or a domain above it; of several the nearest. domain: in small letters."""
        labels = domain.split(".")
        for start in range(len(labels) - 1):
            above = ".".join(labels[start:])
            for office in self.offices:
                if above in office.domains:
                    return office
        return None
