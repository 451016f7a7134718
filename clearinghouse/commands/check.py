"""chm check: holds the records against their rules and tells everything that must be mended."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from clearinghouse.commands import options
from clearinghouse.problems.report import errors_in, report
from clearinghouse.reading.change.lost import MOST_LOST
from clearinghouse.reading.check import Check, among, check
from clearinghouse.reading.typing.read import read
from clearinghouse.site.prose import is_prose, prose_problems
from clearinghouse.world.disk.data_folder import by_folder, data_files
from clearinghouse.world.disk.whole_files import write_text
from clearinghouse.world.failure import Failure
from clearinghouse.world.root import ROOT

if TYPE_CHECKING:
    from clearinghouse.catalogue.catalogue import Catalogue

HELP = """\
Reads all records of a data folder and lists every problem at once: where it is (file:line:column), what was
found, what is allowed and how to fix it. Warnings do not stop a build; errors do.

  chm check                                    all records of data/, and the pages of content/
  chm check data/trainings/vn-2026-01-x.yml    only what concerns this file
  chm check content/about.md                   only this page: whether its links work
  chm check --base main                        only what differs from main, and what such a change must not do:
                                               lose a published record, move an event without an entry for subscribers ...
  chm check --base main --labels "meant: CHANGE-007"
                                               and lets as a warning pass what a label of the pull request says is meant
  chm check --base main --summary change.md    and writes what the change does, in Markdown for the pull request
  chm check --format github                    annotations for a pull request
  chm check --strict                           warnings count as errors
  chm explain DATE-002                         more about one code

Exit status: 0 no errors, 1 errors, 2 the check itself failed."""


@options.command(HELP)
@click.argument("paths", nargs=-1, type=options.PATH, metavar="[PATH]...", help="files or folders of any data folder (default: data)")
@click.option("--base", metavar="REV", help="check what changed since this branch, tag or commit of git, and how it changed")
@click.option("--summary", type=options.PATH, metavar="FILE", help="with --base: write there what changed, in Markdown")
@click.option("--author", default="", metavar="NAME", help="with --base: who proposes the change, as CODEOWNERS names people")
@click.option("--labels", default="", metavar="LABELS", help="with --base: the pull request's, by commas; `meant: CODE` lets CODE pass")
@click.option("--most-lost", default=MOST_LOST, metavar="N", help=f"with --base: so many records may be lost (default: {MOST_LOST})")
@options.form
@click.option("--strict", is_flag=True, help="let warnings count as errors")
@options.data
def run(
    paths: tuple[Path, ...],
    base: str | None,
    summary: Path | None,
    author: str,
    labels: str,
    most_lost: int,
    form: str,
    strict: bool,
    data: Path,
) -> int:
    """Checks and prints. Returns 0 or 1, or raises Failure."""
    if summary and not base:
        raise Failure("--summary says what changed since a revision: name it with --base, e.g. --base main")
    prose = [path for path in paths if is_prose(path)]
    folders = by_folder(path for path in paths if path not in prose)
    whole = not paths and data.resolve() == (ROOT / "data").resolve()
    if not paths:
        folders = {data.absolute(): []}
    if summary and len(folders) > 1:
        raise Failure("--summary is about one data folder: name files of one")
    checks: list[Check] = []
    for folder, asked in folders.items():
        files = list(data_files(folder))
        if base:
            from clearinghouse.world.git.change import change_since  # no other check compares anything

            change = change_since(base, folder, files, most_lost, author, labels)
            checks.append(change.check(among(asked)))
            if summary:
                write_text(summary, change.summary())
        else:
            checks.append(check(files, among(asked) if asked else None))
    problems = [problem for one in checks for problem in one.problems]
    if prose or whole:
        problems += prose_problems(lambda: _catalogue(data), prose)
    if strict:
        problems = [replace(problem, severity="error") for problem in problems]
    print(report(problems, sum(one.files for one in checks) + len(prose), form, frozenset().union(*(one.gone for one in checks))))
    return 1 if errors_in(problems) else 0


def _catalogue(data: Path) -> "Catalogue | None":
    """The records of today that prose may lead to; None where they have problems of their own."""
    from clearinghouse.catalogue.catalogue import Catalogue  # a check of one file asks no questions across all

    reading = read(data_files(data))
    return Catalogue.of(reading.records, reading.about, date.today(), reading.links, reading.photographs) if reading.is_sound else None
