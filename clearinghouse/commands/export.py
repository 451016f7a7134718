"""chm export: makes the offline editions of a built site, and the page that offers them."""

import time
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from datetime import date
from pathlib import Path
from zipfile import ZipFile

import click
from jinja2 import FileSystemLoader

from clearinghouse.commands import options
from clearinghouse.publications.html.templates import Templates
from clearinghouse.publications.offline import delta as deltas
from clearinghouse.publications.offline.delta import Delta
from clearinghouse.publications.offline.edition import FOLDER, README, named, pack_files
from clearinghouse.publications.offline.offers import OFFERS, SUMS, Group, Offer, editions_context, offering, sums_text
from clearinghouse.publications.offline.packs import Pack
from clearinghouse.publications.offline.readme import readme_of_all
from clearinghouse.publications.words import counted
from clearinghouse.site.built_site import BuiltSite
from clearinghouse.site.offering import offered
from clearinghouse.vocabulary.states import MEMBER_STATES
from clearinghouse.world.copies import older_copy, update_copy
from clearinghouse.world.copies.paper import write_booklets, write_sheets
from clearinghouse.world.copies.zim import library, silent_and_bound, write_zim
from clearinghouse.world.copies.zips import Zipped, sums_of, zipped
from clearinghouse.world.disk.whole_files import all_at_once, folder_for_files, whole_file
from clearinghouse.world.failure import Failure
from clearinghouse.world.root import ROOT

HELP = """\
Makes, of the site that `chm build` has built, what works without a network: the whole site as a zip file and as a ZIM file
for Kiwix readers, a pack for each member state, checksums, a README, and the page that offers all of them. All files take
their places at once, when the last is whole; older editions stay in dist/.

  chm export
  chm export --publish               put them into offline/ of the site as well, and make its sums anew (chm build --manifest)
  chm export --print                 PDF files as well, made by a browser: a sheet for each training, a booklet for each state
  chm export --since 2026-10-01      an update as well, for copies made on that day (the edition must lie in dist/)
  chm export --since v1.2            an update for copies of the site as it was at that revision of git
  chm export --updates               an update for each older edition that lies in dist/, where it is much smaller

Exit status: 0 made, 2 could not be made."""


@options.command(HELP)
@options.SITE(help="the built site (default: site)")
@click.option("--dist", type=options.PATH, default=ROOT / "dist", metavar="DIR", help="where the editions go (default: dist)")
@click.option("--print", "paper", is_flag=True, help="make PDF files too: sheets of trainings, booklets of states")
@click.option("--since", metavar="REV|DATE", help="make an update too, for copies of that day or revision")
@click.option("--updates", is_flag=True, help="make an update too for each older edition in DIST")
@click.option("--publish", is_flag=True, help="put the editions into offline/ of the site as well")
def run(site: Path, dist: Path, paper: bool, since: str | None, updates: bool, publish: bool) -> int:
    """Makes all editions and tells of each. Returns 0, or raises Failure."""
    began = time.perf_counter()
    built = BuiltSite.at(site)
    _apart(site.resolve(), dist.resolve())
    folder_for_files(dist)
    # What an update begins with is read first: an edition of the same day is about to be replaced.
    asked = [_older(since, dist)] if since else []
    older = [each for each in older_copy.all_before(dist, built.about.day) if each not in asked] if updates else []
    library()
    with all_at_once(dist) as new:
        whole = _whole(built, new)
        # In a process of its own: it takes as long as all packs, and libzim prints what nobody asked for.
        with ProcessPoolExecutor(1, initializer=silent_and_bound) as other:
            zim_made = other.submit(write_zim, new / f"{named(str(built.about.day))}.zim", new / whole.file, built.about)
            packs = list(_packs(built, new))
            try:
                zim = _told("The whole site for Kiwix readers", zim_made.result(), "a ZIM file")
            except BrokenProcessPool:
                raise Failure("the process that writes the ZIM file was ended from outside, perhaps for want of memory") from None
        groups = [Group("The whole site", [whole, zim]), Group("One country", packs)]
        if paper:
            groups.append(Group("On paper", list(_paper(built, new, new / whole.file))))
        offers = [_update(built, new, *each) for each in asked]
        offers += _worthwhile(whole, (_update(built, new, *each) for each in older), new)
        groups.append(Group("Updates", offers))
        _beside(built, new, groups)
    made = [offer.file for group in groups for offer in group.offers]
    print(f"made {counted(len(made), 'edition')} in {time.perf_counter() - began:.1f} s: {dist}")
    if publish:
        print(f"offered: {offered(site, dist, (*made, SUMS, README))}")
    return 0


def _apart(site: Path, dist: Path) -> None:
    """Holds the two folders apart: what is made of a site must not become a part of it."""
    if dist == site or site in dist.parents or dist in site.parents:
        raise Failure(f"{dist} and the site in {site} must lie apart: name another folder with --dist")


def _whole(site: BuiltSite, dist: Path) -> Offer:
    return _told("The whole site", zipped(dist / f"{named(str(site.about.day))}.zip", site.whole(), site.about.day, FOLDER))


def _packs(site: BuiltSite, dist: Path) -> Iterator[Offer]:
    for state in MEMBER_STATES.values():
        pack = Pack(state, site.files)
        path = dist / f"{named(f'{state.address}-{site.about.day}')}.zip"
        yield _told(state.name, zipped(path, pack_files(site.about, pack, site.fragments, site.read), site.about.day, FOLDER))


def _paper(site: BuiltSite, dist: Path, whole: Path) -> Iterator[Offer]:
    sheets = write_sheets(dist / f"{named(f'sheets-{site.about.day}')}.zip", whole, site.about)
    yield _told("A sheet for each training", sheets, counted(sheets.files, "PDF file"))
    states = list(MEMBER_STATES.values())
    places = {state: dist / f"{named(f'{state.address}-{site.about.day}')}.pdf" for state in states}
    for state, made in zip(states, write_booklets(places, whole, site.about, site.files.values()), strict=True):
        yield _told(f"{state.name}: a booklet", made, "a PDF file")


def _told(label: str, made: Zipped, note: str = "") -> Offer:
    offer = Offer(made.path.name, label, made.size, made.sha256, note)
    print(f"{offer.size:>9}  {counted(made.files, 'file'):>12}  {offer.file}", flush=True)
    return offer


def _older(since: str, dist: Path) -> tuple[str, dict[str, str]]:
    """The name and the sums of the copy that an update begins with."""
    try:
        day = date.fromisoformat(since)
    except ValueError:
        with older_copy.site_at(since) as (name, folder):
            site = BuiltSite.at(folder)
            path = folder.with_name("older.zip")
            zipped(path, site.whole(), site.about.day, FOLDER)
            return name, sums_of(path, FOLDER)
    return older_copy.of_day(dist, day)


def _update(site: BuiltSite, dist: Path, since: str, old: dict[str, str]) -> Offer:
    whole = dist / f"{named(str(site.about.day))}.zip"
    delta = Delta(old, sums_of(whole, FOLDER))
    pages = sum(name.endswith(".html") for name in delta.changed)
    path = dist / f"{named(f'{site.about.day}-since-{since}')}.zip"
    made = zipped(path, _update_files(site, whole, delta, since), site.about.day)
    return _told(f"From {since}", made, f"{counted(pages, 'page')} new or changed")


def _worthwhile(whole: Offer, updates: Iterable[Offer], dist: Path) -> Iterator[Offer]:
    """Those updates that are less than half as large as the whole edition; the others help nobody, and are deleted."""
    for update in updates:
        if 2 * update.bytes < whole.bytes:
            yield update
        else:
            (dist / update.file).unlink()
            print(f"not offered, since the whole edition is hardly larger: {update.file}")


def _update_files(site: BuiltSite, whole: Path, delta: Delta, since: str) -> Iterator[tuple[str, bytes]]:
    for name, text in delta.texts(site.about, since).items():
        yield name, text.encode()
    yield deltas.SCRIPT, Path(update_copy.__file__).read_bytes()
    with ZipFile(whole) as archive:
        for name in delta.changed:
            yield deltas.FILES + name, archive.read(FOLDER + name)


def _beside(site: BuiltSite, dist: Path, groups: list[Group]) -> None:
    """Checksums, README, and the page that offers all of them, as it must stand at offline/ of the site."""
    offers = [offer for group in groups for offer in group.offers]
    rows = [f"{offer.size:>9}  {offer.file}" for offer in offers]
    templates = Templates(FileSystemLoader(ROOT / "overrides" / "records"))
    editions = templates.render("editions.html", "offline/", **editions_context(groups, site.about.day, README))
    texts = {
        SUMS: sums_text(offers),
        README: readme_of_all(site.about, rows),
        "index.html": offering(site.read(OFFERS).decode(), editions),
    }
    for name, text in texts.items():
        with whole_file(dist / name) as file:
            file.write(text.encode())
