"""Quality by command: what is looked at, what is said of it, and that its tools are pinned. No network and no browser here."""

import gzip
import json
import urllib.error
import urllib.request
from pathlib import Path

import pytest
from PIL import Image

from clearinghouse.world.failure import Failure
from tests.support.running import ROOT
from tools.quality import locked_tools, markup, serving, speed
from tools.quality.kinds import kind_of, kinds_of
from tools.quality.pictures import contact_sheet, difference, differences
from tools.quality.verdict import Fault, Sample, Speed, json_of, lines_of

SLOW = Speed("list", "trainings/", (91, 97, 93), 0.001, 100, 100, 92)
FAULT = Fault("true", "trainings", "trainings/", "axe", "light", "label: <input>: Form\n  elements must have labels")


@pytest.mark.parametrize(
    ("address", "kind"),
    [
        ("", "front page"),
        ("/trainings/", "trainings"),
        ("/trainings/vn-2026-03-ivory/", "trainings/*"),
        ("/workshops/by/years/2024/", "*/by/*/*"),
        ("/countries/vn/desk/", "countries/*/desk"),
        ("/plans/poa-2016-2020/4.1.2/", "plans/*/*"),
    ],
)
def test_a_kind_is_the_shape_of_an_address(address: str, kind: str) -> None:
    """Whatever the record is called."""
    assert kind_of(address) == kind


def test_the_largest_page_stands_for_its_kind() -> None:
    """Pages of one shape are two kinds where the list of contents says so; what is no page is left out."""

    def file(address: str, size: int, kind: str = "record", media_type: str = "text/html") -> dict[str, object]:
        return {"address": address, "bytes": size, "kind": kind, "media_type": media_type}

    files = [
        file("/", 9, "page"), file("/laws/vn/", 5), file("/laws/th/", 7), file("/laws/gaps/", 2, "page"),
        file("/laws/old/", 99, "redirect"),
        file("/laws/vn/event.ics", 80, "agenda", "text/calendar"), file("/search/x.html", 80, "search"),
    ]  # fmt: skip
    assert kinds_of(files) == {"front page": "", "laws/* (record)": "laws/th/", "laws/* (page)": "laws/gaps/", "not there": "404.html"}


def test_a_summary_has_a_line_for_each_kind_and_says_once_what_is_wrong() -> None:
    """With the states and pages; the JSON has all of it."""
    faults = [FAULT, Fault("living", "months", "months/", "axe", "dark", FAULT.text)]
    samples = [Sample("true", "trainings", "trainings/", 0.0312), Sample("living", "months", "months/")]
    lines = lines_of(samples, [SLOW], faults, ["axe", "html"])
    assert [line.split() for line in lines[1:3]] == [
        ["true", "trainings", "1", "ok", "0.031", "/trainings/"],
        ["living", "months", "1", "ok", "-", "/months/"],
    ]
    assert lines[4].split() == ["list", "93", "91,", "93,", "97", "100", "100", "92", "0.001"]
    assert lines[5:] == ["axe, dark, light: label: <input>: Form elements must have labels\n    on living /months/ and 1 more"]
    report = json.loads(json_of(samples, [SLOW], faults))
    assert (report["lighthouse"][0]["median"], len(report["pages"]), len(report["faults"])) == (93, 2, 2)


def lighthouse(performance: float, seo: float, shift: float) -> dict[str, object]:
    """A report of Lighthouse, as far as it is read."""
    scores = {"performance": performance, "accessibility": 1, "best-practices": 1, "seo": seo}
    audits = {"cumulative-layout-shift": {"id": "cumulative-layout-shift", "score": 1, "numericValue": shift, "title": "Shift"}}
    audits["hreflang"] = {"id": "hreflang", "score": 0, "title": "No valid hreflang", "numericValue": 0}
    references = [{"id": name, "weight": 1} for name in audits]
    return {"categories": {name: {"score": score, "auditRefs": references} for name, score in scores.items()}, "audits": audits}


def test_the_median_of_performance_counts_and_the_worst_of_all_else(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is said of a page that is fast enough."""
    reports = [lighthouse(0.99, 1, 0.0), lighthouse(0.5, 1, 0.0), lighthouse(0.95, 1, 0.02)]
    monkeypatch.setattr(speed, "_report", lambda url, packages: reports.pop())
    measure, faults = speed.speed_of("list", "http://127.0.0.1/", "trainings/", Path(), 3)
    assert (measure.median, measure.shift, faults) == (95, 0.02, [])
    reports += [lighthouse(0.94, 1, 0.0), lighthouse(0.94, 0.92, 0.03), lighthouse(0.95, 1, 0.0)]
    _, faults = speed.speed_of("list", "http://127.0.0.1/", "trainings/", Path(), 3)
    assert [fault.text.split(":")[0] for fault in faults] == [
        "performance 94, not 95 (runs", "jumps by 0.03, not 0.02 at most", "seo 92, not 100"
    ]  # fmt: skip
    assert "hreflang No valid hreflang" in faults[-1].text


def test_its_tools_are_pinned_and_no_address_of_a_registry_is_written_down() -> None:
    """As those that lint the scripts."""
    package = json.loads((ROOT / "tools/quality/package.json").read_text("utf-8"))
    locked = json.loads((ROOT / "tools/quality/package-lock.json").read_text("utf-8"))["packages"]
    versions = {name: locked[f"node_modules/{name}"]["version"] for name in package["devDependencies"]}
    assert versions == package["devDependencies"]
    assert all("integrity" in entry and "resolved" not in entry for name, entry in locked.items() if name)
    assert f"| {versions['axe-core']} |" in (ROOT / "tests/browser/vendor/README.md").read_text("utf-8")  # one axe for all


def test_what_is_missing_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With what it is wanted for; nothing passes that was not looked at."""
    monkeypatch.setattr("shutil.which", lambda name, **how: None)
    monkeypatch.setattr(locked_tools, "cache_folder", lambda: tmp_path)
    with pytest.raises(Failure, match="npm is missing"):
        locked_tools.packages()
    with pytest.raises(Failure, match="java is missing, which is wanted to check the HTML"):
        list(markup.faults_of("true", tmp_path, {}, tmp_path))


def test_a_site_is_served_compressed_where_there_is_no_nginx(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With what browsers must know of a file, and the page for wrong addresses."""
    monkeypatch.setattr("shutil.which", lambda name, **how: None)
    (tmp_path / "404.html").write_text("nowhere", "utf-8")
    (tmp_path / "index.html").write_text("home", "utf-8")
    with serving.served(tmp_path) as url:
        request = urllib.request.Request(url, headers={"Accept-Encoding": "gzip"})
        with urllib.request.urlopen(request) as answer:
            assert (answer.headers["Content-Encoding"], answer.headers["Cache-Control"]) == ("gzip", "no-cache")
            assert gzip.decompress(answer.read()) == b"home"
        with pytest.raises(urllib.error.HTTPError, match="404"):
            urllib.request.urlopen(url + "nowhere/")


def test_pictures_differ_only_where_a_reader_sees_it(tmp_path: Path) -> None:
    """A shade of grey is no difference, a black corner and a longer page are; a picture that is missing is named."""
    old, new = tmp_path / "old", tmp_path / "new"
    for folder in (old, new):
        folder.mkdir()
        for name in ("same.png", "corner.png", "longer.png"):
            Image.new("RGB", (100, 100), "white").save(folder / name)
    Image.new("RGB", (100, 100), "#f8f8f8").save(new / "same.png")
    with Image.open(new / "corner.png") as picture:
        picture.paste("black", (0, 0, 10, 10))
        picture.save(new / "corner.png")
    Image.new("RGB", (100, 110), "white").save(new / "longer.png")
    Image.new("RGB", (100, 100), "white").save(old / "gone.png")
    assert difference(old / "corner.png", new / "corner.png") == 0.01
    names = ["same.png", "corner.png", "longer.png", "gone.png", "nowhere.png"]
    assert list(differences(old, new, names)) == [
        "corner.png: 1.00% of it differs",
        "longer.png: 9.09% of it differs",
        f"gone.png: only in {old}",
    ]


def test_a_sheet_shows_all_pictures() -> None:
    """By kind of page."""
    sheet = contact_sheet({"trainings/*": ["trainings-x--360-dark.png"]})
    assert "<h2>trainings/*</h2>" in sheet
    assert '<img src="trainings-x--360-dark.png"' in sheet
    assert "<figcaption>360-dark</figcaption>" in sheet
