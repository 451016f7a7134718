"""Offers and requests: open ones first, matched with one another, and gone from the front page when they have expired."""

from datetime import date, timedelta

from clearinghouse.catalogue.exchange.matches import matching, open_on, trainings_like
from clearinghouse.records.collections.exchange.offer import Offer
from tests.support import examples
from tests.support.publications.rendering import PROSE, living_pages, pages_of, words

EXPIRES = date(2026, 6, 30)
SEATS, LABORATORY = "offers/th-seats-crime-scene/", "offers/kh-laboratory-anteaters/"
EVERY = {
    "offers/th-a": examples.yaml("offers", audience="[rangers, police]", topics="[crime-scene]"),
    "offers/la-topic": examples.yaml("offers", kind="request", expires="2026-05-31", topics="[crime-scene]"),
    "offers/la-both": examples.yaml("offers", kind="request", expires="2026-07-31", audience="[rangers]", topics="[crime-scene]"),
    "offers/la-other": examples.yaml("offers", kind="request", topics="[timber]", audience="[judges]"),
    "offers/la-past": examples.yaml("offers", kind="request", expires="2026-03-09", topics="[crime-scene]"),
    "offers/my-same": examples.yaml("offers", topics="[crime-scene]", audience="[rangers]"),
    "trainings/th-2026-03-topic": examples.yaml("trainings", topics="[crime-scene]", audience="[judges]"),
    "trainings/th-2026-03-both": examples.yaml("trainings", topics="[crime-scene, evidence]", audience="[police]"),
}


def offer(name: str) -> Offer:
    """One of them."""
    record = examples.catalogue(EVERY).record(f"offers/{name}")
    assert isinstance(record, Offer)
    return record


def test_it_is_open_up_to_its_last_day() -> None:
    """That included; what was withdrawn is open no longer."""
    record = offer("th-a")
    assert [record.is_past(EXPIRES + timedelta(days)) for days in (0, 1)] == [False, True]
    withdrawn = examples.record("offers/th-a", withdrawn="{date: 2026-02-01, reason: Called off.}")
    assert [withdrawn.is_past(day) for day in (date(2026, 1, 31), date(2026, 2, 1))] == [False, True]


def test_what_closes_soonest_is_answered_first() -> None:
    """Of those that are open."""
    assert [record.id for record in open_on(examples.TODAY, examples.catalogue(EVERY))] == [
        "la-topic", "la-other", "my-same", "th-a", "la-both",
    ]  # fmt: skip


def test_an_offer_is_matched_with_requests_by_audience_or_topic() -> None:
    """What shares most stands first; a request with offers, alike."""
    catalogue = examples.catalogue(EVERY)
    assert [record.id for record in matching(offer("th-a"), examples.TODAY, catalogue)] == ["la-both", "la-topic"]
    assert [record.id for record in matching(offer("la-topic"), examples.TODAY, catalogue)] == ["my-same", "th-a"]
    assert matching(offer("la-other"), examples.TODAY, catalogue) == ()


def test_trainings_share_both() -> None:
    """The audience alone, or the topic alone, says little of a training."""
    assert [training.id for training in trainings_like(offer("th-a"), examples.catalogue(EVERY))] == ["th-2026-03-both"]


def test_the_page_shows_what_fits_and_how_to_answer() -> None:
    """As long as it is open; then it says that it has expired."""
    page = living_pages()[SEATS]
    assert page.xpath("//section[@aria-labelledby='matches']//li/a/@href") == ["../la-trainers-crime-scene/"]
    assert page.xpath("//a[@href='mailto:training@example.org'][not(@hidden)]")
    assert page.xpath("//section[@aria-labelledby='trainings']//li")
    badges = [words(badge) for badge in page.xpath("//*[@class='ch-badges']/*[not(@hidden)]")]
    assert "Open" in badges
    assert "Past" not in badges
    past = living_pages()[LABORATORY]
    assert not past.xpath("//a[@href='https://example.org/laboratory-wanted'][ancestor::dl][not(@hidden)]")
    assert [words(notice) for notice in past.xpath("//*[@class='ch-notice'][not(@hidden)]")] == [
        "This request has expired. It was open until 28 February 2026."
    ]


def test_open_ones_stand_first_and_past_ones_in_a_list_of_their_own() -> None:
    """By the day on which they expire."""
    addresses = [str(href) for href in living_pages()["offers/"].xpath("//tbody//th/a/@href")]
    assert addresses == ["la-trainers-crime-scene/", "th-seats-crime-scene/", "kh-laboratory-anteaters/"]
    for term, number in (("open", 2), ("past", 1)):
        assert len(living_pages()[f"offers/by/status/{term}/"].xpath("//tbody/tr")) == number


def test_the_front_page_shows_open_ones_alone() -> None:
    """And says nothing of offers where none is open."""
    front = living_pages()[""].xpath("//section[@aria-labelledby='offers'][not(@hidden)]//li[not(@hidden)]/a")
    assert [words(link) for link in front] == ["Seats in the crime scene course for rangers", "Trainers for crime scene work in Lao"]
    past = pages_of(examples.catalogue({"offers/la-past": EVERY["offers/la-past"]}, date(2026, 4, 1))).below_prose("", PROSE)
    assert past
    assert "Offers and requests" not in past


def test_an_empty_list_says_how_to_add_one() -> None:
    """It leads to the form."""
    html = pages_of(examples.catalogue({})).below_prose("offers/", PROSE)
    assert html
    assert "None has been published here yet." in html
    assert "contribute/?kind=offers" in html
