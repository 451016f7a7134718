"""The answer to a filled issue form: what became of it, in Markdown in which its text is nothing but text."""

from collections.abc import Callable, Iterable, Iterator

from clearinghouse.problems.problem import Problem
from clearinghouse.problems.values import KEY_002
from clearinghouse.publications.forms.problem_words import to_senders
from clearinghouse.publications.html.markdown import code
from clearinghouse.publications.words import counted

LONGEST = 60_000
MOST_PROBLEMS = 40


def answer(key: str, problems: Iterable[Problem], label_of: Callable[[str], str]) -> str:
    """What to tell who sent the form. key: of the record that was made, or empty; label_of: the question that asks for
    a key of the record."""
    return ("\n".join(_lines(key, list(problems), label_of)) + "\n")[:LONGEST]


def _lines(key: str, problems: list[Problem], label_of: Callable[[str], str]) -> Iterator[str]:
    if key:
        yield f"Thank you. This became {code(key)}; a pull request proposes it, and an editor will look at it."
        if problems:
            yield ""
            yield "What they will look at in particular:"
    else:
        yield f"Thank you. This cannot become a record yet: {counted(len(problems), 'answer needs', 'answers need')} fixing."
        yield "**Edit this issue** (the three dots above, *Edit*), and it is checked again."
    if problems:
        yield ""
    for problem in problems[:MOST_PROBLEMS]:
        says = f" says {code(problem.found, 80)}" if problem.found else ""
        label = label_of(problem.key) if problem.key else "The record"
        if problem.code == KEY_002.code:
            yield f"- **{_bold(label)}** must be answered (`{problem.code}`)"
        else:
            fix, allowed = code(to_senders(problem.fix), 300), code(problem.allowed, 300)
            yield f"- **{_bold(label)}**{says}: {fix} (allowed: {allowed}; `{problem.code}`)"
    if len(problems) > MOST_PROBLEMS:
        yield f"- *and {len(problems) - MOST_PROBLEMS:,} more*"


def _bold(label: str) -> str:
    """A question's label is ours, a key may be anybody's."""
    return label if label.replace(" ", "").replace(":", "").isalnum() else code(label, 80)
