"""Tables on the disk: a spreadsheet or an agenda is read, and spreadsheets to fill in are written."""

from collections.abc import Callable, Mapping
from pathlib import Path

from clearinghouse.problems.intake.tables import TABLE_001
from clearinghouse.problems.problem import Place, Refusal
from clearinghouse.publications.forms.spreadsheets import template_csv, template_xlsx
from clearinghouse.reading.intake.agendas.table import of_ics
from clearinghouse.reading.intake.tables import LARGEST_FILE, Table, of_csv
from clearinghouse.reading.intake.workbooks.table import of_xlsx
from clearinghouse.world.disk.data_folder import path_name
from clearinghouse.world.disk.whole_files import write_new
from clearinghouse.world.failure import Failure

_AGENDAS = (".ical", ".vcs")
"""Other endings of calendar files: that of some programs, and that of vCalendar 1.0."""


def table_at(path: Path, collection: str) -> Table:
    """The table that a file holds. Raises Refusal, or Failure."""
    named = path_name(path)
    readers: Mapping[str, Callable[[bytes], Table]] = {
        ".csv": lambda content: of_csv(named, content),
        ".xlsx": lambda content: of_xlsx(named, content, collection),
        ".ics": lambda content: of_ics(named, content, collection),
    }
    suffix = path.suffix.casefold()
    reader = readers.get(".ics" if suffix in _AGENDAS else suffix)
    if reader is None:
        raise Failure(f"{named} is no .xlsx, .csv or .ics file: save it as one of these")
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST_FILE + 1)
    except OSError as error:
        raise Failure(f"cannot read {named}: {error.strerror}") from None
    if len(content) > LARGEST_FILE:
        most = f"{LARGEST_FILE // 1_000_000} MB"
        raise Refusal(TABLE_001.at(Place(named), found=f"more than {most}", most=most))
    return reader(content)


def write_templates(collection: str, path: Path | None) -> list[str]:
    """Writes the spreadsheet to fill in: the named file, or both kinds in this folder. Gives their names. Raises Failure."""
    if path is not None and path.suffix.casefold() not in (".xlsx", ".csv"):
        raise Failure(f"{path} is no .xlsx or .csv file: name one, or none for both")
    paths = [path] if path is not None else [Path(f"{collection}.xlsx"), Path(f"{collection}.csv")]
    write_new({path: template_xlsx(collection) if path.suffix.casefold() == ".xlsx" else template_csv(collection) for path in paths})
    return [path_name(path) for path in paths]
