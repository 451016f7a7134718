"""The data folder on disk: its files become what reading understands."""

import contextlib
import os
from collections.abc import Callable, Iterable, Iterator
from enum import Enum
from functools import partial
from pathlib import Path

from clearinghouse.reading.files.folder import PICTURES, DataFile
from clearinghouse.reading.files.harvest_memory import LARGEST_MEMORY
from clearinghouse.reading.files.harvest_memory import NAME as HARVEST_MEMORY
from clearinghouse.reading.files.link_reports import LARGEST_REPORT
from clearinghouse.reading.files.link_reports import NAME as LINKS
from clearinghouse.reading.files.strict_yaml import LARGEST_FILE
from clearinghouse.reading.files.year_folders import YEAR, in_year, path_at
from clearinghouse.reading.pictures.looking import LARGEST_PICTURE
from clearinghouse.records.collection import COLLECTIONS
from clearinghouse.world.failure import Failure

DEEPEST = 8
"""Folders below one another: no record lies deeper than three, and a thousand of them would end the build instead."""


def data_files(folder: Path) -> Iterator[DataFile]:
    """Every file below the folder but those in hidden folders, in no particular order. Links, pipes and devices are named and
    never opened, and so is what cannot be read. Raises Failure where the folder itself cannot be."""
    if not folder.is_dir():
        raise Failure(f"there is no data folder {folder}: name one with --data, e.g. --data data")
    root = path_name(folder)
    listed = list(_files_below(os.fspath(folder), "", 0))
    places = {relative for _, relative, _ in listed}
    for path, relative, state in listed:
        file = partial(DataFile, path_at(relative, places.__contains__), f"{root}/{relative}".removeprefix("./"), lies_at=relative)
        if state is not _State.PLAIN:
            yield file(is_link=state is _State.OTHER, unread=state if isinstance(state, str) else "")
            continue
        try:
            yield file(content=_first_bytes(path), rest=_all_of(path) if relative.startswith(PICTURES) else None)
        except OSError as error:  # no leave, gone since it was listed, or a disk that fails
            yield file(unread=_why(error))


class _State(Enum):
    """What something below a data folder is: a plain file, something that is none, or a folder too deep for any record."""

    PLAIN, OTHER, DEEP = range(3)


def _files_below(folder: str, relative: str, depth: int) -> Iterator[tuple[str, str, _State | str]]:
    """Path, path relative to the data folder, and what it is, or why a folder could not be read. Ten thousand files take a
    tenth of a second."""
    try:
        with os.scandir(folder) as listing:
            for entry in listing:
                is_folder = entry.is_dir(follow_symlinks=False)
                if is_folder and entry.name.startswith("."):  # git's own, where the data folder is a repository by itself
                    continue
                if is_folder and depth == DEEPEST:
                    yield entry.path, relative + entry.name, _State.DEEP
                elif is_folder and not entry.name.casefold().endswith((".yml", ".yaml")):
                    yield from _files_below(entry.path, f"{relative}{entry.name}/", depth + 1)
                else:
                    yield entry.path, relative + entry.name, _State.PLAIN if entry.is_file(follow_symlinks=False) else _State.OTHER
    except OSError as error:
        if not relative:
            raise Failure(f"cannot read {error.filename or folder}: {error.strerror}") from None
        yield folder, relative.removesuffix("/"), _why(error)


def _why(error: OSError) -> str:
    return error.strerror or type(error).__name__


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
    if folder.parent.name in COLLECTIONS:  # of a plan, or of a year
        return folder.parent.parent
    raise Failure(f"{path} is in no data folder: a record lies in <data>/<collection>/, e.g. data/trainings/")


def places_in(folder: Path, paths: Iterable[str]) -> dict[str, Path]:
    """Where the files with these paths lie, or shall lie: a new one in the folder of its year, where its collection has any such folder."""
    places: dict[str, Path] = {}
    with_years: dict[str, bool] = {}
    for path in paths:
        places[path] = folder / path
        collection = path.partition("/")[0]
        if (year := in_year(path)) and not os.path.lexists(folder / path):
            if collection not in with_years:
                with_years[collection] = _has_years(folder / collection)
            if with_years[collection]:
                places[path] = folder / year
    return places


def place_in(folder: Path, path: str) -> Path:
    """The same of one file."""
    return places_in(folder, [path])[path]


def _has_years(folder: Path) -> bool:
    with contextlib.suppress(OSError), os.scandir(folder) as listing:
        return any(YEAR.fullmatch(entry.name) and entry.is_dir(follow_symlinks=False) for entry in listing)
    return False


def by_folder(paths: Iterable[Path]) -> dict[Path, list[str]]:
    """The data folders in which paths lie, and the paths relative to each. Raises Failure where there is nothing, or no such folder."""
    folders: dict[Path, list[str]] = {}
    for path in paths:
        if not path.exists():
            raise Failure(f"there is no {path}")
        folder = folder_of(path)
        folders.setdefault(folder, []).append(path.absolute().relative_to(folder).as_posix())
    return folders


def _collections_in(folder: Path) -> int:
    return sum((folder / collection).is_dir() for collection in COLLECTIONS)


def path_name(folder: Path) -> str:
    """A path as problems name it: relative to where the command runs, where it is below that."""
    try:
        return folder.absolute().relative_to(Path.cwd()).as_posix()
    except ValueError:
        return folder.absolute().as_posix()


def _first_bytes(path: str) -> bytes:
    largest = LARGEST_REPORT if path.endswith(LINKS) else LARGEST_MEMORY if path.endswith(HARVEST_MEMORY) else LARGEST_FILE
    with open(path, "rb") as file:  # noqa: PTH123 - Path.open takes its time, ten thousand times over
        return file.read(largest + 1)


def _all_of(path: str) -> Callable[[], bytes]:
    """Reads a picture when somebody looks at it: all of them at once would take much memory."""

    def read() -> bytes:
        with open(path, "rb") as file:  # noqa: PTH123 - as above
            return file.read(LARGEST_PICTURE + 1)

    return read
