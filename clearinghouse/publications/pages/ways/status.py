"""Status: what became of proposals, a page and a feed for each, by its number alone; there is no list of them, and nobody is named.

A page says it in the language of its sender first, and in English. It is one page: one for each language would be built for nobody.
"""

from collections.abc import Iterator
from datetime import date
from html import escape

from clearinghouse.catalogue.catalogue import Catalogue
from clearinghouse.publications.feeds.entries import Entry, tag
from clearinghouse.publications.feeds.feed import Feed
from clearinghouse.publications.feeds.feed_files import feed_files
from clearinghouse.publications.html.parts import Action, Badge, Bit, Fact, Head, Item, Line, Section
from clearinghouse.publications.html.templates import Templates
from clearinghouse.publications.page import Page
from clearinghouse.publications.site import Site
from clearinghouse.publications.translation.language import ENGLISH, speaking
from clearinghouse.publications.translation.texts import gettext, pgettext
from clearinghouse.publications.words import date_words
from clearinghouse.records.collections.record import Record
from clearinghouse.records.public_sheet import DECLINED, PUBLISHED, RECEIVED, REVIEW, PublicSheet

ADDRESS, FORM, TITLE = "contribute/status/", "contribute/", "What became of a message"
_STYLES = {RECEIVED: "soon", REVIEW: "soon", PUBLISHED: "done", DECLINED: "stop"}


def is_of_one(address: str) -> bool:
    """Whether an address is the page of one proposal: none that others rely on, since its sheet may go once nobody asks any more."""
    return address.startswith(ADDRESS) and address != ADDRESS


def pages(catalogue: Catalogue, templates: Templates) -> Iterator[Page]:
    """The page on which a number is typed, and a page for each."""
    crumbs = (("Home", ""), ("Contribute", FORM))
    lead = "Type the reference number that you got when you sent it. The page shows whether it was received, published or declined."
    head = Head(TITLE, lead, crumbs=(*crumbs, (TITLE, None)))
    html = templates.render("pages/status.html", ADDRESS, head=head, senders=(), sections=(), has_field=True)
    yield Page(ADDRESS, TITLE, lead, html, FORM, is_indexed=False)
    for reference, sheet in catalogue.proposals.items():
        address = f"{ADDRESS}{reference}/"
        word, said = _words(sheet.state)
        badges = (Badge(_STYLES[sheet.state], word),)
        actions = (Action("Follow it (RSS)", to=f"{address}feed.rss"), Action("Another number", to=ADDRESS))
        head = Head(reference, said, badges=badges, actions=actions, crumbs=(*crumbs, (TITLE, ADDRESS), (reference, None)))
        facts = (Fact("Received", (_day(sheet.received),)), Fact(word, (_day(sheet.since),)))
        sections = [Section("days", "When", facts=facts[:1] if sheet.state == RECEIVED else facts)]
        if why := _why(sheet):
            sections.append(Section("why", "Why" if sheet.state == DECLINED else "What was not accepted", paragraphs=((Bit(why),),)))
        if items := tuple(Item((Bit(record.title, to=record.address),)) for record in _records(sheet, catalogue)):
            sections.append(Section("records", "Where it is published", items))
        senders = tuple(_for_sender(sheet, catalogue, templates))
        html = templates.render("pages/status.html", address, head=head, senders=senders, sections=sections, has_field=False)
        yield Page(address, f"Message {reference}", said, html, FORM, is_indexed=False)


def feeds(catalogue: Catalogue, site: Site) -> Iterator[tuple[str, bytes]]:
    """The feed of each, whose one entry changes its id with the state, so that a reader shows it again."""
    for reference, sheet in catalogue.proposals.items():
        address = f"{ADDRESS}{reference}/"
        word, said = _words(sheet.state)
        links = [f"{site.url}{record.address}" for record in _records(sheet, catalogue)]
        text = " ".join([said, *filter(None, [_why(sheet)]), *links])
        named = f"status/{reference}/{sheet.state.replace(' ', '-')}"
        entry = Entry(tag(site, named), sheet.since, f"{reference}: {word}", text, f"<p>{escape(text)}</p>", site.url + address, ())
        title = f"{site.name}: message {reference}"
        yield from feed_files(Feed(f"status/{reference}", title, TITLE, f"{address}feed", address, [entry]), site)


def _why(sheet: PublicSheet) -> str:
    """Why it, or a part of it, was declined; empty where it was not."""
    return (sheet.reason or "") if sheet.state in (DECLINED, PUBLISHED) else ""


def _words(state: str) -> tuple[str, str]:
    """A word and a sentence for what became of it."""
    return {
        RECEIVED: (gettext("Received"), gettext("It waits for the editors.")),
        REVIEW: (gettext("In review"), gettext("The editors look at it. They may have asked its sender something.")),
        PUBLISHED: (pgettext("a message", "Published"), gettext("The editors have accepted it.")),
        DECLINED: (gettext("Declined"), gettext("The editors have not accepted it.")),
    }[state]


def _for_sender(sheet: PublicSheet, catalogue: Catalogue, templates: Templates) -> Iterator[tuple[str, Section]]:
    """All of it in the language of its sender, with its tag, where the site speaks that language."""
    own = templates.languages.others.get(sheet.language or "")
    if own:
        with speaking(own):
            section = _section(sheet, catalogue)
        yield own.tag, section


def _section(sheet: PublicSheet, catalogue: Catalogue) -> Section:
    word, said = _words(sheet.state)
    facts = [Fact(gettext("Received"), (_day(sheet.received),)), Fact(word, (_day(sheet.since),))][: 1 + (sheet.state != RECEIVED)]
    records = tuple((Bit(record.title, to=record.address, lang=ENGLISH),) for record in _records(sheet, catalogue))
    facts += [Fact(gettext("Where it is published"), records)] if records else []
    why = ((Bit(text),),) if (text := _why(sheet)) and sheet.state == DECLINED else ()
    facts += [Fact(gettext("What was not accepted"), ((Bit(text),),))] if text and sheet.state == PUBLISHED else []
    return Section("sender", word, paragraphs=((Bit(said),), *why), facts=tuple(facts))


def _records(sheet: PublicSheet, catalogue: Catalogue) -> Iterator[Record]:
    """The records of the site that it became; one that is gone since is left out."""
    for reference in sheet.records if sheet.state == PUBLISHED else ():
        collection, _, name = reference.partition("/")
        record = catalogue.by_collection.get(collection, {}).get(name)
        if isinstance(record, Record) and record.is_revealed(catalogue.as_of):
            yield record


def _day(day: date) -> Line:
    return (Bit(date_words(day), time=str(day)),)
