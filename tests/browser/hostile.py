"""Hostile: the living records with an attack in every text that takes one."""

from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

import yaml

from clearinghouse.reading.folder import DataFile
from clearinghouse.reading.read import read

WORDS = '"><img src=x onerror=alert(1)></script><script>alert(2)</script>{{ 7*7 }}{% raw %}chm-stamp-content'
"""What breaks out of an attribute, of a script and of a template, and what the stamping looks for."""
BODY = '" onmouseover=alert(3) x=" {{ 7*7 }} {% raw %} chm-stamp-title\n\n'
"""The same for a body, which is Markdown, and refuses HTML and such links."""


def texts(value: Any, key: str = "") -> Iterator[str]:
    """The keys of all texts in a record, dotted as problems name them."""
    if isinstance(value, str):
        yield key
    for inner, below in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
        yield from texts(below, f"{key}.{inner}".removeprefix("."))


def attacked(record: Any, keys: set[str]) -> Any:
    """A copy of a record with an attack before each of these texts."""
    copy = deepcopy(record)
    for key in keys:
        *above, last = (int(part) if part.isdecimal() else part for part in key.split("."))
        holder = copy
        for part in above:
            holder = holder[part]
        holder[last] = (BODY if last == "body" else WORDS) + holder[last]
    return copy


def attack(source: Path, target: Path) -> set[str]:
    """Copies a data folder with an attack in each text that reading lets stand; gives the keys of those texts."""
    paths = {path.relative_to(source).as_posix(): path for path in source.rglob("*.yml")}
    records = {name: yaml.load(path.read_text("utf-8"), yaml.BaseLoader) for name, path in paths.items()}
    keys = {name: set(texts(record)) for name, record in records.items()}
    while True:
        made = {name: yaml.safe_dump(attacked(records[name], keys[name]), allow_unicode=True).encode() for name in records}
        refused = [each for each in read(DataFile(name, name, made[name]) for name in made).problems if each.severity == "error"]
        if not refused:
            break
        for problem in refused:
            kept = {key for key in keys[problem.path] if not f"{key}.".startswith(f"{problem.key}.")}
            # What a problem as a whole is about cannot be told from its key: then this record is left in peace.
            keys[problem.path] = kept if kept != keys[problem.path] else set()
    for name, content in made.items():
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        (target / name).write_bytes(content)
    return {part for found in keys.values() for key in found for part in key.split(".") if not part.isdecimal()}
