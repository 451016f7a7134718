"""Series of figures: the figures of a folder come in, and leave as problems where those of one series do not belong together."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from clearinghouse.problems.problem import Problem
from clearinghouse.problems.trade.figures import FIG_002, FIG_003
from clearinghouse.reading.files.strict_yaml import Document, Path
from clearinghouse.records.collection import AnyRecord
from clearinghouse.records.collections.trade.figure import Figure

_SHARED: Mapping[str, Path] = {
    "unit": ("unit",),
    "measure": ("measure",),
    "scope": ("scope",),
    "publisher": ("sources", 0, "publisher"),
}
"""What all figures of a series have in common, and where it is written."""


def mixed(documents: Mapping[str, Mapping[str, Document]], records: Mapping[str, Mapping[str, AnyRecord]]) -> Iterator[Problem]:
    """Figures that differ from most of their series in what these share, and those that stand for the same as another."""
    by_series: dict[str, list[Figure]] = defaultdict(list)
    for figure in records[Figure.collection].values():
        if isinstance(figure, Figure) and figure.series and not figure.withdrawn:
            by_series[figure.series].append(figure)
    for figures in by_series.values():
        yield from _unlike(documents[Figure.collection], figures)
        yield from _twice(documents[Figure.collection], figures)


def _unlike(documents: Mapping[str, Document], figures: Sequence[Figure]) -> Iterator[Problem]:
    for key, path in _SHARED.items():
        usual = Counter(getattr(figure, key) for figure in figures).most_common(1)[0][0]
        other = next(figure for figure in figures if getattr(figure, key) == usual)
        for figure in figures:
            if (found := getattr(figure, key)) != usual:
                place = documents[figure.id].place(path)
                yield FIG_002.at(place, found=found, key=key, usual=usual, series=figure.series or "", other=other.id)


def _twice(documents: Mapping[str, Document], figures: Sequence[Figure]) -> Iterator[Problem]:
    known: dict[tuple[object, ...], Figure] = {}
    for figure in figures:
        time = figure.spans if figure.sort_date else figure.period
        other = known.setdefault((time, (figure.part or "").casefold()), figure)
        if other is not figure:
            yield FIG_003.at(documents[figure.id].place(("series",)), found=figure.series or "", other=other.id)
