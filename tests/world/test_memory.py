"""What a build has made that takes long is there for the next, and nothing that is damaged is."""

from pathlib import Path

import pytest

from clearinghouse.world.disk.memory import memory_of, remembered

LEFT = {"one": b"1", "other": b"2"}


def leave(site: Path) -> Path:
    """The file in which a build has left something."""
    with remembered(site) as memory:
        memory |= LEFT
    return memory_of(site)


def left(site: Path) -> dict[str, bytes]:
    """What a build finds."""
    with remembered(site) as memory:
        return dict(memory)


def test_what_one_build_leaves_the_next_one_finds(tmp_path: Path) -> None:
    """Beside its site alone; and what it leaves out is gone."""
    assert left(tmp_path / "site") == {}
    leave(tmp_path / "site")
    assert left(tmp_path / "site") == LEFT
    assert left(tmp_path / "other") == {}
    with remembered(tmp_path / "site") as memory:
        del memory["one"]
    assert left(tmp_path / "site") == {"other": b"2"}


def test_a_build_that_fails_leaves_all_as_it_was(tmp_path: Path) -> None:
    """Whatever it had made."""
    before = leave(tmp_path / "site").read_bytes()
    with pytest.raises(ZeroDivisionError), remembered(tmp_path / "site") as memory:
        memory["new"] = b"3" * (1 // 0)
    assert memory_of(tmp_path / "site").read_bytes() == before


@pytest.mark.parametrize(
    "damage", [slice(0), slice(10), slice(-1), slice(1, None)], ids=("nothing", "its beginning", "no end", "no beginning")
)
def test_what_is_damaged_is_made_anew(tmp_path: Path, damage: slice) -> None:
    """It is no more than time."""
    path = leave(tmp_path / "site")
    path.write_bytes(path.read_bytes()[damage])
    assert left(tmp_path / "site") == {}
    leave(tmp_path / "site")
    assert left(tmp_path / "site") == LEFT


def test_any_changed_byte_is_damage(tmp_path: Path) -> None:
    """One of the sum, or one of what it is the sum of."""
    whole = (path := leave(tmp_path / "site")).read_bytes()
    for place in range(len(whole)):
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        assert left(tmp_path / "site") == {}


def test_a_memory_that_cannot_be_written_costs_no_site(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It is said, since the next build takes longer."""
    site = tmp_path / "site"
    memory_of(site).mkdir()
    leave(site)
    error = capsys.readouterr().err
    assert error.startswith(f"chm: cannot write {memory_of(site)}: ")
    assert error.endswith("; the next build takes longer\n")
