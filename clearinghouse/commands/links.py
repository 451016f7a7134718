"""chm links: looks at every address that records name, politely, and keeps what it finds over the runs."""

import contextlib
import queue
import sys
import threading
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

import click

from clearinghouse import __version__
from clearinghouse.catalogue.catalogue import Catalogue
from clearinghouse.catalogue.outward import addresses
from clearinghouse.commands import options
from clearinghouse.problems.problem import Problem
from clearinghouse.problems.report import report
from clearinghouse.publications.pages.upkeep.outward_links import issue_text
from clearinghouse.publications.words import counted
from clearinghouse.reading.files.link_reports import LARGEST_REPORT, NAME, look_line, report_text, run_head, run_of
from clearinghouse.reading.typing.read import read
from clearinghouse.records.link_report import DEAD_AFTER, EMPTY, FAILED, FINE, LinkReport, Look
from clearinghouse.world.disk.data_folder import data_files, told_path
from clearinghouse.world.failure import Failure
from clearinghouse.world.web.pace import Pace
from clearinghouse.world.web.visiting import Visitor

HELP = f"""\
Looks at every address that records name: one request a second to a host, HEAD first, and GET where that is not answered
well, three attempts where a second may help. What fails in {DEAD_AFTER} runs, on as many days, counts as dead; for that an archived
copy is looked for. What was found is kept in {NAME} of the data folder, from which the next build makes /quality/links/.

  chm links                       all addresses of data/
  chm links --issue issue.md      and writes what is to be mended, in Markdown, for one issue that is rewritten every time

Ctrl-C, or whatever else ends it, loses nothing: the next run goes on where this one stopped.

Exit status: 0 looked, 1 the records or the report have problems (all told), 2 the tool itself failed, 130 stopped."""
ARCHIVE = "https://web.archive.org/web/{day}/{url}"
WORKERS = 8
TOLD_EVERY = 10.0
"""Seconds between two lines that say how far it is."""


@options.command(HELP)
@options.data
@click.option("--issue", type=options.PATH, metavar="FILE", help="write there what is to be mended, in Markdown")
@click.option("--site-url", default="", metavar="URL", help="with --issue: where the site is, for links to its pages")
@options.as_of
@click.option("--pause", type=float, default=1.0, metavar="SECONDS", help="between two requests to a host (default: 1)")
@click.option("--timeout", type=float, default=20.0, metavar="SECONDS", help="for one request (default: 20)")
@click.option("--archive", default=ARCHIVE, metavar="URL", help="where copies are kept, with {day} and {url}; empty for nowhere")
@click.option("--local", is_flag=True, help="let addresses lead into a private network as well")
def run(data: Path, issue: Path | None, site_url: str, as_of: date, pause: float, timeout: float, archive: str, local: bool) -> int:
    """Looks, keeps and tells. Returns 0 or 1, or raises Failure."""
    reading = read(data_files(data))
    errors = [problem for problem in reading.problems if problem.severity == "error"]
    journal = data / f"{NAME}.run"
    begun = _begun(journal)
    if errors or isinstance(begun, list):
        print(report([*errors, *(begun if isinstance(begun, list) else [])], reading.files, "text"), file=sys.stderr)
        return 1
    on, looks = begun or (as_of, [])
    catalogue = Catalogue.of(reading.records, reading.about, on, reading.links)
    before, named = reading.links or EMPTY, addresses(catalogue)
    seen = {look.url for look in looks}
    left = [url for url in named if url not in seen]
    if looks:
        print(f"going on with the run of {on}: {len(looks):,} of {counted(len(named), 'address', 'addresses')} were looked at", flush=True)
    visitor = Visitor(Pace(pause, time.monotonic, time.sleep), f"clearing-house-links/{__version__}", timeout, local)
    copies = _copies(catalogue, before, on, archive)
    with _kept(journal, on) as keep:
        for look in _told(_looks(visitor, left, copies, on), len(left)):
            keep(look)
            looks.append(look)
    after = before.after(looks, named)
    text = report_text(after)
    if len(text.encode()) > LARGEST_REPORT:
        raise Failure(f"the report would be larger than {LARGEST_REPORT:,} bytes, and no build would read it: name fewer addresses")
    _replaced(data / NAME, text)
    journal.unlink(missing_ok=True)
    if issue:
        _replaced(issue, issue_text(replace(catalogue, links=after), site_url))
    print(_summary(after, looks))
    return 0


def _begun(journal: Path) -> tuple[date, list[Look]] | list[Problem] | None:
    """What a run that was interrupted has found, or None where none was."""
    try:
        content = journal.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise Failure(f"cannot read {journal}: {error.strerror}") from None
    if b"\n" not in content:  # it was ended before its first line was
        return None
    return run_of(told_path(journal), content)


@contextlib.contextmanager
def _kept(journal: Path, on: date) -> Iterator[Callable[[Look], object]]:
    """Writes each look as soon as it is known, so that nothing is lost whatever happens."""
    try:
        whole = journal.read_bytes() if journal.exists() else b""
        if not whole.endswith(b"\n"):  # what was cut off would spoil the line after it
            journal.write_bytes(whole[: whole.rfind(b"\n") + 1] or run_head(on).encode())
        with journal.open("ab", buffering=0) as file:
            yield lambda look: file.write(look_line(look).encode())
    except OSError as error:
        raise Failure(f"cannot write {journal}: {error.strerror}") from None


def _copies(catalogue: Catalogue, before: LinkReport, on: date, template: str) -> Mapping[str, str]:
    """Where an archived copy may be found of each address that is dead if it fails once more, and has none yet."""
    copies = {}
    for url, named in addresses(catalogue).items() if template else ():
        state = before.states.get(url)
        fails = [each for each in state.failures if each.on != on] if state else []
        source = next((each.outward.source for each in named if each.outward.source), None)
        if state and len(fails) + 1 >= DEAD_AFTER and not state.archived and not (source and source.archived):
            read_on = source.accessed if source else state.checked
            copies[url] = template.replace("{day}", f"{read_on:%Y%m%d}").replace("{url}", url)
    return copies


def _looks(visitor: Visitor, urls: Iterable[str], copies: Mapping[str, str], on: date) -> Iterator[Look]:
    """Looks at all addresses, several hosts at a time and each host's one after the other, and gives each as it is known."""
    hosts: dict[str, list[str]] = defaultdict(list)
    for url in urls:
        hosts[_host(url)].append(url)
    waiting: queue.SimpleQueue[list[str]] = queue.SimpleQueue()
    for several in sorted(hosts.values(), key=len, reverse=True):  # the longest first, or it would be waited for in the end
        waiting.put(several)
    found: queue.SimpleQueue[Look | BaseException] = queue.SimpleQueue()

    def work() -> None:
        with contextlib.suppress(queue.Empty):
            while True:
                for url in waiting.get_nowait():
                    try:
                        found.put(_look(visitor, url, copies.get(url, ""), on))
                    except BaseException as error:  # else the others would wait for it for ever
                        found.put(error)

    for _ in range(min(WORKERS, len(hosts))):
        threading.Thread(target=work, daemon=True).start()  # daemons: who presses Ctrl-C does not wait for slow hosts
    for _ in range(sum(map(len, hosts.values()))):
        each = found.get()
        if isinstance(each, BaseException):
            raise each
        yield each


def _host(url: str) -> str:
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""


def _look(visitor: Visitor, url: str, copy: str, on: date) -> Look:
    found = visitor.look(url)
    archived = ""
    if found.outcome == FAILED and copy:
        kept = visitor.look(copy)
        archived = kept.final if kept.outcome == FINE else ""
    return Look(url, on, found.outcome, found.why, found.moved_to, archived)


def _told(looks: Iterable[Look], total: int) -> Iterator[Look]:
    """The looks, and now and then how many there are."""
    last, failed = time.monotonic(), 0
    for number, look in enumerate(looks, start=1):
        yield look
        failed += look.outcome == FAILED
        if time.monotonic() - last >= TOLD_EVERY or number == total:
            last = time.monotonic()
            print(f"looked at {number:,} of {counted(total, 'address', 'addresses')}, {failed:,} failed", file=sys.stderr, flush=True)


def _replaced(path: Path, text: str) -> None:
    """Writes a file whole, in the place of the one that is there."""
    beside = path.with_name(f".{path.name}.new")
    try:
        beside.write_text(text, encoding="utf-8", newline="\n")
        beside.replace(path)
    except OSError as error:
        raise Failure(f"cannot write {path}: {error.strerror}") from None
    finally:
        beside.unlink(missing_ok=True)


def _summary(report: LinkReport, looks: list[Look]) -> str:
    dead = sum(state.is_dead for state in report.states.values())
    numbers = [sum(look.outcome == outcome for look in looks) for outcome in (FINE, FAILED)]
    rest = len(looks) - sum(numbers)
    told = f"{numbers[0]:,} answered, {numbers[1]:,} failed, {rest:,} would not let a machine look"
    return f"looked at {counted(len(looks), 'address', 'addresses')}: {told}; {dead:,} dead after {DEAD_AFTER} runs"
