"""To-do lists: what the records about each state and about the region lack, each line with the way to the form; a page and a feed."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from html import escape
from typing import Any

from clearinghouse.catalogue.news import opening_days
from clearinghouse.catalogue.offices import REGION
from clearinghouse.catalogue.quality import COUNTED, OFFICES, WAYS, Due, Finding, Quality, Tally
from clearinghouse.publications.feeds.entries import Entry, tag
from clearinghouse.publications.feeds.feed import MOST, SUBSCRIBE, Feed
from clearinghouse.publications.feeds.feed_files import feed_files
from clearinghouse.publications.form_links import FORM, to_edit, to_verify
from clearinghouse.publications.html.lines import text_bit
from clearinghouse.publications.html.parts import Action, Bit, Head, Item, Notice, Section
from clearinghouse.publications.html.templates import Templates
from clearinghouse.publications.page import Page
from clearinghouse.publications.pages.upkeep.quality import (
    ADDRESS,
    HEADINGS,
    MAINTAIN,
    MEANINGS,
    REGION_KEY,
    desk_of,
    kind_table,
    label_of,
    name_of,
)
from clearinghouse.publications.site import Site
from clearinghouse.publications.translation.formats import number_text
from clearinghouse.publications.translation.texts import gettext, ngettext
from clearinghouse.publications.words import capital, counted, date_words, have, sentence, singular_of, verified_words
from clearinghouse.records.collections.record import Record
from clearinghouse.vocabulary.states import MEMBER_STATES
from clearinghouse.vocabulary.writing_systems import language_by_script

MOST_LINES = 250
"""How many lines a part of a list shows: whoever has fixed these sees the next."""


@dataclass(frozen=True)
class Group:
    """A part of a desk. about: what its records have in common."""

    id: str
    title: str
    about: str
    section: Section


def pages(quality: Quality, site: Site, templates: Templates) -> Iterator[Page]:
    """A page for each office. Search engines need not list what is there to be done."""
    for office in OFFICES:
        address = desk_of(office)
        html = templates.render("pages/desk.html", address, **context(office, quality, site))
        words = f"What needs fixing in the records {_about(office)}."
        section = MAINTAIN
        yield Page(address, title_of(office), words, html, section, is_indexed=False, states=states_of(office))


def title_of(office: str) -> str:
    """What the page of a desk is called."""
    return f"To do: {name_of(office)}"


def states_of(office: str) -> tuple[str, ...]:
    """The state whose desk it is, as addresses have it."""
    return () if office == REGION else (MEMBER_STATES[office].address,)


def _about(office: str) -> str:
    return "about the region" if office == REGION else f"about {name_of(office)}"


def context(office: str, quality: Quality, site: Site) -> Mapping[str, Any]:
    """What the page of a desk lays out. A record stands once, where what is most urgent about it puts it, and tells all."""
    own = quality.of(office)
    open_ = [finding for finding in own if finding.wants]
    groups = [_group(way, [finding for finding in open_ if finding.wants[0] == way], site) for way in WAYS]
    tallies = ((name, Tally.of(quality.of(office, name))) for name in COUNTED)
    counts = Section("counts", "In numbers", table=kind_table(f"Records {_about(office)}", tallies))
    about = _about(office)
    lead = gaps_in_words(own, about) if own else f"There is no record {about} yet."
    actions = (Action("Feed of this list (RSS)", to=f"{feed_of(office)}.xml"), Action("Data quality", to=ADDRESS))
    waiting = [group for group in groups if group]
    if not waiting:
        nothing = Notice("Nothing to do.", (Bit("Announce a training, or report one", to=FORM),))
        waiting = [Group("nothing", "To do", "", Section("nothing", "", empty=nothing))]
    return {
        "head": Head(title_of(office), lead, actions=actions, crumbs=_crumbs(office)),
        "sections": [*waiting, *([Group("counts", "In numbers", "", counts)] if own else [])],
    }


def has_gaps(finding: Finding) -> bool:
    """Whether a record lacks more than an archived copy of a source, which most do."""
    return any(way != "unarchived" for way in finding.wants)


def gaps_in_words(own: Sequence[Finding], about: str) -> str:
    """`6 of 9 records about Cambodia have gaps. 3 more lack only an archived copy of a source.`"""
    gaps = sum(map(has_gaps, own))
    copies = sum(bool(finding.wants) for finding in own) - gaps
    words = f"{gaps:,} of {counted(len(own), 'record')} {about} {have(gaps)} gaps."
    return f"{words} {copies:,} more {'lacks' if copies == 1 else 'lack'} only an archived copy of a source." if copies else words


def _crumbs(office: str) -> tuple[tuple[str, str | None], ...]:
    return (("Home", ""), ("For editors", MAINTAIN), (title_of(office), None))


def _group(way: str, findings: list[Finding], site: Site) -> Group | None:
    if not findings:
        return None
    items = tuple(_item(finding, site) for finding in findings[:MOST_LINES])
    more = f" The first {MOST_LINES} of {len(findings):,} are shown." if len(findings) > MOST_LINES else ""
    title = f"{HEADINGS[way]}: {len(findings):,}"
    return Group(way, title, f"{capital(MEANINGS[way])}.{more}", Section(way, title, items))


def _item(finding: Finding, site: Site) -> Item:
    record = finding.record
    words, to, href = _way_to_mend(finding, site)
    gaps = " ".join(sentences_of(finding))
    return Item(
        (Bit(record.title, to=record.address, lang=language_by_script(record.title)),),
        (Bit(f"{singular_of(record.collection)}. "), text_bit(gaps), Bit(" "), Bit(words, to=to, href=href)),
    )


def _way_to_mend(finding: Finding, site: Site) -> tuple[str, str | None, str | None]:
    """Words, and the address of the filled form, or of the file where its collection has no form, or of the page that
    says how to tell us."""
    record, file = finding.record, site.edit_link(finding.record.path)
    is_old = finding.is_stale or any(due.what == "verification" for due in finding.due)
    form = to_verify(record) if is_old else to_edit(record)
    if form:
        return ("Confirm this is still correct" if is_old else "Fix this record"), form, None
    return ("Edit its file", None, file) if file else ("Report a mistake", FORM, None)


def _checked_words(record: Record) -> str:
    return capital(verified_words(record))


def sentences_of(finding: Finding) -> Iterator[str]:
    """What needs fixing, in sentences, the most urgent first."""
    record = finding.record
    yield from (_due_words(due) for due in finding.due)
    if finding.is_stale:
        yield f"{_checked_words(record)}." if record.verified else gettext("Never checked.")
    if finding.is_low:
        yield gettext("Uncertain.")
    if finding.missing:
        labels = [label_of(record.collection, key) for key in finding.missing]
        facts = ", ".join(label if label.isupper() else label[:1].lower() + label[1:] for label in map(gettext, labels))
        yield gettext("Not stated: {facts}.", facts=facts)
    if finding.unarchived:
        if finding.sources == 1:
            yield gettext("The source has no archived copy.")
        else:
            yield ngettext(
                "{number} of {total} sources has no archived copy.",
                "{number} of {total} sources have no archived copy.",
                finding.unarchived,
                total=number_text(finding.sources),
            )


def _due_words(due: Due) -> str:
    if due.what == "report":
        return f"It was to end on {date_words(due.day - timedelta(1))}, and no report was found that it took place."
    if due.what == "confirmation":
        return f"It begins on {date_words(due.day)}, and is only announced."
    if due.what == "step":
        return f"Due by {date_words(due.day)}: {sentence(due.detail)}"
    return f"The next check is due by {date_words(due.day)}."


# The feed


def feed_of(office: str) -> str:
    """The address of a desk's feeds, without the ending."""
    return f"feeds/desks/{office.lower() or REGION_KEY}"


def feeds(quality: Quality, site: Site) -> Iterator[tuple[str, bytes]]:
    """RSS and Atom of every list, also of one with nothing to do."""
    for office in OFFICES:
        feed = Feed(
            feed_of(office),
            f"{site.name}: to do, {name_of(office)}",
            f"What needs fixing in the records {_about(office)}. What a feed is: {site.url}{SUBSCRIBE}",
            feed_of(office),
            desk_of(office),
            entries(office, quality, site)[:MOST],
        )
        yield from feed_files(feed, site)


def entries(office: str, quality: Quality, site: Site) -> list[Entry]:
    """What waits on a desk, newest first, each with the day from which on it does, and only as long as it does.

    What a record lacked when it first appeared is told on that day, but for records of the opening: the desk lists those.
    """
    return [entry for entry, _ in _waiting(quality.of(office), quality, site)]


def newest(quality: Quality, site: Site) -> list[tuple[Entry, str]]:
    """What came to be done last over all states, each with its office; a record that lacks archived copies alone is left out."""
    return _waiting(filter(has_gaps, quality.findings), quality, site)


def _waiting(findings: Iterable[Finding], quality: Quality, site: Site) -> list[tuple[Entry, str]]:
    opened = opening_days(quality.catalogue)
    pairs = ((entry, finding.office) for finding in findings for entry in _entries(finding, finding.record.published in opened, site))
    waiting = [(entry, office) for entry, office in pairs if entry.on <= quality.catalogue.as_of]
    return sorted(waiting, key=lambda pair: (pair[0].on, pair[0].id), reverse=True)


def _entries(finding: Finding, is_of_opening: bool, site: Site) -> Iterator[Entry]:
    record = finding.record
    for due in finding.due:
        yield _entry(finding, due.name, max(due.since, record.published), _TITLES[due.what], _due_words(due), site)
    if finding.stale_since and finding.is_stale:
        words = f"{_checked_words(record)}."
        yield _entry(finding, f"stale:{finding.stale_since}", max(finding.stale_since, record.published), "To check", words, site)
    undated = [way for way in finding.wants if way not in ("due", "stale") or (way == "stale" and not record.verified)]
    if undated and not is_of_opening:
        yield _entry(finding, "lacking", record.published, "To complete", " ".join(_undated(finding)), site)


_TITLES = {"report": "Report wanted", "confirmation": "To confirm", "step": "Step due", "verification": "To check soon"}


def _undated(finding: Finding) -> list[str]:
    dated = {_due_words(due) for due in finding.due}
    return [words for words in sentences_of(finding) if words not in dated and words != f"{_checked_words(finding.record)}."]


def _entry(finding: Finding, name: str, on: Any, title: str, words: str, site: Site) -> Entry:
    record: Record = finding.record
    text, to, href = _way_to_mend(finding, site)
    link = href or site.url + (to or FORM)
    page = site.url + record.address
    html = f'<p>{escape(words)}</p><p><a href="{escape(link)}">{text}</a>, or <a href="{escape(page)}">read the record</a>.</p>'
    identity = tag(site, f"{record.first_key}#desk:{name}")
    return Entry(identity, on, f"{gettext(title)}: {record.title}", words, html, link, (), language_by_script(record.title))
