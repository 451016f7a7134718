"""A filled issue form: answers by key, and nothing else, whatever somebody writes."""

import time
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as some

from clearinghouse.reading.intake.issue_form import LONGEST, submission
from clearinghouse.records.written.issue_forms import FORMS, SEPARATOR
from tests.support.github.filled import TRAINING, filled
from tests.support.patience import patient


def answers(kind: str, **by_label: str | Sequence[str]) -> dict[str, str]:
    """What is read of a form of which these labels were answered."""
    issue = submission(filled(kind, dict(by_label)))
    assert issue
    assert issue.form.kind == kind
    return dict(issue.answers)


@pytest.mark.parametrize("kind", FORMS)
def test_a_form_is_known_by_its_headings(kind: str) -> None:
    """Also one in which nothing was answered."""
    assert answers(kind) == {}


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_answers_stand_by_key(line_end: str) -> None:
    """With whatever line ends a browser sends; options by their values."""
    issue = submission(filled("training", dict(TRAINING)).replace("\n", line_end))
    assert issue
    assert issue.answers == {
        "title": "Crime scene work for park rangers",
        "kind": "training",
        "status": "announced",
        "starts": "2026-03-02",
        "host": "TH",
        "summary": "Rangers practise securing a crime scene.",
        "sources.0.url": "https://example.org/news",
        "sources.0.publisher": "Office of Examples",
        "sources.0.kind": "organiser news",
        "confidence": "high",
    }


def test_several_options_stand_on_lines_of_their_own() -> None:
    """Their names may hold commas: GitHub joins the options by commas as well."""
    audience = [
        "transport-companies · Airlines, shipping and cargo",
        "police · Police",
        "quarantine-veterinary · Quarantine and veterinary inspectors",
    ]
    assert answers("training", Audience=audience) == {"audience": "transport-companies\npolice\nquarantine-veterinary"}


@pytest.mark.long
def test_every_option_comes_back_as_its_value() -> None:
    """All of them at once, and each alone."""
    for form in FORMS.values():
        for question in form.questions:
            if question.options:
                texts = [value if value == name else f"{value}{SEPARATOR}{name}" for value, name in question.options.items()]
                chosen = texts if question.many else [texts[-1]]
                values = list(question.options) if question.many else [list(question.options)[-1]]
                assert answers(form.kind, **{question.label: chosen})[question.path] == "\n".join(values)


def test_two_questions_for_one_key_are_joined() -> None:
    """Where it is a list; else two answers are a problem, but for two that say the same."""
    states = {"Countries taking part": ["LA · Lao PDR"], "Countries taking part: if not in ASEAN": "CN\nUS"}
    assert answers("training", **states) == {"countries": "LA\nCN\nUS"}
    both = submission(filled("training", {"Host state": "TH · Thailand", "Host state: if not in ASEAN": "CN"}))
    assert both
    assert [(problem.code, problem.key, problem.found) for problem in both.problems] == [("FORM-002", "Host state: if not in ASEAN", "CN")]
    assert answers("training", **{"Host state": "TH · Thailand", "Host state: if not in ASEAN": "TH"}) == {"host": "TH"}
    assert answers("training", **{"Host state: if not in ASEAN": "CN"}) == {"host": "CN"}


def test_headings_inside_an_answer_belong_to_it() -> None:
    """Those that are no question's, or one's that was asked before."""
    summary = "First.\n\n### Not a question\n\nSecond.\n\n### Title\n\nThird."
    assert answers("training", Summary=summary) == {"summary": summary}


@pytest.mark.parametrize(
    "body",
    [
        "",
        "Hello",
        "### Title\n\nA bug\n\n### What happened\n\nIt broke",
        "### Summary\n\nx",
        "_No response_",
        "# Title",
        "### " + "x" * 70_000,
    ],
)
def test_what_was_written_without_a_form_is_none(body: str) -> None:
    """A person has to read it."""
    assert submission(body) is None


@pytest.mark.parametrize("text", ["Siam; <b>", "TH · Laos", "CN · China", "TH · Thailand, LA · Lao PDR", "TH · Thailand\nLA · Lao PDR"])
def test_an_option_that_was_not_offered_is_refused(text: str) -> None:
    """The text of an issue can be edited by hand."""
    issue = submission(filled("training", dict(TRAINING)).replace("TH · Thailand", text))
    assert issue
    assert "host" not in issue.answers
    assert [(problem.code, problem.key, problem.found) for problem in issue.problems] == [("FORM-001", "Host state", text)]


def test_of_several_options_those_are_refused_that_were_not_offered() -> None:
    """The others stay."""
    issue = submission(filled("training", {"Audience": ["police · Police"]}).replace("police · Police", "wizards, police · Police, elves"))
    assert issue
    assert issue.answers["audience"] == "police"
    assert [problem.found for problem in issue.problems] == ["wizards", "elves"]


def test_a_problem_is_told_at_its_question() -> None:
    """Parts of lists and groups too; what nobody asked for by its own name."""
    issue = submission(filled("training", {}))
    assert issue
    assert [issue.label_of(key) for key in ("starts", "audience.3", "sources.0.url", "countries.0", "title_local.th", "odd")] == [
        "First day",
        "Audience",
        "Source: address",
        "Countries taking part",
        "Title in other languages",
        "odd",
    ]


@given(some.text(alphabet="# \n\r·,;TitleSummary_No response`<>", max_size=400))
def test_no_answer_breaks_the_reader(text: str) -> None:
    """Nor reaches beyond the form's own keys."""
    issue = submission(filled("training", {"Summary": text}))
    assert issue
    assert set(issue.answers) <= {question.path for question in issue.form.questions}


@pytest.mark.parametrize(
    "text", ["### Title\n" * 20_000, "### " * 50_000, ", x · " * 30_000, "\r" * 300_000, "### Title\n\n" + "a" * 1_000_000]
)
def test_no_text_keeps_the_reader_busy(text: str) -> None:
    """It has an end, where GitHub's own is."""
    began = time.process_time()
    issue = submission(filled("training", {}).replace("_No response_", text, 1))
    submission(text)
    assert time.process_time() - began < patient(2)
    assert issue is None or sum(map(len, issue.answers.values())) <= LONGEST
