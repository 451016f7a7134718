"""inbox.yml: what offices sent by mail becomes one pull request with proposals, which is renewed until it is merged."""

import mailbox
from pathlib import Path

import pytest

from tests.commands.receiving.test_inbox import asked, mail, reference
from tests.support.github.runner import Forge
from tests.support.reading.changing import git

pytestmark = pytest.mark.long


@pytest.fixture
def house(tmp_path: Path) -> Forge:
    """A forge without records."""
    (tmp_path / "data/trainings").mkdir(parents=True)
    (tmp_path / "data/trainings/.keep").touch()
    forge = Forge(tmp_path / "forge", tmp_path / "data")
    forge.build_nothing()
    return forge


def test_nothing_is_done_where_no_mailbox_is_named(house: Forge) -> None:
    """No branch, no pull request, no error."""
    assert [job.outcome for job in house.run("inbox.yml", "schedule", {}).values()] == ["skipped", "skipped"]


def test_what_was_sent_becomes_one_pull_request_that_is_renewed(house: Forge, tmp_path: Path) -> None:
    """What waits there already stays, a mail is read once, and no address gets there."""
    box = mailbox.mbox(tmp_path / "box")
    house.variables["CHM_INBOX"] = str(tmp_path / "box")
    for number in (1, 2):
        box.add(mail(number, asked(number)))
        box.flush()
        jobs = house.run("inbox.yml", "schedule", {})
        assert [job.outcome for job in jobs.values()] == ["success", "success"], jobs["read"].output + jobs["propose"].output
    [pull] = house.state["pulls"].values()
    assert reference(2) in pull["body"]
    changed = git(house.remote, "diff", "--name-only", "main", "inbox").splitlines()
    assert [path for path in changed if path.endswith("sheet.json")] == [f"proposals/{reference(number)}/sheet.json" for number in (1, 2)]
    assert [path for path in changed if path.endswith("message.txt")] == [f"proposals/{reference(number)}/message.txt" for number in (1, 2)]
    assert "forestry.example.org" not in git(house.remote, "diff", "main", "inbox") + pull["body"]
    before = git(house.remote, "rev-parse", "inbox^{tree}")
    house.run("inbox.yml", "schedule", {})
    assert git(house.remote, "rev-parse", "inbox^{tree}") == before
    box.close()
