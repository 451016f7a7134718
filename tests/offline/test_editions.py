"""Editions: what `chm export` makes, and that it leaves nothing half made."""

import hashlib
import re
import resource
import shutil
import signal
import subprocess
import time
import zipfile
from pathlib import Path

from tests.running import ROOT, chm, command, surroundings

MEGABYTE = 1_000_000
LONGEST_PATH = 180
STATES = ["bn", "kh", "id", "la", "my", "mm", "ph", "sg", "th", "tl", "vn"]


def zips(dist: Path) -> dict[str, Path]:
    """The archives by name, without day."""
    return {re.sub(r"-\d{4}-\d\d-\d\d\.zip", "", path.name): path for path in dist.glob("*.zip")}


def test_there_is_the_whole_site_and_a_pack_for_each_state_none_too_large(true_dist: Path) -> None:
    """Sound, small, and with paths that Windows can hold."""
    found = zips(true_dist)
    assert found.keys() == {"clearing-house", *(f"clearing-house-{cc}" for cc in STATES)}
    for name, path in found.items():
        with zipfile.ZipFile(path) as archive:
            assert archive.testzip() is None
            assert max(map(len, archive.namelist())) < LONGEST_PATH
            assert {"clearing-house/index.html", "clearing-house/README.txt", "clearing-house/copy.js"} <= set(archive.namelist())
            assert len(archive.namelist()) == len({each.casefold() for each in archive.namelist()})
        assert path.stat().st_size < (8 if name == "clearing-house" else 5) * MEGABYTE


def test_the_same_site_gives_the_same_bytes(true_site: Path, true_dist: Path, tmp_path: Path) -> None:
    """Wherever the site lies, and whenever its files were written."""
    moved = Path(shutil.copytree(true_site, tmp_path / "elsewhere", copy_function=shutil.copyfile))
    assert chm("export", "--site", moved, "--dist", tmp_path / "dist").returncode == 0
    made = {path.name: path.read_bytes() for path in true_dist.glob("*.zip")}
    assert {path.name: path.read_bytes() for path in (tmp_path / "dist").glob("*.zip")} == made


def test_the_sums_are_those_of_the_files_and_the_readme_names_them(true_dist: Path) -> None:
    """As sha256sum writes them."""
    lines = [line.split("  ") for line in (true_dist / "SHA256SUMS").read_text("ascii").splitlines()]
    sums = {name: known for known, name in lines}
    assert sums == {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in true_dist.glob("clearing-house*")}
    readme = (true_dist / "README.txt").read_text("utf-8")
    assert all(name in readme for name in sums)


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
    assert "The files lie where this page is online" in page
    assert ".zip" not in page


def test_the_day_stands_in_one_file_that_every_page_reads(true_copy: Path) -> None:
    """So that no page changes for it."""
    assert '"made": "2026-11-21"' in (true_copy / "copy.js").read_text("utf-8")
    pages = list(true_copy.rglob("*.html"))
    assert len(pages) > 1000
    assert [
        page for page in pages if not re.search(r'<head>.*<script src="(?:\.\./)*copy\.js"></script>', page.read_text("utf-8"), re.DOTALL)
    ] == []


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
    told = chm("export", *arguments)
    assert told.returncode == 2
    assert told.stderr.count("\n") == 1, told.stderr
    return told.stderr


def test_without_a_site_it_says_what_to_run_first(tmp_path: Path) -> None:
    """One line, and no folder is made."""
    told = refused("--site", tmp_path / "none", "--dist", tmp_path / "dist")
    assert "there is no site" in told
    assert "python3 scripts/chm.py build" in told
    assert not (tmp_path / "dist").exists()


def test_a_folder_that_is_no_finished_site_is_refused(tmp_path: Path) -> None:
    """It has a front page, and nothing to search."""
    (tmp_path / "index.html").write_text("<!doctype html><title>Something else</title>")
    assert "cannot be taken along" in refused("--site", tmp_path, "--dist", tmp_path / "dist")


def test_a_place_that_cannot_be_written_is_named(true_site: Path, tmp_path: Path) -> None:
    """A file where a folder must be."""
    (tmp_path / "dist").write_text("")
    assert "--dist" in refused("--site", true_site, "--dist", tmp_path / "dist")


def test_a_disk_that_fills_up_leaves_what_was_there(true_site: Path, tmp_path: Path) -> None:
    """The system lets no file of the process grow beyond a megabyte, as a full disk would."""
    old = tmp_path / "clearing-house-2026-11-21.zip"
    old.write_bytes(b"the edition of this morning")

    def small() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (MEGABYTE, MEGABYTE))

    told = subprocess.run(
        command("export", "--site", true_site, "--dist", tmp_path),
        cwd=ROOT, env=surroundings(), capture_output=True, text=True, preexec_fn=small, check=False,
    )  # fmt: skip
    assert told.returncode == 2
    assert re.fullmatch(r"chm: cannot write .*clearing-house-2026-11-21\.zip: .*; what was there stays as it was\n", told.stderr)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {old.name: b"the edition of this morning"}


def test_a_killed_export_leaves_no_half_file_under_its_name(true_site: Path, tmp_path: Path) -> None:
    """What it began lies under a name that nothing reads."""
    with subprocess.Popen(command("export", "--site", true_site, "--dist", tmp_path), cwd=ROOT, env=surroundings()) as export:
        until = time.monotonic() + 60
        while not any(path.stat().st_size > MEGABYTE for path in tmp_path.glob(".*.new/*")):
            assert time.monotonic() < until
            time.sleep(0.02)
        export.send_signal(signal.SIGKILL)
    assert [path.name for path in tmp_path.iterdir() if not path.name.startswith(".")] == []


def test_what_is_published_is_offered_by_the_site_and_counted_in_its_sums(true_site: Path, tmp_path: Path) -> None:
    """The site's own page then leads to files beside it; a copy of that site would offer what it does not hold, so there is none."""
    site, dist = Path(shutil.copytree(true_site, tmp_path / "site")), tmp_path / "dist"
    (tmp_path / "site.sha256").touch()
    dist.mkdir()
    with zipfile.ZipFile(dist / "clearing-house-2020-01-01.zip", "w") as unlike:
        unlike.writestr("clearing-house/index.html", "nothing in common")
    told = chm("export", "--site", site, "--dist", dist, "--updates", "--publish")
    assert told.returncode == 0, told.stderr
    assert "hardly larger: clearing-house-2026-11-21-since-2020-01-01.zip" in told.stdout
    made = {path.name for path in dist.iterdir()} - {"clearing-house-2020-01-01.zip"}
    assert {path.name for path in (site / "offline").iterdir()} == made | {"copy.json"}
    assert all((site / "offline" / name).read_bytes() == (dist / name).read_bytes() for name in made)
    page = (site / "offline" / "index.html").read_text("utf-8")
    assert {name for name in made if f'href="{name}"' in page} == made - {"index.html"}
    sums = (tmp_path / "site.sha256").read_text("utf-8").splitlines()
    assert {line[66:] for line in sums} == {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    again = chm("export", "--site", site, "--dist", dist)
    assert (again.returncode, "it offers editions already" in again.stderr) == (2, True)
