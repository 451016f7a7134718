"""The places in which the form works: from a disk, under the site's policy, by keyboard, on the way from page to page, for every eye."""

import base64
import hashlib
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.every_page.test_accessibility import axe_violations, in_the_dark, on_a_phone
from tests.support.browser.filling import RECORDS, Begun, Form, opened
from tests.support.browser.visit import HERE, Visit

Server = Callable[[Path], str]
KUI_BURI = "trainings/th-2022-11-crime-scene-kui-buri"
POLICY = (
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval' {hashes}; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'self'; form-action 'self'; object-src 'none'"
)
"""DESIGN §6."""
_INLINE = re.compile(r"<script(?![^>]*\bsrc=)[^>]*>(.*?)</script>", re.DOTALL)


def test_it_works_from_a_disk(true_site: Path, begun: Begun) -> None:
    """A new record, and one that is edited: no server, no request that leaves the folder."""
    visit = begun()
    filling = opened(visit, f"{true_site.as_uri()}/", "index.html?kind=workshops")
    filling.fill(RECORDS["workshops"])
    assert filling.status == "Your answers are complete. You can send them now."
    assert filling.downloaded()[1].decode() == filling.text
    filling.wait_until_kept("Meeting of the Group of Examples")
    filling.page.reload()
    expect(filling.own).to_be_visible()
    expect(filling.field("title")).to_have_value(RECORDS["workshops"]["title"])
    edited = opened(visit, f"{true_site.as_uri()}/", f"index.html?edit={KUI_BURI}")
    expect(edited.field("host")).to_have_value("Thailand")
    # A page on a disk knows no server of another test: what is asked there comes late, from the page that was open before.
    inside = ("file:", "data:", "blob:", f"http://{HERE}:")
    assert [url for url in visit.requests if not url.startswith(inside)] == []


def under_policy(route: Route) -> None:
    """The answer with the policy of the site, for pages with the hashes of their inline scripts."""
    answer = route.fetch()
    hashes = [base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in _INLINE.findall(answer.text())]
    policy = POLICY.format(hashes=" ".join(f"'sha256-{digest}'" for digest in hashes))
    route.fulfill(response=answer, headers={**answer.headers, "content-security-policy": policy})


@pytest.mark.long
def test_it_works_under_the_site_s_policy(true_site: Path, server: Server, begun: Begun) -> None:
    """No inline script, no inline style: nothing is reported, and the file can be saved."""
    visit = begun()
    visit.page.route(re.compile(r"/contribute/(?:\?.*)?$"), under_policy)
    filling = opened(visit, server(true_site), f"?edit={KUI_BURI}")
    filling.fill({"starts": "2022-12-05", "participants": "x"})
    filling.own.get_by_role("link", name="Copy, and open").click()
    expect(filling.own.locator("[data-ch-summary]")).to_be_focused()
    filling.fill({"participants": "30"})
    assert filling.downloaded()[1].decode() == filling.text
    assert "participants: 30\n" in filling.text
    assert visit.faults == []


@pytest.mark.long
def test_links_lead_to_it_and_away(true_site: Path, server: Server, begun: Begun) -> None:
    """From a list to the form of its kind, to a record that is edited, and back, where what was typed is kept."""
    visit = begun().to(f"{server(true_site)}trainings/")
    page, filling = visit.page, Form(visit, "trainings")
    page.get_by_role("link", name="Announce a training").first.click()
    expect(filling.own).to_be_visible()
    filling.fill({"title": "Typed on the way"})
    assert "title: Typed on the way" in filling.text
    filling.wait_until_kept("Typed on the way")
    page.locator(".md-tabs").get_by_role("link", name="Trainings").click()
    page.locator(f"a[href*='{KUI_BURI.partition('/')[2]}']").first.click()
    page.locator("summary", has_text="Edit").click()
    page.get_by_role("link", name="Edit this record").click()
    expect(page.locator("[data-ch-notice]:visible")).to_contain_text("This is about")
    expect(filling.field("host")).to_have_value("Thailand")
    page.go_back()
    expect(page.locator("summary", has_text="Edit")).to_be_visible()
    page.go_back()
    page.get_by_role("link", name="Announce a training").first.click()
    expect(filling.field("title")).to_have_value("Typed on the way")
    assert visit.faults == []


@pytest.mark.long
def test_one_kind_leads_to_another(true_site: Path, server: Server, begun: Begun) -> None:
    """And back, with what was typed before. The kinds are behind a link while a form is open."""
    filling = opened(begun(), server(true_site), "?kind=trainings")
    page = filling.page
    filling.fill({"title": "Typed on the way"})
    filling.wait_until_kept("Typed on the way")
    page.get_by_role("link", name="Add something else").click()
    page.get_by_role("link", name="A document").click()
    expect(page.locator("form[data-ch-form=documents]")).to_be_visible()
    expect(filling.own).to_be_hidden()
    page.go_back()
    page.go_back()
    expect(filling.field("title")).to_have_value("Typed on the way")
    assert filling.visit.faults == []


def until(page: Page, selector: str, most: int = 150) -> None:
    """Presses Tab until a control has the focus."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"the keyboard does not reach {selector}")


@pytest.mark.long
def test_the_keyboard_is_enough(true_site: Path, server: Server, begun: Begun) -> None:
    """A training from its kind to the file, with a folded choice, a second source that is taken back, and a mistake that is mended."""
    visit = begun().to(f"{server(true_site)}contribute/")
    page, keyboard = visit.page, visit.page.keyboard
    page.evaluate("localStorage.setItem('clearing-house-form:view', '\"whole\"')")  # as who prefers one page has chosen before
    until(page, "[data-ch-kind=trainings]")
    keyboard.press("Enter")
    filling = Form(visit, "trainings")
    expect(filling.own).to_be_visible()
    for name, text in {"status": "held", "title": "Keys alone", "kind": "training", "summary": "It is."}.items():
        until(page, f"#trainings-{name}")
        keyboard.type(text)
    until(page, "[data-ch-field=audience] summary")
    keyboard.press("Enter")
    until(page, "input[value=customs]")
    keyboard.press("Space")
    for name, text in {"starts": "2027-02-30", "host": "Th"}.items():
        until(page, f"#trainings-{name}")
        keyboard.type(text)
    for name in ("url", "publisher", "kind"):
        until(page, f"[id^=trainings-sources-row-{name}]")
        keyboard.type({"url": "https://example.org/news", "publisher": "Office", "kind": "news"}[name])
    until(page, "[data-ch-field=sources] > p > [data-ch-add]")
    keyboard.press("Enter")
    expect(page.locator("[id^=trainings-sources-row-url]").last).to_be_focused()
    until(page, "[data-ch-remove]")
    keyboard.press("Enter")
    expect(filling.own.locator("[data-ch-field=sources] > p > [data-ch-add]")).to_be_focused()
    until(page, "[data-ch-file] > summary")
    keyboard.press("Enter")
    until(page, "[data-ch-propose]")
    keyboard.press("Enter")
    expect(filling.own.locator("[data-ch-summary]")).to_be_focused()
    keyboard.press("Tab")
    keyboard.press("Enter")
    expect(filling.field("starts")).to_be_focused()
    keyboard.press("ControlOrMeta+A")
    keyboard.type("2027-02-28")
    until(page, "#trainings-confidence")
    keyboard.type("m")
    until(page, "[data-ch-take=download]")
    with page.expect_download() as download:
        keyboard.press("Enter")
    assert Path(download.value.path()).read_text("utf-8") == filling.text
    assert "audience:\n  - customs\n" in filling.text
    assert filling.status == "Your answers are complete. You can send them now."


def faults(visit: Visit) -> dict[str, list[str]]:
    """What axe finds in a phone's width, in the dark and in the light."""
    violations = on_a_phone_unscrolled(visit) | {"dark": in_the_dark(visit), "light": axe_violations(visit)}
    return {way: problems for way, problems in violations.items() if problems}


def on_a_phone_unscrolled(visit: Visit) -> dict[str, list[str]]:
    """What axe finds in a phone's width."""
    visit.page.evaluate("scrollTo(0, 0)")  # further down the theme's way back to the top lies over the page
    return on_a_phone(visit)


UNFOLD = "for (const each of document.querySelectorAll('form:not([hidden]) details')) each.open = true"


@pytest.mark.long
@pytest.mark.parametrize(
    "query",
    [
        "?kind=trainings",
        "?kind=legislation&country=LA",
        *(pytest.param(query, marks=pytest.mark.long) for query in ("?kind=workshops", "?kind=documents")),
    ],
)
def test_axe_finds_nothing_in_an_empty_form(query: str, true_site: Path, server: Server, begun: Begun) -> None:
    """All unfolded, with a row of everything that may have rows."""
    filling = opened(begun(), server(true_site), query)
    filling.page.evaluate(UNFOLD)
    filling.own.locator("[data-ch-add]").evaluate_all("all => all.forEach(button => button.click())")
    filling.page.evaluate(UNFOLD)
    assert faults(filling.visit) == {}


@pytest.mark.long
@pytest.mark.parametrize("violations", [on_a_phone_unscrolled, pytest.param(faults, marks=pytest.mark.long)])
def test_axe_finds_nothing_where_much_is_wrong(
    violations: Callable[[Visit], dict[str, list[str]]], true_site: Path, server: Server, begun: Begun
) -> None:
    """Errors, warnings, a likely duplicate and the summary."""
    filling = opened(begun(), server(true_site), "?kind=trainings")
    filling.fill({"title": "Crime scene standards in forestry cases", "starts": "2022-11", "ends": "2022-10", "host": "TH"})
    filling.fill({"status": "announced", "seats": "x", "id": "Q"})
    filling.fill({"note": "Apply to Somchai Jaidee, somchai.jaidee@mail.example.", "place": "Kui Buri"})
    filling.own.get_by_role("link", name="Propose on GitHub").click()
    expect(filling.own.locator("[data-ch-summary]")).to_be_visible()
    expect(filling.own.locator("[data-ch-duplicates]")).to_be_visible()
    expect(filling.own.locator(".ch-field__mistake--heed").first).to_be_visible()
    assert violations(filling.visit) == {}


@pytest.mark.long
def test_axe_finds_nothing_where_a_record_is_edited(true_site: Path, server: Server, begun: Begun) -> None:
    """Filled, changed, and with what subscribers learn."""
    filling = opened(begun(), server(true_site), f"?edit={KUI_BURI}")
    filling.fill({"starts": "2022-12-05", "place": "Kui Buri"})
    filling.page.evaluate(UNFOLD)
    expect(filling.own.locator("[data-ch-news]")).to_be_visible()
    assert faults(filling.visit) == {}


def test_without_a_script_the_page_says_what_to_do_instead(true_site: Path, server: Server, begun: Begun) -> None:
    """The forms on GitHub and the commented samples; no field that would do nothing is shown."""
    visit = begun(script=False).to(f"{server(true_site)}contribute/?kind=trainings")
    notice = visit.page.locator("[data-ch-without]")
    expect(notice).to_contain_text("The form needs JavaScript.")
    links = [link.get_attribute("href") for link in notice.get_by_role("link").all()]
    repository = "https://github.com/awg-cites-we/clearing-house"
    assert links[0] == f"{repository}/issues/new/choose"
    assert f"{repository}/blob/main/data/legislation/_example.yml" in links
    expect(visit.page.locator("form[data-ch-form]:visible")).to_have_count(0)
    expect(visit.page.get_by_role("heading", name="What a record needs")).to_be_visible()
    assert visit.faults == []
