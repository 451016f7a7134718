"""No records: the terms of lists under which no record stands come in, and for each a small page leaves that says so.

There are hundreds of such terms, and nothing leads there but what was linked when it held a record, or from elsewhere. So these pages
have neither the theme nor a script, as the list has that other sites put into a frame (`pages/embed.py`).
"""

from collections.abc import Iterator

from markupsafe import Markup

from clearinghouse.catalogue.catalogue import Catalogue
from clearinghouse.catalogue.facets import Choice, Facet, facets
from clearinghouse.publications.channels import channels
from clearinghouse.publications.feeds.autodiscovery import autodiscovery, fitting
from clearinghouse.publications.feeds.following import following
from clearinghouse.publications.files.file import File
from clearinghouse.publications.files.kinds import Kind
from clearinghouse.publications.html.parts import Action
from clearinghouse.publications.html.policy import guarded
from clearinghouse.publications.html.templates import Templates
from clearinghouse.publications.narrowed import list_address
from clearinghouse.publications.pages.lists import tallies
from clearinghouse.publications.presentations import LISTED
from clearinghouse.publications.site import Site
from clearinghouse.publications.words import plural_of


def empty_lists(catalogue: Catalogue, site: Site, templates: Templates) -> Iterator[File]:
    """The page of each term of each list that has no record."""
    known = channels(catalogue)
    for collection in LISTED:
        name = plural_of(collection)
        for facet in facets(catalogue, collection):
            for choice in facet.choices:
                if choice.records:
                    continue
                address, title = list_address(collection, facet.id, choice.id), f"{name}: {choice.label}"
                html = templates.render(
                    "pages/no_records.html", address, name=site.name, url=site.url, title=title, about=choice.about,
                    feeds=Markup(autodiscovery(address, known, site)),
                    empty=tallies.none_under(collection, facet, choice, site),
                    actions=(
                        Action(f"All {name.lower()}", to=f"{collection}/"),
                        *following(fitting(address, known)[0], site),
                    ),
                )  # fmt: skip
                yield File(address, Kind.LIST, guarded(str(html)), title, _states_of(facet, choice))


def _states_of(facet: Facet, choice: Choice) -> tuple[str, ...]:
    return (choice.id,) if facet.id == "countries" else ()
