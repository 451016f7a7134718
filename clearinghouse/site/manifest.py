"""The manifest: the SHA-256 sum of every file of a site, as `sha256sum --check` reads it."""

from hashlib import sha256
from pathlib import Path

from clearinghouse.publications.files.contents import CONTENTS, site_files
from clearinghouse.world.disk.whole_files import write_text


def manifest(site: Path) -> str:
    """One line a file, sorted by path: the sum, two spaces, the path relative to the site. The sums are those of the site's
    own list, and that of the list itself."""
    contents = (site / CONTENTS).read_bytes()
    sums = {file.path: file.sha256 for file in site_files(contents)} | {CONTENTS: sha256(contents).hexdigest()}
    return "".join(f"{sums[path]}  {path}\n" for path in sorted(sums))


def manifest_of(site: Path) -> Path:
    """Where the manifest of a site lies, if there is one: beside it."""
    site = site.resolve()
    return site.with_name(f"{site.name}.sha256")


def write_manifest(site: Path) -> Path:
    """Writes the manifest beside the site, whole or not at all, and says where. Raises Failure where that cannot be written."""
    target = manifest_of(site)
    write_text(target, manifest(site))
    return target
