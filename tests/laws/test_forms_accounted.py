"""Forms account for all that they hold: each line of each answer is in the record, or named by its question, or the form is refused.

The second reader is the person who filled in the form: the answers as they were typed, from which GitHub's text is made.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as some

from clearinghouse.problems.problem import Problem
from clearinghouse.problems.report import as_text
from clearinghouse.reading.files.folder import DataFile
from clearinghouse.reading.intake.issue_form import submission
from clearinghouse.reading.outcome import Outcome, outcome
from clearinghouse.records.written.issue_forms import FORMS
from tests.support.github.filled import SOURCE, TRAINING, filled
from tests.support.plain import LIVING_DATA
from tests.support.reading.drawings import picture_files

DAY = "2026-03-10"
EVENT = "trainings/th-2026-03-crime-scene"
FILES = [
    DataFile(path.relative_to(LIVING_DATA).as_posix(), path.relative_to(LIVING_DATA).as_posix(), path.read_bytes())
    for path in (LIVING_DATA / f"{EVENT}.yml", LIVING_DATA / "legislation/la.yml", *sorted(LIVING_DATA.glob("networks/*.yml")))
] + picture_files(LIVING_DATA)
BEFORE = yaml.load((LIVING_DATA / f"{EVENT}.yml").read_bytes(), yaml.BaseLoader)
CASES = sorted(path.parent for path in (Path(__file__).parent / "forms").glob("*/answers.yml"))
Answers = Mapping[str, str | Sequence[str]]


def done(body: str) -> tuple[Outcome, Mapping[str, Sequence[Problem]]]:
    """What became of a form, and its problems by the label of the question at which they are told."""
    sent = submission(body)
    assert sent
    after = outcome(sent, FILES, DAY)
    by_label: dict[str, list[Problem]] = {}
    for problem in after.problems:
        by_label.setdefault(sent.label_of(problem.key), []).append(problem)
    return after, by_label


def texts_of(value: Any) -> list[str]:
    """All texts in plain data, the keys of groups too."""
    if isinstance(value, str):
        return [value]
    members = [*value, *value.values()] if isinstance(value, Mapping) else value
    return [text for member in members for text in texts_of(member)]


def squeezed(text: str) -> str:
    """A text without regard to blanks, and to bullets and numbers of lists."""
    text = re.sub(r"^\s*(?:[-*+•]|\d+[.)])(?:\s+|$)|^\s*-(?=[^\W\d])", "", text)
    return re.sub(r"[\s;]+", "", text).casefold()


def unaccounted(kind: str, body: str, answers: Answers) -> list[str]:
    """Lines of answers that are neither in the record nor named, though the form was taken. A line is in the record where
    its own question belongs, unless somebody is asked to look whether the answers were told apart rightly."""
    after, by_label = done(body)
    if not after.is_sound:
        assert any(problem.severity == "error" for problem in after.problems)
        return []
    record = yaml.load(after.text, yaml.BaseLoader)
    doubtful = any(problem.code == "FORM-003" for problem in after.problems)
    keys = {question.label: question.path.partition(".")[0] for question in FORMS[kind].questions}
    missing = []
    for label, answer in answers.items():
        place = record if doubtful or keys[label] == "more" else record.get(keys[label], "")
        written = squeezed(" ".join(texts_of(place)))
        named = [squeezed(problem.found) for problem in by_label.get(label, ())]
        lines = answer.split("\n") if isinstance(answer, str) else answer
        for line in (line.partition(" · ")[0] for line in lines) if label in OFFERED else lines:
            part = squeezed(line)
            untagged = re.sub(r"^[a-z]{2,3}[:：]", "", part) if label in TAGGED_BY_LANGUAGE else part
            if untagged not in written and not any(part in text for text in named):
                missing.append(f"{label}: {line}")
    return missing


EMPTY = ("", "_No response_")
OFFERED = {question.label for form in FORMS.values() for question in form.questions if question.options}
TAGGED_BY_LANGUAGE = ("Title in other languages", "Law: title in other languages", "Its new value")
HEADINGS = [f"### {question.label}" for question in FORMS["training"].questions] + ["### Before you send", "### Other"]
LINES = some.sampled_from(
    [
        *(
            "Rangers learn.",
            "One; two",
            "Part two: the forest",
            "# Title",
            "",
            "  ",
            "ก\u200bข",
            "a\u00a0b",
            "Visit #5",
            "5 * 3 < 4",
            "None",
            "A, B",
        ),
        *("_No response_", "```", "~~~", "- a", "* b", "1. c", "-", "- [ ] a", "- [x] b", "> quoted", "**bold**", "a | b", "|---|---|"),
        *(
            "| a | b |",
            "![poster](https://example.org/1.png)",
            "<b>x</b>",
            "[x]: https://example.org",
            "th: ไทย",
            "lo：ລາວ",
            "xx: y",
            "ไทย (th)",
        ),
        *(
            "a\u202eb",
            "ป\uf70aา",
            "\ufeffx",
            "---",
            "...",
            "=== ",
            "\ttab",
            "TH · Thailand",
            "police · Police, rangers",
            "https://example.org",
        ),
        *HEADINGS,
    ]
)
LONG = some.lists(LINES, min_size=1, max_size=6).map("\n".join)
SHORT = LINES.filter(lambda line: not line.startswith("###"))
TAGGED = some.lists(some.sampled_from(["th: ไทย; หนึ่ง", "- lo: ລາວ", "และสอง", "vi：Một", "th: สาม"]), min_size=1, max_size=4).map("\n".join)
ANSWERS = some.fixed_dictionaries(
    {},
    optional={
        "Title": SHORT,
        "Title in other languages": TAGGED | LONG,
        "Last day": some.sampled_from(["2026-03-06", "2026-03-06\u00a0", "6 March"]),
        "Place": SHORT,
        "Host state: if not in ASEAN": some.sampled_from(["TH", "CN"]),
        "Countries taking part": some.just(["LA · Lao PDR", "TH · Thailand"]),
        "Countries taking part: if not in ASEAN": some.sampled_from(["- China\n- US", "JP; KR", "1. IN\n2. Nowhere"]),
        "Organisers": LONG,
        "Audience": some.just(["police · Police", "rangers · Rangers and protected areas"]),
        "Summary": LONG,
        "More about it": LONG,
        "Note": LONG,
    },
)


def answered(answers: Answers) -> dict[str, str | Sequence[str]]:
    """Those that GitHub would not take for none."""
    return {label: answer for label, answer in answers.items() if not isinstance(answer, str) or answer.strip() not in EMPTY}


@given(ANSWERS)
@example({"More about it": "Programme\n\n### Summary\n\nSpoofed.\n\n### Note\n\nEvil note"})
@example({"More about it": "```\n### Note\nnot a note\n```\nAfter the fence."})
@example({"Organisers": "Department of Parks\n### Partners\nIn kind: Fund"})
@example({"Note": "```\n### How sure\nhigh\n```"})
@example({"Note": "```\nnever closed"})
@example({"Summary": "First.\n\n### Summary\n\nSecond."})
@example({"Title in other languages": "th: หนึ่ง; สอง\nและสาม", "Summary": "Text.\n_No response_"})
def test_each_line_of_a_training_is_accounted_for(answers: dict[str, str | Sequence[str]]) -> None:
    """Whatever somebody types, and wherever."""
    all_answers = {**TRAINING, **answered(answers)}
    assert unaccounted("training", filled("training", all_answers), all_answers) == []


ADDRESSING = ("Which record", "Another key")
"""Questions whose answers say what is corrected."""
NEW_VALUES = some.sampled_from(
    [
        *(("title_local", text) for text in ("th: ใหม่", "lo: ໃໝ່; km: ថ្មី", "ใหม่", "th: หนึ่ง\nth: สอง", "th: ใหม่; สอง")),
        *(("organisers", text) for text in ("- Parks\n- Office of Examples", "1. Parks", "### Place\nParks", "Parks; Customs")),
        *(("audience", text) for text in ("police", "- Police\n- wizards", "police\nrangers")),
        *(("body", text) for text in ("# New\n\n- a\n- b", "```\n### Source: kind\n```", "| a |\n|---|", "a\u202eb")),
        *(
            ("place", "Hue"),
            ("seats", "many"),
            ("undated", "true"),
            ("organisers.1", "Parks"),
            ("organisers.150", "Parks"),
            ("title", "A\nB"),
        ),
        *(("", "Text without a key"), ("summary", ""), ("starts", "2026-04-07"), ("audience.9", "police")),
    ]
)
CORRECTIONS = some.fixed_dictionaries(
    {"new": NEW_VALUES, "what": some.sampled_from(["updated", "corrected", "moved", "held"])},
    optional={
        "In a sentence": LONG,
        "New: first day": some.sampled_from(["2026-04-06", "2026-04"]),
        "New: last day": some.sampled_from(["2026-04-10", "soon"]),
        "New: place": SHORT,
        "Source: address": some.just("https://example.org/moved"),
        "Source: publisher": SHORT,
        "Source: kind": some.just("news"),
    },
)


@given(CORRECTIONS)
@example({"new": ("title_local", "lo: ຫຼັກສູດ"), "what": "corrected"})
@example({"new": ("undated", "true"), "what": "updated", "New: place": "Hue"})
def test_each_line_of_a_correction_is_accounted_for_and_nothing_else_goes(answers: dict[str, Any]) -> None:
    """Keys that it does not name stay as they were, and so do texts in languages that it does not name; a member that
    goes from a list is named."""
    key, value = answers["new"]
    said = {label: answer for label, answer in answers.items() if label not in ("new", "what")}
    said = answered({**said, "Which record": EVENT, "What happened": answers["what"], "Another key": key, "Its new value": value})
    body = filled("correction", said)
    after, by_label = done(body)
    assert unaccounted("correction", body, {label: answer for label, answer in said.items() if label not in ADDRESSING}) == []
    if not after.is_sound:
        return
    now = yaml.load(after.text, yaml.BaseLoader)
    named = {key.partition(".")[0], "status", "changes", "sources", "starts", "ends", "place"}
    assert {name: text for name, text in now.items() if name not in named} == {
        name: text for name, text in BEFORE.items() if name not in named
    }
    assert BEFORE["title_local"].keys() <= now["title_local"].keys()
    for grows in ("changes", "sources"):
        assert now[grows][: len(BEFORE[grows])] == BEFORE[grows]
    gone = {member for name in ("organisers", "audience") for member in BEFORE[name] if member not in now[name]}
    assert "." in key or gone <= {problem.found for problem in by_label.get("Its new value", ())}


LAWS = some.fixed_dictionaries(
    {"Law: title": SHORT},
    optional={
        "Law: title in other languages": TAGGED | LONG,
        "Law: adopted": some.just("2026-01-05"),
        "Next step: what": SHORT,
        "Law: note": LONG,
        "Source: publisher": SHORT,
    },
)


@pytest.mark.long
@given(LAWS)
def test_each_line_of_a_report_on_legislation_is_accounted_for(answers: dict[str, str]) -> None:
    """What a state's file gets more of."""
    always = {"State": "LA · Lao PDR", "In a sentence": "A new law.", "Law: kind": "act", "Law: status": "in force"}
    said = answered({**SOURCE, **always, **answers})
    assert unaccounted("legislation", filled("legislation", said), said) == []


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_each_case_is_told_as_it_stands_beside_it(case: Path) -> None:
    """By the questions, to the letter; `raw` says what somebody wrote over the text by hand."""
    content = yaml.safe_load((case / "answers.yml").read_text(encoding="utf-8"))
    body = filled(content["form"], {**(TRAINING if content["form"] == "training" else {}), **content["answers"]})
    for old, new in content.get("raw", {}).items():
        body = body.replace(old, new)
    after, by_label = done(body)
    lines = [as_text(replace(problem, path=label, key="")) for label, problems in by_label.items() for problem in problems]
    lines.append(after.path if after.is_sound else "nothing is written")
    assert "\n".join(lines) + "\n" == (case / "expected.txt").read_text(encoding="utf-8")
