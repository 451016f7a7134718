"""Authority: who signs the ids of feeds and calendars, as mkdocs.yml says it, and that it stays the same."""

from collections.abc import Iterator
from itertools import accumulate
from typing import Any

import yaml

from clearinghouse.problems.changes import CHANGE_009
from clearinghouse.problems.problem import Place, Problem

DEEPEST = 50
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_KEYS = ("extra", "clearinghouse", "authority")


def other_authority(name: str, before: bytes, after: bytes) -> Iterator[Problem]:
    """That another one signs now, or nobody. name: of mkdocs.yml, as problems name it; before, after: its content."""
    if before == after:
        return
    was, now = _authority(before), _authority(after)
    if was and (now is None or now.value != was.value):
        line, column = (now.start_mark.line + 1, now.start_mark.column + 1) if now else (1, 1)
        yield CHANGE_009.at(Place(name, line, column, ".".join(_KEYS)), found=now.value if now else "", before=was.value)


def _authority(content: bytes) -> yaml.ScalarNode | None:
    """The value where it stands; None where it stands nowhere, or nobody can read it. Nothing is made of it: MkDocs has tags of its own."""
    try:
        node: yaml.Node | None = None if _is_too_deep(content) else yaml.compose(content, _Loader)
    except (yaml.YAMLError, ValueError):
        return None
    for key in _KEYS:
        pairs = node.value if isinstance(node, yaml.MappingNode) else ()
        # Of two equal keys the last one counts.
        node = next((value for name, value in reversed(pairs) if name.value == key), None)
    return node if isinstance(node, yaml.ScalarNode) else None


def _is_too_deep(content: bytes) -> bool:
    """Whether nodes would be made of nodes without end; events are read one by one."""
    steps = (
        isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent) for event in yaml.parse(content, _Loader)
    )
    return any(depth > DEEPEST for depth in accumulate(steps))
