"""A change: what differs in a data folder from a revision of git, what it must mend, and its summary for who merges it."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from clearinghouse.problems.problem import Problem
from clearinghouse.reading.change.authority import other_authority
from clearinghouse.reading.change.meant import as_meant
from clearinghouse.reading.change.owners import Owners, foreign
from clearinghouse.reading.change.revisions import Comparison, compared
from clearinghouse.reading.check import Check
from clearinghouse.reading.files.folder import DataFile
from clearinghouse.reading.files.strict_yaml import LARGEST_FILE
from clearinghouse.world.disk.data_folder import path_name
from clearinghouse.world.git.revision import Revision, revision

SETTINGS = "mkdocs.yml"
"""Where a site's own settings stand, beside its data folder."""


@dataclass(frozen=True)
class Change:
    """A comparison with a revision. problems: its own, those of the site's settings, and those of files that are others';
    prefix: the data folder in the repository."""

    comparison: Comparison
    owners: Owners
    prefix: str
    problems: tuple[Problem, ...]

    def check(self, is_asked: Callable[[str], bool]) -> Check:
        """Its problems in the files that are asked for, and what lies beside them where all are."""
        paths = {self.comparison.name_of(path): self.comparison.place_of(path) for path in self.comparison.touched}
        problems = tuple(problem for problem in self.problems if is_asked(paths.get(problem.path, f"../{problem.path}")))
        asked = {name for name, path in paths.items() if is_asked(path)} | {problem.path for problem in problems}
        return Check(problems, len(asked), self.comparison.gone)

    def summary(self) -> str:
        """What it does, in Markdown."""
        # The publications take a while to import; a check without a summary must not pay for it.
        from clearinghouse.publications.change_summary import change_summary

        owned = Counter(self.owners.of_path(self.prefix + self.comparison.place_of(path)) for path in self.comparison.touched)
        return change_summary(self.comparison.change, self.comparison.unread, self.problems, owned, self.comparison.others)


def change_since(named: str, folder: Path, files: Sequence[DataFile], most_lost: int, author: str, labels: str = "") -> Change:
    """The change of a data folder since a revision. files: as they are now; author: who proposes it; labels: of the pull
    request, separated by commas. Raises Failure."""
    base = revision(folder, named)
    ignored = base.ignored()
    comparison = compared(base.files(files), [file for file in files if file.lies_at not in ignored], most_lost)
    owners = Owners.of(base.owners())
    touched = [(comparison.name_of(path), base.prefix + comparison.place_of(path)) for path in comparison.touched]
    problems = (*comparison.problems, *_of_settings(base, folder), *foreign(touched, owners, author))
    return Change(comparison, owners, base.prefix, tuple(as_meant(problems, labels)))


def _of_settings(base: Revision, folder: Path) -> Iterator[Problem]:
    """What a change of the site's settings must not do."""
    path = folder.absolute().parent / SETTINGS
    before = base.content(str(PurePosixPath(base.prefix).parent / SETTINGS)) if base.prefix else None
    if before is not None:
        yield from other_authority(path_name(path), before, path.read_bytes()[:LARGEST_FILE] if path.is_file() else b"")
