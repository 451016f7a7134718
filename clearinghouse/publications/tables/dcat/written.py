"""Written: described things come in, the same leave as JSON-LD 1.1, with a context of its own, and as Turtle 1.1."""

import json
from collections.abc import Iterable
from typing import Any

from clearinghouse.publications.tables.dcat.catalog import PREFIXES, Node


def json_ld(nodes: Iterable[Node]) -> str:
    """As JSON-LD. Its context needs nothing from elsewhere."""
    return json.dumps({"@context": dict(PREFIXES), "@graph": list(nodes)}, ensure_ascii=False, indent=1) + "\n"


def turtle(nodes: Iterable[Node]) -> str:
    """As Turtle."""
    head = "".join(f"@prefix {prefix}: <{name}> .\n" for prefix, name in PREFIXES.items())
    return head + "".join(f"\n<{node['@id']}> {_said(node, '    ')} .\n" for node in nodes)


def _said(node: Node, margin: str) -> str:
    pairs = [("a", [node["@type"]])]
    pairs += [(key, value if isinstance(value, list) else [value]) for key, value in node.items() if not key.startswith("@")]
    return f" ;\n{margin}".join(
        f"{key} {', '.join(value if key == 'a' else _object(value, margin) for value in values)}" for key, values in pairs
    )


def _object(value: Any, margin: str) -> str:
    if isinstance(value, str):
        return _quoted(value)
    if "@value" in value:
        return f"{_quoted(value['@value'])}^^{value['@type']}"
    if "@type" in value:
        return f"[ {_said(value, margin + '    ')} ]"
    return f"<{value['@id']}>"


def _quoted(text: str) -> str:
    """JSON's escapes are those of Turtle, but for the slash that neither needs."""
    return json.dumps(text, ensure_ascii=False)
