"""Outputs: everything that a site gives out, each once, with all that others must know of it.

The catalogue comes in as pages; documents leave, one at a time, without a look at the disk. An adapter writes them, and
lists them in `contents.json`: editions, sums and headers read that list, never the pages.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from clearinghouse.catalogue.quality import OFFICES, Quality
from clearinghouse.publications.agendas.agendas import agendas
from clearinghouse.publications.agendas.spans import older_years
from clearinghouse.publications.channels import ALL, EVENT, Channel, channels, title_of
from clearinghouse.publications.data.api import api_files
from clearinghouse.publications.downloads.table_files import table_addresses
from clearinghouse.publications.feeds.feeds import feeds
from clearinghouse.publications.files.contents import CONTENTS
from clearinghouse.publications.files.file import File
from clearinghouse.publications.files.for_servers import LLMS, ROBOTS
from clearinghouse.publications.files.kinds import Kind
from clearinghouse.publications.files.sitemap import ADDRESSES, SITEMAP, Place, addresses_text, sitemap
from clearinghouse.publications.finding.last_changes import last_changes, whole_list
from clearinghouse.publications.finding.texts import llms, robots
from clearinghouse.publications.forms.pieces import form_pieces
from clearinghouse.publications.forms.protocols import protocol_files
from clearinghouse.publications.forms.scripts import scripts
from clearinghouse.publications.html.policy import guarded
from clearinghouse.publications.html.redirects import TITLE as MOVED
from clearinghouse.publications.html.redirects import redirect_page
from clearinghouse.publications.offline.copy import ABOUT, BUILT, about_file, built_script
from clearinghouse.publications.page import Page
from clearinghouse.publications.pages import embed, subscribe
from clearinghouse.publications.pages.activities import activities
from clearinghouse.publications.pages.lists.list_files import list_addresses
from clearinghouse.publications.pages.lists.no_records import empty_lists
from clearinghouse.publications.pages.news import reports
from clearinghouse.publications.pages.news.digests import TEXT, digest_text, digests
from clearinghouse.publications.pages.pages import Pages
from clearinghouse.publications.pages.tables_of_pages import TablesOfPages
from clearinghouse.publications.pages.upkeep import desks, quality
from clearinghouse.publications.pages.ways import status
from clearinghouse.publications.presentations import LISTED
from clearinghouse.publications.search.script_index import script_index
from clearinghouse.publications.search.terms import known_words, vocabulary
from clearinghouse.publications.search.traits import document_of
from clearinghouse.publications.translation.language import speaking
from clearinghouse.publications.translation.script_texts import address_of, script_of

TERMS, WORDS, SCRIPTS = "search/terms.json", "search/words.json", "search/scripts"

Output = Page | File
Part = Callable[[], Iterator[Output]]
"""Makes documents that have to do with one another, with no need of what another part makes."""


@dataclass
class Known:
    """What must be known of all documents, to make those that list the others. outlines: pages without their HTML; promised: addresses
    of files on which others may rely."""

    outlines: list[Page] = field(default_factory=list)
    promised: set[str] = field(default_factory=lambda: {CONTENTS})

    def add(self, output: Output) -> None:
        """Takes note of a document."""
        if isinstance(output, Page):
            self.outlines.append(replace(output, html=""))
        elif output.is_promised:
            self.promised.add(output.address)

    def add_all(self, others: "Known") -> None:
        """Takes note of what others took note of."""
        self.outlines += others.outlines
        self.promised |= others.promised


def outputs(pages: Pages, prose: Sequence[Page], *, is_plan: bool = False) -> Iterator[Output]:
    """Every document of a site. prose: the pages that people wrote, which the adapter has made, without their HTML; they are
    listed and found like all others; is_plan: whether it only matters what will be where, so that tables need not be written."""
    known = Known(list(prose))
    all_parts: list[Part] = list(parts(pages, is_plan=is_plan))
    if not is_plan:
        all_parts.append(partial(tables_of_prose, pages))
    for part in all_parts:
        for output in part():
            yield output
            known.add(output)
    if is_plan:
        yield from _planned_tables(pages)
    yield from last_files(pages, prose, known)


def parts(pages: Pages, *, is_plan: bool = False) -> Iterator[Part]:
    """All documents but the last and those of prose, in parts that may be made in any order."""
    if is_plan:
        yield from pages.parts()
    else:
        tables = TablesOfPages(pages)
        yield from (partial(tables.behind, part) for part in pages.parts())
        yield lambda: activities.documents(pages.setting)
    yield lambda: _redirects(pages)
    yield lambda: empty_lists(pages.catalogue, pages.site, pages.templates)
    yield lambda: _channel_files(pages)
    yield lambda: _upkeep(pages)
    yield lambda: reports.files(pages.reports)
    yield lambda: _texts(pages)
    yield lambda: api_files(pages.catalogue, pages.site)
    yield lambda: iter(pages.open_data.files)
    yield lambda: _scripts(pages)


def tables_of_prose(pages: Pages) -> Iterator[File]:
    """The files of the lists and tables that pages which people wrote have shown."""
    tables = TablesOfPages(pages)
    return tables.of_all(tables.waiting)


def last_files(pages: Pages, prose: Sequence[Page], known: Known) -> Iterator[File]:
    """The documents that list the others. prose: the pages that people wrote; known: all others that list, too."""
    yield from _search_files(known.outlines, pages)
    yield File(SITEMAP, Kind.SERVER, sitemap(pages.site.url, _places(known.outlines, pages)), is_promised=False)
    yield File(ROBOTS, Kind.SERVER, robots(pages.site), is_promised=False)
    described = next((page.description for page in prose if not page.address), "")
    yield File(LLMS, Kind.SERVER, llms(pages.catalogue, pages.site, described), "What this site is, for programs", is_promised=False)
    addresses = known.promised | {page.address for page in known.outlines if not status.is_of_one(page.address)}
    yield File(ADDRESSES, Kind.DATA, addresses_text(addresses), is_promised=False)


def _places(outlines: Iterable[Page], pages: Pages) -> Iterator[Place]:
    """The pages that search engines may list. A translated list changes with its records, as the English one does."""
    days, languages = last_changes(pages.catalogue), pages.templates.languages
    for page in outlines:
        if page.is_indexed:
            known = [(other.tag, other.address) for other in languages.of(page.address) if other.is_same]
            day = days.get(whole_list(languages.parted(page.address)[1]))
            yield Place(page.address, day, known if len(known) > 1 else ())


def _redirects(pages: Pages) -> Iterator[File]:
    for former, address in pages.redirects():
        yield File(former, Kind.REDIRECT, guarded(redirect_page(former, address, pages.site.url)), MOVED)


def _texts(pages: Pages) -> Iterator[File]:
    """What is made of few records, or shown within pages of others."""
    catalogue, site = pages.catalogue, pages.site
    for digest in digests(catalogue):
        yield File(digest.address + TEXT, Kind.TEXT, digest_text(digest, catalogue, site), f"{digest.title}: {digest.days}")
    framed = pages.templates.render("pages/embed.html", embed.EMBED, **embed.context(catalogue, site))
    yield File(embed.EMBED, Kind.PAGE, guarded(str(framed)), f"{site.name}: what comes next")
    for address, feed in status.feeds(catalogue, site):
        yield File(address, Kind.FEED, feed, status.TITLE, is_promised=False)
    yield File(ABOUT, Kind.DATA, about_file(site, catalogue.as_of))
    yield from protocol_files()


def _scripts(pages: Pages) -> Iterator[File]:
    catalogue, site = pages.catalogue, pages.site
    yield File(BUILT, Kind.SCRIPT, built_script(catalogue.as_of))
    for language in pages.templates.languages.others.values():
        yield File(address_of(language), Kind.SCRIPT, script_of(language))
    for address, script in (*scripts(catalogue, site), *form_pieces(catalogue, site, pages.templates)):
        yield File(address, Kind.SCRIPT, script, is_promised=False)


def _planned_tables(pages: Pages) -> Iterator[File]:
    yield from activities.documents(pages.setting, is_plan=True)
    whole = (f"{name}/{name}.{ending}" for name in LISTED if pages.catalogue.collection(name) for ending in ("csv", "json", "xlsx"))
    for address in (*whole, *list_addresses(pages.lists.values()), *table_addresses(pages.templates.tables)):
        yield File(address, Kind.TABLE, "", is_promised=False)


def _channel_files(pages: Pages) -> Iterator[File]:
    """What one can follow, and the codes that bring it onto a phone."""
    catalogue, site = pages.catalogue, pages.site
    known = channels(catalogue)
    followed = (*known.values(), *older_years(catalogue).values())
    channel_of = {address: channel for channel in followed for address in (channel.rss, channel.xml, channel.atom, channel.agenda)}
    for address, feed in feeds(catalogue, site):
        channel = channel_of.get(address, known[ALL])  # whose archives and JSON have no channel of their own
        yield File(address, Kind.FEED, feed, title_of(channel, site), _states_of(channel))
    events = {former + EVENT: event for event in catalogue.events for former in event.former_addresses}
    events |= {event.address + EVENT: event for event in catalogue.events}
    for address, agenda in agendas(catalogue, site):
        if event := events.get(address):
            # What lies at a former address belongs to no state's pack, as the page there leads on.
            states = tuple(code.lower() for code in event.states) if address.startswith(event.address) else ()
            yield File(address, Kind.AGENDA, agenda, event.title, states)
        else:
            yield File(address, Kind.AGENDA, agenda, title_of(channel_of[address], site), _states_of(channel_of[address]))
    for address, code in subscribe.qr_files(catalogue, site):
        yield File(address, Kind.IMAGE, code)


def _states_of(channel: Channel) -> tuple[str, ...]:
    return (channel.state,) if channel.state else ()


def _upkeep(pages: Pages) -> Iterator[File]:
    findings = Quality(pages.catalogue)
    yield File(quality.METRICS, Kind.DATA, quality.metrics(findings), "Quality")
    office_of = {desks.feed_of(office): office for office in OFFICES}
    for address, feed in desks.feeds(findings, pages.site):
        office = office_of[address.rpartition(".")[0]]
        yield File(address, Kind.FEED, feed, desks.title_of(office), desks.states_of(office))


def _search_files(outlines: Iterable[Page], pages: Pages) -> Iterator[File]:
    """What the search reads beside Pagefind's own bundle, which is made of the finished pages."""
    searched = [(page, page.traits) for page in outlines if page.traits]
    by_address = sorted(searched, key=lambda pair: pair[0].address)
    newest = sorted(by_address, key=lambda pair: pair[1].starts.toordinal() if pair[1].starts else 0, reverse=True)
    index = dict(script_index([document_of(page.address, page.title, traits) for page, traits in newest if traits.texts]))
    heads = [name.removesuffix(".json") for name in index if "-" not in name]
    files: dict[str, str | bytes] = {f"{SCRIPTS}/{name}": content for name, content in index.items()}
    files[TERMS] = vocabulary((traits for _, traits in searched), pages.catalogue, heads)
    for language in pages.templates.languages.others.values():
        with speaking(language):
            files[language.prefix + TERMS] = vocabulary((traits for _, traits in searched), pages.catalogue, heads)
    files[WORDS] = known_words(f"{page.title} {page.description}" for page, _ in searched)
    for address, content in files.items():
        yield File(address, Kind.SEARCH, content, is_promised=False)
