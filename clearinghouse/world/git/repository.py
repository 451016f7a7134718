"""The repository: git is asked by subprocess, and writes nothing but the branches of proposals (`branches`).

It is the git that everybody has: a library of its own would be larger than all that is asked of it.
What a person typed is only ever looked up, never taken for an option, a path or a range; all else is asked with a commit's own hash.
"""

import io
import os
import subprocess
import tarfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from clearinghouse.problems.problem import excerpt
from clearinghouse.world.failure import Failure

_OTHER = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE")
"""Variables that would lead to another repository than that of the folder."""
_ENVIRONMENT = {"LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0", "GIT_LITERAL_PATHSPECS": "1"}


@dataclass(frozen=True)
class Repository:
    """The repository in which a folder lies. Every question raises Failure where git is missing or fails."""

    folder: Path

    def answer(self, *arguments: str, feed: bytes = b"", says_no: Sequence[int] = ()) -> bytes:
        """What git prints. feed: what it reads; says_no: exit statuses that stand for an empty answer."""
        environment = {key: value for key, value in os.environ.items() if key not in _OTHER} | _ENVIRONMENT
        command = ["git", "-C", os.fspath(self.folder), "--no-pager", "--no-replace-objects", *arguments]
        try:
            ran = subprocess.run(command, input=feed, capture_output=True, env=environment, check=False)
        except FileNotFoundError:
            raise Failure("git is needed to compare with another revision: install it, or leave out --base or --since") from None
        if ran.returncode in says_no:
            return b""
        if ran.returncode:
            words = ran.stderr.decode("utf-8", "replace").strip().splitlines() or ["it gave no reason"]
            if "not a git repository" in words[0]:
                raise Failure(f"{self.folder} is in no git repository: there is nothing to compare with")
            raise Failure(f"git {arguments[0]} failed: {excerpt(words[0])}")
        return ran.stdout

    def line(self, *arguments: str) -> str:
        """What git answers, or nothing where it answers no."""
        try:
            return self.answer(*arguments, says_no=(1, 128)).decode().strip()
        except UnicodeDecodeError:
            return ""

    def commit(self, named: str) -> str:
        """The hash of the commit that somebody named. Raises Failure where there is none."""
        commit = "" if named.startswith("-") else self.line("rev-parse", "--verify", "--quiet", f"{named}^{{commit}}")
        if not commit:
            raise Failure(f"git knows no revision {excerpt(named)}{self.shallow}")
        return commit

    @property
    def shallow(self) -> str:
        """What a failure adds where the clone does not hold all revisions, else nothing."""
        if self.line("rev-parse", "--is-shallow-repository") == "true":
            return ": this clone is shallow; run `git fetch --unshallow`, or give actions/checkout `fetch-depth: 0`"
        return ""

    def day(self, commit: str) -> date:
        """The day on which a commit was made, where it was made."""
        return date.fromisoformat(self.line("show", "--no-patch", "--format=%cs", commit))

    def unpack(self, commit: str, folder: Path) -> None:
        """Writes all files of a commit into a folder."""
        with tarfile.open(fileobj=io.BytesIO(self.answer("archive", "--format=tar", commit))) as archive:
            if hasattr(tarfile, "data_filter"):  # not in the first Pythons of 3.11; the archive is git's own
                archive.extraction_filter = tarfile.data_filter
            archive.extractall(folder)
