"""The engine: the site is the same with MkDocs and with its maintained fork."""

import os
import re
from pathlib import Path

import pytest

from clearinghouse.site.engine import ENGINE, ENGINES, take_engine
from clearinghouse.world.failure import Failure
from tests.support.running import LIVING, chm

GENERATOR = re.compile(rb'<meta name="generator" content="[^"]*">|"bytes": [0-9]+|"sha256": "[0-9a-f]+"')
"""The name that an engine writes into each page, and with it how large they are and their sums. The files themselves are compared."""


def tree(site: Path) -> dict[str, bytes]:
    """All files of a site, without the name of their engine."""
    files = {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}
    return {name: GENERATOR.sub(b"", content) for name, content in files.items()}


@pytest.mark.long
def test_the_other_engine_builds_the_same_site(living_site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Byte for byte, but for the name that an engine writes into each page."""
    [other] = set(ENGINES) - {os.environ.get(ENGINE, ENGINES[0])}
    monkeypatch.setenv(ENGINE, other)
    build = chm("build", "--site", tmp_path / "site", *LIVING)
    assert build.returncode == 0, build.stderr
    assert (b"ProperDocs" in (tmp_path / "site" / "index.html").read_bytes()) == (other == "properdocs")
    assert tree(tmp_path / "site") == tree(living_site)


def test_an_engine_that_nobody_knows_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """In one line that names those that there are."""
    monkeypatch.setenv(ENGINE, "hugo")
    with pytest.raises(Failure, match="CHM_ENGINE=hugo: there are mkdocs and properdocs"):
        take_engine()
