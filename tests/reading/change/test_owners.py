"""Owners: whose a file is, as GitHub would read CODEOWNERS."""

import pytest

from clearinghouse.reading.change.owners import Owners, foreign

TEXT = """\
# A comment, and an empty line below

*                        @team/all   # all the rest
/data/                   @team/data
/data/*/th-*             @team/th @somchai
/data/legislation/th.yml @team/th
docs/                    @team/docs
*.md                     @team/words
/free/*
/deep/**/x.yml           @team/deep
"""


@pytest.mark.parametrize(
    ("path", "owners"),
    [
        ("mkdocs.yml", ("@team/all",)),
        ("data/plans/poa.yml", ("@team/data",)),
        ("data/trainings/th-2026-03-x.yml", ("@team/th", "@somchai")),
        ("data/trainings/the-2026.yml", ("@team/data",)),
        ("data/activities/poa/th-1.yml", ("@team/data",)),
        ("data/legislation/th.yml", ("@team/th",)),
        ("data/legislation/th.yml.bak", ("@team/data",)),
        ("other/data/trainings/th-x.yml", ("@team/all",)),
        ("content/docs/a.txt", ("@team/docs",)),
        ("content/docs.txt", ("@team/all",)),
        ("data/README.md", ("@team/words",)),
        ("free/a", ()),
        ("free/a/b", ("@team/all",)),
        ("deep/x.yml", ("@team/deep",)),
        ("deep/a/b/x.yml", ("@team/deep",)),
    ],
)
def test_the_last_line_that_fits_decides(path: str, owners: tuple[str, ...]) -> None:
    """Patterns with a slash count from the root, those without fit anywhere, a star stops at a slash."""
    assert Owners.of(TEXT).of_path(path) == owners


def foreign_paths(author: str, *paths: str) -> list[str]:
    """The files at which another owner is pointed out."""
    return [problem.path for problem in foreign(((path, path) for path in paths), Owners.of(TEXT), author)]


def test_a_file_of_another_owner_is_pointed_out() -> None:
    """To an author whom the file names, with an @ or without, in any capitals; once for each owner."""
    theirs, others, more = "data/trainings/th-x.yml", "data/plans/poa.yml", "data/plans/fleg.yml"
    assert foreign_paths("somchai", theirs) == []
    assert foreign_paths("@Somchai", theirs, others, more) == ["data/plans/fleg.yml"]


def test_an_author_whom_nobody_names_may_change_what_is_one_owners() -> None:
    """He may be of any team; of several owners' files those of the first are taken for his."""
    assert foreign_paths("anna", "data/trainings/th-x.yml", "data/trainings/th-y.yml") == []
    assert foreign_paths("", "data/trainings/th-x.yml", "data/plans/poa.yml", "free/x") == ["data/trainings/th-x.yml"]


def test_without_owners_nothing_is_pointed_out() -> None:
    """As before CODEOWNERS came."""
    assert list(foreign([("x", "x"), ("y", "y")], Owners.of(""), "anna")) == []
