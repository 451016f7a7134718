"""The bench of feeds and calendars: how long it takes to make all that people follow, once the records are read."""

import json
import sys
from datetime import date
from pathlib import Path

from clearinghouse.catalogue.catalogue import Catalogue
from clearinghouse.publications.agendas.agendas import agendas
from clearinghouse.publications.feeds.feeds import feeds
from clearinghouse.publications.site import Site
from clearinghouse.reading.typing.read import read
from clearinghouse.world.disk.data_folder import data_files
from tools.benches.parts.timing import seconds

SITE = Site("Clearing House of Examples", "https://example.org/clearing-house/", "example.org")


def measured(data: Path) -> dict[str, float]:
    """Seconds for feeds, for agendas and for both, peak memory in MB with the records read, number of files, and their size in MB."""
    reading = read(data_files(data))
    catalogue = Catalogue.of(reading.records, reading.about, date(2026, 11, 21))
    sizes: list[int] = []
    usages = seconds(
        {
            "feeds": lambda: sizes.extend(len(content) for _, content in feeds(catalogue, SITE)),
            "agendas": lambda: sizes.extend(len(content) for _, content in agendas(catalogue, SITE)),
        }
    )
    return {**usages, "peak MB": _peak(), "files": len(sizes), "MB": sum(sizes) / 1e6}


def _peak() -> float:
    """Of this process, in MB; 0 where the system does not tell."""
    if sys.platform == "win32":
        return 0
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 if sys.platform != "darwin" else 1024 * 1024)


if __name__ == "__main__":
    print(json.dumps(measured(Path(sys.argv[1]))))
