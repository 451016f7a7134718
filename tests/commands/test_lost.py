"""chm lost: no address that was published disappears unnoticed."""

import shutil
from pathlib import Path

import pytest

from clearinghouse.world.failure import Failure
from clearinghouse.world.web.live_site import live_addresses
from tests.support.running import LIVING, ROOT, chm, chm_here
from tests.support.serving import served


@pytest.fixture
def less(tmp_path: Path) -> Path:
    """The living site after somebody deleted a record, and renamed another without a word."""
    shutil.copytree(ROOT / "tests/living", tmp_path / "data")
    (tmp_path / "data/updates/2026-01-12-first-records.yml").unlink()
    (tmp_path / "data/trainings/sg-2026-03-online-markets.yml").rename(tmp_path / "data/trainings/sg-2026-03-markets.yml")
    build = chm("build", "--data", tmp_path / "data", *LIVING[2:], "--site", tmp_path / "site")
    assert build.returncode == 0, build.stderr
    return tmp_path / "site"


@pytest.mark.long
def test_what_would_be_lost_is_told(living_site: Path, less: Path) -> None:
    """From a server as well as from a folder; exit status 1."""
    with served(living_site) as url:
        for live in (url, url.removesuffix("/"), str(living_site)):
            result = chm_here("lost", "--live", live, "--site", less)
            *addresses, words = result.stdout.splitlines()
            assert result.returncode == 1
            assert "/updates/2026-01-12-first-records/" in addresses
            assert "/trainings/sg-2026-03-online-markets/" in addresses
            assert words.startswith(f"{len(addresses)} addresses would be lost: bring the records back")


def test_nothing_is_lost(living_site: Path, tmp_path: Path) -> None:
    """What follows from the records of a day may come and go."""
    shutil.copytree(living_site, tmp_path / "live")
    with (tmp_path / "live/addresses.txt").open("a") as addresses:
        addresses.write("/trainings/page/9/\n/trainings/by/topics/drones/\n/trainings/by/countries/vn/page/2/\n/months/2011-01/\n")
    result = chm_here("lost", "--live", tmp_path / "live", "--site", living_site)
    assert (result.returncode, "are still there" in result.stdout) == (0, True)


def test_before_the_first_time_nothing_can_be_lost(living_site: Path, tmp_path: Path) -> None:
    """A fork must be able to begin."""
    with served(tmp_path / "nothing-here") as url:
        (tmp_path / "nothing-here").mkdir()
        (tmp_path / "nothing-here/404.html").touch()
        (tmp_path / "empty").mkdir()
        for live in (f"{url}chm/", str(tmp_path / "empty")):
            result = chm_here("lost", "--live", live, "--site", living_site)
            assert (result.returncode, "nothing is published" in result.stdout) == (0, True)


def test_a_host_that_does_not_answer_is_no_empty_site() -> None:
    """Nothing listens there: who cannot look must not publish."""
    with pytest.raises(Failure, match=r"^cannot read http://127.0.0.1:9/addresses.txt: .*; try again when the site answers$"):
        live_addresses("http://127.0.0.1:9/", pauses=(0.01,))


def test_a_site_that_was_not_built_is_told(tmp_path: Path) -> None:
    """With what to run first."""
    result = chm_here("lost", "--live", tmp_path, "--site", tmp_path / "none")
    assert result.returncode == 2
    assert result.stderr.endswith("build the site first: `chm build`\n")


@pytest.mark.long
def test_a_site_without_a_list_is_not_taken_for_none(living_site: Path, tmp_path: Path) -> None:
    """A slip in the address, or a host with a bad minute, must not pass for a new site."""
    (tmp_path / "index.html").write_text("somebody else's site")
    (tmp_path / "404.html").touch()
    with served(tmp_path) as url:
        result = chm_here("lost", "--live", url, "--site", living_site)
    assert result.returncode == 2
    assert result.stderr.startswith(f"chm: {url} is published, but has no addresses.txt")
    result = chm_here("lost", "--live", tmp_path / "old-stie", "--site", living_site)
    assert result.returncode == 2
    assert "there is no folder" in result.stderr
    result = chm_here("lost", "--live", tmp_path, "--site", living_site)
    assert result.returncode == 2
    assert "holds no addresses.txt" in result.stderr
