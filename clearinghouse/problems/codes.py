"""Codes: every kind of problem by its code, collected from the modules that declare them. Codes are stable and never reused."""

from collections.abc import Mapping
from types import MappingProxyType

from clearinghouse.problems import changes, dates, files, link_reports, references, sensitivity, syntax, tables, terms, values
from clearinghouse.problems.kind import Kind

_SUBJECTS = (files, syntax, values, dates, terms, references, changes, tables, sensitivity, link_reports)

KINDS: Mapping[str, Kind] = MappingProxyType(
    {name: kind for subject in _SUBJECTS for name, kind in vars(subject).items() if isinstance(kind, Kind)}
)
"""Every kind by the name of its constant, in the order in which they are listed; those of a code stand together."""

CODES: Mapping[str, Kind] = MappingProxyType({name.replace("_", "-"): kind for name, kind in KINDS.items() if name.count("_") == 1})
"""The kind that gave each code its title and its reason."""
