"""Folders of years on disk: what is written goes where the collection keeps its files, and git sees no change where files only move."""

from pathlib import Path

import pytest

from clearinghouse.commands.shell import main
from clearinghouse.reading.files.year_folders import in_year
from clearinghouse.reading.typing.read import read
from clearinghouse.world.disk.data_folder import data_files, folder_of, place_in, places_in
from clearinghouse.world.failure import Failure
from clearinghouse.world.git.revision import revision
from tests.support.examples import yaml
from tests.support.plain import LIVING_DATA
from tests.support.reading.changing import git

OLD, NEW = "trainings/th-2025-03-one.yml", "trainings/th-2026-03-two.yml"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A data folder whose trainings lie in folders of years, with one record."""
    data = tmp_path / "data"
    (data / in_year(OLD)).parent.mkdir(parents=True)
    (data / in_year(OLD)).write_text(yaml("trainings", starts="2025-03-02", ends="2025-03-06"), "utf-8")
    return data


def test_all_records_are_read_from_folders_of_years(tmp_path: Path) -> None:
    """The same ones, with the same problems, as if all lay side by side."""
    for file in data_files(LIVING_DATA):
        place = tmp_path / (in_year(file.path) or file.path)
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(file.whole)
    flat, deep = (read(data_files(folder)) for folder in (LIVING_DATA, tmp_path))
    assert deep.problems == flat.problems
    for collection, records in flat.records.items():
        others = deep.records[collection]
        assert {record.key for record in others.values()} == {record.key for record in records.values()}
        assert all(others[key].model_copy(update={"path": record.path}) == record for key, record in records.items())
    assert any(record.path.count("/") == 2 for record in deep.records["trainings"].values())


def test_a_new_file_goes_to_its_year_where_the_collection_has_years(data: Path) -> None:
    """Another collection stays as it is; a file that is there stays where it lies."""
    flat = data / "trainings/th-2024-03-flat.yml"
    flat.touch()
    paths = (OLD, NEW, "trainings/th-2024-03-flat.yml", "trainings/th-undated-two.yml", "workshops/th-2026-03-two.yml")
    assert [place.relative_to(data).as_posix() for place in places_in(data, paths).values()] == [
        "trainings/2025/th-2025-03-one.yml",
        "trainings/2026/th-2026-03-two.yml",
        "trainings/th-2024-03-flat.yml",
        "trainings/th-undated-two.yml",
        "workshops/th-2026-03-two.yml",
    ]


def test_commands_write_there(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A spreadsheet adds a record to its year; another notes that a record is still correct, in its file."""
    table = data.parent / "trainings.csv"
    head = "title,kind,status,starts,ends,place,host,countries,organisers,summary,audience"
    of_source = "sources.0.url,sources.0.publisher,sources.0.kind,sources.0.accessed"
    row = "Dogs,training,held,2026-03-02,2026-03-06,Vinh,VN,VN,Office,They learned.,customs,https://example.org/,Office,news,2026-03-10"
    table.write_text(f"{head},{of_source},confidence,published\n{row},medium,2026-03-11\n", "utf-8")
    assert main(["import", str(table), "--into", "trainings", "--data", str(data), "--as-of", "2026-04-01"]) == 0, str(capsys.readouterr())
    (new,) = (data / "trainings/2026").iterdir()
    assert new.name == "vn-2026-03-dogs.yml"
    file = data / in_year(OLD)
    assert main(["verify", str(file), "--data", str(data), "--on", "2026-03-30", "--as-of", "2026-04-01"]) == 0
    assert "verified: 2026-03-30" in file.read_text("utf-8")
    assert {path.name for path in (data / "trainings").iterdir()} == {"2025", "2026"}


@pytest.mark.parametrize("inside", ["trainings/2025/th-2025-03-one.yml", "trainings/2025", "trainings", "."])
def test_the_data_folder_is_found_from_within(data: Path, inside: str) -> None:
    """Also where it has one collection alone."""
    assert folder_of(data / inside) == data


def test_a_file_that_only_moves_is_no_change(data: Path) -> None:
    """What differs besides is told at the place where it lies now."""
    top = data.parent
    (data / in_year(OLD)).rename(data / OLD)
    (data / in_year(OLD)).parent.rmdir()
    (data / NEW).write_text(yaml("trainings"), "utf-8")
    git(top, "init", "--quiet", "--initial-branch=main")
    git(top, "add", "--all")
    git(top, "commit", "--quiet", "--message=before")
    for path in (OLD, NEW):
        (data / in_year(path)).parent.mkdir()
        (data / path).rename(data / in_year(path))
    now = list(data_files(data))
    assert {file.path: file for file in revision(data, "main").files(now)} == {file.path: file for file in now}
    (data / in_year(NEW)).unlink()
    gone = {file.path: file for file in revision(data, "main").files(list(data_files(data)))}[NEW]
    assert (gone.lies_at, gone.name.endswith(f"/{NEW}")) == (NEW, True)


def test_a_change_in_a_folder_of_a_year_has_its_owners(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """As GitHub asks them: by where the file lies."""
    top = data.parent
    (top / "CODEOWNERS").write_text("/data/*/th-* @all/flat\n/data/**/2025/th-* @all/thai\n", "utf-8")
    git(top, "init", "--quiet", "--initial-branch=main")
    git(top, "add", "--all")
    git(top, "commit", "--quiet", "--message=before")
    file = data / in_year(OLD)
    file.write_text(file.read_text("utf-8") + "# changed\n", "utf-8")
    summary = top / "summary.md"
    assert main(["check", "--base", "main", "--summary", str(summary), str(data)]) == 0, capsys.readouterr().out
    assert "@all/thai" in summary.read_text("utf-8")
    assert "@all/flat" not in summary.read_text("utf-8")


def test_a_link_is_followed_nowhere(data: Path, tmp_path: Path) -> None:
    """It may lead anywhere: what it holds is not read, and nothing is written there."""
    (tmp_path / "elsewhere").mkdir()
    (data / "workshops").mkdir()
    (data / "workshops/2026").symlink_to(tmp_path / "elsewhere")
    assert place_in(data, "workshops/th-2026-03-two.yml") == data / "workshops/th-2026-03-two.yml"
    assert any(file.is_link for file in data_files(data))
    (data / "trainings/2025/th-2025-04-link.yml").symlink_to(data / in_year(OLD))
    (link,) = (file for file in data_files(data) if file.path == "trainings/th-2025-04-link.yml")
    assert (link.is_link, link.lies_at) == (True, "trainings/2025/th-2025-04-link.yml")
    with pytest.raises(Failure):
        folder_of(tmp_path / "elsewhere")
