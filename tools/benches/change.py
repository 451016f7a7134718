"""The bench of a change: a data folder comes in; what the next build takes once one record has changed leaves, beside a build from
nothing, and whether the two make the same site. It knows nothing of how a build remembers."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from tools.benches.checkout import DAY, Checkout, values
from tools.benches.commands import Beside
from tools.benches.edits import edit, edited
from tools.benches.figures import Measure


def changes(checkouts: Sequence[Checkout], data: Path, size: int, repeat: int) -> Iterator[Beside]:
    """Another change in each run."""
    with TemporaryDirectory(prefix="chm-bench-") as folder:
        yield [_change(checkout, data, size, repeat, Path(folder, str(number))) for number, checkout in enumerate(checkouts)]


def _change(checkout: Checkout, data: Path, size: int, repeat: int, folder: Path) -> Measure:
    site, anew = folder / "site" / "site", folder / "anew"
    record = edited(data)
    checkout.usage("build", "--data", data, "--site", site, "--as-of", DAY)
    next_ones, whole_ones, differing = [], [], list[str]()
    for run in range(repeat):
        edit(record, f"Wildlife cases, version {run}")
        next_ones.append(checkout.usage("build", "--data", data, "--site", site, "--as-of", DAY))
        fresh = anew / str(run) / "site"
        whole_ones.append(checkout.usage("build", "--data", data, "--site", fresh, "--as-of", DAY))
        differing += differences(site, fresh)
    shares = {
        f"{name} of whole": [after / whole for after, whole in zip(runs, values(whole_ones)[name], strict=True)]
        for name, runs in values(next_ones).items()
        if not name.endswith("MB")
    }
    note = f"{len(differing)} files differ from a whole build, e.g. {differing[0]}" if differing else "the same site as a whole build"
    return Measure("build after one change", size, {**values(next_ones), **values(whole_ones, "whole "), **shares}, note)


def differences(one: Path, other: Path) -> list[str]:
    """The files of two sites that are not the same."""
    files = [{path.relative_to(site).as_posix(): path for path in site.rglob("*") if path.is_file()} for site in (one, other)]
    names = sorted(files[0].keys() | files[1].keys())
    return [
        name for name in names if not (name in files[0] and name in files[1]) or files[0][name].read_bytes() != files[1][name].read_bytes()
    ]
