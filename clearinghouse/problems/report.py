"""Reports: problems as text for people, JSON for tools and annotations for GitHub."""

import json
from collections.abc import Container, Iterable, Sequence

from clearinghouse.problems.problem import Problem, excerpt, visible

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
    head = f"{visible(problem.path)}:{problem.line}:{problem.column}: {problem.severity} {problem.code} {excerpt(problem.key)}".rstrip()
    quoted = f'"{excerpt(problem.found)}"' if problem.found else ""
    return "\n".join((head, *_lines(("found", quoted), ("allowed", visible(problem.allowed)), ("fix", visible(problem.fix)))))


def tally(problems: Sequence[Problem], files: int) -> str:
    """The closing line: `3 errors, 1 warning in 2 of 140 files`."""
    errors, paths = errors_in(problems), len({problem.path for problem in problems})
    if not problems:
        return f"no problems in {_count(files, 'file')}"
    return f"{_count(errors, 'error')}, {_count(len(problems) - errors, 'warning')} in {paths} of {_count(files, 'file')}"


def as_json(problems: Sequence[Problem], files: int) -> str:
    """An object with `files`, `errors`, `warnings` and the list `problems`, whose members carry a Problem's fields."""
    errors = errors_in(problems)
    members = [
        {
            "path": visible(problem.path), "line": problem.line, "column": problem.column, "severity": problem.severity,
            "code": problem.code, "key": excerpt(problem.key), "found": excerpt(problem.found),
            "allowed": visible(problem.allowed), "fix": visible(problem.fix),
        }
        for problem in problems
    ]  # fmt: skip
    return json.dumps(
        {"files": files, "errors": errors, "warnings": len(problems) - errors, "problems": members}, ensure_ascii=False, indent=1
    )


def _lines(*pairs: tuple[str, str]) -> list[str]:
    return [f"  {label + ':':<8} {text}" for label, text in pairs if text]


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}" + ("" if number == 1 else "s")


def _annotation(problem: Problem, is_gone: bool) -> str:
    """A workflow command (GitHub Actions, `::error file=…`), its text escaped so that data cannot give commands."""
    text = "\n".join(as_text(problem).splitlines()[1:]) or problem.code
    title = _property(f"{problem.code} {excerpt(problem.key)}".strip())
    place = f"file={_property(visible(problem.path))},line={problem.line},col={problem.column},title={title}"
    if is_gone:
        place, text = f"title={title}", f"{visible(problem.path)}\n{text}"
    return f"::{problem.severity} {place}::{_command_text(text)}"


def _command_text(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _command_text(text).replace(":", "%3A").replace(",", "%2C")
