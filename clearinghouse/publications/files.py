"""Files: all that the site gives out beside the pages of its theme, each with its address."""

from collections.abc import Iterator

from clearinghouse.catalogue.catalogue import Catalogue
from clearinghouse.catalogue.quality import Quality
from clearinghouse.publications.agendas.agendas import agendas
from clearinghouse.publications.feeds.feeds import feeds
from clearinghouse.publications.html.templates import Templates
from clearinghouse.publications.offline.copy import ABOUT, BUILT, about_file, built_script
from clearinghouse.publications.pages import embed, subscribe
from clearinghouse.publications.pages.news.digests import TEXT, digest_text, digests
from clearinghouse.publications.pages.upkeep import desks, quality
from clearinghouse.publications.site import Site


def files(catalogue: Catalogue, site: Site, templates: Templates) -> Iterator[tuple[str, str | bytes]]:
    """Addresses and contents, one at a time; an address that ends in a slash is a page that needs no theme."""
    yield from feeds(catalogue, site)
    yield from agendas(catalogue, site)
    yield from subscribe.qr_files(catalogue, site)
    yield BUILT, built_script(catalogue.as_of)
    yield ABOUT, about_file(site, catalogue.as_of)
    yield embed.EMBED, templates.render("embed.html", embed.EMBED, **embed.context(catalogue, site))
    for digest in digests(catalogue):
        yield digest.address + TEXT, digest_text(digest, catalogue, site)
    found = Quality(catalogue)
    yield quality.METRICS, quality.metrics(found)
    yield from desks.feeds(found, site)
