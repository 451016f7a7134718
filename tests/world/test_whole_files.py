"""Whole files: new files appear whole or not at all, and never in the place of another."""

import errno
import os
import shutil
from pathlib import Path

import pytest

from clearinghouse.world.disk.whole_files import LOCK, all_at_once, folder_for_files, passing_folder, write_new, write_over
from clearinghouse.world.failure import Failure


def test_new_files_appear_with_their_folders(tmp_path: Path) -> None:
    """And nothing beside them."""
    write_new({tmp_path / "a" / "x.yml": b"x", tmp_path / "a" / "y.yml": b"y"})
    assert {path.name: path.read_bytes() for path in (tmp_path / "a").iterdir()} == {"x.yml": b"x", "y.yml": b"y"}


NO_LINKS = (None, errno.EPERM, errno.ENOTSUP, errno.EINVAL, errno.ENOSYS)
"""What systems say whose disk has no links; None: it has."""


@pytest.mark.parametrize("refusal", NO_LINKS)
def test_new_files_appear_where_there_are_no_links(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, refusal: int | None) -> None:
    """On a stick, for example."""
    _without_links(monkeypatch, refusal)
    write_new({tmp_path / "x.yml": b"x"})
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"x.yml": b"x"}


@pytest.mark.parametrize("refusal", NO_LINKS)
def test_where_one_place_is_taken_none_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, refusal: int | None) -> None:
    """The file that is there stays as it is, also where the file system has no links."""
    _without_links(monkeypatch, refusal)
    (tmp_path / "b").write_bytes(b"mine")
    with pytest.raises(Failure, match="b is there already"):
        write_new({tmp_path / "a": b"a", tmp_path / "b": b"b", tmp_path / "c": b"c"})
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"b": b"mine"}


def _without_links(monkeypatch: pytest.MonkeyPatch, refusal: int | None) -> None:
    def refused(*_: object) -> None:
        raise OSError(refusal, "no links here")

    if refusal is not None:
        monkeypatch.setattr(os, "link", refused)


def test_who_breaks_off_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Not even the files that had their places already."""
    link, placed = os.link, list[Path]()

    def broken_off(beside: Path, path: Path) -> None:
        if placed:
            raise KeyboardInterrupt
        placed.append(path)
        link(beside, path)

    monkeypatch.setattr(os, "link", broken_off)
    with pytest.raises(KeyboardInterrupt):
        write_new({tmp_path / "a": b"a", tmp_path / "b": b"b"})
    assert list(tmp_path.iterdir()) == []


def test_what_cannot_be_written_is_told(tmp_path: Path) -> None:
    """In a line."""
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(Failure, match="cannot write"):
        write_new({tmp_path / "file" / "x": b"x"})


def test_files_are_written_over_and_keep_their_rights(tmp_path: Path) -> None:
    """And nothing stays beside them."""
    (tmp_path / "a").write_bytes(b"old")
    (tmp_path / "a").chmod(0o640)
    write_over({tmp_path / "a": b"new"})
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"a": b"new"}
    assert (tmp_path / "a").stat().st_mode & 0o777 == 0o640


def test_where_one_cannot_be_written_over_none_is(tmp_path: Path) -> None:
    """The others stay as they were."""
    (tmp_path / "a").write_bytes(b"old")
    with pytest.raises(Failure, match=r"cannot write .*gone"):
        write_over({tmp_path / "a": b"new", tmp_path / "gone" / "b": b"new"})
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"a": b"old"}


def test_a_folder_for_files_is_cleared_of_what_nobody_writes_any_more(tmp_path: Path) -> None:
    """Whose lock is free, or what is old and has none; names of other kinds stay, and so does what a link leads to."""
    others = {"a.zip", ".hidden", "x.new", ".all.new", ".all.0123456.new", "elsewhere", ".young.22222222.new"}
    for name in ("elsewhere", ".all.0123abcd.new"):
        (tmp_path / name).mkdir()
        (tmp_path / name / LOCK).touch()
    (tmp_path / ".b.zip.00000000.new").mkdir()
    for name in (*(others - {"elsewhere"}), ".c.zip.ffffffff.new", ".b.zip.00000000.new/half"):
        (tmp_path / name).write_bytes(b"x")
    (tmp_path / ".d.11111111.new").symlink_to(tmp_path / "elsewhere")
    for name in (".b.zip.00000000.new", ".c.zip.ffffffff.new", ".d.11111111.new"):
        os.utime(tmp_path / name, (0, 0), follow_symlinks=False)
    folder_for_files(tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == others
    assert (tmp_path / "elsewhere" / LOCK).exists()


def test_a_folder_that_passes_is_gone_at_the_end_or_when_the_folder_is_cleared(tmp_path: Path) -> None:
    """As of an export that was killed while it built an older site: its lock is free then; while it is held nobody clears it."""
    with passing_folder(tmp_path, "revision") as passing:
        (passing / "site").mkdir()
        folder_for_files(tmp_path)
        assert (passing / "site").is_dir()
        shutil.copytree(passing.parent, tmp_path / ".revision.00000000.new")
    assert [path.name for path in tmp_path.iterdir()] == [".revision.00000000.new"]
    folder_for_files(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_what_is_being_written_is_left_to_who_writes_it(tmp_path: Path) -> None:
    """Another one may begin meanwhile: neither finds what the other has, and both leave nothing behind."""
    with all_at_once(tmp_path) as new:
        (new / "a.zip").write_bytes(b"whole")
        folder_for_files(tmp_path)
        with all_at_once(tmp_path) as other:
            (other / "b.zip").write_bytes(b"whole")
    assert {path.name for path in tmp_path.iterdir()} == {"a.zip", "b.zip"}
