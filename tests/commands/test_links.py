"""chm links: several runs against a server on which everything goes wrong, one of them killed in the middle."""

import json
import re
import subprocess
import time
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from lxml import html as lxml_html

from tests.support import examples
from tests.support.failing import Failing, failing
from tests.support.patience import patient
from tests.support.running import chm, chm_here, command, surroundings

ROOM = ("--local", "--pause", "0.01", "--timeout", "5")


@pytest.fixture
def server() -> Iterator[Failing]:
    """The server."""
    with failing() as failing_server:
        yield failing_server


def folder(tmp_path: Path, server: Failing, *paths: str, archived: str = "") -> Path:
    """A data folder with a document whose source stands at each of these paths."""
    data = tmp_path / "data"
    for number, path in enumerate(paths):
        copy = f", archived: {server.url}{archived}" if archived else ""
        source = f"[{{url: {server.url}{path}, publisher: Office, kind: study, accessed: 2026-01-10{copy}}}]"
        file = data / f"documents/doc-{number}.yml"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(examples.yaml("documents", sources=source), "utf-8")
    return data


def links(data: Path, day: str, *more: str | Path) -> subprocess.CompletedProcess[str]:
    """A run on a day."""
    return chm_here("links", "--data", data, "--as-of", day, "--archive", "", *ROOM, *more)


def states(data: Path) -> dict[str, dict[str, Any]]:
    """What the report says, by path."""
    head, *rows = (json.loads(line) for line in (data / "_links.jsonl").read_text("utf-8").splitlines())
    assert head == {"link-report": 1}
    return {"/" + row["url"].partition("://")[2].partition("/")[2]: row for row in rows}


def test_a_link_is_dead_after_four_runs_and_comes_back_when_it_answers(tmp_path: Path, server: Failing) -> None:
    """Reasons are kept; the page, the issue and the last line say so."""
    data, issue = folder(tmp_path, server, "/404", "/fine", "/403", "/for-good"), tmp_path / "issue.md"
    for week in range(4):
        result = links(data, str(date(2026, 3, 1) + timedelta(7 * week)), "--issue", issue, "--site-url", "https://site.example/chm/")
        assert result.returncode == 0, result.stderr
        assert len(states(data)["/404"]["failures"]) == week + 1
        assert ("## Dead: 1" in issue.read_text("utf-8")) == (week == 3)
    assert result.stdout == "looked at 4 addresses: 2 answered, 1 failed, 1 would not let a machine look; 1 dead after 4 runs\n"
    assert result.stderr == "looked at 4 of 4 addresses, 1 failed\n"
    assert states(data)["/403"]["refused"] == "403 Forbidden"
    assert states(data)["/for-good"]["moved_to"] == f"{server.url}/fine"
    assert states(data)["/404"]["failures"][0] == ["2026-03-01", "404 Not Found"]
    text = issue.read_text("utf-8")
    assert f"- `{server.url}/404`\n  - in `documents/doc-0.yml: sources.0.url`\n  - `404 Not Found in 4 runs since 1 March 2026.`" in text
    assert f"- `{server.url}/for-good`\n  - in `documents/doc-3.yml: sources.0.url`\n  - now at `{server.url}/fine`" in text
    assert "https://site.example/chm/quality/links/" in text
    assert "stranger" not in text + (data / "_links.jsonl").read_text("utf-8")
    file = data / "documents/doc-0.yml"
    file.write_text(file.read_text("utf-8").replace("/404", "/204"), "utf-8")
    assert links(data, "2026-04-01", "--issue", issue).returncode == 0
    assert "## Dead: 0" in issue.read_text("utf-8")
    assert "/404" not in states(data)


@pytest.mark.long
def test_four_runs_on_one_day_make_nothing_dead(tmp_path: Path, server: Failing) -> None:
    """Nor does each of them ask twice for what two records name."""
    data = folder(tmp_path, server, "/404", "/404#part")
    for _ in range(4):
        assert "0 dead" in links(data, "2026-03-01").stdout
    assert Counter(server.requests) == {("HEAD", "/404"): 4, ("GET", "/404"): 8}


@pytest.mark.long
def test_for_what_is_dead_an_archived_copy_is_looked_for(tmp_path: Path, server: Failing) -> None:
    """Where it is read on the day on which the record's source was; not before it is dead, and not again once it is found."""
    data = folder(tmp_path, server, "/404", "/410")
    copies = f"{server.url}/200/{{day}}"
    for week in range(5):
        result = chm("links", "--data", data, "--as-of", str(date(2026, 3, 1) + timedelta(week)), "--archive", copies, *ROOM)
        assert result.returncode == 0, result.stderr
        archived_copies = [state.get("archived") for state in states(data).values()]
        assert archived_copies == ([None] * 2 if week < 3 else [f"{server.url}/200/20260110"] * 2)
    assert Counter(server.requests)["HEAD", "/200/20260110"] == 2


@pytest.mark.long
def test_a_run_that_is_killed_goes_on_where_it_stopped(tmp_path: Path, server: Failing) -> None:
    """Nothing is lost and nothing is asked twice, but for what was under way; half a line is no look."""
    paths = [f"/fine/{number}" for number in range(12)]
    data = folder(tmp_path, server, *paths)
    server.delay = 0.15
    run = command("links", "--data", data, "--as-of", "2026-03-01", "--archive", "", *ROOM)
    journal = data / "_links.jsonl.run"
    with subprocess.Popen(run, env=surroundings(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        until = time.monotonic() + patient(60)
        while not journal.exists() or journal.read_bytes().count(b"\n") < 5:
            assert time.monotonic() < until
            time.sleep(0.02)
        process.kill()
    assert not (data / "_links.jsonl").exists()
    looks = journal.read_bytes().count(b"\n") - 1
    assert 4 <= looks < 12
    with journal.open("ab") as file:
        file.write(b'{"url": "http://cut')
    server.delay = 0.0
    result = links(data, "2026-03-02")
    assert result.returncode == 0, result.stderr
    assert result.stdout.splitlines()[0] == f"going on with the run of 2026-03-01: {looks} of 12 addresses were looked at"
    assert {path: state["checked"] for path, state in states(data).items()} == dict.fromkeys(sorted(paths), "2026-03-01")
    assert not journal.exists()
    often = Counter(path for _, path in server.requests)
    assert sorted(often) == sorted(paths)
    assert sum(often.values()) <= 13


@pytest.mark.long
def test_a_report_of_another_version_is_told_and_left_alone(tmp_path: Path, server: Failing) -> None:
    """By `links`, by `check` and by `build` alike; nothing is asked."""
    data = folder(tmp_path, server, "/fine")
    for name, code in (("_links.jsonl", "LINKS-001"), ("_links.jsonl.run", "LINKS-001")):
        (data / name).write_text('{"link-report": 9}\nwhat is this\n', "utf-8")
        result = links(data, "2026-03-01")
        assert (result.returncode, result.stdout) == (1, "")
        assert f"{name}:1:1: error {code}" in result.stderr
        assert (data / name).read_text("utf-8").startswith('{"link-report": 9}')
        if name == "_links.jsonl":
            assert chm("check", "--data", data).returncode == chm("build", "--data", data, "--site", tmp_path / "site").returncode == 1
        (data / name).unlink()
    assert server.requests == []


@pytest.mark.long
def test_the_site_has_a_page_of_links(tmp_path: Path, server: Failing) -> None:
    """With each address, its reason, the archived copy, and the way to the record and to its form."""
    data, site = folder(tmp_path, server, "/404", "/403", "/fine", archived="/200"), tmp_path / "site"
    for week in range(4):
        assert links(data, str(date(2026, 3, 1) + timedelta(week))).returncode == 0
    build = chm("build", "--data", data, "--site", site, "--as-of", "2026-03-10")
    assert build.returncode == 0, build.stderr
    article = lxml_html.fromstring((site / "quality/links/index.html").read_bytes()).find(".//article")
    words = " ".join(article.text_content().split())
    counts = "1 dead, 0 failing, 0 moved for good and 1 closed to automatic checks."
    assert f"4 of 4 links checked, last on 4 March 2026: {counts}" in words
    (dead,) = article.xpath(".//section[@aria-labelledby='dead']//li")
    assert (
        "404 Not Found in 4 runs since 1 March 2026. An archived copy is kept. Named by Handbook of Examples (fix it)."
        in dead.text_content()
    )
    assert dead.xpath(".//a/@href") == [
        f"{server.url}/404", f"{server.url}/200", "../../documents/doc-0/", "../../contribute/?edit=documents/doc-0",
    ]  # fmt: skip
    assert "/quality/links/" in (site / "addresses.txt").read_text("utf-8").split()


def test_without_a_run_the_page_says_so(true_site: Path) -> None:
    """And how many addresses there are."""
    article = lxml_html.fromstring((true_site / "quality/links/index.html").read_bytes()).find(".//article")
    assert re.search(r"Link check: not run yet \([0-9]+ links\)", article.text_content())
