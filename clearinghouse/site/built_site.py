"""Built site: a finished site on the disk, and what it says of itself."""

from collections.abc import Iterator
from pathlib import Path

from clearinghouse.publications.offline.copy import ABOUT, About
from clearinghouse.publications.offline.edition import Whole, problem_of
from clearinghouse.world.failure import Failure
from clearinghouse.world.root import ROOT


class BuiltSite:
    """A site, its files, and the states that each of its pages concerns."""

    def __init__(self, folder: Path, about: About, names: frozenset[str]) -> None:
        self.folder, self.about, self.names = folder, about, names
        # Both are known once the whole edition is made:
        self.concerned: dict[str, frozenset[str]] = {}
        """The states that each page concerns."""
        self.fragments: dict[str, str] = {}
        """The page that each fragment of the search is about."""

    @classmethod
    def at(cls, folder: Path) -> "BuiltSite":
        """The site in a folder. Raises Failure, which says what to run first."""
        build = "build it with `python3 scripts/chm.py build`" + ("" if folder == ROOT / "site" else f" --site {folder}")
        if not (folder / "index.html").is_file():
            raise Failure(f"there is no site in {folder}: first {build}")
        names = frozenset(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
        problem = problem_of(names)
        if problem:
            raise Failure(f"the site in {folder} cannot be taken along, since {problem}: {build} anew")
        try:
            about = About.of((folder / ABOUT).read_bytes())
        except (OSError, ValueError, KeyError, TypeError):
            raise Failure(f"the site in {folder} does not say of which day it is: {build} anew") from None
        return cls(folder, about, names)

    def read(self, name: str) -> bytes:
        """The content of one of its files. Raises Failure."""
        try:
            return (self.folder / name).read_bytes()
        except OSError as error:
            path = self.folder / name
            raise Failure(f"cannot read {path}: {error.strerror}; if the site was built anew meanwhile, export again") from None

    def whole(self) -> Iterator[tuple[str, bytes]]:
        """The files of the edition of the whole site."""
        return Whole(self.about, self.names, self.concerned, self.fragments).files(self.read)
