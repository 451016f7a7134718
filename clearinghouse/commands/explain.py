"""chm explain: tells more about the code of a problem."""

import click

from clearinghouse.commands import options
from clearinghouse.problems.codes import CODES
from clearinghouse.vocabulary.nearest import nearest
from clearinghouse.world.failure import Failure

HELP = """\
Every problem has a stable code. This says what the rule is, why it is there and what to write instead.

  chm explain DATE-002
  chm explain             lists all codes"""


@options.command(HELP)
@click.argument("code", required=False, help="e.g. DATE-002; without one, all codes are listed")
def run(code: str | None) -> int:
    """Prints. Raises Failure for a code that does not exist."""
    if code is None:
        print("\n".join(f"{code}  {kind.title}" for code, kind in CODES.items()))
        return 0
    named = code.upper()
    if named not in CODES:
        near = nearest(named, CODES)
        raise Failure(f"there is no code {code}" + (f"; did you mean {near}?" if near else "; `chm explain` lists all"))
    kind = CODES[named]
    print(f"{named}: {kind.title}.\n\nWhy:  {kind.why}\nFix: {kind.mend}")
    return 0
