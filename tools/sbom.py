"""chm sbom: writes the bill of materials, which names every package and script that a site is made with."""

import hashlib
import importlib.metadata
import importlib.util
import os
import uuid
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import click

from clearinghouse import __version__
from clearinghouse.commands import options
from clearinghouse.publications.words import counted
from clearinghouse.world.disk.whole_files import whole_file
from clearinghouse.world.failure import Failure
from clearinghouse.world.root import ROOT
from tools.lock_file import Locked, locked

HELP = """\
Writes an SBOM (CycloneDX 1.6, JSON): every package of requirements/build.txt with its version, the sums of its files, its
licence and what needs it; every script and stylesheet of overrides/ with its sum.

  chm sbom                            into sbom.cdx.json
  chm sbom --output dist/sbom.cdx.json --as-of 2026-11-21

The same lock, scripts and day give the same bytes on the same system; the day is that of SOURCE_DATE_EPOCH where that is set, else today.
Exit status: 0 written, 2 it could not be."""
LOCK = ROOT / "requirements" / "build.txt"
NAME = "clearing-house"
LONGEST_LICENCE = 60
"""In characters: what is longer is the licence itself, not its name."""


@options.command(HELP)
@click.option("--output", type=options.PATH, default=Path("sbom.cdx.json"), metavar="FILE", help="where to (default: sbom.cdx.json)")
@options.DAY("--as-of", help="the day that it is of (default: today)")
def run(output: Path, as_of: date | None) -> int:
    """Writes it. Returns 0, or raises Failure."""
    if importlib.util.find_spec("cyclonedx") is None:
        raise Failure("cyclonedx-python-lib is missing: run `python3 scripts/chm.py sbom`, or `pip install -e .[export]`")
    from cyclonedx.model.bom import Bom, BomMetaData

    from tools.bill_of_materials import Package, bill_of_materials

    try:
        packages = locked(LOCK.read_text("utf-8"))
        files = _sums()
    except (OSError, ValueError) as error:
        raise Failure(f"cannot read what a site is made with: {LOCK}: {error}; `chm lock` makes the lock anew") from None
    midnight = _midnight(as_of)
    named = [
        Package(package.name, package.version, package.marker, package.hashes, package.asked_by, tuple(_licences(package)))
        for package in packages
    ]
    serial = uuid.uuid5(uuid.NAMESPACE_URL, f"{named}{sorted(files.items())}{midnight}")
    blank = Bom(serial_number=serial, metadata=BomMetaData(timestamp=midnight))
    text = bill_of_materials(blank, NAME, __version__, named, files)
    with whole_file(output) as file:
        file.write(text.encode())
    print(f"{output}: {counted(len(packages), 'package')}, {counted(len(files), 'script or stylesheet', 'scripts and stylesheets')}")
    return 0


def _midnight(as_of: date | None) -> datetime:
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if as_of is None and epoch:
        try:
            return datetime.fromtimestamp(int(epoch), UTC)
        except (ValueError, OverflowError, OSError):
            raise Failure(f"SOURCE_DATE_EPOCH={epoch} is no time: set it to seconds since 1970, or leave it out") from None
    chosen = as_of or date.today()
    return datetime(chosen.year, chosen.month, chosen.day, tzinfo=UTC)


def _sums() -> dict[str, str]:
    """Of the scripts and stylesheets that overrides/ puts into a site, by their paths in the repository."""
    paths = [path for path in (ROOT / "overrides").rglob("*") if path.suffix in (".js", ".css")]
    return {path.relative_to(ROOT).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(paths)}


def _licences(package: Locked) -> Iterator[str]:
    """What the installed package says of itself; nothing where it is not installed, as those of other systems are not."""
    try:
        metadata = importlib.metadata.metadata(package.name)
    except importlib.metadata.PackageNotFoundError:
        return
    if metadata["Version"] != package.version:
        return
    expressions, names = metadata.get_all("License-Expression") or [], metadata.get_all("License") or []
    short = [name.strip() for name in names if len(name.strip()) <= LONGEST_LICENCE and "\n" not in name.strip()]
    classified = [
        classifier.rpartition(" :: ")[2] for classifier in metadata.get_all("Classifier") or [] if classifier.startswith("License ::")
    ]
    yield from expressions or [name for name in short if name not in ("", "UNKNOWN")] or classified
