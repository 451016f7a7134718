"""chm shots: takes pictures of a page of each kind, and names those that differ from pictures taken before."""

import re
import sys
import time
from itertools import product
from pathlib import Path

import click

from clearinghouse.commands import options
from clearinghouse.world.disk.whole_files import write_text
from clearinghouse.world.failure import Failure
from clearinghouse.world.root import ROOT
from tools.quality.browsing import Place, driven, tab
from tools.quality.kinds import asked_of, kinds_of_site
from tools.quality.pictures import MOST, contact_sheet, differences
from tools.quality.serving import served
from tools.quality.sites import DAYS, built

HELP = """\
Takes pictures of the largest page of each kind, 360, 768 and 1440 pixels wide, light and dark, into a folder, with a page
index.html that shows them all. With --compare it names the pictures of key pages that differ from those of another folder.

  chm shots                                of a new build of data/, into shots/
  chm shots --site site --into /tmp/new    of the site that is built already
  chm shots --of living --whole            of tests/living, the whole length of each page
  chm shots --into /tmp/new --compare /tmp/old

Compare pictures of one machine alone: fonts differ from one to the next.
Exit status: 0 done, 1 key pages differ, 2 it could not be done."""
WIDTHS, SCHEMES = (360, 768, 1440), ("light", "dark")
HEIGHTS = {360: 760, 768: 1024, 1440: 1000}
TALLEST = 12_000
"""In pixels: how much is taken of a page at most."""
KEY = ("front page", "trainings", "trainings/*", "plans/*", "countries/*", "legislation", "legislation/* (record)", "search", "not there")
"""The kinds of pages that are compared."""


@options.command(HELP)
@click.option("--site", type=options.PATH, metavar="DIR", help="a folder that holds the site of data/ already (default: build it)")
@click.option("--of", "name", type=click.Choice(tuple(DAYS)), default="true", help="which site (default: true)")
@click.option("--into", "folder", type=options.PATH, default=ROOT / "shots", metavar="DIR", help="where to (default: shots)")
@click.option("--kind", "chosen", multiple=True, metavar="KIND", help="which kind of page, as index.html names it (default: all)")
@click.option("--whole", is_flag=True, help="the whole length of each page, not the first screen")
@click.option("--compare", "old", type=options.PATH, metavar="DIR", help="pictures taken before")
@click.option("--tolerance", type=click.FloatRange(0, 1), default=MOST, metavar="PART", help=f"how much may differ (default: {MOST})")
def run(
    site: Path | None, name: str, folder: Path, chosen: tuple[str, ...], whole: bool, old: Path | None, tolerance: float
) -> int:  # fmt: skip
    """Takes them, and compares. Returns 0 or 1; raises Failure."""
    began = time.monotonic()
    if old and not old.is_dir():
        raise Failure(f"there are no pictures in {old} to compare with")
    folder.mkdir(parents=True, exist_ok=True)
    pictures: dict[str, list[str]] = {}
    with built([name], site if name == "true" else None) as (one,), served(one.folder) as url, driven() as program:
        place = Place(one.name, url, one.day)
        kinds = asked_of(kinds_of_site(one.folder), chosen)
        for width, scheme in product(WIDTHS, SCHEMES):
            with tab(program, place, viewport={"width": width, "height": HEIGHTS[width]}, color_scheme=scheme) as page:
                for kind, address in kinds.items():
                    page.goto(url + address)
                    page.wait_for_load_state("networkidle")
                    file = picture_of(kind, width, scheme)
                    height = min(page.evaluate("document.documentElement.scrollHeight"), TALLEST) if whole else HEIGHTS[width]
                    clip = {"x": 0, "y": 0, "width": width, "height": height}
                    page.screenshot(path=folder / file, full_page=whole, clip=clip, animations="disabled")  # type: ignore[arg-type]  # clip is a plain mapping
                    pictures.setdefault(kind, []).append(file)
            print(f"{time.monotonic() - began:5.0f} s  {len(kinds)} pages, {width} wide, {scheme}", file=sys.stderr, flush=True)
    write_text(folder / "index.html", contact_sheet(pictures))
    print(f"{sum(map(len, pictures.values()))} pictures: {folder / 'index.html'}")
    if not old:
        return 0
    key = [file for kind, files in pictures.items() if kind in KEY for file in files]
    lines = list(differences(old, folder, key, tolerance))
    print(*lines, f"{len(lines)} of {len(key)} pictures of key pages differ from {old}", sep="\n")
    return 1 if lines else 0


def picture_of(kind: str, width: int, scheme: str) -> str:
    """The file of a picture: `trainings-x--360-light.png`."""
    return f"{re.sub(r'[^a-z0-9]+', '-', kind.replace('*', 'x')).strip('-')}--{width}-{scheme}.png"
