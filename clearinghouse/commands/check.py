"""chm check: holds the records against their rules and tells everything that must be mended."""

import argparse
from collections import Counter
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from clearinghouse.problems.problem import Problem
from clearinghouse.problems.report import FORMATS, errors_in, report
from clearinghouse.reading.change.owners import Owners, foreign
from clearinghouse.reading.change.revisions import MOST_LOST, compared
from clearinghouse.reading.files.context import with_context
from clearinghouse.reading.files.folder import DataFile
from clearinghouse.reading.typing.read import read
from clearinghouse.reading.typing.sensitivity import Finding, findings, warnings
from clearinghouse.records.collections.activity import Activity
from clearinghouse.world.data_folder import data_files, folder_of
from clearinghouse.world.failure import Failure
from clearinghouse.world.revision import revision
from clearinghouse.world.root import ROOT

SUMMARY = "hold the records against their rules"
DESCRIPTION = """\
Reads all records of a data folder and tells every problem at once: where it stands (file:line:column), what was
found, what is allowed and how to mend it. Warnings do not stop a build; errors do.

  chm check                                    all records of data/
  chm check data/trainings/vn-2026-01-x.yml    only what concerns this file
  chm check --base main                        only what differs from main, and what such a change must not do:
                                               lose a published record, move an event without telling subscribers ...
  chm check --base main --summary change.md    and writes what the change does, in Markdown for the pull request
  chm check --format github                    annotations for a pull request
  chm check --strict                           warnings count as errors
  chm explain DATE-002                         more about one code

Exit status: 0 no errors, 1 errors, 2 the check itself failed."""


@dataclass(frozen=True)
class _Checked:
    """What was found: problems, how many files were looked at, and which files are no more, as problems name them."""

    problems: tuple[Problem, ...]
    files: int
    gone: frozenset[str] = frozenset()


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Adds the command's options."""
    parser.add_argument("paths", nargs="*", type=Path, metavar="PATH", help="files or folders of any data folder (default: all of data/)")
    parser.add_argument(
        "--data", type=Path, default=ROOT / "data", metavar="DIR", help="the data folder when no PATH is given (default: data)"
    )
    parser.add_argument("--format", choices=FORMATS, default="text", help="how to tell the problems (default: text)")
    parser.add_argument("--strict", action="store_true", help="let warnings count as errors")
    parser.add_argument("--base", metavar="REV", help="check what changed since this branch, tag or commit of git, and how it changed")
    parser.add_argument("--summary", type=Path, metavar="FILE", help="with --base: write there what changed, in Markdown")
    parser.add_argument("--author", default="", metavar="NAME", help="with --base: who proposes the change, as CODEOWNERS names people")
    parser.add_argument(
        "--most-lost", type=int, default=MOST_LOST, metavar="N", help=f"with --base: so many records may be lost (default: {MOST_LOST})"
    )


def run(options: argparse.Namespace) -> int:
    """Checks and prints. Returns 0 or 1."""
    if options.summary and not options.base:
        raise Failure("--summary tells what changed since a revision: name it with --base, e.g. --base main")
    folders: dict[Path, list[Path]] = {}
    for path in options.paths:
        if not path.exists():
            raise Failure(f"there is no {path}")
        folders.setdefault(folder_of(path), []).append(path.absolute())
    if options.summary and len(folders) > 1:
        raise Failure("--summary tells of one data folder: name files of one")
    found = [_checked(folder, asked, options) for folder, asked in (folders or {options.data.absolute(): []}).items()]
    problems = [problem for each in found for problem in each.problems]
    if options.strict:
        problems = [replace(problem, severity="error") for problem in problems]
    print(report(problems, sum(each.files for each in found), options.format, frozenset().union(*(each.gone for each in found))))
    return 1 if errors_in(problems) else 0


def _checked(folder: Path, asked: Collection[Path], options: argparse.Namespace) -> _Checked:
    files = list(data_files(folder))
    named = [each.relative_to(folder).as_posix() for each in asked]

    def is_asked(path: str) -> bool:
        return not named or any(each in (".", path) or path.startswith(f"{each}/") for each in named)

    return _since(folder, files, is_asked, options) if options.base else _as_it_is(files, is_asked if asked else None)


def _as_it_is(files: Iterable[DataFile], is_asked: Callable[[str], bool] | None) -> _Checked:
    """All problems of the files asked for, all files where None; what they do not depend on is not read."""
    files = list(files)
    wanted = {file.path: file.told for file in files if is_asked is None or is_asked(file.path)}
    found: list[Finding] = []
    reading = read(
        files,
        None if is_asked is None else with_context(files, wanted),
        lambda file, document: found.extend(findings(file, document) if file.file.path in wanted else ()),
    )
    told = set(wanted.values())
    problems = [problem for problem in reading.problems if problem.path in told]
    problems += warnings(found, reading.records[Activity.collection].values())
    return _Checked(tuple(problems), len(reading.paths & told))


def _since(folder: Path, files: list[DataFile], is_asked: Callable[[str], bool], options: argparse.Namespace) -> _Checked:
    """Problems of what differs from a revision, and of how it differs; writes the summary where one is wanted."""
    base = revision(folder, options.base)
    comparison = compared(base.files(files), files, options.most_lost)
    owners = Owners.of(base.owners())
    touched = [(comparison.told(path), base.prefix + path) for path in comparison.touched]
    problems = [*comparison.problems, *foreign(touched, owners, options.author)]
    if options.summary:
        # The publications take a while to import; a check without a summary must not pay for it.
        from clearinghouse.publications.change_summary import change_summary

        owned = Counter(owners.of_path(path) for _, path in touched)
        _write(options.summary, change_summary(comparison.change, comparison.unread, problems, owned))
    asked = {comparison.told(path) for path in comparison.touched if is_asked(path)}
    return _Checked(tuple(problem for problem in problems if problem.path in asked), len(asked), comparison.gone)


def _write(path: Path, text: str) -> None:
    try:
        path.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise Failure(f"cannot write {path}: {error.strerror}") from None
