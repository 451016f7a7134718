"""Updates: a small file turns an older copy into a newer one, byte for byte, with plain Python or by hand."""

import filecmp
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.conftest import made_once
from tests.offline.conftest import unzipped
from tests.support.running import ROOT, chm

pytestmark = pytest.mark.long

ADDED = """\
title: Cargo inspection at the port of Da Nang
summary: Customs officers practised to find wildlife in containers.
kind: training
status: announced
starts: 2031-10-06
ends: 2031-10-10
place: Da Nang
host: VN
countries: [VN]
organisers: [Viet Nam Customs]
audience: [customs]
topics: [investigation]
serves: [poa-2016-2020/4.1.2]
sources: [{url: "https://example.org/1", publisher: Customs, kind: news, accessed: 2026-11-21}]
confidence: medium
published: 2026-11-22
"""
NAME = "clearing-house-2026-11-22-since-2026-11-21.zip"
MEGABYTE = 1_000_000
MOST_PAGES = 30


@pytest.fixture(scope="session")
def newer_dist(tmp_path_factory: pytest.TempPathFactory, true_dist: Path) -> Path:
    """The editions of the next day, when one training was added; those of the day before lie beside them."""

    def make(dist: Path) -> None:
        beside = dist.with_name("newer")
        data, site, editions = beside / "data", beside / "site", beside / "dist"
        shutil.copytree(ROOT / "data", data)
        shutil.copytree(true_dist, editions)
        (data / "trainings" / "vn-2031-10-cargo-da-nang.yml").write_text(ADDED, encoding="utf-8")
        for arguments in (
            ("build", "--data", data, "--site", site, "--as-of", "2026-11-22"),
            ("export", "--site", site, "--dist", editions, "--since", "2026-11-21", "--updates"),
        ):
            result = chm(*arguments)
            assert result.returncode == 0, result.stderr
        editions.rename(dist)

    return made_once(tmp_path_factory, "newer-dist", make)


@pytest.fixture
def update(newer_dist: Path, tmp_path: Path) -> Path:
    """The update, unzipped."""
    with zipfile.ZipFile(newer_dist / NAME) as archive:
        archive.extractall(tmp_path / "update")
    return tmp_path / "update"


@pytest.fixture(scope="module")
def newer_copy(newer_dist: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The copy of the next day."""
    return unzipped(newer_dist, "", "2026-11-22", tmp_path_factory.mktemp("newer-copy"))


def updated(update: Path, copy: Path) -> subprocess.CompletedProcess[str]:
    """Runs the script as people would, with nothing of ours to be found."""
    command = [sys.executable, "-I", "-S", str(update / "update.py"), str(copy)]
    return subprocess.run(command, cwd=copy.parent, env={"PATH": os.defpath}, capture_output=True, text=True, check=False)


def files(folder: Path) -> list[str]:
    """All files and folders in a folder."""
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))


def same(one: Path, other: Path) -> bool:
    """Whether two folders hold the same files, byte for byte."""
    names = files(one)
    plain = [name for name in names if (one / name).is_file()]
    return names == files(other) and filecmp.cmpfiles(one, other, plain, shallow=False)[0] == plain


def test_the_script_turns_the_older_copy_into_the_newer_one(update: Path, own_copy: Path, newer_copy: Path) -> None:
    """Byte for byte, and says what it did; a second time it has nothing to complain of."""
    assert not same(own_copy, newer_copy)
    result = updated(update, own_copy)
    assert result.returncode == 0, result.stderr
    assert "is up to date" in result.stdout
    assert same(own_copy, newer_copy)
    assert updated(update, own_copy).returncode == 0


def test_the_same_is_done_by_hand(update: Path, own_copy: Path, newer_copy: Path) -> None:
    """As UPDATE.txt says: copy what lies in `files`, remove what `removed.txt` lists. Empty folders do no harm."""
    assert "removed.txt lists" in (update / "UPDATE.txt").read_text("utf-8")
    shutil.copytree(update / "files", own_copy, dirs_exist_ok=True)
    for name in (update / "removed.txt").read_text("utf-8").splitlines():
        (own_copy / name).unlink()
    plain = [name for name in files(newer_copy) if (newer_copy / name).is_file()]
    assert [name for name in files(own_copy) if (own_copy / name).is_file()] == plain
    assert filecmp.cmpfiles(own_copy, newer_copy, plain, shallow=False)[0] == plain


def test_one_added_training_makes_a_small_update(newer_dist: Path, update: Path) -> None:
    """Under a megabyte, and at most thirty pages besides what is searched, though it is of a month and a year that are new."""
    assert (newer_dist / NAME).stat().st_size < MEGABYTE
    changed = [name for name in files(update / "files") if name.endswith(".html")]
    assert "trainings/vn-2031-10-cargo-da-nang/index.html" in changed
    assert len(changed) <= MOST_PAGES, changed


def test_the_page_offers_the_update(newer_dist: Path) -> None:
    """Beside the editions of its day."""
    page = (newer_dist / "index.html").read_text("utf-8")
    assert f'<a href="{NAME}">From 2026-11-21</a>' in page
    assert "clearing-house-2026-11-21.zip" not in page


def test_a_copy_that_is_not_the_right_one_is_left_as_it_is(update: Path, own_copy: Path) -> None:
    """The script says so before it changes anything."""
    (own_copy / "about" / "index.html").write_text("changed by hand", encoding="utf-8")
    before = {name: (own_copy / name).stat().st_mtime_ns for name in files(own_copy)}
    result = updated(update, own_copy)
    assert (result.returncode, result.stdout) == (1, "")
    assert "not the one that the update was made for, or it was edited (about/index.html differs)" in result.stderr
    assert {name: (own_copy / name).stat().st_mtime_ns for name in files(own_copy)} == before


def test_a_folder_that_is_no_copy_and_a_damaged_update_are_told(update: Path, own_copy: Path, tmp_path: Path) -> None:
    """In a line each."""
    assert "is no copy" in updated(update, tmp_path).stderr
    (update / "files" / "copy.js").write_text("", encoding="utf-8")
    assert "this update is damaged (copy.js)" in updated(update, own_copy).stderr


def test_an_update_that_names_a_file_elsewhere_touches_nothing(update: Path, own_copy: Path) -> None:
    """Whoever made it."""
    outside = own_copy.parent / "mine.txt"
    outside.write_text("mine", encoding="utf-8")
    (update / "removed.txt").write_text("../mine.txt\n", encoding="utf-8")
    result = updated(update, own_copy)
    assert result.returncode == 1
    assert "'../mine.txt' is no name of a file in a copy" in result.stderr
    assert outside.read_text("utf-8") == "mine"


@pytest.mark.parametrize(
    ("since", "message"),
    [
        ("2020-01-01", "holds no edition of 2020-01-01 or before (2026-11-21)"),
        ("no-such-revision", "git knows no revision no-such-revision"),
        ("--help", ""),
    ],
)
def test_an_older_copy_that_is_not_known_is_told(since: str, message: str, true_site: Path, true_dist: Path, tmp_path: Path) -> None:
    """And nothing is made."""
    dist = Path(shutil.copytree(true_dist, tmp_path / "dist"))
    before = {path.name: path.stat().st_mtime_ns for path in dist.iterdir()}
    answer = chm("export", "--site", true_site, "--dist", dist, f"--since={since}")
    assert answer.returncode == 2
    assert answer.stderr.count("\n") == 1
    assert message in answer.stderr
    assert {path.name: path.stat().st_mtime_ns for path in dist.iterdir()} == before


@pytest.mark.long
def test_an_update_since_a_revision_leads_to_the_newer_copy(true_site: Path, true_copy: Path, tmp_path: Path) -> None:
    """The site is built as it was then, by the code of then; whatever copy that gave, the update leads on from it."""
    result = chm("export", "--site", true_site, "--dist", tmp_path / "dist", "--since", "HEAD")
    assert result.returncode == 0, result.stderr
    (path,) = (tmp_path / "dist").glob("*-since-*.zip")
    with zipfile.ZipFile(path) as archive:
        archive.extractall(tmp_path / "update")
        changed = [name.removeprefix("files/") for name in archive.namelist() if name.startswith("files/")]
    older = Path(shutil.copytree(true_copy, tmp_path / "older"))
    for name in changed:
        if name != "copy.js":
            (older / name).unlink()
    assert updated(tmp_path / "update", older).returncode == 0
    assert same(older, true_copy)
