"""deploy.yml: what is on the main branch is published, whole, tested and with all its addresses, or not at all."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.github.runner import Forge, Job
from tests.serving import served

JOBS = ("tests", "build", "attest", "publish")
DELETED = "data/updates/2026-01-12-first-records.yml"


@pytest.fixture
def hosted(forge: Forge) -> Iterator[Forge]:
    """A forge whose pages somebody serves; nothing is published yet."""
    forge.published.mkdir()
    (forge.published / "404.html").write_text("<p>GitHub's own</p>")
    with served(forge.published) as url:
        forge.address = url.removesuffix("/")
        yield forge


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
    assert outcomes(first) == ["success"] * 4, first["build"].told
    assert "nothing is published" in first["build"].told
    sums = (hosted.folder / "artifacts" / str(hosted.runs) / "sums/site.sha256").read_text("utf-8")
    assert state(hosted.published) == {line[66:]: line[:64] for line in sums.splitlines()}
    page = (hosted.published / "index.html").read_text("utf-8")
    assert f'<link rel="canonical" href="{hosted.address}/">' in page
    assert "https://github.com/awg-cites-we/clearing-house" in (hosted.published / "contribute/index.html").read_text("utf-8")
    assert hosted.commands == ["test", *(command for command in hosted.commands if command.startswith(("build", "lost")))]

    before = state(hosted.published)
    hosted.change(DELETED, None)
    second = hosted.run("deploy.yml", "push", {})
    assert outcomes(second) == ["success", "failure", "skipped", "skipped"]
    assert "/updates/2026-01-12-first-records/\n" in second["build"].told
    assert state(hosted.published) == before

    meant = hosted.run("deploy.yml", "workflow_dispatch", {}, inputs={"lose": True})
    assert outcomes(meant) == ["success"] * 4, meant["build"].told
    assert not (hosted.published / "updates/2026-01-12-first-records").exists()


def test_nothing_is_published_when_a_test_fails(hosted: Forge) -> None:
    """Nor signed."""
    hosted.fail_tests()
    hosted.build_nothing()
    assert outcomes(hosted.run("deploy.yml", "push", {})) == ["failure", "success", "skipped", "skipped"]
    assert [path.name for path in hosted.published.iterdir()] == ["404.html"]


def test_a_broken_record_publishes_nothing(hosted: Forge) -> None:
    """Its problems are told in the run."""
    hosted.change("data/documents/broken.yml", "title: [\n")
    jobs = hosted.run("deploy.yml", "push", {})
    assert outcomes(jobs) == ["success", "failure", "skipped", "skipped"]
    assert "data/documents/broken.yml:" in jobs["build"].told
    assert [path.name for path in hosted.published.iterdir()] == ["404.html"]


def test_every_night_all_tests_run(forge: Forge) -> None:
    """With the nginx that one of them needs; it may read and nothing else."""
    jobs = forge.run("nightly.yml", "schedule", {})
    assert jobs["all"].outcome == "success", jobs["all"].told
    assert forge.commands == ["sudo apt-get update", "sudo apt-get install --yes --no-install-recommends nginx-light", "test --all"]
