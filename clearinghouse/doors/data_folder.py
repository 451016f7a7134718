"""The data folder on disk: its files become what reading understands."""

import os
from collections.abc import Iterator
from pathlib import Path

from clearinghouse.doors.failure import Failure
from clearinghouse.reading.folder import DataFile
from clearinghouse.reading.link_reports import NAME as LINKS
from clearinghouse.reading.strict_yaml import LARGEST_FILE
from clearinghouse.records.collections import COLLECTIONS

LARGEST_REPORT = 50_000_000
"""In bytes: no record, but what is known of every address; some 200 bytes for each."""


def data_files(folder: Path) -> Iterator[DataFile]:
    """Every file below the folder but those in hidden folders, in no particular order; links are named, never followed.
    Raises Failure."""
    if not folder.is_dir():
        raise Failure(f"there is no data folder {folder}: name one with --data, e.g. --data data")
    told = told_path(folder)
    for path, relative, is_plain in _files_below(os.fspath(folder), ""):
        named = f"{told}/{relative}".removeprefix("./")
        yield DataFile(relative, named, _first_bytes(path)) if is_plain else DataFile(relative, named, is_link=True)


def _files_below(folder: str, relative: str) -> Iterator[tuple[str, str, bool]]:
    """Path, path relative to the data folder, and whether it is a plain file. Ten thousand files take a tenth of a second."""
    try:
        with os.scandir(folder) as found:
            for each in found:
                if each.is_dir(follow_symlinks=False):
                    if each.name.startswith("."):  # git's own, where the data folder is a repository by itself
                        continue
                    yield from _files_below(each.path, f"{relative}{each.name}/")
                else:
                    yield each.path, relative + each.name, each.is_file(follow_symlinks=False)
    except OSError as error:
        raise Failure(f"cannot read {error.filename}: {error.strerror}") from None


def folder_of(path: Path) -> Path:
    """The data folder that a path is, or lies in. Raises Failure.

    A folder far above may be called `projects` or `documents` as well, and is no data folder for that.
    """
    place = path.absolute()
    folder = place if place.is_dir() else place.parent
    if _collections_in(folder) >= (1 if folder is place else 2):
        return folder
    if folder.name in COLLECTIONS:
        return folder.parent
    for above in list(folder.parents)[:3]:
        if _collections_in(above) > 1:
            return above
    if folder.parent.name == "activities":
        return folder.parent.parent
    raise Failure(f"{path} is in no data folder: a record lies in <data>/<collection>/, e.g. data/trainings/")


def _collections_in(folder: Path) -> int:
    return sum((folder / collection).is_dir() for collection in COLLECTIONS)


def told_path(folder: Path) -> str:
    """A path as problems name it: relative to where the command runs, where it is below that."""
    try:
        return folder.absolute().relative_to(Path.cwd()).as_posix()
    except ValueError:
        return folder.absolute().as_posix()


def _first_bytes(path: str) -> bytes:
    try:
        with open(path, "rb") as file:  # noqa: PTH123 - Path.open takes its time, ten thousand times over
            return file.read(LARGEST_REPORT if path.endswith(LINKS) else LARGEST_FILE + 1)
    except OSError as error:
        raise Failure(f"cannot read {path}: {error.strerror}") from None
