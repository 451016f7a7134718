"""The service: what the form sends is checked and kept, what anybody else sends is refused, and no request is ever answered otherwise."""

import json
from pathlib import Path
from urllib.parse import urlencode

import pytest
from lxml import html as lxml_html

from clearinghouse.world.failure import Failure
from clearinghouse.world.receiving.proposal_folders import proposal_in, references_in, write_proposal
from clearinghouse.world.relay import intake
from clearinghouse.world.relay.service import LARGEST
from tests.support.receiving.relaying import ORIGIN, message, relay_in, text_of

FORM = {"Content-Type": "application/x-www-form-urlencoded"}


def test_a_message_waits_for_the_editors(tmp_path: Path) -> None:
    """With its sheet, its record and its words; the same one again is there once."""
    relay = relay_in(tmp_path)
    answer = relay.send(text_of())
    reference = answer.json["reference"]
    assert (answer.status_code, answer.headers["Access-Control-Allow-Origin"]) == (201, ORIGIN)
    assert relay.send(text_of()).status_code == 200
    waiting = proposal_in(relay.proposals, reference)
    assert waiting
    assert waiting.sheet
    assert (waiting.sheet.state, waiting.sheet.way, waiting.sheet.confirmed) == ("received", "relay", "")
    assert (waiting.message, list(waiting.records)) == (text_of(), [f"{waiting.sheet.records[0]}.yml"])
    assert references_in(relay.proposals) == [reference]


def test_a_record_with_errors_is_not_taken_and_they_are_said(tmp_path: Path) -> None:
    """As `chm check` says them, in the language of the message as far as there is a translation."""
    relay = relay_in(tmp_path)
    wrong = {**message().data, "starts": "2027-02-30", "host": "Thailand"}
    answer, in_thai = relay.send(text_of(data=wrong)), relay.send(text_of(data=wrong, language="th"))
    assert (answer.status_code, in_thai.status_code) == (422, 422)
    assert {"key": "starts", "code": "DATE-002"}.items() <= answer.json["problems"][0].items()
    said = {one["key"]: one["fix"] for one in (*answer.json["problems"], *in_thai.json["problems"])}
    assert said == {"starts": "February 2027 มี 28 วัน เขียน เช่น 2027-02-28", "host": "เขียน TH สำหรับ Thailand"}
    assert not references_in(relay.proposals)


def test_a_correction_takes_the_place_of_what_waits_but_not_of_what_was_decided(tmp_path: Path) -> None:
    """Under the same number."""
    relay = relay_in(tmp_path)
    reference = relay.send(text_of()).json["reference"]
    assert relay.send(text_of(reason="Please hurry.")).status_code == 201
    waiting = proposal_in(relay.proposals, reference)
    assert waiting
    assert waiting.sheet
    assert (len(waiting.sheet.sums), waiting.texts["message-1.txt"].decode()) == (2, text_of())
    write_proposal(relay.proposals, type(waiting.sheet)(**{**vars(waiting.sheet), "state": "declined"}), waiting.texts)
    assert relay.send(text_of(reason="Please!")).status_code == 409


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"", 400), (b"{", 400), (b"[]", 400), (b"{}", 400), (b'{"message": 5}', 400), (b'{"message": "\\ud800"}', 400), (b"\xff\xfe", 400),
        (b"[" * 200_000, 400), (b'{"message": ""}', 400), (b'{"message": "Dear editors"}', 422),
        (json.dumps({"message": "[BEGIN CLEARING HOUSE MESSAGE 1]" * 8_000}).encode(), 422),
        (json.dumps({"message": "\x00\u202e" * 9_000}).encode(), 422), (b" " * (LARGEST + 1), 413),
    ],
    ids=lambda value: str(value)[:24],
)  # fmt: skip
def test_what_is_no_message_is_refused(tmp_path: Path, body: bytes, status: int) -> None:
    """Whatever it is, and nothing is written."""
    relay = relay_in(tmp_path)
    answer = relay.client.simulate_post("/proposals", body=body, headers={"Content-Type": "application/json", "Origin": ORIGIN})
    assert (answer.status_code, answer.headers["Access-Control-Allow-Origin"]) == (status, ORIGIN)
    assert not relay.proposals.exists()


@pytest.mark.parametrize("record", ["trainings/../../x", "../x/y", "trainings/.hidden", "activities/x", "trainings/CON", "x" * 3000])
def test_no_message_leads_out_of_the_folder(tmp_path: Path, record: str) -> None:
    """By the name of a record or otherwise."""
    relay = relay_in(tmp_path)
    assert relay.send(text_of(record=record)).status_code == 422
    assert list(tmp_path.iterdir()) == []


def test_pages_of_other_sites_cannot_send(tmp_path: Path) -> None:
    """Nor ask; a page of the relay's own can."""
    relay = relay_in(tmp_path)
    for origin in ("https://example.com", "null", "https://example.org.example.com", "http://example.org"):
        answer = relay.send(text_of(), headers={"Origin": origin})
        assert (answer.status_code, "Access-Control-Allow-Origin" in answer.headers) == (403, False), origin
    own = relay.client.simulate_post(
        "/proposals", body=urlencode({"message": text_of()}), headers={**FORM, "Origin": "http://falconframework.org"}
    )
    assert own.status_code == 201


def test_a_page_asks_first(tmp_path: Path) -> None:
    """As browsers do before they send JSON elsewhere."""
    answer = relay_in(tmp_path).client.simulate_options("/proposals", headers={"Origin": ORIGIN})
    assert answer.status_code == 200
    assert (answer.headers["Access-Control-Allow-Methods"], answer.headers["Access-Control-Allow-Headers"]) == ("POST", "Content-Type")


def test_without_a_script_a_page_takes_the_message_and_gives_a_receipt(tmp_path: Path) -> None:
    """In the language of the message, with the number and the page that follows it."""
    relay = relay_in(tmp_path)
    start = lxml_html.document_fromstring(relay.client.simulate_get("/", headers={"Accept-Language": "th-TH, en;q=0.5"}).text)
    assert (start.get("lang"), start.xpath("//form/@action"), start.xpath("//textarea/@name")) == ("th", ["proposals"], ["message"])
    sent = urlencode({"message": text_of(language="id").replace("\n", "\r\n")})
    answer = relay.client.simulate_post("/proposals", body=sent, headers=FORM)
    page = lxml_html.document_fromstring(answer.text)
    (reference,) = references_in(relay.proposals)
    assert (answer.status_code, page.get("lang"), page.xpath("//strong/text()")) == (201, "id", [reference])
    assert f"https://example.org/chm/contribute/status/{reference}/" in page.xpath("//a/@href")
    unsound = relay.client.simulate_post("/proposals", body=urlencode({"message": "<script>alert(1)</script>"}), headers=FORM)
    assert (unsound.status_code, "<script" in unsound.text) == (422, False)


def test_every_answer_is_guarded_and_sets_no_cookie(tmp_path: Path) -> None:
    """Refusals and errors too."""
    client = relay_in(tmp_path).client
    answers = [
        client.simulate_request(method, path)
        for method in ("GET", "POST", "PUT", "OPTIONS")
        for path in ("/", "/proposals", "/no", "/health")
    ]
    for answer in answers:
        assert answer.headers["Content-Security-Policy"].startswith("default-src 'none'")
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert not answer.cookies
    assert client.simulate_get("/health").json == {"status": "ok"}
    assert client.simulate_get("/look.css").headers["Content-Type"].startswith("text/css")


def test_who_sends_too_much_has_to_wait(tmp_path: Path) -> None:
    """And learns how long; others need not."""
    relay = relay_in(tmp_path, of_one=2)
    assert [relay.send(text_of(number), remote_addr="192.0.2.1").status_code for number in range(3)] == [201, 201, 429]
    assert relay.send(text_of(5), remote_addr="192.0.2.1").headers["Retry-After"] == "300"
    assert relay.send(text_of(6), remote_addr="192.0.2.2").status_code == 201
    relay.seconds[0] = 300
    assert relay.send(text_of(7), remote_addr="192.0.2.1").status_code == 201


def test_a_full_folder_takes_no_more(tmp_path: Path) -> None:
    """But corrections of what waits there; whoever watches learns it."""
    relay = relay_in(tmp_path, most=2)
    assert [relay.send(text_of(number)).status_code for number in range(3)] == [201, 201, 503]
    assert relay.client.simulate_get("/health").status_code == 503
    assert relay.send(text_of(1, reason="More.")).status_code == 201


def test_where_the_disk_is_full_it_says_so_and_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """And an error of its own is named without a word of what was sent."""
    relay = relay_in(tmp_path)

    def full(*_: object) -> None:
        raise Failure("disk full")

    monkeypatch.setattr(intake, "write_proposal", full)
    assert relay.send(text_of()).status_code == 503

    def broken(*_: object) -> None:
        raise KeyError(text_of())

    monkeypatch.setattr(intake, "write_proposal", broken)
    assert relay.send(text_of()).status_code == 500
    said = capfd.readouterr()
    assert said.err.startswith("chm relay: KeyError at test_service.py:")
    assert "BEGIN" not in said.err + said.out
