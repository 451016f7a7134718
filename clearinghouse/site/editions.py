"""Editions: all that is made of a built site to be taken along, and the page that offers it."""

import sys
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from pathlib import Path

from jinja2 import FileSystemLoader

from clearinghouse.publications.html.templates import Templates
from clearinghouse.publications.offline.edition import FOLDER, README, named, pack_files
from clearinghouse.publications.offline.offers import OFFERS, SUMS, Group, Offer, editions_context, offering, sums_text
from clearinghouse.publications.offline.packs import Pack
from clearinghouse.publications.offline.readme import readme_of_all
from clearinghouse.publications.words import counted
from clearinghouse.site.built_site import BuiltSite
from clearinghouse.site.updates import older_copies, write_update
from clearinghouse.vocabulary.states import MEMBER_STATES, State
from clearinghouse.world.copies.paper import write_booklets, write_sheets
from clearinghouse.world.copies.zim import library, silent_and_bound, write_zim
from clearinghouse.world.copies.zips import Zipped, zipped
from clearinghouse.world.disk.whole_files import all_at_once, folder_for_files, write_text
from clearinghouse.world.failure import Failure
from clearinghouse.world.processes import side_by_side
from clearinghouse.world.root import ROOT


def write_editions(site: BuiltSite, folder: Path, on_paper: bool, since: str | None, updates: bool, with_zim: bool = True) -> list[str]:
    """Writes all editions into a folder, or none; prints each as it is ready, and gives the names of their files. Raises Failure.

    on_paper: PDF files too; since: a day or a revision, for an update; updates: one for each older edition in the folder;
    with_zim: a file for Kiwix, which takes longer than all others.
    """
    _must_lie_apart(site.folder.resolve(), folder.resolve())
    folder_for_files(folder)
    # What an update begins with is read first: an edition of the same day is about to be replaced.
    asked, older = older_copies(folder, site.about.day, since, updates)
    if with_zim:
        library()
    with all_at_once(folder) as new:
        whole = _whole(site, new)
        packs, zim = _packs_beside_zim(site, new, whole) if with_zim else (list(_packs(site, new)), [])
        groups = [Group("The whole site", [whole, *zim]), Group("One country", packs)]
        if on_paper:
            groups.append(Group("On paper", list(_paper(site, new, new / whole.file))))
        offers = [_offer(f"From {copy.name}", *write_update(site, new, copy)) for copy in asked]
        offers += _worthwhile(whole, (_offer(f"From {copy.name}", *write_update(site, new, copy)) for copy in older), new)
        groups.append(Group("Updates", offers))
        _write_beside(site, new, groups)
    return [offer.file for group in groups for offer in group.offers]


def _must_lie_apart(site: Path, dist: Path) -> None:
    """Holds the two folders apart: what is made of a site must not become a part of it."""
    if dist == site or site in dist.parents or dist in site.parents:
        raise Failure(f"{dist} and the site in {site} must lie apart: name another folder with --dist")


def _whole(site: BuiltSite, dist: Path) -> Offer:
    return _offer("The whole site", zipped(dist / f"{named(str(site.about.day))}.zip", site.whole(), site.about.day, FOLDER))


def _packs_beside_zim(site: BuiltSite, dist: Path, whole: Offer) -> tuple[list[Offer], list[Offer]]:
    """The packs, and the ZIM file, which a process of its own writes meanwhile: libzim prints what nobody asked for, and takes longer
    than all packs, since it compresses as much as can be."""
    with ProcessPoolExecutor(1, initializer=silent_and_bound) as other:
        writing = other.submit(write_zim, dist / f"{named(str(site.about.day))}.zim", dist / whole.file, site.about, site.searched)
        packs = list(_packs(site, dist))
        try:
            if sys.stderr.isatty() and not writing.done():
                print("the ZIM file takes longest, since it is compressed as much as can be", file=sys.stderr, flush=True)
            return packs, [_offer("The whole site for Kiwix readers", writing.result(), "a ZIM file")]
        except BrokenProcessPool:
            raise Failure("the process that writes the ZIM file was ended from outside, perhaps for want of memory") from None


def _packs(site: BuiltSite, dist: Path) -> Iterator[Offer]:
    states, fragments = list(MEMBER_STATES.values()), site.fragments  # read once for all
    written = side_by_side([partial(_write_pack, site, fragments, state, dist) for state in states])
    yield from (_offer(state.name, pack) for state, pack in zip(states, written, strict=True))


def _write_pack(site: BuiltSite, fragments: Mapping[str, str], state: State, dist: Path) -> Zipped:
    path = dist / f"{named(f'{state.address}-{site.about.day}')}.zip"
    return zipped(path, pack_files(site.about, Pack(state, site.files), fragments, site.read), site.about.day, FOLDER)


def _paper(site: BuiltSite, dist: Path, whole: Path) -> Iterator[Offer]:
    sheets = write_sheets(dist / f"{named(f'sheets-{site.about.day}')}.zip", whole, site.about, site.searched)
    yield _offer("A sheet for each training", sheets, counted(sheets.files, "PDF file"))
    states = list(MEMBER_STATES.values())
    places = {state: dist / f"{named(f'{state.address}-{site.about.day}')}.pdf" for state in states}
    for state, booklet in zip(states, write_booklets(places, whole, site.about, site.files.values()), strict=True):
        yield _offer(f"{state.name}: a booklet", booklet, "a PDF file")


def _offer(label: str, edition: Zipped, note: str = "") -> Offer:
    offer = Offer(edition.path.name, label, edition.size, edition.sha256, note)
    print(f"{offer.size:>9}  {counted(edition.files, 'file'):>12}  {offer.file}", flush=True)
    return offer


def _worthwhile(whole: Offer, updates: Iterable[Offer], dist: Path) -> Iterator[Offer]:
    """Those updates that are less than half as large as the whole edition; the others help nobody, and are deleted."""
    for update in updates:
        if 2 * update.bytes < whole.bytes:
            yield update
        else:
            (dist / update.file).unlink()
            print(f"not offered, since the whole edition is hardly larger: {update.file}")


def _write_beside(site: BuiltSite, dist: Path, groups: list[Group]) -> None:
    """Checksums, README, and the page that offers all of them, as it must stand at offline/ of the site."""
    offers = [offer for group in groups for offer in group.offers]
    rows = [f"{offer.size:>9}  {offer.file}" for offer in offers]
    templates = Templates(FileSystemLoader(ROOT / "overrides" / "records"))
    editions = templates.render("pieces/editions.html", "offline/", **editions_context(groups, site.about.day, README))
    texts = {
        SUMS: sums_text(offers),
        README: readme_of_all(site.about, rows),
        "index.html": offering(site.read(OFFERS).decode(), editions),
    }
    for name, text in texts.items():
        write_text(dist / name, text)
