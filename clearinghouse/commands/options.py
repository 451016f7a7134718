"""Options: what several commands ask for in the same way, declared once, and how the help of a command is printed."""

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from textwrap import indent

import click

from clearinghouse.problems.report import FORMATS
from clearinghouse.world.root import ROOT

PATH = click.Path(path_type=Path)
FIRST_YEAR, LAST_YEAR = 1980, 2105
"""Of days of the command line: archives begin with the one, and compressed files end with the other."""


class Command(click.Command):
    """A command whose help is printed as it is written: its examples stand in columns."""

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Writes the help as it is."""
        formatter.write(f"\n{indent(self.help or '', '  ')}\n")


def command(words: str, passes_on: bool = False) -> Callable[[Callable[..., int]], Command]:
    """Makes a function a command. words: its help; passes_on: whether options that it does not know count as arguments."""
    return click.command(cls=Command, help=words, context_settings={"ignore_unknown_options": passes_on})


def day(text: str) -> date:
    """A day of the command line."""
    try:
        named = date.fromisoformat(text)
    except ValueError:
        raise click.BadParameter(f"{text} is no day: write YYYY-MM-DD, e.g. 2026-11-21") from None
    if not FIRST_YEAR <= named.year <= LAST_YEAR:
        raise click.BadParameter(f"{text} is out of range: name a day of the years {FIRST_YEAR} to {LAST_YEAR}")
    return named


SITE = partial(click.option, "--site", type=PATH, default=ROOT / "site", metavar="DIR")
DAY = partial(click.option, type=day, metavar="YYYY-MM-DD")
TODAY = "which day is today (default: today)"

data = click.option("--data", type=PATH, default=ROOT / "data", metavar="DIR", help="the data folder (default: data)")
as_of = DAY("--as-of", default=lambda: str(date.today()), help=TODAY)
answers = click.option("--set", "answers", multiple=True, metavar="KEY=VALUE", help="the answer for a key, e.g. sources.0.url=https://...")
owner = click.option("--owner", default="", metavar="CC", help="whose office keeps the files: a state's code, or asean (default: the host)")
form = click.option("--format", "form", type=click.Choice(FORMATS), default=FORMATS[0], help="how to show the problems (default: text)")
