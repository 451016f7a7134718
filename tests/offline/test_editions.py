"""Editions: what `chm export` makes, and that it leaves nothing half made."""

import hashlib
import os
import re
import shutil
import signal
import subprocess
import time
import zipfile
from pathlib import Path
from typing import Any

import pytest

from clearinghouse.world.disk.whole_files import all_at_once
from clearinghouse.world.failure import Failure
from tests.support.patience import patient
from tests.support.running import ROOT, chm, command, surroundings, with_small_files

MEGABYTE = 1_000_000
LONGEST_PATH = 180
STATES = ["bn", "kh", "id", "la", "my", "mm", "ph", "sg", "th", "tl", "vn"]


def zips(dist: Path) -> dict[str, Path]:
    """The archives by name, without day."""
    return {re.sub(r"-\d{4}-\d\d-\d\d\.zip", "", path.name): path for path in dist.glob("*.zip")}


@pytest.mark.long
def test_there_is_the_whole_site_and_a_pack_for_each_state_none_too_large(true_dist: Path) -> None:
    """Sound, small, and with paths that Windows can hold."""
    archives = zips(true_dist)
    assert archives.keys() == {"clearing-house", *(f"clearing-house-{cc}" for cc in STATES)}
    for name, path in archives.items():
        with zipfile.ZipFile(path) as archive:
            assert archive.testzip() is None
            assert max(map(len, archive.namelist())) < LONGEST_PATH
            assert {"clearing-house/index.html", "clearing-house/README.txt", "clearing-house/copy.js"} <= set(archive.namelist())
            assert len(archive.namelist()) == len({member.casefold() for member in archive.namelist()})
        assert path.stat().st_size < (8 if name == "clearing-house" else 5) * MEGABYTE


@pytest.mark.long
def test_the_same_site_gives_the_same_bytes(living_site: Path, living_dist: Path, tmp_path: Path) -> None:
    """Wherever the site lies, whenever its files were written, with or without the ZIM file, which may be left out, and on one core."""
    moved = Path(shutil.copytree(living_site, tmp_path / "elsewhere", copy_function=shutil.copyfile))
    assert chm("export", "--site", moved, "--dist", tmp_path / "dist", "--without-zim", CHM_CORES="1").returncode == 0
    assert not list((tmp_path / "dist").glob("*.zim"))
    contents = {path.name: path.read_bytes() for path in living_dist.glob("*.zip")}
    assert {path.name: path.read_bytes() for path in (tmp_path / "dist").glob("*.zip")} == contents


@pytest.mark.long
def test_the_sums_are_those_of_the_files_and_the_readme_names_them(true_dist: Path) -> None:
    """As sha256sum writes them."""
    lines = [line.split("  ") for line in (true_dist / "SHA256SUMS").read_text("ascii").splitlines()]
    sums = {name: known for known, name in lines}
    assert sums == {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in true_dist.glob("clearing-house*")}
    readme = (true_dist / "README.txt").read_text("utf-8")
    assert all(name in readme for name in sums)


@pytest.mark.long
def test_the_page_that_offers_them_names_each_with_its_size_and_day(true_dist: Path) -> None:
    """It is the site's own page, with the editions put in."""
    page = (true_dist / "index.html").read_text("utf-8")
    for path in true_dist.glob("*.zip"):
        size = f"{path.stat().st_size / MEGABYTE:.1f} MB"
        assert re.search(rf'href="{re.escape(path.name)}">[^<]+</a></th><td class="ch-num">{size}</td>', page)
    assert '<time datetime="2026-11-21">21 November 2026</time>' in page
    assert "&lt;" not in page.partition("<!--editions-->")[2].partition("<!--/editions-->")[0]
    assert "none has been put beside it yet" not in page


def test_the_page_says_where_the_files_lie_while_there_are_none(true_site: Path) -> None:
    """A built site links to no file that may not be there."""
    page = (true_site / "offline" / "index.html").read_text("utf-8")
    assert "Downloads are on the live site" in page
    assert ".zip" not in page


@pytest.mark.long
def test_the_day_stands_in_one_file_that_every_page_reads(true_copy: Path) -> None:
    """So that no page changes for it."""
    assert '"made": "2026-11-21"' in (true_copy / "copy.js").read_text("utf-8")
    pages = list(true_copy.rglob("*.html"))
    assert len(pages) > 1000
    assert [
        page for page in pages if not re.search(r'<head>.*<script src="(?:\.\./)*copy\.js"></script>', page.read_text("utf-8"), re.DOTALL)
    ] == []


@pytest.mark.long
def test_a_pack_holds_what_concerns_its_state_and_nothing_of_others(pack: Path, true_site: Path) -> None:
    """By the lists of the state."""
    for collection in ("trainings", "workshops", "documents", "figures"):
        listed = (true_site / collection / "by" / "countries" / "vn" / "index.html").read_text("utf-8")
        ids = set(re.findall(r'<th scope="row"><a href="\.\./\.\./\.\./([^/"]+)/"', listed))
        assert ids, collection
        assert {path.name for path in (pack / collection).iterdir() if path.is_dir()} - {"by"} == ids
    for name in ("countries/vn", "legislation/vn", "coverage/vn", "about", "search"):
        assert (pack / name / "index.html").is_file(), name
    assert (pack / "agendas" / "countries" / "vn.ics").is_file()
    assert [path.name for path in (pack / "countries").iterdir()] == ["vn"]


def refused(*arguments: str | Path) -> str:
    """What an export says that cannot be done: one line."""
    result = chm("export", *arguments)
    assert result.returncode == 2
    assert result.stderr.count("\n") == 1, result.stderr
    return result.stderr


@pytest.mark.long
def test_without_a_site_it_says_what_to_run_first(tmp_path: Path) -> None:
    """One line, and no folder is made."""
    message = refused("--site", tmp_path / "none", "--dist", tmp_path / "dist")
    assert "there is no site" in message
    assert "python3 scripts/chm.py build" in message
    assert not (tmp_path / "dist").exists()


def test_a_folder_that_is_no_finished_site_is_refused(tmp_path: Path) -> None:
    """It has a front page, and nothing to search."""
    (tmp_path / "index.html").write_text("<!doctype html><title>Something else</title>")
    assert "cannot be taken along" in refused("--site", tmp_path, "--dist", tmp_path / "dist")


@pytest.mark.long
def test_a_place_that_cannot_be_written_is_named(true_site: Path, tmp_path: Path) -> None:
    """A file where a folder must be."""
    (tmp_path / "dist").write_text("")
    assert "--dist" in refused("--site", true_site, "--dist", tmp_path / "dist")


@pytest.mark.long
def test_a_disk_that_fills_up_leaves_what_was_there(true_site: Path, tmp_path: Path) -> None:
    """The system lets no file of the process grow beyond a megabyte, as a full disk would."""
    old = tmp_path / "clearing-house-2026-11-21.zip"
    old.write_bytes(b"the edition of this morning")

    result = subprocess.run(
        command("export", "--site", true_site, "--dist", tmp_path),
        cwd=ROOT, env=surroundings(), capture_output=True, text=True, preexec_fn=with_small_files(MEGABYTE), check=False,
    )  # fmt: skip
    assert result.returncode == 2
    assert re.fullmatch(r"chm: cannot write .*clearing-house-2026-11-21\.zip: .*; what was there stays as it was\n", result.stderr)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {old.name: b"the edition of this morning"}


def changed_nothing(dist: Path, *arguments: str | Path, **how: Any) -> str:
    """What an export says, in one line, that cannot be done; what lies in the folder stays as it was, to the letter."""
    before = {path.name: path.read_bytes() if path.is_file() else b"" for path in dist.iterdir()}
    result: subprocess.CompletedProcess[str] = subprocess.run(
        command("export", "--dist", dist, *arguments), cwd=ROOT, env=surroundings(), capture_output=True, text=True, check=False, **how
    )
    assert result.returncode == 2
    assert re.fullmatch(r"chm: .*\n", result.stderr), result.stderr
    assert {path.name: path.read_bytes() if path.is_file() else b"" for path in dist.iterdir()} == before
    return result.stderr


def test_a_folder_that_has_the_name_of_an_edition_is_left_as_it_is(tmp_path: Path) -> None:
    """And no other edition takes its place."""
    (tmp_path / "second.zip").mkdir()

    def three() -> None:
        with all_at_once(tmp_path) as beside:
            for name in ("first.zip", "second.zip", "third.zip"):
                (beside / name).write_text("new")

    with pytest.raises(Failure, match=r"second\.zip: a folder has its name; nothing was changed"):
        three()
    assert [path.name for path in tmp_path.iterdir()] == ["second.zip"]


def test_where_one_of_many_files_is_refused_the_others_are_as_they_were(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As on Windows, while somebody looks into the edition of this morning."""
    for name in ("first.zip", "second.zip"):
        (tmp_path / name).write_text("old")
    replace = Path.replace

    def refused(path: Path, to: Path) -> Path:
        if path.name == "third.zip":
            raise PermissionError(13, "Permission denied")
        return replace(path, to)

    def three() -> None:
        with all_at_once(tmp_path) as beside:
            for name in ("first.zip", "second.zip", "third.zip"):
                (beside / name).write_text("new")

    monkeypatch.setattr(Path, "replace", refused)
    with pytest.raises(Failure, match="Permission denied"):
        three()
    assert {path.name: path.read_text() for path in tmp_path.iterdir()} == {"first.zip": "old", "second.zip": "old"}


def children_of(export: "subprocess.Popen[str]") -> list[int]:
    """The processes that an export has begun."""
    rows = subprocess.run(["ps", "-axo", "pid=,ppid="], capture_output=True, text=True, check=True).stdout.splitlines()
    return [int(row.split()[0]) for row in rows if row.split()[1] == str(export.pid)]


def begun(dist: Path, what: str) -> None:
    """Waits until an export has begun to write a file."""
    until = time.monotonic() + patient(60)
    while not any(path.stat().st_size for path in dist.glob(f".*.new/.*.new/{what}")):
        assert time.monotonic() < until
        time.sleep(0.02)


@pytest.mark.long
def test_the_process_that_writes_the_zim_file_may_be_ended(living_site: Path, tmp_path: Path) -> None:
    """As the system does for want of memory: that is told, and nothing waits for ever."""
    with subprocess.Popen(
        command("export", "--site", living_site, "--dist", tmp_path), cwd=ROOT, env=surroundings(), stderr=subprocess.PIPE, text=True
    ) as export:
        begun(tmp_path, "*.zim*")
        (child,) = children_of(export)
        os.kill(child, signal.SIGKILL)
        assert export.stderr
        message = export.stderr.read()
    assert export.returncode == 2
    assert message == "chm: the process that writes the ZIM file was ended from outside, perhaps for want of memory\n"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.long
@pytest.mark.parametrize("inside", [True, False])
def test_the_site_and_its_editions_must_lie_apart(inside: bool, tmp_path: Path, living_site: Path) -> None:
    """Else the page that offers them would take the place of the front page, or the next copy would hold the last."""
    site = Path(shutil.copytree(living_site, tmp_path / "dist" / "site", copy_function=os.link))
    dist = site / "offline" if inside else tmp_path / "dist"
    assert "must lie apart" in changed_nothing(dist, "--site", site)


@pytest.mark.long
@pytest.mark.parametrize(
    ("gone", "put", "reason"),
    [
        ("offline/index.html", "", "it has no offline/index.html"),
        ("", "offline/clearing-house-2026-03-10.zip", "it offers editions already"),
    ],
)
def test_a_site_that_is_half_or_has_editions_in_it_is_refused(gone: str, put: str, reason: str, living_site: Path, tmp_path: Path) -> None:
    """And says to build it anew."""
    site = Path(shutil.copytree(living_site, tmp_path / "site", copy_function=os.link))
    if gone:
        (site / gone).unlink()
    if put:
        (site / put).write_bytes(b"")
    assert re.search(f"{reason}.*: build it .* again", refused("--site", site, "--dist", tmp_path / "dist"))


@pytest.mark.long
@pytest.mark.parametrize("what", ["*.zip", "*.zim*"])
def test_a_killed_export_leaves_no_file_under_its_name(what: str, living_site: Path, tmp_path: Path) -> None:
    """What it began, in either of its processes, lies under a name that nothing reads; the other ends as well."""
    with subprocess.Popen(command("export", "--site", living_site, "--dist", tmp_path), cwd=ROOT, env=surroundings(), text=True) as export:
        begun(tmp_path, what)
        children = children_of(export)
        export.send_signal(signal.SIGKILL)
    assert [path.name for path in tmp_path.iterdir() if not path.name.startswith(".")] == []
    assert what == "*.zip" or len(children) == 1
    wait_for_the_end_of(children)


def is_there(process: int) -> bool:
    """Whether a process runs: one that has ended, and waits for somebody to ask how, does not."""
    state = subprocess.run(["ps", "-o", "stat=", "-p", str(process)], capture_output=True, text=True, check=False).stdout.strip()
    return bool(state) and not state.startswith("Z")


def wait_for_the_end_of(processes: list[int]) -> None:
    """They end by themselves, soon after the one that began them."""
    until = time.monotonic() + patient(20)
    while any(is_there(process) for process in processes):
        assert time.monotonic() < until
        time.sleep(0.02)


@pytest.mark.long
def test_an_export_killed_at_any_moment_leaves_all_editions_or_none(living_site: Path, living_dist: Path, tmp_path: Path) -> None:
    """Twenty moments, from its first to its last."""
    began = time.monotonic()
    assert chm("export", "--site", living_site, "--dist", tmp_path / "whole").returncode == 0
    lasts = time.monotonic() - began
    names = {path.name for path in living_dist.iterdir()}
    for moment in range(20):
        dist = tmp_path / str(moment)
        with subprocess.Popen(command("export", "--site", living_site, "--dist", dist), cwd=ROOT, env=surroundings()) as export:
            time.sleep(lasts * (moment + 0.5) / 20)
            export.send_signal(signal.SIGKILL)
        left = {path.name for path in dist.iterdir() if not path.name.startswith(".")} if dist.exists() else set()
        assert left in (set(), names), left


@pytest.mark.long
def test_an_export_clears_what_a_killed_one_left(living_site: Path, living_dist: Path, tmp_path: Path) -> None:
    """At once, as soon as none of its processes is left."""
    with subprocess.Popen(command("export", "--site", living_site, "--dist", tmp_path), cwd=ROOT, env=surroundings(), text=True) as export:
        begun(tmp_path, "*.zim*")
        children = children_of(export)
        export.send_signal(signal.SIGKILL)
    assert any(path.name.startswith(".all.") for path in tmp_path.iterdir())
    wait_for_the_end_of(children)
    result = chm("export", "--site", living_site, "--dist", tmp_path)
    assert result.returncode == 0, result.stderr
    assert {path.name for path in tmp_path.iterdir()} == {path.name for path in living_dist.iterdir()}


@pytest.mark.long
def test_what_is_published_is_offered_by_the_site_and_counted_in_its_sums(true_site: Path, tmp_path: Path) -> None:
    """The site's own page then leads to files beside it; a copy of that site would offer what it does not hold, so there is none."""
    site, dist = Path(shutil.copytree(true_site, tmp_path / "site")), tmp_path / "dist"
    (tmp_path / "site.sha256").touch()
    dist.mkdir()
    with zipfile.ZipFile(dist / "clearing-house-2020-01-01.zip", "w") as unlike:
        unlike.writestr("clearing-house/index.html", "nothing in common")
    result = chm("export", "--site", site, "--dist", dist, "--updates", "--publish")
    assert result.returncode == 0, result.stderr
    assert "hardly larger: clearing-house-2026-11-21-since-2020-01-01.zip" in result.stdout
    names = {path.name for path in dist.iterdir()} - {"clearing-house-2020-01-01.zip"}
    assert {path.name for path in (site / "offline").iterdir()} == names | {"copy.json", "keep"}
    assert all((site / "offline" / name).read_bytes() == (dist / name).read_bytes() for name in names)
    page = (site / "offline" / "index.html").read_text("utf-8")
    assert {name for name in names if f'href="{name}"' in page} == names - {"index.html"}
    sums = (tmp_path / "site.sha256").read_text("utf-8").splitlines()
    assert {line[66:] for line in sums} == {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    again = chm("export", "--site", site, "--dist", dist)
    assert (again.returncode, "it offers editions already" in again.stderr) == (2, True)
