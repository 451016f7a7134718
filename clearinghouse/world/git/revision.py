"""A revision: a data folder as git has it at a commit. Nothing is checked out, and git writes nothing."""

import hashlib
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from clearinghouse.problems.problem import excerpt
from clearinghouse.reading.files.folder import DataFile
from clearinghouse.reading.files.strict_yaml import LARGEST_FILE
from clearinghouse.reading.files.year_folders import path_at
from clearinghouse.world.failure import Failure
from clearinghouse.world.git.repository import Repository

_PLAIN = (b"100644", b"100755")
_OWNERS = (".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS")


@dataclass(frozen=True)
class Revision:
    """A commit. commit: its hash; prefix: the data folder inside the repository, ending in a slash, or empty."""

    repository: Repository
    commit: str
    prefix: str

    def files(self, now: Sequence[DataFile]) -> Iterator[DataFile]:
        """The folder's files at that commit. Those that are the same now are the very objects of `now`."""
        current = {file.path: file for file in now}
        names = {file.path: file.name for file in now}
        root = next((file.name.removesuffix(file.lies_at) for file in now), self.prefix)
        tree = list(self._tree())
        places = {place for place, _, _ in tree}
        asked: list[tuple[DataFile, str]] = []
        for place, mode, name in tree:
            path = path_at(place, places.__contains__)
            same = current.get(path)
            then = DataFile(path, names.get(path, root + place), lies_at=place)
            if mode not in _PLAIN:
                yield same if same and same.is_link else replace(then, is_link=True)
            elif same and same.is_read and name == _name_of(same.content, len(name)):
                yield same
            else:
                asked.append((then, name))
        for (then, _), content in zip(asked, self._contents(name for _, name in asked), strict=True):
            same = current.get(then.path)
            # A working copy on Windows may have other line ends than the repository.
            if same and same.is_read and _with_plain_ends(content) == _with_plain_ends(same.content):
                yield same
            else:
                yield replace(then, content=content)

    def owners(self) -> str:
        """The text of CODEOWNERS at that commit, as GitHub would read it; empty where there is none."""
        texts = (self.content(path) for path in _OWNERS)
        return next((text.decode("utf-8", "replace") for text in texts if text is not None), "")

    def content(self, path: str) -> bytes | None:
        """The first bytes of a file, by its path in the repository; None where there is none."""
        for _, name in _entries(self.repository.answer("ls-tree", "-z", "--full-tree", self.commit, "--", path)):
            return b"".join(self._contents([name]))
        return None

    def ignored(self) -> frozenset[str]:
        """The files of the folder that git is told to leave alone, so that they belong to no change."""
        listed = self.repository.answer("ls-files", "--others", "--ignored", "--exclude-standard", "-z")
        return frozenset(os.fsdecode(path) for path in listed.split(b"\0")[:-1])

    def _tree(self) -> Iterator[tuple[str, bytes, str]]:
        """Path, mode and object of each file below the folder."""
        listed = self.repository.answer("ls-tree", "-r", "-z", "--full-tree", self.commit, *(["--", self.prefix] if self.prefix else []))
        for (mode, name), path in zip(_entries(listed), _paths(listed), strict=True):
            yield path.removeprefix(self.prefix), mode, name

    def _contents(self, names: Iterable[str]) -> Iterator[bytes]:
        """The first bytes of objects, in their order."""
        names = list(names)
        if not names:
            return
        answer = self.repository.answer("cat-file", "--batch", feed="".join(f"{name}\n" for name in names).encode())
        at = 0
        for name in names:
            end = answer.index(b"\n", at)
            head = answer[at:end].split(b" ")
            if len(head) != 3:
                raise Failure(f"git has no object {name}: this clone is not complete; fetch it again")
            size = int(head[2])
            yield answer[end + 1 : end + 1 + min(size, LARGEST_FILE + 1)]
            at = end + 1 + size + 1


def revision(folder: Path, named: str) -> Revision:
    """The commit from which a change departs that is to be merged into the named revision: where the two last met.

    Raises Failure where the folder is in no repository, git knows no such revision, or the clone does not reach so far.
    """
    repository = Repository(folder)
    top = repository.answer("rev-parse", "--show-prefix")
    prefix = os.fsdecode(top.removesuffix(b"\n"))
    base = repository.line("merge-base", repository.commit(named), "HEAD")
    if not base:
        raise Failure(f"this state and {excerpt(named)} have no commit in common{repository.shallow}")
    return Revision(repository, base, prefix)


def _entries(listed: bytes) -> Iterator[tuple[bytes, str]]:
    """Mode and object of each line of ls-tree."""
    for line in listed.split(b"\0")[:-1]:
        mode, _, name = line.partition(b"\t")[0].split(b" ")
        yield mode, name.decode()


def _paths(listed: bytes) -> Iterator[str]:
    return (os.fsdecode(line.partition(b"\t")[2]) for line in listed.split(b"\0")[:-1])


def _name_of(content: bytes, length: int) -> str:
    """A blob's name in a repository whose names have so many digits (SHA-1 or SHA-256)."""
    hashed = hashlib.sha1(usedforsecurity=False) if length == 40 else hashlib.sha256()
    hashed.update(b"blob %d\0" % len(content))
    hashed.update(content)
    return hashed.hexdigest()


def _with_plain_ends(content: bytes) -> bytes:
    return content.replace(b"\r\n", b"\n")
