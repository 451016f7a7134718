"""The bench of open data: how long the API, the tables, the database and their descriptions take, once the records are read."""

import json
import sys
from datetime import date
from pathlib import Path

from clearinghouse.catalogue.catalogue import Catalogue
from clearinghouse.publications.data.api import api_files
from clearinghouse.publications.tables.open_data import OpenData
from clearinghouse.reading.typing.read import read
from clearinghouse.world.disk.data_folder import data_files
from tools.benches.parts.feeds import SITE
from tools.benches.parts.timing import seconds


def measured(data: Path) -> dict[str, float]:
    """Seconds for each part and for all, and the size of the database."""
    reading = read(data_files(data))
    catalogue = Catalogue.of(reading.records, reading.about, date(2026, 11, 21), reading.links)
    open_data = OpenData(catalogue, SITE)
    usages = seconds(
        {
            "API": lambda: [len(file.content) for file in api_files(catalogue, SITE)],
            "CSV": lambda: open_data.tables,
            "SQLite": lambda: open_data.database,
            "rest": lambda: [len(file.content) for file in open_data.files],
        }
    )
    return {**usages, "SQLite MB": len(open_data.database.content) / 1e6}


if __name__ == "__main__":
    print(json.dumps(measured(Path(sys.argv[1]))))
