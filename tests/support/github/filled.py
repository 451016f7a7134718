"""Filled: the text that GitHub makes of an issue form, from the template itself and somebody's answers."""

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import yaml

TEMPLATES = Path(__file__).parents[3] / ".github" / "ISSUE_TEMPLATE"
SOURCE = {
    "Source: address": "https://example.org/news",
    "Source: publisher": "Office of Examples",
    "Source: kind": "organiser news",
}
TRAINING = {
    "Title": "Crime scene work for park rangers",
    "Kind": "training",
    "Status": "announced",
    "First day": "2026-03-02",
    "Host state": "TH · Thailand",
    "Summary": "Rangers practise securing a crime scene.",
    "How sure": "high",
    **SOURCE,
}
"""Answers that make a sound training."""


@cache
def template(kind: str) -> Any:
    """A form as GitHub reads it."""
    return yaml.load((TEMPLATES / f"{kind}.yml").read_text(encoding="utf-8"), yaml.CSafeLoader)


def filled(kind: str, answers: Mapping[str, str | Sequence[str]]) -> str:
    """The issue's text. answers: by label, several for a dropdown that takes several; each must be one of its options."""
    left, parts = dict(answers), []
    for element in template(kind)["body"]:
        attributes = element["attributes"]
        if element["type"] == "markdown":
            continue
        answer = left.pop(attributes["label"], "")
        if element["type"] == "checkboxes":
            answer = "\n".join(f"- [X] {option['label']}" for option in attributes["options"])
        elif element["type"] == "dropdown":
            chosen = [answer] if isinstance(answer, str) and answer else list(answer)
            assert set(chosen) <= set(attributes["options"]), chosen
            answer = ", ".join(chosen)
        parts.append(f"### {attributes['label']}\n\n{answer or '_No response_'}")
    assert not left, f"the form {kind} asks nothing of {left}"
    return "\n\n".join(parts)
