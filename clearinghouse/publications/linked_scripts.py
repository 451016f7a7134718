"""Linked scripts: ES modules come in, classic scripts leave, each with all that it imports, so that they run from file:// too.

Browsers load no module from file://, and run one online only when the page is there, too late for what must be right
before it is painted. So an entry, a module that no other imports, is given out as one classic script at its own address,
and the other modules are not given out. What an entry fetches late, by `import("./x.js")`, is an entry again.

No bundler does this: those that are kept well need Node, which no build may ask for, and PyPI has none of them. What they
are needed for, modules of any form from anywhere, does not occur here. Ours import and export by name at the beginning of
a line, which tools/scripts/eslint.config.mjs holds them to, and never run in a circle; so each becomes a function that is
called once, after those that it imports.
"""

import posixpath
import re
from collections.abc import Iterator, Mapping
from graphlib import TopologicalSorter

_IMPORT = re.compile(r'^import \{ ?([\w\s,]+?),?\s?\} from "([^"]+)"\n', re.MULTILINE)
_EXPORT = re.compile(r"^export ((?:async )?function\*? |const |class )(\w+)", re.MULTILINE)
_UNREAD = re.compile(r"^(?:import|export)\b.*", re.MULTILINE)
_LATE = re.compile(r'\bimport\("([^"]+)"\)')
_LATE_OTHERWISE = re.compile(r"\bimport\(['`].*")
_COMMENT = re.compile(r"^[ \t]*//[^\n]*\n|(?:^|(?<=[\s(]))/\*.*?\*/ ?", re.MULTILINE | re.DOTALL)
_MARGIN = re.compile(r"\n\s+")
_HEAD = """\
// {entry}, linked with the modules that it imports, as docs/scripts.md says.
(() => {{
"use strict"
const $source = document.currentScript.src;
globalThis.clearingHouse ??= {{}};
"""
_LATE_LOADING = """\
const $late = (address) => (clearingHouse.late ??= {})[address] ??= new Promise((resolve, reject) => {
  const script = document.createElement("script")
  script.src = new URL(`../../${address}`, $source)
  script.onload = () => resolve(clearingHouse.entries[address])
  script.onerror = (failure) => {
    delete clearingHouse.late[address]
    reject(failure)
  }
  document.head.append(script)
});
"""


def linked_scripts(modules: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The classic scripts of modules; both by address, as `assets/lists/start.js`: two steps below the root of the site.

    Raises ValueError for a module in a form that is not read here, for an import of what is not there, and for a circle.
    """
    modules = {address: _MARGIN.sub("\n", _COMMENT.sub("", modules[address])).strip() + "\n" for address in sorted(modules)}
    imported = {address: _imported(address, text, modules) for address, text in modules.items()}
    order = list(TopologicalSorter(imported).static_order())
    entries = modules.keys() - set().union(*imported.values())
    late = {_beside(address, other) for address, text in modules.items() for other in _LATE.findall(text)}
    if late - entries:
        raise ValueError(f"{min(late - entries)} is fetched late, so it must be there, and no module may import it")
    for entry in sorted(entries):
        needed = _needed(entry, imported)
        yield entry, _script(entry, {address: modules[address] for address in order if address in needed})


def _imported(address: str, text: str, modules: Mapping[str, str]) -> list[str]:
    if unread := _UNREAD.search(_EXPORT.sub("", _IMPORT.sub("", text))):
        raise ValueError(
            f'{address}: {unread[0]}: write `import {{ a, b }} from "./x.js"`, or export a const, a function or a class by name'
        )
    if late := _LATE_OTHERWISE.search(text):
        raise ValueError(f'{address}: {late[0]}: write `import("./x.js")`, in double quotes')
    imported = []
    for names, other in _IMPORT.findall(text):
        target = _beside(address, other)
        if target not in modules:
            raise ValueError(f"{address} imports {target}, which is not there")
        if missing := sorted(set(_names(names)) - set(_exported(modules[target]))):
            raise ValueError(f"{address} imports {', '.join(missing)}, which {target} does not export")
        imported.append(target)
    return sorted(imported)


def _needed(entry: str, imported: Mapping[str, list[str]]) -> set[str]:
    needed = {entry}
    for address in imported[entry]:
        needed |= _needed(address, imported)
    return needed


def _script(entry: str, modules: Mapping[str, str]) -> str:
    body = "".join(_function(address, text) for address, text in modules.items())
    exports = f'(clearingHouse.entries ??= {{}})["{entry}"] = {_name(entry)};\n' if _exported(modules[entry]) else ""
    late = _LATE_LOADING if "$late(" in body else ""
    return f"{_HEAD.format(entry=entry)}{late}{body}{exports}}})()\n"


def _function(address: str, text: str) -> str:
    """A module as a function that is called at once: what it imports stands at its head, what it exports is its value."""
    imports = "".join(
        f"const {{ {', '.join(_names(names))} }} = {_name(_beside(address, other))};\n" for names, other in _IMPORT.findall(text)
    )
    body = _EXPORT.sub(r"\1\2", _IMPORT.sub("", text)).replace("import.meta.url", "$source")
    body = _LATE.sub(lambda late: f'$late("{_beside(address, late[1])}")', body)
    exports = f"return {{ {', '.join(_exported(text))} }}\n" if _exported(text) else ""
    return f"const {_name(address)} = (() => {{\n{imports}{body}{exports}}})();\n"


def _exported(text: str) -> list[str]:
    return [name for _, name in _EXPORT.findall(text)]


def _names(text: str) -> list[str]:
    return [name.strip() for name in text.split(",")]


def _beside(address: str, other: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(address), other))


def _name(address: str) -> str:
    return "$" + re.sub(r"\W", "_", address.removesuffix(".js"))
