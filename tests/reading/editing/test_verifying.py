"""Verifying: the day is noted, and not one other byte of a file changes."""

from pathlib import Path

import pytest

from clearinghouse.reading.editing.verifying import verified_on, with_value
from clearinghouse.reading.files.strict_yaml import Document, read_yaml
from tests.support.running import ROOT

DAY = "2031-05-04"
FILES = sorted([*(ROOT / "data").glob("*/*.yml"), *(ROOT / "tests/living").glob("*/*.yml")])
RECORDS = [path for path in FILES if path.name != "_about.yml" and path.parent.name not in ("activities", "_proposals")]


def day_noted(content: bytes) -> bytes | None:
    """The file with the day alone."""
    return with_value(content, "verified", DAY, below="published")


def data(content: bytes) -> object:
    """What a file says."""
    document = read_yaml("", content)
    assert isinstance(document, Document)
    return document.data


def test_in_every_file_that_there_is_one_line_changes() -> None:
    """Of the true data, of the made-up records and of the commented samples."""
    added = 0
    for path in RECORDS:
        before = path.read_bytes()
        after = day_noted(before)
        assert after is not None, path
        lines, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
        changed = [line for line in new if line not in lines]
        assert len(changed) == 1, path
        assert changed[0].startswith(b"verified: " + DAY.encode()), path
        if len(new) > len(lines):
            added += 1
            assert [line for line in new if line not in changed] == lines, path
        else:
            place = new.index(changed[0])
            assert [*new[:place], *new[place + 1 :]] == [*lines[:place], *lines[place + 1 :]], path
            assert changed[0][len("verified: 2031-05-04") :] == lines[place][len("verified: 2031-05-04") :], path
        assert data(after) == {**dict(data(before)), "verified": DAY}, path  # type: ignore[call-overload]
    assert len(RECORDS) > 350
    assert added > 5


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("published: 2026-01-10\nverified: 2026-01-12  # by post\n", "published: 2026-01-10\nverified: 2031-05-04  # by post\n"),
        ('published: 2026-01-10\nverified: "2026-01-12" # q\n', 'published: 2026-01-10\nverified: "2031-05-04" # q\n'),
        ("verified:   '2026-01-12'\npublished: 2026-01-10", "verified:   '2031-05-04'\npublished: 2026-01-10"),
        ("verified:\n  2026-01-12\npublished: 2026-01-10\n", "verified:\n  2031-05-04\npublished: 2026-01-10\n"),
        ("published: 2026-01-10\r\nverified: 2026-01-12\r\n", "published: 2026-01-10\r\nverified: 2031-05-04\r\n"),
        ("published: 2026-01-10  # p\ntitle: x\n", "published: 2026-01-10  # p\nverified: 2031-05-04\ntitle: x\n"),
        ("published: 2026-01-10\r\ntitle: x\r\n", "published: 2026-01-10\r\nverified: 2031-05-04\r\ntitle: x\r\n"),
        ("title: x\npublished: 2026-01-10", "title: x\npublished: 2026-01-10\nverified: 2031-05-04\n"),
        ("published: 2026-01-10", "published: 2026-01-10\nverified: 2031-05-04\n"),
        ("  title: x\n  published: 2026-01-10\n", "  title: x\n  published: 2026-01-10\n  verified: 2031-05-04\n"),
        ("\ufeffpublished: 2026-01-10\nverified: 2026-01-12\n", "\ufeffpublished: 2026-01-10\nverified: 2031-05-04\n"),
        ("title: ການ # ໝ\npublished: 2026-01-10\nverified: 2026-01-12\n", "title: ການ # ໝ\npublished: 2026-01-10\nverified: 2031-05-04\n"),
        ("{published: 2026-01-10, verified: 2026-01-12}\n", "{published: 2026-01-10, verified: 2031-05-04}\n"),
        ("a:\n- verified: x\npublished: 2026-01-10\n", "a:\n- verified: x\npublished: 2026-01-10\nverified: 2031-05-04\n"),
    ],
)  # fmt: skip
def test_the_rest_stays_as_it_was_written(before: str, after: str) -> None:
    """Comments, quotes, line ends, a byte order mark, and how far in the file stands."""
    content = day_noted(before.encode())
    assert content is not None
    assert content.decode() == after


@pytest.mark.parametrize("text", ["{published: 2026-01-10, title: x}\n", "title: x\npublished:\n  2026-01-10\nnote: y\n"])
def test_a_form_that_cannot_be_changed_in_place_is_left_alone(text: str) -> None:
    """Nobody's file is written anew for a date."""
    assert day_noted(text.encode()) is None


def test_the_same_day_changes_nothing() -> None:
    """Not one byte."""
    content = Path(RECORDS[40]).read_bytes()
    again = verified_on(content, DAY, "editors")
    assert again is not None
    assert verified_on(again, DAY, "editors") == again


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("published: 2026-01-10\n", "published: 2026-01-10\nverified: 2031-05-04\nverified_by: member state\n"),
        ("published: 2026-01-10\nverified: 2026-01-12\n", "published: 2026-01-10\nverified: 2031-05-04\nverified_by: member state\n"),
        (
            "published: 2026-01-10\nverified: 2026-01-12\nverified_by: import  # by post\nnote: y\n",
            "published: 2026-01-10\nverified: 2031-05-04\nverified_by: member state  # by post\nnote: y\n",
        ),
        (
            'published: 2026-01-10\nverified_by: "import"\nverified: 2026-01-12\n',
            'published: 2026-01-10\nverified_by: "member state"\nverified: 2031-05-04\n',
        ),
    ],
)
def test_who_verified_stands_below_the_day(before: str, after: str) -> None:
    """Where nobody stood before; else in the place of whoever stood there."""
    content = verified_on(before.encode(), DAY, "member state")
    assert content is not None
    assert content.decode() == after
