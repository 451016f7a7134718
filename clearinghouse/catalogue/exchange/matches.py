"""Matches: the offers and requests of a catalogue, what is open on a day, and what fits an offer or a request."""

from collections.abc import Iterable
from datetime import date

from clearinghouse.catalogue.catalogue import Catalogue
from clearinghouse.records.collections.exchange.offer import Offer
from clearinghouse.records.collections.training import Training


def open_on(day: date, catalogue: Catalogue) -> tuple[Offer, ...]:
    """The offers and requests that somebody can answer on a day or later; what closes soonest stands first."""
    offers = (record for record in catalogue.collection(Offer.collection) if isinstance(record, Offer))
    return tuple(sorted((offer for offer in offers if not offer.is_past(day)), key=lambda offer: (offer.closes, offer.id)))


def matching(offer: Offer, day: date, catalogue: Catalogue) -> tuple[Offer, ...]:
    """Of an offer the requests, of a request the offers, that are open on a day or later and share an audience or a topic
    with it. What shares most stands first."""
    others = [other for other in open_on(day, catalogue) if other.kind != offer.kind and _shared(offer, other.audience, other.topics)]
    return tuple(sorted(others, key=lambda other: -_shared(offer, other.audience, other.topics)))


def trainings_like(offer: Offer, catalogue: Catalogue) -> tuple[Training, ...]:
    """The trainings, newest first, that share both an audience and a topic with it: their organisers know the subject."""
    return tuple(
        training
        for training in catalogue.trainings
        if training.withdrawn is None and set(training.audience) & set(offer.audience) and set(training.topics) & set(offer.topics)
    )


def _shared(offer: Offer, audience: Iterable[str], topics: Iterable[str]) -> int:
    return len(set(offer.audience) & set(audience)) + len(set(offer.topics) & set(topics))
