"""Adding a key: a line in a model is all that it takes to be asked for, explained, checked and written everywhere."""

import csv
import io
import re
from collections.abc import Iterator

import pytest
from jinja2 import FileSystemLoader
from pydantic import Field

from clearinghouse.publications.forms.forms import form
from clearinghouse.publications.forms.issue_form import issue_form
from clearinghouse.publications.forms.scripts import schema_of
from clearinghouse.publications.forms.spreadsheets import template_csv
from clearinghouse.publications.html.templates import Templates
from clearinghouse.publications.site import Site
from clearinghouse.reading.editing.amending import amended
from clearinghouse.reading.intake.drafts import Draft
from clearinghouse.reading.intake.headings import key_of
from clearinghouse.records.collection import COLLECTIONS
from clearinghouse.records.collections.training import Training
from clearinghouse.records.keys.values import Whole
from clearinghouse.records.written.editor_schemas import editor_schema
from clearinghouse.records.written.issue_forms import IssueForm, questions_of
from clearinghouse.records.written.yaml_text import yaml_text
from clearinghouse.world.terminal.terminal import ask
from tests.support.examples import catalogue, problems
from tests.support.running import ROOT
from tools.samples import completed

PROSE = '<h1 id="top">Contribute</h1>'
SITE = Site("Examples", "https://example.org/", "example.org")
HELP, EXAMPLE = "How many stars it was given, in digits.", "4"


class StarredTraining(Training):
    """A training with a key that no training has."""

    stars: Whole | None = Field(None, title="Stars", description=HELP, examples=[EXAMPLE])


@pytest.fixture(autouse=True)
def starred() -> Iterator[None]:
    """For a test, trainings are of the made-up model."""
    declaration = COLLECTIONS["trainings"]
    object.__setattr__(declaration, "model", StarredTraining)
    yield
    object.__setattr__(declaration, "model", Training)


def test_it_is_read_and_checked() -> None:
    """By the rules of its type; a misspelling of it is told."""
    assert problems("trainings", stars="4") == []
    assert problems("trainings", stars="four") == [("TYPE-002", "stars")]
    assert problems("trainings", star="4") == [("KEY-001", "star")]


def test_it_stands_in_its_place_in_a_file() -> None:
    """Behind the keys of its collection, before those that every record ends with, whoever writes the file."""
    data = {"summary": "Plain.", "stars": EXAMPLE, "serves": ["poa-2016-2020/4.1.2"], "seats": "30"}
    assert yaml_text("trainings", data) == "seats: 30\nstars: 4\nserves:\n  - poa-2016-2020/4.1.2\nsummary: Plain.\n"
    content = yaml_text("trainings", {key: value for key, value in data.items() if key != "stars"}).encode()
    assert "seats: 30\nstars: 4\nserves:" in amended("trainings", content, data)


def test_an_editor_completes_it() -> None:
    """With its name, its help and its rules."""
    assert editor_schema("trainings")["properties"]["stars"] == {
        "title": "Stars",
        "description": f"{HELP} e.g. {EXAMPLE}",
        "allOf": [{"$ref": "#/definitions/whole"}],
    }


def test_the_sample_shows_it() -> None:
    """Once the samples are completed: behind the key that comes before it, explained."""
    text = (ROOT / "data" / "trainings" / "_example.yml").read_text(encoding="utf-8")
    added = f"stars: 4{' ' * 50}# how many stars it was given, in digits\n"
    assert completed("trainings", text) == text.replace("\nserves:", f"{added}\nserves:")


def test_a_spreadsheet_has_a_column_for_it() -> None:
    """Under its label, with help and example below; the heading is understood when the table is read."""
    rows = list(csv.reader(io.StringIO(template_csv("trainings").decode("utf-8-sig"))))
    column = rows[0].index("Stars")
    assert [row[column] for row in rows] == ["Stars", HELP, EXAMPLE]
    assert key_of("trainings", "stars") == key_of("trainings", "Stars") == "stars"


def test_the_form_in_the_browser_asks_for_it() -> None:
    """In the last section, until a layout gives it another place; its scripts check it."""
    *_, last = form("trainings", catalogue({})).sections
    templates = Templates(FileSystemLoader(ROOT / "overrides/records"))
    page = str(templates.render("pieces/form.html", "contribute/", form=form("trainings", catalogue({})), site=SITE))
    assert [control.key.label for control in last.more if control.key.name == "stars"] == ["Stars"]
    assert HELP in page
    assert '{"key":"stars","type":"whole"' in schema_of("trainings")


def test_an_issue_form_asks_for_it() -> None:
    """GitHub's form, and the reader of what comes back from there."""
    filled = IssueForm("training", "trainings", "", "", "", questions_of("trainings"))
    assert f'label: "Stars"\n      description: "{HELP}"\n      placeholder: "4"' in issue_form(filled)


def test_it_is_asked_for_on_the_terminal(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """By `chm new`, which writes the answer into the file."""
    monkeypatch.setattr("builtins.input", lambda prompt: "5")
    draft = Draft("trainings", [])
    answer = ask(draft.leaves["stars"], "")
    assert capsys.readouterr().out == f"\nStars\n  {HELP}\n  e.g. {EXAMPLE}\n"
    assert draft.answered("stars", answer or "").proposal.text == "stars: 5\n"


def test_the_page_on_keys_tells_all_places() -> None:
    """Every path and command that it names is there, and it lists all that this module finds."""
    page = (ROOT / "docs" / "adding-a-key.md").read_text(encoding="utf-8")
    named = re.findall(r"`((?:clearinghouse|tests)/[\w/.]+)`", page)
    assert [path for path in named if not (ROOT / path).exists()] == []
    assert all((ROOT / "tools" / f"{tool}.py").exists() for tool in re.findall(r"-m tools\.(\w+)", page))
    tests = [name for name in globals() if name.startswith("test_")]
    assert re.findall(r": `(test_\w+)`", page) == tests[:-1]
