"""Lasting: every list of a record's model keeps what was published, unless its key says otherwise; also one that is new."""

from collections.abc import Iterator
from typing import Annotated

import pytest
from pydantic import BaseModel, Field

from clearinghouse.problems.problem import Problem
from clearinghouse.reading.change.lasting import losses
from clearinghouse.reading.files.strict_yaml import Document
from clearinghouse.records.collection import COLLECTIONS
from clearinghouse.records.collections.legislation import LegislationAbout
from clearinghouse.records.collections.record import Part
from clearinghouse.records.keys.key import GROUP, Key, Lasting, Mark
from clearinghouse.records.keys.keys_of import keys_of
from clearinghouse.records.keys.values import Line, Several, Wording


class Step(Part):
    """A group that has no name of its own."""

    on: Line
    said: Line | None = None
    also: Several[Line] = ()
    seen: Annotated[Line | None, Mark.PASSING] = None


class Story(BaseModel):
    """A model with lists of which nobody said whether they last."""

    words: Wording = ""
    log: Several[Step] = ()
    seen: Annotated[Several[Step], Mark.PASSING] = ()
    last: Annotated[Several[Step], Lasting(by=("on",), grows=False)] = Field((), title="Word")


def lists(keys: tuple[Key, ...], path: str) -> Iterator[tuple[str, Key]]:
    """All lists of groups below some keys, with their ways; those inside of a list that passes go with it."""
    for key in keys:
        if key.type == GROUP and key.many:
            yield f"{path}{key.name}", key
        if key.type == GROUP and not (key.many and key.passing):
            yield from lists(key.parts, f"{path}{key.name}.")


def test_what_may_go_is_declared() -> None:
    """Every other list of groups keeps its members; a key that is added tomorrow does so too, since nobody has to think of it."""
    models = {name: collection.model for name, collection in COLLECTIONS.items()} | {"about": LegislationAbout}
    declared = {path: key for name, model in models.items() for path, key in lists(keys_of(model), f"{name}.")}
    passing = {path for path, key in declared.items() if key.stays is None}
    assert {path for path in passing if not path.endswith(("sources", ".other_sources", ".pictures"))} == {
        "figures.also", "species.listings", "species.local_names",
    }  # fmt: skip
    lasting = {path for path in declared if path not in passing}
    assert {
        "legislation.laws", "legislation.assessments", "legislation.compliance", "legislation.next_steps", "legislation.cites.statements",
        "projects.reports", "projects.reports.activities", "projects.activities", "activities.sub_activities", "activities.indicators",
        "activities.sub_activities.indicators", "plans.thrusts", "plans.thrusts.programmes", "about.statements", "about.compliance",
    } <= lasting  # fmt: skip
    assert {f"{name}.changes" for name in COLLECTIONS if name != "activities"} <= lasting


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ({"log": [{"on": "a"}, {"on": "b"}]}, {"log": [{"on": "b"}, {"on": "a"}, {"on": "c"}]}, []),
        ({"log": [{"on": "a"}, {"on": "a"}]}, {"log": [{"on": "a"}]}, [("CHANGE-006", "log.0", "the log a, as it was")]),
        ({"log": [{"on": "a"}]}, {}, [("CHANGE-006", "log", "the log a, as it was")]),
        ({"log": [{"on": "a", "seen": "x"}]}, {"log": [{"on": "a", "seen": "y"}]}, []),
        ({"log": [{"on": "a"}]}, {"log": [{"on": "a", "said": "more"}]}, [("CHANGE-006", "log.0", "the log a, as it was")]),
        ({"seen": [{"on": "a"}]}, {}, []),
        ({"last": [{"on": "a"}]}, {"last": [{"on": "a", "said": "b"}]}, [("CHANGE-006", "last.0.said", "nothing stated")]),
        ({"last": [{"on": "a", "also": ["b"]}]}, {"last": [{"on": "a"}]}, [("CHANGE-006", "last.0.also", "[b]")]),
        ({"words": "As quoted."}, {"words": "As it pleases."}, [("CHANGE-007", "words", "As quoted.")]),
        ({"words": "As quoted."}, {}, [("CHANGE-007", "words", "As quoted.")]),
    ],
)
def test_members_are_known_again(before: dict[str, object], after: dict[str, object], expected: list[tuple[str, str, str]]) -> None:
    """By the keys that are named, each once; where none is, by all that they say but what may change."""
    problems: list[Problem] = list(losses(Story.model_validate(before), Story.model_validate(after), Document("x.yml", {}, {}, {})))
    assert [(problem.code, problem.key, problem.allowed) for problem in problems] == expected
