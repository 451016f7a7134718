"""Sending: one step after the other, answers that are checked, and a message that Python reads as the browser wrote it."""

import re
from collections.abc import Callable
from email import message_from_string, policy
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import expect

from clearinghouse.reading.files.folder import DataFile
from clearinghouse.reading.intake.messages.messages import Arrival, arrivals
from clearinghouse.reading.outcome import Outcome, outcome_of_message
from tests.support.browser.filling import RECORDS, TODAY, Begun, Form, opened
from tests.support.browser.modules import load_modules
from tests.support.haste import daily
from tests.support.running import ROOT

Server = Callable[[Path], str]
KUI_BURI = "trainings/th-2022-11-crime-scene-kui-buri"
FILES = [DataFile(f"{KUI_BURI}.yml", f"{KUI_BURI}.yml", (ROOT / "data" / f"{KUI_BURI}.yml").read_bytes())]
NETWORKS = [
    DataFile(f"networks/{path.name}", f"networks/{path.name}", path.read_bytes()) for path in (ROOT / "data/networks").glob("net-*.yml")
]
REQUESTS = ("cancel", "move", "held", "report")


@pytest.fixture
def form(true_site: Path, server: Server, begun: Begun) -> Callable[[str], Form]:
    """Opens the form at a query where GitHub is an empty page."""

    def open_form(query: str) -> Form:
        visit = begun()
        visit.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
        visit.page.context.route("https://github.com/**", lambda route: route.fulfill(body="", content_type="text/html"))
        return opened(visit, server(true_site), query)

    return open_form


def sent(filling: Form) -> tuple[Arrival, Outcome]:
    """What GitHub's form is filled with, as Python reads it, and what becomes of it; it says what happens next, with the number."""
    filling.own.get_by_label("Your office").fill("Department of Examples")
    with filling.page.expect_popup() as popup:
        filling.own.get_by_role("button", name="Send through GitHub").click()
    url = urlsplit(popup.value.url)
    query = parse_qs(url.query)
    assert (url.path, query["template"]) == ("/awg-cites-we/clearing-house/issues/new", ["message.yml"])
    text = query["more-message"][0] if "more-message" in query else filling.own.locator("[data-ch-message]").text_content() or ""
    (arrival,) = arrivals(text)
    assert isinstance(arrival, Arrival), arrival
    assert arrival.problems == ()
    expect(filling.own.get_by_role("heading", name="What happens next")).to_be_focused()
    expect(filling.own.locator("[data-ch-reference]")).to_have_text(arrival.message.reference)
    expect(filling.own.get_by_role("link", name="See what became of a message")).to_be_visible()
    return arrival, outcome_of_message(arrival, [*FILES, *NETWORKS])


def test_one_step_after_the_other_to_a_message_that_python_reads(true_site: Path, server: Server, begun: Begun) -> None:
    """What is missing holds the step; a date of which nobody knows which day is meant is asked back; all is checked before it goes."""
    visit = begun().to(f"{server(true_site)}contribute/?kind=updates")
    visit.page.context.route("https://github.com/**", lambda route: route.fulfill(body="", content_type="text/html"))
    filling = Form(visit, "updates")
    own, on = filling.own, filling.own.get_by_role("button", name="Continue")
    expect(own.locator("[data-ch-progress]")).to_have_text("Step 1 of 4: What is new")
    on.click()
    expect(own.locator("[data-ch-progress]")).to_contain_text("Step 1")
    expect(filling.field("title")).to_be_focused()
    assert filling.message("title") == "Please answer this. (KEY-002)"
    filling.fill({"title": "Ivory is told from bone", "summary": "It is."})
    filling.own.locator("[data-ch-field=date] input").nth(1).fill("")
    filling.fill({"date": "2/3/2026"})
    on.focus()
    own.get_by_role("button", name="Monday, 2 March 2026").click()
    assert [box.input_value() for box in own.locator("[data-ch-field=date] [data-ch-date]").all()] == ["2", "3", "2026"]
    for _ in range(2):
        on.click()
    filling.fill({name: text for name, text in RECORDS["trainings"].items() if name.startswith("sources") or name == "confidence"})
    on.click()
    expect(own.get_by_role("heading", name="Check your answers")).to_be_focused()
    expect(own.locator("[data-ch-answers]")).to_contain_text("Monday, 2 March 2026")
    own.get_by_role("button", name="Change: What is new").click()
    expect(filling.field("title")).to_be_visible()
    for _ in range(3):
        on.click()
    steps_of_the_history(filling)
    own.get_by_role("button", name="Send through GitHub").click()
    expect(own.get_by_label("Your office")).to_be_focused()
    arrival, after = sent(filling)
    assert (arrival.message.kind, arrival.message.office, after.path) == ("new", "Department of Examples", f"{arrival.message.record}.yml")
    assert after.is_sound
    assert after.text == filling.text
    filling.page.go_back()
    expect(own.get_by_role("heading", name="Check your answers")).to_be_focused()
    expect(own.locator("[data-ch-answers]")).to_contain_text("Ivory is told from bone")
    filling.page.go_forward()
    expect(own.get_by_role("heading", name="What happens next")).to_be_focused()
    assert visit.faults == []


def steps_of_the_history(filling: Form) -> None:
    """Back and Forward go one step, a reload stays on the step, and nothing that was typed is lost; so does the form's own button."""
    own, page, progress = filling.own, filling.page, filling.own.locator("[data-ch-progress]")
    expect(progress).to_contain_text("Step 4 of 4")
    own.get_by_role("button", name="Back").click()
    expect(progress).to_contain_text("Step 3 of 4")
    assert page.url.endswith("?kind=updates&step=3")
    page.reload()
    expect(progress).to_contain_text("Step 3 of 4")
    for number in (2, 1):
        page.go_back()
        expect(progress).to_contain_text(f"Step {number} of 4")
    expect(filling.field("title")).to_have_value("Ivory is told from bone")
    page.go_forward()
    expect(progress).to_contain_text("Step 2 of 4")
    for _ in range(2):
        own.get_by_role("button", name="Continue").click()
    expect(own.get_by_role("heading", name="Check your answers")).to_be_focused()


@pytest.mark.parametrize("what", daily(REQUESTS, "cancel"))
def test_one_thing_is_asked_for_of_a_record(what: str, form: Callable[[str], Form]) -> None:
    """With a sentence for subscribers where they must learn of it; all else of the file stays."""
    filling = form(f"?edit={KUI_BURI}&do={what}")
    own = filling.own
    expect(filling.field("title")).to_be_hidden()
    if what == "move":
        filling.own.locator("[data-ch-field=ends] input").evaluate_all("all => all.forEach(box => { box.value = '' })")
        own.locator("[data-ch-field=starts] input").nth(0).fill("5 December 2022")
    if what == "held":
        filling.fill({"participants": "32"})
    if what == "report":
        own.get_by_label("What is wrong, in a sentence or two").fill("It never took place.")
    elif own.get_by_label(re.compile("Why was it cancelled|What should subscribers|In a sentence")).count():
        own.get_by_label(re.compile("Why was it cancelled|What should subscribers|In a sentence")).fill("The floods closed the road.")
    arrival, after = sent(filling)
    assert (arrival.message.kind, arrival.message.record) == (what, KUI_BURI)
    assert after.is_sound == (what != "report"), after.problems
    if what == "report":
        assert arrival.message.reason == "It never took place."
    if what in ("cancel", "move"):
        assert "note: The floods closed the road." in after.text
    assert filling.visit.faults == []


@pytest.mark.long
def test_a_sentence_says_that_a_record_is_still_correct(form: Callable[[str], Form]) -> None:
    """And nothing but the day changes."""
    filling = form(f"?edit={KUI_BURI}&verify")
    arrival, after = sent(filling)
    day = filling.page.evaluate(TODAY)
    assert arrival.message.kind == "still correct"
    assert f"verified: {day}" in after.text
    assert after.is_sound


TYPED = [
    ("2/3/2027", ["2027-03-02", "2027-02-03"]), ("2.3.27", ["2027-03-02", "2027-02-03"]), ("3/3/2027", ["2027-03-03"]),
    ("25/12/2026", ["2026-12-25"]), ("12/25/2026", ["2026-12-25"]), ("2027-03-02", ["2027-03-02"]), ("2027/3/2", ["2027-03-02"]),
    ("2027-03", ["2027-03"]), ("2027", ["2027"]), ("2 March 2027", ["2027-03-02"]), ("March 2, 2027", ["2027-03-02"]),
    ("2nd of March", []), ("2-Mar-27", ["2027-03-02"]), ("Mar 2027", ["2027-03"]), ("2/3/2570", ["2027-03-02", "2027-02-03"]),
    ("๒ มีนาคม ๒๕๗๐", ["2027-03-02"]), ("31/4/2027", []), ("30 February 2027", []), ("soon", []), ("", []), ("2", []),
]  # fmt: skip


def test_dates_are_understood_as_people_type_them(form: Callable[[str], Form]) -> None:
    """By day first, by month first where nothing else is possible, in words, in the Buddhist era; else as none."""
    filling = form("?kind=updates")
    load_modules(filling.page, filling.page.url.partition("contribute/")[0], "forms/fields/typed_dates.js", "forms/ways/sending.js")
    assert filling.page.evaluate("texts => texts.map(text => modules.datesMeant(text, 'th'))", [text for text, _ in TYPED]) == [
        dates for _, dates in TYPED
    ]
    request = {"heading": "ใหม่: “x”" * 20, "reference": "CH-2026-0000-000J", "text": "a\n" * 3}
    mail = filling.page.evaluate(
        "request => { clearingHouse.schema.mailbox = 'records@office.example';"
        " return [modules.mailTo(request), modules.mailFile(request)] }",
        request,
    )
    assert mail[0]["href"].startswith("mailto:records@office.example?subject=")
    parsed = message_from_string(mail[1], policy=policy.default)
    assert (parsed["To"], parsed["Subject"]) == ("records@office.example", f"{request['heading']} (CH-2026-0000-000J)")
    assert parsed.get_content() == "a\r\n" * 3
    assert max(len(line) for line in mail[1].split("\r\n")) <= 78
