"""Figures side by side: those of one series, in its order; and those that give different numbers for the same thing."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import takewhile

from clearinghouse.records.collections.trade.figure import Figure

_LOOSE = frozenset({"and", "at", "by", "for", "from", "in", "of", "on", "the", "to", "under", "with"})
"""Words at which a title does not end."""
_SIGNS = ",:;"


@dataclass(frozen=True)
class FigureSeries:
    """Figures of one publisher, unit, measure and scope, two at least. By time they stand the oldest first; of parts of one
    whole the greatest."""

    id: str
    figures: tuple[Figure, ...]

    @classmethod
    def of(cls, name: str, figures: Iterable[Figure]) -> "FigureSeries":
        """The series of that name, in its order."""
        greatest = sorted(figures, key=lambda figure: (-figure.amount, figure.id))
        # Parts of one time stay in the order of their size: Python's sort is stable.
        return cls(name, tuple(sorted(greatest, key=lambda figure: figure.sort_date.first if figure.sort_date else date.max)))

    @property
    def has_parts(self) -> bool:
        """Whether its figures count parts of a whole; else they only follow one another."""
        return any(figure.part for figure in self.figures)

    @property
    def species(self) -> frozenset[str]:
        """The ids of all species that one of its figures names."""
        return frozenset(name for figure in self.figures for name in figure.species)

    @property
    def states(self) -> frozenset[str]:
        """The codes of all states that its figures concern."""
        return frozenset(code for figure in self.figures for code in figure.states)

    @cached_property
    def title(self) -> str:
        """What the titles of its figures have in common at their beginning, with the scope; and the time, where that is one."""
        first = self.figures[0]
        begin = _common_words([figure.title for figure in self.figures]) or f"{first.measure.capitalize()}, in {first.unit}"
        scope = () if first.scope in begin else (first.scope,)
        is_of_one_time = len({(figure.from_, figure.until, figure.period) for figure in self.figures}) == 1
        return ", ".join((begin, *scope, *([first.period] if is_of_one_time and first.period not in begin else [])))


def series_of(figures: Iterable[Figure]) -> tuple[FigureSeries, ...]:
    """All series that have two figures or more, by title."""
    by_name: dict[str, list[Figure]] = defaultdict(list)
    for figure in figures:
        if figure.series and figure.withdrawn is None:
            by_name[figure.series].append(figure)
    series = (FigureSeries.of(name, members) for name, members in by_name.items() if len(members) > 1)
    return tuple(sorted(series, key=lambda one: (one.title.casefold(), one.id)))


def contradictions(figures: Iterable[Figure]) -> tuple[tuple[Figure, ...], ...]:
    """Figures that measure the same of the same, where and when, and give different numbers: each group the greatest first."""
    by_subject: dict[tuple[object, ...], list[Figure]] = defaultdict(list)
    for figure in figures:
        if figure.sort_date and figure.withdrawn is None:
            by_subject[_subject(figure)].append(figure)
    differing = (members for members in by_subject.values() if len({figure.amount for figure in members}) > 1)
    return tuple(tuple(sorted(members, key=lambda figure: (-figure.amount, figure.id))) for members in differing)


def _subject(figure: Figure) -> tuple[object, ...]:
    """What a figure is a number of."""
    of = (figure.measure, figure.counted_in.base, figure.specimen, figure.part, frozenset(figure.species))
    return (*of, figure.scope.casefold(), *((span.first, span.last) for span in figure.spans))


def _common_words(titles: Sequence[str]) -> str:
    """The words with which all titles begin, without a sign or a small word at their end."""
    in_parallel = zip(*(title.split() for title in titles), strict=False)
    begin = [words[0] for words in takewhile(lambda words: len({word.strip(_SIGNS) for word in words}) == 1, in_parallel)]
    while begin and begin[-1].strip(_SIGNS).casefold() in _LOOSE:
        begin.pop()
    return " ".join(begin).rstrip(_SIGNS)
