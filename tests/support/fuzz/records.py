"""A target for atheris, which steers to code that no input has reached: bytes become a file of a data folder, and are read.

Run as `python -m tests.support.fuzz.records CORPUS -max_total_time=60`; whatever is neither a record nor told as problems ends it, and
so does a file that takes more than a second or too much memory. The first byte says which collection it is.
"""

import sys

import atheris

from tests.support.visible import can_be_seen

with atheris.instrument_imports(include=["clearinghouse"]):
    from clearinghouse.problems.report import FORMATS, report
    from clearinghouse.reading.files.folder import DataFile
    from clearinghouse.reading.typing.read import read
    from clearinghouse.reading.typing.sensitivity import Suspicion, suspicions, warnings
    from clearinghouse.records.collection import COLLECTIONS

NAMES = sorted(COLLECTIONS)
BOUNDS = ("-timeout=1", "-rss_limit_mb=400", "-max_len=4096", "-print_final_stats=1")


def place(collection: str) -> str:
    """The path of a file in a collection."""
    return f"{collection}/plan/1.1.1.yml" if collection == "activities" else f"{collection}/x.yml"


def one(content: bytes) -> None:
    """Reads a file as `chm check` does."""
    path = place(NAMES[content[0] % len(NAMES)]) if content else "x.yml"
    suspected: list[Suspicion] = []
    reading = read([DataFile(path, f"data/{path}", content[1:])], look=lambda file, document: suspected.extend(suspicions(file, document)))
    problems = [*reading.problems, *warnings(suspected, ())]
    assert problems or any(reading.records.values())
    assert all(can_be_seen(report(problems, reading.files, form)) for form in FORMATS)


if __name__ == "__main__":
    atheris.Setup([*sys.argv, *BOUNDS], one)
    atheris.Fuzz()
