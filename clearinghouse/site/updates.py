"""Updates: what leads from an older copy of the site to the newest one."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from zipfile import ZipFile

from clearinghouse.publications.offline import delta as deltas
from clearinghouse.publications.offline.delta import Delta
from clearinghouse.publications.offline.edition import FOLDER, named
from clearinghouse.publications.words import counted
from clearinghouse.site.built_site import BuiltSite
from clearinghouse.world.copies import older_copy, update_copy
from clearinghouse.world.copies.zips import Zipped, sums_of, zipped


@dataclass(frozen=True)
class OlderCopy:
    """What an update begins with. name: the day or the revision of the copy; sums: of its files by their names."""

    name: str
    sums: dict[str, str]


def older_copies(dist: Path, newest: date, since: str | None, all_others: bool) -> tuple[list[OlderCopy], list[OlderCopy]]:
    """The copy of a day or a revision that is asked for, and all others in `dist` that are older than the newest. Raises Failure."""
    asked = [_copy_of(since, dist)] if since else []
    others = [OlderCopy(*copy) for copy in older_copy.all_before(dist, newest)] if all_others else []
    return asked, [copy for copy in others if copy not in asked]


def write_update(site: BuiltSite, dist: Path, older: OlderCopy) -> tuple[Zipped, str]:
    """Writes an update beside the edition of the whole site, and says what it holds. Raises Failure."""
    whole = dist / f"{named(str(site.about.day))}.zip"
    delta = Delta(older.sums, sums_of(whole, FOLDER))
    pages = sum(name.endswith(".html") for name in delta.changed)
    path = dist / f"{named(f'{site.about.day}-since-{older.name}')}.zip"
    return zipped(path, _files(site, whole, delta, older.name), site.about.day), f"{counted(pages, 'page')} new or changed"


def _files(site: BuiltSite, whole: Path, delta: Delta, since: str) -> Iterator[tuple[str, bytes]]:
    for name, text in delta.texts(site.about, since).items():
        yield name, text.encode()
    yield deltas.SCRIPT, Path(update_copy.__file__).read_bytes()
    with ZipFile(whole) as archive:
        for name in delta.changed:
            yield deltas.FILES + name, archive.read(FOLDER + name)


def _copy_of(since: str, dist: Path) -> OlderCopy:
    try:
        day = date.fromisoformat(since)
    except ValueError:
        with older_copy.site_at(since, dist) as (name, folder):
            site = BuiltSite.at(folder)
            path = folder.with_name("older.zip")
            zipped(path, site.whole(), site.about.day, FOLDER)
            return OlderCopy(name, sums_of(path, FOLDER))
    return OlderCopy(*older_copy.of_day(dist, day))
