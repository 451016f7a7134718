"""What the tests of offline editions share: what `chm export` makes of the two sites, once a run, and copies unzipped from it."""

import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import made_once
from tests.support.running import chm

Unzip = Callable[[str], Path]
ODD = "Pos perbatasan Kâmpŏ́t ລາວ"
"""The name of a folder as people have them: with spaces, and with letters that are not ASCII."""


def exported(tmp_path_factory: pytest.TempPathFactory, site: Path, name: str) -> Path:
    """The editions of a site."""

    def make(dist: Path) -> None:
        beside = dist.with_name(f"{name}.making")
        result = chm("export", "--site", site, "--dist", beside)
        assert result.returncode == 0, result.stderr
        beside.rename(dist)

    return made_once(tmp_path_factory, name, make)


@pytest.fixture(scope="session")
def true_dist(tmp_path_factory: pytest.TempPathFactory, true_site: Path) -> Path:
    """The editions of the true site."""
    return exported(tmp_path_factory, true_site, "true-dist")


@pytest.fixture(scope="session")
def living_dist(tmp_path_factory: pytest.TempPathFactory, living_site: Path) -> Path:
    """The editions of the living site."""
    return exported(tmp_path_factory, living_site, "living-dist")


def unzipped(dist: Path, of: str, day: str, folder: Path) -> Path:
    """A copy, unzipped. of: empty for the whole site, else a state and a hyphen."""
    place = folder / ODD
    with zipfile.ZipFile(dist / f"clearing-house-{of}{day}.zip") as archive:
        archive.extractall(place)
    return place / "clearing-house"


@pytest.fixture(scope="session")
def true_copy(tmp_path_factory: pytest.TempPathFactory, true_dist: Path) -> Path:
    """A copy of the whole true site."""
    return unzipped(true_dist, "", "2026-11-21", tmp_path_factory.mktemp("true-copy"))


@pytest.fixture(scope="session")
def living_copy(tmp_path_factory: pytest.TempPathFactory, living_dist: Path) -> Path:
    """A copy of the whole living site."""
    return unzipped(living_dist, "", "2026-03-10", tmp_path_factory.mktemp("living-copy"))


@pytest.fixture(scope="session")
def pack(tmp_path_factory: pytest.TempPathFactory, true_dist: Path) -> Path:
    """The pack of Viet Nam."""
    return unzipped(true_dist, "vn-", "2026-11-21", tmp_path_factory.mktemp("pack"))


@pytest.fixture(params=[pytest.param("true_copy", marks=pytest.mark.long), "living_copy", pytest.param("pack", marks=pytest.mark.long)])
def copy(request: pytest.FixtureRequest) -> Path:
    """Each of the copies; every day only that of the smaller site."""
    folder: Path = request.getfixturevalue(request.param)
    return folder


@pytest.fixture
def own_copy(true_copy: Path, tmp_path: Path) -> Path:
    """A copy that one test may change."""
    return Path(shutil.copytree(true_copy, tmp_path / "copy"))
