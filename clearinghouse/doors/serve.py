"""chm serve: shows the site while somebody writes, and builds it anew at every change."""

import argparse
import os
from pathlib import Path

from clearinghouse.doors.build import day
from clearinghouse.doors.failure import Failure
from clearinghouse.doors.root import ROOT

SUMMARY = "show the site while you write"
DESCRIPTION = """\
Builds the site in a temporary folder, shows it at the address that it prints, and builds it anew whenever a record,
a page of prose or a template changes. Problems of records are told in the terminal; the last good site stays visible.

  chm serve
  chm serve --data tests/living --as-of 2026-03-10
  chm serve --address 127.0.0.1:9000

Ctrl-C stops it."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Adds the command's options."""
    parser.add_argument("--data", type=Path, default=ROOT / "data", metavar="DIR", help="the data folder (default: data)")
    parser.add_argument("--as-of", type=day, default=None, metavar="YYYY-MM-DD", help="which day is today (default: today)")
    parser.add_argument("--address", default="127.0.0.1:8000", metavar="HOST:PORT", help="where to show it (default: 127.0.0.1:8000)")


def run(options: argparse.Namespace) -> int:
    """Serves until it is stopped. Returns 0, or raises Failure."""
    from mkdocs.commands.serve import serve
    from mkdocs.config import load_config
    from mkdocs.exceptions import Abort, MkDocsException

    if not options.data.is_dir():
        raise Failure(f"there is no data folder {options.data}: name one with --data, e.g. --data data")
    os.environ["NO_MKDOCS_2_WARNING"] = "1"
    extra = load_config(str(ROOT / "mkdocs.yml")).extra
    extra["clearinghouse"] |= {"data": str(options.data.absolute()), "as_of": options.as_of}
    watched = [str(options.data.absolute()), *(str(ROOT / name) for name in ("overrides", "hooks"))]
    try:
        serve(str(ROOT / "mkdocs.yml"), dev_addr=options.address, extra=extra, watch=watched)
    except (MkDocsException, Abort) as error:
        raise Failure(f"the site could not be built: {error}") from None
    except OSError as error:
        raise Failure(f"cannot serve at {options.address}: {error.strerror}; name another address with --address") from None
    return 0
