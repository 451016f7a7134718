"""The environment says where the site will be: a fork builds its own without an edit; and a build writes its sums."""

import hashlib
import time
from pathlib import Path
from typing import Any

import pytest

from clearinghouse.commands.shell import main
from tests.support.examples import alone
from tests.support.running import chm

OURS = "awg-cites-we.github.io/clearing-house/"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A small data folder."""
    alone("documents", tmp_path / "data")
    return tmp_path / "data"


@pytest.mark.long
def test_a_fork_has_its_own_address_and_repository_everywhere(data: Path, tmp_path: Path) -> None:
    """In no file of its site does ours stand, but in the ids of what it gives out, which never change."""
    environment: Any = {"CHM_SITE_URL": "https://fork.example.net/house", "CHM_REPOSITORY": "https://github.com/fork/house"}
    site = tmp_path / "site"
    build = chm("build", "--data", data, "--as-of", "2026-03-10", "--site", site, **environment)
    assert build.returncode == 0, build.stderr
    kinds = (".html", ".xml", ".rss", ".ics", ".js")
    texts = {path: path.read_text("utf-8") for path in site.rglob("*") if path.suffix in kinds}
    assert len(texts) > 100
    assert [path for path, text in texts.items() if OURS in text or "github.com/awg-cites-we" in text] == []
    page = (site / "documents/yearly-report-2024/index.html").read_text("utf-8")
    assert '<link rel="canonical" href="https://fork.example.net/house/documents/yearly-report-2024/">' in page
    assert "https://github.com/fork/house/" in (site / "contribute/index.html").read_text("utf-8")
    assert 'href="/house/assets/look.css"' in (site / "404.html").read_text("utf-8")


@pytest.mark.parametrize(
    "url", ["fork.example.net", "javascript:alert(1)", "https://", "https://example.org/?x", "https://example.org/ x", "https:///x"]
)
def test_what_is_no_address_is_told(
    data: Path, tmp_path: Path, url: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """In one line; exit status 2."""
    monkeypatch.setenv("CHM_SITE_URL", url)
    assert main(["build", "--data", str(data), "--site", str(tmp_path / "site")]) == 2
    assert capsys.readouterr().err.startswith("chm: CHM_SITE_URL is no address of a site: write e.g. https://")
    assert not (tmp_path / "site").exists()


@pytest.mark.long
def test_a_manifest_holds_the_sum_of_every_file(data: Path, tmp_path: Path) -> None:
    """As `sha256sum --check` reads it, beside the site."""
    site = tmp_path / "site"
    build = chm("build", "--data", data, "--as-of", "2026-03-10", "--site", site, "--manifest")
    assert f"sums of all files: {tmp_path / 'site.sha256'}" in build.stdout
    lines = [line.split("  ", 1) for line in (tmp_path / "site.sha256").read_text("utf-8").splitlines()]
    names = [name for _, name in lines]
    assert names == sorted(path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file())
    assert [(hashlib.sha256((site / name).read_bytes()).hexdigest(), name) for name in names] == [(digest, name) for digest, name in lines]


@pytest.mark.long
def test_two_builds_with_the_same_today_give_the_same_sums(data: Path, tmp_path: Path) -> None:
    """Whenever and wherever."""
    sums = []
    for name, seed, zone in (("one", "1", "Pacific/Kiritimati"), ("two", "2", "America/Adak")):
        time.sleep(1.1)  # files of another second
        options = ("--data", data, "--as-of", "2026-03-10", "--site", tmp_path / name / "site")
        chm("build", *options, "--manifest", PYTHONHASHSEED=seed, TZ=zone)
        sums.append((tmp_path / name / "site.sha256").read_text("utf-8"))
    first, second = sums
    assert first == second
    assert len(first.splitlines()) > 100
