"""Whole folders: the new folder is there at once or not at all."""

import errno
import os
import sys
import threading
from pathlib import Path

import pytest

from clearinghouse.world.disk.whole_folders import rebuilt
from clearinghouse.world.failure import Failure

MARK = "mark.txt"


def build(site: Path, text: str, then_fails: bool = False) -> None:
    """Builds a site that is one file."""
    with rebuilt(site, MARK) as folder:
        (folder / MARK).write_text(text)
        if then_fails:
            raise ZeroDivisionError


def leftovers(site: Path) -> list[str]:
    """What lies beside the site, but for the lock that stays."""
    return [path.name for path in site.parent.iterdir() if path.name not in (site.name, f".{site.name}.lock")]


def test_a_folder_is_built_and_built_anew(tmp_path: Path) -> None:
    """Also where its parents are still to be made; nothing of the old one is left."""
    site = tmp_path / "some" / "where" / "site"
    build(site, "old")
    (site / "old-page.html").touch()
    build(site, "new")
    assert [(path.name, path.read_text()) for path in site.iterdir()] == [(MARK, "new")]
    assert leftovers(site) == []


def test_a_build_that_fails_leaves_all_as_it_was(tmp_path: Path) -> None:
    """Whatever it was that failed."""
    site = tmp_path / "site"
    for before in ([], ["site"]):
        with pytest.raises(ZeroDivisionError):
            build(site, "half", then_fails=True)
        assert sorted(path.name for path in tmp_path.iterdir() if path.name != ".site.lock") == before
        build(site, "old")
    assert (site / MARK).read_text() == "old"


def test_what_a_killed_build_left_behind_is_cleared_up(tmp_path: Path) -> None:
    """What it made is thrown away, what it put aside comes back."""
    site = tmp_path / "site"
    for name, text in (".site.new", "half"), (".site.old", "old"):
        (tmp_path / name).mkdir()
        (tmp_path / name / MARK).write_text(text)
    with pytest.raises(ZeroDivisionError):
        build(site, "half", then_fails=True)
    assert (site / MARK).read_text() == "old"
    assert leftovers(site) == []


def test_nobody_ever_finds_the_site_missing_or_half(tmp_path: Path) -> None:
    """Not even who looks all the time. Where the system cannot exchange two folders there is a moment without a site."""
    site, stop, wrong = tmp_path / "site", threading.Event(), []
    build(site, "0")

    def look() -> None:
        while not stop.is_set():
            try:
                if not (site / MARK).read_text():
                    wrong.append("half")
            except OSError as error:
                wrong.append(str(error))

    reader = threading.Thread(target=look)
    reader.start()
    for number in range(100):
        build(site, str(number))
    stop.set()
    reader.join()
    assert wrong == [] or sys.platform == "win32"
    assert (site / MARK).read_text() == "99"


def test_a_system_that_cannot_exchange_folders_renames_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Windows, and file systems of old."""
    site = tmp_path / "site"
    build(site, "old")
    monkeypatch.setattr(sys, "platform", "another")
    build(site, "new")
    assert (site / MARK).read_text() == "new"
    assert leftovers(site) == []


@pytest.mark.parametrize("is_back", [True, False], ids=["comes back", "comes back with the next build"])
def test_where_the_new_one_cannot_take_its_place_the_old_one_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, is_back: bool) -> None:
    """As on Windows while somebody looks into the new folder."""
    site, rename = tmp_path / "site", Path.rename
    build(site, "old")

    def refused(path: Path, to: Path) -> Path:
        if path.name == ".site.new" or not (is_back or to.name != "site"):
            raise PermissionError(13, "Permission denied")
        return rename(path, to)

    with monkeypatch.context() as patched:
        patched.setattr(sys, "platform", "another")
        patched.setattr(Path, "rename", refused)
        with pytest.raises(Failure, match=r"cannot write .*site: Permission denied"):
            build(site, "new")
    assert site.exists() == is_back
    with pytest.raises(ZeroDivisionError):
        build(site, "half", then_fails=True)
    assert (site / MARK).read_text() == "old"
    assert leftovers(site) == []


def test_a_second_build_at_the_same_time_is_refused(tmp_path: Path) -> None:
    """And may come again when the first has ended."""
    site = tmp_path / "site"
    with rebuilt(site, MARK) as folder:
        with pytest.raises(Failure, match=r"another build of .*site is under way: wait until it has ended"):
            build(site, "second")
        (folder / MARK).write_text("first")
    assert (site / MARK).read_text() == "first"
    build(site, "second")
    assert (site / MARK).read_text() == "second"


def test_another_folder_is_never_replaced(tmp_path: Path) -> None:
    """`--site .` would cost somebody a repository."""
    mine = tmp_path / "mine"
    mine.mkdir()
    build(mine, "an empty one may be taken")
    (mine / MARK).rename(mine / "thesis.txt")
    with pytest.raises(Failure, match="mine holds something else than a site: name a new or an empty folder with --site"):
        build(mine, "new")
    assert [path.name for path in mine.iterdir()] == ["thesis.txt"]
    assert leftovers(mine) == []


@pytest.mark.parametrize("place", ["file.txt", "file.txt/site", "file.txt/deep/site", "x" * 300])
def test_a_place_that_cannot_be_written_is_told_in_one_line(tmp_path: Path, place: str) -> None:
    """With what to do."""
    (tmp_path / "file.txt").write_text("kept")
    with pytest.raises(Failure, match=r"^[^\n]* --site$"):
        build(tmp_path / place, "new")
    assert (tmp_path / "file.txt").read_text() == "kept"


def test_the_root_of_the_disk_is_no_site() -> None:
    """It has no name to build beside."""
    with pytest.raises(Failure, match="--site"):
        build(Path("/"), "new")


def test_a_full_disk_is_told(tmp_path: Path) -> None:
    """The old site stays."""
    site = tmp_path / "site"
    build(site, "old")
    with pytest.raises(Failure, match=r"the disk is full: .* stays as it was"), rebuilt(site, MARK):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    assert (site / MARK).read_text() == "old"


def test_what_a_link_leads_to_is_replaced_and_the_link_stays(tmp_path: Path) -> None:
    """Some keep their site on another disk."""
    elsewhere = tmp_path / "disk" / "site"
    build(elsewhere, "old")
    link = tmp_path / "site"
    link.symlink_to(elsewhere)
    build(link, "new")
    assert link.is_symlink()
    assert (elsewhere / MARK).read_text() == "new"
    assert leftovers(elsewhere) == []
