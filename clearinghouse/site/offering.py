"""Offering: the editions of a site are put into it, so that its own page of offline copies offers them."""

import shutil
from collections.abc import Iterable
from pathlib import Path

from clearinghouse.publications.offline.offers import OFFERS
from clearinghouse.site.manifest import manifest_of, write_manifest
from clearinghouse.world.disk.whole_files import whole_file


def offered(site: Path, dist: Path, names: Iterable[str]) -> Path:
    """Puts these files of `dist` into the folder of the site that offers them; returns it. Raises Failure.

    The page comes last, so that it never offers what is not there yet. Sums that lie beside the site are made anew: they
    are of all its files.
    """
    page = (site / OFFERS).resolve()
    for name in (*sorted(names), page.name):
        source, place = dist / name, page.with_name(name)
        if source.resolve() != place:
            with source.open("rb") as made, whole_file(place) as file:
                shutil.copyfileobj(made, file)
    if manifest_of(site).exists():
        write_manifest(site)
    return page.parent
