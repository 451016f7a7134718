"""Days of files: a file of a table says since when it says what it says, and is the same file on the next day."""

from datetime import date, timedelta

from clearinghouse.publications.downloads.table_files import Dated
from clearinghouse.publications.files.file import File
from clearinghouse.publications.html.parts import Bit, Cell, Column, Table
from clearinghouse.publications.outputs import tables_of_prose
from clearinghouse.publications.pages.lists.list_files import list_files
from clearinghouse.publications.pages.tables_of_pages import TablesOfPages
from tests.support.examples import TODAY, catalogue, yaml
from tests.support.publications.rendering import LISTS, PROSE, pages_of

EARLY, LATE, LAST = date(2026, 1, 5), date(2026, 2, 11), date(2026, 3, 1)
DATED = Dated(TODAY, {"trainings/x/": EARLY, "trainings/y/": LATE, "figures/z/": LAST})
OF_A_DAY = ("quality/", "maintain/")


def table(*rows: str, is_of_day: bool = False) -> Table:
    """A table of a heading column; rows: where each leads, or empty."""
    cells = tuple((Cell(((Bit("Row", to=to or None),),), is_heading=True), Cell(((Bit("1"),),))) for to in rows)
    return Table("Table", (Column("Name"), Column("Number")), cells, is_of_day=is_of_day)


def test_a_table_of_records_changed_with_the_last_of_them() -> None:
    """As the page does on which it stands, where that is known."""
    assert DATED.of("months/2026-03/", table("trainings/x/", "trainings/y/")) == LATE
    assert DATED.of("months/2026-03/", table("trainings/x/")) == EARLY
    assert DATED.of("trainings/x/", table("trainings/y/")) == EARLY


def test_any_other_table_changed_when_anything_did() -> None:
    """Some row tells of what nobody can name, or there is none."""
    for rows in (("trainings/x/", ""), ("trainings/x/", "countries/vn/"), ()):
        assert DATED.of("coverage/", table(*rows)) == LAST
    assert Dated(TODAY).of("coverage/", table()) == TODAY


def test_how_things_stand_on_a_day_is_of_that_day() -> None:
    """Though no record changed."""
    assert DATED.of("quality/", table("trainings/x/", is_of_day=True)) == TODAY


def test_a_list_changed_with_the_last_of_its_records() -> None:
    """A whole one as well as a narrowed one."""
    pages = pages_of(catalogue({"trainings/x": yaml("trainings", published="2026-01-05")}))
    pages.below_prose("trainings/", "")
    files = list_files(pages.lists, pages.catalogue, pages.site, pages.templates.languages, pages.rows.cells)
    assert '"2026-01-05"' in next(str(file.content) for file in files if file.address == "trainings/trainings.csv")


def test_what_says_the_same_a_month_later_is_the_same_file() -> None:
    """All but what tells how things stand on its day."""
    first, later = csv_on(TODAY), csv_on(TODAY + timedelta(days=30))
    assert {"trainings/trainings.csv", "months/2026-03/month.csv", "coverage/audiences.csv"} <= first.keys() <= later.keys()
    differing = {address for address, text in first.items() if later[address] != text}
    assert {address for address in differing if not address.startswith(OF_A_DAY) and "/desk/" not in address} == set()
    assert "quality/offices.csv" in differing


def csv_on(day: date) -> dict[str, str]:
    """The CSV files of all lists and tables of a few records."""
    files = {f"trainings/th-2026-03-{name}": yaml("trainings", starts="2026-03-02", published="2026-02-01") for name in "abc"}
    pages = pages_of(catalogue(files, day))
    for address in ("quality/", "maintain/", "coverage/", "months/", *LISTS):
        pages.below_prose(address, PROSE)
    tables = TablesOfPages(pages)
    given = [*(output for part in pages.parts() for output in tables.behind(part)), *tables_of_prose(pages)]
    return {file.address: str(file.content) for file in given if isinstance(file, File) and file.address.endswith(".csv")}
