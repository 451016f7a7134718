"""Catalogue of data: the files of open data come in, the description of all data sets leaves (DCAT 3): what, whose, where and when."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from clearinghouse.catalogue.catalogue import Catalogue
from clearinghouse.publications.channels import ALL, channels
from clearinghouse.publications.data.document import LICENCE
from clearinghouse.publications.data.openapi import OPENAPI
from clearinghouse.publications.data.records import records_of
from clearinghouse.publications.data.schemas import schema_url
from clearinghouse.publications.files.media_types import media_type_of
from clearinghouse.publications.site import Site
from clearinghouse.publications.tables.download import FOLDER, Download
from clearinghouse.records.collection import COLLECTIONS
from clearinghouse.records.collections.record import Record
from clearinghouse.records.written.api_words import ROOT as API
from clearinghouse.vocabulary.states import name_of

JSON_LD, TURTLE = f"{FOLDER}catalog.jsonld", f"{FOLDER}catalog.ttl"
CATALOG, SERVICE, PUBLISHER = f"{FOLDER}#catalog", f"{FOLDER}#api", "#publisher"
"""What names the catalogue, the API and the publisher, relative to the site."""
PREFIXES: Mapping[str, str] = {
    "dcat": "http://www.w3.org/ns/dcat#", "dct": "http://purl.org/dc/terms/", "foaf": "http://xmlns.com/foaf/0.1/",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#", "spdx": "http://spdx.org/rdf/terms#", "xsd": "http://www.w3.org/2001/XMLSchema#",
}  # fmt: skip
_MEDIA_TYPES = "https://www.iana.org/assignments/media-types/"
_SHA256 = "http://spdx.org/rdf/terms#checksumAlgorithm_sha256"
Node = dict[str, Any]
"""A thing: its properties, those without a value left out."""


def nodes(tables: Iterable[Download], whole: Download, package: Download, catalogue: Catalogue, site: Site) -> list[Node]:
    """The catalogue, its publisher, the API, a data set of all records and one for each table. whole: the database."""
    sets = [_set(table, catalogue, site) for table in tables]
    everything = _all(whole, package, catalogue, site)
    catalog = _node(
        "dcat:Catalog",
        site.url + CATALOG,
        **_common(site.name, f"The open data of {site.name}.", site),
        dcat__dataset=[_to(one["@id"]) for one in (everything, *sets)],
        dcat__service=_to(site.url + SERVICE),
        foaf__homepage=_to(site.url),
        dct__language="en",
    )
    service = _node(
        "dcat:DataService",
        site.url + SERVICE,
        dct__title=f"{site.name}: JSON API",
        dct__license=_to(LICENCE),
        dcat__endpointURL=_to(site.url + API),
        dcat__endpointDescription=_to(site.url + OPENAPI),
        dcat__servesDataset=[_to(one["@id"]) for one in sets if one["@id"].rpartition("#")[2] in COLLECTIONS],
    )
    publisher = _node("foaf:Agent", site.url + PUBLISHER, foaf__name=site.name, foaf__homepage=_to(site.url))
    return [catalog, publisher, service, everything, *sets]


def _all(whole: Download, package: Download, catalogue: Catalogue, site: Site) -> Node:
    records = [record for name in COLLECTIONS for record in records_of(name, catalogue) if isinstance(record, Record)]
    return _node(
        "dcat:Dataset",
        f"{site.url}{FOLDER}#all",
        **_common(f"{site.name}: all records", whole.about, site),
        **_coverage(records),
        dcat__landingPage=_to(site.url + FOLDER),
        dcat__distribution=[_file(whole, site), _file(package, site), *_feeds(ALL, catalogue, site)],
    )


def _set(table: Download, catalogue: Catalogue, site: Site) -> Node:
    records = [record for record in records_of(table.name, catalogue) if isinstance(record, Record)] if table.name in COLLECTIONS else []
    return _node(
        "dcat:Dataset",
        f"{site.url}{FOLDER}#{table.name}",
        **_common(f"{site.name}: {table.title}", table.about, site),
        **_coverage(records),
        dcat__landingPage=_to(site.url + FOLDER),
        dcat__distribution=[_file(table, site), *_others(table, catalogue, site)],
    )


def _others(table: Download, catalogue: Catalogue, site: Site) -> Iterator[Node]:
    if table.name in COLLECTIONS:
        address = f"{site.url}{API}{table.name}.json"
        yield _distribution(
            f"{table.title} as JSON", address, conforms=schema_url(table.name, site.url), dcat__accessService=_to(site.url + SERVICE)
        )
        yield from _feeds(table.name, catalogue, site)


def _feeds(name: str, catalogue: Catalogue, site: Site) -> Iterator[Node]:
    channel = channels(catalogue).get(name)
    if channel:
        yield _distribution(f"{channel.label}: what is new", site.url + channel.atom)
        if channel.agenda:
            yield _distribution(f"{channel.label}: calendar", site.url + channel.agenda)


def _file(file: Download, site: Site) -> Node:
    return _distribution(
        file.title,
        site.url + file.address,
        dcat__byteSize={"@value": str(len(file.content)), "@type": "xsd:nonNegativeInteger"},
        spdx__checksum=_node(
            "spdx:Checksum", spdx__algorithm=_to(_SHA256), spdx__checksumValue={"@value": file.sha256, "@type": "xsd:hexBinary"}
        ),
    )


def _distribution(title: str, url: str, conforms: str = "", **properties: Any) -> Node:
    return _node(
        "dcat:Distribution",
        dct__title=title,
        dcat__accessURL=_to(url),
        dcat__downloadURL=_to(url),
        dcat__mediaType=_to(_MEDIA_TYPES + media_type_of(url)),
        dct__license=_to(LICENCE),
        dct__conformsTo=_to(conforms) if conforms else None,
        **properties,
    )


def _common(title: str, about: str, site: Site) -> Node:
    return {"dct__title": title, "dct__description": about, "dct__publisher": _to(site.url + PUBLISHER), "dct__license": _to(LICENCE)}


def _coverage(records: list[Record]) -> Node:
    """Where and when what the records tell of took place, and when one of them changed last."""
    spans = [span for record in records for span in record.spans]
    codes = sorted({code for record in records for code in record.states})
    period: Node = {}
    if spans:
        period = {"dcat__startDate": _day(min(span.first for span in spans)), "dcat__endDate": _day(max(span.last for span in spans))}
    return {
        "dct__temporal": _node("dct:PeriodOfTime", **period) if period else None,
        "dct__spatial": [_node("dct:Location", rdfs__label=name_of(code), dct__identifier=code) for code in codes],
        "dct__modified": _day(max(record.last_change for record in records)) if records else None,
    }


def _node(kind: str, name: str = "", **properties: Any) -> Node:
    stated = {key.replace("__", ":"): value for key, value in properties.items() if value not in (None, [], "")}
    return {**({"@id": name} if name else {}), "@type": kind, **stated}


def _to(name: str) -> Node:
    return {"@id": name}


def _day(day: date) -> Node:
    return {"@value": day.isoformat(), "@type": "xsd:date"}
