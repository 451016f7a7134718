"""Samples of advice: what somebody wrote, what he wrote after he had read the problem, and who judges both."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from clearinghouse.problems.codes import KINDS
from clearinghouse.problems.problem import Problem
from clearinghouse.reading.files.folder import DataFile

Files = Sequence[DataFile]
Judge = Callable[[Files], Iterable[Problem]]
_GAP = re.compile(r"\{(\w+)\}")
_TO_WRITE = re.compile(r"(?:write|did you mean|name it|move it to|rename the file to|add|id:|is) [`\"]?\{(\w+)\}")
"""What a fix says to write, and not as an example: the gaps behind these words."""
_EXAMPLES = re.compile(r"e\.g\. (.+?)(?:;|: (?!…)| for |$)")
_OR = re.compile(r",? or |, ")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Sample:
    """Files before and after their author did what a problem says.

    kind: the constant of the kind that says so, or its code where others hold the sample against it already; judge: finds
    the problems of files; loses: words that go because the fix says so, beside those that the problem shows.
    """

    name: str
    kind: str
    before: Files
    after: Files
    judge: Judge
    loses: str = ""
    leaves: str = ""

    @cached_property
    def problems(self) -> list[Problem]:
        """What is wrong before."""
        return list(self.judge(self.before))

    @cached_property
    def blamed(self) -> list[Problem]:
        """The problems whose fix is tried."""
        return [problem for problem in self.problems if self.kind in {problem.code, *words_of(problem).kinds}]


@dataclass(frozen=True)
class Words:
    """The words that a problem says. kinds: the constants of the kinds that say so; fix: theirs, with its gaps open; gaps: what
    fills them."""

    kinds: frozenset[str]
    fix: str
    gaps: Mapping[str, str]

    @property
    def to_write(self) -> list[str]:
        """What the fix says to write, word for word."""
        return [self.gaps[gap] for gap in _TO_WRITE.findall(self.fix)]


def words_of(problem: Problem) -> Words:
    """The words that a problem says: of those that fit the ones that leave least open."""
    fitting = {
        (kind.allowed, fix): match.groupdict()
        for kind in KINDS.values()
        if kind.code == problem.code and _pattern(kind.allowed).fullmatch(problem.allowed)
        for fix in kind.fixes
        if (match := _pattern(fix).fullmatch(problem.fix))
    }
    allowed, fix = max(fitting, key=lambda texts: len(_GAP.sub("", "".join(texts))))
    names = (name for name, kind in KINDS.items() if kind.code == problem.code and kind.allowed == allowed and fix in kind.fixes)
    return Words(frozenset(names), fix, fitting[allowed, fix])


@cache
def _pattern(text: str) -> re.Pattern[str]:
    """A text with gaps as a pattern with a group for each; one that stands twice holds the same twice."""
    parts = _GAP.split(text)
    for place in range(1, len(parts), 2):
        name = parts[place]
        parts[place - 1] = re.escape(parts[place - 1])
        parts[place] = f"(?P={name})" if name in _GAP.findall(text)[: place // 2] else f"(?P<{name}>.+?)"
    return re.compile("".join((*parts[:-1], re.escape(parts[-1]))), re.DOTALL)


def faults(sample: Sample) -> Iterator[str]:
    """What is wrong with the advice. The problem is gone, and none is new; what the fix says to write was written, word for
    word; and no word went but those that the problem shows."""
    blamed, problems = sample.blamed, [_known_by(problem) for problem in sample.problems]
    after = [_known_by(problem) for problem in sample.judge(sample.after)]
    if not blamed:
        yield f"none of {problems} is {sample.kind}"
    yield from (f"still there: {problem}" for problem in map(_known_by, blamed) if after.count(problem) >= problems.count(problem))
    yield from (f"new: {problem}" for problem in Counter(after) - Counter(problems) if problem[0] != sample.leaves)
    written = "\n".join(Counter(_lines(sample.after)) - Counter(_lines(sample.before)))
    yield from (f"not written: {text}" for problem in blamed for text in words_of(problem).to_write if text not in written)
    seen = set(_WORD.findall(" ".join([sample.loses, *(f"{problem.found} {problem.key}" for problem in blamed)])))
    lost = Counter(_WORD.findall("\n".join(_lines(sample.before)))) - Counter(_WORD.findall("\n".join(_lines(sample.after))))
    yield from (f"lost: {word}" for word in lost if word not in seen)


def _known_by(problem: Problem) -> tuple[str, str, str]:
    """What stays the same of a problem, wherever lines and files move."""
    return problem.code, problem.key, problem.found


def _lines(files: Files) -> list[str]:
    """All lines of files, and their paths."""
    return [line for file in files for line in (file.lies_at, *file.content.decode("utf-8", "replace").splitlines())]


def examples(problem: Problem) -> list[str]:
    """What the fix gives as examples of what to write in the place of what was found."""
    match = _EXAMPLES.search(problem.fix)
    texts = _OR.split(match[1]) if match and problem.found else []
    return [text.strip('`"') for text in texts if not re.search(r"[<…:]", text)]


def with_example(files: Files, problem: Problem, example: str) -> Files | None:
    """The files with an example in the place of what was found; None where that is no piece of the line."""
    changed = []
    for file in files:
        lines = file.content.decode("utf-8", "replace").split("\n")
        line = lines[problem.line - 1] if file.name == problem.path else ""
        if problem.found and problem.found in line[problem.column - 1 :]:
            begin, rest = line[: problem.column - 1], line[problem.column - 1 :]
            quotes = '"' * (not rest.startswith(('"', "'")))
            lines[problem.line - 1] = begin + rest.replace(problem.found, f"{quotes}{example}{quotes}", 1)
            changed.append(DataFile(file.path, file.name, "\n".join(lines).encode()))
        else:
            changed.append(file)
    return changed if list(files) != changed else None
