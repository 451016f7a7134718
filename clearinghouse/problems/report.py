"""Reports: problems as text for people, JSON for tools and annotations for GitHub."""

import json
from collections.abc import Container, Iterable, Sequence

from clearinghouse.problems.problem import Problem, escaped, shown

FORMATS = ("text", "json", "github")


def errors_in(problems: Iterable[Problem]) -> int:
    """How many of them are errors, which refuse a build; warnings do not."""
    return sum(problem.severity == "error" for problem in problems)


def report(problems: Sequence[Problem], files: int, form: str, gone: Container[str] = ()) -> str:
    """All problems, in the order of files and lines, in one of FORMATS.

    files: how many were checked; gone: paths of files that are no more, to which GitHub can pin nothing.
    """
    ordered = sorted(problems)
    if form == "json":
        return as_json(ordered, files)
    if form == "github":
        return "".join(_annotation(problem, problem.path in gone) + "\n" for problem in ordered) + tally(ordered, files)
    return "".join(as_text(problem) + "\n" for problem in ordered) + tally(ordered, files)


def as_text(problem: Problem) -> str:
    """A problem on up to four lines, the first in the `file:line:column:` form that editors jump to."""
    head = f"{escaped(problem.path)}:{problem.line}:{problem.column}: {problem.severity} {problem.code} {shown(problem.key)}".rstrip()
    found = f'"{shown(problem.found)}"' if problem.found else ""
    return "\n".join((head, *_told(("found", found), ("allowed", escaped(problem.allowed)), ("fix", escaped(problem.fix)))))


def tally(problems: Sequence[Problem], files: int) -> str:
    """The closing line: `3 errors, 1 warning in 2 of 140 files`."""
    errors, touched = errors_in(problems), len({problem.path for problem in problems})
    if not problems:
        return f"no problems in {_counted(files, 'file')}"
    return f"{_counted(errors, 'error')}, {_counted(len(problems) - errors, 'warning')} in {touched} of {_counted(files, 'file')}"


def as_json(problems: Sequence[Problem], files: int) -> str:
    """An object with `files`, `errors`, `warnings` and the list `problems`, whose members carry a Problem's fields."""
    errors = errors_in(problems)
    members = [
        {
            "path": escaped(problem.path), "line": problem.line, "column": problem.column, "severity": problem.severity,
            "code": problem.code, "key": shown(problem.key), "found": shown(problem.found),
            "allowed": escaped(problem.allowed), "fix": escaped(problem.fix),
        }
        for problem in problems
    ]  # fmt: skip
    return json.dumps(
        {"files": files, "errors": errors, "warnings": len(problems) - errors, "problems": members}, ensure_ascii=False, indent=1
    )


def _told(*pairs: tuple[str, str]) -> list[str]:
    return [f"  {label + ':':<8} {text}" for label, text in pairs if text]


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}" + ("" if number == 1 else "s")


def _annotation(problem: Problem, is_gone: bool) -> str:
    """A workflow command (GitHub Actions, `::error file=…`), its text escaped so that data cannot give commands."""
    text = "\n".join(as_text(problem).splitlines()[1:]) or problem.code
    title = _property(f"{problem.code} {shown(problem.key)}".strip())
    place = f"file={_property(escaped(problem.path))},line={problem.line},col={problem.column},title={title}"
    if is_gone:
        place, text = f"title={title}", f"{escaped(problem.path)}\n{text}"
    return f"::{problem.severity} {place}::{_escaped(text)}"


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")
