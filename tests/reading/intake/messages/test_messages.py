"""Messages: what the form wrote is read back, whatever a mail program did to it, and becomes a record or problems."""

import base64
import hashlib
import json
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clearinghouse.problems.problem import Problem
from clearinghouse.problems.report import as_text
from clearinghouse.reading.files.folder import DataFile
from clearinghouse.reading.files.strict_yaml import Document, read_yaml
from clearinghouse.reading.intake.messages.messages import Arrival, arrivals
from clearinghouse.reading.outcome import outcome_of_message
from clearinghouse.records.written.messages.message import Message, message_text
from clearinghouse.records.written.messages.sums import sum_of_value
from tests.support import examples
from tests.support.running import ROOT

HERE = Path(__file__).parent
CASES = json.loads((ROOT / "tests/records/written/message_cases.json").read_text(encoding="utf-8"))["messages"]
EVENT = "trainings/th-2026-03-crime-scene"
YAML = "# It was asked for twice.\n" + examples.yaml("trainings", status="confirmed", starts="2026-03-10", seats="24", host="TH")
FILES = [DataFile(f"{EVENT}.yml", f"{EVENT}.yml", YAML.encode())]
REFERENCE = "CH-2026-0000-000J"


def text_of(message: Message, *lines: tuple[str, str]) -> str:
    """A message as the form writes it."""
    return message_text(message, "Change", lines, "Leave the lines below.")


def quoted(text: str) -> str:
    """As a reply quotes it, twice."""
    return "".join(f"> > {line}\n" for line in text.split("\n"))


def wrapped(text: str) -> str:
    """As a program breaks lines that are longer than forty letters, wherever that is."""
    return re.sub(r"(.{40})", r"\1\n", text)


ON_THE_WAY: dict[str, Callable[[str], str]] = {
    "untouched": str,
    "line ends of mail": lambda text: text.replace("\n", "\r\n"),
    "quoted in a reply": lambda text: f"Dear editor,\nsee below.\n\nOn Monday someone wrote:\n{quoted(text)}\n-- \nAn Office",
    "wrapped": wrapped,
    "quoted, then wrapped": lambda text: wrapped(quoted(text)),
    "without line ends": lambda text: text.replace("\n", " "),
    "spaces that do not break": lambda text: text.replace(" ", "\u00a0"),
    "smart quotes and dashes": lambda text: text.replace('"', "”").replace("'", "’").replace("SHA-256", "SHA–256"),
    "one line more between all": lambda text: text.replace("\n", "\n\n"),
    "indented, with a mark of byte order": lambda text: "\ufeff" + text.replace("\n", "\n\t  "),
    "spaces of no width": lambda text: text.replace("\n", "\u200b\n"),
    "twice": lambda text: f"{text}\n{quoted(text)}",
}


@pytest.mark.parametrize("way", ON_THE_WAY)
@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_what_was_sent_is_read_whatever_mail_did_to_it(case: dict[str, Any], way: str) -> None:
    """The same message, once, and without a word of blame."""
    (arrival,) = arrivals(ON_THE_WAY[way](case["text"]))
    assert isinstance(arrival, Arrival)
    assert arrival == Arrival(replace(Message(**case["message"]), words=arrival.message.words))


def report(text: str) -> str:
    """What is said of a text, and what becomes of it."""
    said: list[Problem] = []
    for arrival in arrivals(text):
        said += [arrival] if isinstance(arrival, Problem) else outcome_of_message(arrival, FILES).problems
    return "".join(f"{as_text(problem)}\n" for problem in said)


@pytest.mark.parametrize("folder", sorted(path.parent.name for path in HERE.glob("*/message.txt")))
def test_a_message_that_is_wrong_gets_this_report(folder: str) -> None:
    """To the letter."""
    assert report((HERE / folder / "message.txt").read_text(encoding="utf-8")) == (HERE / folder / "expected.txt").read_text("utf-8")


def test_a_change_keeps_all_else_of_the_file() -> None:
    """Comments too; what only the file holds is not lost, and nothing is put in twice."""
    (arrival,) = arrivals(next(case["text"] for case in CASES if case["name"] == "it was cancelled"))
    assert isinstance(arrival, Arrival)
    after = outcome_of_message(arrival, FILES)
    document, before = (read_yaml("", content) for content in (after.text.encode(), FILES[0].content))
    assert isinstance(document, Document)
    assert isinstance(before, Document)
    change = {"on": "2026-11-27", "what": "cancelled", "id": "cancelled", "note": "The floods closed the road to Nakhon Phanom."}
    wanted = {**before.data, "status": "cancelled", "changes": [*before.data.get("changes", []), change]}
    assert document.data == wanted
    assert after.text.startswith("# It was asked for twice.\n")
    again = outcome_of_message(arrival, [DataFile(f"{EVENT}.yml", f"{EVENT}.yml", after.text.encode())])
    assert again.text == after.text
    assert [problem.code for problem in again.problems] == ["MSG-004"]


def test_a_new_record_takes_a_name_that_is_free() -> None:
    """The form did not know what was published since its page was built."""
    (arrival,) = arrivals(CASES[0]["text"])
    assert isinstance(arrival, Arrival)
    first = outcome_of_message(arrival, FILES)
    assert (first.path, first.is_sound) == ("trainings/th-2027-03-ivory-identification-customs.yml", True)
    second = outcome_of_message(arrival, [*FILES, DataFile(first.path, first.path, first.text.encode())])
    assert second.path == "trainings/th-2027-03-ivory-identification-customs-2.yml"


def test_a_report_asks_for_no_file() -> None:
    """People read it."""
    (arrival,) = arrivals(CASES[3]["text"])
    assert isinstance(arrival, Arrival)
    assert (outcome_of_message(arrival, FILES).path, arrival.message.reason) == ("", "The address leads nowhere since May.")


def test_a_message_cannot_say_that_it_was_reviewed() -> None:
    """That is for those who review, and would silence what they should see."""
    (arrival,) = arrivals(text_of(Message("change", EVENT, REFERENCE, put={"reviewed": {"sensitivity": "x"}})))
    assert isinstance(arrival, Arrival)
    assert [problem.code for problem in outcome_of_message(arrival, FILES).problems] == ["MSG-003"]


def test_what_was_changed_by_hand_above_the_fence_is_noticed() -> None:
    """A blank or a quote is no change, a letter is."""
    text = text_of(Message("change", EVENT, REFERENCE, put={"seats": "30"}, before={"seats": sum_of_value(None)}), ("Seats", "30"))
    assert report(text.replace("Seats: 30", "Seats :  “30”")).count("MSG-005") == 0
    assert report(text.replace("Seats: 30", "Seats: 35")).count("MSG-005") == 1


@given(st.text(max_size=200), st.integers(0, 2000), st.text(max_size=3))
def test_whatever_stands_in_a_text_it_is_read(noise: str, place: int, letters: str) -> None:
    """Nothing fails, and what was spoilt inside of its fence is never taken for what was sent."""
    whole = CASES[0]["text"]
    spoilt = noise + whole[:place] + letters + whole[place + len(letters) :]
    for arrival in arrivals(spoilt):
        if isinstance(arrival, Arrival):
            assert replace(arrival.message, words="") == replace(Message(**CASES[0]["message"]), words="")


@pytest.mark.parametrize(
    "data", ["[" * 50_000, '{"kind": 1}', "[]", "null", '{"kind":"new","record":"trainings/../x","reference":"x"}', "\ud800"]
)
def test_hostile_data_end_in_a_problem(data: str) -> None:
    """With a sum that is right."""
    content = data.encode("utf-8", "surrogatepass")
    block, total = base64.b64encode(content).decode().rstrip("="), hashlib.sha256(content).hexdigest()
    text = f"[BEGIN CLEARING HOUSE MESSAGE 1]\n{block}: SHA-256 :{total}\n[END CLEARING HOUSE MESSAGE]"
    assert [problem.code for problem in arrivals(text) if isinstance(problem, Problem)] == ["MSG-003"]


def test_a_text_full_of_beginnings_is_read_in_its_length() -> None:
    """Not in the square of it."""
    assert len(list(arrivals("[BEGIN CLEARING HOUSE MESSAGE 1]" * 20_000))) == 20_000
