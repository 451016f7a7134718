"""A filled issue form: the text that GitHub makes of it becomes answers by dotted key, and problems.

GitHub writes each question's label as a heading of the third level, the answer below it, `_No response_` where there
is none. Whoever opens an issue can write what he likes, so this text is taken as no more than text: what is no known
heading belongs to the answer, and all of it has an end. Every line of it is in an answer, or named in a problem.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from clearinghouse.problems.files import FILE_003
from clearinghouse.problems.intake.forms import FORM_001, FORM_002, FORM_003, FORM_003_ASIDE, FORM_003_EMPTY, FORM_004
from clearinghouse.problems.problem import Place, Problem
from clearinghouse.problems.values import TEXT_002
from clearinghouse.reading.intake.markdown_signs import A_LIST, markdown_signs
from clearinghouse.reading.intake.sections import HEADING, NO_RESPONSE, NOTHING_CHOSEN, Section, Sections, sections
from clearinghouse.records.keys.hidden import PATTERN, name_of
from clearinghouse.records.written.issue_forms import BEFORE_YOU_SEND, FORMS, IssueForm, Question
from clearinghouse.vocabulary.nearest import nearest

LONGEST = 65_536
"""Characters: what GitHub takes for an issue."""
_AROUND = 30
"""Characters before and behind one that cannot be seen, so that its place is found."""
_HIDDEN = re.compile(PATTERN)
_MARKDOWN = ("body", "more.value", "more.message")
"""Questions that may have Markdown: of a value that somebody corrects nobody knows before."""


@dataclass(frozen=True)
class Submission:
    """What somebody sent. answers: texts by dotted key, members of a list on lines of their own, none of them empty;
    problems: what is wrong with the answers as such, by the label of the question; labels: of the questions that gave an
    answer, by its key, for a list one for each line."""

    form: IssueForm
    answers: Mapping[str, str]
    problems: Sequence[Problem] = ()
    labels: Mapping[str, Sequence[str]] = field(default_factory=dict)

    def label_of(self, key: str) -> str:
        """The question that asks for a key of the record, or for a part of it; the key itself where none does."""
        if key == self.answers.get("more.key") or key.startswith(f"{self.answers.get('more.key')}."):
            key = "more.value"
        numbers = [int(number) for number in re.findall(r"\.(\d+)(?=\.|$)", key)]
        place = _numberless(key)
        place = re.sub(r"^(?:\w+\.)?sources?\.", "more.source.", place) if self._asks_for_one_source else place
        for path in (question.path for question in self.form.questions):
            if f"{place}.".startswith(f"{_numberless(path)}."):
                labels = self.labels.get(path) or [question.label for question in self.form.questions if question.path == path]
                return labels[min(numbers[-1], len(labels) - 1)] if numbers else labels[0]
        return key

    @property
    def _asks_for_one_source(self) -> bool:
        return any(question.path.startswith("more.source.") for question in self.form.questions)


def _numberless(path: str) -> str:
    return re.sub(r"\.\d+(?=\.|$)", "", path)


def submission(body: str) -> Submission | None:
    """Reads an issue's text. None where it was written without a form: that is a matter for people."""
    text = body[:LONGEST].replace("\r\n", "\n").replace("\r", "\n")
    headings = {match[1] for match in HEADING.finditer(text)}
    known = {kind: sum(question.label in headings for question in form.questions) for kind, form in FORMS.items()}
    best = max(known, key=lambda kind: (known[kind], -len(FORMS[kind].questions)))
    form = FORMS[best]
    if form.questions[0].label not in headings or known[best] * 2 < len(form.questions):
        return None
    cut = sections(form, text)
    answers: dict[str, str] = {}
    labels: dict[str, list[str]] = {}
    problems = [*_of_the_whole(len(body), cut), *(problem for section in cut.answers for problem in _of_an_answer(form, section))]
    for section in cut.answers:
        question, value = section.question, _value(section)
        if not value:
            continue
        if question.path in answers and not question.many:
            if value == answers[question.path]:
                continue
            questions = " and ".join([*labels[question.path], question.label])
            problems.append(FORM_002.at(Place("", key=question.label), found=value, questions=questions))
            continue
        answers[question.path] = f"{answers[question.path]}\n{value}" if question.path in answers else value
        labels.setdefault(question.path, []).extend([question.label] * (len(value.split("\n")) if question.many else 1))
    return Submission(form, answers, tuple(problems), labels)


def _of_the_whole(length: int, cut: Sections) -> Iterator[Problem]:
    if length > LONGEST:
        yield TEXT_002.at(Place(""), most=f"{LONGEST:,}", over=f"{length - LONGEST:,}")
    for text in cut.aside:
        yield FORM_003_ASIDE.at(Place("", key=BEFORE_YOU_SEND), found=text)


def _of_an_answer(form: IssueForm, section: Section) -> Iterator[Problem]:
    """What is to be said of an answer before anybody makes a value of it."""
    question, text = section
    if text == NO_RESPONSE:
        return
    place = Place("", key=question.label)
    for character in dict.fromkeys(_HIDDEN.findall(text)):
        at = text.index(character)
        yield FILE_003.at(place, found=text[max(0, at - _AROUND) : at + _AROUND], name=name_of(character))
    if question.options:
        _, unknown = question.chosen(text) if text not in NOTHING_CHOSEN else ((), ())
        for option in unknown:
            near = nearest(option, [*question.as_offered, *question.options]) or ""
            yield FORM_001.at(place, found=option, near=near, all=" | ".join(question.as_offered))
        return
    labels = {other.label for other in form.questions} | {BEFORE_YOU_SEND}
    for heading in dict.fromkeys(match[0] for match in HEADING.finditer(text) if match[1] in labels):
        yield FORM_003.at(place, found=heading)
    if NO_RESPONSE in text.split("\n"):
        yield FORM_003_EMPTY.at(place, found=NO_RESPONSE)
    if question.path not in _MARKDOWN and (
        signs := [sign for sign in markdown_signs(_value(section)) if sign != A_LIST or not _is_list(question)]
    ):
        yield FORM_004.at(place, found=text, signs=", ".join(signs))


def _is_list(question: Question) -> bool:
    """Whether the answer is taken apart, so that bullets are no part of it."""
    return question.many or question.path.endswith("title_local")


def _value(section: Section) -> str:
    question = section.question
    text = _HIDDEN.sub("", section.text)
    if question.options:
        return "\n".join(question.chosen(text)[0])
    return "\n".join(line for line in text.split("\n") if line != NO_RESPONSE).strip()
