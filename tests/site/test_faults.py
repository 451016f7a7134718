"""Faults: however a build ends, the published folder is byte for byte the old site or the new one, and never away."""

import random
import resource
import shutil
import signal
import subprocess
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from clearinghouse.world.disk.whole_folders import rebuilt
from tests.site.test_build import ADDRESSES, beside, changed, files
from tests.support.examples import alone
from tests.support.running import ROOT, chm, command, surroundings

LOOKS, BUILDS = 10_000, 20
RECORD = "documents/yearly-report-2024.yml"


class Sites:
    """Two states of the same data, and the site of each: a build changes one into the other."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.site = folder, folder / "site"
        self.known: dict[str, dict[str, bytes]] = {}
        for name in ("first", "second"):
            alone("documents", folder / name)
            changed(folder / name / RECORD, "title: ", f"title: {name} ")
            began = time.monotonic()
            assert self.run(name, folder / f"site-of-{name}").wait() == 0
            self.seconds = time.monotonic() - began
            self.known[name] = files(folder / f"site-of-{name}")
        assert self.known["first"] != self.known["second"]
        shutil.copytree(folder / "site-of-first", self.site)

    def run(self, name: str, site: Path | None = None, **limits: int) -> "subprocess.Popen[str]":
        """Begins a build. limits: those of the system, as `RLIMIT_...`."""
        arguments = command("build", "--data", self.folder / name, "--as-of", "2026-03-10", "--site", site or self.site)

        def limited() -> None:
            for limit, value in limits.items():
                resource.setrlimit(getattr(resource, limit), (value, value))

        with (self.folder / "told.txt").open("w") as output:
            return subprocess.Popen(arguments, cwd=ROOT, env=surroundings(), stdout=output, stderr=output, text=True, preexec_fn=limited)

    def state(self) -> str:
        """Which of the two lies there, whole."""
        now = files(self.site)
        (name,) = [name for name, known in self.known.items() if known == now] or ["a mixture"]
        return name


@pytest.fixture
def sites(tmp_path: Path) -> Sites:
    """The first site lies there."""
    return Sites(tmp_path)


def kill_at(sites: Sites, moments: Iterator[tuple[str, float]]) -> list[str]:
    """Kills builds at moments (from the start, or from when all is written), and gives which site lay there after each."""
    states = [sites.state()]
    for since, seconds in moments:
        other = "second" if states[-1] == "first" else "first"
        written = sites.site.with_name(".site.new") / "nginx.conf"
        with sites.run(other) as build:
            while since == "written" and build.poll() is None and not written.exists():
                time.sleep(0.002)
            time.sleep(seconds)
            build.send_signal(signal.SIGKILL)
        now = sites.state()
        assert now in (states[-1], other), (since, seconds, now)
        states.append(now)
    assert sites.run("second").wait() == 0
    assert sites.state() == "second"
    assert beside(sites.site) == sorted(["first", "second", "site-of-first", "site-of-second", "told.txt", *locks()])
    return states


def locks() -> list[str]:
    """The locks of the other two builds."""
    return [".site-of-first.lock", ".site-of-second.lock"]


def moments(number: int, seconds: float) -> Iterator[tuple[str, float]]:
    """As many moments by chance, the same each time: half of them while the two sites are exchanged."""
    chance = random.Random(number)
    for place in range(number):
        yield ("written", chance.uniform(0, 0.4)) if place % 2 else ("start", chance.uniform(0, seconds))


@pytest.mark.long
def test_a_build_killed_at_any_moment_leaves_a_whole_site(sites: Sites) -> None:
    """And the next build clears up."""
    kill_at(sites, moments(4, sites.seconds))


@pytest.mark.long
def test_builds_killed_at_fifty_moments_leave_whole_sites(sites: Sites) -> None:
    """Some before, some after the exchange, or this would show little."""
    states = kill_at(sites, moments(50, sites.seconds))
    assert {"first", "second"} <= set(states)


@pytest.mark.long
def test_a_file_that_the_system_refuses_to_write_leaves_the_old_site(sites: Sites) -> None:
    """As on a full disk or over a quota: one line, exit status 2, and nothing is left beside it."""
    with sites.run("second", RLIMIT_FSIZE=20_000) as build:
        assert build.wait() == 2
    output = (sites.folder / "told.txt").read_text()
    assert "Traceback" not in output
    assert output.startswith("chm: ")
    assert sites.state() == "first"
    assert ".site.new" not in beside(sites.site)


@pytest.mark.long
def test_a_broken_record_leaves_the_old_site(sites: Sites) -> None:
    """Not a file of it is touched."""
    times = {path: path.stat().st_mtime_ns for path in sites.site.rglob("*")}
    changed(sites.folder / "second" / RECORD, "title:", "titel:")
    with sites.run("second") as build:
        assert build.wait() == 1
    assert sites.state() == "first"
    assert {path: path.stat().st_mtime_ns for path in sites.site.rglob("*")} == times


def looked_at(site: Path, stop: threading.Event, wrong: list[str]) -> int:
    """Reads the front page again and again until it is told to stop, at least so many times; gives how many."""
    looks = 0
    while not stop.is_set() or looks < LOOKS:
        looks += 1
        try:
            if not (site / "index.html").read_bytes().rstrip().endswith(b"</html>"):
                wrong.append("half")
        except OSError as error:
            wrong.append(str(error))
    return looks


@pytest.mark.long
def test_who_looks_all_the_time_never_misses_the_front_page(living_site: Path, tmp_path: Path) -> None:
    """10,000 times while a whole site is exchanged 20 times."""
    site, stop = tmp_path / "site", threading.Event()
    wrong: list[str] = []
    shutil.copytree(living_site, site)
    reader = threading.Thread(target=looked_at, args=(site, stop, wrong))
    reader.start()
    for _ in range(BUILDS):
        with rebuilt(site, ADDRESSES) as folder:
            shutil.copytree(living_site / "trainings", folder / "trainings")
            for name in ("index.html", ADDRESSES):
                shutil.copy(living_site / name, folder)
    stop.set()
    reader.join()
    assert wrong == []


@pytest.mark.long
def test_who_looks_during_twenty_builds_never_misses_the_front_page(sites: Sites) -> None:
    """Whole builds, one after the other."""
    stop, wrong = threading.Event(), list[str]()
    reader = threading.Thread(target=looked_at, args=(sites.site, stop, wrong))
    reader.start()
    for number in range(BUILDS):
        build = chm("build", "--data", sites.folder / ("first" if number % 2 else "second"), "--as-of", "2026-03-10", "--site", sites.site)
        assert build.returncode == 0, build.stderr
    stop.set()
    reader.join()
    assert wrong == []
