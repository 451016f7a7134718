"""The ways out of the form: GitHub, the clipboard, a file, a mail; nothing leaves by itself, and what was typed is kept."""

from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import expect

from tests.support.browser.filling import RECORDS, Begun, Form, opened
from tests.support.haste import daily
from tests.support.patience import patient

Server = Callable[[Path], str]
LONGEST = 6000
ADDRESS = "https://github.com/awg-cites-we/clearing-house"
NO_STORAGE = {
    "blocked": "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('blocked', 'SecurityError') }})",
    "full": "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }",
}


@pytest.fixture
def form(true_site: Path, server: Server, begun: Begun, apart: Begun) -> Callable[..., Form]:
    """Opens the form at a query where GitHub is an empty page and the clipboard can be read. script: what runs before the page's own."""

    def open_form(query: str, script: str = "") -> Form:
        visit = apart() if script else begun()
        visit.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
        visit.page.context.route("https://github.com/**", lambda route: route.fulfill(body="", content_type="text/html"))
        if script:
            visit.page.add_init_script(script)
        return opened(visit, server(true_site), query)

    return open_form


def proposed(filling: Form, button: str) -> str:
    """The address that the button opens in another tab."""
    with filling.page.expect_popup() as popup:
        filling.own.get_by_role("link", name=button).click()
    popup.value.wait_for_load_state()
    return popup.value.url


def clipboard(filling: Form) -> str:
    """What can be pasted."""
    filling.page.bring_to_front()
    text: str = filling.page.evaluate("navigator.clipboard.readText()")
    return text


def test_a_record_is_proposed_with_its_text_in_the_address(form: Callable[..., Form]) -> None:
    """The page of a new file, at its path, with the very text; two clicks are left."""
    filling = form("?kind=workshops")
    filling.fill(RECORDS["workshops"] | {"place": "ວຽງຈັນ, 50 % & more + # ?"})
    url = urlsplit(proposed(filling, "Propose on GitHub"))
    assert f"{url.scheme}://{url.netloc}{url.path}" == f"{ADDRESS}/new/main"
    assert parse_qs(url.query) == {"filename": [filling.path], "value": [filling.text]}
    assert "ວຽງຈັນ, 50 % & more + # ?" in filling.text


@pytest.mark.long
@pytest.mark.parametrize("over", [0, 1])
def test_above_6_000_encoded_characters_the_text_is_copied(over: int, form: Callable[..., Form]) -> None:
    """And the empty page opens; at 6,000 it still goes along."""
    filling = form("?kind=documents")
    filling.fill(RECORDS["documents"] | {"body": "x"})
    encoded = filling.page.evaluate("text => encodeURIComponent(text).length", filling.text)
    filling.fill({"body": "x" * (LONGEST - encoded + 1 + over)})
    assert filling.page.evaluate("text => encodeURIComponent(text).length", filling.text) == LONGEST + over
    url = proposed(filling, "Copy, and propose on GitHub" if over else "Propose on GitHub")
    assert ("value" in parse_qs(urlsplit(url).query)) != bool(over)
    assert parse_qs(urlsplit(url).query)["filename"] == [filling.path]
    if over:
        assert clipboard(filling) == filling.text
        expect(filling.own.locator("[data-ch-done]")).to_have_text("Copied. Paste it into the file on GitHub.")


@pytest.mark.long
def test_nothing_is_proposed_before_it_is_sound(form: Callable[..., Form]) -> None:
    """No tab opens; but an unfinished text can be copied and kept as a file, and is said to be unfinished."""
    filling = form("?kind=trainings")
    filling.fill({"title": "Half a record"})
    filling.own.get_by_role("link", name="Propose on GitHub").click()
    expect(filling.own.locator("[data-ch-summary]")).to_be_focused()
    filling.own.get_by_role("button", name="Copy", exact=True).click()
    expect(filling.own.locator("[data-ch-done]")).to_have_text("Copied. 8 answers need fixing.")
    assert clipboard(filling) == filling.text
    assert filling.downloaded()[1].decode() == filling.text
    assert len(filling.page.context.pages) == 1


@pytest.mark.long
def test_where_a_page_may_not_copy_its_reader_can(form: Callable[..., Form]) -> None:
    """The text is selected, and it is said how."""
    refuse = "Object.defineProperty(navigator, 'clipboard', {value: {writeText: () => Promise.reject(new Error('no'))}})"
    filling = form("?edit=documents/doc-handbook-2021", refuse)
    filling.own.get_by_role("button", name="Copy", exact=True).click()
    expect(filling.own.locator("[data-ch-done]")).to_contain_text("copy it with Ctrl+C")
    assert filling.page.evaluate("String(getSelection())").strip() == filling.text.strip()
    filling.own.get_by_role("link", name="Copy, and open").click()
    expect(filling.own.locator("[data-ch-done]")).to_contain_text("press the button again")
    assert len(filling.page.context.pages) == 1
    assert proposed(filling, "Copy, and open").endswith("/edit/main/data/documents/doc-handbook-2021.yml")


@pytest.mark.long
def test_nothing_is_asked_of_anybody(form: Callable[..., Form]) -> None:
    """While somebody types, all stays on the page, which only fetches what is known of the same year."""
    filling = form("?kind=trainings")
    before = len(filling.visit.requests)
    filling.fill(RECORDS["trainings"])
    assert [url for url in filling.visit.requests[before:] if "/contribute/known/" not in url] == []
    assert filling.visit.elsewhere == []


def test_what_was_typed_is_there_when_the_page_opens_again(form: Callable[..., Form]) -> None:
    """Also rows, choices and what is wrong; until somebody starts over, which can be taken back."""
    filling = form("?kind=trainings")
    filling.fill({"title": "Ivory", "kind": "training", "starts": "2027-02-30", "host": "TH", "id": "th-2027-03-my-own-name"})
    filling.choose("audience", "customs")
    filling.choose("countries", "LA")
    filling.own.locator("[data-ch-field=countries] [data-ch-several]").fill("Japan; Nowhere")
    filling.own.get_by_role("button", name="Add a source").click()
    filling.own.get_by_label("Publisher").last.fill("A second one")
    text, path = filling.text, filling.path
    assert "Nowhere" in text
    filling.wait_until_kept("A second one")
    filling.page.reload()
    expect(filling.own).to_be_visible()
    assert (filling.text, filling.path) == (text, path)
    expect(filling.own.locator("[data-ch-notice]")).to_contain_text("This is what you typed last time.")
    filling.own.get_by_role("button", name="Delete what I typed").click()
    assert "A second one" not in filling.text
    filling.own.get_by_role("button", name="Undo").click()
    assert (filling.text, filling.path) == (text, path)
    filling.own.get_by_role("button", name="Delete what I typed").click()
    filling.page.reload()
    expect(filling.own).to_be_visible()
    assert "title" not in filling.text
    assert filling.text.startswith("sources:\n")


@pytest.mark.long
def test_forms_do_not_mix_what_was_typed(form: Callable[..., Form], true_site: Path, server: Server) -> None:
    """Each kind keeps its own, and so does each record that is edited."""
    filling = form("?kind=trainings")
    filling.fill({"title": "A training"})
    filling.wait_until_kept("A training")
    other = opened(filling.visit, server(true_site), "?kind=workshops")
    assert "A training" not in other.text
    edited = opened(filling.visit, server(true_site), "?edit=trainings/th-2022-11-crime-scene-kui-buri")
    assert "A training" not in edited.text


@pytest.mark.long
@pytest.mark.parametrize("how", daily(NO_STORAGE, "full"))
def test_where_nothing_can_be_kept_nothing_breaks(how: str, form: Callable[..., Form]) -> None:
    """A browser may forbid a page to keep anything, which the theme complains of by itself, or have no room left."""
    filling = form("?kind=trainings", NO_STORAGE[how])
    by_itself = [trouble for trouble in filling.visit.troubles if "blocked" in trouble]
    filling.fill(RECORDS["trainings"])
    filling.page.wait_for_timeout(patient(0.4) * 1000)  # longer than it waits before it would keep what was typed
    assert "Ivory identification for customs" in filling.text
    filling.own.get_by_role("button", name="Delete what I typed").click()
    assert "Ivory" not in filling.text
    assert filling.visit.troubles == by_itself


@pytest.mark.long
@pytest.mark.parametrize(  # what may be kept
    "stored",
    [
        '{"data": 7',
        '{"data": {"audience": 5, "title": "Old"}}',
        "7",
        '{"data": 7}',
        '{"data": {"sources": {}}}',
    ],
)
def test_what_another_version_kept_does_no_harm(stored: str, form: Callable[..., Form]) -> None:
    """What the form does not understand is forgotten."""
    spoil = f"try {{ localStorage.setItem('clearing-house-form:trainings', {stored!r}) }} catch {{}}"
    filling = form("?kind=trainings", spoil)
    assert filling.text.startswith("sources:\n")
    filling.fill(RECORDS["trainings"])
    assert filling.status == "Your answers are complete. You can send them now."
    assert filling.visit.faults == []
