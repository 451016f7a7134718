"""Branches: proposals come in, a branch of git for each leaves, with its records in the data folder; no file on the disk changes.

Nothing is pushed, and what somebody works at is left alone: trees are made beside it (git-mktree), and only the branch moves.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from clearinghouse.world.failure import Failure
from clearinghouse.world.git.repository import Repository

NAME = "proposal/{reference}"
_FILE, _FOLDER = "100644 blob", "040000 tree"


@dataclass(frozen=True)
class Branches:
    """The branches of a repository. prefix: the data folder inside it, ending in a slash, or empty."""

    repository: Repository
    prefix: str

    @classmethod
    def of(cls, data: Path) -> "Branches":
        """Those of the repository in which a data folder lies. Raises Failure where it lies in none, or nobody can commit there."""
        repository = Repository(data)
        if repository.line("rev-parse", "--git-dir") and not repository.line("var", "GIT_COMMITTER_IDENT"):
            raise Failure("git does not know who you are: set user.name and user.email with `git config` first")
        return cls(repository, repository.answer("rev-parse", "--show-prefix").decode().strip())

    def has(self, reference: str) -> bool:
        """Whether a proposal has a branch."""
        return bool(self._tip(reference))

    def _tip(self, reference: str) -> str:
        return self.repository.line("rev-parse", "--verify", "--quiet", f"refs/heads/{NAME.format(reference=reference)}")

    def propose(self, reference: str, texts: Mapping[str, str], words: str) -> str:
        """Puts the files of a proposal onto its branch, which begins where the checkout is, and takes in what was added there since.
        texts: by path in the data folder; words: of the commit. Returns the name of the branch, or nothing where it was so before.
        Raises Failure."""
        name = NAME.format(reference=reference)
        head, tip = self.repository.commit("HEAD"), self._tip(reference)
        if not tip and not texts:
            return ""
        if f"branch refs/heads/{name}" in self.repository.answer("worktree", "list", "--porcelain").decode("utf-8", "replace").splitlines():
            raise Failure(f"the branch {name} is checked out: switch to another one first")
        tree = self.repository.line("rev-parse", f"{head}^{{tree}}")
        for path, text in texts.items():
            blob = self.repository.answer("hash-object", "-w", "--stdin", feed=text.encode("utf-8")).decode().strip()
            tree = self._with(tree, f"{self.prefix}{path}".split("/"), blob)
        if tree == self.repository.line("rev-parse", f"{tip or head}^{{tree}}"):
            return ""
        parents = list(self._parents(head, tip))
        commit = self.repository.answer("commit-tree", tree, *parents, "-F", "-", feed=f"{words}\n".encode()).decode().strip()
        self.repository.answer("update-ref", "-m", "chm inbox", f"refs/heads/{name}", commit, tip or "0" * len(head))
        return name

    def _parents(self, head: str, tip: str) -> Iterator[str]:
        for commit in (tip, head) if tip else (head,):
            if commit == tip or not tip or self.repository.line("merge-base", tip, head) != head:
                yield from ("-p", commit)

    def _with(self, tree: str, parts: list[str], blob: str) -> str:
        """The tree with a file in it. tree: its hash, or empty; parts: of the path below it."""
        name, *below = parts
        rows = dict(self._rows(tree)) if tree else {}
        if below:
            inner = rows.get(name, "")
            rows[name] = f"{_FOLDER} {self._with(inner.rpartition(' ')[2] if inner.startswith(_FOLDER) else '', below, blob)}"
        else:
            rows[name] = f"{_FILE} {blob}"
        listing = "".join(f"{row}\t{key}\0" for key, row in rows.items())
        return self.repository.answer("mktree", "-z", feed=listing.encode("utf-8", "surrogateescape")).decode().strip()

    def _rows(self, tree: str) -> Iterator[tuple[str, str]]:
        for row in self.repository.answer("ls-tree", "-z", "--full-tree", tree).decode("utf-8", "surrogateescape").split("\0"):
            kind, tab, name = row.partition("\t")
            if tab:
                yield name, kind
