"""Steps: counts go in; out comes in which of four strengths each is drawn, and the legend that says so."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Step:
    """A strength, the weakest first. most: the largest count that is drawn in it, or None; words: what its legend says."""

    number: int
    most: int | None
    words: str


STEPS = (Step(1, 1, "1"), Step(2, 4, "2 to 4"), Step(3, 9, "5 to 9"), Step(4, None, "10 or more"))


def step_of(count: int) -> int:
    """The number of the step of a count; nothing is in none."""
    return next(step.number for step in STEPS if step.most is None or count <= step.most) if count else 0
