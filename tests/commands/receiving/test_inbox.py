"""chm inbox: what offices send by mail becomes proposals, once; nothing is lost, and no address of a sender is kept."""

import json
import mailbox
import re
import subprocess
import sys
from dataclasses import replace
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from pathlib import Path
from typing import Any

import pytest

from clearinghouse.reading.intake.messages.messages import Arrival, arrivals
from clearinghouse.records.proposal_sheet import DECLINED, Sheet, sheet_of, sheet_text
from clearinghouse.records.written.messages.message import Message, message_text
from clearinghouse.records.written.messages.reference_numbers import reference_number
from clearinghouse.records.written.messages.sums import sum_of_value
from tests.support.reading.changing import git
from tests.support.running import ROOT, chm_here, command, surroundings

CASE: dict[str, Any] = json.loads((ROOT / "tests/records/written/message_cases.json").read_text(encoding="utf-8"))["messages"][0]["message"]
SERVER = "mx.editors.example"
SENDER = "office@forestry.example.org"
VOUCHED = f"{SERVER}; dkim=pass header.d=forestry.example.org"
OFFICES = "offices:\n  - {id: forestry, name: Forestry, domains: [forestry.example.org]}\n"
HEADINGS = "title,kind,starts,status,summary,sources.0.url,sources.0.publisher,sources.0.kind,sources.0.accessed,confidence\n"

MEASURED = "import resource as r, subprocess, sys; subprocess.run(sys.argv[1:]); print(r.getrusage(r.RUSAGE_CHILDREN).ru_maxrss)"
"""Runs a command, and prints how much memory it took, in KB."""
WHY = ("larger than 20 MB", "400 parts", "deeper than 10", "archives are not opened", "could hold a program", "400,000 lines")


def reference(number: int) -> str:
    """A reference number."""
    return reference_number(2026, [number] * 7)


def asked(number: int, language: str = "en", **more: Any) -> str:
    """A message of the form that asks for a new training."""
    data = {**CASE["data"], "title": f"Course {number} on reading tracks", **more}
    message = Message("new", f"trainings/th-2027-03-course-{number}", reference(number), "An Office", data, language=language)
    return message_text(message, "New", [("Title", str(data["title"]))], "Please leave the lines below.")


def mail(number: int, text: str, *files: tuple[str, bytes], **headers: str) -> bytes:
    """A mail to the editors."""
    message = EmailMessage()
    message["From"] = f'"Somchai" <{SENDER}>'
    message["Subject"] = "A request"
    message["Date"] = "Fri, 27 Nov 2026 09:00:00 +0700"
    message["Message-ID"] = f"<{number}@forestry.example.org>"
    for name, value in headers.items():
        message[name.replace("_", "-")] = value
    message.set_content(text)
    for name, content in files:
        message.add_attachment(content, "application", "octet-stream", filename=name)
    return message.as_bytes()


class House:
    """A house of editors: a data folder, a folder of mails, proposals and replies."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        (folder / "mails").mkdir()
        (folder / "data/trainings").mkdir(parents=True)
        (folder / "data/offices.yml").write_text(OFFICES, "utf-8")

    def post(self, number: int, content: bytes) -> None:
        """Puts a mail into the folder."""
        (self.folder / f"mails/{number:03}.eml").write_bytes(content)

    def read(self, *more: str | Path, mails: str | Path = "mails") -> list[str]:
        """Reads the mails; the lines of the report."""
        places = ("--data", self.folder / "data", "--proposals", self.folder / "proposals", "--outbox", self.folder / "outbox")
        result = chm_here("inbox", self.folder / mails, *places, "--server", SERVER, "--as-of", "2026-11-28", *more)
        assert result.returncode == 0, result.stdout + result.stderr
        return result.stdout.splitlines()

    def sheet(self, number: int) -> Sheet:
        """The sheet of a proposal."""
        sheet = sheet_of((self.folder / "proposals" / reference(number) / "sheet.json").read_bytes())
        assert sheet
        return sheet

    def files(self) -> list[str]:
        """What lies in the folder of proposals, sheets and memory aside."""
        return sorted(path.relative_to(self.folder / "proposals").as_posix() for path in (self.folder / "proposals").glob("*/*/*.yml"))

    def replies(self) -> list[str]:
        """The texts of all replies."""
        read = (BytesParser(policy=policy.default).parsebytes(path.read_bytes()) for path in sorted((self.folder / "outbox").glob("*.eml")))
        return [str(message.get_content()) for message in read]


@pytest.fixture
def house(tmp_path: Path) -> House:
    """A house without mails."""
    return House(tmp_path)


def test_a_message_becomes_a_proposal_a_line_and_a_reply(house: House) -> None:
    """Marked as the office's, since the server vouches for it. Read again, nothing happens."""
    house.post(1, mail(1, asked(1), Authentication_Results=VOUCHED))
    house.post(2, mail(2, asked(2)))
    lines = house.read("--report", house.folder / "report.md")
    assert [line.partition(": ")[2] for line in lines[:2]] == [
        f"{reference(1)} received: new: trainings/th-2027-03-course-1, confirmed: forestry",
        f"{reference(2)} received: new: trainings/th-2027-03-course-2, not confirmed, 1 likely duplicate",
    ]
    one, two = house.sheet(1), house.sheet(2)
    assert (one.office, one.confirmed, one.by, one.received, one.state) == ("An Office", "forestry", "dkim", "2026-11-28", "received")
    assert (two.confirmed, two.duplicates) == ("", (("trainings/th-2027-03-course-2", "trainings/th-2027-03-course-1.yml"),))
    assert house.files() == [f"{reference(number)}/trainings/th-2027-03-course-{number}.yml" for number in (1, 2)]
    first = house.replies()[0]
    assert f"Reference: {reference(1)}" in first
    assert "Nothing is missing." in first
    before = {path: path.read_bytes() for path in house.folder.rglob("*") if path.is_file()}
    assert house.read()[:2] == [line.partition(": ")[0] + ": read before" for line in lines[:2]]
    assert {path: path.read_bytes() for path in house.folder.rglob("*") if path.is_file()} == before


def test_no_address_and_no_name_of_a_sender_is_kept(house: House) -> None:
    """Neither in proposals nor in the report; of a record that holds the address no file is written. The reply alone has it."""
    house.post(1, mail(1, asked(1)))
    house.post(
        2,
        mail(
            2,
            asked(2, summary=f"Write to {SENDER.upper()} to take part in this course."),
            (f"{SENDER}.zip", b"PK"),
            (f"{SENDER}.csv", b"title"),
        ),
    )
    lines = house.read("--report", house.folder / "report.md")
    kept = "\n".join([*lines, *(path.read_text("utf-8") for path in (house.folder / "proposals").rglob("*") if path.is_file())])
    kept += (house.folder / "report.md").read_text("utf-8")
    for word in (SENDER, "Somchai", "<1@"):
        assert word.casefold() not in kept.casefold()
    assert house.files() == [f"{reference(1)}/trainings/th-2027-03-course-1.yml"]
    assert "take it out" in house.replies()[1]
    places = ("--data", house.folder / "data", "--proposals", house.folder / "proposals")
    accepted = chm_here("proposals", *places, "--accept", reference(2))
    assert (accepted.returncode, "cannot be accepted" in accepted.stdout) == (1, True)
    assert all(SENDER in path.read_text("utf-8") for path in (house.folder / "outbox").iterdir())


def test_a_correction_takes_the_place_of_what_it_corrects(house: House) -> None:
    """With the first message quoted below, which changes nothing; what was decided on stays."""
    house.post(1, mail(1, asked(1)))
    house.read()
    quoted = "".join(f"> {line}\n" for line in asked(1).split("\n"))
    house.post(2, mail(2, f"{asked(1, seats='30')}\nOn Friday somebody wrote:\n{quoted}"))
    lines = house.read()
    assert "corrected: new: trainings/th-2027-03-course-1" in lines[1]
    assert "the same message was there already" in lines[2]
    assert "seats: 30" in (house.folder / "proposals" / house.files()[0]).read_text("utf-8")
    assert len(house.sheet(1).sums) == 2
    sheet = house.folder / "proposals" / reference(1) / "sheet.json"
    sheet.write_text(sheet_text(replace(house.sheet(1), state=DECLINED)), "utf-8")
    house.post(3, mail(3, asked(1, seats="40")))
    assert "the request was declined already" in house.read()[2]
    assert house.sheet(1).state == DECLINED


def test_what_others_changed_since_stays_when_a_correction_is_accepted(house: House) -> None:
    """Only the keys that the message names change; comments, order and all other keys stay as they are on that day. Words for the
    editors alone stay in the mail."""
    record = house.folder / "data/trainings/th-2027-03-course-1.yml"
    house.post(1, mail(1, asked(1)))
    house.read()
    places = ("--data", house.folder / "data", "--proposals", house.folder / "proposals")
    assert chm_here("proposals", *places, "--accept", reference(1)).returncode == 0
    first = f"# Kept by hand.\n{record.read_text('utf-8')}"
    record.write_text(first, "utf-8")
    before = {"summary": sum_of_value(CASE["data"]["summary"])}
    change = Message(
        "change", f"trainings/{record.stem}", reference(2), put={"summary": "Plainer words."}, before=before, reason="A secret"
    )
    house.post(2, mail(2, message_text(change, "Change", [("Summary", "Plainer words.")], "Please leave the lines below.")))
    house.read()
    since = first.replace("title:", "seats: 30  # asked by telephone\ntitle:", 1)
    record.write_text(since, "utf-8")
    accepted = chm_here("proposals", *places, "--accept", reference(2))
    assert "what others changed since stays" in accepted.stdout, accepted.stdout + accepted.stderr
    assert record.read_text("utf-8") == re.sub(r"summary: .*\n(  .*\n)*", "summary: Plainer words.\n", since)
    kept = (house.folder / "proposals" / reference(2) / "message.txt").read_text("utf-8")
    (arrival,) = arrivals(kept)
    assert isinstance(arrival, Arrival)
    assert (arrival.message.put, arrival.message.reason, arrival.problems) == (change.put, "", ())


def test_who_is_not_confirmed_changes_nothing_of_who_is(house: House) -> None:
    """Reference numbers are no secret."""
    house.post(1, mail(1, asked(1), Authentication_Results=VOUCHED))
    house.post(2, mail(2, asked(1, title="Something else altogether")))
    assert "left out: the request came from a confirmed office" in house.read()[1]
    assert "Something else" not in (house.folder / "proposals" / house.files()[0]).read_text("utf-8")


def test_a_record_with_errors_has_no_file_and_a_reply_that_says_what_to_correct(house: House) -> None:
    """In the words and in the language of the form, or of the program that wrote the mail."""
    house.post(1, mail(1, asked(1, starts="2/3/2027")))
    house.post(2, mail(2, asked(2, "id", starts="2/3/2027")))
    files = (("notes.zip", b"PK"), ("trainings.csv", b"title,starts,audience\nTracks,soon,poolice\n"))
    house.post(3, mail(3, "", *files, Accept_Language="th-TH, en-US"))
    assert "1 error" in house.read()[0]
    assert house.files() == []
    english, indonesian, thai = sorted(house.replies(), key=lambda text: ("ขอบคุณ" in text, "Terima" in text))
    assert "First day: " in english
    assert "Hari pertama: tulis misalnya 2026-03-02" in indonesian
    assert "notes.zip: ไม่เปิดไฟล์บีบอัด" in thai
    for words in ("ประเภท: ยังไม่มี", "แหล่งที่มา: ที่อยู่เว็บ: ยังไม่มี", "B2, วันแรก: เขียน เช่น", "C2, กลุ่มเป้าหมาย: หมายถึง police"):
        assert f"- trainings.csv, {words}" in thai
    assert "--" not in thai


def test_attached_files_become_records(house: House) -> None:
    """By the rules of `chm import`; a corrected file sent in the same thread takes the place of the first."""
    row = "{},training,2027-05-0{},announced,Something is learnt there.,https://example.org/,Office,official page,2026-11-01,high\n"
    first = HEADINGS + row.format("Reading tracks", 3) + row.format("Counting teeth", 9).replace("2027-05-09", "soon")
    house.post(1, mail(1, "See the file.", ("trainings.csv", first.encode()), ("notes.docx", b"x")))
    lines = house.read()
    assert "records: trainings/" in lines[0]
    assert "notes.docx" in lines[1]
    (path,) = house.files()
    assert "trainings.csv, C3, First day: write e.g. " in house.replies()[0]
    whole = HEADINGS + row.format("Reading tracks", 3) + row.format("Counting teeth", 9)
    house.post(2, mail(2, "Now it is right.", ("trainings.csv", whole.encode()), In_Reply_To="<1@forestry.example.org>"))
    assert f"{path.partition('/')[0]} corrected: records: " in house.read()[1]
    assert len(house.files()) == 2
    (record, _) = house.files()
    house.post(3, mail(3, "", ("trainings.csv", first.replace("Reading", "Following").encode())))
    (number,) = {path.partition("/")[0] for path in (house.read(), house.files())[1]} - {record.partition("/")[0]}
    places = ("--data", house.folder / "data", "--proposals", house.folder / "proposals")
    accepted = chm_here("proposals", *places, "--accept", number.lower()).stdout
    assert "left out: error: trainings.csv, C3 starts: write e.g. " in accepted
    assert "has to send that again" in accepted


def test_a_record_in_yaml_becomes_a_proposal(house: House) -> None:
    """In the collection whose keys it has; what only editors write is refused."""
    text = (ROOT / "tests/living/trainings/th-2026-03-crime-scene.yml").read_bytes().partition(b"picture")[0]
    house.post(1, mail(1, "x", ("th-2026-03-crime-scene.yml", b"title: Tracks\nkind: training\nstarts: 2027-05-03\n")))
    house.post(2, mail(2, "x", ("x.yml", text + b"\nreviewed: {sensitivity: {on: 2026-01-01, reason: x}}\n")))
    lines = house.read()
    assert "trainings/th-2026-03-crime-scene" in lines[0]
    assert "errors" in lines[0]
    assert "1 error" in lines[1]
    assert house.files() == []


@pytest.mark.long
def test_each_proposal_has_a_branch(house: House) -> None:
    """With its record in the data folder, which a correction moves; what is checked out stays as it is, and no run does it twice."""
    git(house.folder, "init", "--quiet", "--initial-branch=main")
    git(house.folder, "config", "user.name", "Editors")
    git(house.folder, "config", "user.email", "editors@example.org")
    git(house.folder, "add", "data")
    git(house.folder, "commit", "--quiet", "--message=before")
    house.post(1, mail(1, asked(1)))
    house.post(2, mail(2, asked(2, starts="2/3/2027")))
    branch, path = f"proposal/{reference(1)}", "data/trainings/th-2027-03-course-1.yml"
    assert f"branch {branch}" in house.read("--branch")
    assert git(house.folder, "diff", "--name-only", f"main...{branch}") == path
    assert not any(line.startswith("branch") for line in house.read("--branch"))
    git(house.folder, "commit", "--quiet", "--allow-empty", "--message=meanwhile")
    house.post(3, mail(3, asked(1, seats="30")))
    assert f"branch {branch}" in house.read("--branch")
    assert "seats: 30" in git(house.folder, "show", f"{branch}:{path}")
    assert git(house.folder, "branch", "--format=%(refname:short)", "--merged", branch).split() == ["main", branch]
    assert git(house.folder, "status", "--porcelain", "--untracked-files=no") == ""
    assert SENDER not in git(house.folder, "log", "--format=fuller", branch)
    git(house.folder, "fsck", "--strict")


def test_words_alone_are_for_people(house: House) -> None:
    """A line, and the words stay in the mailbox; a machine gets no reply."""
    house.post(1, mail(1, asked(1)))
    house.read()
    house.post(2, mail(2, f"About {reference(1)}: it is on the second floor."))
    house.post(3, mail(3, "I am out of office.", Auto_Submitted="auto-replied"))
    house.post(4, mail(4, " ", ("winmail.dat", b"x"), Auto_Submitted="auto-replied"))
    house.post(5, mail(5, "", Auto_Submitted="auto-replied"))
    lines = house.read()
    assert [line.partition(": ")[2].partition(":")[0] for line in lines[3:5]] == ["left out", "not read"]
    assert lines[1].endswith(f"{reference(1)} an answer in words: read the mail")
    assert lines[2].endswith("words alone, for people: read the mail")
    assert len(house.replies()) == 1


def test_all_kinds_of_mailboxes_are_read(house: House) -> None:
    """A file of mails, and a Maildir; twice in one is once."""
    box, folder = mailbox.mbox(house.folder / "box"), mailbox.Maildir(house.folder / "maildir")
    for number in (1, 2, 2):
        box.add(mail(number, asked(number)))
        folder.add(mail(number, asked(number)))
    box.close()
    assert "mails: 3, read before: 1, proposals new or corrected: 2" in house.read(mails="box")
    assert house.read(mails="maildir")[-1] == "mails: 3, read before: 3, proposals new or corrected: 0"


def test_hostile_mails_end_in_a_line(house: House) -> None:
    """Within 300 MB. The others are read all the same."""
    house.post(1, b"Subject: x\r\n\r\n" + b"x" * 50_000_000)
    house.post(2, b"Content-Type: multipart/mixed; boundary=b\r\n" + b"\r\n--b\r\n\r\nx" * 10_000)
    house.post(3, b"Content-Type: message/rfc822\r\n\r\n" * 350 + b"x")
    house.post(4, mail(4, "<script>alert(1)</script>", ("a.zip", b"PK" * 100_000), ("b.js", b"x")))
    house.post(5, b"\n" * 19_000_000)
    house.post(6, b"From: x@example.org\r\nContent-Type: text/plain\r\n\r\n" + b"x\n" * 390_000)
    house.post(7, mail(7, asked(7)))
    places = ("--data", house.folder / "data", "--proposals", house.folder / "proposals", "--outbox", house.folder / "outbox")
    arguments = command("inbox", house.folder / "mails", *places)
    arguments = [sys.executable, "-c", MEASURED, *command("inbox", house.folder / "mails", *places)]
    ran = subprocess.run(arguments, env=surroundings(), cwd=ROOT, capture_output=True, encoding="utf-8", check=True)
    *lines, memory = ran.stdout.splitlines()
    report = "\n".join(lines)
    assert [f"no. {number} " in report for number in range(1, 8)] == [True] * 7
    assert [why for why in WHY if why not in report] == []
    assert house.files() == [f"{reference(7)}/trainings/th-2027-03-course-7.yml"]
    assert int(memory) < 300_000


def test_a_sheet_that_somebody_broke_is_named(house: House) -> None:
    """Its proposal would be overwritten."""
    house.post(1, mail(1, asked(1)))
    house.read()
    (house.folder / "proposals" / reference(1) / "sheet.json").write_text("{", "utf-8")
    result = chm_here("inbox", house.folder / "mails", "--data", house.folder / "data", "--proposals", house.folder / "proposals")
    assert result.returncode == 2
    assert "sheet.json cannot be read" in result.stderr


@pytest.mark.parametrize("place", ["nothing", "imaps://user:secret@127.0.0.1/INBOX", "imaps://127.0.0.1:1/INBOX"])
def test_a_mailbox_that_cannot_be_read_is_named(place: str, house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the secrets."""
    monkeypatch.setenv("CHM_INBOX_USER", "somebody")
    monkeypatch.setenv("CHM_INBOX_PASSWORD", "hidden-word")
    result = chm_here("inbox", place, "--data", house.folder / "data", "--proposals", house.folder / "proposals")
    assert result.returncode == 2
    assert "chm: " in result.stderr
    assert "hidden-word" not in result.stderr
    assert "secret" not in result.stderr
