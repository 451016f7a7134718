"""A relay behind nginx: what is sent from the browser waits for the editors, who accept it, and the page of its number says so; whatever
hinders that is said in plain words."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Route, expect

from clearinghouse.world.receiving.proposal_folders import references_in
from tests.site.test_build import changed, copied
from tests.support.browser.filling import RECORDS, Form
from tests.support.browser.visit import Visit
from tests.support.examples import alone
from tests.support.receiving.behind_nginx import behind_nginx
from tests.support.receiving.ports import free_port
from tests.support.running import chm

Server = Callable[[Path], str]
KEPT = "What you typed is kept in this browser."
LATER = "The message could not be sent. Try again later."
WAYS = {
    "mailbox": "Or save it as a file and send that by mail.",
    "repository": "Or send it through GitHub.",
    "": "You can also save it as a file.",
}
"""What is said of other ways, by the setting that gives the first of them."""
DECIDED = "The editors have already decided about this request. Press the button again to send it as a new one."
WRONG = json.dumps({"problems": [{"key": "title", "code": "TEXT-009", "allowed": "another title", "fix": "Choose another title."}]})
LENGTHEN = "() => { window.own = fetch; window.fetch = (to, how) => own(to, {...how, body: how.body + ' '.repeat(310_000)}) }"


def build(root: Path) -> Path:
    """The site as it is now."""
    built = chm("build", "--as-of", "2026-11-27", root=root)
    assert built.returncode == 0, built.stdout + built.stderr
    return root / "site"


def house_with(relay: str, root: Path) -> Path:
    """A clearing house of updates alone, whose site names a relay."""
    copied(root)
    alone("updates", root / "data")
    changed(root / "mkdocs.yml", "    relay:\n", f"    relay: {relay}\n")
    return root


def answering(status: int) -> Callable[[Route], None]:
    """What a relay answers that cannot be brought about here."""
    headers = {"Access-Control-Allow-Origin": "*", "Access-Control-Allow-Headers": "Content-Type"}
    return lambda route: route.fulfill(
        status=status, headers=headers, content_type="application/json", body=WRONG if status == 422 else "{}"
    )


@pytest.mark.long
def test_a_message_goes_to_a_relay_and_its_sender_sees_what_became_of_it(browser: Browser, server: Server, tmp_path: Path) -> None:
    """A page of another host sends it over TLS. What the relay refuses, and what nginx says where there is none, can be read."""
    port = free_port()
    root = house_with(f"https://127.0.0.1:{port}", tmp_path / "house")
    site = server(build(root))
    places = ("--data", root / "data", "--proposals", tmp_path / "proposals")
    with (
        behind_nginx(tmp_path, *places[:2], "--site-url", site, "--per-address", "2", port=port, root=root) as front,
        browser.new_context(ignore_https_errors=True) as context,
    ):
        visit = Visit.begun(context)
        visit.to(f"{site}contribute/?kind=updates&all")
        page, filling = visit.page, Form(visit, "updates")
        filling.own.wait_for()
        filling.fill({"title": "Ivory is told from bone", "summary": "It is.", "date": "2026-03-02"})
        filling.fill({name: text for name, text in RECORDS["trainings"].items() if name.startswith("sources") or name == "confidence"})
        filling.own.get_by_label("Your office").fill("Department of Examples")
        send, said = filling.own.get_by_role("button", name="Send", exact=True), filling.own.locator("[data-ch-done]")

        def refused(words: str) -> None:
            send.click()
            expect(said).to_have_text(re.compile(f"^{re.escape(words).replace('X', '[1-5]')} {re.escape(KEPT)}$"))

        for status, words in {409: DECIDED, 500: f"{LATER} {WAYS['repository']}"}.items():
            page.route(f"{front.url}/proposals", answering(status))
            refused(words)
            page.unroute(f"{front.url}/proposals")
        page.route(f"{front.url}/proposals", answering(422))
        send.click()
        expect(filling.own.locator("[data-ch-summary]")).to_be_focused()
        assert filling.message("title") == "Choose another title. (TEXT-009)"
        page.unroute(f"{front.url}/proposals")
        filling.fill({"title": "Ivory is told from wood"})
        assert filling.message("title") == ""

        front.stop("relay")
        refused("The editors cannot receive messages now. Try again in 2 minutes.")
        front.start_relay()
        page.evaluate(LENGTHEN)
        refused(f"The message is too long to be sent this way. Shorten it. {WAYS['repository']}")
        page.evaluate("() => { window.fetch = own }")

        send.click()
        expect(filling.own.locator("[data-ch-sent]")).to_have_text("The editors have received your message.")
        (number,) = references_in(front.proposals)
        expect(filling.own.locator("[data-ch-reference]")).to_have_text(number)
        back = filling.own.get_by_role("button", name="Back to the form")
        back.click()
        send.click()
        expect(filling.own.locator("[data-ch-reference]")).to_have_text(number)
        back.click()
        refused("Too many messages are coming in. Try again in X minutes.")
        front.stop("nginx")
        for way, mailbox in ((WAYS["repository"], ""), (WAYS[""], "a@office.example"), (WAYS["mailbox"], "")):
            refused(f"There is no connection. Try again later. {way}")
            page.evaluate("mailbox => { Object.assign(clearingHouse.schema, {mailbox, repository: ''}) }", mailbox)

        listed = chm("proposals", *places, root=root).stdout
        assert f"{number}  today  received  new by relay  Department of Examples (not confirmed)" in listed
        accepted = chm("proposals", *places, "--accept", number, root=root)
        assert accepted.returncode == 0, accepted.stdout + accepted.stderr
        build(root)
        other = context.new_page()
        other.goto(f"{site}contribute/status/")
        other.get_by_role("textbox").last.fill(number.lower())
        other.keyboard.press("Enter")
        expect(other).to_have_url(f"{site}contribute/status/{number}/")
        expect(other.get_by_text("The editors have accepted it.")).to_be_visible()
        other.get_by_role("link", name="Ivory is told from wood").click()
        expect(other.get_by_role("heading", name="Ivory is told from wood")).to_be_visible()
