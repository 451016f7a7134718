"""Open data in the hands of others: Frictionless, Datasette, DuckDB, SQLite, curl, Python and R read it, as the page says.

DuckDB reads the file that lies here, and no address: it would fetch a part of itself for that. R runs where it is installed, and so
does `sqlite3`; the addresses of all examples are looked up every day.
"""

import json
import shutil
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from clearinghouse.catalogue.catalogue import Catalogue
from clearinghouse.publications.data.api import api_files
from clearinghouse.publications.pages.data_files.examples import examples
from clearinghouse.publications.site import Site
from clearinghouse.publications.tables.open_data import DATABASE, PACKAGE, OpenData
from tests.support.publications.data_tools import programs, ran
from tests.support.publications.giving_out import LIVING_DAY, SITE, living, true
from tests.support.serving import served

pytestmark = pytest.mark.long
CATALOGUES: dict[str, Callable[[], Catalogue]] = {
    "living": living,
    "true": lambda: true(date(2026, 11, 21)),
    "empty": lambda: Catalogue.of({}, None, LIVING_DAY),
}


def written(folder: Path, catalogue: Catalogue, site: Site = SITE) -> Path:
    """The files of a catalogue on disk."""
    for file in (*OpenData(catalogue, site).files, *api_files(catalogue, site)):
        path = folder / file.address
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file.content.encode() if isinstance(file.content, str) else file.content)
    return folder


@pytest.mark.parametrize("name", CATALOGUES)
def test_frictionless_takes_the_package_and_every_row(name: str, tmp_path: Path) -> None:
    """With the types, the patterns, the closed lists and the sums that it says."""
    folder = written(tmp_path, CATALOGUES[name]())
    report = json.loads(ran(programs() / "frictionless", "validate", Path(PACKAGE).name, "--json", cwd=(folder / PACKAGE).parent))
    assert report["valid"], report
    assert len(report["tasks"]) == len(OpenData(living(), SITE).tables)


def test_datasette_opens_the_database(tmp_path: Path) -> None:
    """Its tables, its views and its full-text index."""
    folder = written(tmp_path, living())
    name = Path(DATABASE).stem

    def got(query: str) -> list[dict[str, str]]:
        answer = ran(programs() / "datasette", folder / DATABASE, "--get", f"/{name}/{query}", cwd=tmp_path)
        rows: list[dict[str, str]] = json.loads(answer)
        return rows

    assert len(got("trainings.json?_shape=array&_size=max")) == len(living().collection("trainings"))
    assert got("records_by_state.json?_shape=array&state=TH")
    word = living().collection("trainings")[0].title.split()[0]
    assert any(row["key"].startswith("trainings/") for row in got(f"records.json?_shape=array&_search={word}"))


def test_duckdb_answers_the_example(tmp_path: Path) -> None:
    """The number of trainings by state, as the records have it."""
    code = examples(SITE)["duckdb"].replace(SITE.url, f"{written(tmp_path, living()).as_posix()}/")
    script = f"import duckdb, json; print(json.dumps(duckdb.sql({code!r}).fetchall()))"
    rows = json.loads(ran(programs() / "python", "-c", script, cwd=tmp_path))
    assert sum(number for _, number in rows) == len(living().collection("trainings"))


@pytest.mark.parametrize("tool", ["curl", "python", "r"])
def test_the_examples_run(tool: str, tmp_path: Path) -> None:
    """From a site, as they stand on the page, line by line where they are commands."""
    with served(tmp_path / "site") as url:
        site = Site(SITE.name, f"{url.rstrip('/')}/", SITE.authority)
        written(tmp_path / "site", living(), site)
        code = examples(site)[tool]
        if tool == "python":
            assert len(ran(sys.executable, "-c", code, cwd=tmp_path).splitlines()) == len(living().collection("trainings"))
        elif tool == "r":
            program = shutil.which("Rscript") or pytest.skip("R is not installed")
            assert "Thailand" in ran(program, "-e", code, cwd=tmp_path)
        else:
            for line in code.splitlines():
                if shutil.which(line.split()[0]):
                    ran("sh", "-c", line, cwd=tmp_path)
            assert (tmp_path / Path(DATABASE).name).read_bytes() == (tmp_path / "site" / DATABASE).read_bytes()
