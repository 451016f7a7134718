"""An issue form: the template that GitHub shows, in YAML, made from the questions of `records.issue_forms`."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence

from clearinghouse.records.written.issue_forms import BEFORE_YOU_SEND, IssueForm, Question

_HEAD = "# Made by `chm form --templates .github/ISSUE_TEMPLATE`, never by hand: a test holds it to the closed lists.\n"
_INTRODUCTION = (
    "What you send here is checked and becomes a pull request. If something is wrong, you get an answer that says what to write "
    "instead, and you edit this issue. Leave out what you do not know: a gap is better than a guess. This page is public."
)
_PLEDGE = "I name no persons, only offices and their mailboxes, and nothing about suspects, cases or operations."


def issue_form(form: IssueForm) -> str:
    """The text of the template's file."""
    return _HEAD + "".join(f"{line}\n" for line in _lines(form))


def _lines(form: IssueForm) -> Iterator[str]:
    yield f"name: {_quoted(form.name)}"
    yield f"description: {_quoted(form.description)}"
    yield f"title: {_quoted(form.title)}"
    yield 'labels: ["record"]'
    yield "body:"
    yield from _element("markdown", "", {"value": _INTRODUCTION})
    names: set[str] = set()
    for question in form.questions:
        name = re.sub(r"[^a-z0-9_]+", "-", question.path)
        yield from _element(*_asked(question, f"{name}-other" if name in names else name))
        names.add(name)
    yield from _element("checkboxes", "pledge", {"label": BEFORE_YOU_SEND, "options": [{"label": _PLEDGE, "required": True}]})


def _asked(question: Question, name: str) -> tuple[str, str, Mapping[str, object], bool]:
    attributes: dict[str, object] = {"label": question.label, "description": question.help}
    if question.options:
        attributes["options"] = list(question.as_offered)
        attributes |= {"multiple": True} if question.many else {}
        attributes |= {"default": list(question.options).index(question.default)} if question.default else {}
        return "dropdown", name, attributes, question.required
    if question.many:
        attributes["description"] = f"{question.help} One on each line."
    if question.default:
        attributes["value"] = question.default
    attributes["placeholder"] = question.example
    return "textarea" if question.is_long else "input", name, attributes, question.required


def _element(type: str, name: str, attributes: Mapping[str, object], is_required: bool = False) -> Iterator[str]:
    yield f"  - type: {type}"
    if name:
        yield f"    id: {name}"
    yield "    attributes:"
    for key, value in attributes.items():
        if isinstance(value, Sequence) and not isinstance(value, str):
            yield f"      {key}:"
            yield from (f"        - {_quoted(member)}" for member in value)
        elif value != "":
            yield f"      {key}: {_quoted(value)}"
    if is_required:
        yield "    validations:"
        yield "      required: true"


def _quoted(value: object) -> str:
    """A value in YAML's flow style, which takes all that JSON is: no text is mistaken for a number or for no."""
    return json.dumps(value, ensure_ascii=False)
