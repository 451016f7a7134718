"""Context: one file among many is told the same problems whether all are read or only what it depends on."""

from pathlib import Path

import pytest

from clearinghouse.reading.files.context import with_context
from clearinghouse.reading.files.folder import DataFile
from clearinghouse.reading.typing.read import read
from clearinghouse.world.disk.data_folder import data_files
from tests.reading.test_wrong_records import NAMES, WRONG
from tests.support.plain import LIVING_DATA

FOLDERS = [
    pytest.param(LIVING_DATA, marks=pytest.mark.long),
    WRONG / NAMES[0],
    *(pytest.param(WRONG / name, marks=pytest.mark.long) for name in NAMES[1:]),
]


@pytest.mark.parametrize(
    "folder",
    [*(pytest.param(WRONG / name, marks=pytest.mark.long) for name in NAMES[1:]), WRONG / NAMES[0], LIVING_DATA],
    ids=lambda folder: folder.name,
)
def test_a_file_is_told_the_same_whether_all_are_read_or_not(folder: Path) -> None:
    """Each file of the folder, references to others and clashes of ids included."""
    files = list(data_files(folder))
    whole = read(files).problems
    for file in files:
        alone = read(files, with_context(files, {file.path}, with_wordings=False)).problems
        assert [item for item in alone if item.path == file.name] == [item for item in whole if item.path == file.name], file.path


def test_what_does_not_matter_is_not_read() -> None:
    """Of the made-up records no more than the plans, the one that was asked for, those that lead elsewhere and, of a meeting, others."""
    files = list(data_files(LIVING_DATA))
    wanted_path = "trainings/th-2026-03-crime-scene.yml"
    read_paths = with_context(files, {wanted_path}, with_wordings=False)
    assert wanted_path in read_paths
    others = [path for path in read_paths - {wanted_path} if not path.startswith("plans/")]
    contents = {file.path: file.content for file in files}
    assert others
    assert len(others) < len(files) / 4
    assert all(any(word in contents[path] for word in (b"former_ids", b"withdrawn", b"draft")) for path in others)
    meeting = next(path for path, content in contents.items() if b"body_of" in content)
    assert {path for path, content in contents.items() if b"body_of" in content} <= with_context(files, {meeting}, with_wordings=False)
    assert {path for path in contents if path.startswith("activities/")} <= with_context(files, {wanted_path})


@pytest.mark.parametrize(
    "text", [b"draft: true", b'"draft" : true', b"{title: x, 'draft':true}", b"? draft # not yet\n: true", b"former_ids: [a]"]
)
def test_a_key_on_which_others_depend_is_seen_however_it_is_written(text: bytes) -> None:
    """As far as YAML allows it."""
    assert with_context([DataFile("workshops/x.yml", "x.yml", text)], ()) == {"workshops/x.yml"}


@pytest.mark.parametrize("text", [b"title: A draft law", b"summary: It was withdrawn, then former_ids", b"status: draft\ndrafting: x"])
def test_a_text_that_tells_of_a_draft_is_no_reason_to_read_its_file(text: bytes) -> None:
    """Many a record does."""
    assert with_context([DataFile("workshops/x.yml", "x.yml", text)], ()) == set()


def test_files_that_name_something_are_read() -> None:
    """Where somebody asks for them."""
    files = list(data_files(LIVING_DATA))
    paths = with_context(files, set(), ["net-example-laboratory"]) - with_context(files, set())
    assert paths
    assert all(b"net-example-laboratory" in file.content for file in files if file.path in paths)
