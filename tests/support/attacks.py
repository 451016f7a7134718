"""Attacks: the living records with one in every text that takes it, and what of a page could run."""

from collections.abc import Callable, Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import yaml
from lxml import html as lxml_html

from clearinghouse.reading.files.folder import DataFile
from clearinghouse.reading.typing.read import read
from tests.support.reading.drawings import picture_files

WORDS = '"><img src=x onerror=alert(1)></script><script>alert(2)</script>{{ 7*7 }}{% raw %}chm-stamp-content'
"""What breaks out of an attribute, of a script and of a template, and what the stamping looks for."""
RUNNING = {"script", "img", "iframe", "object", "embed", "base", "style", "noscript"}
LINKING = {"href", "src", "action", "formaction"}
SAFE = ("http", "https", "mailto", "webcal", "")
Attack = Callable[[str, str, str], str]
"""A file, a dotted key and the text that stands there become another text."""
BODY = '" onmouseover=alert(3) x=" {{ 7*7 }} {% raw %} chm-stamp-title\n\n'
"""The same for a body, which is Markdown, and refuses HTML and such links."""


def texts(value: Any, key: str = "") -> Iterator[str]:
    """The keys of all texts in a record, dotted as problems name them."""
    if isinstance(value, str):
        yield key
    for inner, below in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
        yield from texts(below, f"{key}.{inner}".removeprefix("."))


def before(name: str, key: str, text: str) -> str:
    """The attack stands before the text."""
    return (BODY if key.endswith("body") else WORDS) + text


def attacked(record: Any, keys: set[str], name: str = "", attack: Attack = before) -> Any:
    """A copy of a record with an attack in each of these texts, in the order of their keys. name: its file."""
    copy = deepcopy(record)
    for key in sorted(keys):
        *above, last = (int(part) if part.isdecimal() else part for part in key.split("."))
        holder = copy
        for part in above:
            holder = holder[part]
        holder[last] = attack(name, key, holder[last])
    return copy


def attack(source: Path, target: Path) -> set[str]:
    """Copies a data folder with an attack in each text that reading lets stand; gives the keys of those texts."""
    keys_by_file, _ = attack_with(before, source, target)
    return {part for keys in keys_by_file.values() for key in keys for part in key.split(".") if not part.isdecimal()}


def attack_with(attack: Attack, source: Path, target: Path) -> tuple[dict[str, set[str]], int]:
    """The same with an attack of one's own, called file by file and key by key in their order, however folders are listed and
    texts hashed; gives the keys of the texts that took it by file, and how many texts did not."""
    paths = {path.relative_to(source).as_posix(): path for path in sorted(source.rglob("*.yml"))}
    records = {name: yaml.load(path.read_text("utf-8"), yaml.CBaseLoader) for name, path in paths.items()}
    keys = {name: set(texts(record)) for name, record in records.items()}
    pictures = picture_files(source)
    while True:
        contents = {
            name: yaml.safe_dump(attacked(records[name], keys[name], name, attack), allow_unicode=True).encode() for name in records
        }
        files = [*(DataFile(name, name, contents[name]) for name in contents), *pictures]
        refused = [problem for problem in read(files).problems if problem.severity == "error"]
        if not refused:
            break
        if all(not keys[problem.path] for problem in refused):
            # Nothing of these records is changed any more: they miss the number of a plan's programme, which was.
            assert all(problem.code.startswith("REF-") for problem in refused), refused
            for name in keys:
                keys[name] = {key for key in keys[name] if not (name.startswith("plans/") and key.endswith("number"))}
        for problem in refused:
            others = {key for key in keys[problem.path] if not f"{key}.".startswith(f"{problem.key}.")}
            # What a problem as a whole is about cannot be told from its key: then this record is left in peace.
            keys[problem.path] = others if others != keys[problem.path] else set()
    for name, content in (contents | {picture.path: picture.content for picture in pictures}).items():
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        (target / name).write_bytes(content)
    return keys, sum(len(set(texts(record)) - keys[name]) for name, record in records.items())


def running(html: bytes) -> list[str]:
    """What in a piece of HTML could run: elements, attributes and addresses."""
    tree = lxml_html.fromstring(html)
    elements = [f"<{element.tag} {element.get('src')}>{element.text}" for element in tree.iter(*RUNNING)]
    attributes = [(str(name), str(value)) for element in tree.iter() for name, value in element.items()]
    acting = [f"{name}={value}" for name, value in attributes if name.startswith("on") or name in ("style", "srcdoc")]
    leading = [value for name, value in attributes if name in LINKING and urlsplit(value).scheme not in SAFE]
    return [*elements, *acting, *leading]
