"""Folders of years: where a record's file may lie, and that it is the same record wherever it lies."""

import pytest

from clearinghouse.problems.problem import Problem
from clearinghouse.reading.check import among, check
from clearinghouse.reading.editing.verification import files_named
from clearinghouse.reading.files.folder import DataFile, sorted_files
from clearinghouse.reading.files.year_folders import in_year, path_at
from clearinghouse.reading.typing.read import read
from clearinghouse.records.collections.record import Record
from tests.support.examples import yaml

PATH, PLACE = "trainings/th-2026-03-dogs.yml", "trainings/2026/th-2026-03-dogs.yml"


@pytest.mark.parametrize(
    ("path", "place"),
    [
        (PATH, PLACE),
        ("documents/doc-handbook-2016.yml", "documents/2016/doc-handbook-2016.yml"),
        ("plans/poa-2016-2020.yml", "plans/2016/poa-2016-2020.yml"),
        ("figures/2019-ivory.yml", "figures/2019/2019-ivory.yml"),
        ("trainings/th-undated-dogs.yml", ""),
        ("documents/doc-12016-a.yml", ""),
        ("documents/doc-a2016.yml", ""),
        ("documents/doc-1016.yml", ""),
        ("trainings/_2026-03.yml", ""),
        ("trainings/th-2026-03-dogs.yaml", ""),
        ("activities/poa-2016-2020/4.1.2.yml", ""),
        ("activities/poa-2016-2020.yml", ""),
        ("pictures/th-2026-03-dogs.yml", ""),
        ("legislation/th.yml", ""),
        ("offices.yml", ""),
        ("", ""),
    ],
)
def test_the_first_year_of_an_id_names_its_folder(path: str, place: str) -> None:
    """Where it holds one between hyphens; activities lie in folders of plans. From there the path is told again."""
    assert in_year(path) == place
    assert path_at(place or path, lambda _: False) == path


@pytest.mark.parametrize(
    "place", ["trainings/2025/th-2026-03-dogs.yml", "trainings/2026/more/th-2026-03-dogs.yml", "2026/th-2026-03-dogs.yml"]
)
def test_in_another_folder_it_stays_where_it_is(place: str) -> None:
    """So that it is told to have no place there."""
    assert path_at(place, lambda _: False) == place


def placed(place: str, *others: str) -> DataFile:
    """A sound training that lies at a place, beside others."""
    return DataFile(path_at(place, others.__contains__), f"data/{place}", yaml("trainings").encode(), lies_at=place)


def problems_of(*places: str) -> list[Problem]:
    """What is wrong with files at these places."""
    return sorted_files(placed(place, *places) for place in places).problems


def test_a_record_is_the_same_wherever_its_file_lies() -> None:
    """But for its file, to which its page links."""
    (flat,), (deep,) = (read([placed(place)]).records["trainings"].values() for place in (PATH, PLACE))
    assert isinstance(flat, Record)
    assert isinstance(deep, Record)
    assert (flat.path, deep.path) == (PATH, PLACE)
    assert deep.model_copy(update={"path": flat.path}) == flat


def test_a_folder_of_another_year_is_told_with_the_right_one() -> None:
    """Or the collection's own, where the id holds no year."""
    (wrong,) = problems_of("trainings/2025/th-2026-03-dogs.yml")
    assert (wrong.code, wrong.path, wrong.fix) == ("FILE-004", "data/trainings/2025/th-2026-03-dogs.yml", f"move it to {PLACE}")
    (without,) = problems_of("documents/2025/doc-handbook.yml")
    assert without.fix == "move it to documents/doc-handbook.yml"


def test_two_files_of_one_record_are_told() -> None:
    """Neither hides the other."""
    (twin,) = problems_of(PATH, PLACE)
    assert (twin.code, twin.path, twin.fix) == ("FILE-004", f"data/{PLACE}", f"keep one of the two, since {PATH} is the same record")


@pytest.mark.parametrize("asked", ["trainings/2026", PLACE, "trainings"])
def test_a_check_is_asked_by_where_files_lie(asked: str) -> None:
    """For a file, a year or a collection; problems name the file as it lies."""
    files = [DataFile(PATH, f"data/{PLACE}", b"title: Dogs\n", lies_at=PLACE), placed("trainings/th-2025-03-dogs.yml")]
    assert {problem.path for problem in check(files, among([asked])).problems} == {f"data/{PLACE}"}


@pytest.mark.parametrize("name", [f"data/{PLACE}", PLACE, "data\\trainings\\2026\\th-2026-03-dogs.yml", "th-2026-03-dogs", PATH])
def test_a_record_can_be_named_by_its_file(name: str) -> None:
    """In the folder of its year or without, as people copy it."""
    assert [file.id for file in files_named([name], [placed(PLACE)])] == ["th-2026-03-dogs"]
