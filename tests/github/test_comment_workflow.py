"""comment.yml: one comment on the right pull request, and nothing else, whatever the artifact holds."""

from pathlib import Path
from typing import Any

import pytest

from tests.support.examples import yaml
from tests.support.github.runner import NAME, OWNER, Forge
from tests.support.publications.markdown_reader import Rendered

pytestmark = pytest.mark.long

MARKER = "<!-- chm: what this change does -->"
FENCE = "~" * 10
TOP = f"{MARKER}\n*The code of this pull request wrote this text. No maintainer did.*\n\n{FENCE}markdown\n"
"""How a comment begins: whose text it is, and that it is no more than text."""
RECORD: dict[str, str | None] = {
    "data/trainings/vn-2026-05-court.yml": yaml("trainings", "host: VN", title="Cases in court", starts="2026-05-04")
}
RUN = 4711
URL = f"https://github.com/{OWNER}/{NAME}/actions/runs/{RUN}"


@pytest.fixture
def forge(tmp_path: Path) -> Forge:
    """A repository with one record, since this workflow looks at none of its files."""
    (tmp_path / "data/trainings").mkdir(parents=True)
    (tmp_path / "data/trainings/th-2026-03-one.yml").write_text(yaml("trainings"))
    return Forge(tmp_path / "forge", tmp_path / "data", copied=())


class Checked:
    """A pull request whose check has run, and the artifact that it left."""

    def __init__(self, forge: Forge, summary: str | bytes = "What it does.\n", number: str = "1\n") -> None:
        self.forge = forge
        self.head = forge.propose("vn-court", RECORD)["pull_request"]["head"]["sha"]
        self.folder = forge.folder / "artifacts" / str(RUN) / "summary"
        self.folder.mkdir(parents=True)
        (self.folder / "summary.md").write_bytes(summary.encode() if isinstance(summary, str) else summary)
        (self.folder / "number").write_text(number)
        state = forge.state
        state["artifacts"][str(RUN)] = ["summary", "preview"]
        forge.write(state)

    def comment(self, **other: Any) -> Any:
        """Runs the workflow after that check; returns its job."""
        run = {
            "id": RUN, "event": "pull_request", "head_sha": self.head, "html_url": URL, "pull_requests": [],
            "head_repository": {"owner": {"login": OWNER}}, "head_branch": "vn-court", **other,
        }  # fmt: skip
        return self.forge.run("comment.yml", "workflow_run", {"action": "completed", "workflow_run": run})["comment"]

    @property
    def comments(self) -> list[str]:
        """The bodies of all comments, wherever they stand."""
        return [comment["body"] for several in self.forge.state["comments"].values() for comment in several]


def test_the_summary_becomes_a_comment(forge: Forge) -> None:
    """With a link to the built site; nothing was checked out."""
    checked = Checked(forge, "## What this change does\n\n`ភាសា`\n")
    done = checked.comment()
    assert done.outcome == "success", done.output
    links = f"[The site as it would be]({URL}/artifacts/501), to unpack and open · [all checks]({URL})"
    assert checked.comments == [f"{TOP}## What this change does\n\n`ភាសា`\n\n{FENCE}\n\n{links}\n"]
    assert not any((forge.folder / f"run-{forge.runs}-comment/work").iterdir())


def test_there_is_one_comment_however_often_it_is_checked(forge: Forge) -> None:
    """The workflow's own is renewed; others that begin alike stay."""
    checked = Checked(forge)
    state = forge.state
    state["comments"]["1"] = [{"id": 7, "user": {"login": "somebody"}, "body": f"{MARKER}\nmine"}]
    forge.write(state)
    checked.comment()
    (checked.folder / "summary.md").write_text("Something else.\n")
    checked.comment()
    assert len(checked.comments) == 2
    assert checked.comments[0] == f"{MARKER}\nmine"
    assert checked.comments[1].startswith(f"{TOP}Something else.\n")


def test_a_check_without_a_preview_has_no_link_to_one(forge: Forge) -> None:
    """A record that cannot be read makes no site."""
    checked = Checked(forge)
    state = forge.state
    state["artifacts"][str(RUN)] = ["summary"]
    forge.write(state)
    checked.comment()
    assert checked.comments[0].endswith(f"{FENCE}\n\n[all checks]({URL})\n")


@pytest.mark.parametrize(
    ("number", "message"),
    [
        ("2\n", "the head of pull request 2 is not the commit that was checked"),
        ("0\n", "names no pull request"),
        ("1 2\n", "names no pull request"),
        ("1; touch stolen\n", "names no pull request"),
        ("../../issues/1\n", "names no pull request"),
        ("", "names no pull request"),
        ("1" * 500, "names no pull request"),
    ],
)
def test_a_number_is_believed_only_with_the_commit_that_was_checked(forge: Forge, number: str, message: str) -> None:
    """A pull request from a fork may name any."""
    checked = Checked(forge, number=number)
    forge.propose("another", {"data/trainings/vn-2026-06-x.yml": "x: y\n"})
    done = checked.comment()
    assert message in done.output
    assert checked.comments == []


def test_a_commit_that_was_followed_by_another_is_not_told(forge: Forge) -> None:
    """Its summary would be of yesterday."""
    checked = Checked(forge)
    checked.comment(head_sha="0" * 40)
    assert checked.comments == []


@pytest.mark.parametrize("name", ["number", "summary.md"])
def test_a_link_in_the_artifact_is_not_followed(forge: Forge, name: str, tmp_path: Path) -> None:
    """It could lead to the runner's own secrets."""
    (tmp_path / "secret").write_text("1\n")
    checked = Checked(forge)
    (checked.folder / name).unlink()
    (checked.folder / name).symlink_to(tmp_path / "secret")
    assert f"the artifact has no plain {name}" in checked.comment().output
    assert checked.comments == []


def test_a_stranger_calls_nobody_and_hides_nothing(forge: Forge) -> None:
    """The summary of a fork is the fork's own text."""
    checked = Checked(forge, f"@everybody\n{MARKER}\n<!-- hidden -->\n")
    checked.comment()
    assert checked.comments[0].count("<!--") == 1
    assert "@everybody" not in checked.comments[0]
    assert "@\u200beverybody" in checked.comments[0]


HOSTILE = [
    b"\xff\xfe\x00 text", "ភ".encode() * 40_000, b"x" * 200_000, b"", b"@" * 60_000, b"<!--" * 40_000, b"~\n" * 60_000,
    f"{FENCE}\n# Approved by maintainers\n[merge](https://evil.example) @all\n".encode(),
    f"   {FENCE}~~\r# Approved\r   {FENCE}   \r\n# Approved\n\t{FENCE}\n".encode(), b"```\n# Approved\n",
]  # fmt: skip


@pytest.mark.parametrize("summary", HOSTILE, ids=range(len(HOSTILE)))
def test_a_strange_summary_becomes_text_that_fits(forge: Forge, summary: bytes) -> None:
    """In UTF-8, without what is none, and no longer than GitHub takes."""
    checked = Checked(forge, summary)
    done = checked.comment()
    assert done.outcome == "success", done.output
    assert len(checked.comments[0]) < 65_536
    assert "\0" not in checked.comments[0]
    assert checked.comments[0].startswith(TOP)
    page = Rendered(checked.comments[0])
    assert "Approved" not in page.outside
    assert "evil.example" not in page.outside
    assert "h1" not in page.elements


def test_what_cannot_be_told_marks_the_former_comment_as_outdated(forge: Forge) -> None:
    """Else it would go on to praise what is no longer there; a stranger's comment and another's stay."""
    checked = Checked(forge)
    checked.comment()
    (checked.folder / "number").write_text("nonsense")
    assert checked.comment(head_sha="0" * 40).outcome == "success"
    assert checked.comments[0].startswith(TOP)
    assert checked.comment().outcome == "success"
    (comment,) = checked.comments
    assert comment.startswith(f"{MARKER}\nWhat stood here was of an earlier state")
    assert comment.endswith(f"left no summary: [all checks]({URL})\n")


def test_a_check_that_left_nothing_is_no_failure(forge: Forge) -> None:
    """There is nothing to post."""
    checked = Checked(forge)
    (checked.folder / "summary.md").unlink()
    assert checked.comment().outcome == "success"
    for path in checked.folder.iterdir():
        path.unlink()
    checked.folder.rmdir()
    assert checked.comment().outcome == "success"
    assert checked.comments == []


def test_other_events_are_none_of_it(forge: Forge) -> None:
    """A check that somebody started by hand, on a branch."""
    assert Checked(forge).comment(event="workflow_dispatch").outcome == "skipped"
