"""Rules: a condition and the kind of problem that it is to fail it, as data.

The checker runs them in Python, the form in the browser runs the same data in its own twin of the conditions
(assets/forms/rules/rules.js); so both tell the same mistakes in the same words. Patterns are regular expressions that Python and
JavaScript read alike, for the whole value unless the condition says otherwise.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from clearinghouse.problems.dates import DATE_002, DATE_002_ERA, DATE_002_MONTH, DATE_002_YEAR
from clearinghouse.problems.files import FILE_003_SPACE
from clearinghouse.problems.kind import Fault, Kind
from clearinghouse.problems.values import TEXT_001, TEXT_002, TEXT_004
from clearinghouse.records.keys import conditions
from clearinghouse.records.keys.conditions import FIRST_YEAR, LAST_YEAR, Condition
from clearinghouse.records.keys.hidden import ODD_SPACES

ID_LENGTH = 80
ID_PATTERN = "[a-z0-9]+(?:-[a-z0-9]+)*"
BOUNDED_ID = rf"(?=.{{1,{ID_LENGTH}}}$){ID_PATTERN}"


@dataclass(frozen=True, eq=False)
class Rule:
    """A way of being wrong. given: what the condition is given beside the value.

    Raises TypeError where the condition does not fill the gaps of the kind.
    """

    kind: Kind
    fails: Condition
    given: Mapping[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if unfilled := self.kind.gaps - self.fails.gaps:
            raise TypeError(f"{self.fails.name} does not fill {', '.join(sorted(unfilled))} of {self.kind.code}")

    def fault(self, *subject: Any) -> Fault | None:
        """What is wrong with the value, or with a value and the keys beside it; None where it stands."""
        gaps = self.fails.test(*subject, self.given)
        if gaps is None:
            return None
        part = tuple(int(step) if step.isdecimal() else step for step in gaps.get("at", "").split(".") if step)
        return Fault(self.kind, {gap: gaps.get(gap, "") for gap in self.kind.gaps}, gaps.get("found", ""), part)


_YEARS = {"first": str(FIRST_YEAR), "last": str(LAST_YEAR)}
_GIVEN_YEARS = {"first": FIRST_YEAR, "last": LAST_YEAR}
NOT_BLANK = Rule(TEXT_001, conditions.blank)
ONE_LINE = Rule(TEXT_004, conditions.broken)
PLAIN_SPACES = Rule(FILE_003_SPACE, conditions.misspaced, {"spaces": ODD_SPACES})
YEAR = Rule(DATE_002_YEAR.filled(**_YEARS), conditions.year_out_of_range, _GIVEN_YEARS)


def at_most(most: int) -> Rule:
    """No more than so many characters."""
    return Rule(TEXT_002, conditions.longer, {"most": most})


def line(most: int) -> tuple[Rule, ...]:
    """One line of text, of so many characters at most."""
    return (NOT_BLANK, ONE_LINE, at_most(most))


def like(pattern: str, kind: Kind, hints: Sequence[tuple[str, str]] = ()) -> Rule:
    """Like a pattern. hints: other patterns, and what was meant by a text that is like them."""
    return Rule(kind, conditions.unlike, {"pattern": pattern, "hints": tuple(hints)})


def of_list(name: str, kind: Kind) -> Rule:
    """A term of a closed list. The nearest is only looked for where the words ask for it: that takes a while."""
    return Rule(kind, conditions.unlisted, {"list": name, "suggests": "near" in kind.gaps})


def date(kind: Kind) -> tuple[Rule, ...]:
    """A real date. kind: what it is to write it in another form."""
    return (
        PLAIN_SPACES,
        Rule(kind, conditions.not_a_date),
        Rule(DATE_002_ERA.filled(**_YEARS), conditions.year_out_of_range, _GIVEN_YEARS),
        Rule(DATE_002_MONTH.filled(allowed=kind.allowed), conditions.month_out_of_range),
        Rule(DATE_002.filled(allowed=kind.allowed), conditions.day_out_of_range),
    )
