"""Examples: a site comes in, a piece of code leaves for each tool, which reads its open data. Tests run them."""

from collections.abc import Mapping

from clearinghouse.publications.site import Site
from clearinghouse.publications.tables.download import csv_address
from clearinghouse.publications.tables.open_data import DATABASE
from clearinghouse.records.collections.training import Training
from clearinghouse.records.written.api_words import ROOT as API

_CURL = """\
curl -O {csv}
curl -O {database}
curl {list}
sqlite3 {name} 'SELECT state_label, count(*) FROM records_by_state GROUP BY state'"""
_PYTHON = """\
import csv
import io
from urllib.request import urlopen

address = "{csv}"
with urlopen(address) as answer:
    rows = list(csv.DictReader(io.TextIOWrapper(answer, "utf-8-sig", newline="")))
for row in rows:
    print(row["starts"], row["title"], row["topics_label"].split("; "))"""
_R = """\
rows <- read.csv(
  "{csv}",
  fileEncoding = "UTF-8-BOM"
)
table(rows$host_label)"""
_SPREADSHEET = '=IMPORTDATA("{csv}")'
_DUCKDB = """\
SELECT host_label, count(*) AS number
FROM read_csv('{csv}')
GROUP BY host_label
ORDER BY number DESC, host_label;"""
_CODE = {"curl": _CURL, "python": _PYTHON, "r": _R, "spreadsheet": _SPREADSHEET, "duckdb": _DUCKDB}


def examples(site: Site) -> Mapping[str, str]:
    """The code, by the id of the section of the page below which it stands."""
    name = Training.collection
    places = {
        "csv": site.url + csv_address(name),
        "list": f"{site.url}{API}{name}.json",
        "database": site.url + DATABASE,
        "name": DATABASE.rpartition("/")[2],
    }
    return {tool: code.format(**places) for tool, code in _CODE.items()}
