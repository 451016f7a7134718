"""Turns an older copy of the clearing house into a newer one. In its folder run: python3 update.py FOLDER. See UPDATE.txt.

It lies in every update as `update.py`, beside `files/` and three lists, and needs Python 3.8, nothing else. Before it writes the
first byte it looks at all names, at all that is linked, and at every file of the copy: it changes nothing unless the copy is the
one that the update was made for, and nobody has edited it. Stopped half way, it can be run again.
"""

from __future__ import annotations  # so that old Pythons take these types

import hashlib
import os
import re
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
SUM = re.compile(r"([0-9a-f]{64})  (.+)")
BAD_NAME = re.compile(r'[\x00-\x1f\x7f"*:<>?\\|]|(?:^|/)\.{0,2}(?:/|$)|[. ](?:/|$)')
"""What leads out of a folder, or into a drive or a stream of Windows, and what Windows writes under another name."""


def sha256(path: Path) -> str:
    """The SHA-256 of a file, or nothing where there is none."""
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""


def lines(name: str) -> list[str]:
    """The lines of a list of the update."""
    return (HERE / name).read_text(encoding="utf-8").splitlines()


def sums(name: str) -> dict[str, str]:
    """A list of sums, by the names of files. Raises ValueError for what is none."""
    pairs = [SUM.fullmatch(line) for line in lines(name)]
    known = {pair[2]: pair[1] for pair in pairs if pair}
    if len(known) != len(pairs):
        raise ValueError(f"this update is damaged ({name}): fetch it again")
    return known


def refuse_bad_names(names: list[str]) -> None:
    """Raises ValueError where a name leads out of the copy, or would be another one on some system."""
    for name in names:
        if BAD_NAME.search(name):
            raise ValueError(f"this update is not ours: {name!a} is no name of a file in a copy")


def refuse_links(folder: Path, names: list[str]) -> None:
    """Raises ValueError where a file of a folder, or a folder above it, is a link or no plain file: what it leads to is somebody
    else's. folder: without links in it."""
    for name in names:
        place = folder / name
        if os.path.normcase(os.path.realpath(place)) != os.path.normcase(place):
            raise ValueError(f"{place} is a link, or lies behind one: put the file itself there, or take the whole edition")
        if place.exists() and not place.is_file():
            raise ValueError(f"{place} is no file: take the whole edition")


def refuse_others(folder: Path, allowed: dict[str, set[str]]) -> None:
    """Raises ValueError where a file of the copy is neither as the update expects it nor as it leaves it."""
    others = sorted(name for name, known in allowed.items() if sha256(folder / name) not in known)
    if others:
        count = f" and {len(others) - 1} more" if others[1:] else ""
        raise ValueError(
            f"this copy is not the one that the update was made for, or it was edited ({others[0]} differs{count}): "
            "nothing was changed; take the whole edition"
        )


def replace(place: Path, content: bytes) -> None:
    """Gives a file another content at once; what else is linked to the old file keeps it."""
    place.parent.mkdir(parents=True, exist_ok=True)
    beside = place.with_name(f".{place.name}.update")
    beside.unlink(missing_ok=True)
    with beside.open("xb") as file:
        file.write(content)
    beside.replace(place)


def remove(place: Path, folder: Path) -> None:
    """Removes a file, and the folders that are empty without it."""
    place.unlink(missing_ok=True)
    for above in place.parents:
        if above == folder or not above.is_dir() or any(above.iterdir()):
            return
        above.rmdir()


def updated(folder: Path) -> str:
    """Brings a copy up to date and says what was done. Raises ValueError where it cannot be."""
    if not (folder / "copy.js").is_file():
        raise ValueError(f"{folder} is no copy: name the folder that holds copy.js")
    folder = Path(os.path.realpath(folder))
    wanted, before, removed = sums("sums.txt"), sums("before.txt"), lines("removed.txt")
    names = sorted({*wanted, *before, *removed})
    refuse_bad_names(names)
    if set(before) - set(wanted) - set(removed) or set(removed) - set(before) or set(removed) & set(wanted):
        raise ValueError("this update is damaged (before.txt): fetch it again")
    new = [name for name in wanted if (HERE / "files" / name).is_file()]
    refuse_links(HERE / "files", new)
    broken = [name for name in new if sha256(HERE / "files" / name) != wanted[name]]
    if broken:
        raise ValueError(f"this update is damaged ({broken[0]}): fetch it again")
    refuse_links(folder, names)
    allowed = {name: {before.get(name, ""), wanted[name], ""} if name in new else {wanted[name]} for name in wanted}
    refuse_others(folder, {**allowed, **{name: {before[name], ""} for name in removed}})
    for name in sorted(new, key=lambda name: name == "copy.js"):  # the day of the copy changes last
        replace(folder / name, (HERE / "files" / name).read_bytes())
    for name in removed:
        remove(folder / name, folder)
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
