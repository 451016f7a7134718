"""Speed: pages of a served site come in; what Lighthouse says of them on a telephone leaves, the median of several runs.

Lighthouse simulates a slow line and a slow processor from what it measures on this machine: let nothing else run beside it.
"""

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from clearinghouse.world.browser.browser import browser, is_root
from clearinghouse.world.failure import Failure
from tools.quality.locked_tools import program
from tools.quality.verdict import Fault, Speed

NAME = "lighthouse"
LIGHTHOUSE = Path("lighthouse", "cli", "index.js")
FAST_ENOUGH, PERFECT, STILL = 95, 100, 0.02
"""The least score of performance, the score of all else, and how far a page may jump while it loads."""
Report = dict[str, Any]
"""The JSON of Lighthouse."""
CATEGORIES = {"accessibility": "accessibility", "best-practices": "practices", "seo": "seo"}


def pages_of(kinds: Mapping[str, str]) -> dict[str, str]:
    """The pages that stand for all, by their names: front page, list, record, legislation of a state, search."""
    return {
        "front page": "",
        "list": "trainings/",
        "record": kinds["trainings/*"],
        "legislation": "legislation/",
        "search": "search/?q=ivory",
    }


def speed_of(name: str, url: str, address: str, packages: Path, runs: int) -> tuple[Speed, list[Fault]]:
    """What is measured of a page, and what is wrong with it. url: of the front page."""
    reports = [_report(url + address, packages) for _ in range(runs)]
    worst = {own: min(_score(report, category) for report in reports) for category, own in CATEGORIES.items()}
    shift = max(float(report["audits"]["cumulative-layout-shift"]["numericValue"]) for report in reports)
    performance = tuple(_score(report, "performance") for report in reports)
    speed = Speed(name, address, performance, round(shift, 4), **worst)
    return speed, [Fault("true", name, address, NAME, "telephone", text) for text in _complaints(speed, reports[-1])]


def _complaints(speed: Speed, report: Report) -> Iterator[str]:
    if speed.median < FAST_ENOUGH:
        runs = ", ".join(map(str, speed.performance))
        yield f"performance {speed.median}, not {FAST_ENOUGH} (runs: {runs}; is anything else running?): {_lost(report, 'performance')}"
    if speed.shift > STILL:
        yield f"jumps by {speed.shift}, not {STILL} at most"
    for category, own in CATEGORIES.items():
        if getattr(speed, own) < PERFECT:
            yield f"{category} {getattr(speed, own)}, not {PERFECT}: {_lost(report, category)}"


def _score(report: Report, category: str) -> int:
    return round(100 * (report["categories"][category]["score"] or 0))


def _lost(report: Report, category: str) -> str:
    """The audits of a category that cost points."""
    costly = []
    for reference in report["categories"][category]["auditRefs"]:
        audit = report["audits"][reference["id"]]
        score = audit["score"]
        if reference["weight"] and isinstance(score, int | float) and score < 1:
            costly.append(f"{audit['id']} {audit.get('displayValue') or audit['title']}")
    return "; ".join(costly)


def _report(url: str, packages: Path) -> Report:
    node = program("node", "to run Lighthouse")
    flags = ["--headless=new", *(["--no-sandbox"] if is_root() else [])]
    command = [node, str(packages / LIGHTHOUSE), url, "--output=json", "--quiet", f"--chrome-flags={' '.join(flags)}"]
    around = {**os.environ, "CHROME_PATH": str(browser())}
    ran = subprocess.run([*command, "--no-enable-error-reporting"], env=around, capture_output=True, encoding="utf-8", check=False)
    try:
        report: Report = json.loads(ran.stdout)
    except ValueError:
        print(ran.stderr[-2000:], file=sys.stderr)
        raise Failure(f"Lighthouse failed at {url}: {(ran.stderr.strip().splitlines() or ['without a word'])[-1]}") from None
    if error := report.get("runtimeError"):
        raise Failure(f"Lighthouse failed at {url}: {error}")
    return report
