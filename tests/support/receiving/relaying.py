"""A relay for tests: a service of WSGI, asked without a network, and messages to send to it."""

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import falcon.testing

from clearinghouse.reading.intake.messages.messages import Arrival, arrivals
from clearinghouse.records.written.messages.message import Message, message_text
from clearinghouse.records.written.messages.reference_numbers import reference_number
from clearinghouse.world.relay.checking import check_with
from clearinghouse.world.relay.intake import Intake
from clearinghouse.world.relay.pace import Pace
from clearinghouse.world.relay.pages import Pages
from clearinghouse.world.relay.records import Records
from clearinghouse.world.relay.service import relay
from tests.support.plain import LIVING_DATA
from tests.support.running import ROOT

SITE = "https://example.org/chm/"
ORIGIN = "https://example.org"


def message() -> Message:
    """A new record, as the form sends it."""
    cases = json.loads((ROOT / "tests/records/written/message_cases.json").read_text(encoding="utf-8"))["messages"]
    (arrival,) = arrivals(cases[0]["text"])
    assert isinstance(arrival, Arrival)
    return arrival.message


def text_of(number: int = 0, **changes: Any) -> str:
    """The text of such a message, with a reference number of its own."""
    sent = replace(message(), reference=reference_number(2026, [number, number // 32, 0, 0, 0, 0, 0]), **changes)
    return message_text(sent, "A new training", [("Title", "Ivory")], "Please leave the lines below.")


@dataclass
class Relay:
    """One with its folder and its clock."""

    proposals: Path
    client: falcon.testing.TestClient
    seconds: list[float]

    def send(self, text: str, **more: Any) -> falcon.testing.Result:
        """Sends a message as the form does."""
        headers = {"Origin": ORIGIN} | more.pop("headers", {})
        return self.client.simulate_post("/proposals", json={"message": text}, headers=headers, **more)


def relay_in(folder: Path, of_one: int = 1000, in_all: int = 1000, most: int = 1000, data: Path = LIVING_DATA) -> Relay:
    """A relay whose proposals lie in a folder."""
    seconds = [0.0]
    clock: Callable[[], float] = lambda: seconds[0]  # noqa: E731 - a clock that tests turn
    intake = Intake(folder / "proposals", check_with(Records(data, clock)), most, lambda: date(2026, 11, 27))
    app = relay(intake, Pace(of_one, in_all, clock), Pages(ROOT, SITE))
    return Relay(folder / "proposals", falcon.testing.TestClient(app), seconds)
