"""Laws in linked data: each by its dates, its force and how it stands to others; and the page of a state that holds them."""

from clearinghouse.publications.linked_data.names import Names, Thing, in_languages, sources, state, stated
from clearinghouse.records.collections.legislation import LegislationStatus
from clearinghouse.records.collections.parts.law import Law

_FORCE = {"in force": "InForce", "replaced": "NotInForce", "repealed": "NotInForce", "draft": "NotInForce"}
"""What a status says of the whole law; of one that was amended nobody said how much of it holds."""
_RELATIONS = {"amends": "legislationAmends", "replaces": "legislationChanges", "repeals": "legislationRepeals"}


def legislation(record: LegislationStatus, names: Names) -> Thing:
    """The laws of a state, as far as they are known here and not in doubt."""
    certain = (part for part in record.laws if is_certain(part, record))
    laws = [stated(type_="Legislation", id_=names.of(record.law_address(part)), name=part.title) for part in certain]
    return names.thing(record, "CreativeWork", about=state(record.country), hasPart=laws)


def law(part: Law, record: LegislationStatus, names: Names) -> Thing:
    """A law. Its relations to earlier ones are said by whichever of the two says so."""
    related = record.related(part)
    relations = {
        word: [names.see(record.law_address(other)) if isinstance(other, Law) else _unlisted(other) for other in related[key]]
        for key, word in _RELATIONS.items()
        if key in related
    }
    address = record.law_address(part)
    return stated(
        type_="Legislation",
        id_=names.of(address),
        url=names.of(address),
        name=part.title,
        alternateName=in_languages((tag, title) for tag, title in part.title_local.items() if title != part.title),
        legislationIdentifier=part.number,
        legislationType=part.kind,
        legislationJurisdiction=state(record.country),
        legislationDate=str(day) if (day := part.adopted or part.signed or part.year) else None,
        legislationDateOfApplicability=str(part.in_force) if part.in_force else None,
        legislationLegalForce=f"https://schema.org/{_FORCE[part.status]}" if part.status in _FORCE else None,
        isPartOf=names.see(record.address),
        sameAs=part.url,
        subjectOf=sources(part.sources),
        **relations,
    )


def is_certain(part: Law, record: LegislationStatus) -> bool:
    """Whether anything may be said of it to machines, which pass on no doubt."""
    return record.withdrawn is None and (part.confidence or record.confidence) != "low"


def _unlisted(title: str) -> Thing:
    return stated(type_="Legislation", name=title)
