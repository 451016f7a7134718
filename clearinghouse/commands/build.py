"""chm build: reads the records, builds the whole site beside the old one, checks it, and swaps the two."""

from datetime import date
from pathlib import Path

import click

from clearinghouse.commands import options
from clearinghouse.site.build import build_site
from clearinghouse.site.manifest import write_manifest

HELP = """\
Reads the records of data/ and builds the whole site into site/. If the records have problems, it lists all of them and
builds nothing. The old site stays as it is until the new one is whole.

  chm build
  chm build --data tests/living --site site-living --as-of 2026-03-10    another data folder, seen from another day
  chm build --as-known-on 2026-12-31 --site site-2026                    the site as it was on a day, with what it knew then
  chm build --manifest                                                   sums of all files as well, in site.sha256
  chm build --strict                                                     warnings stop the build as well

Where the site will be, and where its records are edited, is set in mkdocs.yml, or in CHM_SITE_URL and CHM_REPOSITORY if they
are set, so that a fork builds its own site without an edit. All cores work, or as many as CHM_CORES says; the site is the same.
.site.memory, beside the site, saves the next build some work; it may be deleted at any time.

Exit status: 0 built, 1 the records have problems (all listed), 2 the build itself failed."""


@options.command(HELP)
@options.data
@options.SITE(help="where the site goes (default: site)")
@options.as_of
@options.DAY("--as-known-on", help="the site as it stood on that day, which is today then as well")
@click.option("--manifest", is_flag=True, help="write the SHA-256 sums of all files beside the site: SITE.sha256")
@click.option("--strict", is_flag=True, help="let warnings stop the build as well")
def run(data: Path, site: Path, as_of: date, as_known_on: date | None, manifest: bool, strict: bool) -> int:
    """Builds. Returns 0 or 1, or raises Failure."""
    status = build_site(data, site, as_of, strict=strict, as_known_on=as_known_on)
    if status == 0 and manifest:
        print(f"sums of all files: {write_manifest(site)}")
    if status == 0:
        print(f"open {(site.absolute() / 'index.html').as_posix()}, or run `python3 scripts/chm.py serve`")
    return status
