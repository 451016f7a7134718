"""Files of records, fuzzed by atheris: whatever the bytes, they end as a record or as problems, at once and in little memory."""

import importlib.util
import re
import subprocess
import sys
from pathlib import Path

import pytest

from clearinghouse.records.collection import COLLECTIONS
from clearinghouse.records.keys.keys_of import names_at
from tests.support.running import LIVING, LONGEST, ROOT, surroundings

SECONDS = 90
FEWEST = 5_000
"""Inputs that even a slow machine takes in that time."""

if importlib.util.find_spec("atheris"):  # requirements/test.txt has it wherever it is built: on Linux

    @pytest.mark.long
    def test_any_bytes_are_a_record_or_problems(tmp_path: Path) -> None:
        """From the living records on, with the words of records at hand. What ends it is kept, and named in what it says."""
        corpus, words = tmp_path / "corpus", tmp_path / "words"
        corpus.mkdir()
        for number, name in enumerate(sorted(COLLECTIONS)):
            for path in (ROOT / LIVING[1] / name).rglob("*.yml"):
                (corpus / f"{name}-{path.stem}").write_bytes(bytes([number]) + path.read_bytes())
        keys = {key for collection in COLLECTIONS.values() for key in names_at(collection.model, ())} - {"id", "path"}
        words.write_text("".join(f'"\\x0a{key}: "\n' for key in sorted(keys)), "utf-8")
        target = [sys.executable, "-P", "-m", "tests.support.fuzz.records", str(corpus)]
        bounds = [f"-max_total_time={SECONDS}", f"-dict={words}", f"-artifact_prefix={tmp_path}/"]
        ran = subprocess.run(
            [*target, *bounds], cwd=ROOT, env=surroundings(), capture_output=True, encoding="utf-8", errors="replace",
            timeout=SECONDS + LONGEST, check=False,
        )  # fmt: skip
        assert ran.returncode == 0, ran.stderr[-5_000:]
        units = re.search(r"number_of_executed_units: (\d+)", ran.stderr)
        assert units
        assert int(units[1]) > FEWEST
