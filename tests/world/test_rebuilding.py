"""Rebuilding: from the API of a site alone, its data folder is made again; what comes of it builds the same pages, byte for byte."""

import http.server
import json
import shutil
import threading
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageChops, ImageStat

from clearinghouse.reading.intake.api import documents
from clearinghouse.world.disk.data_folder import data_files
from clearinghouse.world.receiving import rebuilding, sources
from clearinghouse.world.terminal.progress import Progress
from tests.support.running import LIVING, TRUE, chm, chm_here

INDEX = "api/v1/index.json"
NEEDED = ("api", "photographs")
"""The folders of a site from which its records come back."""
NOT_OF_RECORDS = ("search", "data")
"""Kinds of files that may differ: pages that say what links were found are searched, and an empty list is no more written."""
OF_LINKS = ("/maintain/", "/quality/links/")
"""Ends of the addresses of pages that say what `chm links` found, which is no record."""
OF_PROPOSALS = "/contribute/status/CH-"
"""Pages of what somebody proposed, which is no record either."""
UNREVEALED = b"2026-04-01-from-the-future"
"""A record that is dated after the day: no page shows it and no API has it; the form knows it, as the files of records do."""
UNLIKE = 2
"""Of 255: how much a picture may differ on average, which was packed once more on its way."""


def content(folder: Path) -> dict[str, bytes]:
    """The files of a data folder."""
    return {file.path: file.content for file in data_files(folder)}


def imported(where: str | Path, into: Path, *options: str) -> str:
    """What the command says of it, which is not more than it must."""
    result = chm_here("import", "--from-api", where, "--into", into, *options)
    assert "internal error" not in result.stderr
    return result.stdout + result.stderr


def small_api(folder: Path, index: bytes) -> Path:
    """A folder in which the index of an API lies."""
    (folder / INDEX).parent.mkdir(parents=True)
    (folder / INDEX).write_bytes(index)
    return folder


def test_folder_zip_and_address_give_the_same_folder(living_site: Path, server: Callable[[Path], str], tmp_path: Path) -> None:
    """And one that is sound; a second time the folder is left as it is."""
    assert "Written: 72 files" in imported(living_site, tmp_path / "folder")
    with zipfile.ZipFile(tmp_path / "site.zip", "w") as archive:
        for path in (path for part in NEEDED for path in (living_site / part).rglob("*.*")):
            archive.write(path, f"site/{path.relative_to(living_site)}")
    imported(tmp_path / "site.zip", tmp_path / "of-zip")
    imported(f"{server(living_site)}api/v1/", tmp_path / "of-address", "--local", "--pause", "0")
    assert content(tmp_path / "folder") == content(tmp_path / "of-zip") == content(tmp_path / "of-address")
    assert chm_here("check", "--data", tmp_path / "folder").returncode == 0
    assert "holds files already: name a new or an empty folder with --into" in imported(living_site, tmp_path / "folder")
    assert {path.name for path in tmp_path.iterdir() if path.suffix != ".lock"} == {"folder", "of-zip", "of-address", "site.zip"}


@pytest.mark.long
@pytest.mark.parametrize(("name", "options"), [("living", LIVING), ("true", TRUE)])
def test_the_folder_builds_the_same_pages(name: str, options: tuple[str, ...], tmp_path: Path, request: pytest.FixtureRequest) -> None:
    """All of them, feeds and calendars too, but those that say what was found at links; pictures look the same, packed once more."""
    site: Path = request.getfixturevalue(f"{name}_site")
    again = tmp_path / "site"
    assert chm("import", "--from-api", site, "--into", tmp_path / "data").returncode == 0
    built = chm("build", "--data", tmp_path / "data", "--site", again, *options[-2:])
    assert built.returncode == 0, built.stderr
    before, after = sums(site), sums(again)
    differing = [address for address in before | after if before.get(address) != after.get(address)]
    assert not [address for address in differing if not is_unrevealed(site, address) and not is_alike(site, again, address)]
    assert len(before) > 1500


def sums(site: Path) -> dict[str, str]:
    """Of all files that are made of records alone, by address."""
    files = [file for file in json.loads((site / "contents.json").read_bytes())["files"] if file["kind"] not in NOT_OF_RECORDS]
    kept = [file for file in files if not file["address"].endswith(OF_LINKS) and not file["address"].startswith(OF_PROPOSALS)]
    return {file["address"]: file["sha256"] for file in kept}


def is_unrevealed(site: Path, address: str) -> bool:
    """Whether a file is part of the form, and holds what is not revealed yet."""
    return address.startswith("/contribute/") and address.endswith(".js") and UNREVEALED in (site / address[1:]).read_bytes()


def is_alike(site: Path, again: Path, address: str) -> bool:
    """Whether a file is a picture that looks the same in both."""
    one, other = site / address[1:], again / address[1:]
    if not address.endswith((".webp", ".jpg")) or not one.exists() or not other.exists():
        return False
    with Image.open(one) as picture, Image.open(other) as second:
        unlike = ImageStat.Stat(ImageChops.difference(picture.convert("RGB"), second.convert("RGB"))).mean
        return picture.size == second.size and max(unlike) < UNLIKE


def test_errors_of_records_are_those_of_a_check(living_site: Path, tmp_path: Path) -> None:
    """They are listed, all at once, and nothing is written."""
    for part in NEEDED:
        shutil.copytree(living_site / part, tmp_path / "site" / part)
    paths = sorted((tmp_path / "site/api/v1/trainings").glob("*.json"))[:2]
    for path in paths:
        path.write_text(path.read_text("utf-8").replace('"record":{', '"record":{"stars":5,'), "utf-8")
    said = imported(tmp_path / "site", tmp_path / "data")
    assert all(f"trainings/{path.stem}.yml:" in said for path in paths)
    assert said.count("error KEY-001 stars") == 2
    assert not (tmp_path / "data").exists()


@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), KeyboardInterrupt()])
def test_a_run_that_is_broken_off_leaves_nothing(
    error: BaseException, living_site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither half a folder nor anything beside it."""
    written = []

    def write(path: Path, text: bytes) -> None:
        written.append(path)
        if len(written) == 30:
            raise error

    monkeypatch.setattr(Path, "write_bytes", write)
    said = imported(living_site, tmp_path / "data")
    assert ("the disk is full" in said) == isinstance(error, OSError)
    assert len(written) == 30
    assert [path.name for path in tmp_path.iterdir() if path.suffix != ".lock"] == []


def test_what_is_no_site_ends_in_one_line(tmp_path: Path) -> None:
    """Wherever it lies, however large it is, and whatever it is packed as."""
    large = b" " * (documents.LARGEST + 1)
    for name, packed in {"bomb": large, "empty": b""}.items():
        with zipfile.ZipFile(tmp_path / f"{name}.zip", "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("../\x1b[2J/" + INDEX if name == "bomb" else "readme.txt", packed)
    (tmp_path / "broken.zip").write_bytes(b"PK\x03\x04 no zip")
    (tmp_path / "nothing").mkdir()
    said = {
        small_api(tmp_path / "large", large): "is larger than 5 MB",
        small_api(tmp_path / "page", b"<!doctype html>"): "api/v1/index.json is not JSON that can be read",
        small_api(tmp_path / "other", b'{"schema_version": "2"}'): "has schema_version 2: this program reads version 1",
        tmp_path / "bomb.zip": "is larger than 5 MB",
        tmp_path / "empty.zip": "there is no api/v1/index.json in",
        tmp_path / "broken.zip": "is no zip that can be read",
        tmp_path / "nothing": "name a folder with a built site",
        tmp_path / "gone": "name the address of a site, the folder of a built one, or a zip of that",
    }
    for where, words in said.items():
        line = imported(where, tmp_path / "data")
        assert words in line
        assert line.startswith("chm: ")
        assert line.removesuffix("\n").isprintable()
    assert "name no file" in imported(tmp_path / "page", tmp_path / "data", "rows.csv")
    assert not (tmp_path / "data").exists()


@contextmanager
def host(body: Callable[[], Iterator[bytes]]) -> Iterator[str]:
    """A host that answers every address with pieces, as long as somebody listens. Gives its address."""

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            is_robots = self.path == "/robots.txt"
            self.send_response(404 if is_robots else 200)
            self.end_headers()
            for piece in () if is_robots else body():
                try:
                    self.wfile.write(piece)
                except OSError:
                    return

        def log_message(self, format: str, *args: Any) -> None:
            pass

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as served:
        threading.Thread(target=served.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{served.server_port}/"
        served.shutdown()


def test_an_answer_without_end_is_cut_off(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Be it fast or a drop at a time; and nobody is asked in a private network who was not meant."""
    monkeypatch.setattr(sources, "RETRY_AFTER", 0.01)
    monkeypatch.setattr(rebuilding, "TIMEOUT", 0.3)
    with host(lambda: iter(lambda: b" " * 100_000, b"")) as address:
        assert "more than 5 MB, cut off" in imported(address, tmp_path / "data", "--local", "--pause", "0")
        assert "leads into a private network" in imported(address, tmp_path / "data")
    waiting = threading.Event()
    with host(lambda: (b" " for _ in iter(lambda: waiting.wait(0.05), None))) as address:
        assert "no answer within 0.3 s" in imported(address, tmp_path / "data", "--local", "--pause", "0")
    assert not (tmp_path / "data").exists()


def test_a_long_run_says_how_far_it_is(capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing for two seconds; then a line now and then, so that a log is no book."""
    times = iter(range(100))
    out = type("Log", (list,), {"isatty": lambda self: True, "write": list.append, "flush": lambda self: None})()
    progress = Progress("records", out, lambda: float(next(times)))
    for done in range(1, 7):
        progress(done, 1000)
    assert "".join(out).splitlines() == ["2 of 1,000 records read", "4 of 1,000 records read", "6 of 1,000 records read"]
