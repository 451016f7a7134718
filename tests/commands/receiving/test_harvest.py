"""chm harvest: what other sites publish becomes proposals, once; what somebody edited or deleted here stays so."""

import json
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.support import examples
from tests.support.receiving.harvesting import DESCRIPTION, course, event, harvest, listed, page, records, source
from tests.support.receiving.publishing import Site, site
from tests.support.running import chm_here


@pytest.fixture
def there(monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    """Somebody else's site."""
    with site(monkeypatch) as server:
        yield server


def test_a_course_becomes_a_proposal_once(tmp_path: Path, there: Site) -> None:
    """With its source, without persons; data/ stays as it is; the second run asks whether anything changed, and proposes nothing."""
    there.pages["/courses/"] = page(course(f"{there.url}courses/timber/"))
    data = listed(tmp_path, source(f"{there.url}courses/", owner="TH"))
    before = sorted(data.rglob("*"))
    result = harvest(data, "--report", tmp_path / "report.md")
    assert result.returncode == 0, result.stdout + result.stderr
    assert sorted(data.rglob("*")) == before
    (record,) = records(tmp_path / "proposals").values()
    assert list(records(tmp_path / "proposals")) == ["th-2026-05-reading-dna-timber"]
    assert record["title"] == "Reading of DNA from timber"
    assert (record["summary"], record["host"], record["place"]) == (DESCRIPTION, "TH", "Hall 2, Nan")
    assert (record["starts"], record["ends"], record["mode"], record["status"]) == ("2026-05-04", "2026-05-06", "in person", "announced")
    assert (record["organisers"], record["topics"]) == (["Office of Examples"], ["evidence"])
    assert record["topics_note"] == "evidence; sequencing of timber"
    assert record["sources"][0]["publisher"] == "Site of Examples"
    assert (record["harvested"]["source"], record["harvested"]["licence"]) == ("there", "CC BY 4.0")
    assert "A Person" not in str(record)
    assert "who organises it: a person" in (tmp_path / "report.md").read_text("utf-8")
    again = harvest(data)
    assert "there: 1 unchanged" in again.stdout
    assert there.asked[-1] == ("/courses/", 304)
    checked = chm_here("check", "--data", tmp_path / "proposals")
    assert checked.returncode == 0, checked.stdout


def sitemap(kind: str, *addresses: str) -> bytes:
    """A sitemap (urlset), or an index of such (sitemapindex)."""
    inner = "url" if kind == "urlset" else "sitemap"
    rows = "".join(f"<{inner}><loc>{address}</loc></{inner}>" for address in addresses)
    return f'<{kind} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{rows}</{kind}>'.encode()


def test_all_pages_of_a_sitemap_are_read(tmp_path: Path, there: Site) -> None:
    """Those of the host itself, by an index too; a page that is broken, gone or without events hides no other. What has not changed
    is not sent again, and is neither new nor gone."""
    there.pages["/sitemap.xml"] = sitemap("sitemapindex", *(f"{there.url}{name}.xml" for name in ("one", "two", "none", "sitemap")))
    there.pages["/one.xml"] = sitemap("urlset", *(f"{there.url}{place}" for place in ("events/1", "broken", "gone", "odd")))
    there.pages["/two.xml"] = sitemap("urlset", f"{there.url}events/2", f"{there.url}about", "https://elsewhere.example/")
    there.pages["/events/1"] = page(event(f"{there.url}events/1", "Reading of tracks", "2026-06-01"))
    there.pages["/events/2"] = page(
        event(f"{there.url}events/2", "Handling of seized eggs", "2026-07-01", eventStatus="https://schema.org/EventCancelled"),
        {"@context": "https://schema.org", "@type": "BreadcrumbList"},
    )
    there.pages["/broken"] = b'<script type="application/ld+json">{"@type": "Event", </script>'
    there.pages["/about"] = there.pages["/odd"] = b"<p>About"
    there.stubborn.add("/odd")
    data = listed(tmp_path, source(f"{there.url}sitemap.xml"))
    result = harvest(data)
    gathered = records(tmp_path / "proposals")
    assert sorted(record["status"] for record in gathered.values()) == ["announced", "cancelled"], result.stdout
    assert f"{there.url}gone: 404 Not Found" in result.stdout
    assert f"{there.url}none.xml: 404 Not Found" in result.stdout
    known = ("/events/", "/sitemap", "/one", "/two", "/none", "/broken", "/gone", "/about", "/odd", "/robots")
    assert all(path.startswith(known) for path, _ in there.asked)
    there.asked.clear()
    there.pages["/events/2"] = page(event(f"{there.url}events/2", "Handling of seized eggs", "2026-07-02"))
    result = harvest(data)
    assert "there: 1 changed, 1 unchanged\n" in result.stdout
    assert {path: status for path, status in there.asked if path.startswith(("/events", "/about"))} == {
        "/events/1": 304, "/about": 304, "/events/2": 200,
    }  # fmt: skip
    del there.pages["/events/1"]
    assert "there: 1 unchanged, 1 no longer there\n" in harvest(data).stdout


@pytest.mark.long
def test_a_run_reads_a_thousand_pages_and_the_next_goes_on(tmp_path: Path, there: Site) -> None:
    """What waits is counted, and is never called gone; in two runs all is read."""
    places = [f"{there.url}{number}" for number in range(1100)]
    there.pages["/sitemap.xml"] = sitemap("urlset", *places)
    for number, place in enumerate(places):
        there.pages[f"/{number}"] = page(event(place, f"Patrol course {number}", "2026-06-01")) if number % 100 == 99 else b"<p>About"
    data = listed(tmp_path, source(f"{there.url}sitemap.xml"))
    result = harvest(data)
    assert "there: 10 new, 100 waiting for the next run" in result.stdout, result.stdout + result.stderr
    assert "100 pages there: this run asked for 1,000" in result.stdout
    there.asked.clear()
    result = harvest(data)
    assert "there: 1 new, 10 unchanged, 100 waiting for the next run" in result.stdout
    assert [path for path, status in there.asked if status == 200 and path != "/sitemap.xml"] == [f"/{n}" for n in range(1000, 1100)]
    assert sum(status == 304 for _, status in there.asked) == 900


def test_what_changes_there_is_proposed_and_what_was_edited_or_deleted_here_stays(tmp_path: Path, there: Site) -> None:
    """A date that moves is a change of which subscribers learn; an edit is kept and said once; a deleted proposal does not come back."""
    names = ["Reading of tracks", "Handling of seized eggs", "Scanning of parcels"]

    def publish(day: str) -> None:
        events = [event(f"{there.url}{number}", name, f"2026-0{number + 5}-{day}") for number, name in enumerate(names)]
        there.pages["/events"] = page(*events)

    data = listed(tmp_path, source(f"{there.url}events"))
    publish("01")
    assert "3 new" in harvest(data, "--write").stdout
    tracks, eggs, parcels = (next(data.glob(f"trainings/*{word}*.yml")) for word in ("tracks", "eggs", "parcels"))
    eggs.write_text(eggs.read_text("utf-8").replace("title: Handling of seized eggs", "title: Care of seized eggs"), "utf-8")
    edited = eggs.read_bytes()
    parcels.unlink()
    assert "2 unchanged, 1 turned down here before" in harvest(data, "--write").stdout
    publish("15")
    result = harvest(data, "--write")
    assert "there: 1 changed, 1 edited here and kept, 1 turned down here before" in result.stdout
    assert eggs.read_bytes() == edited
    assert not parcels.exists()
    record = records(data)[tracks.stem]
    assert record["starts"] == "2026-05-15"
    assert record["changes"] == [{"on": "2026-03-10", "what": "moved", "id": "moved-2026-03-10", "from": "2026-05-01", "to": "2026-05-15"}]
    assert "2 unchanged, 1 turned down here before" in harvest(data, "--write", "--afresh").stdout
    (data / "_harvest.jsonl").unlink()
    parcels.write_bytes(b"")  # nothing but the folder is known now
    parcels.unlink()
    assert "1 new, 1 unchanged, 1 edited here and kept" in harvest(data, "--write").stdout
    assert eggs.read_bytes() == edited


def test_what_is_here_already_is_not_proposed(tmp_path: Path, there: Site) -> None:
    """By the page that a record names as its source, by title and day, and by the rule for duplicates; nor what comes from here."""
    there.pages["/events"] = page(
        event(f"{there.url}named", "Reading of tracks", "2026-06-01"),
        event(f"{there.url}titled", "Scanning of parcels", "2026-06-20"),
        event(f"{there.url}alike", "Care of seized eggs and chicks", "2026-07-02", location={"@type": "Place", "name": "Hall"}),
        event("https://ours.example.org/trainings/x/", "Searching vessels", "2026-08-02"),
    )
    data = listed(tmp_path, source(f"{there.url}events"))
    page_there = f"[{{url: {there.url}named, publisher: Office, kind: news, accessed: 2026-01-10}}]"
    for name, keys in {
        "asean-2026-06-a": {"title": "Following animals by their prints", "starts": "2026-06-01", "sources": page_there},
        "asean-2026-06-b": {"title": "Scanning of parcels", "starts": "2026-06-20"},
        "asean-2026-07-c": {"title": "Eggs", "starts": "2026-07-01", "place": "Hall"},
    }.items():
        (data / f"trainings/{name}.yml").write_text(examples.yaml("trainings", **keys), "utf-8")
    result = harvest(data)
    assert "there: 4 left out" in result.stdout
    for reason in (
        "already here: trainings/asean-2026-06-a.yml", "already here: trainings/asean-2026-06-b.yml",
        "likely the same as trainings/asean-2026-07-c.yml", "Searching vessels: it comes from here",
    ):  # fmt: skip
        assert reason in result.stdout


def test_hostile_words_become_plain_text(tmp_path: Path, there: Site) -> None:
    """Tags, controls, overrides of direction, line ends, formulas and paths: nothing of it leaves the file of its record."""
    titles = [
        "<script>alert(1)</script>Course", "a\u202egnp.exe course", "../../../etc/passwd", "=cmd|' /C calc'!A0", "Line\nfeed\r\n  course",
        "\ud800 half", "x" * 5000, "\x00\x1b[31mred", "## [link](javascript:alert(1)) @everybody", " ",
    ]  # fmt: skip
    there.pages["/events"] = page(
        *(event(f"{there.url}{number}", title, f"2026-05-{number + 1:02}") for number, title in enumerate(titles))
    )
    result = harvest(listed(tmp_path, source(f"{there.url}events")), "--report", tmp_path / "report.md")
    assert result.returncode == 0, result.stderr
    gathered = records(tmp_path / "proposals")
    assert len(gathered) == 9, result.stdout
    assert (
        sorted(path.relative_to(tmp_path).parts[:2] for path in tmp_path.rglob("*.yml"))
        == [("data", "harvest.yml")] + [("proposals", "trainings")] * 9
    )
    text = "".join(path.read_text("utf-8") for path in (tmp_path / "proposals").rglob("*.yml"))
    assert not any(bad in text for bad in ("<script", "\u202e", "\x00", "\x1b", "\ud800"))
    assert max(len(record["title"]) for record in gathered.values()) <= 200
    assert "\x1b" not in result.stdout
    assert chm_here("check", "--data", tmp_path / "proposals").returncode == 0


@pytest.mark.parametrize(
    ("kind", "collection", "content", "why"),
    [
        ("schema.org", "trainings", b"", "it describes nothing that could be taken"),
        ("schema.org", "trainings", b"\x00\xff\xfe<html", "it describes nothing that could be taken"),
        ("schema.org", "trainings", b'<script type="application/ld+json">' + b"[" * 100_000, "(JSON-LD) is broken"),
        ("schema.org", "trainings", b"<div>" * 50_000, "it describes nothing that could be taken"),
        ("feed", "documents", b"<html><p>no feed", "it is neither RSS nor Atom"),
        ("feed", "documents", b"/etc/passwd", "it is neither RSS nor Atom"),
        ("feed", "documents", b'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "a"><!ENTITY b "&a;&a;&a;">]><r>&b;</r>', "it is neither"),
        ("icalendar", "trainings", b"no calendar", "it is no calendar that can be read"),
        ("api", "trainings", b"[]", "404 Not Found"),
    ],
)
def test_what_is_broken_is_said(tmp_path: Path, there: Site, kind: str, collection: str, content: bytes, why: str) -> None:
    """The source has nothing taken, the exit status says so, and nothing is written."""
    there.pages["/x"] = content
    result = harvest(listed(tmp_path, source(f"{there.url}x", kind, collection)))
    assert result.returncode == 1
    assert why in result.stdout, result.stdout
    assert not list(tmp_path.rglob("proposals/*/*"))


def test_other_encodings_are_read(tmp_path: Path, there: Site) -> None:
    """A page says which one it has; what is UTF-8 is that, whatever the page says."""
    described = json.dumps(event(f"{there.url}1", "Fährten lesen in Huế", "2026-05-01"), ensure_ascii=False)
    html = f'<html><head><meta charset="windows-1258"><script type="application/ld+json">{described}</script></head></html>'
    there.pages["/utf-8"] = html.encode()
    latin = described.replace("Huế", "Genf").replace("2026-05-01", "2026-06-01").replace(f"{there.url}1", f"{there.url}2")
    there.pages["/latin"] = html.replace(described, latin).replace("windows-1258", "iso-8859-1").encode("latin-1")
    data = listed(tmp_path, source(f"{there.url}utf-8"), source(f"{there.url}latin") | {"id": "latin"})
    assert harvest(data).returncode == 0
    assert {record["title"] for record in records(tmp_path / "proposals").values()} == {"Fährten lesen in Huế", "Fährten lesen in Genf"}


@pytest.mark.long
def test_ten_thousand_events_of_a_calendar_are_read_and_bounded(tmp_path: Path, there: Site) -> None:
    """No more are proposed than somebody reviews; the next run takes the next ones."""
    events = "".join(
        f"BEGIN:VEVENT\r\nUID:{number}@there\r\nSUMMARY:Patrol course {number}\r\nDTSTART;VALUE=DATE:20{26 + number // 366}0601\r\n"
        f"DTEND;VALUE=DATE:20{26 + number // 366}0602\r\nURL:{there.url}{number}\r\nEND:VEVENT\r\n"
        for number in range(10_000)
    )
    there.pages["/all.ics"] = f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n{events}END:VCALENDAR\r\n".encode()
    data = listed(tmp_path, source(f"{there.url}all.ics", "icalendar", most="30"))
    begin = time.process_time()
    result = harvest(data)
    assert "there: 30 new, 9,970 waiting for the next run" in result.stdout, result.stdout[-2000:] + result.stderr
    assert "9,970 new: a run proposes at most 30" in result.stdout
    assert time.process_time() - begin < 30
    assert "there: 30 new, 30 unchanged, 9,940 waiting for the next run" in harvest(data).stdout


def test_a_feed_becomes_documents_and_updates(tmp_path: Path, there: Site) -> None:
    """RSS and Atom; the kind of a document is given, since no feed says it."""
    there.pages["/rss"] = f"""<?xml version="1.0"?><rss version="2.0"><channel><title>x</title>
      <item><title>Handbook &amp;amp; guide</title><link>{there.url}handbook</link>
      <pubDate>Mon, 02 Mar 2026 10:00:00 GMT</pubDate>
      <description>&lt;p&gt;How to &lt;b&gt;read&lt;/b&gt; it&lt;script&gt;x&lt;/script&gt;.&lt;/p&gt;
      </description></item></channel></rss>""".encode()
    there.pages["/atom"] = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>x</title><id>x</id><updated>2026-03-01T00:00:00Z</updated>
      <entry><id>urn:1</id><title>A notice</title><link href="{there.url}notice"/><updated>2026-03-03T00:00:00Z</updated>
      <summary>It says so.</summary></entry></feed>""".encode()
    data = listed(
        tmp_path,
        source(f"{there.url}rss", "feed", "documents", given={"kind": "handbook"}),
        source(f"{there.url}atom", "feed", "updates") | {"id": "notices"},
    )
    result = harvest(data)
    (document,), (update,) = (records(tmp_path / "proposals", name).values() for name in ("documents", "updates"))
    assert (document["title"], document["date"], document["kind"]) == ("Handbook & guide", "2026-03-02", "handbook"), result.stdout
    assert (document["summary"], document["url"]) == ("How to read it.", f"{there.url}handbook")
    assert (update["title"], update["date"], update["summary"]) == ("A notice", "2026-03-03", "It says so.")
    assert "2 unchanged" not in harvest(data).stdout
    assert harvest(data).stdout.count("1 unchanged") == 2


def test_a_value_that_the_rules_refuse_is_left_out_and_named(tmp_path: Path, there: Site) -> None:
    """Where the record can do without it; else the record is, with the reason. mapping, given and leave_out do what they say."""
    there.pages["/events"] = page(
        event(
            f"{there.url}1",
            "Reading of tracks",
            "2026-06-01",
            inLanguage=["th", "no such language"],
            abstractOf="4 days",
            offers={"url": "x y"},
        ),
        event(f"{there.url}2", "Scanning of parcels", "2026-06-09", endDate="2026-06-01"),
    )
    more: dict[str, Any] = {
        "mapping": {"abstractOf": "participants_note"},
        "given": {"kind": "study visit", "host": "VN"},
        "leave_out": ["summary"],
    }
    result = harvest(listed(tmp_path, source(f"{there.url}events", **more)))
    assert "summary" in result.stdout
    more["leave_out"] = ["organisers"]
    result = harvest(listed(tmp_path, source(f"{there.url}events", **more)))
    (record,) = records(tmp_path / "proposals").values()
    assert (record["languages"], record["kind"], record["host"], record["participants_note"]) == (["th"], "study visit", "VN", "4 days")
    assert "Reading of tracks: without languages.1: no such language" in result.stdout
    assert "Scanning of parcels: ends: 2026-06-01" in result.stdout


def test_nothing_is_gathered_where_there_is_no_list_or_it_is_wrong(tmp_path: Path) -> None:
    """Mistakes are reported by line, all at once."""
    data = listed(tmp_path, source("https://there.example.org/", "feed", "trainings"), source("https://there.example.org/"))
    result = harvest(data)
    assert result.returncode == 1
    assert "HARVEST-001" in result.stdout
    assert "HARVEST-002" in result.stdout
    (data / "harvest.yml").unlink()
    result = harvest(data)
    assert (result.returncode, result.stdout.endswith("nothing to gather\n")) == (0, True)


def test_no_link_in_the_folder_leads_out_of_it(tmp_path: Path, there: Site) -> None:
    """A folder of proposals that somebody made a link writes nothing elsewhere."""
    there.pages["/events"] = page(event(f"{there.url}1", "Reading of tracks", "2026-06-01"))
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (tmp_path / "proposals").mkdir()
    (tmp_path / "proposals/trainings").symlink_to(elsewhere)
    result = harvest(listed(tmp_path, source(f"{there.url}events")))
    assert result.returncode == 2
    assert "nothing was written" in result.stderr
    assert not list(elsewhere.iterdir())
