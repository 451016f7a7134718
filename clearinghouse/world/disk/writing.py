"""Writing: files appear whole or not at all, and new ones never in the place of another."""

import os
import secrets
import shutil
from collections.abc import Mapping
from pathlib import Path

from clearinghouse.world.failure import Failure


def write_new(texts: Mapping[Path, bytes]) -> None:
    """Writes files that are not there yet, all of them or none. Raises Failure, and leaves nothing behind.

    Each is first written beside its place, under a name that nothing reads; then all take their places.
    """
    ready: dict[Path, Path] = {}
    placed: list[Path] = []
    try:
        for path, content in texts.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            ready[path] = path.with_name(f".{path.name}.{secrets.token_hex(4)}.new")
            ready[path].write_bytes(content)
        for path, beside in ready.items():
            try:
                _place(beside, path)
            except FileExistsError:
                raise Failure(f"{path} is there already, and was left as it is") from None
            placed.append(path)
    except BaseException as error:
        for path in placed:
            path.unlink(missing_ok=True)
        if isinstance(error, OSError):
            raise Failure(f"cannot write {error.filename}: {error.strerror}") from None
        raise
    finally:
        for beside in ready.values():
            beside.unlink(missing_ok=True)


def write_over(texts: Mapping[Path, bytes]) -> None:
    """Writes files that are there, each whole; first all are written beside their places, so that a full disk or a folder
    that cannot be written changes none. What may be done with a file stays as it was. Raises Failure."""
    ready: dict[Path, Path] = {}
    try:
        for path, content in texts.items():
            ready[path] = path.with_name(f".{path.name}.{secrets.token_hex(4)}.new")
            ready[path].write_bytes(content)
            shutil.copymode(path, ready[path])
        for path, beside in ready.items():
            beside.replace(path)
    except OSError as error:
        raise Failure(f"cannot write {error.filename}: {error.strerror}") from None
    finally:
        for beside in ready.values():
            beside.unlink(missing_ok=True)


def _place(beside: Path, path: Path) -> None:
    """Gives a finished file its name, unless that is taken. Raises FileExistsError."""
    try:
        return os.link(beside, path)
    except FileExistsError:
        raise
    except (OSError, NotImplementedError):  # file systems without links, as on sticks, each say so in another way
        with path.open("xb"):  # takes the name
            pass
    try:
        beside.replace(path)
    except OSError:
        path.unlink()
        raise
