"""chm new: asks for a record's keys, shows the file that they make, and writes it."""

import shlex
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import click

from clearinghouse.commands import options
from clearinghouse.problems.report import report
from clearinghouse.reading.intake.drafts import Draft
from clearinghouse.records.keys.key import GROUP
from clearinghouse.records.written.keys import keys_in
from clearinghouse.world.disk.data_folder import data_files, path_name
from clearinghouse.world.disk.whole_files import write_new
from clearinghouse.world.terminal.answers import FLAT, all_that_is_wrong, answers_given, must_be_askable
from clearinghouse.world.terminal.asking import completed
from clearinghouse.world.terminal.terminal import agreed, tell

HELP = f"""\
Asks for what belongs into a record, what is required first, tells at once what is wrong with an answer, shows the
finished file and writes it when you say yes. Ctrl-C leaves everything as it was.

  chm new trainings                                        asks for all
  chm new trainings --title "Crime scene work" --host TH   asks for the rest
  chm new trainings --set sources.0.url=https://...        keys inside others, by their dotted names
  chm new trainings --title ... --set ... --yes            asks nothing that is not missing, and writes

Every key of the sample data/COLLECTION/_example.yml is an option; lists are separated by `;`. Without a terminal all
that is missing is told at once. Collections: {", ".join(FLAT)}.

Exit status: 0 written, 1 not written (all problems told), 2 the tool itself failed, 130 stopped."""
MOST_DUPLICATES = 3


def _with_keys(run: Callable[..., int]) -> Callable[..., int]:
    """A hidden option for each key of the collections."""
    names = {key.name: None for collection in FLAT for key in keys_in(collection) if key.type != GROUP and not key.later}
    for name in names:
        run = click.option(f"--{name.replace('_', '-')}", f"key_{name}", multiple=True, hidden=True)(run)
    return run


@options.command(HELP)
@click.argument("collection", help=", ".join(FLAT))
@options.answers
@click.option("--id", "chosen", default="", metavar="ID", help="the name of the file, without .yml (default: proposed)")
@options.owner
@click.option("--yes", is_flag=True, help="ask nothing that is not missing, and write")
@options.data
@options.as_of
@_with_keys
def run(
    collection: str, answers: tuple[str, ...], chosen: str, owner: str, yes: bool, data: Path, as_of: date, **keys: tuple[str, ...]
) -> int:
    """Asks, shows and writes. Returns 0 or 1, or raises Failure or KeyboardInterrupt."""
    must_be_askable(collection)
    today = as_of.isoformat()
    files = list(data_files(data))
    given = {name.removeprefix("key_"): "; ".join(texts) for name, texts in keys.items() if texts}
    draft = Draft(collection, files, {"published": today} | answers_given(collection, answers, given), owner, chosen)
    is_terminal = sys.stdin.isatty() and sys.stdout.isatty()
    if is_terminal:
        draft = completed(draft, today, only_required=yes)
    if draft.errors:
        print(report([replace(problem, path=path_name(data / problem.path)) for problem in all_that_is_wrong(draft)], 1, "text"))
        return 1
    return _written(draft, data, yes, is_terminal)


def _written(draft: Draft, data: Path, yes: bool, is_terminal: bool) -> int:
    """Shows the file, and writes it when told to. Returns 0 where it was written, else 1."""
    proposal = draft.proposal
    path = data / proposal.path
    print(f"\n{path_name(path)}\n\n{proposal.text}")
    for problem in draft.problems:
        tell(problem)
    for other in draft.verdict.duplicates.get(proposal.path, ())[:MOST_DUPLICATES]:
        shared = "at the same place" if other.shared == "place" else "with the same host"
        print(f"  warning: {path_name(data / other.path)} is on the same days {shared}: is it the same event?")
    if not yes and not (is_terminal and agreed("Write this file?")):
        print("Nothing was written." + ("" if is_terminal else " Add --yes to write it."))
        return 1
    write_new({path: proposal.text.encode("utf-8")})
    print(_next_steps(path, proposal.data["title"]))
    return 0


def _next_steps(path: Path, title: str) -> str:
    """What to type until the record is in a pull request."""
    file = path_name(path)
    steps = (
        f"python3 scripts/chm.py check {file}",
        f"git switch -c {path.stem}",
        f"git add {file}",
        f"git commit -m {shlex.quote(f'Add {title}')}",
        f"git push -u origin {path.stem}, and open a pull request",
    )
    return "\n  ".join([f"Written: {file}\n\nNext:", *steps])
