"""Zips: files in, an archive out whose bytes depend on nothing but the files and a day."""

import hashlib
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from clearinghouse.world.disk.whole_files import whole_file

_BEST = 9
_PLAIN_FILE = 0o100644 << 16
_UNIX = 3


@dataclass(frozen=True)
class Zipped:
    """An archive that was written. size: in bytes; sha256: of the archive; files: how many it holds."""

    path: Path
    size: int
    sha256: str
    files: int


def zipped(path: Path, files: Iterable[tuple[str, bytes]], day: date, folder: str = "") -> Zipped:
    """Writes an archive, whole or not at all. folder: in which all files lie, ending in a slash. Raises Failure."""
    count = 0
    with whole_file(path) as file, zipfile.ZipFile(file, "w") as archive:
        for name, content in files:
            archive.writestr(_entry(folder + name, day), content, zipfile.ZIP_DEFLATED, _BEST)
            count += 1
    return measured(path, count)


def measured(path: Path, files: int) -> Zipped:
    """What was written: its size and its sum."""
    with path.open("rb") as written:
        return Zipped(path, path.stat().st_size, hashlib.file_digest(written, "sha256").hexdigest(), files)


def sums_of(path: Path, folder: str = "") -> dict[str, str]:
    """The SHA-256 of each file of an archive, by its name below `folder`. Raises OSError or BadZipFile."""
    with zipfile.ZipFile(path) as archive:
        names = [name for name in archive.namelist() if name.startswith(folder)]
        return {name.removeprefix(folder): hashlib.sha256(archive.read(name)).hexdigest() for name in names}


def _entry(name: str, day: date) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, (day.year, day.month, day.day, 0, 0, 0))
    entry.external_attr = _PLAIN_FILE
    entry.create_system = _UNIX  # else it would tell on which system it was made
    return entry
