"""Package: it describes the files that are there, column for column."""

import json
from hashlib import sha256
from typing import Any

from clearinghouse.publications.offline.packs import edition_paths
from clearinghouse.publications.tables.dcat.catalog import JSON_LD, TURTLE
from clearinghouse.publications.tables.open_data import PACKAGE
from tests.support.publications.tables import living_data, rows_of


def test_it_describes_every_file_and_every_column() -> None:
    """With its size and its sum; paths are relative to it, and the key of each file is in all rows, once."""
    package: dict[str, Any] = json.loads(living_data().package.content)
    files = {table.address: table for table in living_data().tables}
    folder = PACKAGE.rpartition("/")[0]
    assert {f"{folder}/{resource['path']}" for resource in package["resources"]} == set(files)
    for resource in package["resources"]:
        content = files[f"{folder}/{resource['path']}"].content
        assert resource["bytes"] == len(content)
        assert resource["hash"] == f"sha256:{sha256(content).hexdigest()}"
        head = content.decode("utf-8-sig").partition("\r\n")[0].split(",")
        fields = resource["schema"]["fields"]
        assert [field["name"] for field in fields] == head
        rows = rows_of(content)
        keys = [tuple(row[name] for name in resource["schema"]["primaryKey"]) for row in rows]
        assert len(set(keys)) == len(keys)
        required = [field["name"] for field in fields if field.get("constraints", {}).get("required")]
        assert all(row[name] for row in rows for name in required)
        assert {field["type"] for field in fields} <= {"string", "integer", "number", "boolean", "date", "array", "object"}


def test_the_whole_copy_has_tables_and_database() -> None:
    """They are of use without a network; the catalogue, which names addresses of the site alone, is not."""
    addresses = [file.address for file in living_data().files]
    assert set(addresses) - set(edition_paths(addresses)) == {JSON_LD, TURTLE}
