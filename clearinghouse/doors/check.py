"""chm check: holds the records against their rules and tells everything that must be mended."""

import argparse
from pathlib import Path

from clearinghouse.doors.data_folder import data_files, folder_of
from clearinghouse.doors.failure import Failure
from clearinghouse.doors.root import ROOT
from clearinghouse.problems.report import FORMATS, errors_in, report
from clearinghouse.reading.read import read

SUMMARY = "hold the records against their rules"
DESCRIPTION = """\
Reads all records of a data folder and tells every problem at once: where it stands (file:line:column), what was
found, what is allowed and how to mend it. Warnings do not stop a build; errors do.

  chm check                                    all records of data/
  chm check data/trainings/vn-2026-01-x.yml    only what concerns this file (its whole folder is read for references)
  chm check --format github                    annotations for a pull request
  chm explain DATE-002                         more about one code

Exit status: 0 no errors, 1 errors, 2 the check itself failed."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Adds the command's options."""
    parser.add_argument("paths", nargs="*", type=Path, metavar="PATH", help="files or folders of any data folder (default: all of data/)")
    parser.add_argument(
        "--data", type=Path, default=ROOT / "data", metavar="DIR", help="the data folder when no PATH is given (default: data)"
    )
    parser.add_argument("--format", choices=FORMATS, default="text", help="how to tell the problems (default: text)")


def run(options: argparse.Namespace) -> int:
    """Checks and prints. Returns 0 or 1."""
    folders: dict[Path, list[Path]] = {}
    for path in options.paths:
        if not path.exists():
            raise Failure(f"there is no {path}")
        # A folder is either a data folder itself or a collection in one.
        folder = path.absolute() if path.is_dir() and not _is_collection(path) else folder_of(path / "any" if path.is_dir() else path)
        folders.setdefault(folder, []).append(path.absolute())
    problems, files = [], 0
    for folder, asked in (folders or {options.data.absolute(): []}).items():
        listed = list(data_files(folder))
        of_file = {file.told: folder / file.path for file in listed}
        reading = read(listed)
        wanted = [problem for problem in reading.problems if not asked or _concerns(of_file[problem.path], asked)]
        problems.extend(wanted)
        files += reading.files if not asked else sum(_concerns(path, asked) for path in of_file.values())
    print(report(problems, files, options.format))
    return 1 if errors_in(problems) else 0


def _is_collection(path: Path) -> bool:
    try:
        folder_of(path / "any")
    except Failure:
        return False
    return True


def _concerns(path: Path, asked: list[Path]) -> bool:
    return any(path == each or each in path.parents for each in asked)
