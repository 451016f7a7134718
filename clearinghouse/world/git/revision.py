"""A revision: a data folder as git has it at a commit. Nothing is checked out, and git writes nothing.

Git is asked by subprocess, each time with a commit's own hash: what a person typed is only ever looked up, never
taken for an option, a path or a range.
"""

import hashlib
import os
import subprocess
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from clearinghouse.problems.problem import excerpt
from clearinghouse.reading.files.folder import DataFile
from clearinghouse.reading.files.strict_yaml import LARGEST_FILE
from clearinghouse.world.failure import Failure

_PLAIN = (b"100644", b"100755")
_OWNERS = (".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS")


@dataclass(frozen=True)
class Revision:
    """A commit. commit: its hash; prefix: the data folder inside the repository, ending in a slash, or empty."""

    folder: Path
    commit: str
    prefix: str

    def files(self, now: Sequence[DataFile]) -> Iterator[DataFile]:
        """The folder's files at that commit. Those that are the same now are the very objects of `now`."""
        current = {file.path: file for file in now}
        told = {file.path: file.name for file in now}
        root = next((file.name.removesuffix(file.path) for file in now), self.prefix)
        asked: list[tuple[str, str]] = []
        for path, mode, name in self._tree():
            same = current.get(path)
            if mode not in _PLAIN:
                yield same if same and same.is_link else DataFile(path, told.get(path, root + path), is_link=True)
            elif same and same.is_read and name == _name_of(same.content, len(name)):
                yield same
            else:
                asked.append((path, name))
        for (path, _), content in zip(asked, self._contents(name for _, name in asked), strict=True):
            same = current.get(path)
            # A working copy on Windows may have other line ends than the repository.
            if same and same.is_read and _with_plain_ends(content) == _with_plain_ends(same.content):
                yield same
            else:
                yield DataFile(path, told.get(path, root + path), content)

    def owners(self) -> str:
        """The text of CODEOWNERS at that commit, as GitHub would read it; empty where there is none."""
        for path in _OWNERS:
            for _, name in _entries(_git(self.folder, "ls-tree", "-z", "--full-tree", self.commit, "--", path)):
                return b"".join(self._contents([name])).decode("utf-8", "replace")
        return ""

    def _tree(self) -> Iterator[tuple[str, bytes, str]]:
        """Path, mode and object of each file below the folder."""
        listed = _git(self.folder, "ls-tree", "-r", "-z", "--full-tree", self.commit, *(["--", self.prefix] if self.prefix else []))
        for (mode, name), path in zip(_entries(listed), _paths(listed), strict=True):
            yield path.removeprefix(self.prefix), mode, name

    def _contents(self, names: Iterable[str]) -> Iterator[bytes]:
        """The first bytes of objects, in their order."""
        names = list(names)
        if not names:
            return
        answer = _git(self.folder, "cat-file", "--batch", feed="".join(f"{name}\n" for name in names).encode())
        at = 0
        for name in names:
            end = answer.index(b"\n", at)
            head = answer[at:end].split(b" ")
            if len(head) != 3:
                raise Failure(f"git has no object {name}: this clone is not whole; fetch it anew")
            size = int(head[2])
            yield answer[end + 1 : end + 1 + min(size, LARGEST_FILE + 1)]
            at = end + 1 + size + 1


def revision(folder: Path, named: str) -> Revision:
    """The commit from which a change departs that is to be merged into the named revision: where the two last met.

    Raises Failure where the folder is in no repository, git knows no such revision, or the clone does not reach so far.
    """
    top = _git(folder, "rev-parse", "--show-prefix")
    prefix = os.fsdecode(top.removesuffix(b"\n"))
    commit = "" if named.startswith("-") else _line(folder, "rev-parse", "--verify", "--quiet", f"{named}^{{commit}}")
    if not commit:
        raise Failure(f"git knows no revision {excerpt(named)}{_shallow(folder)}")
    base = _line(folder, "merge-base", commit, "HEAD")
    if not base:
        raise Failure(f"this state and {excerpt(named)} have no commit in common{_shallow(folder)}")
    return Revision(folder, base, prefix)


def _shallow(folder: Path) -> str:
    if _line(folder, "rev-parse", "--is-shallow-repository") == "true":
        return ": this clone is shallow; run `git fetch --unshallow`, or give actions/checkout `fetch-depth: 0`"
    return ""


def _line(folder: Path, *arguments: str) -> str:
    """What git answers, or nothing where it answers no."""
    try:
        return _git(folder, *arguments, says_no=(1, 128)).decode().strip()
    except UnicodeDecodeError:
        return ""


def _git(folder: Path, *arguments: str, feed: bytes = b"", says_no: Sequence[int] = ()) -> bytes:
    environment = {key: value for key, value in os.environ.items() if key not in ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE")}
    environment |= {"LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0", "GIT_LITERAL_PATHSPECS": "1"}
    command = ["git", "-C", os.fspath(folder), "--no-pager", "--no-replace-objects", *arguments]
    try:
        ran = subprocess.run(command, input=feed, capture_output=True, env=environment, check=False)
    except FileNotFoundError:
        raise Failure("git is needed to compare with another revision: install it, or check without --base") from None
    if ran.returncode in says_no:
        return b""
    if ran.returncode:
        said = ran.stderr.decode("utf-8", "replace").strip().splitlines() or ["it gave no reason"]
        if "not a git repository" in said[0]:
            raise Failure(f"{folder} is in no git repository: there is nothing to compare with")
        raise Failure(f"git {arguments[0]} failed: {excerpt(said[0])}")
    return ran.stdout


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
