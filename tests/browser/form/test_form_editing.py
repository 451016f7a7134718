"""Editing with the form: a record goes in and comes out as it was, but for what was changed, and subscribers learn of it."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Route, expect

from clearinghouse.catalogue.catalogue import Catalogue
from clearinghouse.catalogue.news import served_later
from clearinghouse.publications.form_links import FORMS
from clearinghouse.publications.forms.scripts import record_script
from clearinghouse.reading.change.guards import rewritten
from clearinghouse.reading.files.strict_yaml import Document, read_yaml
from clearinghouse.reading.typing.read import read
from clearinghouse.reading.typing.typing_records import typed
from clearinghouse.records.collection import COLLECTIONS
from clearinghouse.records.collections.record import Record
from clearinghouse.world.disk.data_folder import data_files
from tests.support.attacks import WORDS
from tests.support.browser.filling import TODAY, Begun, Form, opened, without_checker
from tests.support.browser.modules import load_modules
from tests.support.examples import record as sound_record
from tests.support.haste import daily
from tests.support.patience import patient
from tests.support.running import ROOT, TRUE, chm_here

Server = Callable[[Path], str]
KUI_BURI = "trainings/th-2022-11-crime-scene-kui-buri"


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    """All of data/."""
    reading = read(data_files(ROOT / "data"))
    return Catalogue.of(reading.records, reading.about, date.fromisoformat(TRUE[1]))


@pytest.fixture
def form(true_site: Path, server: Server, begun: Begun) -> Callable[[str], Form]:
    """Opens the form at a query, for somebody who has typed nothing yet."""
    return lambda query: opened(begun(), server(true_site), query)


def document(text: str) -> Document:
    """A text as strict reading has it."""
    parsed = read_yaml("x.yml", text.encode("utf-8"))
    assert isinstance(parsed, Document), parsed
    return parsed


def stored(key: str) -> dict[str, Any]:
    """What a record's file says, but for the reason of a review, which stays there."""
    said = data_of((ROOT / "data" / f"{key}.yml").read_text("utf-8"))
    return {name: value for name, value in said.items() if name != "reviewed"}


def data_of(text: str) -> dict[str, Any]:
    """What a text says, without the white space that folding and blocks leave at its ends."""

    def trimmed(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: trimmed(member) for key, member in value.items()}
        return [trimmed(member) for member in value] if isinstance(value, list) else value.strip()

    return {key: trimmed(value) for key, value in document(text).data.items()}


def record_of(key: str, text: str) -> Record:
    """A text as a record."""
    collection, _, record_id = key.partition("/")
    record = typed(COLLECTIONS[collection].model, document(text), {"id": record_id, "path": f"{key}.yml"})
    assert isinstance(record, Record), record
    return record


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


def dated(scope: Locator, key: str, day: str) -> None:
    """Types a date into its field, whatever stands in it."""
    scope.locator(f"[data-ch-field={key}] input").first.fill(day)


def test_a_law_and_an_assessment_are_added_to_a_state_s_file(form: Callable[[str], Form], catalogue: Catalogue, tmp_path: Path) -> None:
    """What stood there stays to the letter; the new ones stand at the end, and subscribers learn of them."""
    filling = form("?kind=legislation")
    filling.field("country").select_option("LA")
    expect(filling.own.locator("[data-ch-path]")).to_have_text("data/legislation/la.yml")
    filling.own.get_by_role("button", name="Add a law").click()
    filling.own.get_by_role("button", name="Add an assessment").click()
    law, assessment = (filling.own.locator(f"[data-ch-field={name}] > [data-ch-rows] > [data-ch-row]") for name in ("laws", "assessments"))
    expect(law.locator("legend").first).to_have_text(f"Law {len(stored('legislation/la')['laws']) + 1}")
    fill = {"Title": "Decree on Examples", "Number": "12/GoL", "Address": "https://example.org/decree"}
    for label, text in fill.items():
        law.get_by_label(label, exact=True if label != "Title" else None).first.fill(text)
    dated(law, "adopted", "2026-05-04")
    source = law.locator("[data-ch-field=source]")
    for label, text in {"Address": "https://example.org/laws", "Publisher": "Office"}.items():
        source.get_by_label(label).fill(text)
    dated(source, "accessed", "2026-05-05")
    source.get_by_label("Kind").fill("official law text")
    dated(assessment, "as_of", "2026-05")
    for label, text in {"Document": "Status, May 2026", "How required": "named in the list"}.items():
        assessment.get_by_label(label).fill(text)
    assessment.get_by_label("Category").select_option("1")
    source = assessment.locator("[data-ch-field=source]")
    for label, text in {"Address": "https://example.org/status", "Publisher": "CITES"}.items():
        source.get_by_label(label).fill(text)
    dated(source, "accessed", "2026-05-05")
    source.get_by_label("Kind").fill("CITES document")
    assert filling.status == "Your answers are complete. You can send them now."
    data, before = data_of(filling.text), stored("legislation/la")
    assert data["laws"][:-1] == before["laws"]
    assert data["assessments"][:-1] == before["assessments"]
    assert {key: value for key, value in data.items() if key not in ("laws", "assessments", "changes")} == {
        key: value for key, value in before.items() if key not in ("laws", "assessments", "changes")
    }
    assert data["laws"][-1]["title"] == "Decree on Examples"
    assert [(change["what"], change["id"]) for change in data["changes"]] == [("assessed", "status-2026-05"), ("updated", "law-added")]
    was, now = record_of("legislation/la", (ROOT / "data/legislation/la.yml").read_text("utf-8")), record_of("legislation/la", filling.text)
    assert list(rewritten(was, now, document(filling.text), catalogue)) == []
    (tmp_path / "legislation").mkdir()
    (tmp_path / "legislation/la.yml").write_bytes(filling.downloaded()[1])
    assert chm_here("check", "--data", tmp_path).returncode == 0


@pytest.mark.long
def test_what_was_added_moves_along_to_the_right_state(form: Callable[[str], Form]) -> None:
    """Who chose the wrong state first types nothing twice; and it is there when the page opens again."""
    filling = form("?kind=legislation")
    filling.field("country").select_option("LA")
    expect(filling.own.locator("[data-ch-path]")).to_have_text("data/legislation/la.yml")
    filling.own.get_by_role("button", name="Add a next step").click()
    filling.own.locator("[data-ch-field=next_steps]").get_by_label("What").fill("A decree on examples is drafted.")
    filling.field("country").select_option("KH")
    expect(filling.own.locator("[data-ch-path]")).to_have_text("data/legislation/kh.yml")
    expect(filling.own.locator("[data-ch-yaml]")).to_contain_text("A decree on examples is drafted.")
    added = document(filling.text).data["next_steps"]
    assert added[:-1] == stored("legislation/kh").get("next_steps", [])
    assert document(filling.text).data["summary"] == stored("legislation/kh")["summary"]
    filling.wait_until_kept("A decree on examples is drafted.")
    filling.page.reload()
    expect(filling.own.locator("[data-ch-path]")).to_have_text("data/legislation/kh.yml")
    expect(filling.own.locator("[data-ch-yaml]")).to_contain_text("A decree on examples is drafted.")
    assert document(filling.text).data["next_steps"] == added


@pytest.mark.long
def test_what_belongs_to_one_state_is_never_kept_as_another_s(true_site: Path, server: Server, begun: Begun) -> None:
    """While the file of a state is on its way, the form still shows the one before; leaving it then must keep neither."""
    filling = opened(begun(), server(true_site), "?kind=legislation")
    filling.fill({"country": "LA"})
    expect(filling.own.locator("[data-ch-path]")).to_have_text("data/legislation/la.yml")
    routes: list[Route] = []
    filling.page.route("**/contribute/records/legislation/th.js", lambda route: routes.append(route))
    filling.fill({"country": "TH"})
    filling.page.wait_for_timeout(patient(0.6) * 1000)  # longer than it waits before it keeps what was typed
    assert len(routes) == 1
    filling.page.reload()
    assert filling.page.evaluate("Object.keys(localStorage).filter(name => name.endsWith('legislation/th'))") == []


@pytest.mark.long
def test_a_state_without_a_file_gets_one(living_site: Path, server: Server, begun: Begun) -> None:
    """With its name and code; what else a file needs is asked for."""
    filling = opened(begun(), server(living_site), "?kind=legislation&country=SG")
    expect(filling.own.locator("[data-ch-path]")).to_have_text("data/legislation/sg.yml")
    assert filling.text.startswith("title: Singapore\ncountry: SG\n")
    filling.own.get_by_role("link", name="Propose on GitHub").click()
    lines = filling.own.locator("[data-ch-summary]").get_by_role("link").all_inner_texts()
    assert [line.partition(":")[0] for line in lines] == [
        "Summary",
        "Source 1, Address",
        "Source 1, Publisher",
        "Source 1, Kind",
        "How sure",
    ]


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
