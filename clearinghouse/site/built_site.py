"""Built site: a finished site on the disk, and what it says of itself."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path

from clearinghouse.publications.files.contents import CONTENTS, SiteFile, site_files
from clearinghouse.publications.offline.copy import ABOUT, About
from clearinghouse.publications.offline.data_scripts import FRAGMENTS, read_fragment
from clearinghouse.publications.offline.edition import Part, problem_of, whole_files
from clearinghouse.world.failure import Failure
from clearinghouse.world.processes import side_by_side
from clearinghouse.world.root import ROOT
from clearinghouse.world.terminal.progress import progress_for_watchers


class BuiltSite:
    """A site and its files, by path."""

    def __init__(self, folder: Path, about: About, files: Mapping[str, SiteFile]) -> None:
        self.folder, self.about, self.files = folder, about, files

    @classmethod
    def at(cls, folder: Path) -> "BuiltSite":
        """The site in a folder. Raises Failure, which says what to run first."""
        build = "build it with `python3 scripts/chm.py build`" + ("" if folder == ROOT / "site" else f" --site {folder}")
        if not (folder / "index.html").is_file():
            raise Failure(f"there is no site in {folder}: first {build}")
        paths = frozenset(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
        problem = problem_of(paths)
        if problem:
            raise Failure(f"the site in {folder} cannot be taken along, since {problem}: {build} again")
        try:
            about, files = About.of((folder / ABOUT).read_bytes()), site_files((folder / CONTENTS).read_bytes())
        except (OSError, ValueError, KeyError, TypeError):
            raise Failure(f"the site in {folder} does not say of which day it is, and what it holds: {build} again") from None
        return cls(folder, about, {file.path: file for file in files if file.path in paths})

    def read(self, path: str) -> bytes:
        """The content of one of its files. Raises Failure."""
        try:
            return (self.folder / path).read_bytes()
        except OSError as error:
            place = self.folder / path
            raise Failure(f"cannot read {place}: {error.strerror}; if the site was built again meanwhile, export again") from None

    @cached_property
    def fragments(self) -> Mapping[str, str]:
        """The page that each fragment of the search is about."""
        return {path: page for path, (page, _) in self._read_fragments.items()}

    @cached_property
    def searched(self) -> Mapping[str, str]:
        """What the search reads of each page that it finds."""
        return dict(self._read_fragments.values())

    @cached_property
    def _read_fragments(self) -> Mapping[str, tuple[str, str]]:
        return {path: read_fragment(self.read(path)) for path in self.files if FRAGMENTS in path}

    def whole(self) -> Iterator[tuple[str, bytes]]:
        """The files of the edition of the whole site, made on all cores."""
        progress = progress_for_watchers("parts of the whole copy")

        def making(parts: Sequence[Callable[[], Part]]) -> Iterator[Part]:
            for number, part in enumerate(side_by_side(parts), 1):
                progress(number, len(parts))
                yield part

        return whole_files(self.about, self.files, self.read, making)
