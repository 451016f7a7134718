"""Every loss: what stands in the lists of published records is taken out and rewritten, piece by piece; no piece goes in silence.

Git is the second reader: what was published is what `git show` says, read by PyYAML without any model of ours.
"""

from collections.abc import Iterator
from copy import deepcopy
from typing import Any

import pytest
import yaml

from clearinghouse.problems.report import errors_in
from clearinghouse.reading.change.revisions import compared
from clearinghouse.reading.files.folder import DataFile
from tests.support.haste import daily
from tests.support.reading.changing import git, repository
from tests.support.running import ROOT

FILES = {
    "plans/poa-2016-2020.yml": ("data", 100),
    "activities/poa-2016-2020/1.2.3.yml": ("data", 100),
    "activities/poa-2016-2020/4.1.2.yml": ("data", 100),
    "legislation/th.yml": ("tests/living", 2),
    "legislation/_about.yml": ("data", 4),
    "projects/iwt033.yml": ("data", 2),
    "trainings/th-2026-02-forensics.yml": ("tests/living", 2),
}
"""Where each lies, and how many members of a list are enough, since one is like the other."""
LEADING = {"serves", "figures", "organisers", "evidence"}
"""Keys that lead to records that are not among these; a plan's `document` does so too."""
PASSING = {
    "sources",
    "other_sources",
    "note",
    "confidence",
    "accessed",
    "language",
    "archived",
    "status",
    "status_as_of",
    "subject",
    "species",
    "revised",
    "url",
    "title_local",
    "due",
    "type",
    "query",
    "live",
}
"""What may change and go: what supports a claim or explains it, what comes to be known of a law later, and by which rule an indicator is
answered, which is ours and not the plan's. How sure its sources make a claim, or an entry of a log, changes with them: else whoever must
write `medium` might not."""
Step = tuple[str | int, ...]


def written(data: Any) -> str:
    """A file with these data."""
    return yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=10_000)


def small(data: Any, most: int) -> Any:
    """The data without what leads to other records, or was sure through these, and no more than so many members of a list."""
    if isinstance(data, dict):
        unborne = {"confidence": "medium"} if "evidence" in data else {}
        kept = {key: value for key, value in data.items() if key not in LEADING and not str(value).startswith("documents/")}
        return {key: small(value, most) for key, value in (kept | unborne).items()}
    return [small(member, most) for member in data[:most]] if isinstance(data, list) else data


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Some records, as git has them."""
    folder = tmp_path_factory.mktemp("published")
    for path, (source, most) in FILES.items():
        (folder / "source" / path).parent.mkdir(parents=True, exist_ok=True)
        data = yaml.load((ROOT / source / path).read_text("utf-8"), yaml.BaseLoader)
        (folder / "source" / path).write_text(written(small(data, most)), "utf-8")
    repository(folder, folder / "source")
    return {path: git(folder, "show", f"main:data/{path}") + "\n" for path in FILES}


def pieces(value: Any, path: Step = (), is_member: bool = False) -> Iterator[Step]:
    """The ways to all members of lists of groups, and to all that these say."""
    if path and path[-1] in PASSING:
        return
    if is_member and path:
        yield path
    if isinstance(value, dict):
        for key, part in value.items():
            yield from pieces(part, (*path, key), is_member)
    elif isinstance(value, list) and (is_member or isinstance(value[0], dict)):
        for number, part in enumerate(value):
            yield from pieces(part, (*path, number), is_member=True)


def changed(data: Any, path: Step, text: str | None) -> Any:
    """The data with another text at a place, or with nothing there."""
    other = deepcopy(data)
    place = other
    for step in path[:-1]:
        place = place[step]
    if text is None:
        del place[path[-1]]
    else:
        place[path[-1]] = text
    return without_empty_lists(other)


def without_empty_lists(value: Any) -> Any:
    """The data without lists that hold nothing any more."""
    if isinstance(value, dict):
        return {key: without_empty_lists(part) for key, part in value.items() if part != []}
    return [without_empty_lists(member) for member in value] if isinstance(value, list) else value


def at(data: Any, path: Step) -> Any:
    """What stands at a place."""
    for step in path:
        data = data[step]
    return data


def errors_of(before: dict[str, str], path: str, text: str) -> int:
    """How many errors it is to give a file another text."""
    old, new = (
        [DataFile(name, f"data/{name}", content.encode()) for name, content in texts.items()] for texts in (before, before | {path: text})
    )
    return errors_in(compared(old, new).problems)


@pytest.mark.parametrize("path", daily(FILES, "activities/poa-2016-2020/4.1.2.yml", "legislation/th.yml", "projects/iwt033.yml"))
def test_no_piece_of_a_list_goes_or_is_rewritten_in_silence(path: str, published: dict[str, str]) -> None:
    """Whatever it is; what is not changed at all is no error, nor is a comment."""
    data = yaml.load(published[path], yaml.BaseLoader)
    assert errors_of(published, path, f"# looked at\n{published[path]}") == 0
    ways = list(pieces(data))
    assert ways
    silent = [
        (way, text)
        for way in ways
        for text in (None, f"{at(data, way)} otherwise")
        if (text is None or isinstance(at(data, way), str)) and not errors_of(published, path, written(changed(data, way, text)))
    ]
    assert silent == []
