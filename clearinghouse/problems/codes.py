"""Codes: every kind of problem by its code, collected from the modules that declare them. Codes are stable and never reused."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType, ModuleType

from clearinghouse.problems import (
    changes,
    dates,
    files,
    laws,
    link_reports,
    references,
    sensitivity,
    syntax,
    terms,
    values,
)
from clearinghouse.problems.intake import agendas, forms, harvests, messages, offices, tables
from clearinghouse.problems.kind import Kind
from clearinghouse.problems.pictures import photographs
from clearinghouse.problems.trade import figures, reports

_SUBJECTS = (
    *(files, syntax, values, dates, terms, references, laws, figures, reports, photographs),
    *(changes, tables, agendas, forms, harvests, offices, messages, sensitivity, link_reports),
)


def kinds_of(subjects: Iterable[ModuleType]) -> dict[str, Kind]:
    """The kinds that modules declare, by the names of their constants, in their order."""
    return {name: kind for subject in subjects for name, kind in vars(subject).items() if isinstance(kind, Kind)}


def codes_of(kinds: Mapping[str, Kind]) -> dict[str, Kind]:
    """Of each code the kind that gave it its title and its reason: the one whose constant is the code alone."""
    return {kind.code: kind for name, kind in kinds.items() if name == kind.code.replace("-", "_")}


KINDS: Mapping[str, Kind] = MappingProxyType(kinds_of(_SUBJECTS))
"""Every kind by the name of its constant, in the order in which they are listed; those of a code stand together."""

CODES: Mapping[str, Kind] = MappingProxyType(codes_of(KINDS))
"""The kind that gave each code its title and its reason."""

CODES_OF_CHANGES = frozenset(kind.code for kind in kinds_of([changes]).values() if kind.severity == "error")
"""What a change may do on purpose, so that a label can say that it is meant; a record that is wrong in itself stays wrong."""
