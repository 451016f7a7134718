"""Paper: sheets of trainings and booklets of states, printed from a copy of the site."""

import tempfile
import zipfile
from collections.abc import Collection, Container, Iterator, Mapping
from pathlib import Path

from clearinghouse.publications.files.contents import SiteFile
from clearinghouse.publications.files.kinds import Kind
from clearinghouse.publications.html.links import INDEX
from clearinghouse.publications.offline.copy import About
from clearinghouse.publications.offline.edition import FOLDER
from clearinghouse.publications.offline.sheets import BOUND, booklet, sheet
from clearinghouse.records.collections.training import Training
from clearinghouse.vocabulary.states import State
from clearinghouse.world.browser.printing import printer
from clearinghouse.world.copies.zips import Zipped, measured, zipped
from clearinghouse.world.disk.whole_files import whole_file

_PAPER = "paper.html"


def write_sheets(path: Path, whole: Path, about: About, searched: Container[str]) -> Zipped:
    """Writes an archive with a PDF file of one page for each training. whole: the copy's zip; searched: the pages that the site's search
    finds, of which those of withdrawn records are none. Raises Failure."""
    return zipped(path, _sheets(whole, about, searched), about.day)


def _sheets(whole: Path, about: About, searched: Container[str]) -> Iterator[tuple[str, bytes]]:
    with _unzipped(whole) as copy_folder, printer() as browser:
        copy = Path(copy_folder, FOLDER)
        for page in sorted((copy / Training.collection).glob(f"*/{INDEX}")):
            if page.relative_to(copy).as_posix() in searched:
                name = page.parent.name
                paper = page.with_name(_PAPER)
                paper.write_text(sheet(page.read_text("utf-8"), f"{Training.collection}/{name}/", about), encoding="utf-8")
                yield f"{name}.pdf", browser.pdf(paper.as_uri(), one_page=True)


def write_booklets(places: Mapping[State, Path], whole: Path, about: About, files: Collection[SiteFile]) -> Iterator[Zipped]:
    """Writes a PDF file for each state, and tells of each. files: those of the site. Raises Failure."""
    with _unzipped(whole) as copy_folder, printer() as browser:
        copy = Path(copy_folder, FOLDER)
        for state, path in places.items():
            address = f"countries/{state.address}/"
            bound = sorted(
                (
                    file.path
                    for file in files
                    if state.address in file.states and file.kind is Kind.RECORD and file.path.split("/")[0] in BOUND
                ),
                key=lambda path: (BOUND.index(path.split("/")[0]), path),
            )
            paper = copy / address / _PAPER
            others = ((copy / path).read_text("utf-8") for path in bound)
            paper.write_text(booklet((copy / address / INDEX).read_text("utf-8"), address, about, others), encoding="utf-8")
            with whole_file(path) as file:
                file.write(browser.pdf(paper.as_uri()))
            yield measured(path, 1)


def _unzipped(whole: Path) -> tempfile.TemporaryDirectory[str]:
    folder = tempfile.TemporaryDirectory(prefix="chm-paper-")
    with zipfile.ZipFile(whole) as archive:
        archive.extractall(folder.name)
    return folder
