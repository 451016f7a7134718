"""The bench of commands: records come in; what a build, checks and an export of them take in each of some checkouts leaves."""

import shutil
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from tools.benches.checkout import DAY, Checkout, in_turn, values
from tools.benches.figures import Measure
from tools.benches.measuring import Usage, usage_of

Beside = Sequence[Measure]
"""The same measure of each checkout."""


def builds(checkouts: Sequence[Checkout], data: Path, size: int, repeat: int) -> Iterator[Beside]:
    """Builds from nothing."""
    usages = in_turn(checkouts, repeat, lambda checkout: from_nothing(checkout, data))
    yield [
        Measure("build", size, {**values(runs), **_by_record(runs, size)}, runs[-1].words.partition(" in ")[0].removeprefix("built "))
        for runs in usages
    ]


def from_nothing(checkout: Checkout, data: Path) -> Usage:
    """What a build into a new folder takes."""
    with TemporaryDirectory(prefix="chm-bench-") as folder:
        return checkout.usage("build", "--data", data, "--site", Path(folder, "site"), "--as-of", DAY)


def checks(checkouts: Sequence[Checkout], data: Path, size: int, repeat: int) -> Iterator[Beside]:
    """Of all records; of one file, which is so small that an empty Python beside it says more; and of what differs from a revision,
    which is one file as well."""
    one = min((data / "trainings").glob("*.yml"))
    _commit(data)
    one.write_text(f"{one.read_text(encoding='utf-8')}# a remark\n", encoding="utf-8")
    rows: dict[str, list[str | Path]] = {
        "check of all": ["check", "--data", data],
        "check of one file": ["check", one],
        "check of one changed file, with --base": ["check", "--data", data, "--base", "HEAD"],
        "chm --help": ["--help"],
    }
    for what, command in rows.items():
        yield _beside_nothing(checkouts, what, size, repeat, command)


def _commit(data: Path) -> None:
    """Lets git keep the records as they are."""
    for arguments in (
        ["init", "--quiet"],
        ["add", "."],
        ["-c", "user.name=bench", "-c", "user.email=bench@office.example", "commit", "--quiet", "--message", "made up"],
    ):
        subprocess.run(["git", "-C", data, *arguments], check=True)


def exports(checkouts: Sequence[Checkout], data: Path, size: int, repeat: int) -> Iterator[Beside]:
    """Of a built site; the build beside it."""
    with TemporaryDirectory(prefix="chm-bench-") as folder:
        of_exports: list[Measure] = []
        for number, checkout in enumerate(checkouts):
            site, dist = Path(folder, f"site-{number}"), Path(folder, f"dist-{number}")
            build = checkout.usage("build", "--data", data, "--site", site, "--as-of", DAY)
            runs = []
            for _ in range(repeat):
                shutil.rmtree(dist, ignore_errors=True)
                runs.append(checkout.usage("export", "--site", site, "--dist", dist))
            sizes = {path.name: path.stat().st_size / 1e6 for path in dist.glob("*.zip")}
            whole = min(sizes, key=len)
            packs = [size for name, size in sizes.items() if name != whole]
            beside = {"CPU of a build": [run.cpu / build.cpu for run in runs], "zip MB": [sizes[whole]], "largest pack MB": [max(packs)]}
            note = runs[-1].words.splitlines()[-1].partition(" in ")[0].removeprefix("made ")
            of_exports.append(Measure("export", size, {**values(runs), **beside}, note))
        yield of_exports


def _beside_nothing(checkouts: Sequence[Checkout], what: str, size: int, repeat: int, command: Sequence[str | Path]) -> Beside:
    """A command, each of its runs beside a Python of the same environment that does nothing."""
    nothing: list[Usage] = []

    def measured(checkout: Checkout) -> Usage:
        nothing.append(usage_of([[checkout.python, "-P", "-c", "pass"]], checkout.root, checkout.surroundings))
        return checkout.usage(*command)

    usages = in_turn(checkouts, repeat, measured)
    empty = [nothing[number :: len(checkouts)] for number in range(len(checkouts))]
    return [
        Measure(what, size, {**values(runs), "CPU of empty Pythons": [run.cpu / none.cpu for run, none in zip(runs, nones, strict=True)]})
        for runs, nones in zip(usages, empty, strict=True)
    ]


def _by_record(runs: Sequence[Usage], size: int) -> dict[str, list[float]]:
    return {"CPU ms/record": [run.cpu * 1000 / size for run in runs]} if size else {}
