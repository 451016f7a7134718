"""Vendored scripts: what others wrote is what they published, with its licence beside it."""

import hashlib
import re

from tests.support.running import ROOT

VENDOR = ROOT / "overrides" / "assets" / "vendor"


def test_each_vendored_script_has_the_sum_that_stands_beside_it() -> None:
    """Nothing is there that the list does not name."""
    rows = re.findall(r"^\| `([^`]+)` \|.*in `([^`]+)` \| `([0-9a-f]{64})` \|$", (VENDOR / "README.md").read_text("utf-8"), re.MULTILINE)
    assert sorted(name for name, *_ in rows) == sorted(path.name for path in VENDOR.glob("*.js"))
    for name, licence, digest in rows:
        assert hashlib.sha256((VENDOR / name).read_bytes()).hexdigest() == digest
        assert "Permission is hereby granted" in (VENDOR / licence).read_text("utf-8")
