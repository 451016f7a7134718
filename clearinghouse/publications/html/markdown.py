"""Markdown: a stranger's text shown as it is, in what GitHub makes of comments."""

import re

from clearinghouse.problems.problem import visible

LONGEST = 200


def code(text: str, longest: int = LONGEST) -> str:
    """A text as a code span (CommonMark 0.31 §6.1): nothing in it is read as Markdown, HTML, a mention or a link.

    It stands on one line, controls are written as escapes, and what is longer is cut. The fence has one backtick more
    than the longest run inside.
    """
    line = visible(" ".join(text.split()))
    line = line if len(line) <= longest else line[: longest - 1] + "…"
    fence = "`" * (max(map(len, re.findall("`+", line)), default=0) + 1)
    pad = " " if line[:1] in ("`", "") or line[-1:] == "`" else ""
    return f"{fence}{pad}{line}{pad}{fence}"
