"""The manifest: the SHA-256 sum of every file of a site, as `sha256sum --check` reads it."""

import hashlib
from pathlib import Path

from clearinghouse.world.failure import Failure


def manifest(site: Path) -> str:
    """One line a file, sorted by path: the sum, two spaces, the path relative to the site, with slashes on every system."""
    paths = sorted((path.relative_to(site).as_posix(), path) for path in site.rglob("*") if path.is_file())
    return "".join(f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {name}\n" for name, path in paths)


def manifest_of(site: Path) -> Path:
    """Where the manifest of a site lies, if there is one: beside it."""
    site = site.resolve()
    return site.with_name(f"{site.name}.sha256")


def write_manifest(site: Path) -> Path:
    """Writes the manifest beside the site, whole or not at all, and says where. Raises Failure where that cannot be written."""
    target = manifest_of(site)
    new = target.with_name(f".{target.name}.new")
    try:
        new.write_text(manifest(site), encoding="utf-8", newline="\n")
        new.replace(target)
    except OSError as error:
        raise Failure(f"cannot write {target}: {error.strerror}") from None
    return target
