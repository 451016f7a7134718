"""Kinds of problems of laws: how they stand to one another, their penalties, and what a category says of them."""

from clearinghouse.problems.kind import Kind

LAW_001 = Kind(
    code="LAW-001",
    title="A penalty rises from its minimum to its maximum",
    why="Readers who compare penalties would see a range that no court can use.",
    mend="Exchange the two numbers, or correct one of them; leave out the one that was not read.",
    allowed="a number not below {other}, from which it rises",
    fixes=("exchange the two numbers, or correct one of them",),
)
LAW_002 = Kind(
    code="LAW-002",
    title="A fine has its currency",
    why="A number alone may be dong or dollars: it could not be compared.",
    mend="Add `currency` with its code, as in `currency: THB`.",
    allowed="`currency`, since a fine is given",
    fixes=("add `currency`, as in `currency: THB`",),
)
LAW_003 = Kind(
    code="LAW-003",
    title="A law that is named by its id is in the file",
    why="The two laws link to each other, so both must be there.",
    mend="Correct the id. If the law has no entry here, write its title.",
    allowed="the id of a law of this file, or words",
    fixes=("did you mean {near}?", "correct the id, or write the title of the law"),
)
LAW_003_PENALTY = LAW_003.also(
    "did you mean {near}?",
    "add the law to `laws` with this id, or correct it",
    allowed="the id of a law of this file",
)
LAW_004 = Kind(
    code="LAW-004",
    title="No law comes before itself",
    why="What amends or replaces another law is later than it; a law that does so to itself, even by way of others, cannot be.",
    mend="Follow the laws that amend and replace one another, and correct the one that goes back.",
    allowed="an earlier law: this one leads back to {law}",
    fixes=("correct the one that goes back",),
)
LAW_005 = Kind(
    code="LAW-005",
    title="Two laws of a state have two names",
    why="The page of a law is called by its id, or by its title where it has none.",
    mend="Give each an `id` of its own, as in `id: law-la-wildlife-2007`.",
    allowed="an `id`, or a title, that no other law of the file has",
    fixes=("give one of the two laws of the name {name} another `id`",),
)
LAW_006 = Kind(
    code="LAW-006",
    title="What is known of the requirements fits the category",
    why="A reader who sees both side by side would not know which of them to believe.",
    mend="Correct the one that is wrong. Where both are true, because the law changed since, say so in the `note` of the requirement.",
    allowed="what fits category {category} of {as_of}: {meaning}",
    fixes=("correct one of them, or say in `note` why both are true",),
    severity="warning",
)
