"""What a change does to others: the same problems are found whether all references are looked at or only those that may have changed."""

import re
from collections.abc import Iterator

import pytest

from clearinghouse.reading.change import revisions
from clearinghouse.reading.files.folder import DataFile
from clearinghouse.reading.typing.memory import Memory, remembering
from clearinghouse.world.disk.data_folder import data_files
from tests.support.plain import LIVING_DATA

FILES = list(data_files(LIVING_DATA))
MOST = 3


def changes() -> Iterator[DataFile]:
    """A file of each kind of change: other ids, an end, another plan, words where a reference was, and what is no record any more."""
    touched = [file for file in FILES if re.search(rb"former_ids|withdrawn|serves|member_of|programmes|draft", file.content)]
    for number, file in enumerate(touched[:: len(touched) // MOST + 1]):
        wrong = (
            b"draft: true\n",
            b"former_ids: [index]\n",
            b"withdrawn: {date: 2026-01-01, reason: Gone., see: x/y}\n",
            b"serves: [a/1]\n",
        )
        yield DataFile(file.path, file.name, file.content + wrong[number % len(wrong)])
        yield DataFile(file.path, file.name, re.sub(rb"[a-z]+-2016-20\d\d|net-[a-z-]+|programmes", b"words", file.content))
    plan = next(file for file in FILES if file.path.startswith("plans/"))
    yield DataFile(plan.path, plan.name, plan.content.replace(b"number:", b"numbers:", 1))


def test_a_change_causes_the_same_problems_whatever_is_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    """In the record itself, and in those that it touches."""
    total = 0
    with remembering(Memory(FILES)):
        for changed in changes():
            after = [changed if file.path == changed.path else file for file in FILES]
            few = revisions.compared(FILES, after).problems
            with monkeypatch.context() as patch:
                patch.setattr(revisions, "_referring", lambda *_: None)
                assert revisions.compared(FILES, after).problems == few, changed.path
            total += len(few)
    assert total > MOST
