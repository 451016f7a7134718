"""form-to-pull-request.yml: a filled form becomes a checked pull request, or an answer."""

from typing import Any

import pytest

from tests.support.github.filled import TRAINING, filled
from tests.support.github.runner import Forge, Job
from tests.support.reading.changing import git

pytestmark = pytest.mark.long

ISSUE, BRANCH = 42, "form/issue-42"
RECORD = "trainings/th-2026-03-crime-scene-work-park-rangers"
MARKER = "<!-- chm: what became of this form -->"


def jobs_of_issue(forge: Forge, body: str, action: str = "opened", **other: Any) -> dict[str, Job]:
    """What the workflow does with an issue of that text."""
    state = forge.state
    state["issues"][str(ISSUE)] = {}
    forge.write(state)
    issue = {
        "number": ISSUE,
        "title": "$(touch stolen) `touch stolen`",
        "body": body,
        "user": {"login": "focal-point"},
        "state": "open",
        **other,
    }
    return forge.run("form-to-pull-request.yml", "issues", {"action": action, "issue": issue})


def answers(forge: Forge) -> list[str]:
    """The comments on the issue."""
    return [comment["body"] for comment in forge.state["comments"].get(str(ISSUE), [])]


def branches(forge: Forge) -> list[str]:
    """Those of the remote repository."""
    return git(forge.remote, "for-each-ref", "--format=%(refname:short)", "refs/heads").splitlines()


def test_a_filled_form_becomes_a_checked_pull_request(forge: Forge) -> None:
    """One file on a branch of its own, a status on its commit, the summary as text, and an answer that names it."""
    done = jobs_of_issue(forge, filled("training", TRAINING))
    assert [job.outcome for job in done.values()] == ["success", "success", "skipped", "success"], "".join(
        job.output for job in done.values()
    )
    assert [command.split()[0] for command in forge.commands] == ["form", "check", "build"]
    assert branches(forge) == [BRANCH, "main"]
    assert git(forge.remote, "diff", "--name-status", "main", BRANCH) == f"A\tdata/{RECORD}.yml"
    assert "title: Crime scene work for park rangers" in git(forge.remote, "show", f"{BRANCH}:data/{RECORD}.yml")
    (pull,) = forge.state["pulls"].values()
    assert (pull["title"], pull["head"]["ref"], pull["base"]["ref"]) == (f"Propose {RECORD}, from issue #{ISSUE}", BRANCH, "main")
    assert "**1 added.** No errors" in pull["body"]
    assert f"Closes #{ISSUE}" in pull["body"]
    (status,) = forge.state["statuses"]
    assert (status["sha"], status["state"], status["context"]) == (git(forge.remote, "rev-parse", BRANCH), "success", "records")
    (answer,) = answers(forge)
    assert answer.startswith(f"{MARKER}\nThank you. This became `{RECORD}`")
    assert answer.endswith(f"\nIt is #{pull['number']}.\n")
    assert not list(forge.folder.rglob("stolen"))


def test_an_edited_form_renews_its_pull_request(forge: Forge) -> None:
    """The same one, with the record as it is now; and the same answer."""
    forge.build_nothing()
    jobs_of_issue(forge, filled("training", TRAINING))
    jobs_of_issue(forge, filled("training", {**TRAINING, "Place": "Kui Buri"}), "edited")
    assert len(forge.state["pulls"]) == 1
    assert branches(forge) == [BRANCH, "main"]
    assert git(forge.remote, "rev-list", "--count", f"main..{BRANCH}") == "1"
    assert "place: Kui Buri" in git(forge.remote, "show", f"{BRANCH}:data/{RECORD}.yml")
    assert len(answers(forge)) == 1
    assert len(forge.state["statuses"]) == 2


@pytest.mark.parametrize("who", ["author", "committer"])
def test_the_commits_of_others_are_never_overwritten(forge: Forge, who: str) -> None:
    """A maintainer mended the record on the branch, or took somebody's suggestion; then its sender edits the form."""
    forge.build_nothing()
    jobs_of_issue(forge, filled("training", TRAINING))
    git(forge.source, "fetch", "--quiet", "origin", BRANCH)
    git(forge.source, "switch", "--quiet", "--detach", "FETCH_HEAD")
    (forge.source / f"data/{RECORD}.yml").write_text("mended: by hand\n")
    bot = "github-actions[bot]", "41898282+github-actions[bot]@users.noreply.github.com"
    mine = "Maintainer", "maintainer@office.example"
    author, committer = (mine, bot) if who == "author" else (bot, mine)
    git(
        forge.source, "-c", f"user.name={committer[0]}", "-c", f"user.email={committer[1]}",
        "commit", "--quiet", "--all", "--message=mended", f"--author={author[0]} <{author[1]}>",
    )  # fmt: skip
    forge.push(f"HEAD:refs/heads/{BRANCH}")
    before, statuses = git(forge.remote, "rev-parse", BRANCH), forge.state["statuses"]
    jobs = jobs_of_issue(forge, filled("training", {**TRAINING, "Place": "Kui Buri"}), "edited")
    assert [job.outcome for job in jobs.values()] == ["success", "success", "skipped", "success"], jobs["propose"].output
    assert git(forge.remote, "rev-parse", BRANCH) == before
    assert forge.state["statuses"] == statuses
    (answer,) = answers(forge)
    assert "nothing there was overwritten" in answer
    assert answer.endswith(f"\nIt is #{next(iter(forge.state['pulls']))}.\n")


@pytest.mark.parametrize("is_there", [True, False], ids=["renewed", "new"])
def test_a_commit_that_comes_between_the_look_and_the_push_is_never_overwritten(forge: Forge, is_there: bool) -> None:
    """Nor is the pull request called checked; the sender is told that somebody looks into it."""
    forge.build_nothing()
    if is_there:
        jobs_of_issue(forge, filled("training", TRAINING))
    git(forge.source, "fetch", "--quiet", "origin", BRANCH if is_there else "main")
    git(forge.source, "switch", "--quiet", "--detach", "FETCH_HEAD")
    git(forge.source, "commit", "--quiet", "--allow-empty", "--message=mended")
    others, statuses = git(forge.source, "rev-parse", "HEAD"), forge.state["statuses"]
    forge.overtake(f"{others}:refs/heads/{BRANCH}")
    jobs = jobs_of_issue(forge, filled("training", {**TRAINING, "Place": "Kui Buri"}), "edited")
    assert [job.outcome for job in jobs.values()] == ["success", "failure", "skipped", "success"]
    assert f"{BRANCH} (stale info)" in jobs["propose"].output
    assert git(forge.remote, "rev-parse", BRANCH) == others
    assert forge.state["statuses"] == statuses
    assert "it could not be proposed; [a maintainer has to look why]" in answers(forge)[0]


def test_a_blank_form_is_answered_with_its_problems(forge: Forge) -> None:
    """And nothing else happens."""
    done = jobs_of_issue(forge, filled("training", {}))
    assert [job.outcome for job in done.values()] == ["success", "skipped", "success", "success"]
    (answer,) = answers(forge)
    assert "This cannot become a record yet" in answer
    assert "- **Title** must be answered" in answer
    assert branches(forge) == ["main"]
    assert forge.state["pulls"] == {}
    assert [command.split()[0] for command in forge.commands] == ["form"]


def test_what_was_proposed_is_barred_when_the_form_is_changed_for_the_worse(forge: Forge) -> None:
    """Else somebody would merge what its sender took back."""
    forge.build_nothing()
    jobs_of_issue(forge, filled("training", TRAINING))
    for body in (filled("training", {**TRAINING, "Title": ""}), "Please forget it."):
        done = jobs_of_issue(forge, body, "edited")
        assert [job.outcome for job in done.values()][:3] == ["success", "skipped", "success"]
    proposed, *barred = forge.state["statuses"]
    assert {(status["sha"], status["state"]) for status in barred} == {(proposed["sha"], "failure")}
    assert (proposed["state"], len(barred)) == ("success", 2)


def test_an_issue_that_was_closed_is_not_read_again(forge: Forge) -> None:
    """Its record is there; it would be proposed under another name."""
    done = jobs_of_issue(forge, filled("training", TRAINING), "edited", state="closed")
    assert [job.outcome for job in done.values()] == ["skipped"] * 4
    assert answers(forge) == []


def test_spam_is_answered_as_text(forge: Forge) -> None:
    """It makes no record and calls nobody."""
    jobs_of_issue(forge, filled("training", {**TRAINING, "First day": "@all buy https://evil.example `$(touch stolen)`"}))
    (answer,) = answers(forge)
    assert "says `` @all buy https://evil.example `$(touch stolen)` ``" in answer
    assert forge.state["pulls"] == {}
    assert not list(forge.folder.rglob("stolen"))


def test_an_issue_without_a_form_is_left_to_people(forge: Forge) -> None:
    """No answer, no artifact, no other job."""
    done = jobs_of_issue(forge, "It is broken.")
    assert [job.outcome for job in done.values()] == ["success", "skipped", "success", "skipped"]
    assert answers(forge) == []
    assert forge.state["artifacts"] == {}


def test_what_could_not_be_proposed_is_answered_too(forge: Forge) -> None:
    """A repository may forbid its workflows to open pull requests; the sender is not to blame."""
    forge.build_nothing()
    state = forge.state
    state["refuses"] = True
    forge.write(state)
    done = jobs_of_issue(forge, filled("training", TRAINING))
    assert [job.outcome for job in done.values()] == ["success", "failure", "skipped", "success"]
    (answer,) = answers(forge)
    assert "it could not be proposed; [a maintainer has to look why](https://github.com/" in answer
    assert forge.state["statuses"] == []


def test_a_record_that_breaks_the_build_is_not_proposed(forge: Forge) -> None:
    """The check may pass, and the site still not build."""
    git(forge.source, "switch", "--quiet", "main")
    (forge.source / "overrides/records/pages/record.html").write_text("{{ nothing.at.all }}")
    git(forge.source, "commit", "--quiet", "--all", "--message=broken")
    (forge.remote / "hooks" / "pre-receive").unlink()
    git(forge.source, "push", "--quiet", "origin", "main")
    done = jobs_of_issue(forge, filled("training", TRAINING))
    assert [job.outcome for job in done.values()] == ["failure", "skipped", "success", "success"]
    assert "it could not be proposed" in answers(forge)[0]
    assert branches(forge) == ["main"]
