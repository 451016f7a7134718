"""Shapes: what is told where keys, lists and groups are not as they should be, as data like the rules on values."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from types import MappingProxyType

from clearinghouse.records.keys.conditions import Told, told
from clearinghouse.records.keys.rules import VALUES, Rule
from clearinghouse.vocabulary.nearest import nearest

MOST_IN_A_LIST = 200
FEW = 10
"""How many keys are told by name; of more only the sample tells."""
_AS_IN_SAMPLE = "write it as in _example.yml of the folder"

SHAPES: Mapping[str, Rule] = MappingProxyType(
    {
        rule.fails: rule
        for rule in (
            Rule("KEY-002", "missing", "the key `{key}`", ("add `{key}: …`, as in _example.yml of the folder",)),
            Rule(
                "KEY-001",
                "unknown",
                "{known}",
                ("did you mean `{near}`?", "correct the spelling, or put the fact into `note`"),
                {"few": FEW, "otherwise": "only the keys of _example.yml of the folder"},
            ),
            Rule(
                "KEY-001",
                "outside",
                "no such key: a record's id is the name of its file",
                ("delete the line `{key}: …`",),
                {"keys": ("id", "path")},
            ),
            replace(VALUES["line"][0], fails="empty"),
            Rule("TYPE-001", "no_text", "{wanted}", ("write one value after the colon",)),
            Rule("TYPE-001", "no_list", "a list: one value a line, each after a hyphen", (_AS_IN_SAMPLE,)),
            Rule("TYPE-001", "no_group", "keys and values, indented below the key", (_AS_IN_SAMPLE,)),
            Rule("TYPE-001", "too_few", "a list of at least {least}", ("add one, as in _example.yml of the folder",)),
            Rule("TYPE-001", "too_many", "a list of at most {most}", ("take some out",), {"most": MOST_IN_A_LIST}),
        )
    }
)
"""Ways of having another shape, by name. The reader runs them over YAML, the form in the browser over what it holds."""


def misshapen(way: str, **filled: str) -> Told:
    """One of them in words."""
    return told(SHAPES[way], filled)


def unknown(key: str, known: Iterable[str]) -> Told:
    """What is told of a key that is none of the known ones."""
    given, known = SHAPES["unknown"].given, list(known)
    listed = ", ".join(known) if len(known) <= given["few"] else str(given["otherwise"])
    return misshapen("unknown", known=listed, near=nearest(key, known) or "")
