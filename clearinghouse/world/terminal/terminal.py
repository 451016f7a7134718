"""Terminal: a question with its explanation goes out, a line comes back."""

import shutil
import textwrap
from collections.abc import Mapping

from clearinghouse.problems.problem import Problem
from clearinghouse.problems.report import as_text
from clearinghouse.records.keys.key import Key
from clearinghouse.records.written.keys import Leaf

FEW = 40
"""A list of more is not shown: states and time zones are known by name."""
STOP = "."


def ask(leaf: Leaf, offered: str) -> str | None:
    """Asks for a key and returns the answer, empty where it is left out, None where the rest is left out.

    offered: what an empty answer stands for. Raises KeyboardInterrupt where the input ends.
    """
    print(f"\n{leaf.label}{' *' if leaf.required else ''}")
    _say(leaf.key.help, "  ")
    numbered = _numbered(leaf.key)
    if numbered:
        _say("   ".join(f"{number} {word}" for number, word in numbered.items()), "  ")
    if leaf.key.many:
        _say(f"separate several with ; e.g. {leaf.key.example}", "  ")
    elif not numbered:
        _say(f"e.g. {leaf.key.example}", "  ")
    answer = line(f"[{offered}] > " if offered else "> ")
    if answer == STOP and not leaf.required:
        return None
    answer = answer or offered
    return "; ".join(numbered.get(part.strip(), part.strip()) for part in answer.split(";")) if numbered else answer


def line(prompt: str) -> str:
    """A line from the terminal. Raises KeyboardInterrupt where the input ends (Ctrl-D), as where it is broken off (Ctrl-C)."""
    try:
        return input(prompt).strip()
    except EOFError:
        print()
        raise KeyboardInterrupt from None


def agreed(question: str) -> bool:
    """Whether the answer is yes; nothing else is."""
    return line(f"{question} [y/N] > ").casefold() in ("y", "yes")


def tell(problem: Problem) -> None:
    """A problem with an answer, in the words of `chm check`."""
    head = f"  {problem.severity} {problem.code} {problem.key}"
    print("\n".join([head, *(f"  {line}" for line in as_text(problem).splitlines()[1:])]))


def _numbered(key: Key) -> Mapping[str, str]:
    """The choices by number, where there are few enough to show and none is a number itself."""
    choices = list(key.choices)
    if not choices or len(choices) > FEW or key.type == "flag" or any(choice.isdecimal() for choice in choices):
        return {}
    return {str(number): choice for number, choice in enumerate(choices, start=1)}


def _say(text: str, margin: str) -> None:
    width = max(40, min(100, shutil.get_terminal_size().columns))
    print(textwrap.fill(text, width, initial_indent=margin, subsequent_indent=margin, break_long_words=False, break_on_hyphens=False))
