"""chm form: a filled issue form becomes a record that the check accepts, or an answer that says what to mend."""

import json
import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest

from clearinghouse.commands.shell import main
from clearinghouse.records.written.issue_forms import FORMS
from tests.support.github.filled import SOURCE, TEMPLATES, TRAINING, filled
from tests.support.plain import LIVING_DATA
from tests.support.publications.markdown_reader import Rendered

DAY = ("--as-of", "2026-03-10")
EVENT = "trainings/th-2026-03-crime-scene.yml"


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the made-up records, where the command runs."""
    monkeypatch.chdir(tmp_path)
    return Path(shutil.copytree(LIVING_DATA, tmp_path / "data"))


class Outcome:
    """What came of a form. outputs: as a workflow gets them; answer: the Markdown; files: those that are new or changed."""

    def __init__(self, data: Path, body: str, *options: str) -> None:
        folder = data.parent
        before = {path: path.read_bytes() for path in data.rglob("*.yml")}
        (folder / "event.json").write_text(json.dumps({"action": "opened", "issue": {"number": 7, "body": body}}))
        (folder / "outputs").write_text("earlier=kept\n")
        arguments = ["--data", str(data), "--answer", str(folder / "answer.md"), "--outputs", str(folder / "outputs"), *DAY, *options]
        self.status = main(["form", str(folder / "event.json"), *arguments])
        earlier, *lines = (folder / "outputs").read_text().splitlines()
        assert earlier == "earlier=kept"
        self.outputs = dict(line.split("=", 1) for line in lines)
        self.answer = (folder / "answer.md").read_text(encoding="utf-8") if (folder / "answer.md").exists() else ""
        now = {path: path.read_bytes() for path in data.rglob("*.yml")}
        self.files = {path.relative_to(data).as_posix(): text.decode() for path, text in now.items() if before.get(path) != text}
        assert before.keys() <= now.keys()


def test_a_training_becomes_a_record_that_the_check_accepts(data: Path) -> None:
    """Under an id that says whose, when and what; dated with the day on which it was sent."""
    outcome = Outcome(
        data,
        filled(
            "training", {**TRAINING, "Last day": "2026-03-06", "Audience": ["rangers · Rangers and protected areas", "police · Police"]}
        ),
    )
    path = "trainings/th-2026-03-crime-scene-work-park-rangers.yml"
    assert outcome.status == 0
    assert outcome.outputs == {"form": "training", "written": "true", "path": f"data/{path}", "record": path.removesuffix(".yml")}
    assert list(outcome.files) == [path]
    assert outcome.files[path] == (
        "title: Crime scene work for park rangers\nkind: training\nstatus: announced\nstarts: 2026-03-02\nends: 2026-03-06\nhost: TH\n"
        "audience:\n  - rangers\n  - police\nsummary: Rangers practise securing a crime scene.\nsources:\n"
        "  - url: https://example.org/news\n    publisher: Office of Examples\n    kind: organiser news\n    accessed: 2026-03-10\n"
        "confidence: high\npublished: 2026-03-10\n"
    )
    assert "This became `trainings/th-2026-03-crime-scene-work-park-rangers`; a pull request proposes it" in outcome.answer
    assert main(["check", str(data / path)]) == 0


def test_a_second_form_of_the_same_words_gets_another_id(data: Path) -> None:
    """Nothing that is there is written over."""
    Outcome(data, filled("training", dict(TRAINING)))
    assert list(Outcome(data, filled("training", dict(TRAINING))).files) == ["trainings/th-2026-03-crime-scene-work-park-rangers-2.yml"]


def test_a_workshop_and_a_document_become_records(data: Path) -> None:
    """Each in its folder."""
    workshop = {**TRAINING, "Kind": "meeting", "Organisers": "net-office-of-examples\nOffice", "Contributes to": "poa-2016-2020/4.2.1"}
    assert list(Outcome(data, filled("workshop", dict(workshop))).files) == ["workshops/th-2026-03-crime-scene-work-park-rangers.yml"]
    document = {
        "Title": "Handbook",
        "Kind": "handbook",
        "Year": "2025",
        "Publisher": "Office",
        "Summary": "It tells.",
        "How sure": "high",
        **SOURCE,
    }
    assert list(Outcome(data, filled("document", document)).files) == ["documents/doc-handbook-2025.yml"]


def test_a_form_without_answers_is_told_all_that_is_missing(data: Path) -> None:
    """In the words of its questions; nothing is written."""
    outcome = Outcome(data, filled("training", {}))
    assert (outcome.status, outcome.files) == (1, {})
    assert outcome.outputs == {"form": "training", "written": "false", "path": "", "record": ""}
    assert "This cannot become a record yet" in outcome.answer
    for label in ("Title", "Kind", "Status", "Undated", "Summary", "How sure", "Source: address"):
        assert f"- **{label}**" in outcome.answer, label


def test_nonsense_is_told_and_shown_as_text(data: Path) -> None:
    """It makes no record, calls nobody and links nowhere."""
    spam = "@all [buy](https://evil.example) <img src=x>"
    outcome = Outcome(
        data,
        filled("training", {**TRAINING, "First day": spam, "Host state": "", "Host state: if not in ASEAN": spam, "Source: address": spam}),
    )
    assert (outcome.status, outcome.files) == (1, {})
    page = Rendered(outcome.answer)
    assert page.text.count("<img src=x>") == 3
    assert "evil" not in page.outside
    assert "@" not in page.outside
    assert not {"a", "img"} & set(page.elements)


def test_words_to_look_at_are_told_and_stop_nothing(data: Path) -> None:
    """A person will look at the pull request."""
    outcome = Outcome(data, filled("training", {**TRAINING, "Summary": "How to question a suspect."}))
    assert outcome.status == 0
    assert "What they will look at in particular:" in outcome.answer
    assert "- **Summary** says `suspect`" in outcome.answer


def test_legislation_grows_by_an_assessment_and_a_law(data: Path) -> None:
    """Nothing else of the state's file changes, and subscribers learn of it."""
    before = (data / "legislation/la.yml").read_text(encoding="utf-8")
    answers: dict[str, str | Sequence[str]] = {
        "State": "LA · Lao PDR",
        "Assessment: as of": "2026-02",
        "Assessment: category": "2",
        "Assessment: document": "SC80 Doc. 7",
        "Assessment: how": "read in the table",
        "Law: title": "Decree on Examples",
        "Law: adopted": "2026-01-05",
        "In a sentence": "The Decree on Examples was adopted.",
        **SOURCE,
    }
    outcome = Outcome(data, filled("legislation", answers))
    assert (outcome.status, list(outcome.files)) == (0, ["legislation/la.yml"]), outcome.answer
    gone = [line for line in before.splitlines() if line not in outcome.files["legislation/la.yml"].splitlines()]
    assert gone == []
    added = "".join(line for line in outcome.files["legislation/la.yml"].splitlines(True) if line not in before.splitlines(True))
    assert "category: 2" in added
    assert "title: Decree on Examples" in added
    assert "id: assessed-2026-03-10" in added
    assert "note: The Decree on Examples was adopted." in added
    assert outcome.outputs["record"] == "legislation/la"


def test_legislation_needs_something_new(data: Path) -> None:
    """And a state."""
    outcome = Outcome(data, filled("legislation", {"State": "LA · Lao PDR", "In a sentence": "x", **SOURCE}))
    assert (outcome.status, outcome.files) == (1, {})
    assert "fill in an assessment, a law or a next step" in outcome.answer
    assert "- **State**" in Outcome(data, filled("legislation", {"In a sentence": "x", **SOURCE})).answer


def correction(**answers: str) -> dict[str, str | Sequence[str]]:
    """Answers to the form of corrections."""
    return {"Which record": EVENT.removesuffix(".yml"), "What happened": "updated", "In a sentence": "More is known.", **answers}


def test_a_move_is_written_and_told(data: Path) -> None:
    """From which day to which, with its source."""
    source = {"Source: address": "https://example.org/moved", "Source: publisher": "Office", "Source: kind": "news"}
    answers = correction(**{"What happened": "moved", "New: first day": "2026-04-06", "New: last day": "2026-04-10"}, **source)
    outcome = Outcome(data, filled("correction", answers))
    assert (outcome.status, list(outcome.files)) == (0, [EVENT]), outcome.answer
    assert "starts: 2026-04-06\nends: 2026-04-10\n" in outcome.files[EVENT]
    assert outcome.files[EVENT].endswith(
        "  - on: 2026-03-10\n    what: moved\n    id: moved-2026-03-10\n    from: 2026-03-10\n    to: 2026-04-06\n"
        "    note: More is known.\n"
    )
    assert "url: https://example.org/moved" in outcome.files[EVENT]


def test_what_was_put_off_and_gets_a_day_is_announced_again(data: Path) -> None:
    """Else its page would say that no new date is known, beside that date."""
    put_off = Outcome(data, filled("correction", correction(**{"What happened": "postponed"})))
    assert "status: postponed\n" in put_off.files[EVENT], put_off.answer
    outcome = Outcome(
        data, filled("correction", correction(**{"What happened": "moved", "New: first day": "2026-04-06", "New: last day": "2026-04-10"}))
    )
    assert outcome.status == 0, outcome.answer
    assert "status: announced\n" in outcome.files[EVENT]
    assert "starts: 2026-04-06\n" in outcome.files[EVENT]


@pytest.mark.parametrize(
    ("what", "other"),
    [
        *((what, "trainings/sg-2026-03-online-markets") for what in ("cancelled", "postponed", "confirmed")),
        ("held", "trainings/id-2026-03-cargo-profiling"),
    ],
)
def test_what_happened_becomes_the_status(data: Path, what: str, other: str) -> None:
    """Nothing else need be said."""
    outcome = Outcome(data, filled("correction", correction(**{"What happened": what, "Which record": f"https://site.example/x/{other}/"})))
    assert f"status: {what}\n" in (data / f"{other}.yml").read_text(encoding="utf-8")
    assert outcome.status == 0, outcome.answer


def test_any_key_that_a_text_can_say_may_be_corrected(data: Path) -> None:
    """By its name in the file; a second correction of the day gets another id."""
    answers = correction(**{"What happened": "corrected", "Another key": "summary", "Its new value": "Other words."})
    Outcome(data, filled("correction", answers))
    outcome = Outcome(data, filled("correction", answers | {"Its new value": "Still other words."}))
    assert "summary: Still other words.\n" in outcome.files[EVENT]
    assert "id: corrected-2026-03-10-2" in outcome.files[EVENT]


@pytest.mark.parametrize(
    ("answers", "label"),
    [
        ({"Which record": "trainings/nothing"}, "Which record"),
        ({"Which record": "activities/poa-2016-2020/4.1.2"}, "Which record"),
        ({"Which record": "../../../etc/passwd"}, "Which record"),
        ({"Which record": "trainings/../../x"}, "Which record"),
        ({"Which record": "", "New: place": "Hue"}, "Which record"),
        ({}, "Its new value"),
        ({"What happened": "moved"}, "New: first day"),
        ({"Another key": "published", "Its new value": "2020-01-01"}, "Another key"),
        ({"Another key": "changes.0.id", "Its new value": "x"}, "Another key"),
        ({"Another key": "draft", "Its new value": "true"}, "Another key"),
        ({"Another key": "sources.0.url", "Its new value": "https://evil.example"}, "Another key"),
        ({"Another key": "registration", "Its new value": "x"}, "Another key"),
        ({"Another key": "id", "Its new value": "x"}, "Another key"),
        ({"Another key": "a.b.c", "Its new value": "x"}, "Another key"),
        ({"Another key": "seats", "Its new value": "many"}, "Its new value"),
        ({"Another key": "seats"}, "Its new value"),
        ({"Another key": "organisers.4000000000", "Its new value": "x"}, "Another key"),
        ({"Another key": "starts", "Its new value": "2026-04-07", "New: first day": "2026-04-06"}, "Its new value"),
        ({"New: place": "Hue", "Source: publisher": "Office"}, "Source: address"),
        ({"New: first day": "2026-04-31"}, "New: first day"),
        ({"New: place": "Hue", "In a sentence": ""}, ""),
    ],
)
def test_a_correction_that_cannot_be_is_told(data: Path, answers: dict[str, str], label: str) -> None:
    """At the question that needs another answer; nothing is written."""
    outcome = Outcome(data, filled("correction", correction(**answers)))
    if not label:
        assert outcome.status == 0, "a note may be left out"
        return
    assert (outcome.status, outcome.files) == (1, {})
    assert f"- **{label}**" in outcome.answer or f"- **`{label}`**" in outcome.answer


def test_an_issue_without_a_form_is_left_to_people(data: Path) -> None:
    """No answer, no record, no failure."""
    outcome = Outcome(data, "It is broken.\n\n### Title\n\nx")
    assert (outcome.status, outcome.files, outcome.answer) == (0, {}, "")
    assert outcome.outputs == {"form": "none", "written": "false"}


def test_the_text_alone_is_enough(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Without an answer's file the answer is printed."""
    (data.parent / "issue.md").write_text(filled("training", {}), encoding="utf-8")
    assert main(["form", "issue.md", "--data", "data"]) == 1
    assert "This cannot become a record yet" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("name", "content", "line"),
    [
        ("event.json", b"[]", "chm: event.json is not the event of an issue\n"),
        ("event.json", b'{"issue": 1}', "chm: event.json is not the event of an issue\n"),
        ("event.json", b"[" * 100_000, "chm: event.json is not the event of an issue\n"),
        ("issue.md", b"\xff", "chm: issue.md is no text in UTF-8\n"),
        ("issue.md", b"x" * 1_000_001, "chm: issue.md is longer than an issue can be\n"),
        ("other.md", None, "chm: cannot read other.md: No such file or directory\n"),
    ],
)
def test_what_is_no_issue_is_one_line(data: Path, capsys: pytest.CaptureFixture[str], name: str, content: bytes | None, line: str) -> None:
    """With exit status 2."""
    if content is not None:
        (data.parent / name).write_bytes(content)
    assert main(["form", name, "--data", "data"]) == 2
    assert capsys.readouterr().err == line


def test_an_issue_without_a_text_is_none(data: Path) -> None:
    """GitHub tells null."""
    (data.parent / "event.json").write_text('{"issue": {"body": null}}')
    assert main(["form", "event.json", "--data", "data"]) == 0


@pytest.mark.parametrize("kind", FORMS)
def test_the_templates_are_those_that_the_closed_lists_make(kind: str, tmp_path: Path) -> None:
    """To make them anew: `chm form --templates .github/ISSUE_TEMPLATE`."""
    assert main(["form", "--templates", str(tmp_path)]) == 0
    assert (TEMPLATES / f"{kind}.yml").read_text(encoding="utf-8") == (tmp_path / f"{kind}.yml").read_text(encoding="utf-8")
