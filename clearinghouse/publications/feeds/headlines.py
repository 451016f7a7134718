"""Headlines: a piece of news in a few words, for feeds, digests and lists."""

from clearinghouse.catalogue.catalogue import Catalogue
from clearinghouse.catalogue.news import News
from clearinghouse.publications.collections.view import kind_words
from clearinghouse.publications.words import capital, date_words, singular_of, when
from clearinghouse.records.collections.event import Event
from clearinghouse.records.collections.exchange.offer import Offer


def headline(news: News, catalogue: Catalogue) -> str:
    """What happened, then to what: `Moved to 6 April 2026: Inspection at land checkpoints`."""
    title = news.activity.label if news.activity and news.logged else news.record.title
    return title if news.what == "notice" else f"{what_happened(news, catalogue)}: {title}"


def what_happened(news: News, catalogue: Catalogue) -> str:
    """In a few words, with a capital: `Moved to 6 April 2026`, `Evidence for FLEG 4.1.3`, `PoA 4.1.2 delivered`."""
    if news.what == "new":
        kind = kind_words(news.record) if isinstance(news.record, Event | Offer) else singular_of(news.record.collection)
        return f"New {kind[:1].lower()}{kind[1:]}"
    if news.what == "moved":
        to = news.change.to if news.change else None
        return f"Moved to {date_words(to)}" if to else "Moved"
    if news.what == "evidence" and news.activity:
        return f"Evidence for {activity_words(news.activity.id, catalogue)}"
    if news.logged and news.activity:
        return f"{activity_words(news.activity.id, catalogue)} {news.logged.entry.delivery}"
    on_days = {"closing": f"Registration closes on {date_words(news.due)}", "starting": f"Starts on {date_words(news.due)}"}
    return on_days.get(news.what) or {"assessed": "Legislation assessed", "notice": "Notice"}.get(news.what, capital(news.what))


def lead(news: News, catalogue: Catalogue) -> str:
    """The first thing to read: the note of what changed, or the record's own summary."""
    record = news.record
    if news.logged:
        return news.logged.entry.what or news.logged.entry.note or record.summary
    if news.change and news.change.note:
        return news.change.note
    if news.what == "withdrawn" and record.withdrawn:
        return record.withdrawn.reason
    if news.what == "closing":
        return f"Registration closes in 7 days, on {date_words(news.due)}."
    if news.what == "starting" and isinstance(record, Event):
        holds = record.starts is not None and record.starts.first == news.due
        return f"It starts in 7 days: {when(record)}." if holds else f"It was to start on {date_words(news.due)}."
    return record.summary


def activity_words(activity: str, catalogue: Catalogue) -> str:
    """An activity as plans are cited: `PoA 4.1.2`."""
    plan_id, _, number = activity.partition("/")
    plan = catalogue.plan(plan_id)
    return f"{plan.prefix if plan else plan_id} {number}"
