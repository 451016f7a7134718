"""DCAT: the catalogue of data says the same as JSON-LD and as Turtle, fits our shapes, and names files that are there."""

import json
from pathlib import Path

import pyshacl
from pyld import jsonld
from rdflib import Graph, URIRef
from rdflib.compare import isomorphic

from clearinghouse.catalogue.catalogue import Catalogue
from clearinghouse.publications.site import Site
from clearinghouse.publications.tables.dcat.catalog import JSON_LD, PREFIXES, TURTLE
from clearinghouse.publications.tables.open_data import OpenData
from clearinghouse.records.collection import COLLECTIONS
from tests.support import publications
from tests.support.publications.giving_out import LIVING_DAY, SITE
from tests.support.publications.rendering import living_outputs
from tests.support.publications.tables import living_data

SHAPES = Path(next(iter(publications.__path__)), "dcat_shapes.ttl")


def graphs(data: OpenData) -> tuple[Graph, Graph]:
    """The triples of the JSON-LD and those of the Turtle."""
    texts = {file.address: str(file.content) for file in data.files if file.address in (JSON_LD, TURTLE)}
    triples = jsonld.to_rdf(json.loads(texts[JSON_LD]), {"format": "application/n-quads"})
    return Graph().parse(data=triples, format="nt"), Graph().parse(data=texts[TURTLE], format="turtle")


def test_both_say_the_same_and_fit_our_shapes() -> None:
    """As two programs read them that know nothing of ours."""
    linked, turtle = graphs(living_data())
    assert len(linked) > 500
    assert isomorphic(linked, turtle)
    conforms, _, report = pyshacl.validate(linked, shacl_graph=Graph().parse(SHAPES, format="turtle"))
    assert conforms, report


def test_shapes_find_what_is_missing() -> None:
    """A licence, for example."""
    linked, _ = graphs(living_data())
    linked.remove((None, URIRef(f"{PREFIXES['dct']}license"), None))
    assert not pyshacl.validate(linked, shacl_graph=Graph().parse(SHAPES, format="turtle"))[0]


def test_every_collection_is_a_data_set_and_every_file_is_there() -> None:
    """CSV, JSON, feeds and calendars, with the size that they have."""
    linked, _ = graphs(living_data())
    addresses = set(living_outputs())
    named = {str(url).removeprefix(SITE.url) for url in linked.objects(None, URIRef(f"{PREFIXES['dcat']}downloadURL"))}
    assert named <= addresses
    assert {f"open-data/{name}.csv" for name in COLLECTIONS} | {"open-data/clearing-house.sqlite", "feeds/trainings.atom"} <= named
    assert {f"api/v1/{name}.json" for name in COLLECTIONS} | {"agendas/trainings.ics"} <= named
    sets = set(linked.subjects(None, URIRef(f"{PREFIXES['dcat']}Dataset")))
    assert {URIRef(f"{SITE.url}open-data/#{name}") for name in COLLECTIONS} <= sets


def test_any_name_and_no_records_are_described_too() -> None:
    """Quotes, slashes and letters of every script stay what they are."""
    odd = Site('The "house" \\ of\nໂລກ <b>', SITE.url, SITE.authority)
    linked, turtle = graphs(OpenData(Catalogue.of({}, None, LIVING_DAY), odd))
    assert isomorphic(linked, turtle)
    assert any(str(value).startswith(odd.name) for value in linked.objects(None, URIRef(f"{PREFIXES['dct']}title")))
