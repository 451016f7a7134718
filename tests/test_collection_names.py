"""Names of collections: each stands where its collection is declared, and nowhere else is there a list of them."""

import ast
from collections.abc import Iterator
from pathlib import Path

from clearinghouse.records.collection import COLLECTIONS
from tests.support.running import ROOT

DECLARING = ("clearinghouse/records/collections/", "clearinghouse/publications/collections/")
MEANT_OTHERWISE = {
    "clearinghouse/catalogue/catalogue.py": {"species"},  # a key of records
    "clearinghouse/catalogue/facets.py": {"activities", "species"},  # a facet
    "clearinghouse/catalogue/duplicates.py": {"trainings"},  # a word of titles
    "clearinghouse/publications/change_summary.py": {"activities"},  # a noun in a sentence
    "clearinghouse/publications/forms/forms.py": {"documents", "figures", "species"},  # keys of records, and a type of values
    "clearinghouse/publications/pages/data_files/dictionary.py": {"species"},  # a type of values
    "clearinghouse/publications/pages/front.py": {"plans"},  # what templates call them
    "clearinghouse/publications/pages/pages.py": {"plans"},
    "clearinghouse/publications/pages/plans.py": {"activities", "programmes"},  # an action programme and its activities
    "clearinghouse/publications/search/script_index.py": {"documents"},  # pages, as an index of words has them
    "clearinghouse/publications/search/terms.py": {"species"},  # a facet
    "clearinghouse/publications/search/traits.py": {"species"},
    "clearinghouse/publications/tables/database/relations.py": {"species"},  # a type of values
    "clearinghouse/reading/intake/harvest/things.py": {"offers"},  # a property of schema.org
    "clearinghouse/reading/typing/references.py": {"activities", "documents", "figures", "species"},  # keys of records
    "clearinghouse/records/keys/values.py": {"species"},  # a type of values
    "clearinghouse/records/keys/comparisons.py": {"activities"},  # a key of a project
    "clearinghouse/vocabulary/trade/units.py": {"species"},  # a unit: so many species
    "clearinghouse/records/written/issue_forms.py": {"trainings", "workshops", "documents", "legislation"},  # laid out by hand
}
"""Modules in which a name stands for something else, or in which each collection is written by hand."""


def names_in(module: Path) -> Iterator[str]:
    """The names of collections that a module has as texts of their own."""
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value in COLLECTIONS:
            yield node.value


def test_no_module_but_the_declaring_ones_names_a_collection() -> None:
    """Who asks something of all collections asks the registries, and who means one names its type."""
    modules = {path.relative_to(ROOT).as_posix(): set(names_in(path)) for path in (ROOT / "clearinghouse").rglob("*.py")}
    assert {name: names for name, names in modules.items() if names and not name.startswith(DECLARING)} == MEANT_OTHERWISE
