"""Sections: the text of a filled form is cut at the headings of its questions, also where an answer holds such headings.

GitHub writes every question, in the order of the form, as a heading between two blank lines, and `_No response_` below it
where there is no answer. Whoever fills in a form may write the very same into an answer. So of all ways to cut the text
that one is taken in which the fewest things are as GitHub would not write them; of several such ways the one that cuts late.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from markdown_it import MarkdownIt

from clearinghouse.records.written.issue_forms import BEFORE_YOU_SEND, IssueForm, Question

NO_RESPONSE = "_No response_"
"""What GitHub writes where there is no answer. It is never text."""
NOTHING_CHOSEN = (NO_RESPONSE, "None", "")
"""What it writes where no option was chosen."""
HEADING = re.compile(r"^### (.{1,200}?)[ \t]*$", re.MULTILINE)
_MOST_OF_A_LABEL = 6
"""How many headings of one label are tried from each end of the text; an answer does not hold more in good faith."""
_MISSING, _ODD = 1_000, 2
"""What it costs to do without a question's heading, and to take an answer that its question cannot have."""
_MARKDOWN = MarkdownIt("commonmark")


class Section(NamedTuple):
    """A question with the text below its heading."""

    question: Question
    text: str


@dataclass(frozen=True)
class Sections:
    """A text that was cut. aside: what stands before the first heading, and behind the last."""

    answers: Sequence[Section]
    aside: Sequence[str]


@dataclass(frozen=True)
class _Heading:
    """A line that may be the heading of a question. place: of the question in its form; cost: how unlike GitHub's it is."""

    place: int
    start: int
    end: int
    cost: int


def sections(form: IssueForm, text: str) -> Sections:
    """Cuts the text of a form, whose lines end with a line feed."""
    headings = [_Heading(-1, 0, 0, 0), *_headings(form, text), _Heading(len(form.questions) + 1, len(text), len(text), 0)]
    cost, before = [0] * len(headings), [0] * len(headings)
    for number, heading in enumerate(headings[1:], start=1):
        cost[number] = _MISSING * len(headings)
        for earlier in range(number - 1, -1, -1):
            other = headings[earlier]
            ahead = cost[earlier] + heading.cost + _MISSING * (heading.place - other.place - 1)
            if other.place >= heading.place or ahead >= cost[number]:
                continue
            ahead += _oddity(form, other, text[other.end : heading.start])
            if ahead < cost[number]:
                cost[number], before[number] = ahead, earlier
    chosen = [len(headings) - 1]
    while chosen[-1]:
        chosen.append(before[chosen[-1]])
    ends = [(headings[number], headings[following]) for following, number in pairwise(chosen)]
    texts = {heading.place: text[heading.end : following.start].strip() for heading, following in reversed(ends)}
    aside = [texts.pop(-1, ""), _beside_the_pledge(texts.pop(len(form.questions), ""))]
    answers = [Section(form.questions[place], answer) for place, answer in texts.items()]
    return Sections(answers, [part for part in aside if part])


def _headings(form: IssueForm, text: str) -> list[_Heading]:
    places = {question.label: place for place, question in enumerate(form.questions)} | {BEFORE_YOU_SEND: len(form.questions)}
    lines_of_code = {
        line for token in _MARKDOWN.parse(text) if token.type in ("fence", "html_block") and token.map for line in range(*token.map)
    }
    by_place: dict[int, list[_Heading]] = {}
    line, counted_to = 0, 0
    for match in HEADING.finditer(text):
        line += text.count("\n", counted_to, match.start())
        counted_to = match.start()
        if match[1] in places:
            margins = text[max(0, match.start() - 2) : match.start()], text[match.end() : match.end() + 2]
            cost = _ODD * (line in lines_of_code) + any(margin.strip("\n") for margin in margins)
            by_place.setdefault(places[match[1]], []).append(_Heading(places[match[1]], match.start(), match.end(), cost))
    tried = (heading for same in by_place.values() for heading in dict.fromkeys([*same[:_MOST_OF_A_LABEL], *same[-_MOST_OF_A_LABEL:]]))
    return sorted(tried, key=lambda heading: heading.start)


def _oddity(form: IssueForm, heading: _Heading, text: str) -> int:
    """How unlike an answer to the question of a heading a text is."""
    answer = text.strip()
    if not 0 <= heading.place < len(form.questions):
        return int(bool(answer) and heading.place < 0)
    question = form.questions[heading.place]
    if answer == NO_RESPONSE:
        return 0
    if question.options:
        return 0 if answer in NOTHING_CHOSEN else _ODD * bool(question.chosen(answer)[1])
    is_odd = not answer or ("\n" in answer and not question.is_long) or f"\n{NO_RESPONSE}\n" in f"\n{answer}\n"
    return _ODD * is_odd + (question.many and "\n\n" in answer)


def _beside_the_pledge(text: str) -> str:
    """What stands behind the last heading beside the boxes that were ticked there."""
    return "\n".join(line for line in text.split("\n") if line.strip() and not re.match(r"- \[[ xX]\]", line))
