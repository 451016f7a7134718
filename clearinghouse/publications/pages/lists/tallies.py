"""Tallies: a page of a list enters, and what is said above it leaves: its headline, how many stand there, and that there are none."""

from datetime import date

from clearinghouse.catalogue.coverage import counts
from clearinghouse.catalogue.facets import Choice, Facet
from clearinghouse.publications.finding.last_changes import day_of
from clearinghouse.publications.html.parts import Bit, Notice
from clearinghouse.publications.pages.lists.listings import Listing
from clearinghouse.publications.pages.ways.adding import adding
from clearinghouse.publications.presentations import PRESENTATIONS
from clearinghouse.publications.site import Site
from clearinghouse.publications.translation.texts import gettext, ngettext
from clearinghouse.publications.words import capital, date_words, records_counted, singular_of
from clearinghouse.records.collection import COLLECTIONS
from clearinghouse.records.collections.event import Event


def last_changed(listing: Listing, as_of: date) -> date:
    """The last day on which one of a list's records changed; that of the site where none is known."""
    return day_of(listing.all, as_of) or as_of


def headline(listing: Listing, as_of: date) -> tuple[str, ...]:
    """What a list comes to in a sentence, and by which rule; nothing where its length is all that there is to say.

    A whole list says of which day that is: the last one that changed it, so that no page changes for the sole reason that a day has passed.
    """
    if not listing.all or listing.number > 1:
        return ()
    is_event, own = COLLECTIONS[listing.collection].is_event, PRESENTATIONS[listing.collection].headline
    if listing.narrowed_by:
        return _of_events(listing, ()) if is_event else ()
    changed = last_changed(listing, as_of)
    if is_event:
        return _of_events(listing, (_as_of(changed),))
    if not own:
        return ()
    words = own(listing.all, as_of)
    return (words, _as_of(changed if own(listing.all, changed) == words else as_of))


def _as_of(day: date) -> str:
    return gettext("As of {day}.", day=date_words(day))


def _of_events(listing: Listing, day: tuple[str, ...]) -> tuple[str, ...]:
    """Those that count, by the rule of coverage, and how many are left out by it."""
    counted = [record for record in listing.all if isinstance(record, Event) and counts(record)]
    if not counted:
        return ()
    hosts = len({event.host for event in counted if event.host})
    years = [event.starts.year for event in counted if event.starts]
    since = gettext("since {year}", year=min(years)) if years else ""
    number, states = records_counted(len(counted), listing.collection), ngettext("{number} state", "{number} states", hosts)
    if hosts and since:
        words = gettext("{records} held in {states} {since}", records=number, states=states, since=since)
    else:
        words = gettext("{records} held", records=number)
    left_out = len(listing.all) - len(counted)
    more = ngettext(
        "{number} more is not counted: still to come, cancelled, uncertain or not confirmed.",
        "{number} more are not counted: still to come, cancelled, uncertain or not confirmed.",
        left_out,
    )
    return (words, *day, *([more] if left_out else []))


def order_of(listing: Listing) -> str:
    """How the records of a list stand, in words."""
    by_default = "newest first" if COLLECTIONS[listing.collection].is_newest_first else "A to Z"
    return listing.order or PRESENTATIONS[listing.collection].order or by_default


def tally(listing: Listing, as_of: date, *, is_silent: bool) -> list[str]:
    """How many records a list holds. is_silent: whether it does not say that nothing is to come."""
    is_event = COLLECTIONS[listing.collection].is_event
    total = capital(records_counted(listing.total, listing.collection))
    part = gettext("; {number} on this page", number=len(listing.records)) if len(listing.pages) > 1 else ""
    words = f"{total}, {gettext(order_of(listing))}{part}."
    if listing.low:
        low = "{number} is uncertain and not counted in statistics.", "{number} are uncertain and not counted in statistics."
        words = f"{words} {ngettext(*low, listing.low)}"
    sentences = [words]
    if is_event and not listing.narrowed_by and listing.number == 1 and not is_silent:
        sentences.append(gettext("None has been announced after {day}.", day=date_words(as_of)))
    return sentences


def empty(collection: str, site: Site) -> Notice:
    """What a list says where its collection has no record, and how one is added."""
    words = gettext("No {record} is listed.", record=singular_of(collection).lower())
    return PRESENTATIONS[collection].silence or _nothing(collection, words, site)


def none_under(collection: str, facet: Facet, choice: Choice, site: Site) -> Notice:
    """The same of a list that is narrowed to a term under which no record stands."""
    noun, label = singular_of(collection).lower(), gettext(facet.label).lower()
    return _nothing(collection, gettext("No {record} is listed under {facet} “{term}”.", record=noun, facet=label, term=choice.label), site)


def _nothing(collection: str, words: str, site: Site) -> Notice:
    if silence := PRESENTATIONS[collection].silence:
        return Notice(words, silence.bits)
    is_event = COLLECTIONS[collection].is_event
    why = "Either none took place or none has been reported." if is_event else "None has been published here yet."
    ways = adding(PRESENTATIONS[collection], site)
    return Notice(words, (Bit(f"{gettext(why)} "), *(Bit(way.text, to=way.to, href=way.href) for way in ways)))
