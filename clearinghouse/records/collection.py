"""Collections: the registry of all modules in collections/ that declare one, in the order in which a site presents them."""

from collections.abc import Iterator, Mapping
from importlib import import_module
from pkgutil import walk_packages
from types import MappingProxyType

from clearinghouse.records import collections
from clearinghouse.records.collections.activity import Activity
from clearinghouse.records.collections.collection import Collection
from clearinghouse.records.collections.record import Record

AnyRecord = Record | Activity


def _declarations() -> Iterator[Collection[AnyRecord]]:
    """What the modules declare: a module that is put beside the others is all that a new collection needs here."""
    for module in walk_packages(collections.__path__, f"{collections.__name__}."):
        declaration = getattr(import_module(module.name), "COLLECTION", None)
        if isinstance(declaration, Collection):
            yield declaration


COLLECTIONS: Mapping[str, Collection[AnyRecord]] = MappingProxyType(
    {collection.name: collection for collection in sorted(_declarations(), key=lambda collection: collection.order)}
)
"""Collections by name."""
