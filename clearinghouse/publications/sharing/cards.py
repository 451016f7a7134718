"""Cards: which pictures messengers show beside links to the site, one for each kind of page, and which of them a page has.

What they say comes from the catalogue; an adapter draws them.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from clearinghouse.catalogue.catalogue import Catalogue
from clearinghouse.publications.collections.law.status import category_words
from clearinghouse.publications.pictures.copies import FOR_MESSENGERS
from clearinghouse.publications.site import Site
from clearinghouse.publications.words import date_words, plural_of, records_counted, singular_of
from clearinghouse.records.collection import COLLECTIONS
from clearinghouse.records.collections.activity import Activity
from clearinghouse.records.collections.legislation import LegislationStatus
from clearinghouse.records.collections.plan import Plan
from clearinghouse.vocabulary.states import MEMBER_STATES, State

FOLDER, ENDING = FOR_MESSENGERS, ".png"
HOME = "site"
_OF_STATES = ("countries", "coverage", LegislationStatus.collection)
"""The first steps of addresses whose second step may be a state."""


@dataclass(frozen=True)
class Card:
    """What a picture says. name: of its file, without ending; title: the kind of page, a state or a plan; number: a count, or empty;
    line: a few words below."""

    name: str
    title: str
    number: str = ""
    line: str = ""

    @property
    def address(self) -> str:
        """Where the picture lies."""
        return f"{FOLDER}{self.name}{ENDING}"


@dataclass(frozen=True)
class Cards:
    """The pictures of a site."""

    catalogue: Catalogue
    site: Site

    @cached_property
    def by_name(self) -> Mapping[str, Card]:
        """All of them."""
        return {card.name: card for card in self._all()}

    def of(self, address: str) -> Card:
        """The picture of the page at an address, as it is in English: that of its state or plan, of its collection, or of the site."""
        first, _, rest = address.partition("/")
        second = rest.partition("/")[0]
        names = (f"{'countries' if first in _OF_STATES else first}-{second}", first, HOME)
        return next(self.by_name[name] for name in names if name in self.by_name)

    def _all(self) -> Iterator[Card]:
        yield Card(HOME, self.site.name)
        yield Card(LegislationStatus.collection, "Legislation", line="How well each state's law implements CITES")
        for name in COLLECTIONS:
            if name not in (Activity.collection, Plan.collection, LegislationStatus.collection):
                number = len(self.catalogue.collection(name))
                yield Card(name, singular_of(name) if number == 1 else plural_of(name), f"{number:,}")
        for plan in self.catalogue.plans:
            activities = len(self.catalogue.activities_of(plan))
            yield Card(f"plans-{plan.id}", plan.label, line=records_counted(activities, Activity.collection) if activities else "")
        for state in MEMBER_STATES.values():
            yield Card(f"countries-{state.address}", state.name, line=self._status(state))

    def _status(self, state: State) -> str:
        record = self.catalogue.legislation_of(state.code)
        status = record.status if record else None
        if not status:
            return ""
        return f"Legislation for CITES: {category_words(status)}, {date_words(status.as_of)}"
