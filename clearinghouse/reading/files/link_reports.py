"""Link reports as files: one JSON object a line, so that a difference is a line, and a mistake has one.

The first line says which version it is, each other what is known of one address. A run that goes on keeps its looks in a
file of the same kind: the first line has its day, each other one look; what was cut off in writing is no line yet.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from io import BytesIO
from typing import Any, TypeVar

from clearinghouse.problems.limit import MOST_PROBLEMS, first_problems
from clearinghouse.problems.link_reports import LINKS_001, LINKS_001_OTHER, LINKS_002, LINKS_003
from clearinghouse.problems.problem import Place, Problem
from clearinghouse.records.link_report import OUTCOMES, VERSION, Failure, LinkReport, LinkState, Look

NAME = "_links.jsonl"
"""In the data folder; no record's name begins like that."""
JOURNAL = f"{NAME}.run"
"""What a run has seen that was stopped; it lies beside the report until the run is over."""
LARGEST_REPORT = 8_000_000
"""In bytes: no record, but what is known of every address; some 200 bytes for each."""
REPORT, RUN = "link-report", "link-run"
T = TypeVar("T")


def report_text(report: LinkReport) -> str:
    """The file of a report, addresses in their order."""
    rows: list[Mapping[str, Any]] = [{REPORT: VERSION}]
    for _, state in sorted(report.states.items()):
        failures = [[failure.on.isoformat(), failure.why] for failure in state.failures]
        row = {
            "url": state.url, "checked": state.checked.isoformat(), "failures": failures,
            "refused": state.refused, "moved_to": state.moved_to, "archived": state.archived,
        }  # fmt: skip
        rows.append({key: value for key, value in row.items() if value})
    return "".join(_line(row) for row in rows)


def run_head(on: date) -> str:
    """The first line of the looks of a run."""
    return _line({RUN: VERSION, "on": on.isoformat()})


def look_line(look: Look) -> str:
    """The line of a look."""
    row = {"url": look.url, "outcome": look.outcome, "why": look.why, "moved_to": look.moved_to, "archived": look.archived}
    return _line({key: value for key, value in row.items() if value})


def _line(row: Mapping[str, Any]) -> str:
    return json.dumps(row, ensure_ascii=False) + "\n"


def report_of(name: str, content: bytes) -> LinkReport | list[Problem]:
    """The report that a file holds. name: as problems name it."""
    if len(content) > LARGEST_REPORT:
        return [LINKS_003.at(Place(name), most=f"{LARGEST_REPORT / 1e6:.0f} MB")]
    head, rows = _rows(content)
    if not isinstance(head, dict) or head.get(REPORT) != VERSION:
        return [_other_version(name, head, REPORT)]
    states, problems = _parts(name, rows, _state)
    return problems or LinkReport({state.url: state for state in states})


def run_of(name: str, content: bytes) -> tuple[date, list[Look]] | list[Problem]:
    """The day of a run that was interrupted, and what it has found. A line without an end was cut off, and is left out."""
    whole = content[: content.rfind(b"\n") + 1]
    head, rows = _rows(whole)
    on = _day(head.get("on")) if isinstance(head, dict) and head.get(RUN) == VERSION else None
    if on is None:
        return [_other_version(name, head, RUN)]
    looks, problems = _parts(name, rows, lambda row: _look(row, on))
    return problems or (on, looks)


def _rows(content: bytes) -> tuple[Any, Iterator[bytes]]:
    """The first line, parsed, and the others, one at a time: a list of a million would take more memory than the file."""
    lines = (line.removesuffix(b"\n") for line in BytesIO(content))
    return _parsed(next(lines, b"")), lines


def _parsed(line: bytes) -> Any:
    try:
        return json.loads(line)
    except (ValueError, RecursionError):
        return None


def _parts(name: str, rows: Iterable[bytes], read: Callable[[Mapping[str, Any]], T | None]) -> tuple[list[T], list[Problem]]:
    parts: list[T] = []
    problems: list[Problem] = []
    for number, line in enumerate(rows, start=2):
        if not line.strip():
            continue
        row = _parsed(line)
        part = read(row) if isinstance(row, dict) else None
        if part is None:
            problems.append(LINKS_002.at(Place(name, number), found=line.decode("utf-8", "replace")))
            if len(problems) > MOST_PROBLEMS:  # a million more would take their time, and nobody reads them
                break
        else:
            parts.append(part)
    return parts, first_problems(problems, len(problems), at_least=True) if problems else []


def _other_version(name: str, head: Any, kind: str) -> Problem:
    version = head.get(kind) if isinstance(head, dict) else None
    found = "" if version is None else f"{kind} {version}"
    return (LINKS_001 if version is None else LINKS_001_OTHER).at(Place(name), found=found, kind=kind, version=str(VERSION))


def _state(row: Mapping[str, Any]) -> LinkState | None:
    checked, failures = _day(row.get("checked")), list(_failures(row.get("failures", [])))
    texts = [row.get(key, "") for key in ("url", "refused", "moved_to", "archived")]
    if checked is None or None in failures or not _are_texts(texts):
        return None
    url, refused, moved_to, archived = texts
    return LinkState(url, checked, tuple(failure for failure in failures if failure), refused, moved_to, archived)


def _failures(rows: Any) -> Iterator[Failure | None]:
    pairs: list[Any] = rows if isinstance(rows, list) else [None]
    for row in pairs:
        is_pair = isinstance(row, list) and len(row) == 2 and isinstance(row[1], str)
        on = _day(row[0]) if is_pair else None
        yield Failure(on, row[1]) if on else None


def _look(row: Mapping[str, Any], on: date) -> Look | None:
    texts = [row.get(key, "") for key in ("url", "outcome", "why", "moved_to", "archived")]
    if not _are_texts(texts) or row.get("outcome") not in OUTCOMES:
        return None
    url, outcome, why, moved_to, archived = texts
    return Look(url, on, outcome, why, moved_to, archived)


def _are_texts(texts: list[Any]) -> bool:
    """Whether all are texts, and those that are addresses could be links: the first, and the last two."""
    if not all(isinstance(text, str) for text in texts) or not texts[0].startswith(("http://", "https://")):
        return False
    return all(not text or text.startswith(("http://", "https://")) for text in texts[-2:])


def _day(text: Any) -> date | None:
    try:
        return date.fromisoformat(text) if isinstance(text, str) and len(text) == 10 else None
    except ValueError:
        return None
