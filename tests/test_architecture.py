"""The architecture: who may know whom, and who may touch the world (DESIGN, the rooms)."""

import ast
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

from tests.support.running import ROOT

PACKAGE = "clearinghouse"
MODULES = sorted((ROOT / PACKAGE).rglob("*.py"))
BELOW = {
    "vocabulary": set[str](),
    "problems": set[str](),
    "records": {"vocabulary", "problems"},
    "catalogue": {"records", "vocabulary", "problems"},
    "reading": {"catalogue", "records", "vocabulary", "problems"},
    "publications": {"catalogue", "records", "vocabulary", "problems"},
    "world": {"reading", "publications", "catalogue", "records", "vocabulary", "problems"},
    "site": {"world", "reading", "publications", "catalogue", "records", "vocabulary", "problems"},
    "commands": {"site", "world", "reading", "publications", "catalogue", "records", "vocabulary", "problems"},
}
"""What each room may know besides itself. Reading and publications do not know each other."""
ADAPTERS = {"commands", "site", "world"}
"""The rooms that read the clock, the disk, the network and the environment, or print."""
INNER = [module for module in MODULES if module.relative_to(ROOT / PACKAGE).parts[0] in BELOW.keys() - ADAPTERS]
WORLD = {
    "asyncio", "ctypes", "fcntl", "getpass", "glob", "http", "locale", "multiprocessing", "os", "pathlib", "platform", "random",
    "secrets", "shutil", "signal", "socket", "subprocess", "sys", "tempfile", "threading", "urllib.request", "uuid",
    "jinja2.FileSystemLoader", "jinja2.PackageLoader", "jinja2.loaders", "material", "mkdocs", "properdocs", "requests",
}  # fmt: skip
"""Modules of the disk, the network, the environment, chance and the framework."""
CALLS = {"open", "io.open", "print", "input", "exec", "eval", "__import__", "breakpoint"}
CLOCK = {"today", "now", "utcnow", "time", "time_ns", "monotonic", "perf_counter", "localtime", "gmtime"}
"""What asks a clock; `time` the type is not called on a module."""
AVOIDED = re.compile(r"(?:^|_)(?:manager|helper|util|utilitie|process|processor|calendar)s?(?:$|_)")
LONGEST = 350
MOST = 16
CODE = {".css", ".html", ".js", ".mjs", ".py"}
"""Endings of what people write as code; a folder of records may hold as many as there are."""


def room_of(path: Path) -> str:
    """The room in which a module stands; the package itself is a room of its own, which holds nothing."""
    parts = path.relative_to(ROOT / PACKAGE).parts
    return parts[0] if len(parts) > 1 else ""


@cache
def tree_of(path: Path) -> ast.Module:
    """A module as Python understands it."""
    return ast.parse(path.read_text(encoding="utf-8"))


@cache
def nodes_of(path: Path) -> tuple[ast.AST, ...]:
    """All that stands in a module, with what it holds."""
    return tuple(ast.walk(tree_of(path)))


def imports(path: Path) -> Iterator[str]:
    """The full names of what a module imports, wherever in it."""
    for node in nodes_of(path):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path} imports relatively"
            yield from (f"{node.module}.{name.name}" for name in node.names)


def calls(path: Path) -> Iterator[str]:
    """The names of what a module calls: `print`, `date.today`."""
    for node in nodes_of(path):
        if isinstance(node, ast.Call):
            yield ast.unparse(node.func)


def arrows() -> dict[tuple[str, ...], dict[str, set[str]]]:
    """By folder, which of what lies in it, folders and modules, knows which other."""
    known = {module.relative_to(ROOT).with_suffix("").parts for module in MODULES}
    arrows_by_folder: dict[tuple[str, ...], dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for module in MODULES:
        own = module.relative_to(ROOT).with_suffix("").parts
        for name in imports(module):
            other = tuple(name.split("."))
            other = other if other in known else other[:-1]
            shared = next((place for place, (one, two) in enumerate(zip(own, other, strict=False)) if one != two), 0)
            if shared:
                arrows_by_folder[own[:shared]][own[shared]].add(other[shared])
    return arrows_by_folder


def test_every_room_is_known() -> None:
    """A new room needs its place in the hourglass."""
    assert {room_of(module) for module in MODULES} == {"", *BELOW}


def test_rooms_know_only_what_stands_below_them() -> None:
    """Names of the modules that break the rule."""
    broken = []
    for module in MODULES:
        for name in imports(module):
            package, _, rest = name.partition(".")
            known = rest.partition(".")[0]
            if package == PACKAGE and known in BELOW and known not in {room_of(module), *BELOW.get(room_of(module), set())}:
                broken.append(f"{module.relative_to(ROOT)} knows {name}")
    assert not broken


def test_nothing_runs_in_a_circle() -> None:
    """Neither rooms nor the folders and modules inside a folder: each of these can be read without those above it."""
    for folder, known in arrows().items():
        try:
            TopologicalSorter(known).prepare()
        except CycleError as error:
            pytest.fail(f"{'/'.join(folder)}: {' -> '.join(error.args[1])}")


def touched_by(module: Path) -> list[str]:
    """What a module imports or calls that only adapters may."""
    touched = [name for name in imports(module) if any(name == part or name.startswith(f"{part}.") for part in WORLD)]
    touched += [name for name in calls(module) if name in CALLS]
    touched += [
        name
        for name in calls(module)
        if name.rpartition(".")[2] in CLOCK and name.rpartition(".")[0].rpartition(".")[2] in ("date", "datetime", "time")
    ]
    return touched


def test_only_adapters_touch_the_world() -> None:
    """Nothing below the adapters reads the clock, the disk, the network or the environment, prints, or knows the framework."""
    assert len(INNER) > 100
    assert {path.relative_to(ROOT).as_posix(): touched for path in INNER if (touched := touched_by(path))} == {}


def test_hooks_pass_on_and_do_nothing() -> None:
    """No function body, no class, no state: a hook file is loaded by path and never again."""
    for path in (ROOT / "hooks").rglob("*.py"):
        kinds = {type(node) for node in tree_of(path).body}
        assert kinds <= {ast.Expr, ast.Import, ast.ImportFrom, ast.Assign}, path
        assert not any(isinstance(node, ast.Lambda) for node in nodes_of(path)), path


def test_names_say_what_things_are() -> None:
    """No manager, no helper, no utilities; agendas are not called calendars."""
    names = {path.stem for path in MODULES}
    for module in MODULES:
        names |= {node.name for node in nodes_of(module) if isinstance(node, ast.ClassDef)}
    snake = {name: re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).lower() for name in names}
    assert not [name for name, words in snake.items() if AVOIDED.search(words)]


def test_every_module_says_in_a_sentence_what_it_is() -> None:
    """Its docstring begins with a sentence that ends on its first line."""
    for module in MODULES:
        docstring = ast.get_docstring(tree_of(module))
        assert docstring, module
        assert re.match(r".*[.?]$", docstring.partition("\n\n")[0].rstrip().replace("\n", " ")), module


@pytest.mark.parametrize("folder", ["clearinghouse", "hooks", "scripts"])
def test_no_module_is_too_long_to_be_read_at_once(folder: str) -> None:
    """A module is one noun."""
    lines = {path.relative_to(ROOT): len(path.read_text(encoding="utf-8").splitlines()) for path in (ROOT / folder).rglob("*.py")}
    assert lines
    assert not {path.as_posix(): number for path, number in lines.items() if number > LONGEST}


@pytest.mark.parametrize("folder", ["clearinghouse", "hooks", "overrides", "scripts", "tests", "tools"])
def test_no_folder_is_too_full_to_be_seen_at_once(folder: str) -> None:
    """What has more parts has groups among them, and a folder for each says which."""
    paths = [path for path in (ROOT / folder).rglob("*") if path.suffix in CODE and "node_modules" not in path.parts]
    files = Counter(path.parent.relative_to(ROOT).as_posix() for path in paths)
    assert files
    assert not {name: number for name, number in files.items() if number > MOST}
