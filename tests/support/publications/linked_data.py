"""Linked data: the blocks of pages as programs read them: as triples, with the words of schema.org that we use and no network.

A word that is not in `schema_context.json` is no word of schema.org, or one that nobody has looked up yet.
"""

import json
import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rdflib import Graph

FOLDER = Path(__file__).parent
CONTEXT = json.loads((FOLDER / "schema_context.json").read_text("utf-8"))
BLOCK = re.compile(r'<script type="application/ld\+json">([^<]*)</script>')


def things_of(block: str) -> list[dict[str, Any]]:
    """What a block says, thing by thing. It is all that stands there, and nothing in it ends it."""
    whole = BLOCK.fullmatch(block)
    assert whole, block
    things: list[dict[str, Any]] = json.loads(whole[1])["@graph"]
    return things


def _document(url: str, options: Any) -> dict[str, Any]:
    assert url == "https://schema.org", url
    return {"contentType": "application/ld+json", "contextUrl": None, "documentUrl": url, "document": CONTEXT}


def graph_of(blocks: Iterable[str]) -> "Graph":
    """The triples of blocks."""
    from pyld import jsonld  # here, since every worker would wait for it
    from rdflib import Graph

    graph = Graph()
    for number, block in enumerate(blocks):
        document = json.loads(BLOCK.fullmatch(block)[1])  # type: ignore[index]  # a block without is an error here
        assert not set(words_of(document["@graph"])) - CONTEXT["@context"].keys() - {"dct:conformsTo"}, block
        assert jsonld.expand(document, {"documentLoader": _document})
        triples = jsonld.to_rdf(document, {"format": "application/n-quads", "documentLoader": _document})
        graph.parse(data=re.sub("_:(?=[a-z0-9])", f"_:p{number}x", triples), format="nt")
    return graph


def words_of(value: Any) -> Iterator[str]:
    """The properties and types that a thing and all in it name."""
    for part in value if isinstance(value, list) else ():
        yield from words_of(part)
    if isinstance(value, dict):
        kinds = value.get("@type", ())
        yield from [kinds] if isinstance(kinds, str) else kinds
        yield from (key for key in value if not key.startswith("@"))
        for part in value.values():
            yield from words_of(part)


@cache
def _shapes() -> "Graph":
    from rdflib import Graph

    return Graph().parse(FOLDER / "schema_shapes.ttl", format="turtle")


def faults(graph: "Graph") -> str:
    """What our shapes find wrong with triples, in words; empty where nothing is."""
    import pyshacl

    fits, _, words = pyshacl.validate(graph, shacl_graph=_shapes())
    return "" if fits else str(words)
