"""Parts of a work, in as many processes as there are cores."""

import os
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

import pytest

from clearinghouse.world.processes import CORES, Work, cores
from tests.support.running import ROOT


@pytest.mark.parametrize("count", [1, 2])
def test_results_come_in_the_order_of_the_parts(count: int) -> None:
    """Whoever made them."""
    work = Work([partial(pow, number, 2) for number in range(20)], count)
    assert list(work) == [number * number for number in range(20)]
    work.end()


def test_others_do_the_work_where_there_is_no_thread() -> None:
    """In a program of its own, since tests have threads."""
    program = (
        "import os; from clearinghouse.world.processes import Work; work = Work([os.getpid] * 9, 2); print(os.getpid() in work); work.end()"
    )
    run = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    assert (run.stdout, run.stderr) == ("False\n", "")


def test_results_that_were_given_are_not_kept() -> None:
    """Those of all files of a site would be too large together."""
    program = """
import weakref
from clearinghouse.world.processes import side_by_side

class Result:
    pass

given, most = [], 0
for result in side_by_side([Result] * 9):
    given.append(weakref.ref(result))
    most = max(most, sum(known() is not None for known in given))
print(most)
"""
    run = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    assert (run.stdout, run.stderr) == ("1\n", "")


def test_a_process_that_is_ended_from_outside_is_told() -> None:
    """As a system does that has no memory left."""
    program = """
import os, signal
from clearinghouse.world.failure import Failure
from clearinghouse.world.processes import Work

work = Work([lambda: os.kill(os.getpid(), signal.SIGKILL)], 2)
try:
    list(work)
except Failure as failure:
    print(failure)
work.end()
"""
    run = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    assert (run.stdout, run.stderr) == ("a process that worked for this one was ended from outside, perhaps for want of memory\n", "")


@pytest.mark.parametrize("count", [1, 2])
def test_what_a_part_raises_reaches_who_asks(count: int) -> None:
    """With its own words."""
    work = Work([lambda: int("no number")], count)
    with pytest.raises(ValueError, match="no number"):
        list(work)
    work.end()


def test_what_is_not_begun_is_left_out_when_work_ends(tmp_path: Path) -> None:
    """An interrupted build does not go on writing."""

    def part(number: int) -> None:
        time.sleep(0.02)
        (tmp_path / str(number)).touch()

    work = Work([partial(part, number) for number in range(50)], 2)
    work.end()
    count = len(list(tmp_path.iterdir()))
    assert count < 50
    time.sleep(0.1)
    assert len(list(tmp_path.iterdir())) == count


def test_the_environment_says_how_many_processes_work(monkeypatch: pytest.MonkeyPatch) -> None:
    """For a machine that has something else to do as well; what is no number counts as nothing."""
    monkeypatch.setenv(CORES, "3")
    assert cores() == 3
    monkeypatch.setenv(CORES, "all")
    assert cores() == len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
