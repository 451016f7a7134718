"""Lists: the closed lists as rules see them: ids, names, and what else is spelt for them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from zoneinfo import available_timezones

from clearinghouse.vocabulary.audiences import AUDIENCES
from clearinghouse.vocabulary.bodies import BODIES
from clearinghouse.vocabulary.languages import LANGUAGES
from clearinghouse.vocabulary.nearest import nearest
from clearinghouse.vocabulary.source_kinds import SOURCE_KINDS
from clearinghouse.vocabulary.states import MEMBER_STATES, all_names, other_spellings
from clearinghouse.vocabulary.terms import T, TermList
from clearinghouse.vocabulary.topics import TOPICS
from clearinghouse.vocabulary.trade.units import UNITS

_AREAS = ("Africa/", "America/", "Antarctica/", "Arctic/", "Asia/", "Atlantic/", "Australia/", "Europe/", "Indian/", "Pacific/")


@dataclass(frozen=True)
class ClosedList:
    """A list whose names and spellings are made when they are first asked for."""

    _names: Callable[[], Mapping[str, str]]
    _spellings: Callable[[], Mapping[str, str]] = dict

    @cached_property
    def names(self) -> Mapping[str, str]:
        """What each id is called."""
        return self._names()

    @cached_property
    def others(self) -> Mapping[str, str]:
        """Ids by what is spelt for them beside their names and themselves, case-folded."""
        return {spelling.casefold(): key for spelling, key in self._spellings().items()}

    @cached_property
    def spellings(self) -> Mapping[str, str]:
        """Ids by spelling, case-folded: other spellings first, then names, then the ids themselves."""
        return dict(self.others) | {name.casefold(): key for key, name in self.names.items()} | {key.casefold(): key for key in self.names}

    def meant_by(self, text: str) -> str | None:
        """The id that a text means in another spelling."""
        return self.spellings.get(text.strip().casefold())

    def near(self, text: str) -> str | None:
        """The id whose spelling is nearest to a text, or None where none is near."""
        spelling = nearest(text.strip(), self.spellings)
        return self.spellings[spelling] if spelling else None


def _zones() -> Mapping[str, str]:
    # `EST`, `Etc/GMT-7` and `posix/…` are in the database too, and say the rules of no place.
    return {zone: zone for zone in sorted(available_timezones()) if zone.startswith(_AREAS) or zone == "UTC"}


def _member_names() -> Mapping[str, str]:
    return {code: state.name for code, state in MEMBER_STATES.items()}


def _of_terms(terms: TermList[T]) -> ClosedList:
    return ClosedList(
        lambda: {term.id: term.label for term in terms},
        lambda: {spelling: term.id for term in reversed(terms.terms) for spelling in term.synonyms},
    )


LISTS: Mapping[str, ClosedList] = {
    "states": ClosedList(all_names, other_spellings),
    "member_states": ClosedList(_member_names, lambda: {name: code for name, code in other_spellings().items() if code in MEMBER_STATES}),
    "languages": ClosedList(lambda: LANGUAGES),
    "zones": ClosedList(_zones),
    "audiences": _of_terms(AUDIENCES),
    "topics": _of_terms(TOPICS),
    "bodies": _of_terms(BODIES),
    "source_kinds": _of_terms(SOURCE_KINDS),
    "units": _of_terms(UNITS),
}
"""Every closed list that a rule names."""
