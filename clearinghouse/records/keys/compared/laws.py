"""Laws: how the laws and penalties of a state stand to one another. The browser's twin is assets/forms/rules/laws.js."""

from collections.abc import Iterator, Mapping
from typing import Any

from clearinghouse.records.keys.conditions import Gaps, Given, condition
from clearinghouse.vocabulary.nearest import nearest

Record = Mapping[str, Any]


@condition("near")
def stray_relation(value: Any, record: Record, given: Given) -> Gaps:
    """Laws of which one names another by an id that no law has."""
    ids = [law.id for law in value if law.id]
    for place, key, number, name in _relations(value, given):
        if name.startswith("law-") and name not in ids:
            return {"near": nearest(name, ids) or "", "at": f"{place}.{key}.{number}", "found": name}
    return None


@condition("law")
def circular(value: Any, record: Record, given: Given) -> Gaps:
    """Laws of which one amends, replaces or repeals itself, even by way of others."""
    earlier: dict[str, list[str]] = {law.id: [] for law in value if law.id}
    for place, key, _, name in _relations(value, given):
        if (own := value[place].id) and name in earlier:
            later, other = (own, name) if key in given["relations"] else (name, own)
            earlier[later].append(other)
    for place, law in enumerate(value):
        reached, ahead = set[str](), list(earlier.get(law.id, ()))
        while ahead:
            if (name := ahead.pop()) not in reached:
                reached.add(name)
                ahead += earlier[name]
        if law.id in reached:
            return {"law": law.id, "at": f"{place}.id", "found": law.id}
    return None


def _relations(laws: Any, given: Given) -> Iterator[tuple[int, str, int, str]]:
    """The relations of laws: the place of the law, its key, the place in it, and what is named there."""
    for place, law in enumerate(laws):
        for key in (*given["relations"], *given["relations"].values()):
            yield from ((place, key, number, name) for number, name in enumerate(getattr(law, key)))


@condition("name")
def alike(value: Any, record: Record, given: Given) -> Gaps:
    """Laws of which two have one name."""
    names = [law.name for law in value]
    place = next((place for place, name in enumerate(names) if name in names[:place]), None)
    return None if place is None else {"name": names[place], "at": f"{place}.title"}


@condition("near")
def lawless(value: Any, record: Record, given: Given) -> Gaps:
    """Penalties of which one is of a law that is not there; where the laws are wrong in themselves nothing can be said."""
    if given["other"] not in record:
        return None
    ids = [law.id for law in record[given["other"]] if law.id]
    place = next((place for place, penalty in enumerate(value) if penalty.law not in ids), None)
    if place is None:
        return None
    return {"near": nearest(value[place].law, ids) or "", "at": f"{place}.law", "found": value[place].law}
