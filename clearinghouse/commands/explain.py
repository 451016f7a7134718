"""chm explain: tells more about the code of a problem."""

import argparse
import difflib

from clearinghouse.problems.codes import CODES
from clearinghouse.world.failure import Failure

SUMMARY = "tell more about the code of a problem"
DESCRIPTION = """\
Every problem has a stable code. This tells what the rule is, why it is there and what to write instead.

  chm explain DATE-002
  chm explain             lists all codes"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Adds the command's options."""
    parser.add_argument("code", nargs="?", metavar="CODE", help="e.g. DATE-002; without one, all codes are listed")


def run(options: argparse.Namespace) -> int:
    """Prints. Raises Failure for a code that does not exist."""
    if options.code is None:
        print("\n".join(f"{code}  {explanation.title}" for code, explanation in CODES.items()))
        return 0
    code = options.code.upper()
    if code not in CODES:
        near = difflib.get_close_matches(code, CODES, n=1)
        raise Failure(f"there is no code {options.code}" + (f"; did you mean {near[0]}?" if near else "; `chm explain` lists all"))
    explanation = CODES[code]
    print(f"{code}: {explanation.title}.\n\nWhy:  {explanation.why}\nMend: {explanation.mend}")
    return 0
