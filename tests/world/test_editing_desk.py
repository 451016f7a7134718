"""The editors' desk: each decision is done whole, once, and what was interrupted is completed."""

from datetime import date
from pathlib import Path

import pytest

from clearinghouse.commands import shell
from clearinghouse.reading.typing.public_sheets import public_sheets
from clearinghouse.reading.waiting.lines import difference, lines_of, words_in
from clearinghouse.reading.waiting.of_messages import Asked, asked_in
from clearinghouse.records.proposal_sheet import MAIL, RELAY, Sheet, SheetProblem
from clearinghouse.records.public_sheet import path_of
from clearinghouse.world.disk.data_folder import data_files
from clearinghouse.world.failure import Failure
from clearinghouse.world.receiving import editing_desk
from clearinghouse.world.receiving.editing_desk import Desk
from clearinghouse.world.receiving.proposal_folders import MESSAGE, proposal_in, write_proposal
from tests.support.plain import LIVING_DATA
from tests.support.receiving.relaying import text_of
from tests.support.running import ROOT

EVENT = "trainings/th-2026-03-crime-scene.yml"
TODAY = date(2026, 11, 30)
SITE = "https://example.org/chm/"


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A data folder with one record, and one message that waits."""
    for path in (EVENT, "pictures/th-2026-03-crime-scene.jpg"):
        (tmp_path / "data" / path).parent.mkdir(parents=True)
        (tmp_path / "data" / path).write_bytes((LIVING_DATA / path).read_bytes())
    wait(tmp_path, text_of())
    return Desk(tmp_path / "proposals", tmp_path / "data", TODAY, SITE)


def wait(folder: Path, text: str) -> str:
    """Puts a message among the proposals. Returns its number."""
    asked = asked_in(text, list(data_files(folder / "data")), RELAY, "2026-11-27")
    assert isinstance(asked, Asked)
    write_proposal(folder / "proposals", asked.sheet, {MESSAGE: text.encode(), **asked.texts})
    return asked.sheet.reference


def state_of(folder: Path) -> dict[str, bytes]:
    """All files below a folder, but locks."""
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file() and path.suffix != ".lock"}


def test_what_is_accepted_is_written_once(desk: Desk) -> None:
    """Its record, what the public may know, and the answer; to accept it again changes not one byte."""
    (reference,) = [one.reference for one in desk.all()]
    (path,), problems = desk.accept(reference)
    assert (path.parent, problems) == (desk.data / "trainings", ())
    sheet = public_sheets(data_files(desk.data))[0][reference]
    assert (sheet.state, sheet.received, sheet.since) == ("published", date(2026, 11, 27), TODAY)
    assert sheet.records == (f"trainings/{path.stem}",)
    before = state_of(desk.data.parent)
    assert Desk(desk.proposals, desk.data, date(2027, 1, 1), SITE).accept(reference) == ([], ())
    assert state_of(desk.data.parent) == before
    with pytest.raises(Failure, match="accepted already"):
        desk.decline(reference, "No.")


@pytest.mark.parametrize("step", ["write_text", "write_proposal"])
def test_what_was_interrupted_is_completed(desk: Desk, monkeypatch: pytest.MonkeyPatch, step: str) -> None:
    """Without a second record."""
    (reference,) = [one.reference for one in desk.all()]

    def stopped(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(editing_desk, step, stopped)
        with pytest.raises(KeyboardInterrupt):
            desk.accept(reference)
    assert len(list((desk.data / "trainings").iterdir())) == 2
    desk.accept(reference)
    waiting = proposal_in(desk.proposals, reference)
    assert waiting
    assert waiting.sheet
    assert waiting.sheet.state == "accepted"
    assert len(list((desk.data / "trainings").iterdir())) == 2
    assert public_sheets(data_files(desk.data))[0][reference].state == "published"


def test_a_change_is_done_to_the_record_as_it_is_now(desk: Desk) -> None:
    """And not to the one that the sender saw, so that nothing else is undone."""
    change = text_of(1, kind="change", record=EVENT.removesuffix(".yml"), data={}, put={"seats": "31"})
    reference = wait(desk.data.parent, change)
    later = desk.data / EVENT
    later.write_text(later.read_text("utf-8") + "# a later comment\n", "utf-8")
    desk.accept(reference)
    assert "seats: 31" in later.read_text("utf-8")
    assert "# a later comment" in later.read_text("utf-8")


def test_errors_are_listed_and_nothing_is_written(desk: Desk) -> None:
    """Of files without a message as well; nor does a name lead elsewhere. Both say what they would change."""
    _, agreed, there = desk.preview(desk.all()[0].reference)
    assert (len(agreed.texts), there) == (1, {})
    changed = difference("x.yml", "a: 1\nb: ก\n".encode(), "a: 1\nb: ข\x1b\n".encode())
    assert list(changed)[3:] == ["   a: 1", "  -b: ก", "  +b: ข\\u001b"]
    for number, texts in ((2, {"trainings/th-x.yml": b"title: x\n"}), (3, {})):
        reference = f"CH-2026-000{number}-000{'GE'[number - 2]}"
        sheet = Sheet(text_of(number).split("\n")[1], "records", MAIL, tuple(texts), received="2026-11-27")
        write_proposal(desk.proposals, sheet, texts)
        before = state_of(desk.data)
        assert desk.accept(sheet.reference)[0] == [], reference
        assert state_of(desk.data) == before
    with pytest.raises(Failure, match="no proposal"):
        desk.accept("../../x")


def test_of_a_file_some_records_are_accepted_and_others_declined(desk: Desk) -> None:
    """The others are named to the sender with the reason, and the public page shows it; of a message there is only the whole."""
    text = next(iter(desk.preview(desk.all()[0].reference)[1].texts.values()))
    one, other = (f"trainings/th-2027-0{month}-ivory" for month in (3, 4))
    texts = {f"{one}.yml": text, f"{other}.yml": text.replace(b"2027-03", b"2027-04")}
    reference = text_of(2).split("\n")[1]
    write_proposal(desk.proposals, Sheet(reference, "records", MAIL, (one, other), received="2026-11-27"), texts)
    for number, without, why in (
        (desk.all()[0].reference, [one], "message"),
        (reference, ["trainings/x"], "none"),
        (reference, [one, other], "--decline"),
    ):
        before = state_of(desk.data)
        with pytest.raises(Failure, match=why):
            desk.accept(number, without, "It is listed already.")
        assert state_of(desk.data) == before
    assert [path.stem for path in desk.accept(reference, [other], "It is listed already.")[0]] == ["th-2027-03-ivory"]
    waiting = proposal_in(desk.proposals, reference)
    assert waiting
    assert f"not accepted: {other}. The reason:\nIt is listed already." in waiting.texts["reply.txt"].decode()
    sheet = public_sheets(data_files(desk.data))[0][reference]
    assert (sheet.state, sheet.records, sheet.reason) == ("published", (one,), "It is listed already.")
    before = state_of(desk.data.parent)
    assert desk.accept(reference, [other], "It is listed already.") == ([], ())
    assert state_of(desk.data.parent) == before


def test_what_is_asked_or_declined_says_so_to_its_sender(desk: Desk) -> None:
    """With the number, the reason, and the page that follows it."""
    (reference,) = [one.reference for one in desk.all()]
    with pytest.raises(Failure, match="what do you ask"):
        desk.ask(reference, "")
    asked = desk.ask(reference, "Which days?").read_text("utf-8")
    assert "Which days?" in asked
    assert public_sheets(data_files(desk.data))[0][reference].state == "in review"
    declined = desk.decline(reference, "It is listed already.").read_text("utf-8")
    assert f"{SITE}contribute/status/{reference}/" in declined
    sheet = public_sheets(data_files(desk.data))[0][reference]
    assert (sheet.state, sheet.reason, sheet.records) == ("declined", "It is listed already.", ())


def test_what_waits_is_noted_once(desk: Desk) -> None:
    """As received, and nothing more is said of it."""
    assert (desk.note(), desk.note()) == (1, 0)
    ((reference, sheet),) = public_sheets(data_files(desk.data))[0].items()
    assert (desk.data / path_of(reference)).read_text("utf-8") == "state: received\nreceived: 2026-11-27\nsince: 2026-11-30\n"
    assert sheet.state == "received"


def test_the_list_says_what_an_editor_must_know(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    """Age, office, whether it is confirmed, problems, likely duplicates, and others that ask for the same."""
    sheet = Sheet(
        "CH-2026-0000-000J", "new", MAIL, ("trainings/th-x",), "Forest Office\x1b[2J", "th-forest", "dkim", "2026-11-27", "", "th",
        (SheetProblem("trainings/th-x", "starts", "DATE-002", "error", "", "write a day"),), (("trainings/th-x", "trainings/th-y.yml"),),
    )  # fmt: skip
    assert list(lines_of(sheet, TODAY)) == [
        "CH-2026-0000-000J  3 days  received  new by mail  Forest Office\\u001b[2J (confirmed by dkim)",
        "  trainings/th-x", "  error: starts: write a day (DATE-002)", "  perhaps the same as trainings/th-y.yml",
    ]  # fmt: skip
    second = wait(desk.data.parent, text_of(1))
    arguments = ["proposals", "--data", str(desk.data), "--proposals", str(desk.proposals), "--as-of", "2026-11-30"]
    assert shell.main(arguments) == 0
    said = capsys.readouterr().out
    assert f"  the same record as {second}" in said
    assert list(words_in(text_of(reason="Please\x1b hurry."))) == ["  for the editors: Please\\u001b hurry."]
    assert "(not confirmed)" in said
    assert shell.main([*arguments, "--decline", second]) == 2
    assert shell.main([*arguments, "--accept", second]) == 0
    assert ROOT not in desk.data.parents
