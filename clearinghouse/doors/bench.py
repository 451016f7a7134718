"""chm bench: measures a build of made-up records: how long it takes and how much memory it needs at most."""

import argparse
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from clearinghouse.doors.root import ROOT
from clearinghouse.vocabulary.audiences import AUDIENCES
from clearinghouse.vocabulary.states import MEMBER_STATES
from clearinghouse.vocabulary.topics import TOPICS

SUMMARY = "measure how fast the site is built"
DESCRIPTION = """\
Makes records (always the same ones), builds a site of them as `chm build` does, and prints wall time and peak memory.
Machines differ and are noisy: compare figures that were measured side by side on one machine.

  chm bench                   100, 1,000 and 5,000 records
  chm bench 200 400 800       so many
  chm bench --repeat 3        the best of three"""
SIZES = (100, 1000, 5000)
SEED = 20161202
_PLACES = ("Bangkok", "Vientiane", "Ha Noi", "Jakarta", "Manila", "Phnom Penh", "Kuala Lumpur", "Yangon")
_SUBJECTS = (
    "Crime scene work",
    "Ivory identification",
    "Wildlife cases in court",
    "Cargo inspection",
    "Online trade",
    "Timber identification",
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Adds the command's options."""
    parser.add_argument("sizes", nargs="*", type=int, metavar="N", help="how many records (default: 100 1000 5000)")
    parser.add_argument("--repeat", type=int, default=1, metavar="TIMES", help="measure each size so often and print the best (default: 1)")


def run(options: argparse.Namespace) -> int:
    """Measures and prints a line for each size as soon as it is known."""
    print(f"{'records':>8} {'seconds':>8} {'ms/record':>10} {'peak MB':>8}  pages")
    for size in options.sizes or SIZES:
        with tempfile.TemporaryDirectory(prefix="chm-bench-") as folder:
            data = Path(folder, "data")
            synthesize(data, size)
            seconds, peak, told = min(_measured(data, Path(folder, "site")) for _ in range(max(1, options.repeat)))
        print(f"{size:>8,} {seconds:>8.2f} {seconds * 1000 / size:>10.2f} {peak:>8.0f}  {told}", flush=True)
    return 0


def _measured(data: Path, site: Path) -> tuple[float, float, str]:
    """Wall seconds, peak memory in MB (0 where the system does not tell) and the number of pages of one build."""
    began = time.perf_counter()
    with subprocess.Popen(
        [sys.executable, "-P", "-m", "clearinghouse.doors.shell", "build", "--data", data, "--site", site, "--as-of", "2026-11-21"],
        stdout=subprocess.PIPE, text=True, env={**os.environ, "PYTHONPATH": str(ROOT)},
    ) as process:  # fmt: skip
        assert process.stdout is not None
        told = process.stdout.read()
        peak = 0.0
        if hasattr(os, "wait4"):
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
            peak = usage.ru_maxrss / (1024 if sys.platform != "darwin" else 1024 * 1024)
    if process.returncode:
        raise RuntimeError(f"the build of made-up records failed with status {process.returncode}")
    return time.perf_counter() - began, peak, told.split(" in ")[0].removeprefix("built ")


def synthesize(folder: Path, size: int) -> None:
    """Writes so many made-up records: seven trainings in ten, two workshops, one document; the true plans beside them."""
    chance = random.Random(SEED)
    for collection in ("plans", "activities"):
        shutil.copytree(ROOT / "data" / collection, folder / collection)
    # A plan may name its document, which is not among the made-up ones.
    for plan in (folder / "plans").glob("*.yml"):
        lines = plan.read_text(encoding="utf-8").splitlines(keepends=True)
        plan.write_text("".join(line for line in lines if not line.startswith("document:")), encoding="utf-8")
    activities = sorted(f"{path.parent.name}/{path.stem}" for path in (folder / "activities").glob("*/*.yml"))
    for collection in ("trainings", "workshops", "documents"):
        (folder / collection).mkdir(parents=True, exist_ok=True)
    for number in range(size):
        mixed = ("trainings",) * 7 + ("workshops",) * 2 + ("documents",)
        _write(folder, mixed[number % 10], number, activities, chance)


def _write(folder: Path, collection: str, number: int, activities: list[str], chance: random.Random) -> None:
    state = chance.choice(sorted(MEMBER_STATES))
    year, month, first = chance.randint(2016, 2027), chance.randint(1, 12), chance.randint(1, 23)
    title = f"{chance.choice(_SUBJECTS)}, course {number}"
    head = [f"title: {title}", "kind: report" if collection == "documents" else f"kind: {collection.removesuffix('s')}"]
    if collection == "documents":
        head += [f"year: {year}", "publisher: Office of Examples", f"countries: [{state}]"]
    else:
        audience, topics = (", ".join(chance.sample([term.id for term in terms], 2)) for terms in (AUDIENCES, TOPICS))
        head += [
            "status: held", f"starts: {year}-{month:02}-{first:02}", f"ends: {year}-{month:02}-{first + 4:02}",
            f"place: {chance.choice(_PLACES)}", f"host: {state}", f"countries: [{state}, {chance.choice(sorted(MEMBER_STATES))}]",
            f"organisers: [Office of Examples {number % 40}]", f"audience: [{audience}]", f"topics: [{topics}]",
            f"participants: {chance.randint(8, 120)}",
        ]  # fmt: skip
    serves = ", ".join(chance.sample(activities, 2)) if activities else ""
    source = f"{{url: https://example.org/{number}, publisher: Office, kind: news, accessed: 2026-11-21}}"
    tail = [
        f"serves: [{serves}]", f"summary: {title} was held for officers of the region, who learned from cases of their own.",
        "body: |", "  Officers worked in groups on a case, from the first find to the judgment.", "", "  - one exercise a day",
        f"sources: [{source}]", "confidence: high", "published: 2026-11-21",
    ]  # fmt: skip
    name = f"{state.lower()}-{year}-{month:02}-course-{number}.yml"
    (folder / collection / name).write_text("\n".join([*head, *tail]) + "\n", encoding="utf-8")
