"""Entries: a piece of news as it stands in every feed: a permanent id, a day, words, and a link."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from html import escape

from clearinghouse.catalogue.catalogue import Catalogue
from clearinghouse.catalogue.news import News
from clearinghouse.publications.collections.law.status import status_in_words
from clearinghouse.publications.collections.view import other_titles, record_item
from clearinghouse.publications.feeds.headlines import activity_words, headline, lead
from clearinghouse.publications.html.bodies import body_html
from clearinghouse.publications.site import Site
from clearinghouse.publications.words import capital, date_words, listed
from clearinghouse.records.collection import COLLECTIONS
from clearinghouse.records.collections.activity import Activity
from clearinghouse.records.collections.event import Event
from clearinghouse.records.collections.legislation import LegislationStatus
from clearinghouse.records.collections.record import Record
from clearinghouse.records.collections.update import Update
from clearinghouse.vocabulary.audiences import AUDIENCES
from clearinghouse.vocabulary.states import MEMBER_STATES
from clearinghouse.vocabulary.topics import TOPICS
from clearinghouse.vocabulary.writing_systems import language_by_script

TAGGED_SINCE = 2026
"""The year from which on the authority signs ids (RFC 4151); it never changes."""


@dataclass(frozen=True)
class Category:
    """A term that an entry belongs to. scheme: of which list, as a URI; term: its id there; label: what readers see."""

    scheme: str
    term: str
    label: str


@dataclass(frozen=True)
class Entry:
    """id: a tag URI; title, summary: plain text; html: the whole entry, safe; lang: BCP 47 tag of its title, if not English."""

    id: str
    on: date
    title: str
    summary: str
    html: str
    link: str
    categories: tuple[Category, ...]
    lang: str | None = None


def entry(news: News, catalogue: Catalogue, site: Site) -> Entry:
    """The entry of a piece of news; its bytes depend on the records alone, never on the day of the build."""
    return Entry(
        tag(site, news.id),
        news.on,
        headline(news, catalogue),
        lead(news, catalogue),
        _html(news, catalogue, site),
        site.url + news.address,
        tuple(_categories(news.record, site)),
        language_by_script(news.record.title),
    )


def tag(site: Site, name: str) -> str:
    """A permanent id (RFC 4151), independent of the site's address."""
    return f"tag:{site.authority},{TAGGED_SINCE}:{name}"


def _html(news: News, catalogue: Catalogue, site: Site) -> str:
    """What a reader shows. Whatever comes from a record is escaped here, but for a notice's body, which is made safe."""
    record = news.record
    first = lead(news, catalogue)
    parts = [_paragraph(first)]
    if first != record.summary and not news.logged:
        parts.append(_paragraph(record.summary))
    if isinstance(record, Update):
        parts += [body_html(record.body)] if record.body else []
    else:
        parts += ["<ul>", *(f"<li>{label}: {html}</li>" for label, html in _facts(record, catalogue)), "</ul>"]
    one = COLLECTIONS[Activity.collection if news.logged else record.collection].one
    words = "The notice" if isinstance(record, Update) else f"The page of this {one}"
    parts.append(f'<p><a href="{escape(site.url + news.address)}">{words}</a></p>')
    return "\n".join(parts)


def _paragraph(text: str) -> str:
    lang = language_by_script(text)
    mark = f' lang="{lang}"' if lang else ""
    return f"<p{mark}>{escape(text)}</p>".replace("\n", "<br>")


def _facts(record: Record, catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """Labels and HTML."""
    yield "What", escape("".join(bit.text for bit in record_item(record).context))
    local = [f'<span lang="{tag}">{escape(title)}</span>' for tag, title in other_titles(record)]
    if local:
        yield "Title", ", ".join(local)
    if isinstance(record, LegislationStatus) and record.status:
        yield "Status", escape(status_in_words(record.status))
    audience = [AUDIENCES[term].label for term in getattr(record, "audience", ())]
    if audience:
        yield "For", escape(listed(audience))
    if isinstance(record, Event) and record.registration and record.registration.deadline:
        yield "Registration closes", date_words(record.registration.deadline)
    if record.serves:
        yield "Contributes to", escape(listed([activity_words(activity, catalogue) for activity in record.serves]))
    source = record.sources[0]
    yield "Source", f'<a href="{escape(source.url)}">{escape(source.publisher)}</a>'
    if record.confidence == "low":
        yield "Confidence", "low"


def _categories(record: Record, site: Site) -> Iterator[Category]:
    yield Category(tag(site, "kinds"), record.collection, capital(COLLECTIONS[record.collection].several))
    for code in record.states:
        if code in MEMBER_STATES:
            yield Category(tag(site, "countries"), code.lower(), MEMBER_STATES[code].name)
    for topic in getattr(record, "topics", ()):
        yield Category(tag(site, "topics"), topic, TOPICS[topic].label)
    for audience in getattr(record, "audience", ()):
        yield Category(tag(site, "audiences"), audience, AUDIENCES[audience].label)
