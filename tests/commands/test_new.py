"""chm new: a record is asked for on a real terminal, or given on the command line; what is written is what check accepts."""

import os
import pty
import re
import select
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from clearinghouse.commands.shell import main
from clearinghouse.records.written.keys import leaves_of
from clearinghouse.world.terminal.answers import FLAT
from tests.support.running import LONGEST, ROOT, command, surroundings

SOURCE = {
    "sources.0.url": "https://example.org/news",
    "sources.0.publisher": "Office of Examples",
    "sources.0.kind": "news",
    "sources.0.accessed": "2026-03-01",
}
TRAINING = {
    "title": "Crime scene work: a course",
    "kind": "training",
    "status": "announced",
    "starts": "2026-03-02",
    "summary": "Rangers practise.",
    "confidence": "medium",
    **SOURCE,
}
New = Callable[..., int]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A data folder of the test's own: the made-up records."""
    return Path(shutil.copytree(ROOT / "tests" / "living", tmp_path / "data"))


def arguments(collection: str, data: Path, given: dict[str, str], *others: str) -> list[str]:
    """A command line that gives these answers."""
    pairs = [part for key, value in given.items() for part in ("--set", f"{key}={value}")]
    return ["new", collection, "--data", str(data), "--as-of", "2026-03-10", *pairs, *others]


def files(data: Path) -> dict[Path, bytes]:
    """All files of a folder, hidden ones too."""
    return {path: path.read_bytes() for path in data.rglob("*") if path.is_file()}


def test_a_record_that_is_given_in_full_is_written(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """In the one form that all records have, under an id that says whose it is, when and what."""
    assert (
        main(
            arguments("trainings", data, {**TRAINING, "host": "Thailand"}, "--audience", "Forest rangers", "--audience", "police", "--yes")
        )
        == 0
    )
    path = data / "trainings" / "th-2026-03-crime-scene-work-course.yml"
    assert path.read_text(encoding="utf-8") == (
        'title: "Crime scene work: a course"\nkind: training\nstatus: announced\nstarts: 2026-03-02\nhost: TH\naudience:\n  - rangers\n'
        "  - police\naudience_note: Forest rangers\nsummary: Rangers practise.\nsources:\n  - url: https://example.org/news\n"
        "    publisher: Office of Examples\n    kind: news\n    accessed: 2026-03-01\nconfidence: medium\npublished: 2026-03-10\n"
    )
    output = capsys.readouterr().out
    assert path.read_text(encoding="utf-8") in output
    assert f"chm.py check {path.as_posix()}" in output
    assert "git commit -m 'Add Crime scene work: a course'" in output
    assert main(["check", str(path)]) == 0


@pytest.mark.parametrize("collection", FLAT)
def test_a_record_of_every_collection_can_be_written(data: Path, collection: str) -> None:
    """From the examples that stand with its required keys."""
    given = {leaf.path: leaf.key.example for leaf in leaves_of(collection) if leaf.required}
    given |= {key: "2026" for key in ("starts", "year") if key in {leaf.path for leaf in leaves_of(collection)}}
    assert main(arguments(collection, data, given, "--id", "th-2026-an-example", "--yes")) == 0
    assert main(["check", str(data / collection / "th-2026-an-example.yml")]) == 0


def test_all_that_is_missing_or_wrong_is_told_at_once(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With the option that gives it; nothing is written."""
    before = files(data)
    assert main(arguments("trainings", data, {"time.from": "9:00", "host": "Atlantis", "serves": "poa-2016-2020/9.9.9"}, "--yes")) == 1
    errors = re.findall(r"error ([A-Z]+-\d+) (\S+)", capsys.readouterr().out)
    missing = ["confidence", "kind", *sorted(SOURCE), "status", "summary", "time.to", "time.zone", "title"]
    assert sorted(errors) == sorted(
        [
            *(("DATE-004", "undated"), ("DATE-007", "time.from"), ("REF-001", "serves.0"), ("TERM-003", "host")),
            *(("KEY-002", key) for key in missing),
        ]
    )
    assert main(arguments("trainings", data, {**TRAINING, "serves": "poa-2016-2020/9.9.9"}, "--yes")) == 1
    assert "REF-001 serves.0" in capsys.readouterr().out
    assert files(data) == before


@pytest.mark.parametrize(
    ("options", "written"),
    [
        (["--title-local", "th: หนึ่ง; สอง", "--title-local", "lo: ລາວ"], "title_local:\n  th: หนึ่ง; สอง\n  lo: ລາວ\n"),
        (["--organisers", "- Parks", "--organisers", "Fund; Zoo"], "organisers:\n  - Parks\n  - Fund\n  - Zoo\n"),
        (["--title-local", "หนึ่ง"], ""),
        (["--place", "Nan", "--place", "Hue"], ""),
        (["--host", "TH", "--host", "LA"], ""),
        (["--title-local", "th: หนึ่ง", "--title-local", "th: สอง"], ""),
        (["--starts", "2026-03-02\u00a0x"], ""),
        (["--body", "![a](https://example.org/1.png)"], ""),
    ],
)
def test_each_answer_is_written_or_told(data: Path, capsys: pytest.CaptureFixture[str], options: list[str], written: str) -> None:
    """What is said several times is a list, or wrong; nothing of it is left out in silence."""
    sound = {"title": "X", "kind": "training", "status": "announced", "starts": "2026-03-02", "summary": "Y.", "confidence": "medium"}
    source = {"url": "https://example.org/n", "publisher": "Office", "kind": "news", "accessed": "2026-01-12"}
    said = {f"--{key}": value for key, value in sound.items() if f"--{key}" not in options}
    pairs = [part for key, value in source.items() for part in ("--set", f"sources.0.{key}={value}")]
    status = main(["new", "trainings", *(part for pair in said.items() for part in pair), *options, *pairs, "--yes", "--data", str(data)])
    printed = capsys.readouterr().out
    assert status == (0 if written else 1), printed
    assert written in printed
    assert written or options[0].removeprefix("--").replace("-", "_") in printed


def test_without_a_yes_nothing_is_written(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """But the file is shown."""
    before = files(data)
    assert main(arguments("trainings", data, TRAINING)) == 1
    output = capsys.readouterr().out
    assert "summary: Rangers practise." in output
    assert "--yes" in output
    assert files(data) == before


def test_an_event_on_the_same_days_with_the_same_host_is_pointed_out(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It may be the same one."""
    assert main(arguments("trainings", data, {**TRAINING, "host": "TH"}, "--yes")) == 0
    assert "same host" not in capsys.readouterr().out
    assert main(arguments("workshops", data, {**TRAINING, "kind": "workshop", "host": "TH"}, "--yes")) == 0
    assert "trainings/th-2026-03-crime-scene-work-course.yml is on the same days with the same host" in capsys.readouterr().out


def test_a_name_that_is_taken_is_not_taken_again(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The proposal gets a number; a chosen one is refused."""
    assert [main(arguments("trainings", data, TRAINING, "--yes")) for _ in range(2)] == [0, 0]
    assert (data / "trainings" / "asean-2026-03-crime-scene-work-course-2.yml").exists()
    capsys.readouterr()
    assert main(arguments("trainings", data, TRAINING, "--id", "th-2026-03-crime-scene", "--yes")) == 1
    assert "error ID-002" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        (["legislation"], "add a law below `laws`"),
        (["activities"], "copy the sample data/activities/_example.yml"),
        (["training"], "did you mean `chm new trainings`?"),
        (["nonsense"], "there is no collection nonsense"),
        (["trainings", "--set", "titel=x"], "did you mean title?"),
        (["trainings", "--set", "sources=x"], "trainings have no key sources"),
        (["trainings", "--set", "title"], "has no value"),
        (["trainings", "--set", "title=A", "--set", "title=B"], "title has two answers, A and B"),
        (["trainings", "--title", "A", "--set", "title=B"], "title has two answers, A and B"),
        (["trainings", "--title-local", "th: A", "--set", "title_local.th=B"], "title_local.th has two answers, th: A and B"),
        (["trainings", "--acronym", "x"], "trainings have no key acronym"),
    ],
)
def test_a_wrong_call_says_what_to_do(data: Path, capsys: pytest.CaptureFixture[str], wrong: list[str], words: str) -> None:
    """In one line, with exit status 2."""
    assert main(["new", "--data", str(data), *wrong]) == 2
    error = capsys.readouterr().err
    assert words in error
    assert error.count("\n") == 1


IN_CONTROL = "import fcntl, os, sys, termios; fcntl.ioctl(0, termios.TIOCSCTTY, 0); os.execv(sys.argv[1], sys.argv[1:])"
"""Makes its terminal the one whose Ctrl-C is heard, then becomes the command."""


class Terminal:
    """A pseudo-terminal on which the command runs, as a person sees it."""

    def __init__(self, arguments: list[str]) -> None:
        self.here, there = pty.openpty()
        environment = surroundings(PYTHON_BASIC_REPL="1", TERM="dumb", COLUMNS="100")
        self.process = subprocess.Popen(
            [sys.executable, "-c", IN_CONTROL, *command(*arguments)],
            cwd=ROOT, env=environment, stdin=there, stdout=there, stderr=there, start_new_session=True,
        )  # fmt: skip
        os.close(there)
        self.screen = ""

    def read_until(self, wanted: str, pressing: str = "") -> str:
        """What appears up to and with a text. pressing: a key that is pressed now, and again after
        two seconds of silence: Python does not hear Ctrl-C in the moment between the prompt and the reading."""
        os.write(self.here, pressing.encode())
        until = time.monotonic() + LONGEST
        while wanted not in self.screen:
            assert time.monotonic() < until, self.screen
            ready, _, _ = select.select([self.here], [], [], 2)
            if not ready:
                os.write(self.here, pressing.encode())
            if ready:
                try:
                    self.screen += os.read(self.here, 65536).decode("utf-8", "replace")
                except OSError:  # the other end has closed
                    assert wanted in self.screen, self.screen
        before, _, self.screen = self.screen.partition(wanted)
        return before + wanted

    def answer(self, question: str, text: str) -> str:
        """Waits for a question's prompt, types, and gives what was asked."""
        prompt = self.read_until(f"\n{question}") + self.read_until("> ")
        os.write(self.here, f"{text}\n".encode())
        return prompt

    def end(self) -> int:
        """The exit status."""
        status = self.process.wait(LONGEST)
        os.close(self.here)
        return status


@pytest.fixture
def terminal() -> Iterator[Callable[[list[str]], Terminal]]:
    """Starts commands on terminals of their own, and ends what is left of them."""
    started: list[Terminal] = []

    def start(arguments: list[str]) -> Terminal:
        started.append(Terminal(arguments))
        return started[-1]

    yield start
    for one in started:
        if one.process.poll() is None:
            one.process.kill()
            one.process.wait()


def test_a_conversation_ends_in_a_file_that_check_accepts(data: Path, terminal: Callable[[list[str]], Terminal]) -> None:
    """Choices by number, defaults by Enter, a wrong answer told in the words of check and asked again."""
    talk = terminal(["new", "trainings", "--data", str(data), "--as-of", "2026-03-10", "--title", "ការបណ្តុះបណ្តាល"])
    assert "1 training   2 training of trainers" in talk.answer("Kind *", "2")
    assert "[announced]" in talk.answer("Status *", "")
    talk.answer("First day", "2026-02-30")
    talk.read_until("error DATE-002 starts")
    talk.read_until("February 2026 has 28 days; write e.g. 2026-02-28")
    talk.answer("First day", "2026-03")
    talk.answer("Summary *", "")
    talk.read_until("error KEY-002 summary")
    talk.answer("Summary *", "វគ្គសម្រាប់មន្ត្រីគយ")
    talk.answer("Source: address *", "https://example.org")
    talk.answer("Source: publisher *", "Office")
    talk.answer("Source: kind *", "news")
    assert "[2026-03-10]" in talk.answer("Source: read on *", "")
    talk.answer("How sure *", "2")
    talk.answer("Title in other languages", "th: ไทย")
    talk.answer("Last day", "")
    talk.answer("Time: from", "")
    talk.answer("Mode", "hybrid")  # the other questions on the time were not asked
    talk.answer("Place", "")
    talk.answer("Host state", "cambodia")
    talk.answer("Countries taking part", ".")
    talk.answer("The name of its file", "th-2026-03-crime-scene")
    talk.read_until("error ID-002")
    talk.answer("The name of its file", "")
    talk.read_until("summary: វគ្គសម្រាប់មន្ត្រីគយ")
    talk.answer("Write this file?", "y")
    talk.read_until("open a pull request")
    assert talk.end() == 0
    path = data / "trainings" / "kh-2026-03-training-trainers.yml"
    assert "mode: hybrid\nhost: KH\n" in path.read_text(encoding="utf-8")
    assert main(["check", str(path)]) == 0


def test_without_a_date_the_reason_is_asked_for(data: Path, terminal: Callable[[list[str]], Terminal]) -> None:
    """And what only the other records can tell is asked again at the end."""
    given = {key: value for key, value in TRAINING.items() if key != "starts"} | {"serves": "poa-2016-2020/4.1.9"}
    talk = terminal(arguments("trainings", data, given, "--yes"))
    talk.answer("First day", "")
    talk.read_until("undated: true")
    talk.answer("Note *", "The page gives no date.")
    talk.read_until("error REF-001 serves.0")
    talk.answer("Contributes to", "poa-2016-2020/4.1.2")
    talk.read_until("open a pull request")
    assert talk.end() == 0
    written = (data / "trainings" / "asean-undated-crime-scene-work-course.yml").read_text(encoding="utf-8")
    assert "undated: true\n" in written
    assert "note: The page gives no date.\n" in written


@pytest.mark.parametrize("key", ["\x03", "\x04"], ids=["Ctrl-C", "end of input"])
def test_who_breaks_off_leaves_nothing(data: Path, terminal: Callable[[list[str]], Terminal], key: str) -> None:
    """No file, no half of one, no traceback."""
    before = files(data)
    talk = terminal(["new", "trainings", "--data", str(data)])
    talk.answer("Title *", "Something")
    talk.read_until("Kind *")
    talk.read_until("> ")
    talk.read_until("chm: stopped", pressing=key)
    assert talk.end() == 130
    assert files(data) == before


def test_who_says_no_at_the_end_leaves_nothing(data: Path, terminal: Callable[[list[str]], Terminal]) -> None:
    """Only yes is yes."""
    before = files(data)
    talk = terminal(arguments("trainings", data, TRAINING, "--id", "th-2026-03-x"))
    talk.answer("Title in other languages", ".")
    talk.answer("Write this file?", "maybe")
    talk.read_until("Nothing was written.")
    assert talk.end() == 1
    assert files(data) == before
