"""A relay: what is sent from the browser waits for the editors, and whatever the relay answers is said in plain words."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Route, expect
from waitress.server import create_server

from clearinghouse.world.receiving.proposal_folders import references_in
from clearinghouse.world.relay.intake import Intake
from clearinghouse.world.relay.pace import Pace
from clearinghouse.world.relay.pages import Pages
from clearinghouse.world.relay.records import Records
from clearinghouse.world.relay.service import relay
from tests.support.browser.filling import RECORDS, Begun, Form
from tests.support.plain import LIVING_DATA
from tests.support.running import ROOT

Server = Callable[[Path], str]
KEPT = "What you typed is kept in this browser."
ANSWERS = {
    413: f"The message is too long to be sent this way. Shorten it, or save it as a file and send it by mail. {KEPT}",
    429: f"Too many messages are coming in. Try again in 3 minutes. {KEPT}",
    503: f"The editors cannot receive messages now. Try again in 1 minute. {KEPT}",
    409: f"The editors have already decided about this request. Press the button again to send it as a new one. {KEPT}",
    500: f"The message could not be sent. Try again later, or save it as a file and send it by mail. {KEPT}",
    0: f"There is no connection. Try again later, or save the message as a file and send it by mail. {KEPT}",
}
WRONG = '{"problems": [{"key": "title", "code": "TEXT-009", "allowed": "another title", "fix": "Choose another title."}]}'
WITH_RELAY = """relay => {
  clearingHouse.schema.relay = relay
  const save = document.querySelector("[data-ch-send=save]")
  const button = save.cloneNode(true)
  button.dataset.chSend = "relay"
  button.textContent = "Send"
  save.before(button)
}"""


@contextmanager
def relay_for(site: str, folder: Path) -> Iterator[str]:
    """The address of a relay that takes messages of a site's form."""
    intake = Intake(folder, Records(LIVING_DATA, lambda: 0.0), 10, lambda: date(2026, 11, 27))
    service = create_server(relay(intake, Pace(10, 10, lambda: 0.0), Pages(ROOT, site)), host="127.0.0.1", port=0)
    thread = threading.Thread(target=service.run)
    thread.start()
    try:
        yield f"http://127.0.0.1:{service.effective_port}"
    finally:
        service.close()
        thread.join(10)


def allowed(route: Route, relay: str) -> None:
    """The page as it is where the site names a relay: its policy lets the form send there."""
    answer = route.fetch()
    own, wider = "connect-src 'self'", f"connect-src 'self' {relay}"
    headers = {name: value.replace(own, wider) for name, value in answer.headers.items()}
    route.fulfill(status=answer.status, headers=headers, body=answer.text().replace(own, wider))


def answering(origin: str, status: int) -> Callable[[Route], None]:
    """What a relay answers; at 0 there is none."""
    headers = {"Access-Control-Allow-Origin": origin, "Access-Control-Allow-Headers": "Content-Type"}
    headers |= {"Access-Control-Expose-Headers": "Retry-After", "Retry-After": {429: "130", 503: "60"}.get(status, "")}

    def answer(route: Route) -> None:
        if status:
            route.fulfill(status=status, headers=headers, content_type="application/json", body=WRONG if status == 422 else "{}")
        else:
            route.abort("connectionrefused")

    return answer


@pytest.mark.long
def test_a_message_goes_to_a_relay(true_site: Path, server: Server, apart: Begun, tmp_path: Path) -> None:
    """Refusals say what to do, and keep what was typed; then it is there, under the number that its sender was given."""
    front = server(true_site)
    origin = "{0.scheme}://{0.netloc}".format(urlsplit(front))
    with relay_for(front, tmp_path) as address:
        visit = apart()
        page = visit.page
        page.context.grant_permissions(["local-network-access"])  # the page is not seen as of this machine, since the test wrote it anew
        page.route(lambda url: url.endswith("/contribute/?kind=updates&all"), lambda route: allowed(route, address))
        page.goto(f"{front}contribute/?kind=updates&all")
        filling = Form(visit, "updates")
        filling.own.wait_for()
        page.evaluate(WITH_RELAY, address)
        filling.fill({"title": "Ivory is told from bone", "summary": "It is.", "date": "2026-03-02"})
        filling.fill({name: text for name, text in RECORDS["trainings"].items() if name.startswith("sources") or name == "confidence"})
        filling.own.get_by_label("Your office").fill("Department of Examples")
        send, said = filling.own.get_by_role("button", name="Send", exact=True), filling.own.locator("[data-ch-done]")
        for status, words in ANSWERS.items():
            page.route(f"{address}/proposals", answering(origin, status))
            send.click()
            expect(said).to_have_text(words)
            page.unroute(f"{address}/proposals")
        page.route(f"{address}/proposals", answering(origin, 422))
        send.click()
        expect(filling.own.locator("[data-ch-summary]")).to_be_focused()
        assert filling.message("title") == "Choose another title. (TEXT-009)"
        page.unroute(f"{address}/proposals")
        filling.fill({"title": "Ivory is told from wood"})
        assert filling.message("title") == ""
        send.click()
        expect(filling.own.locator("[data-ch-sent]")).to_have_text("The editors have received your message.")
        number = filling.own.locator("[data-ch-reference]").text_content()
    assert list(references_in(tmp_path)) == [number]
