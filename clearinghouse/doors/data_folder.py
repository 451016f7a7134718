"""The data folder on disk: its files become what reading understands."""

import os
from collections.abc import Iterator
from pathlib import Path

from clearinghouse.doors.failure import Failure
from clearinghouse.reading.folder import DataFile
from clearinghouse.reading.strict_yaml import LARGEST_FILE
from clearinghouse.records.collections import COLLECTIONS


def data_files(folder: Path) -> Iterator[DataFile]:
    """Every file below the folder, in no particular order; links are named, never followed. Raises Failure."""
    if not folder.is_dir():
        raise Failure(f"there is no data folder {folder}: name one with --data, e.g. --data data")
    told = _told(folder)
    for place, folders, names in os.walk(folder, onerror=_unreadable):
        links = [name for name in folders if Path(place, name).is_symlink()]
        for name in [*names, *links]:
            path = Path(place, name)
            relative = path.relative_to(folder).as_posix()
            named = f"{told}/{relative}".removeprefix("./")
            if path.is_symlink() or not path.is_file():
                yield DataFile(relative, named, is_link=True)
            else:
                yield DataFile(relative, named, _first_bytes(path))


def folder_of(path: Path) -> Path:
    """The data folder of a record's file: the nearest folder above it that holds collections. Raises Failure."""
    for above in path.absolute().parents:
        if above.name in COLLECTIONS and not (above.parent / "mkdocs.yml").exists():
            return above.parent
    raise Failure(f"{path} is in no data folder: a record lies in <data>/<collection>/, e.g. data/trainings/")


def _told(folder: Path) -> str:
    """The folder as problems name it: relative to where the command runs, where that is inside it."""
    try:
        return folder.absolute().relative_to(Path.cwd()).as_posix()
    except ValueError:
        return folder.absolute().as_posix()


def _first_bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(LARGEST_FILE + 1)
    except OSError as error:
        raise Failure(f"cannot read {path}: {error.strerror}") from None


def _unreadable(error: OSError) -> None:
    raise Failure(f"cannot read {error.filename}: {error.strerror}")
