"""A filled issue form: the text that GitHub makes of it becomes answers by dotted key.

GitHub writes each question's label as a heading of the third level, the answer below it, `_No response_` where there
is none. Whoever opens an issue can write what he likes, so this text is taken as no more than text: what is no known
heading belongs to the answer, what is no option is judged by the rules like all else, and all of it has an end.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from clearinghouse.records.written.issue_forms import BEFORE_YOU_SEND, FORMS, SEPARATOR, IssueForm, Question

LONGEST = 65_536
"""Characters: what GitHub takes for an issue."""
_HEADING = re.compile(r"^### (.{1,200}?)[ \t]*$", re.MULTILINE)
_NEXT_OPTION = re.compile(rf", (?=[A-Za-z0-9.-]+{re.escape(SEPARATOR)})")
_NOTHING = ("_No response_", "None")


@dataclass(frozen=True)
class Submission:
    """What somebody sent. answers: texts by dotted key, members of a list on lines of their own, none of them empty."""

    form: IssueForm
    answers: Mapping[str, str]

    def label_of(self, key: str) -> str:
        """The question that asks for a key of the record, or for a part of it; the key itself where none does."""
        for question in self.form.questions:
            asked = re.sub(r"\.0(?=\.|$)", "", question.path)
            if re.sub(r"\.\d+(?=\.|$)", "", key) == asked or key.startswith(f"{question.path}."):
                return question.label
        return key


def submission(body: str) -> Submission | None:
    """Reads an issue's text. None where it was written without a form: that is a matter for people."""
    text = body[:LONGEST].replace("\r\n", "\n").replace("\r", "\n")
    headings = [match[1] for match in _HEADING.finditer(text)]
    known = {kind: sum(question.label in headings for question in form.questions) for kind, form in FORMS.items()}
    best = max(known, key=lambda kind: (known[kind], -len(FORMS[kind].questions)))
    form = FORMS[best]
    if form.questions[0].label not in headings or known[best] * 2 < len(form.questions):
        return None
    answers: dict[str, str] = {}
    for question, answer in _answered(form, text):
        value = _value(question, answer)
        if value and question.path in answers and question.many:
            answers[question.path] += f"\n{value}"
        elif value:
            answers.setdefault(question.path, value)
    return Submission(form, answers)


def _answered(form: IssueForm, text: str) -> list[tuple[Question, str]]:
    """Each question with the text below its heading, the first of that name; headings come in the form's order."""
    labels = {question.label: place for place, question in enumerate(form.questions)} | {BEFORE_YOU_SEND: len(form.questions)}
    starts: list[tuple[int, int, int]] = []
    for match in _HEADING.finditer(text):
        place = labels.get(match[1], -1)
        if place > (starts[-1][0] if starts else -1):
            starts.append((place, match.start(), match.end()))
    ends = [start for _, start, _ in starts[1:]] + [len(text)]
    return [
        (form.questions[place], text[after:end].strip())
        for (place, _, after), end in zip(starts, ends, strict=True)
        if place < len(form.questions)
    ]


def _value(question: Question, answer: str) -> str:
    if answer in _NOTHING:
        return ""
    if not question.options:
        return answer
    chosen = _NEXT_OPTION.split(answer) if question.many else [answer]
    return "\n".join(option.partition(SEPARATOR)[0].strip() for option in chosen)
