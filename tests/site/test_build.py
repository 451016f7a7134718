"""chm build: any data folder becomes a whole site, or nothing changes and one line says why."""

import gzip
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from lxml import html as lxml_html

from clearinghouse.world.disk.memory import memory_of
from clearinghouse.world.disk.whole_folders import rebuilt
from clearinghouse.world.processes import CORES
from tests.support.examples import alone
from tests.support.haste import daily
from tests.support.running import LIVING, LONGEST, ROOT, chm, command, surroundings
from tests.support.serving import SITE_URL

ADDRESSES = "addresses.txt"


def files(folder: Path) -> dict[str, bytes]:
    """All files of a folder."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def parsed(path: Path) -> Any:
    """A page."""
    return lxml_html.fromstring(path.read_bytes())


def beside(site: Path) -> list[str]:
    """What lies beside a site, but for the lock and what a build has left for the next."""
    own = (site.name, f".{site.name}.lock", memory_of(site).name)
    return sorted(path.name for path in site.parent.iterdir() if path.name not in own)


def changed(path: Path, old: str, new: str) -> None:
    """Changes a file."""
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


@pytest.fixture
def old_site(tmp_path: Path) -> Path:
    """A site that was built before."""
    site = tmp_path / "old" / "site"
    site.mkdir(parents=True)
    (site / ADDRESSES).write_text("/\n")
    (site / "index.html").write_text("old")
    return site


def untouched(site: Path) -> bool:
    """Whether a site is still the old one, byte for byte, and nothing was left beside it."""
    return files(site) == {ADDRESSES: b"/\n", "index.html": b"old"} and beside(site) == []


# What a data folder may hold


@pytest.mark.long
def test_a_folder_without_records_becomes_a_site(tmp_path: Path) -> None:
    """Every page of the nav is there and says that nothing is."""
    (tmp_path / "data").mkdir()
    build = chm("build", "--data", tmp_path / "data", "--site", tmp_path / "site", "--as-of", "2026-11-21")
    assert (build.returncode, build.stderr) == (0, "")
    assert "no records" in build.stdout
    assert "No training is announced." in (tmp_path / "site/index.html").read_text("utf-8")
    assert "ch-empty" in (tmp_path / "site/trainings/index.html").read_text("utf-8")


@pytest.mark.long
@pytest.mark.parametrize("collection", ["documents", pytest.param("legislation", marks=pytest.mark.long)])
def test_a_single_collection_becomes_a_site(tmp_path: Path, collection: str) -> None:
    """Where nothing else is, nothing else is linked, and nothing else is told of."""
    alone(collection, tmp_path / "data")
    number = len(list((tmp_path / "data" / collection).glob("[!_]*.yml")))
    build = chm("build", "--data", tmp_path / "data", "--site", tmp_path / "site", "--as-of", "2026-03-10")
    assert (build.returncode, build.stderr) == (0, "")
    assert (tmp_path / "site" / collection / "index.html").exists()
    assert re.match(rf"built \d+ pages in \d+\.\d s: {number} {collection}", build.stdout)


@pytest.mark.long
def test_a_site_as_it_was_known_holds_what_was_there_and_says_so(tmp_path: Path) -> None:
    """On every page; its day is today."""
    site = tmp_path / "site"
    assert chm("build", "--data", "tests/living", "--site", site, "--as-known-on", "2026-02-01").returncode == 0
    assert not (site / "trainings/id-2026-03-cargo-profiling").exists()
    said = "This is the site as it was on 1 February 2026, with what it knew then."
    assert all(said in (site / page).read_text() for page in ("index.html", "trainings/asean-2025-09-joint-investigation/index.html"))


@pytest.mark.long
def test_one_core_makes_the_same_site_as_two(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """To the byte."""
    for count in ("1", "2"):
        monkeypatch.setenv(CORES, count)
        assert chm("build", *LIVING, "--site", tmp_path / count).returncode == 0
    assert files(tmp_path / "1") == files(tmp_path / "2")


@pytest.mark.long
def test_the_site_tells_what_it_holds_and_where_to_open_it(tmp_path: Path) -> None:
    """Drafts are not counted: they are not in it."""
    build = chm("build", *LIVING, "--site", tmp_path / "site")
    counted = sum("\ndraft: true" not in path.read_text("utf-8") for path in (ROOT / "tests/living/trainings").glob("*.yml"))
    pages = sum(1 for _ in (tmp_path / "site").rglob("*.html"))
    first, second = build.stdout.splitlines()
    assert re.fullmatch(rf"built {pages:,} pages in \d+\.\d s: .*, {counted} trainings, .* and 4 updates", first)
    assert second.startswith(f"open {(tmp_path / 'site/index.html').as_posix()}, or run ")


# When it must not happen


def test_bad_records_are_refused_in_the_words_of_the_check(tmp_path: Path, old_site: Path) -> None:
    """All of them told; exit status 1, and the old site is as it was."""
    shutil.copytree(ROOT / "tests/living", tmp_path / "data")
    changed(tmp_path / "data/trainings/th-2026-02-forensics.yml", "status: held", "status: hold")
    changed(tmp_path / "data/documents/yearly-report-2024.yml", "title:", "titel:")
    build, checked = chm("build", "--data", tmp_path / "data", "--site", old_site), chm("check", tmp_path / "data")
    assert (build.returncode, build.stdout, checked.returncode) == (1, "", 1)
    assert build.stderr == checked.stdout
    assert build.stderr.count("error ") >= 2
    assert untouched(old_site)


@pytest.mark.long
def test_a_warning_refuses_only_a_strict_build(tmp_path: Path, old_site: Path) -> None:
    """It is told in any case."""
    shutil.copytree(ROOT / "tests/living", tmp_path / "data")
    (tmp_path / "data/trainings/mm-2024-08-log-stamps.yml").rename(tmp_path / "data/trainings/log-stamps.yml")
    strict = chm("build", "--data", tmp_path / "data", "--site", old_site, "--strict")
    assert (strict.returncode, strict.stderr.count(": warning ")) == (1, 1)
    assert untouched(old_site)
    build = chm("build", "--data", tmp_path / "data", "--site", old_site)
    assert (build.returncode, build.stderr) == (0, strict.stderr)


@pytest.mark.long
@pytest.mark.parametrize(
    "place", ["below a file", *(pytest.param(place, marks=pytest.mark.long) for place in ("/proc/site", "a folder of somebody"))]
)
def test_a_place_that_cannot_be_written_is_told(tmp_path: Path, place: str) -> None:
    """In one line, with what to do; exit status 2. Permissions do not bind root, so they are not what is tried."""
    (tmp_path / "file").write_text("kept")
    sites = {"below a file": tmp_path / "file" / "site", "a folder of somebody": tmp_path}
    build = chm("build", *LIVING, "--site", sites.get(place, Path(place)))
    assert build.returncode == 2
    assert re.fullmatch(r"chm: [^\n]* --site\n", build.stderr)
    assert [path.name for path in tmp_path.iterdir() if path.name != f".{tmp_path.name}.lock"] == ["file"]


@pytest.mark.parametrize("place", daily(["nowhere", "mkdocs.yml"], "nowhere"))
def test_a_data_folder_that_is_not_there_is_told(old_site: Path, place: str) -> None:
    """In one line, with what to do; exit status 2."""
    build = chm("build", "--data", place, "--site", old_site)
    assert (build.returncode, build.stderr) == (2, f"chm: there is no data folder {place}: name one with --data, e.g. --data data\n")
    assert untouched(old_site)


def copied(root: Path) -> Path:
    """A copy of the clearing house without records, in which a test may break things."""
    for name in ("clearinghouse", "content", "hooks", "overrides"):
        shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "mkdocs.yml", root)
    return root


HOOK = """

def on_page_markdown(markdown, page, config, files):
    raise ValueError('the hook fell over')

on_nav ="""


@pytest.mark.long
@pytest.mark.parametrize(
    ("file", "old", "new", "words"),
    [
        ("overrides/records/pages/record.html", "</h2>", '<a href="nowhere/">x</a></h2>', "faults in the new site; the old one stays"),
        *(
            pytest.param(*how, marks=pytest.mark.long)
            for how in (
                ("hooks/clearinghouse_hooks.py", "\non_nav =", HOOK, "the hook fell over"),
                ("overrides/records/pages/record.html", "</h2>", "{{ no_such_word }}</h2>", "no_such_word"),
                ("mkdocs.yml", "site_name:", "site_nam:", "configuration error"),
            )
        ),
    ],
)
def test_a_build_that_fails_leaves_the_old_site(tmp_path: Path, old_site: Path, file: str, old: str, new: str, words: str) -> None:
    """Hooks, templates, prose or settings: exit status 2, the words that help, no traceback."""
    copy = copied(tmp_path / "copy")
    alone("documents", copy / "data")
    changed(copy / file, old, new)
    build = chm("build", "--as-of", "2026-03-10", "--site", old_site, root=copy)
    assert build.returncode == 2
    assert words in build.stderr
    assert "Traceback" not in build.stderr
    assert untouched(old_site)


@pytest.mark.long
def test_prose_that_leads_nowhere_leaves_the_old_site(tmp_path: Path, old_site: Path) -> None:
    """It is refused as `chm check` refuses it, with its place, as records are: exit status 1."""
    copy = copied(tmp_path / "copy")
    alone("documents", copy / "data")
    changed(copy / "content/about.md", "# ", "[gone](nowhere.md)\n\n# ")
    build = chm("build", "--as-of", "2026-03-10", "--site", old_site, root=copy)
    assert build.returncode == 1
    assert "content/about.md:4:8: error PROSE-001" in build.stderr
    assert untouched(old_site)


@pytest.mark.long
def test_a_killed_build_leaves_the_old_site(tmp_path: Path, old_site: Path) -> None:
    """At whatever moment; the next build clears up and works."""
    alone("documents", tmp_path / "data")
    build = ("build", "--data", tmp_path / "data", "--site", old_site)
    new = old_site.with_name(".site.new")
    for seconds in (0, 0.3):
        with subprocess.Popen(command(*build), cwd=ROOT, env=surroundings()) as running:
            while not new.exists() and running.poll() is None:
                time.sleep(0.01)
            time.sleep(seconds)
            running.send_signal(signal.SIGKILL)
        assert files(old_site) == {ADDRESSES: b"/\n", "index.html": b"old"}
        assert beside(old_site) == [".site.new"]
    assert chm(*build).returncode == 0
    assert (old_site / "documents/index.html").exists()
    assert beside(old_site) == []


@pytest.mark.long
def test_a_second_build_at_the_same_time_is_refused(old_site: Path) -> None:
    """In one line."""
    with rebuilt(old_site, ADDRESSES) as folder:
        build = chm("build", *LIVING, "--site", old_site)
        (folder / ADDRESSES).write_text("the first")
    assert (build.returncode, build.stderr) == (2, f"chm: another build of {old_site} is under way: wait until it has ended\n")
    assert (old_site / ADDRESSES).read_text() == "the first"


# What a site must be


def test_a_draft_reaches_no_file(living_site: Path) -> None:
    """Neither its words nor its id, former id or organiser; not even packed ones."""
    for path in living_site.rglob("*"):
        assert "draft" not in path.name
        content = path.read_bytes() if path.is_file() else b""
        content = gzip.decompress(content) if content.startswith(b"\x1f\x8b") else content
        assert b"Draftmarker" not in content, path
        assert b"th-2026-09-draft" not in content, path


def test_a_withdrawn_record_says_so(living_site: Path) -> None:
    """Its page stays, tells when and why, and leads on; no search engine may list it."""
    page = parsed(living_site / "trainings/my-2026-01-live-animals/index.html")
    assert "This record was withdrawn." in page.find_class("ch-notice")[-1].text_content()
    assert page.xpath("//meta[@name='robots']/@content") == ["noindex"]
    assert "/trainings/my-2026-01-live-animals/" not in (living_site / "sitemap.xml").read_text("utf-8")


@pytest.mark.parametrize(
    ("former", "now"),
    [("trainings/ph-2026-02-ship-search", "ph-2026-02-vessel-search"), ("networks/net-examples", "net-network-of-examples")],
)
def test_a_former_address_leads_to_the_new_one(living_site: Path, former: str, now: str) -> None:
    """Without a script."""
    page = parsed(living_site / former / "index.html")
    assert page.xpath("//meta[@http-equiv='refresh']/@content") == [f"0; url=../{now}/"]
    assert page.xpath("//a/@href") == [f"../{now}/"]


@pytest.mark.long
def test_the_same_records_give_the_same_bytes(tmp_path: Path, living_site: Path) -> None:
    """Whatever the machine: another folder, day, order of files, time zone, language and seed of hashes."""
    data, site = tmp_path / "elsewhere", tmp_path / "site"
    shutil.copytree(ROOT / "tests/living", data)
    around = surroundings(PYTHONHASHSEED="4711", TZ="Pacific/Kiritimati", LC_ALL="C", LANG="tr_TR.UTF-8")
    ran = subprocess.run(
        [sys.executable, "-P", "-m", "tests.support.elsewhere", "build", "--data", data, "--as-of", "2026-03-10", "--site", site],
        cwd=ROOT, env=around, capture_output=True, encoding="utf-8", timeout=LONGEST, check=False,
    )  # fmt: skip
    assert ran.returncode == 0, ran.stderr
    assert ran.stdout.startswith("today is 2031-02-0")
    first, second = files(living_site), files(site)
    assert first.keys() == second.keys()
    assert [name for name in first if first[name] != second[name]] == []


DEEP = "https://example.org/some/where/else/"
NAMED = "[one](record:trainings/th-2026-02-forensics) [plan](record:plans/poa-2016-2020) [act](record:activities/poa-2016-2020/4.1.2)"
NOT_NAMED = "[gone](record:trainings/nowhere) [draft](record:trainings/th-2026-09-draft) [later](record:updates/2026-04-01-from-the-future)"


@pytest.fixture(scope="module")
def other_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site at another address, whose prose names records."""
    folder = tmp_path_factory.mktemp("other")
    root = copied(folder / "copy")
    shutil.copytree(ROOT / "tests/living", root / "data")
    changed(root / "mkdocs.yml", f"site_url: {SITE_URL}", f"site_url: {DEEP}")
    changed(root / "content/about.md", "## ", f"{NAMED} {NOT_NAMED}\n\n## ")
    build = chm("build", "--as-of", "2026-03-10", "--site", folder / "site", root=root)
    assert build.returncode == 0, build.stderr
    return folder / "site"


@pytest.mark.long
def test_a_site_may_lie_anywhere_on_its_host(other_site: Path) -> None:
    """At the root or deep below, since links are relative but for those of 404.html, which stands in for any address."""
    page = (other_site / "trainings/th-2026-02-forensics/index.html").read_text("utf-8")
    assert f'<link rel="canonical" href="{DEEP}trainings/th-2026-02-forensics/">' in page
    assert SITE_URL not in page
    assert 'href="/some/where/else/assets/look.css"' in (other_site / "404.html").read_text("utf-8")


@pytest.mark.long
def test_prose_names_records(other_site: Path) -> None:
    """`record:` becomes a link where these data hold the record, and text where they do not, also for what is not shown yet."""
    page = parsed(other_site / "about/index.html")
    links = {str(link.text): link.get("href") for link in page.iter("a")}
    assert links["one"] == "../trainings/th-2026-02-forensics/"
    assert links["plan"] == "../plans/poa-2016-2020/"
    assert links["act"] == "../plans/poa-2016-2020/4.1.2/"
    assert {"gone", "draft", "later"}.isdisjoint(links)
    assert "gone draft later" in page.text_content()
