"""Writes data/_schemas/, the schemas by which editors complete and check a record while it is typed, and docs/api-fields.txt, all fields
of the JSON API, which none may leave in the same version.

A test holds the files against what the models give. After keys or rules have changed, make them again:
`.venv/bin/python -m tools.schemas` (on Windows `.venv\\Scripts\\python -m tools.schemas`).
"""

import sys
from functools import cache
from pathlib import Path

from clearinghouse.publications.data.api import shapes
from clearinghouse.publications.data.fields import broken_fields, fields_text
from clearinghouse.publications.data.schemas import parts_of
from clearinghouse.records.collection import COLLECTIONS
from clearinghouse.records.written.editor_schemas import schema_text
from clearinghouse.world.root import ROOT

FOLDER = Path("data") / "_schemas"
FIELDS = Path("docs") / "api-fields.txt"


@cache
def texts() -> dict[Path, str]:
    """The text of each file by its path, relative to the repository."""
    schemas = {FOLDER / f"{collection}.json": schema_text(collection) for collection in COLLECTIONS}
    return schemas | {FIELDS: fields_text(parts_of(shapes()))}


def main() -> None:
    """Writes all of them, or, where a field of the API would go or change, none."""
    kept = (ROOT / FIELDS).read_text(encoding="utf-8") if (ROOT / FIELDS).exists() else ""
    if broken := kept and broken_fields(kept, texts()[FIELDS]):
        sys.exit("These fields of the API go or change, which needs a new version (docs/api.md):\n" + "\n".join(broken))
    for path, text in texts().items():
        (ROOT / path).parent.mkdir(parents=True, exist_ok=True)
        (ROOT / path).write_text(text, encoding="utf-8", newline="\n")
        print(path.as_posix())


if __name__ == "__main__":
    main()
