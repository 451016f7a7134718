"""chm bench: measures a build, a check, the search or the feeds of made-up records: how long it takes, and how much it needs at most."""

import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path

import click

from clearinghouse.commands import options
from clearinghouse.vocabulary.audiences import AUDIENCES
from clearinghouse.vocabulary.states import MEMBER_STATES
from clearinghouse.vocabulary.topics import TOPICS
from clearinghouse.world.root import ROOT
from tools.bench_export import HEADING as EXPORT_HEADING
from tools.bench_export import export_row
from tools.bench_feeds import HEADING as FEEDS_HEADING
from tools.bench_feeds import feeds_row
from tools.bench_quality import HEADING as QUALITY_HEADING
from tools.bench_quality import quality_row
from tools.bench_reports import HEADING as REPORTS_HEADING
from tools.bench_reports import reports_row
from tools.benches.open_data import HEADING as DATA_HEADING
from tools.benches.open_data import data_row
from tools.peers.comparing import HEADING as PEERS_HEADING
from tools.peers.comparing import rows as peer_rows
from tools.visits.payload import HEADING as PAYLOAD_HEADING
from tools.visits.payload import payload_rows
from tools.visits.search import HEADING, search_row

HELP = """\
Makes records (always the same ones), builds a site of them as `chm build` does, and prints wall time and peak memory.
Machines differ and are noisy: compare figures that were measured side by side on one machine.

  chm bench                   100, 1,000 and 5,000 records
  chm bench 200 400 800       so many
  chm bench --repeat 3        the best of three
  chm bench --check           checks of 10,000 records instead: of all, of one file, and of what a change touches
  chm bench --search          the search instead, of data/ and of 10,000 records: its index, what a browser fetches for a
                              first answer (and for one in Lao letters), and how soon keys are answered
  chm bench --payload         what a first visit of a page of each kind fetches instead, of data/ and of 10,000 records
  chm bench --feeds           feeds and calendars alone, of 1,000 and of 10,000 records
  chm bench --quality         quality, desks, time line and links alone, likewise
  chm bench --reports         indicators, what changed and the reports of years alone, likewise
  chm bench --data            open data alone, likewise: the API, tables and the database
  chm bench --peers           Hugo with Pagefind, and MkDocs with Material, beside us, of 1,000 and of 10,000 records: medians of
                              all runs (--repeat 3), which take turns, and how many times theirs is ours; needs `hugo`
  chm bench --export          the offline editions instead, of data/ and of 10,000 records"""
SIZES = (100, 1000, 5000)
CHECKED_SIZES = SEARCHED_SIZES = EXPORTED_SIZES = (10_000,)
FOLLOWED_SIZES = (1_000, 10_000)
SEED = 20161202
LATEST = date(2026, 11, 21)
"""The day on which the youngest of the made-up records was published."""
_PLACES = ("Bangkok", "Vientiane", "Ha Noi", "Jakarta", "Manila", "Phnom Penh", "Kuala Lumpur", "Yangon")
_LOCAL = {
    "KH": "km: ការបណ្តុះបណ្តាលកម្ពុជា", "LA": "lo: ການຄ້າສັດປ່າໃນລາວ", "MM": "my: မြန်မာတောရိုင်းတိရစ္ဆာန်", "TH": "th: การค้าสัตว์ป่าในไทย",
}  # fmt: skip
_SUBJECTS = (
    "Crime scene work",
    "Ivory identification",
    "Wildlife cases in court",
    "Cargo inspection",
    "Online trade",
    "Timber identification",
)


@options.command(HELP)
@click.argument("sizes", nargs=-1, type=int, metavar="[N]...", help="how many records (default: 100 1000 5000)")
@click.option("--check", "subject", flag_value="check", help="measure `chm check` instead of `chm build`")
@click.option("--search", "subject", flag_value="search", help="measure the search instead, in a browser where there is one")
@click.option("--payload", "subject", flag_value="payload", help="measure what first visits of pages fetch instead")
@click.option("--feeds", "subject", flag_value="feeds", help="measure feeds and calendars instead")
@click.option("--quality", "subject", flag_value="quality", help="measure quality, desks, time line and links instead")
@click.option("--reports", "subject", flag_value="reports", help="measure indicators, what changed and reports instead")
@click.option("--data", "subject", flag_value="data", help="measure open data instead: the API, tables and the database")
@click.option("--peers", "subject", flag_value="peers", help="measure Hugo and MkDocs with Material beside us instead")
@click.option("--export", "subject", flag_value="export", help="measure the offline editions instead")
@click.option(
    "--repeat",
    type=click.IntRange(min=1, clamp=True),
    default=1,
    metavar="TIMES",
    help="measure each size so often and print the best (default: 1)",
)
def run(sizes: tuple[int, ...], subject: str | None, repeat: int) -> int:
    """Measures and prints a line as soon as it is known."""
    if subject == "search":
        return _of_sites(sizes or SEARCHED_SIZES, HEADING, search_row)
    if subject == "payload":
        return _of_sites(sizes or SEARCHED_SIZES, f" records {PAYLOAD_HEADING}", lambda site, _: "\n         ".join(payload_rows(site)))
    if subject == "export":
        return _of_sites(sizes or EXPORTED_SIZES, EXPORT_HEADING, lambda site, _: export_row(site, site.with_name("dist"), _measured))
    if subject == "feeds":
        return _apart(sizes or FOLLOWED_SIZES, FEEDS_HEADING, lambda data: feeds_row(data, repeat))
    if subject == "quality":
        return _apart(sizes or FOLLOWED_SIZES, QUALITY_HEADING, lambda data: quality_row(data, repeat))
    if subject == "reports":
        return _apart(sizes or FOLLOWED_SIZES, REPORTS_HEADING, lambda data: reports_row(data, repeat))
    if subject == "data":
        return _apart(sizes or FOLLOWED_SIZES, DATA_HEADING, lambda data: data_row(data, repeat))
    if subject == "peers":
        return _beside_peers(sizes or FOLLOWED_SIZES, repeat)
    if subject == "check":
        print(f"{'records':>8} {'seconds':>8} {'peak MB':>8}  what is checked")
    else:
        print(f"{'records':>8} {'seconds':>8} {'ms/record':>10} {'peak MB':>8}  pages")
    for size in sizes or (CHECKED_SIZES if subject == "check" else SIZES):
        with tempfile.TemporaryDirectory(prefix="chm-bench-") as folder:
            data = Path(folder, "data")
            synthesize(data, size)
            for row in _checks(data, size, repeat) if subject == "check" else _builds(data, size, repeat):
                print(row, flush=True)
    return 0


def _builds(data: Path, size: int, repeat: int) -> Iterator[str]:
    command: list[str | Path] = ["build", "--data", data, "--site", data.with_name("site"), "--as-of", "2026-11-21"]
    seconds, peak, output = min(_measured(command) for _ in range(repeat))
    pages = output.split(" in ")[0].removeprefix("built ")
    yield f"{size:>8,} {seconds:>8.2f} {seconds * 1000 / size:>10.2f} {peak:>8.0f}  {pages}"


def _apart(sizes: Sequence[int], heading: str, row: Callable[[Path], str]) -> int:
    """A line for each number of made-up records, of what is measured apart from a build."""
    print(heading)
    for size in sizes:
        with tempfile.TemporaryDirectory(prefix="chm-bench-") as folder:
            synthesize(Path(folder), size)
            print(f"{size:>8,} {row(Path(folder))}", flush=True)
    return 0


def _beside_peers(sizes: Sequence[int], repeat: int) -> int:
    print(PEERS_HEADING)
    for size in sizes:
        with tempfile.TemporaryDirectory(prefix="chm-bench-") as folder:
            synthesize(Path(folder, "data"), size)
            for row in peer_rows(Path(folder), size, repeat):
                print(row, flush=True)
    return 0


def _of_sites(sizes: Sequence[int], heading: str, row: Callable[[Path, float], str]) -> int:
    """A line for data/ and one for each number of made-up records. row: is given a built site, and how long the build took."""
    print(heading)
    for size in (0, *sizes):
        with tempfile.TemporaryDirectory(prefix="chm-bench-") as folder:
            data, site = Path(folder, "data"), Path(folder, "site")
            if size:
                synthesize(data, size)
            command: list[str | Path] = ["build", "--data", data if size else ROOT / "data", "--site", site, "--as-of", "2026-11-21"]
            seconds, _, _ = _measured(command)
            print(f"{f'{size:,}' if size else 'data/':>8} {row(site, seconds)}", flush=True)
    return 0


def _checks(data: Path, size: int, repeat: int) -> Iterator[str]:
    """All records; one file; and what differs from a revision, which is one file as well."""
    one = min((data / "trainings").glob("*.yml"))
    _git(data, "init", "--quiet")
    _git(data, "add", ".")
    _git(data, "-c", "user.name=bench", "-c", "user.email=bench@office.example", "commit", "--quiet", "--message", "made up")
    one.write_text(one.read_text(encoding="utf-8").replace("learned from cases", "learned much from cases"), encoding="utf-8")
    rows: dict[str, list[str | Path]] = {
        "all": ["check", "--data", data],
        "one file": ["check", one],
        "one changed file, with --base": ["check", "--data", data, "--base", "HEAD"],
    }
    for what, command in rows.items():
        seconds, peak, output = min(_measured(command) for _ in range(repeat))
        yield f"{size:>8,} {seconds:>8.2f} {peak:>8.0f}  {what}: {output.splitlines()[-1]}"


def _git(folder: Path, *arguments: str) -> None:
    subprocess.run(["git", "-C", folder, *arguments], check=True)


def _measured(command: Sequence[str | Path]) -> tuple[float, float, str]:
    """Wall seconds, peak memory in MB (0 where the system does not tell) and what is told, of one command of chm."""
    began = time.perf_counter()
    with subprocess.Popen(
        [sys.executable, "-P", "-m", "clearinghouse.commands.shell", *command],
        stdout=subprocess.PIPE, text=True, env={**os.environ, "PYTHONPATH": str(ROOT)},
    ) as process:  # fmt: skip
        assert process.stdout is not None
        output = process.stdout.read()
        peak = 0.0
        if hasattr(os, "wait4"):
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
            peak = usage.ru_maxrss / (1024 if sys.platform != "darwin" else 1024 * 1024)
    if process.returncode:
        raise RuntimeError(f"chm {command[0]} of made-up records failed with status {process.returncode}")
    return time.perf_counter() - began, peak, output


def synthesize(folder: Path, size: int) -> None:
    """Writes so many made-up records: seven trainings in ten, two workshops, one document; the true plans beside them."""
    chance = random.Random(SEED)
    for collection in ("plans", "activities"):
        shutil.copytree(ROOT / "data" / collection, folder / collection)
    # A plan may name its document, and a log its evidence, which are not among the made-up ones; what was sure through these no more is.
    for plan in (folder / "plans").glob("*.yml"):
        lines = plan.read_text(encoding="utf-8").splitlines(keepends=True)
        plan.write_text("".join(line for line in lines if not line.startswith("document:")), encoding="utf-8")
    for log in (folder / "activities").glob("*/*.yml"):
        named = re.sub(r"(?m)^( +- )[a-z]+/[a-z0-9-]+$", rf"\1plans/{log.parent.name}", log.read_text("utf-8"))
        named = re.sub(r"(?m)^( +confidence: )high$", r"\1medium", named)
        log.write_text(named, encoding="utf-8")
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
    head = [f"title_local: {{{_LOCAL[state]}}}"] if state in _LOCAL else []
    head += [f"title: {title}", "kind: report" if collection == "documents" else f"kind: {collection.removesuffix('s')}"]
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
    published = LATEST - timedelta(chance.randrange(730))
    if collection != "documents" and number % 3 == 0:
        head += [
            'time: {from: "09:00", to: "16:30", zone: Asia/Bangkok}',
            f"registration: {{deadline: {year - 1}-12-01, contact: training@office.example}}",
            f"changes: [{{on: {published}, what: moved, id: moved, from: {year}-{month:02}-28, note: Moved for the dry season.}}]",
        ]
    serves = ", ".join(chance.sample(activities, 2)) if activities else ""
    source = f"{{url: https://example.org/{number}, publisher: Office, kind: news, accessed: 2026-11-21}}"
    tail = [
        f"serves: [{serves}]", f"summary: {title} was held for officers of the region, who learned from cases of their own.",
        "body: |", "  Officers worked in groups on a case, from the first find to the judgment.", "", "  - one exercise a day",
        f"sources: [{source}]", "confidence: medium", f"published: {published}",
    ]  # fmt: skip
    name = f"{state.lower()}-{year}-{month:02}-course-{number}.yml"
    (folder / collection / name).write_text("\n".join([*head, *tail]) + "\n", encoding="utf-8")
