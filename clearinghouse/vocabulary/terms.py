"""Terms: what a closed list is made of."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Generic

from typing_extensions import TypeVar


@dataclass(frozen=True)
class Term:
    """One entry of a closed list.

    id: its slug in addresses and records; label: what readers see; group: the heading under which it stands;
    wording: the Plan of Action's own words where they differ from the label; synonyms: other spellings, lower
    case, that `chm import` maps to it and that help to name the nearest term.
    """

    id: str
    label: str
    group: str = ""
    wording: str = ""
    synonyms: tuple[str, ...] = ()


T = TypeVar("T", bound=Term, default=Term)


class TermList(Generic[T]):
    """A closed list of terms in its order of presentation."""

    def __init__(self, name: str, terms: Iterable[T]) -> None:
        self.name = name
        self.terms = tuple(terms)
        self._by_id = {term.id: term for term in self.terms}
        if len(self._by_id) != len(self.terms):
            raise ValueError(f"{name}: an id stands twice")

    def __contains__(self, term_id: object) -> bool:
        return term_id in self._by_id

    def __iter__(self) -> Iterator[T]:
        return iter(self.terms)

    def __len__(self) -> int:
        return len(self.terms)

    def __getitem__(self, term_id: str) -> T:
        return self._by_id[term_id]
