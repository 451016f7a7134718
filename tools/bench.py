"""chm bench: measures builds, checks, exports, the server, the search or parts of a build: how long they take, and how much they need."""

import shutil
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from clearinghouse.commands import options
from clearinghouse.world.failure import Failure
from clearinghouse.world.root import ROOT
from tools.benches.change import changes
from tools.benches.checkout import DAY, Checkout
from tools.benches.commands import Beside, builds, checks, exports
from tools.benches.comparing import Comparison
from tools.benches.figures import Figures, Measure, lines
from tools.benches.made_up import synthesize
from tools.benches.parts.timing import part_measure
from tools.benches.serving import servings
from tools.peers.comparing import peer_measures
from tools.visits.payload import payload_measures
from tools.visits.search import search_measure

HELP = """\
Makes records (always the same ones), builds a site of them as `chm build` does, and prints wall time, CPU time of all processes
and their peak memory: of several runs the median, and the spread in brackets. N is how many records; 0 stands for data/.
Machines differ and are noisy: compare figures that were measured side by side on one machine.

  chm bench                   builds from nothing of 100, 1,000 and 5,000 records
  chm bench 0 400 --repeat 5  of data/ and of 400 records, five times each

What is measured instead, with its usual N:
  chm bench --change          the next build after one record has changed, and its share of a whole one; 0 1000
  chm bench --serve           seconds from saving a record to the page that shows it in `chm serve`; 0
  chm bench --check           checks of all records, of one file, and of what a change touches; 10000
  chm bench --export          copies for offline use; 0 10000
  chm bench --search          the index of the search, what a browser fetches for a first answer (and for one in Lao letters),
                              and how soon keys are answered; 0 10000
  chm bench --payload         what a first visit of a page of each kind fetches; 0 10000
  chm bench --peers           Hugo with Pagefind, and MkDocs with Material, beside us; needs `hugo`; 1000 10000
  chm bench --feeds           feeds and calendars alone; 1000 10000, and so are
            --quality         quality, to-do lists, time line and links
            --reports         indicators, what changed and the reports of years
            --data            open data, by kind of file, and its share of a whole build

Two revisions, best of all in turn on one machine:
  git worktree add ../older v1.0 && python3 ../older/scripts/chm.py --version
  chm bench 500 --beside ../older --repeat 5              a table of ratios: this revision by the older one
  chm bench 500 --beside ../older --limit 1.3             and exit status 1 where one is over 1.3
  chm bench 500 --beside ../older --summary speed.md      and that table into a file, below what it holds
  chm bench 500 --json now.json                           all figures with every run, the revision and the machine
  chm bench --compare older.json now.json --limit 1.3     the same table from two such files"""
SIZES = (100, 1_000, 5_000)
Take = Callable[[Sequence[Checkout], Path, int, int], Iterator[Beside]]
"""Measures the records of a folder, so many, with so many runs, in each checkout."""


def _alone(measure: Callable[[Path, int, int], Iterator[Measure]]) -> Take:
    """What is measured of this checkout alone."""
    return lambda _, data, size, repeat: ([one] for one in measure(data, size, repeat))


def _site(measure: Callable[[Path, int, float], Iterator[Measure]]) -> Take:
    """What is measured of a built site. measure: is given it, and how long the build took."""

    def measured(checkouts: Sequence[Checkout], data: Path, size: int, repeat: int) -> Iterator[Beside]:
        with TemporaryDirectory(prefix="chm-bench-") as folder:
            site = Path(folder, "site")
            seconds = checkouts[0].usage("build", "--data", data, "--site", site, "--as-of", DAY).wall
            yield from ([one] for one in measure(site, size, seconds))

    return measured


def _part(name: str) -> Take:
    return _alone(lambda data, size, repeat: iter([part_measure(name, data, size, repeat)]))


OF_COMMANDS: dict[str, tuple[Take, Sequence[int]]] = {
    "build": (builds, SIZES),
    "change": (changes, (0, 1_000)),
    "serve": (servings, (0,)),
    "check": (checks, (10_000,)),
    "export": (exports, (0, 10_000)),
}
"""What can be measured of any checkout, with its usual numbers of records."""
SUBJECTS: dict[str, tuple[Take, Sequence[int]]] = {
    **OF_COMMANDS,
    "search": (_site(lambda site, size, seconds: iter([search_measure(site, size, seconds)])), (0, 10_000)),
    "payload": (_site(lambda site, size, _: payload_measures(site, size)), (0, 10_000)),
    "peers": (_alone(lambda data, size, repeat: peer_measures(data.parent, size, repeat)), (1_000, 10_000)),
    "feeds": (_part("feeds"), (1_000, 10_000)),
    "quality": (_part("quality"), (1_000, 10_000)),
    "reports": (_part("reports"), (1_000, 10_000)),
    "data": (_part("open_data"), (1_000, 10_000)),
}
_flag = partial(click.option, "subject")


@options.command(HELP)
@click.argument("sizes", nargs=-1, type=click.IntRange(min=0), metavar="[N]...")
@_flag("--build", flag_value="build", help="measure builds from nothing (the default)")
@_flag("--change", flag_value="change", help="measure the build after a change of one record")
@_flag("--serve", flag_value="serve", help="measure how soon `chm serve` shows an edit")
@_flag("--check", flag_value="check", help="measure `chm check`")
@_flag("--export", flag_value="export", help="measure `chm export`")
@_flag("--search", flag_value="search", help="measure the search, in a browser where there is one")
@_flag("--payload", flag_value="payload", help="measure what first visits of pages fetch")
@_flag("--peers", flag_value="peers", help="measure Hugo and MkDocs with Material beside us")
@_flag("--feeds", flag_value="feeds", help="measure feeds and calendars")
@_flag("--quality", flag_value="quality", help="measure quality, to-do lists, time line and links")
@_flag("--reports", flag_value="reports", help="measure indicators, what changed and reports")
@_flag("--data", flag_value="data", help="measure open data and its share of a build")
@click.option("--repeat", type=click.IntRange(min=1, clamp=True), default=1, metavar="TIMES", help="how many runs (default: 1)")
@click.option("--json", "kept", type=options.PATH, metavar="FILE", help="write all figures there")
@click.option("--beside", type=options.PATH, metavar="DIR", help="measure another checkout too, in turn, and compare the two")
@click.option("--compare", type=options.PATH, nargs=2, metavar="A B", help="measure nothing: compare two files of --json")
@click.option("--limit", type=float, metavar="RATIO", help="a ratio over this is exit status 1")
@click.option("--summary", type=options.PATH, metavar="FILE", help="add the table of ratios to this file, in Markdown")
def run(
    sizes: tuple[int, ...],
    subject: str | None,
    repeat: int,
    kept: Path | None,
    beside: Path | None,
    compare: tuple[Path, Path] | None,
    limit: float | None,
    summary: Path | None,
) -> int:
    """Measures and prints a line as soon as it is known. Returns 0, or 1 where a ratio is over the limit, or raises Failure."""
    if compare:
        return _verdict(Comparison(Figures.at(compare[0]), Figures.at(compare[1]), limit), summary)
    if (limit is not None or summary) and not beside:
        raise Failure("--limit and --summary are about two revisions: name the other one with --beside, or two files with --compare")
    if beside and (subject or "build") not in OF_COMMANDS:
        raise Failure(f"--beside goes with {', '.join(OF_COMMANDS)}, not with --{subject}")
    take, usual = SUBJECTS[subject or "build"]
    checkouts = [Checkout.at(beside), Checkout.here()] if beside else [Checkout.here()]
    measures: list[Beside] = []

    def ours() -> Iterator[Measure]:
        for size in sizes or usual:
            for beside_one_another in _measured(take, checkouts, size, repeat):
                measures.append(beside_one_another)
                yield beside_one_another[-1]

    for line in lines(ours()):
        print(line, flush=True)
    figures = [Figures.of(checkout.revision, (one[number] for one in measures)) for number, checkout in enumerate(checkouts)]
    if kept:
        figures[-1].write(kept)
    if not beside:
        return 0
    print()
    return _verdict(Comparison(figures[0], figures[-1], limit), summary)


def _measured(take: Take, checkouts: Sequence[Checkout], size: int, repeat: int) -> Iterator[Beside]:
    """All about so many records, in a folder that is gone afterwards."""
    with TemporaryDirectory(prefix="chm-bench-") as folder:
        data = Path(folder, "data")
        if size:
            synthesize(data, size)
        else:
            shutil.copytree(ROOT / "data", data)
        yield from take(checkouts, data, size, repeat)


def _verdict(comparison: Comparison, summary: Path | None) -> int:
    table = "\n".join(comparison.lines())
    print(table)
    if summary:
        with summary.open("a", encoding="utf-8") as file:
            file.write(f"{table}\n\n")
    return 1 if comparison.over else 0
