"""Adding a problem: one declaration is all that it takes to be found, reported and explained, by the check and by the form."""

import json
import re
from types import ModuleType
from typing import Annotated

import pytest
from pydantic import BaseModel

from clearinghouse.commands import explain
from clearinghouse.commands.shell import main
from clearinghouse.problems.codes import codes_of, kinds_of
from clearinghouse.problems.kind import Kind
from clearinghouse.problems.problem import Problem
from clearinghouse.problems.report import report
from clearinghouse.publications.forms import scripts
from clearinghouse.publications.site import Site
from clearinghouse.reading.files.strict_yaml import Document, read_yaml
from clearinghouse.reading.typing.typing_records import typed
from clearinghouse.records.keys import conditions
from clearinghouse.records.keys.rules import Rule
from clearinghouse.records.keys.value import Value
from tests.support.running import ROOT

SITE = Site("Examples", "https://example.org/", "example.org")
STAR_001 = Kind(
    code="STAR-001",
    title="No more stars than the sky has",
    why="Nobody could count them.",
    mend="Take some down.",
    allowed="at most {most} letters",
    fixes=("leave out {over}",),
    severity="warning",
)
STARS = Value("stars", (Rule(STAR_001, conditions.longer, {"most": 4}),))


class Sky(BaseModel):
    """A record whose one key keeps the made-up rule."""

    stars: Annotated[str, STARS]


def problems() -> list[Problem]:
    """What is wrong with a sky that has too many stars."""
    document = read_yaml("sky.yml", b"stars: '******'\n")
    assert isinstance(document, Document)
    answer = typed(Sky, document, {})
    assert isinstance(answer, list)
    return answer


def test_it_is_explained(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """By its code, and in the list of codes."""
    subject = ModuleType("stars")
    vars(subject).update(STAR_001=STAR_001, STAR_001_NIGHT=STAR_001.also("wait for the morning"))
    monkeypatch.setattr(explain, "CODES", codes_of(kinds_of([subject])))
    assert main(["explain", "star-001"]) == 0
    assert capsys.readouterr().out == (
        "STAR-001: No more stars than the sky has.\n\nWhy:  Nobody could count them.\nFix: Take some down.\n"
    )
    assert main(["explain"]) == 0
    assert capsys.readouterr().out == "STAR-001  No more stars than the sky has\n"


def test_a_record_has_the_problem() -> None:
    """Where the value stands, with the gaps filled by the condition."""
    expected = Problem("sky.yml", 1, 8, "STAR-001", "stars", "******", "at most 4 letters", "leave out 2", "warning")
    assert problems() == [expected]


def test_reports_show_it() -> None:
    """As text, as JSON and as an annotation."""
    assert report(problems(), 1, "text").splitlines()[:2] == ["sky.yml:1:8: warning STAR-001 stars", '  found:   "******"']
    assert json.loads(report(problems(), 1, "json"))["problems"][0]["fix"] == "leave out 2"
    assert report(problems(), 1, "github").startswith("::warning file=sky.yml,line=1,col=8,title=STAR-001 stars::")


def test_the_form_in_the_browser_knows_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same words with the same gaps, and the condition that fills them."""
    monkeypatch.setattr(scripts, "VALUES", {"stars": STARS})
    text = scripts.schema(SITE)
    assert json.loads(text[text.index(".schema=") + len(".schema=") :])["values"] == {
        "stars": [
            {
                "code": "STAR-001",
                "fails": "longer",
                "allowed": "at most {most} letters",
                "fixes": ["leave out {over}"],
                "given": {"most": 4},
            }
        ]
    }


def test_a_gap_that_no_condition_fills_fails_at_once() -> None:
    """When the rule is declared, not when somebody makes the mistake."""
    with pytest.raises(TypeError, match="broken does not fill most, over of STAR-001"):
        Rule(STAR_001, conditions.broken)


def test_the_page_on_problems_tells_all_places() -> None:
    """Every path that it names is there, and it lists all that this module finds; it names one place to declare a kind."""
    page = (ROOT / "docs" / "adding-a-problem.md").read_text(encoding="utf-8")
    named = re.findall(r"`((?:clearinghouse|tests)/[\w/.]+)`", page)
    assert [path for path in named if not (ROOT / path).exists()] == []
    assert len(re.findall(r"^\d\. ", page, re.MULTILINE)) == 1
    tests = [name for name in globals() if name.startswith("test_")]
    assert re.findall(r": `(test_\w+)`", page) == tests[:-2]
