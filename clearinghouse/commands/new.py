"""chm new: asks for a record's keys, shows the file that they make, and writes it."""

import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import click

from clearinghouse.commands import options
from clearinghouse.problems.report import report
from clearinghouse.reading.intake.drafts import Draft
from clearinghouse.records.keys.key import GROUP
from clearinghouse.records.written.keys import keys_in
from clearinghouse.world.disk.data_folder import data_files
from clearinghouse.world.terminal.answers import FLAT, all_that_is_wrong, answers_given, must_be_askable
from clearinghouse.world.terminal.asking import completed
from clearinghouse.world.terminal.writing import write_where_agreed

HELP = f"""\
Asks what a record needs, the required answers first. If an answer is wrong, it says so at once. Then it shows the finished
file, and writes it when you say yes. Ctrl-C leaves everything as it was.

  chm new trainings                                        asks for all
  chm new trainings --title "Crime scene work" --host TH   asks for the rest
  chm new trainings --set sources.0.url=https://...        keys inside others, by their dotted names
  chm new trainings --title ... --set ... --yes            asks only for what is missing, and writes

Every key of the sample data/COLLECTION/_example.yml is an option; lists are separated by `;`. Without a terminal all
that is missing is listed at once. Collections: {", ".join(FLAT)}.

Exit status: 0 written, 1 not written (all problems listed), 2 the tool itself failed, 130 stopped."""


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
@click.option("--yes", is_flag=True, help="ask only for what is missing, and write")
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
    given = {name.removeprefix("key_"): "\n".join(texts) for name, texts in keys.items() if texts}
    draft = Draft(collection, files, {"published": today} | answers_given(collection, answers, given), owner, chosen)
    is_terminal = sys.stdin.isatty() and sys.stdout.isatty()
    if is_terminal:
        draft = completed(draft, today, only_required=yes)
    if draft.errors:
        print(report(all_that_is_wrong(draft, data), 1, "text"))
        return 1
    return 0 if write_where_agreed(draft, data, yes, is_terminal) else 1
