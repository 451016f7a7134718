"""Writes the table of rooms into docs/architecture.md, from the first sentences of folders and modules.

`.venv/bin/python -m tools.architecture` (on Windows `.venv\\Scripts\\python -m tools.architecture`). A test holds the page
against the code, so that the page is never older than what it tells of.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

from clearinghouse.world.root import ROOT

PAGE = ROOT / "docs" / "architecture.md"
BEGIN, END = "<!-- rooms: made by tools/architecture.py -->", "<!-- end of rooms -->"
ROOMS = ("commands", "site", "world", "reading", "publications", "catalogue", "records", "vocabulary", "problems")
"""The rooms from the top of the hourglass to its foot; a test holds that there are no others."""


def first_sentence(module: Path) -> str:
    """The sentence with which a module begins, in one line, its own name in front left out."""
    text = ast.get_docstring(ast.parse(module.read_text(encoding="utf-8"))) or ""
    sentence = " ".join(text.partition("\n\n")[0].split()).partition(". ")[0].rstrip(".")
    _, colon, rest = sentence.partition(": ")
    is_named = colon and len(sentence) - len(rest) < 40
    return (rest[:1].upper() + rest[1:] if is_named else sentence).replace("|", "\\|") + "."


def table_of_rooms(package: Path) -> str:
    """Markdown: a heading and a table for each room, and in it a line for each folder and module."""
    return "\n".join(line for room in ROOMS for line in _room(package, package / room))


def _room(package: Path, room: Path) -> Iterator[str]:
    yield f"### `{room.name}/`\n\n{first_sentence(room / '__init__.py')}\n"
    yield "| | |\n| --- | --- |"
    for folder in (room, *sorted(path for path in room.rglob("*") if (path / "__init__.py").exists())):
        if folder != room:
            yield f"| **`{folder.relative_to(package).as_posix()}/`** | **{first_sentence(folder / '__init__.py')}** |"
        for module in sorted(folder.glob("*.py")):
            if module.name != "__init__.py":
                yield f"| `{module.relative_to(package).as_posix()}` | {first_sentence(module)} |"
    yield ""


def page_with(text: str, table: str) -> str:
    """The text of the page with this table in the place of its own. Raises ValueError where the page has no such place."""
    before, begin, rest = text.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not (begin and end):
        raise ValueError(f"the page lacks {BEGIN} or {END}")
    return f"{before}{BEGIN}\n\n{table}\n{END}{after}"


def main() -> None:
    """Writes the page."""
    PAGE.write_text(page_with(PAGE.read_text("utf-8"), table_of_rooms(ROOT / "clearinghouse")), "utf-8", newline="\n")


if __name__ == "__main__":
    main()
