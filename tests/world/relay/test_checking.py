"""Several processes that check say what one says; one that is killed costs its sender an answer, and the service nothing."""

import multiprocessing
import os
import signal
import subprocess
import time
from pathlib import Path

import pytest

from clearinghouse.world.failure import Failure
from clearinghouse.world.relay.checking import check_with, checking
from clearinghouse.world.relay.records import Records
from tests.support.patience import patient
from tests.support.plain import LIVING_DATA
from tests.support.receiving.relaying import message, text_of
from tests.support.running import ROOT, command, surroundings

DAY = "2026-11-27"


def test_several_processes_say_what_one_says() -> None:
    """Of what is sound, and of what is not; after their end others are there."""
    texts = [text_of(), text_of(1, data={**message().data, "starts": "2027-02-30"}), "Dear editors"]
    alone = check_with(Records(LIVING_DATA, time.monotonic))
    with checking(LIVING_DATA, 2) as check:
        assert [check(text, DAY) for text in texts] == [alone(text, DAY) for text in texts]
        for process in multiprocessing.active_children():
            process.kill()
        with pytest.raises(Failure, match="ended from outside"):
            check(texts[0], DAY)
        assert check(texts[0], DAY) == alone(texts[0], DAY)
    assert not multiprocessing.active_children()


def test_without_records_it_does_not_begin(tmp_path: Path) -> None:
    """Whether one process checks, or several do."""
    for count in (1, 2):
        with pytest.raises(Failure, match="no data folder"), checking(tmp_path / "none", count):
            pass


@pytest.mark.long
@pytest.mark.skipif(os.name == "nt", reason="Windows has no call to end")
@pytest.mark.parametrize("call", [signal.SIGTERM, signal.SIGKILL])
def test_none_is_left_when_the_service_ends(tmp_path: Path, call: signal.Signals) -> None:
    """Whether it was asked to end or killed; where it was asked, it says nothing."""
    asked = command("relay", "--data", LIVING_DATA, "--processes", "2", "--address", "127.0.0.1:0", "--proposals", tmp_path / "proposals")
    pipe = subprocess.PIPE
    with subprocess.Popen(asked, cwd=ROOT, env=surroundings(), stdout=pipe, stderr=pipe, text=True) as service:
        assert service.stdout
        assert service.stderr
        assert service.stdout.readline().startswith("taking messages")
        service.send_signal(call)
        # The pipes end when the last process that holds them does.
        _, said = service.communicate(timeout=patient(30))
    assert call == signal.SIGKILL or (service.returncode, said) == (0, "")
