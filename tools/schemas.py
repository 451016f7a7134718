"""Writes data/_schemas/, the schemas by which editors complete and check a record while it is typed.

A test holds the files against what the models give. After keys or rules have changed, make them again:
`.venv/bin/python -m tools.schemas` (on Windows `.venv\\Scripts\\python -m tools.schemas`).
"""

from pathlib import Path

from clearinghouse.records.collection import COLLECTIONS
from clearinghouse.records.written.editor_schemas import schema_text
from clearinghouse.world.root import ROOT

FOLDER = Path("data") / "_schemas"


def texts() -> dict[Path, str]:
    """The text of each schema by its path, relative to the repository."""
    return {FOLDER / f"{collection}.json": schema_text(collection) for collection in COLLECTIONS}


def main() -> None:
    """Writes all of them."""
    for path, text in texts().items():
        (ROOT / path).parent.mkdir(parents=True, exist_ok=True)
        (ROOT / path).write_text(text, encoding="utf-8", newline="\n")
        print(path.as_posix())


if __name__ == "__main__":
    main()
