"""A change: what differs in a data folder from a revision of git, what it must mend, and its summary for who merges it."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from clearinghouse.problems.problem import Problem
from clearinghouse.reading.change.owners import Owners, foreign
from clearinghouse.reading.change.revisions import Comparison, compared
from clearinghouse.reading.check import Check
from clearinghouse.reading.files.folder import DataFile
from clearinghouse.world.git.revision import revision


@dataclass(frozen=True)
class Change:
    """A comparison with a revision. problems: its own, and those of files that are others'; prefix: the data folder in the repository."""

    comparison: Comparison
    owners: Owners
    prefix: str
    problems: tuple[Problem, ...]

    def check(self, is_asked: Callable[[str], bool]) -> Check:
        """Its problems in the files that are asked for."""
        asked = {self.comparison.name_of(path) for path in self.comparison.touched if is_asked(path)}
        return Check(tuple(problem for problem in self.problems if problem.path in asked), len(asked), self.comparison.gone)

    def summary(self) -> str:
        """What it does, in Markdown."""
        # The publications take a while to import; a check without a summary must not pay for it.
        from clearinghouse.publications.change_summary import change_summary

        owned = Counter(self.owners.of_path(self.prefix + path) for path in self.comparison.touched)
        return change_summary(self.comparison.change, self.comparison.unread, self.problems, owned)


def change_since(named: str, folder: Path, files: Sequence[DataFile], most_lost: int, author: str) -> Change:
    """The change of a data folder since a revision. files: as they are now; author: who proposes it. Raises Failure."""
    base = revision(folder, named)
    comparison = compared(base.files(files), files, most_lost)
    owners = Owners.of(base.owners())
    touched = [(comparison.name_of(path), base.prefix + path) for path in comparison.touched]
    return Change(comparison, owners, base.prefix, (*comparison.problems, *foreign(touched, owners, author)))
