"""Editing with the form: a record goes in and comes out as it was, but for what was changed, and subscribers learn of it."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Route, expect

from clearinghouse.catalogue.catalogue import Catalogue
from clearinghouse.catalogue.news import served_later
from clearinghouse.publications.form_links import FORMS
from clearinghouse.publications.forms.scripts import record_script
from clearinghouse.reading.change.guards import rewritten
from tests.support.attacks import WORDS
from tests.support.browser.editing import data_of, document, record_of, stored
from tests.support.browser.filling import TODAY, Begun, Form, opened, without_checker
from tests.support.browser.modules import load_modules
from tests.support.examples import record as sound_record
from tests.support.haste import daily
from tests.support.running import ROOT, chm_here

Server = Callable[[Path], str]
KUI_BURI = "trainings/th-2022-11-crime-scene-kui-buri"
THROUGH = """async keys => {
  const { fill, read, yamlText } = modules
  await Promise.all(keys.map(key => new Promise(resolve => {
    const script = document.createElement("script")
    script.onload = resolve
    script.src = `records/${key}.js`
    document.head.append(script)
  })))
  return keys.map(key => {
    const [collection] = key.split("/")
    const form = document.querySelector(`form[data-ch-form=${collection}]`)
    const parts = clearingHouse.schema.collections[collection].fields
    fill(form, clearingHouse.records[key])
    return yamlText(parts, read(form, parts, clearingHouse.records[key]))
  })
}"""


@pytest.mark.parametrize("collection", daily(FORMS, "legislation", "trainings"))
def test_every_record_comes_out_as_it_went_in(collection: str, true_site: Path, server: Server, begun: Begun) -> None:
    """All of data/, each put into the fields and read from them again."""
    page = opened(begun(), server(true_site), f"?kind={collection}").page
    load_modules(page, server(true_site), "forms/fields/reading.js", "forms/record/yaml_text.js")
    keys = [f"{collection}/{path.stem}" for path in sorted((ROOT / "data" / collection).glob("[!_]*.yml"))]
    texts = page.evaluate(THROUGH, keys)
    assert [key for key, text in zip(keys, texts, strict=True) if data_of(text) != stored(key)] == []
    assert keys or collection == "offers"


@pytest.mark.long
@pytest.mark.parametrize(
    ("key", "field", "value"),
    [
        (KUI_BURI, "summary", "Rangers practised securing the scene of a crime."),
        ("workshops/asean-2004-10-asean-ministerial-cites", "title", "Ministers on CITES: what was agreed"),
        ("documents/doc-handbook-2021", "publisher", "Office of Examples"),
        ("legislation/la", "summary", "A new law is drafted."),
    ],
)
def test_an_edit_changes_what_was_edited_alone(key: str, field: str, value: str, form: Callable[[str], Form], tmp_path: Path) -> None:
    """Its file is the same apart from that, and the checker takes it."""
    filling = form(f"?edit={key}")
    assert data_of(filling.text) == stored(key)
    assert filling.status == "You have not changed anything yet."
    filling.fill({field: value})
    name, content = filling.downloaded()
    assert data_of(content.decode()) == stored(key) | {field: value}
    (tmp_path / key).parent.mkdir()
    (tmp_path / f"{key}.yml").write_bytes(content)
    assert name == f"{key.partition('/')[2]}.yml"
    assert chm_here("check", "--data", tmp_path).returncode == 0
    assert filling.visit.faults == []


@pytest.mark.long
def test_a_published_file_is_opened_with_its_text_copied(form: Callable[[str], Form]) -> None:
    """GitHub takes no text for a file that is there, and the page says so."""
    filling = form(f"?edit={KUI_BURI}")
    filling.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    filling.page.context.route("https://github.com/**", lambda route: route.fulfill(body="", content_type="text/html"))
    filling.fill({"participants": "32"})
    expect(filling.own.locator("[data-ch-how]")).to_contain_text("Select everything there, paste")
    with filling.page.expect_popup() as popup:
        filling.own.get_by_role("link", name="Copy, and open the file on GitHub").click()
    assert popup.value.url == f"https://github.com/awg-cites-we/clearing-house/edit/main/data/{KUI_BURI}.yml"
    filling.page.bring_to_front()
    assert filling.page.evaluate("navigator.clipboard.readText()") == filling.text
    assert "participants: 32\n" in filling.text


@pytest.mark.long
@pytest.mark.parametrize(
    ("edits", "expected"),
    [
        ({"starts": "2022-12-05", "ends": "2022-12-09"}, [("moved", "moved-to-2022-12-05", "2022-11", "2022-12-05")]),
        ({"starts": "2022-11-14"}, [("updated", "new-date", None, None)]),
        ({"status": "cancelled"}, [("cancelled", "cancelled", None, None)]),
        ({"place": "Kui Buri", "mode": "hybrid"}, [("updated", "new-mode-place", None, None)]),
        (
            {"status": "postponed", "starts": "2023-01", "ends": ""},
            [("moved", "moved-to-2023-01", "2022-11", "2023-01"), ("postponed", "postponed", None, None)],
        ),
        ({"summary": "Other words.", "participants": "30"}, []),
    ],
)
def test_subscribers_are_told_of_what_concerns_them(
    edits: dict[str, str], expected: list[tuple[str | None, ...]], form: Callable[[str], Form], catalogue: Catalogue
) -> None:
    """A new date, place or status becomes an entry of `changes`; the guards of `chm check --base` ask for no other."""
    filling = form(f"?edit={KUI_BURI}")
    filling.fill(edits)
    text = filling.text
    changes = document(text).data.get("changes", [])
    assert [(change["what"], change["id"], change.get("from"), change.get("to")) for change in changes] == expected
    assert filling.own.locator("[data-ch-news]").is_visible() == bool(expected)
    was = record_of(KUI_BURI, (ROOT / "data" / f"{KUI_BURI}.yml").read_text("utf-8"))
    assert list(rewritten(was, record_of(KUI_BURI, text), document(text), catalogue)) == []


@pytest.mark.long
def test_the_person_who_edits_says_what_happened(form: Callable[[str], Form]) -> None:
    """In a sentence, which stays while the date is still typed; and leaves out what nobody needs to learn."""
    filling = form(f"?edit={KUI_BURI}")
    filling.fill({"starts": "2022-12-05", "ends": "", "place": "Kui Buri"})
    news = filling.own.locator("[data-ch-change]")
    expect(news).to_have_count(2)
    news.first.get_by_label("What should subscribers be told?").fill("Moved for the rains.")
    news.last.get_by_role("checkbox").uncheck()
    filling.fill({"starts": "2022-12-12"})
    (change,) = document(filling.text).data["changes"]
    assert (change["id"], change["note"]) == ("moved-to-2022-12-12", "Moved for the rains.")
    news.first.get_by_label("What should subscribers be told?").fill("x" * 1201)
    news.first.get_by_label("What should subscribers be told?").blur()
    expect(news.first.locator("[data-ch-mistake] details")).to_have_count(1)


@pytest.mark.long
def test_a_plan_s_feed_learns_of_an_activity_that_is_served_now(form: Callable[[str], Form], catalogue: Catalogue) -> None:
    """By the id from which the news know it."""
    filling = form(f"?edit={KUI_BURI}")
    filling.choose("serves", "fleg-2016-2025/4.1.6")
    changed = record_of(KUI_BURI, filling.text)
    assert list(served_later(changed, catalogue)) == ["fleg-2016-2025/4.1.6"]
    was = record_of(KUI_BURI, (ROOT / "data" / f"{KUI_BURI}.yml").read_text("utf-8"))
    assert list(rewritten(was, changed, document(filling.text), catalogue)) == []


def test_a_record_can_be_opened_to_be_verified(form: Callable[[str], Form]) -> None:
    """The day is filled in, and nothing else is asked but the office."""
    filling = form(f"?edit={KUI_BURI}&verify")
    today = filling.page.evaluate(TODAY)
    assert data_of(filling.text) == without_checker(stored(KUI_BURI)) | {"verified": today}
    expect(filling.page.get_by_role("heading", name="Still correct")).to_be_visible()
    expect(filling.field("title")).to_be_hidden()


def test_what_was_typed_is_a_change_of_the_record_as_it_is_now(form: Callable[[str], Form]) -> None:
    """Whoever comes back to a record that others have changed takes back nothing of what they did, however often the page is read."""
    filling = form(f"?edit={KUI_BURI}")
    organisers = filling.own.locator("[data-ch-field=organisers]")
    organisers.get_by_role("button", name="Add another").click()
    organisers.locator("input").last.fill("Department of Examples")
    filling.fill({"summary": "Other words.", "note": ""})
    filling.wait_until_kept("Other words.")
    theirs = {"title": "A course", "organisers": ["Office of Rivers"], "host": "LA"}

    def by_others(route: Route) -> None:
        head, sign, data = route.fetch().text().partition("]=")
        script = json.dumps(json.loads(data.rstrip(";\n")) | theirs)
        route.fulfill(body=f"{head}{sign}{script}", content_type="text/javascript")

    filling.page.route(f"**/records/{KUI_BURI}.js", by_others)
    for notices in ("The record has changed since you began.", "Only what you change is changed."):
        filling.page.reload()
        expect(filling.own.locator("[data-ch-notice]")).to_contain_text(notices)
        kept = {key: value for key, value in stored(KUI_BURI).items() if key != "note"}
        ours = {"summary": "Other words.", "organisers": ["Office of Rivers", "Department of Examples"]}
        assert data_of(filling.text) == kept | theirs | ours


@pytest.mark.long
@pytest.mark.parametrize(
    "edit", ["trainings/nowhere", "plans/poa-2016-2020", "trainings/../../assets/look", "https://example.net/x", "x", "__proto__/x"]
)
def test_what_is_no_record_of_a_form_is_said_to_be_none(edit: str, true_site: Path, server: Server, begun: Begun) -> None:
    """And nothing is loaded in its name."""
    visit = begun().to(f"{server(true_site)}contribute/?edit={edit}")
    expect(visit.page.locator(".ch-notice", has_text="This record was not found.")).to_be_visible()
    expect(visit.page.locator("form[data-ch-form]:visible")).to_have_count(0)
    assert [url for url in visit.requests if "/records/" in url] == []
    assert visit.faults == []


def test_hostile_records_stay_inert_in_the_form(true_site: Path, server: Server, begun: Begun) -> None:
    """Whatever a record says, it is text in a field, on the page and in its script."""
    quoted = f"'{WORDS}'"
    lists = {"organisers": f"[{quoted}, net-x]", "title_local": f"{{th: {quoted}}}"}
    hostile = sound_record("trainings/th-2026-03-example", title=quoted, place=quoted, summary=quoted, **lists)
    script = record_script(hostile).replace("trainings/th-2026-03-example", KUI_BURI)
    assert "</script" not in script
    visit = begun()
    visit.page.route(f"**/records/{KUI_BURI}.js", lambda route: route.fulfill(body=script, content_type="text/javascript"))
    filling = opened(visit, server(true_site), f"?edit={KUI_BURI}")
    expect(filling.field("title")).to_have_value(WORDS)
    expect(filling.own.locator("[data-ch-field=organisers] input").first).to_have_value(WORDS)
    expect(filling.own.locator("[data-ch-notice]")).to_contain_text(WORDS)
    filling.fill({"seats": "x"})
    filling.own.get_by_role("link", name="Copy, and open").click()
    expect(filling.own.locator("[data-ch-summary]")).to_be_focused()
    assert filling.page.locator("article img, article script:not([src])").count() == 0
    assert visit.faults == []
    assert visit.elsewhere == []
