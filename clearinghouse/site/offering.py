"""Offering: the editions of a site are put into it, so that its own page of offline copies offers them."""

import shutil
from collections.abc import Iterable
from pathlib import Path

from clearinghouse.publications.files.contents import CONTENTS, SiteFile, address_of, contents_text, site_files
from clearinghouse.publications.files.kinds import Kind
from clearinghouse.publications.offline.offers import OFFERS
from clearinghouse.site.manifest import manifest_of, write_manifest
from clearinghouse.world.disk.whole_files import clear, whole_file


def offered(site: Path, dist: Path, names: Iterable[str]) -> Path:
    """Puts these files of `dist` into the folder of the site that offers them; returns it. Raises Failure.

    The page comes last, so that it never offers what is not there yet. The list of the site's files is made anew, and so are
    sums that lie beside the site.
    """
    page = (site / OFFERS).resolve()
    clear(page.parent)
    contents = {file.address: file for file in site_files((site / CONTENTS).read_bytes())}
    for name in (*sorted(names), page.name):
        source, place = dist / name, page.with_name(name)
        if source.resolve() != place:
            with source.open("rb") as edition, whole_file(place) as file:
                shutil.copyfileobj(edition, file)
        address = address_of(OFFERS) + ("" if place == page else name)
        contents[address] = contents.get(address, SiteFile(address, Kind.EDITION)).with_content(place.read_bytes())
    with whole_file(site / CONTENTS) as file:
        file.write(contents_text(contents.values()).encode())
    if manifest_of(site).exists():
        write_manifest(site)
    return page.parent
