"""Samples of advice on messages: what arrived, and what arrives after its sender, or an editor, did what the report says."""

import re
from collections.abc import Iterable

from clearinghouse.problems.problem import Problem
from clearinghouse.reading.files.folder import DataFile
from clearinghouse.reading.inbox.receiving import own_address
from clearinghouse.reading.intake.messages.messages import arrivals
from clearinghouse.reading.outcome import outcome_of_message
from clearinghouse.records.written.messages.message import Message, message_text
from clearinghouse.records.written.messages.sums import sum_of_value
from tests.support import examples
from tests.support.advice.sample import Files, Sample

SENDER = "officer@office.example"
EVENT = "trainings/th-2026-03-course"
_BEGIN = "MESSAGE 1]\n"


def messages() -> Iterable[Sample]:
    """All samples on messages."""
    whole = _message({"seats": "30"}, {"seats": sum_of_value(None)})
    yield _sample("MSG_001", whole.replace(f"{_BEGIN}e", _BEGIN), whole)
    yield _sample("MSG_001_CUT", whole[: whole.index(": SHA")], whole)
    yield _sample("MSG_002", whole.replace("MESSAGE 1]", "MESSAGE 2]"), whole)
    yield _sample("MSG_003", _message({"reviewed": {"sensitivity": "x"}}, {}), whole)
    yield _sample("MSG_004", _message({"seats": "30"}, {"seats": sum_of_value("20")}), whole)
    yield _sample("MSG_005", whole.replace("Seats: 30", "Seats: 35"), whole)
    said = examples.yaml("trainings", summary=f"Write to {SENDER}.")
    files = [DataFile(f"{EVENT}.yml", f"{EVENT}.yml", text.encode()) for text in (said, said.replace(f" to {SENDER}", ""))]
    yield Sample("MSG_006", "MSG_006", files[:1], files[1:], _judge_address, f"to {SENDER}")


def judge(files: Files) -> Iterable[Problem]:
    """What is said of a message and of what it asks for. The first file is its text, the others the data folder."""
    message, *there = files
    for arrival in arrivals(message.content.decode("utf-8")):
        yield from [arrival] if isinstance(arrival, Problem) else outcome_of_message(arrival, there).problems


def _judge_address(files: Files) -> Iterable[Problem]:
    return own_address(SENDER, (file.content.decode() for file in files))


def _message(put: dict[str, object], before: dict[str, str]) -> str:
    return message_text(Message("change", EVENT, "CH-2026-0000-000J", put=put, before=before), "Change", [("Seats", "30")], "Leave this.")


def _sample(kind: str, before: str, after: str) -> Sample:
    """Whoever sends it again loses the letters of what was sent before."""
    event = DataFile(f"{EVENT}.yml", f"{EVENT}.yml", examples.yaml("trainings").encode("utf-8"))
    files = [[DataFile("message.txt", "message.txt", text.encode("utf-8")), event] for text in (before, after)]
    gone = set(re.findall(r"\w+", before)) - set(re.findall(r"\w+", after))
    return Sample(kind, kind, files[0], files[1], judge, " ".join(gone))
