"""chm serve: who writes sees every change at once, and never loses the last good site to a slip."""

import os
import re
import signal
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from lxml import html as lxml_html

from clearinghouse.publications.html.policy import barred
from clearinghouse.world.disk.alone import alone as only_one
from clearinghouse.world.disk.scratch import LOCK
from tests.support.examples import alone
from tests.support.patience import patient
from tests.support.receiving.ports import free_port
from tests.support.running import ROOT, chm, chm_here, command, surroundings

LONGEST = patient(120)  # the other workers build sites and drive browsers at the same time
RECORD = "trainings/th-2026-03-crime-scene"
LEFT, IN_USE = "chm-serve-left", "chm-serve-in-use"


class Served:
    """A `chm serve` of a copy of the living trainings, with all that it says."""

    def __init__(self, folder: Path) -> None:
        self.data, self.output, self.temporary = folder / "data", folder / "output.txt", folder / "temporary"
        alone("trainings", self.data)
        for name in (LEFT, IN_USE):  # by one that was killed, and by one that runs
            (self.temporary / name).mkdir(parents=True)
            (self.temporary / name / LOCK).touch()
            os.utime(self.temporary / name, (0, 0))
        self.address = f"127.0.0.1:{free_port()}"
        arguments = command("serve", "--data", self.data, "--as-of", "2026-03-10", "--address", self.address)
        with self.output.open("w") as words:
            around = surroundings(TMPDIR=str(self.temporary))
            self.process = subprocess.Popen(arguments, cwd=ROOT, env=around, stdout=words, stderr=words)

    def says(self, pattern: str) -> str:
        """Waits until it has said so, and gives what it said."""
        until = time.monotonic() + LONGEST
        while not (match := re.search(pattern, self.output.read_text())):
            is_waiting = time.monotonic() < until and self.process.poll() is None
            assert is_waiting, f"it never said {pattern}, but: {self.output.read_text()}"
            time.sleep(0.05)
        return match[0]

    def page(self, address: str, holds: str = "") -> str:
        """A page, as soon as it holds these words."""
        until = time.monotonic() + LONGEST
        while True:
            with urllib.request.urlopen(f"{self.url}{address}", timeout=LONGEST) as answer:
                text: str = answer.read().decode()
            if holds in text:
                return text
            assert time.monotonic() < until, f"{address} never held {holds}: {self.output.read_text()}"
            time.sleep(0.05)

    @property
    def url(self) -> str:
        """Where it serves, as it says itself."""
        return self.says(r"http://\S+/")

    def change(self, old: str, new: str) -> None:
        """Changes the record."""
        path = self.data / f"{RECORD}.yml"
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new), "utf-8")


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    """A server, ended when the test has not; it leaves nothing behind, and takes away what one has left that was killed."""
    one = Served(tmp_path)
    with only_one(one.temporary / IN_USE / LOCK, "server"):
        yield one
        one.process.terminate()
        assert one.process.wait(LONGEST) == 0
        assert [path.name for path in one.temporary.iterdir() if path.name.startswith("chm-serve-")] == [IN_USE]


@pytest.mark.long
def test_the_site_follows_whoever_writes(served: Served) -> None:
    """A change is seen, a broken record is told while the last good site stays, and Ctrl-C ends it all without a word."""
    assert urlsplit(served.url).netloc == served.address
    assert "CITES and Wildlife Enforcement" in served.page("")
    title = re.search(r"<h1>(.*?) <", served.page(f"{RECORD}/"))
    assert title
    served.change(f"title: {title[1]}", "title: Another title altogether")
    served.page(f"{RECORD}/", "Another title altogether")
    served.page("trainings/", "Another title altogether")
    served.page("trainings/by/years/2026/", "Another title altogether")
    assert served.output.read_text().count("built ") == 1  # pages are there long before the whole site
    served.page(f"api/v1/{RECORD}.json", "Another title altogether")
    served.says("(?s)built .*built ")

    served.change("status: ", "status: wrong-")
    assert "TERM-001" in served.says(rf"{RECORD}\.yml:\d+:\d+: error TERM-001")
    assert "Another title altogether" in served.page(f"{RECORD}/")

    served.change("status: wrong-", "status: ")
    served.change("Another title altogether", "Mended again")
    served.page(f"{RECORD}/", "Mended again")

    with pytest.raises(urllib.error.HTTPError, match="404"):
        served.page("nowhere/")
    served.process.send_signal(signal.SIGINT)
    assert served.process.wait(LONGEST) == 0
    assert "Traceback" not in served.output.read_text()


@pytest.mark.long
def test_a_port_that_is_taken_is_told(served: Served) -> None:
    """In one line, with what to do."""
    served.says("until Ctrl-C")
    result = chm("serve", "--data", "tests/living", "--as-of", "2026-03-10", "--address", served.address)
    assert result.returncode == 2
    assert result.stderr == f"chm: cannot serve at {served.address}: Address already in use; name another address with --address\n"


def test_records_with_problems_are_told_before_anything_is_served(tmp_path: Path) -> None:
    """As by `chm build`, with its exit status."""
    (tmp_path / "trainings").mkdir()
    (tmp_path / "trainings/x.yml").write_text("title: alone")
    result = chm_here("serve", "--data", tmp_path)
    assert result.returncode == 1
    assert "trainings/x.yml" in result.stderr


@pytest.mark.parametrize(
    ("option", "words"), [(("--address", "8000"), "write HOST:PORT"), (("--data", "nowhere"), "there is no data folder nowhere")]
)
def test_a_wrong_call_is_told(option: tuple[str, str], words: str) -> None:
    """In one line of its own."""
    result = chm_here("serve", *option)
    assert result.returncode == 2
    assert words in result.stderr.splitlines()[-1]


def test_the_script_that_waits_for_changes_may_run(served: Served) -> None:
    """By the page's own policy, which allows nothing else that it did not allow before."""
    page = served.page(f"{RECORD}/")
    assert page.count("livereload(") == 1
    assert barred(lxml_html.document_fromstring(page.encode())) == []
    assert page.count("sha256-") == 3
