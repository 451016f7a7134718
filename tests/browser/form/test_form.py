"""The form: what is typed becomes a record that the checker takes, and what is wrong is told where it is typed."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import expect

from clearinghouse.records.written.yaml_text import yaml_text
from tests.browser.every_page.test_accessibility import AXE, axe_violations
from tests.support.browser.filling import RECORDS, UNFOLD, Begun, Form, opened
from tests.support.running import chm_here

Server = Callable[[Path], str]


@pytest.fixture
def form(true_site: Path, server: Server, begun: Begun) -> Callable[[str], Form]:
    """Opens the form at a query, for somebody who has typed nothing yet."""
    return lambda query: opened(begun(), server(true_site), query)


@pytest.mark.long
@pytest.mark.parametrize("collection", RECORDS)
def test_a_filled_form_is_a_file_that_the_checker_takes(collection: str, form: Callable[[str], Form], tmp_path: Path) -> None:
    """To the byte as it was downloaded, and as it was shown."""
    filling = form(f"?kind={collection}")
    filling.fill(RECORDS[collection])
    expect(filling.own.locator("[data-ch-status]")).to_have_text("Your answers are complete. You can send them now.")
    name, content = filling.downloaded()
    assert content.decode("utf-8") == filling.text
    assert filling.path == f"data/{collection}/{name}"
    (tmp_path / collection).mkdir()
    (tmp_path / collection / name).write_bytes(content)
    report = chm_here("check", "--data", tmp_path)
    assert (report.stdout.strip(), report.returncode) == ("no problems in 1 file", 0)
    assert filling.visit.faults == []


def test_a_training_with_all_that_it_may_have_is_one_file(form: Callable[[str], Form], tmp_path: Path) -> None:
    """Choices, lists, groups, several sources, titles of every script: in the order and with the quotes of the canonical text."""
    filling = form("?kind=trainings")
    filling.fill(RECORDS["trainings"] | {"mode": "hybrid", "time-from": "09:00", "time-to": "16:30", "time-zone": "asia/bangkok"})
    filling.fill({"registration-deadline": "2027-02-15", "registration-contact": "training@office.example", "seats": "30"})
    filling.fill({"note": "Two pages differ: one says 20,\n\nthe other 30.", "body": "**Bring** your own:\n\n- gloves\n- a lamp"})
    own = filling.own
    filling.choose("audience", "customs", "police")
    filling.choose("topics", "crime-scene")
    filling.choose("countries", "TH", "LA")
    filling.choose("languages", "th")
    filling.choose("serves", "poa-2016-2020/4.1.2")
    own.locator("[data-ch-field=countries] [data-ch-several]").fill("japan; kr")
    own.locator("[data-ch-field=title_local]").evaluate(UNFOLD)
    own.get_by_role("button", name="Add a language").click()
    own.get_by_label("Language", exact=True).fill("lao")
    own.get_by_label("Title in other languages", exact=True).fill("ງາຊ້າງ")
    organisers = own.locator("[data-ch-field=organisers]")
    organisers.locator("input").fill("net-unodc")
    organisers.locator("input").press("Escape")
    organisers.get_by_role("button", name="Add another").click()
    organisers.locator("input").last.fill('Office "of" Examples: Bangkok')
    own.get_by_role("button", name="Add a source").click()
    second = own.locator("[data-ch-field=sources] > [data-ch-rows] > [data-ch-row]").last
    for label, text in {"Address": "https://example.org/2", "Publisher": "- a dash"}.items():
        second.get_by_label(label).fill(text)
    second.get_by_label("Kind").fill("news")
    second.locator("[data-ch-field=accessed] input").first.fill("2026-01-13")
    data = {
        "title": "Ivory identification for customs", "title_local": {"lo": "ງາຊ້າງ"}, "kind": "training", "status": "announced",
        "starts": "2027-03-02", "ends": "2027-03-06", "time": {"from": "09:00", "to": "16:30", "zone": "Asia/Bangkok"}, "mode": "hybrid",
        "place": "Nakhon Phanom", "host": "TH", "countries": ["LA", "TH", "JP", "KR"],
        "organisers": ["net-unodc", 'Office "of" Examples: Bangkok'], "audience": ["customs", "police"], "topics": ["crime-scene"],
        "languages": ["th"], "seats": "30", "registration": {"deadline": "2027-02-15", "contact": "training@office.example"},
        "serves": ["poa-2016-2020/4.1.2"], "summary": "Officers learn to tell ivory from bone.",
        "body": "**Bring** your own:\n\n- gloves\n- a lamp", "note": "Two pages differ: one says 20,\n\nthe other 30.",
        "sources": [
            {"url": "https://example.org/news", "publisher": "Office of Examples", "kind": "organiser news", "accessed": "2026-01-12"},
            {"url": "https://example.org/2", "publisher": "- a dash", "kind": "news", "accessed": "2026-01-13"},
        ],
        "confidence": "medium", "published": "2026-01-12",
    }  # fmt: skip
    assert filling.text == yaml_text("trainings", data)
    expect(own.locator("[data-ch-status]")).to_have_text("Your answers are complete. You can send them now.")
    name, content = filling.downloaded()
    assert (filling.path, content.decode("utf-8")) == (f"data/trainings/{name}", filling.text)
    (tmp_path / "trainings").mkdir()
    (tmp_path / "trainings" / name).write_bytes(content)
    report = chm_here("check", "--data", tmp_path)
    assert (report.stdout.strip(), report.returncode) == ("no problems in 1 file", 0)
    assert filling.visit.faults == []


SEARCHED = [
    ("viet nám", ["Viet Nam"]), ("burma", ["Myanmar"]), ("cote d'iv", ["Côte d’Ivoire"]), ("jp", ["Japan"]), ("lao pe", ["Lao PDR"]),
    ("guinea equa", ["Equatorial Guinea"]), ("atlantis", []),
]  # fmt: skip


@pytest.mark.long
def test_a_long_list_is_searched_by_typing(form: Callable[[str], Form]) -> None:
    """With or without accents, by name, code or another spelling; by keys alone; what no list has is said and stays."""
    filling = form("?kind=trainings")
    host, keys = filling.field("host"), filling.page.keyboard
    choices = filling.own.locator("#trainings-host-list [role=option]")
    for text, names in SEARCHED:
        host.fill(text)
        assert choices.all_text_contents() == names
    keys.press("Tab")
    assert filling.message("host") == "Choose one from the list. (TERM-003)"
    assert "host: atlantis" in filling.text
    host.fill("phil")
    keys.press("ArrowDown")
    expect(host).to_have_attribute("aria-activedescendant", "trainings-host-list-0")
    filling.page.evaluate(AXE)
    assert axe_violations(filling.visit) == []
    keys.press("Enter")
    expect(host).to_have_value("Philippines")
    expect(choices).to_have_count(0)
    assert "host: PH" in filling.text
    assert filling.message("host") == ""
    keys.press("ArrowDown")
    expect(filling.own.locator("[data-ch-active]")).to_have_text("Philippines")
    keys.press("ArrowUp")
    keys.press("Escape")
    expect(host).to_have_attribute("aria-expanded", "false")
    others = filling.own.locator("[data-ch-field=countries] [data-ch-several]")
    others.evaluate(UNFOLD)
    others.fill("jap")
    filling.own.get_by_role("option", name="Japan").click()
    others.press_sequentially("south k")
    filling.own.get_by_role("option", name="South Korea").click()
    assert "countries:\n  - JP\n  - KR\n" in filling.text
    filling.wait_until_kept("KR")
    filling.page.reload()
    expect(host).to_have_value("Philippines")
    expect(others).to_have_value("Japan; South Korea")


@pytest.mark.long
def test_a_mistake_is_told_at_its_field_once_it_was_left(form: Callable[[str], Form]) -> None:
    """In the words of the checker, heard with the field, and gone as soon as it is mended."""
    filling = form("?kind=trainings")
    starts = filling.field("starts")
    starts.press_sequentially("2026-02-30")
    assert filling.message("starts") == ""
    for _ in range(4):  # over month, year and the button of the calendar
        filling.page.keyboard.press("Tab")
    assert filling.message("starts") == "February 2026 has 28 days; write e.g. Saturday, 28 February 2026. (DATE-002)"
    expect(starts).to_have_attribute("aria-invalid", "true")
    expect(starts).to_have_accessible_description(re.compile("^February 2026 has 28 days"))
    starts.fill("2026-02-28")
    assert filling.message("starts") == ""
    expect(starts).not_to_have_attribute("aria-invalid", "true")


@pytest.mark.long
def test_fields_are_compared_with_one_another(form: Callable[[str], Form]) -> None:
    """An end before its start, and neither a date nor that there is none."""
    filling = form("?kind=trainings")
    filling.fill({"starts": "2026-03-06", "ends": "2026-03-02", "place": "x"})
    assert filling.message("ends") == "Exchange “First day” and “Last day”, or correct one. (DATE-003)"
    filling.fill({"starts": "", "ends": "", "place": ""})
    assert "(DATE-004)" in filling.message("starts")
    filling.fill({"undated": "true", "place": ""})
    assert filling.message("starts") == ""
    assert filling.message("undated") == "Add e.g. “Note: The page gives no date.”. (DATE-005)"


def test_what_is_wrong_is_summed_up_and_leads_there(form: Callable[[str], Form]) -> None:
    """The summary takes the focus, and each of its lines leads to its field, also where that is folded away."""
    filling = form("?kind=trainings")
    filling.fill({"title": "x", "status": "announced", "seats": "about 30"})
    filling.own.locator("details[open]").evaluate_all("all => all.forEach(each => { each.open = false })")
    filling.own.get_by_role("button", name="Send through GitHub").click()
    summary = filling.own.locator("[data-ch-summary]")
    expect(summary).to_be_focused()
    expect(summary).to_contain_text("8 answers need fixing")
    lines = summary.get_by_role("link").all_inner_texts()
    assert [line.partition(":")[0] for line in lines] == [
        "Kind", "First day", "Seats", "Summary", "Source 1, Address", "Source 1, Publisher", "Source 1, Kind", "How sure",
    ]  # fmt: skip
    summary.get_by_role("link", name="Seats").click()
    expect(filling.field("seats")).to_be_focused()
    expect(filling.field("seats")).to_be_in_viewport()
    filling.field("seats").fill("30")
    expect(summary).to_contain_text("7 answers need fixing")
    assert len(filling.page.context.pages) == 1
    filling.fill({"seats": "-1"})  # the field is left by the press itself, which must find its line all the same
    summary.get_by_role("link", name="Summary").click()
    expect(filling.field("summary")).to_be_focused()


@pytest.mark.long
def test_what_cannot_be_seen_is_told(form: Callable[[str], Form]) -> None:
    """Pasted overrides of direction would be refused by the checker."""
    filling = form("?kind=trainings")
    filling.fill({"title": "Ivory \u202eyrovi", "summary": "ภาษา\u200bไทย"})
    assert filling.message("title") == "Delete the character U+202E and type the text again. (FILE-003)"
    assert filling.message("summary") == ""


@pytest.mark.long
def test_a_person_s_name_is_pointed_at_and_hinders_nobody(form: Callable[[str], Form]) -> None:
    """A warning, since only a person can judge it."""
    filling = form("?kind=trainings")
    filling.fill(RECORDS["trainings"] | {"summary": "Apply to Somchai Jaidee, somchai.jaidee@mail.example."})
    filling.field("summary").blur()
    assert filling.message("summary").endswith("(SENSE-001)")
    expect(filling.field("summary")).not_to_have_attribute("aria-invalid", "true")
    assert filling.status == "Your answers are complete. You can send them now."


@pytest.mark.long
def test_a_network_that_nobody_knows_is_told(form: Callable[[str], Form]) -> None:
    """With the nearest that is there, at its own line; no more than a warning, since it may be newer than this site."""
    filling = form("?kind=trainings")
    lines = filling.own.locator("[data-ch-field=organisers]")
    lines.get_by_role("button", name="Add another").click()
    lines.locator("input").last.fill("net-unodk")
    lines.locator("input").last.blur()
    expect(lines.locator("[data-ch-mistake]:visible")).to_contain_text("Did you mean net-unodc?")
    expect(lines.locator(".ch-field__mistake--heed")).to_contain_text("Did you mean net-unodc?")


def test_a_name_is_proposed_until_one_is_written(form: Callable[[str], Form]) -> None:
    """From host, date and title; one that is taken gets a number; a bad one is told."""
    filling = form("?kind=trainings")
    filling.fill({"title": "Introduction to crime scenes", "host": "TH", "starts": "2022-11"})
    assert filling.path == "data/trainings/th-2022-11-introduction-crime-scenes.yml"
    name = filling.field("id")
    name.fill("th-2022-11-crime-scene-kui-buri")
    name.blur()
    assert filling.message("id") == "Choose another name. (ID-002)"
    name.fill("Crime Scene")
    assert filling.message("id").startswith("Rename the file, e.g. crime-scene.yml.")
    name.fill("crime-scene")
    assert filling.message("id").endswith("(ID-004)")
    expect(name).not_to_have_attribute("aria-invalid", "true")
    name.fill("")
    assert filling.path == "data/trainings/th-2022-11-introduction-crime-scenes.yml"
    filling.fill({"title": "Crime scene Kui Buri"})
    assert filling.path == "data/trainings/th-2022-11-crime-scene-kui-buri-2.yml"


@pytest.mark.long
def test_an_event_that_is_there_already_is_named(form: Callable[[str], Form]) -> None:
    """On the same days at the same place, with a link to it; other days end the question."""
    filling = form("?kind=trainings")
    duplicates = filling.own.locator("[data-ch-duplicates]")
    filling.fill({"title": "Something else", "starts": "2022-11", "host": "TH"})
    expect(duplicates).to_be_hidden()
    filling.fill({"place": "kui buri national park, prachuap khiri khan"})
    front_page = filling.page.url.partition("contribute/")[0]
    expect(duplicates.get_by_role("link")).to_have_attribute("href", f"{front_page}trainings/th-2022-11-crime-scene-kui-buri/")
    filling.fill({"place": "", "title": "Crime scene standards in forestry cases"})
    expect(duplicates.get_by_role("link")).to_have_count(1)
    filling.fill({"starts": "2023-11"})
    expect(duplicates).to_be_hidden()


def test_a_link_can_say_already_what_is_known(form: Callable[[str], Form]) -> None:
    """The page of a country leads to a form that knows the host; what is no key is left alone. Who announces is asked first when it is
    and how to register; who reports what is over is not asked how to register, but for an answer that stands there."""
    filling = form("?kind=trainings&status=announced&host=LA&serves=poa-2016-2020/4.1.2&colour=red&title=<b>x")
    parts = filling.own.locator("[data-ch-step]:visible h2")
    assert parts.all_inner_texts()[:4] == ["What it is", "When and where", "How to take part", "For whom, about what"]
    filling.fill({"status": "held"})
    assert parts.all_inner_texts()[:4] == ["What it is", "For whom, about what", "When and where", "Participants"]
    filling.fill({"participants": "30", "status": "announced"})
    assert parts.all_inner_texts()[:5] == ["What it is", "When and where", "How to take part", "For whom, about what", "Participants"]
    filling.fill({"participants": ""})
    assert filling.text.splitlines()[:2] == ["title: <b>x", "status: announced"]
    assert "host: LA" in filling.text
    assert "serves:\n  - poa-2016-2020/4.1.2\n" in filling.text
    assert "red" not in filling.text


def test_lists_and_pages_lead_to_the_right_form(true_site: Path) -> None:
    """Each to that of its own kind."""
    for page, query in {
        "trainings": "?kind=trainings&amp;status=announced",
        "workshops": "?kind=workshops&amp;status=announced",
        "documents": "?kind=documents",
        "countries/la": "?kind=trainings&amp;status=announced&amp;host=LA",
        "trainings/th-2022-11-crime-scene-kui-buri": "?edit=trainings/th-2022-11-crime-scene-kui-buri",
        "legislation/la": "?edit=legislation/la",
    }.items():
        assert f'contribute/{query}"' in (true_site / page / "index.html").read_text("utf-8"), page
