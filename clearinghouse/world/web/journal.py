"""The journal: the looks of a run of links, written down one by one, so that whatever ends it loses nothing."""

import contextlib
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

from clearinghouse.problems.problem import Problem
from clearinghouse.reading.files.link_reports import look_line, run_head, run_of
from clearinghouse.records.link_report import Look
from clearinghouse.world.disk.data_folder import path_name
from clearinghouse.world.failure import Failure


def interrupted_run(journal: Path) -> tuple[date, list[Look]] | list[Problem] | None:
    """The day and the looks of a run that was interrupted, what is wrong with its journal, or None where there is none."""
    try:
        content = journal.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise Failure(f"cannot read {journal}: {error.strerror}") from None
    if b"\n" not in content:  # it was ended before its first line was
        return None
    return run_of(path_name(journal), content)


@contextlib.contextmanager
def journal_of(journal: Path, on: date) -> Iterator[Callable[[Look], object]]:
    """Writes each look as soon as it is known, so that nothing is lost whatever happens."""
    try:
        whole = journal.read_bytes() if journal.exists() else b""
        if not whole.endswith(b"\n"):  # what was cut off would spoil the line after it
            journal.write_bytes(whole[: whole.rfind(b"\n") + 1] or run_head(on).encode())
        with journal.open("ab", buffering=0) as file:
            yield lambda look: file.write(look_line(look).encode())
    except OSError as error:
        raise Failure(f"cannot write {journal}: {error.strerror}") from None
