"""Problems of gathering from other sites: what data/harvest.yml says, and what was kept of the last time."""

from clearinghouse.problems.kind import Kind

HARVEST_001 = Kind(
    code="HARVEST-001",
    title="Each source of harvest.yml has an id of its own",
    why="Records that were gathered are known again by the id of their source.",
    mend="Give one of the two another id. An id that was used stays, also when the address changes.",
    allowed="an id that no other source has",
    fixes=("write another id: an earlier source has this one",),
)
HARVEST_002 = Kind(
    code="HARVEST-002",
    title="A source fills a collection that can be gathered",
    why="Plans, activities and figures are quoted from one place; and a feed does not say when an event takes place.",
    mend="Take one of the allowed collections, or another kind of source.",
    allowed="for {kind}: {collections}",
    fixes=("did you mean {near}?", "take one of these"),
)
HARVEST_003 = Kind(
    code="HARVEST-003",
    title="`mapping`, `given` and `leave_out` name keys of the collection",
    why="What a key is called that does not exist would never be filled, and nobody would notice.",
    mend="Write a key as in _example.yml of the collection, with dots for parts: registration.url.",
    allowed="a key of {collection}, as in its _example.yml",
    fixes=("did you mean {near}?", "write a key of {collection}, with dots for parts: sources.0.publisher"),
)
HARVEST_004 = Kind(
    code="HARVEST-004",
    title="A line of _harvest.jsonl is what `chm harvest` wrote",
    why="The file is kept by a machine; what someone changed in it by hand could bring back what was turned down.",
    mend="Delete the line: the next `chm harvest` looks at its record again.",
    allowed="what `chm harvest` wrote",
    fixes=("delete the line: the next `chm harvest` looks at its record again",),
)
