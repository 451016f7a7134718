"""A revision: what git has of a data folder, however the repository lies and whatever its branches are called."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from clearinghouse.commands.shell import main
from clearinghouse.reading.files.folder import DataFile
from clearinghouse.reading.files.strict_yaml import LARGEST_FILE
from clearinghouse.world.copies import older_copy
from clearinghouse.world.disk.data_folder import data_files
from clearinghouse.world.failure import Failure
from clearinghouse.world.git.revision import revision
from tests.support.examples import yaml
from tests.support.reading.changing import git

RECORD = "trainings/th-2026-03-one.yml"


@pytest.fixture
def make_data(tmp_path: Path) -> Callable[..., Path]:
    """Makes a repository with a data folder inside, one record in it, all committed on main; returns the data folder."""

    def make(inside: str = "data", *options: str) -> Path:
        top = tmp_path / "repository"
        data = top / inside
        (data / "trainings").mkdir(parents=True)
        (data / RECORD).write_text(yaml("trainings"))
        git(top, "init", "--quiet", "--initial-branch=main", *options)
        git(top, "add", "--all")
        git(top, "commit", "--quiet", "--message=before")
        return data

    return make


def before(data: Path, named: str = "main") -> dict[str, DataFile]:
    """The files of a data folder at a revision, by path."""
    return {file.path: file for file in revision(data, named).files(list(data_files(data)))}


@pytest.mark.parametrize("inside", ["data", "a/b c/ភាសា", "."])
@pytest.mark.parametrize("options", [[], ["--object-format=sha256"]])
def test_files_are_as_they_were(make_data: Callable[..., Path], inside: str, options: list[str]) -> None:
    """Wherever in the repository the data folder lies, and however its objects are named."""
    data = make_data(inside, *options)
    (data / RECORD).write_text(yaml("trainings", title="Another"))
    (data / "trainings/new.yml").write_text("new: record\n")
    files = before(data)
    assert set(files) == {RECORD}
    assert files[RECORD].content == yaml("trainings").encode()
    assert files[RECORD].name.endswith(RECORD)


def test_what_has_not_changed_is_the_very_object_of_now(make_data: Callable[..., Path]) -> None:
    """So that nobody reads it twice."""
    data = make_data()
    now = list(data_files(data))
    assert next(revision(data, "main").files(now)) is now[0]


def test_other_line_ends_are_no_change(make_data: Callable[..., Path]) -> None:
    """As a working copy on Windows may have them."""
    data = make_data()
    (data / RECORD).write_bytes(yaml("trainings").replace("\n", "\r\n").encode())
    now = list(data_files(data))
    assert next(revision(data, "main").files(now)) is now[0]


def test_what_is_gone_is_named_as_problems_name_it(make_data: Callable[..., Path], monkeypatch: pytest.MonkeyPatch) -> None:
    """Also where nothing is left in the folder."""
    data = make_data()
    monkeypatch.chdir(data.parent)
    (data / RECORD).unlink()
    files = {file.path: file for file in revision(Path("data"), "main").files(list(data_files(Path("data"))))}
    assert (files[RECORD].name, files[RECORD].content) == (f"data/{RECORD}", yaml("trainings").encode())


def test_links_and_large_files_of_the_past_are_no_danger(make_data: Callable[..., Path]) -> None:
    """A link is named as one, of a large file no more is kept than shows that it is too large."""
    data = make_data()
    (data / "trainings/link.yml").symlink_to("/etc/hostname")
    (data / "trainings/large.yml").write_bytes(b"x" * (LARGEST_FILE + 500))
    git(data, "add", "--all")
    git(data, "commit", "--quiet", "--message=more")
    (data / "trainings/link.yml").unlink()
    same = before(data)["trainings/large.yml"]
    (data / "trainings/large.yml").unlink()
    files = before(data)
    assert files["trainings/link.yml"].is_link
    assert not files["trainings/link.yml"].content
    assert len(files["trainings/large.yml"].content) == LARGEST_FILE + 1
    assert same.content == files["trainings/large.yml"].content


def test_a_data_folder_that_is_new_was_empty(make_data: Callable[..., Path]) -> None:
    """Everything in it is added."""
    data = make_data()
    other = data.with_name("other")
    shutil.copytree(data, other)
    assert before(other) == {}


@pytest.mark.parametrize(
    "branch",
    ["--help", "-x", "--output=stolen", "--since=yesterday", "a;touch stolen", "$(touch stolen)", "a b", "main:data", "..", "HEAD~999", ""],
)
def test_a_strange_name_is_only_looked_up(make_data: Callable[..., Path], branch: str) -> None:
    """It is no option, no command and no range: git knows no such revision."""
    data = make_data()
    with pytest.raises(Failure, match="git knows no revision"):
        revision(data, branch)
    assert not list(data.parent.rglob("stolen"))


def test_a_branch_may_be_called_strangely(make_data: Callable[..., Path]) -> None:
    """Git takes names which a shell would not."""
    data = make_data()
    git(data, "branch", "a;touch$IFS'stolen'&&(ភាសា)")
    assert set(before(data, "a;touch$IFS'stolen'&&(ភាសា)")) == {RECORD}


def test_the_state_is_that_where_the_two_last_met(make_data: Callable[..., Path]) -> None:
    """What the base did since then is none of the change's."""
    data = make_data()
    git(data, "branch", "mine")
    (data / "trainings/meanwhile.yml").write_text("no: matter\n")
    git(data, "add", "--all")
    git(data, "commit", "--quiet", "--message=meanwhile")
    git(data, "switch", "--quiet", "mine")
    assert set(before(data, "main")) == {RECORD}


def test_a_shallow_clone_is_told_what_to_fetch(make_data: Callable[..., Path], tmp_path: Path) -> None:
    """In a line; and the merge of a pull request with its parents, as the workflow fetches it, is enough."""
    data = make_data()
    git(data, "switch", "--quiet", "--create", "mine")
    (data / RECORD).write_text(yaml("trainings", summary="Another sentence."))
    git(data, "commit", "--quiet", "--all", "--message=mine")
    git(data, "switch", "--quiet", "main")
    (data / "trainings/meanwhile.yml").write_text(yaml("trainings", title="Another", starts="2026-09-02"))
    git(data, "add", "--all")
    git(data, "commit", "--quiet", "--message=meanwhile")
    git(data, "switch", "--quiet", "--detach")
    git(data, "merge", "--quiet", "--no-ff", "--message=merge", "mine")
    git(data, "branch", "merged")
    source = data.parent.as_uri()
    git(tmp_path, "clone", "--quiet", "--depth=2", "--branch=merged", source, "two")
    assert set(before(tmp_path / "two/data", "HEAD^1")) == {RECORD, "trainings/meanwhile.yml"}
    git(tmp_path, "clone", "--quiet", "--depth=1", "--branch=merged", source, "one")
    for named in ("HEAD^1", "main"):
        with pytest.raises(Failure, match="this clone is shallow; run `git fetch --unshallow`"):
            revision(tmp_path / "one/data", named)


def test_branches_that_never_met_are_told(make_data: Callable[..., Path]) -> None:
    """There is nothing to compare."""
    data = make_data()
    git(data.parent, "switch", "--quiet", "--orphan", "alone")
    git(data.parent, "commit", "--quiet", "--allow-empty", "--message=alone")
    data.mkdir(exist_ok=True)
    with pytest.raises(Failure, match="have no commit in common"):
        revision(data, "main")


def test_a_folder_outside_of_git_is_told(tmp_path: Path) -> None:
    """And so is a machine without git."""
    with pytest.raises(Failure, match="is in no git repository"):
        revision(tmp_path, "main")


def test_a_machine_without_git_is_told(make_data: Callable[..., Path], monkeypatch: pytest.MonkeyPatch) -> None:
    """What to do instead stands beside it."""
    data = make_data()
    monkeypatch.setenv("PATH", "")
    with pytest.raises(Failure, match="git is needed"):
        revision(data, "main")


def test_the_settings_of_a_hook_do_not_mislead(make_data: Callable[..., Path], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Git tells its hooks of another folder and index; the check looks at the folder that it was given."""
    data = make_data()
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "elsewhere"))
    monkeypatch.setenv("GIT_INDEX_FILE", str(tmp_path / "index"))
    assert set(before(data)) == {RECORD}


def test_nothing_is_written(make_data: Callable[..., Path]) -> None:
    """Not even git's own index."""
    data = make_data()
    (data / RECORD).touch()
    states = {path: path.stat().st_mtime_ns for path in sorted(data.parent.rglob("*"))}
    before(data)
    assert {path: path.stat().st_mtime_ns for path in sorted(data.parent.rglob("*"))} == states


@pytest.mark.parametrize("place", [".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS"])
def test_owners_are_those_of_the_base(make_data: Callable[..., Path], place: str) -> None:
    """A change cannot make itself the owner."""
    data = make_data()
    file = data.parent / place
    file.parent.mkdir(exist_ok=True)
    file.write_text("* @before\n")
    git(data.parent, "add", "--all")
    git(data, "commit", "--quiet", "--message=owners")
    file.write_text("* @after\n")
    assert revision(data, "main").owners() == "* @before\n"


def test_without_owners_there_are_none(make_data: Callable[..., Path]) -> None:
    """An empty text."""
    assert revision(make_data(), "main").owners() == ""


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (["--summary", "x.md"], "chm: --summary says what changed since a revision: name it with --base, e.g. --base main\n"),
        (["--base", "nowhere"], "chm: git knows no revision nowhere\n"),
        (["--base", "main", "--summary", "no/such/folder/x.md"], "chm: cannot write no/such/folder/x.md: No such file or directory\n"),
    ],
)
def test_a_call_that_cannot_be_answered_is_one_line(
    make_data: Callable[..., Path], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], arguments: list[str], line: str
) -> None:
    """With exit status 2."""
    monkeypatch.chdir(make_data().parent)
    assert main(["check", "--data", "data", *arguments]) == 2
    assert capsys.readouterr().err == line


def test_paths_narrow_what_is_told_of_a_change(
    make_data: Callable[..., Path], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A file that changed and is not asked for is left out; one that is asked for and did not change has nothing to tell."""
    data = make_data()
    monkeypatch.chdir(data.parent)
    (data / RECORD).write_text(yaml("trainings", published="2026-01-11"))
    (data / "trainings/la-2026-05-two.yml").write_text(yaml("trainings", title="Two", starts="2026-05-32"))
    assert main(["check", f"data/{RECORD}", "--base", "main"]) == 1
    output = capsys.readouterr().out
    assert "CHANGE-003" in output
    assert "DATE-002" not in output
    assert output.endswith("1 error, 0 warnings in 1 of 1 file\n")


def test_what_git_ignores_belongs_to_no_change(
    make_data: Callable[..., Path], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A run of the links that was stopped on this machine; a file that somebody forces into git does."""
    data = make_data()
    monkeypatch.chdir(data.parent)
    (data.parent / ".gitignore").write_text("*.run\n")
    (data / "_links.jsonl.run").write_text('{"link-run": "2026-01-10"}\n')
    assert main(["check", "--data", "data", "--base", "main"]) == 0
    git(data, "add", "--force", "_links.jsonl.run")
    assert main(["check", "--data", "data", "--base", "main"]) == 1
    assert "data/_links.jsonl.run:1:1: error CHANGE-010" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("settings", "found"),
    [
        ("site_name: X\nextra: {clearinghouse: {authority: other.example}}\n", "mkdocs.yml:2:36: error CHANGE-009"),
        ("extra: {clearinghouse: {authority: office.example}}\nextra: {clearinghouse: {}}\n", "mkdocs.yml:1:1: error CHANGE-009"),
        (None, "mkdocs.yml:1:1: error CHANGE-009"),
        ("[" * 5000, "mkdocs.yml:1:1: error CHANGE-009"),
        ("extra:\n  clearinghouse:\n    authority: 'office.example'\nhooks: [!!python/name:x.y ]\n", ""),
    ],
)  # fmt: skip
def test_the_authority_stays(
    make_data: Callable[..., Path], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], settings: str | None, found: str
) -> None:
    """It stands beside the data folder, not in it; and whoever asks for one file of data is told nothing of it."""
    data = make_data()
    monkeypatch.chdir(data.parent)
    file = data.parent / "mkdocs.yml"
    file.write_text("extra: {clearinghouse: {authority: office.example}}\n")
    git(data.parent, "add", "mkdocs.yml")
    git(data, "commit", "--quiet", "--message=settings")
    file.unlink() if settings is None else file.write_text(settings)
    assert main(["check", "--data", "data", "--base", "main"]) == int(bool(found))
    assert found in capsys.readouterr().out
    assert main(["check", "--data", "data", "--base", "main", "--labels", "meant: CHANGE-009"]) == 0
    assert main(["check", "--base", "main", f"data/{RECORD}"]) == 0


def test_annotations_stand_at_lines_and_of_what_is_gone_on_the_whole(
    make_data: Callable[..., Path], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """GitHub pins nothing to a file that is not there."""
    data = make_data()
    monkeypatch.chdir(data.parent)
    (data / RECORD).rename(data / "trainings/th-2026-03-two.yml")
    (data / "trainings/th-2026-03-two.yml").write_text(yaml("trainings", starts="2026-03-32"))
    assert main(["check", "--data", "data", "--base", "main", "--format", "github"]) == 1
    lines = capsys.readouterr().out.splitlines()
    first, second = sorted(line for line in lines if line.startswith("::error"))
    assert first.startswith("::error file=data/trainings/th-2026-03-two.yml,line=4,col=9,title=DATE-002 starts::")
    assert second.startswith(f"::error title=LOST-001::data/{RECORD}%0A")


def test_strictness_makes_errors_of_warnings(
    make_data: Callable[..., Path], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """With a revision and without."""
    data = make_data()
    monkeypatch.chdir(data.parent)
    (data / RECORD).write_text(yaml("trainings", summary="A suspect was named."))
    for since in ([], ["--base", "main"]):
        assert main(["check", "--data", "data", *since]) == 0
        assert main(["check", "--data", "data", "--strict", *since]) == 1
        assert "error SENSE-003 summary" in capsys.readouterr().out


def test_the_summary_is_written(make_data: Callable[..., Path], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Also where the change has problems."""
    data = make_data()
    monkeypatch.chdir(data.parent)
    (data / RECORD).write_text(yaml("trainings", "place: Kui Buri"))
    assert main(["check", "--data", "data", "--base", "main", "--summary", str(tmp_path / "s.md")]) == 1
    summary = (tmp_path / "s.md").read_text(encoding="utf-8")
    assert "**1 changed.** 1 error, no warnings." in summary
    assert "`place`: `Kui Buri` *added*" in summary


def test_a_revision_from_before_the_layout_of_today_is_too_old_for_an_update(
    make_data: Callable[..., Path], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """It has no command that could build its site."""
    monkeypatch.setattr(older_copy, "ROOT", make_data().parent)
    with pytest.raises(Failure, match=r"^main is too old for an update: .*name a later revision"), older_copy.site_at("main", tmp_path):
        pytest.fail("it has a site")
