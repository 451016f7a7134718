"""Presentations: the registry of how collections are shown, in the order in which a site presents them."""

from collections.abc import Iterator, Mapping
from importlib import import_module
from pkgutil import walk_packages
from types import MappingProxyType
from typing import Any

from clearinghouse.publications import collections
from clearinghouse.publications.collections.presentation import Presentation
from clearinghouse.records.collection import COLLECTIONS


def _declarations() -> Iterator[Presentation[Any]]:
    """What the modules declare: a module that is put beside the others is all that a new collection needs here."""
    for module in walk_packages(collections.__path__, f"{collections.__name__}."):
        declaration = getattr(import_module(module.name), "PRESENTATION", None)
        if isinstance(declaration, Presentation):
            yield declaration


_DECLARED = {presentation.name: presentation for presentation in _declarations()}
PRESENTATIONS: Mapping[str, Presentation[Any]] = MappingProxyType(
    {name: _DECLARED.get(name) or Presentation(collection=collection) for name, collection in COLLECTIONS.items()}
)
"""Presentations by collection; plans and activities have pages of their own kind, and nothing is declared of them."""
LISTED = tuple(name for name, presentation in PRESENTATIONS.items() if presentation.columns)
"""The collections that have a list."""
