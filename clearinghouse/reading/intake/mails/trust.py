"""Trust: a mail and the list of offices come in; the office from whose domain it came leaves, or none: not confirmed."""

from dataclasses import dataclass

from clearinghouse.reading.intake.mails.authentication import Vouching, domain_of
from clearinghouse.records.office_list import SendingOffice, SendingOffices


@dataclass(frozen=True)
class Confirmation:
    """The office from whose domain a mail came. by: `dkim` or `spf`."""

    office: SendingOffice
    by: str


def confirmation(sender: str, seen: Vouching, offices: SendingOffices) -> Confirmation | None:
    """Who sent a mail. sender: the one address that the mail says to be from; it and what the server saw must be of the same office,
    so that neither a borrowed name nor a borrowed server is enough."""
    office = offices.of_domain(domain_of(sender)) if "@" in sender else None
    if office is None:
        return None
    for by, domains in (("dkim", seen.dkim), ("spf", seen.spf)):
        if any(offices.of_domain(domain) == office for domain in domains):
            return Confirmation(office, by)
    return None
