"""deploy.yml: what is on the main branch is published, whole, tested and with all its addresses, or not at all."""

import hashlib
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from tests.support.github.runner import Forge, Job
from tests.support.reading.changing import git
from tests.support.serving import served

pytestmark = pytest.mark.long

JOBS = ("tests", "build", "attest", "publish", "release")
LONG_AGO = date(2026, 2, 1)
DELETED = "data/updates/2026-01-12-first-records.yml"


@pytest.fixture
def hosted(forge: Forge) -> Iterator[Forge]:
    """A forge whose pages somebody serves; nothing is published yet."""
    forge.published.mkdir()
    (forge.published / "404.html").write_text("<p>GitHub's own</p>")
    with served(forge.published) as url:
        forge.address = url.removesuffix("/")
        yield forge


def links_of_offers(published: Path) -> set[str]:
    """The files that the published page of offline copies leads to."""
    page = (published / "offline/index.html").read_text("utf-8")
    return set(re.findall(r'href="([^"]+)"', page.partition("<!--editions-->")[2].partition("<!--/editions-->")[0]))


def as_if_long_ago(forge: Forge, tag: str) -> None:
    """Makes a release one of another month."""
    forge_state = forge.state
    forge_state["releases"] = {f"offline-{LONG_AGO:%Y-%m}": forge_state["releases"].pop(tag)}
    forge.write(forge_state)
    folder = (forge.releases / tag).rename(forge.releases / f"offline-{LONG_AGO:%Y-%m}")
    (folder / f"clearing-house-{date.today()}.zip").rename(folder / f"clearing-house-{LONG_AGO}.zip")


def outcomes(jobs: dict[str, Job]) -> list[str]:
    """What became of each job, in order."""
    assert tuple(jobs) == JOBS
    return [job.outcome for job in jobs.values()]


def state(folder: Path) -> dict[str, str]:
    """The sums of all published files."""
    files = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
    return {name: hashlib.sha256(path.read_bytes()).hexdigest() for name, path in files.items()}


def test_the_main_branch_is_published_with_its_sums_and_its_own_address(hosted: Forge) -> None:
    """Then a deleted record would cost an address, so all stays as it was until somebody means it."""
    first = hosted.run("deploy.yml", "push", {})
    assert outcomes(first) == ["success"] * 5, first["build"].output
    assert "nothing is published" in first["build"].output
    sums = (hosted.folder / "artifacts" / str(hosted.runs) / "sums/site.sha256").read_text("utf-8")
    assert state(hosted.published) == {line[66:]: line[:64] for line in sums.splitlines()}
    page = (hosted.published / "index.html").read_text("utf-8")
    assert f'<link rel="canonical" href="{hosted.address}/">' in page
    assert "https://github.com/awg-cites-we/clearing-house" in (hosted.published / "contribute/index.html").read_text("utf-8")
    assert [command.split()[0] for command in hosted.commands] == ["test", "build", "lost", "export", "sbom"]

    assert links_of_offers(hosted.published) == {
        name for name in state(hosted.published / "offline") if name not in ("index.html", "copy.json") and not name.startswith("keep/")
    }
    (tag, release), *others = hosted.state["releases"].items()
    assert (tag, release["isDraft"], others) == (f"offline-{date.today():%Y-%m}", False, [])
    assert set(state(hosted.releases / tag)) == links_of_offers(hosted.published) | {"site.sha256", "sbom.cdx.json"}

    before = state(hosted.published)
    as_if_long_ago(hosted, tag)
    hosted.change(DELETED, None)
    second = hosted.run("deploy.yml", "push", {})
    assert outcomes(second) == ["success", "failure", "skipped", "skipped", "skipped"]
    assert "/updates/2026-01-12-first-records/\n" in second["build"].output
    assert state(hosted.published) == before

    deletion = hosted.run("deploy.yml", "workflow_dispatch", {}, inputs={"lose": True})
    assert outcomes(deletion) == ["success"] * 5, deletion["build"].output
    assert not (hosted.published / "updates/2026-01-12-first-records").exists()
    assert f"clearing-house-{date.today()}-since-{LONG_AGO}.zip" in links_of_offers(hosted.published)
    assert list(hosted.state["releases"]) == [f"offline-{LONG_AGO:%Y-%m}", tag]


def test_a_month_has_one_release_of_the_commit_that_was_published(hosted: Forge) -> None:
    """A second run leaves it as it is; one that broke off leaves a draft, which the next run replaces."""
    hosted.build_nothing()
    assert outcomes(hosted.run("deploy.yml", "schedule", {})) == ["success"] * 5
    (first,) = hosted.state["releases"].values()
    assert first["target"] == git(hosted.remote, "rev-parse", "main")
    hosted.change(DELETED, None)
    assert "offline-2026-03 has its editions" in hosted.run("deploy.yml", "schedule", {})["release"].output
    assert hosted.state["releases"] == {"offline-2026-03": first}

    broken_off = hosted.state
    broken_off["releases"]["offline-2026-03"]["isDraft"] = True
    hosted.write(broken_off)
    (hosted.releases / "offline-2026-03" / "README.txt").unlink()
    assert outcomes(hosted.run("deploy.yml", "schedule", {})) == ["success"] * 5
    (second,) = hosted.state["releases"].values()
    assert second == {**first, "target": git(hosted.remote, "rev-parse", "main")}
    assert "README.txt" in state(hosted.releases / "offline-2026-03")


def test_an_older_edition_that_cannot_be_fetched_costs_its_update_and_no_more(hosted: Forge) -> None:
    """A site must not stand still for a release that somebody emptied."""
    hosted.build_nothing()
    emptied = hosted.state
    emptied["releases"]["offline-2025-10"] = {"isDraft": False}
    hosted.write(emptied)
    (hosted.releases / "offline-2025-10").mkdir(parents=True)
    jobs = hosted.run("deploy.yml", "schedule", {})
    assert outcomes(jobs) == ["success"] * 5
    assert "::warning::no update from offline-2025-10 is offered" in jobs["build"].output


def test_nothing_is_published_when_a_test_fails(hosted: Forge) -> None:
    """Nor signed."""
    hosted.fail_tests()
    hosted.build_nothing()
    assert outcomes(hosted.run("deploy.yml", "push", {})) == ["failure", "success", "skipped", "skipped", "skipped"]
    assert [path.name for path in hosted.published.iterdir()] == ["404.html"]


def test_a_broken_record_publishes_nothing(hosted: Forge) -> None:
    """Its problems are told in the run."""
    hosted.change("data/documents/broken.yml", "title: [\n")
    jobs = hosted.run("deploy.yml", "push", {})
    assert outcomes(jobs) == ["success", "failure", "skipped", "skipped", "skipped"]
    assert "data/documents/broken.yml:" in jobs["build"].output
    assert [path.name for path in hosted.published.iterdir()] == ["404.html"]


def test_every_night_all_tests_run(forge: Forge) -> None:
    """With the programs that some of them need; it may read and nothing else."""
    jobs = forge.run("nightly.yml", "schedule", {})
    assert jobs["all"].outcome == "success", jobs["all"].output
    programs = "dovecot-imapd nginx-light kiwix-tools libreoffice-calc libreoffice-writer r-base-core sqlite3"
    install = f"sudo apt-get install --yes --no-install-recommends {programs}"
    assert forge.commands == ["sudo apt-get update", install, "test --all"]


def test_every_week_the_tests_run_with_the_other_engine(forge: Forge) -> None:
    """So that nobody finds out too late that it builds another site; and the quality is measured, with pictures to look at."""
    jobs = forge.run("weekly.yml", "schedule", {})
    assert all(job.outcome == "success" for job in jobs.values()), [job.output for job in jobs.values()]
    first, *rest = forge.commands
    assert first == "test --engine properdocs"
    assert rest[:2] == ["sudo apt-get update", "sudo apt-get install --yes --no-install-recommends nginx-light"]
    assert [command.split()[0] for command in rest[2:]] == ["build", "shots", "quality"]
