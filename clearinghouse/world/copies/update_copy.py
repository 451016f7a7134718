"""Turns an older copy of the clearing house into a newer one. In its folder run: python3 update.py FOLDER. See UPDATE.txt.

It lies in every update as `update.py`, beside `files/`, `removed.txt` and `sums.txt`, and needs Python 3.8, nothing else.
It changes nothing unless the copy is the one that the update was made for; stopped half way, it can be run again.
"""

from __future__ import annotations  # so that old Pythons take these types

import hashlib
import shutil
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent


def sha256(path: Path) -> str:
    """The SHA-256 of a file, or nothing where there is none."""
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""


def sums() -> dict[str, str]:
    """What each file of the newer copy must be."""
    lines = (HERE / "sums.txt").read_text(encoding="utf-8").splitlines()
    return {line[66:]: line[:64] for line in lines}


def inside(folder: Path, name: str) -> Path:
    """A file of the copy. Raises ValueError where it would lie elsewhere."""
    path = folder / name
    if Path(name).is_absolute() or ".." in Path(name).parts:
        raise ValueError(f"{name} does not lie in a copy")
    return path


def updated(folder: Path) -> str:
    """Brings a copy up to date and says what was done. Raises ValueError where it cannot be."""
    if not (folder / "copy.js").is_file():
        raise ValueError(f"{folder} is no copy: name the folder that holds copy.js")
    wanted = sums()
    new = [name for name in wanted if (HERE / "files" / name).is_file()]
    broken = [name for name in new if sha256(HERE / "files" / name) != wanted[name]]
    if broken:
        raise ValueError(f"this update is damaged ({broken[0]}): fetch it again")
    others = [name for name in set(wanted) - set(new) if sha256(inside(folder, name)) != wanted[name]]
    if others:
        raise ValueError(f"this copy is not the one that the update was made for ({min(others)} differs): take the whole edition")
    for name in sorted(new, key=lambda name: name == "copy.js"):  # the day of the copy changes last
        place = inside(folder, name)
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(HERE / "files" / name, place)
    removed = (HERE / "removed.txt").read_text(encoding="utf-8").splitlines()
    for name in removed:
        place = inside(folder, name)
        if place.is_file():
            place.unlink()
        while place.parent != folder and place.parent.is_dir() and not any(place.parent.iterdir()):
            place = place.parent
            place.rmdir()
    wrong = [name for name in wanted if sha256(folder / name) != wanted[name]]
    if wrong:
        raise ValueError(f"{wrong[0]} is not as it must be: run this again")
    return f"{folder} is up to date: {len(new)} files new or changed, {len(removed)} removed, {len(wanted)} looked at"


def main(arguments: list[str]) -> int:
    """Updates the named copy. Returns 0, or 1 where that cannot be."""
    if len(arguments) != 1:
        print(__doc__)
        return 1
    try:
        print(updated(Path(arguments[0])))
    except (OSError, ValueError) as error:
        print(f"not updated: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
