"""Files of member states in the form: what stands there stays, and what is added goes to the state that was chosen."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Route, expect

from clearinghouse.catalogue.catalogue import Catalogue
from clearinghouse.reading.change.guards import rewritten
from tests.support.browser.editing import data_of, document, record_of, stored
from tests.support.browser.filling import Begun, Form, opened
from tests.support.patience import patient
from tests.support.running import ROOT, chm_here

Server = Callable[[Path], str]


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
