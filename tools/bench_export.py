"""The bench of the offline editions: how long `chm export` takes, how much memory, and how large what it makes is."""

from collections.abc import Callable, Sequence
from pathlib import Path

Measured = Callable[[Sequence[str | Path]], tuple[float, float, str]]
"""Runs a command of chm; gives wall seconds, peak memory in MB, and what was told."""
HEADING = f"{'records':>8} {'seconds':>8} {'peak MB':>8} {'zip MB':>8} {'largest pack MB':>16}  made"


def export_row(site: Path, dist: Path, measured: Measured) -> str:
    """The figures of a built site."""
    seconds, peak, output = measured(["export", "--site", site, "--dist", dist])
    sizes = {path.name: path.stat().st_size / 1e6 for path in dist.glob("*.zip")}
    whole = min(sizes, key=len)
    packs = max(size for name, size in sizes.items() if name != whole)
    editions = output.splitlines()[-1].partition(" in ")[0].removeprefix("made ")
    return f"{seconds:>8.2f} {peak:>8.0f} {sizes[whole]:>8.2f} {packs:>16.2f}  {editions}"
